#include "base_fixture.h"
#include "day.h"

static void every_day_of_ten_thousand_years_comes_back_as_itself(void **state)
{
    day_number expected = day_from_date(1, 1, 1);
    (void)state;
    for (int year = 1; year <= 9999; year++) {
        int days = 0;
        for (int month = 1; month <= 12; month++)
            for (int day = 1; day <= days_in_month(year, month); day++, days++) {
                const day_number number = day_from_date(year, month, day);
                const struct calendar_date date = day_to_date(number);
                if (number != expected++ || date.year != year || date.month != month || date.day != day)
                    fail_msg("%04d-%02d-%02d", year, month, day);
            }
        assert_int_equal(days, days_in_year(year));
    }
}

static void known_days_have_their_numbers(void **state)
{
    (void)state;
    assert_int_equal(day_from_date(1970, 1, 1), 0);
    assert_int_equal(day_from_date(1969, 12, 31), -1);
    assert_int_equal(day_from_date(2000, 3, 1), 11017);
    assert_int_equal(day_from_date(2024, 12, 31), 20088);
    assert_int_equal(day_year(day_from_date(2024, 12, 31)), 2024);
}

static void a_day_that_no_calendar_has_is_refused(void **state)
{
    static const int none[][3] = {{2023, 2, 29}, {1900, 2, 29}, {2024, 2, 30}, {2024, 4, 31}, {2024, 13, 1},
                                  {2024, 0, 1},  {2024, 1, 0},  {0, 1, 1},     {10000, 1, 1}, {2024, 1, 32}};
    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_int_equal(day_from_date(none[i][0], none[i][1], none[i][2]), DAY_NONE);
    assert_int_not_equal(day_from_date(2000, 2, 29), DAY_NONE);
    assert_int_not_equal(day_from_date(2024, 2, 29), DAY_NONE);
}

static void dates_are_read_in_all_the_forms_that_exports_have(void **state)
{
    static const char *const forms[] = {
        "31-12-2024",
        "31.12.2024",
        "31/12/2024",
        "2024-12-31",
        "31-12-2024 00:00",
        "31.12.2024 8.30",
        "2024-12-31 23:59:59",
        "2024-12-31T00:00:00.000",
        "2024-12-31T00:00:00Z",
        "31-12-2024 00:00:00",
        "2024-12-31 T08:30:00,5+01:00",
        "2024-12-31T23:00-01:00",
    };
    (void)state;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        day_number day;
        if (day_parse(sv_of(forms[i]), &day) != DAY_OK || day != day_from_date(2024, 12, 31))
            fail_msg("%s", forms[i]);
    }
    day_number day;
    assert_int_equal(day_parse(sv_of("1-2-2024"), &day), DAY_OK);
    assert_int_equal(day, day_from_date(2024, 2, 1));
}

static void what_is_wrong_with_a_date_is_told(void **state)
{
    static const struct {
        const char *text;
        enum day_error error;
    } cases[] = {
        {"31-12-24", DAY_TWO_DIGIT_YEAR},
        {"1.2.24", DAY_TWO_DIGIT_YEAR},
        {"29-02-2023", DAY_NOT_IN_CALENDAR},
        {"2023-02-29", DAY_NOT_IN_CALENDAR},
        {"31-13-2024", DAY_NOT_IN_CALENDAR},
        {"0-1-2024", DAY_NOT_IN_CALENDAR},
        {"", DAY_FORM},
        {"45657", DAY_FORM},
        {"i morgen", DAY_FORM},
        {"31-12/2024", DAY_FORM},
        {"31-12-2024x", DAY_FORM},
        {"31-12-2024 x", DAY_FORM},
        {"31-12-2024 25:00", DAY_FORM},
        {"31-12-2024 12:60", DAY_FORM},
        {"31-12-202", DAY_FORM},
        {"31-12-20244", DAY_FORM},
        {"2024-1-1", DAY_FORM},
        {"2024/12/31", DAY_FORM},
        {"31-12", DAY_FORM},
        {"31", DAY_FORM},
        {"31-x", DAY_FORM},
        {"31x12-2024", DAY_FORM},
        {"2024-12-3", DAY_FORM},
        {"31-12-2024 ", DAY_FORM},
        {"31-12-2024 12", DAY_FORM},
        {"31-12-2024 12x30", DAY_FORM},
        {"31-12-2024 12:3", DAY_FORM},
        {"31-12-2024 12:30 i nat", DAY_FORM},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        day_number day = 0;
        if (day_parse(sv_of(cases[i].text), &day) != cases[i].error || day != DAY_NONE)
            fail_msg("»%s«", cases[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_of_ten_thousand_years_comes_back_as_itself),
        cmocka_unit_test(known_days_have_their_numbers),
        cmocka_unit_test(a_day_that_no_calendar_has_is_refused),
        cmocka_unit_test(dates_are_read_in_all_the_forms_that_exports_have),
        cmocka_unit_test(what_is_wrong_with_a_date_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
