#include "layout_columns.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
/* cmocka wants the headers above first */
#include <cmocka.h>

static int same(double a, double b)
{
    return fabs(a - b) < 0.001;
}

static void columns_that_fit_get_what_they_ask_for_and_a_little_more(void **state)
{
    (void)state;
    const struct column_wish wishes[2] = {{30, 100}, {30, 50}};
    double widths[2];
    assert_true(same(columns_share_out(wishes, 2, 170, widths), 170));
    assert_true(same(widths[0], 110));
    assert_true(same(widths[1], 60));
}

static void spare_room_is_not_all_used_up(void **state)
{
    (void)state;
    const struct column_wish wishes[2] = {{30, 40}, {30, 40}};
    double widths[2];
    double sum = columns_share_out(wishes, 2, 500, widths);
    assert_true(sum > 80 && sum < 250);
    assert_true(same(widths[0], widths[1]));
}

static void a_column_of_long_texts_does_not_take_everything(void **state)
{
    (void)state;
    const struct column_wish wishes[3] = {{40, 120}, {40, 2000}, {50, 50}};
    double widths[3];
    assert_true(same(columns_share_out(wishes, 3, 400, widths), 400));
    assert_true(widths[0] > 60);
    assert_true(widths[1] > widths[0]);
    assert_true(same(widths[2], 50));
}

static void no_column_gets_less_than_its_least_while_there_is_room(void **state)
{
    (void)state;
    const struct column_wish wishes[4] = {{60, 900}, {30, 31}, {45, 300}, {20, 20}};
    for (double room = 156; room < 1500; room += 13) {
        double widths[4];
        assert_true(columns_share_out(wishes, 4, room, widths) <= room + 0.001);
        for (size_t i = 0; i < 4; i++)
            assert_true(widths[i] >= wishes[i].least - 0.001);
    }
}

static void when_even_the_least_is_too_much_all_shrink_alike(void **state)
{
    (void)state;
    const struct column_wish wishes[2] = {{300, 300}, {100, 100}};
    double widths[2];
    assert_true(same(columns_share_out(wishes, 2, 200, widths), 200));
    assert_true(same(widths[0], 150));
    assert_true(same(widths[1], 50));
}

static void commas_stand_below_each_other(void **state)
{
    (void)state;
    struct number_column column = {0, 0};
    number_column_take(&column, 30, 0);  /* 1.234 */
    number_column_take(&column, 22, 10); /* 12,5 */
    number_column_take(&column, 26, 14); /* 12,25 */
    assert_true(same(number_column_width(&column), 44));
    assert_true(same(number_start(&column, 0, 100, 30, 0) + 30, 86));  /* a whole number ends at the comma */
    assert_true(same(number_start(&column, 0, 100, 22, 10) + 12, 86)); /* and so do the others' whole parts */
    assert_true(same(number_start(&column, 0, 100, 26, 14) + 12, 86));
}

static void a_number_that_has_no_room_beside_the_commas_ends_where_the_column_does(void **state)
{
    (void)state;
    struct number_column column = {0, 0};
    number_column_take(&column, 26, 14);
    assert_true(same(number_start(&column, 60, 100, 30, 0), 70));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_that_fit_get_what_they_ask_for_and_a_little_more),
        cmocka_unit_test(spare_room_is_not_all_used_up),
        cmocka_unit_test(a_column_of_long_texts_does_not_take_everything),
        cmocka_unit_test(no_column_gets_less_than_its_least_while_there_is_room),
        cmocka_unit_test(when_even_the_least_is_too_much_all_shrink_alike),
        cmocka_unit_test(commas_stand_below_each_other),
        cmocka_unit_test(a_number_that_has_no_room_beside_the_commas_ends_where_the_column_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
