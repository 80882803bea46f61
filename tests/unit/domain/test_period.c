#include "period.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void a_year_and_its_halves_include_their_first_and_last_day(void **state)
{
    static const struct {
        const char *name;
        int first[3];
        int last[3];
    } cases[] = {
        {"2024", {2024, 1, 1}, {2024, 12, 31}},
        {"2024-1", {2024, 1, 1}, {2024, 6, 30}},
        {"2024-2", {2024, 7, 1}, {2024, 12, 31}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct period period;
        const int *first = cases[i].first;
        const int *last = cases[i].last;
        assert_true(period_parse(sv_of(cases[i].name), &period));
        assert_int_equal(period.first, day_from_date(first[0], first[1], first[2]));
        assert_int_equal(period.last, day_from_date(last[0], last[1], last[2]));
        assert_string_equal(period_name(&period).data, cases[i].name);
        assert_true(period_holds(&period, period.first));
        assert_true(period_holds(&period, period.last));
        assert_false(period_holds(&period, period.first - 1));
        assert_false(period_holds(&period, period.last + 1));
        assert_false(period_holds(&period, DAY_NONE));
    }
}

static void the_halves_make_up_the_year(void **state)
{
    (void)state;
    for (int year = 1900; year < 2200; year++) {
        assert_int_equal(period_of(year, 1).last + 1, period_of(year, 2).first);
        assert_int_equal(period_of(year, 0).last - period_of(year, 0).first + 1, days_in_year(year));
    }
}

static void other_texts_are_no_period(void **state)
{
    static const char *const texts[] = {"",       "24",   "2024-", "2024-0", "2024-3", "2024-10",
                                        "2024 1", "2O24", "1899",  "2200",   "20245",  "2024/1"};
    struct period period;
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (period_parse(sv_of(texts[i]), &period))
            fail_msg("%s", texts[i]);
}

static void what_is_no_period_of_time_has_a_name_and_no_day(void **state)
{
    const struct period none = period_none();
    const struct period round = period_of_round(sv_of("midtvejs_i_projektperioden"));
    const struct period month = period_of_month(7);
    (void)state;
    assert_int_equal(period_name(&none).size, 0);
    assert_true(sv_is(period_name(&round), "midtvejs_i_projektperioden"));
    assert_true(sv_is(period_name(&month), "m007"));
    assert_false(period_holds(&none, 0) || period_holds(&round, 0) || period_holds(&month, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_year_and_its_halves_include_their_first_and_last_day),
        cmocka_unit_test(the_halves_make_up_the_year),
        cmocka_unit_test(other_texts_are_no_period),
        cmocka_unit_test(what_is_no_period_of_time_has_a_name_and_no_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
