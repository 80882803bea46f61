// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
// clang-format on

#include "effect_money.h"

enum { LAST_MONTH = 720 };

static struct arena arena;

static int begin(void **state)
{
    (void)state;
    arena_init(&arena, NULL);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

/* Per cent in ten-millionths. */
static int64_t flow_of(struct effect_amount amount, int64_t lapse, int lapsed, int64_t discount, int month)
{
    struct effect_factors *factors = effect_factors_open(&arena, lapse, discount, LAST_MONTH);
    const int64_t ore = effect_flow(factors, &amount, lapsed, month);
    effect_factors_close(factors);
    return ore;
}

static struct effect_amount kroner(int64_t whole)
{
    return effect_plain_amount(whole * EFFECT_ONE);
}

static void an_amount_in_month_0_is_itself(void **state)
{
    (void)state;
    assert_int_equal(flow_of(kroner(20000), 0, 0, 35 * EFFECT_ONE / 10, 0), 2000000);
    assert_int_equal(flow_of(kroner(0), 0, 0, 0, 12), 0);
}

static void a_half_ore_is_rounded_up_and_less_is_not(void **state)
{
    const struct effect_amount tie = {
        .base = EFFECT_ONE / 100, .share = EFFECT_ALL / 2, .other_share = EFFECT_ALL};
    const struct effect_amount less = {
        .base = EFFECT_ONE / 100, .share = EFFECT_ALL / 2 - 1, .other_share = EFFECT_ALL};
    (void)state;
    assert_int_equal(flow_of(tie, 0, 0, 0, 0), 1);
    assert_int_equal(flow_of(less, 0, 0, 0, 0), 0);
}

static void a_saving_is_benefit_times_both_shares_plus_tax(void **state)
{
    const struct effect_amount saving = {.base = 12000 * EFFECT_ONE,
                                         .share = 60 * EFFECT_ONE,
                                         .other_share = 80 * EFFECT_ONE,
                                         .plus = 750 * EFFECT_ONE};
    (void)state;
    assert_int_equal(flow_of(saving, 0, 0, 0, 0), 651000);
}

static void what_lapses_is_a_power_and_rounded_once(void **state)
{
    (void)state;
    assert_int_equal(flow_of(kroner(1000), 10 * EFFECT_ONE, 1, 0, 1), 90000);
    assert_int_equal(flow_of(kroner(1000), 10 * EFFECT_ONE, 3, 0, 3), 72900);
    /* 0,125 kr. is 12,5 øre: rounded month by month it would be 12 or 14. */
    assert_int_equal(flow_of(kroner(1), 50 * EFFECT_ONE, 3, 0, 3), 13);
    assert_int_equal(flow_of(kroner(1000), EFFECT_ALL, 0, 0, 0), 100000);
    assert_int_equal(flow_of(kroner(1000), EFFECT_ALL, 1, 0, 1), 0);
}

static void whole_years_are_discounted_exactly(void **state)
{
    (void)state;
    assert_int_equal(flow_of(kroner(1100), 0, 0, 10 * EFFECT_ONE, 12), 100000);
    assert_int_equal(flow_of(kroner(121), 0, 0, 10 * EFFECT_ONE, 24), 10000);
    assert_int_equal(flow_of(kroner(100), 0, 0, EFFECT_ALL, 36), 1250);
}

/* 21 % a year is 10 % a half-year: the root is a whole number, and the flow a half øre to the last place. */
static void a_tie_under_a_root_is_a_tie(void **state)
{
    struct effect_amount tie = {
        .base = 11 * EFFECT_ONE / 10, .share = EFFECT_ALL / 2, .other_share = EFFECT_ALL / 100};
    (void)state;
    assert_int_equal(flow_of(tie, 0, 0, 21 * EFFECT_ONE, 6), 1);
    tie.base--;
    assert_int_equal(flow_of(tie, 0, 0, 21 * EFFECT_ONE, 6), 0);
}

static void a_tie_after_lapse_and_a_root_is_a_tie(void **state)
{
    struct effect_amount tie = {
        .base = 22 * EFFECT_ONE / 10, .share = EFFECT_ALL / 2, .other_share = EFFECT_ALL / 100};
    (void)state;
    assert_int_equal(flow_of(tie, 50 * EFFECT_ONE, 1, 21 * EFFECT_ONE, 6), 1);
    tie.base--;
    assert_int_equal(flow_of(tie, 50 * EFFECT_ONE, 1, 21 * EFFECT_ONE, 6), 0);
}

/* Worked out with sixty digits elsewhere. */
static void other_months_are_right_to_the_ore(void **state)
{
    const int64_t per_mille = EFFECT_ONE / 10;
    (void)state;
    assert_int_equal(flow_of(kroner(12000), 0 * per_mille, 0, 35 * per_mille, 7), 1176159);
    assert_int_equal(flow_of(kroner(12000), 0 * per_mille, 0, 35 * per_mille, 600), 214864);
    assert_int_equal(flow_of(kroner(INT64_C(9000000000)), 3 * per_mille, 599, 41 * per_mille, 599),
                     INT64_C(20024426653));
    assert_int_equal(flow_of(kroner(20833), 15 * per_mille, 19, 22 * per_mille, 31), 1477833);
    assert_int_equal(flow_of(kroner(999999), 1 * per_mille, 240, 1000 * per_mille, 1), 74238794);
    assert_int_equal(flow_of(kroner(7), 200 * per_mille, 2, 690 * per_mille, 5), 360);
}

/* The largest amount that data may hold, a fifth more, through the longest horizon. */
static void the_largest_amount_fits(void **state)
{
    const struct effect_amount most = {.base = INT64_C(10800000000) * EFFECT_ONE,
                                       .share = EFFECT_ALL,
                                       .other_share = EFFECT_ALL,
                                       .plus = INT64_C(10800000000) * EFFECT_ONE};
    (void)state;
    assert_int_equal(flow_of(most, 0, 0, 0, LAST_MONTH), INT64_C(2160000000000));
    assert_int_equal(flow_of(most, 1, LAST_MONTH, 1, LAST_MONTH), INT64_C(2159998315201));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_amount_in_month_0_is_itself, begin, end),
        cmocka_unit_test_setup_teardown(a_half_ore_is_rounded_up_and_less_is_not, begin, end),
        cmocka_unit_test_setup_teardown(a_saving_is_benefit_times_both_shares_plus_tax, begin, end),
        cmocka_unit_test_setup_teardown(what_lapses_is_a_power_and_rounded_once, begin, end),
        cmocka_unit_test_setup_teardown(whole_years_are_discounted_exactly, begin, end),
        cmocka_unit_test_setup_teardown(a_tie_under_a_root_is_a_tie, begin, end),
        cmocka_unit_test_setup_teardown(a_tie_after_lapse_and_a_root_is_a_tie, begin, end),
        cmocka_unit_test_setup_teardown(other_months_are_right_to_the_ore, begin, end),
        cmocka_unit_test_setup_teardown(the_largest_amount_fits, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
