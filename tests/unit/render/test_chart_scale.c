#include "chart_scale.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
/* cmocka wants the headers above first */
#include <cmocka.h>

static int same(double a, double b)
{
    return fabs(a - b) < 1e-9;
}

static void a_scale_begins_at_zero_and_ends_above_the_largest_value(void **state)
{
    (void)state;
    struct chart_scale scale = chart_scale_of(12, 47, 1);
    assert_true(same(scale.bottom, 0));
    assert_true(same(scale.top, 50));
    assert_true(same(scale.step, 10));
    assert_int_equal(scale.marks, 6);
}

static void counts_have_no_marks_between_whole_numbers(void **state)
{
    (void)state;
    assert_true(same(chart_scale_of(0, 2, 1).step, 1));
    assert_true(chart_scale_of(0, 2, 0).step < 1);
}

static void negative_values_pull_the_scale_below_zero(void **state)
{
    (void)state;
    struct chart_scale scale = chart_scale_of(-7, 12, 1);
    assert_true(scale.bottom <= -7);
    assert_true(scale.top >= 12);
    assert_true(same(fmod(scale.bottom, scale.step), 0));
}

static void a_chart_of_zeros_still_has_a_scale(void **state)
{
    (void)state;
    struct chart_scale scale = chart_scale_of(0, 0, 1);
    assert_true(same(scale.bottom, 0));
    assert_true(scale.top > 0);
}

static void every_scale_holds_its_values_with_few_round_marks(void **state)
{
    (void)state;
    for (double largest = 0.01; largest < 1e9; largest *= 1.37) {
        struct chart_scale scale = chart_scale_of(0, largest, 0);
        assert_true(scale.top >= largest * (1 - 1e-9));
        assert_true(scale.marks >= 2 && scale.marks <= 7);
        double digit = scale.step / pow(10, floor(log10(scale.step * 1.0000001)));
        assert_true(fabs(digit - 1) < 1e-6 || fabs(digit - 2) < 1e-6 || fabs(digit - 5) < 1e-6);
    }
}

static void a_scale_between_two_values_leaves_zero_out(void **state)
{
    (void)state;
    struct chart_scale scale = chart_scale_between(100800, 331200, 1);
    assert_true(same(scale.bottom, 100000));
    assert_true(same(scale.top, 350000));
    assert_int_equal(scale.marks, 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_scale_begins_at_zero_and_ends_above_the_largest_value),
        cmocka_unit_test(counts_have_no_marks_between_whole_numbers),
        cmocka_unit_test(negative_values_pull_the_scale_below_zero),
        cmocka_unit_test(a_scale_between_two_values_leaves_zero_out),
        cmocka_unit_test(a_chart_of_zeros_still_has_a_scale),
        cmocka_unit_test(every_scale_holds_its_values_with_few_round_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
