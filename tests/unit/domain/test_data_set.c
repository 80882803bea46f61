#include "data_set.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct arena arena;

static uint16_t outcome(const struct data_set *data, const char *code)
{
    return code_of(&data->codes, CODES_OUTCOME, code);
}

static void an_agreement_may_have_its_own_idea_of_success(void **state)
{
    struct data_set data;
    (void)state;
    data_set_init(&data, &arena);
    struct agreement two[2] = {{.positive_outcomes = 0},
                               {.positive_outcomes = UINT64_C(1) << outcome(&data, "praktik")}};
    data.tables[TABLE_AGREEMENTS].data = two;
    data.tables[TABLE_AGREEMENTS].count = 2;
    assert_true(outcome_is_positive(&data, 0, outcome(&data, "fleksjob")));
    assert_false(outcome_is_positive(&data, 0, outcome(&data, "praktik")));
    assert_false(outcome_is_positive(&data, 1, outcome(&data, "fleksjob")));
    assert_true(outcome_is_positive(&data, 1, outcome(&data, "praktik")));
    assert_true(outcome_is_positive(&data, ROW_NONE, outcome(&data, "fleksjob")));
    assert_false(outcome_is_positive(&data, 0, CODE_NONE));
}

static void put_one(struct data_set *data, enum table_id table, void *record)
{
    data->tables[table].data = record;
    data->tables[table].count = 1;
}

static void the_latest_date_is_when_something_happened_never_an_end(void **state)
{
    struct data_set data;
    (void)state;
    data_set_init(&data, &arena);
    assert_int_equal(data_latest_date(&data), DAY_NONE);
    struct course course = {.start = 10, .end = day_from_date(9999, 12, 31)};
    struct job job = {.start = 20, .end = 25};
    struct follow_up follow_up = {.date = 30};
    struct evaluation answer = {.date = 40};
    struct application application = {.submitted = 50, .decided = 55};
    struct trial trial = {.start = 60, .end = 65};
    struct purchase purchase = {.date = 70};
    struct progression_reading reading = {.date = 80};
    void *const records[TABLES] = {
        [TABLE_COURSES] = &course,           [TABLE_JOBS] = &job,         [TABLE_FOLLOW_UPS] = &follow_up,
        [TABLE_EVALUATIONS] = &answer,       [TABLE_TRIALS] = &trial,     [TABLE_PURCHASES] = &purchase,
        [TABLE_APPLICATIONS] = &application, [TABLE_READINGS] = &reading,
    };
    int days = 0;
    for (enum table_id table = 0; table < TABLES; table++) {
        if (!records[table])
            continue;
        put_one(&data, table, records[table]);
        days += 10;
        assert_int_equal(data_latest_date(&data), days);
    }
    assert_int_equal(days, 80);
}

static void an_answer_without_a_date_moves_nothing(void **state)
{
    struct data_set data;
    struct course course = {.start = 10};
    struct evaluation answer = {.date = DAY_NONE};
    (void)state;
    data_set_init(&data, &arena);
    put_one(&data, TABLE_COURSES, &course);
    put_one(&data, TABLE_EVALUATIONS, &answer);
    assert_int_equal(data_latest_date(&data), 10);
}

static void what_is_dated_after_the_extract_has_not_happened(void **state)
{
    struct data_set data;
    struct course courses[2] = {{.start = 10}, {.start = 21}};
    (void)state;
    data_set_init(&data, &arena);
    put_one(&data, TABLE_COURSES, courses);
    data.tables[TABLE_COURSES].count = 2;
    data.settings.extract_date = 20;
    assert_int_equal(data_latest_date(&data), 10);
    data.settings.extract_date = 21;
    assert_int_equal(data_latest_date(&data), 21);
}

static void a_year_that_is_a_slip_is_not_the_latest(void **state)
{
    struct data_set data;
    struct course course = {.start = day_from_date(2024, 12, 1)};
    struct purchase purchase = {.date = day_from_date(2124, 11, 1)};
    (void)state;
    data_set_init(&data, &arena);
    put_one(&data, TABLE_PURCHASES, &purchase);
    assert_int_equal(data_latest_date(&data), purchase.date); /* nothing says otherwise */
    put_one(&data, TABLE_COURSES, &course);
    assert_int_equal(data_latest_date(&data), course.start);
}

static void a_strategy_covers_its_first_and_last_year(void **state)
{
    struct strategy two[] = {{.from_year = 2018, .to_year = 2020}, {.from_year = 2022, .to_year = 2025}};
    const struct settings settings = {.strategies = two, .strategy_count = 2};
    (void)state;
    assert_null(settings_strategy(&settings, 2017));
    assert_ptr_equal(settings_strategy(&settings, 2018), &two[0]);
    assert_ptr_equal(settings_strategy(&settings, 2020), &two[0]);
    assert_null(settings_strategy(&settings, 2021));
    assert_ptr_equal(settings_strategy(&settings, 2025), &two[1]);
}

static void a_new_data_set_has_built_in_codes_and_the_default_limit(void **state)
{
    struct data_set data;
    (void)state;
    data_set_init(&data, &arena);
    assert_int_equal(data.codes.count, CODES_BUILT_IN);
    assert_int_equal(data.settings.public_limit, 5);
    assert_int_equal(data.settings.inhabitants, WHOLE_NONE);
    assert_int_equal(data.settings.extract_date, DAY_NONE);
    assert_false(data.has_settings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_agreement_may_have_its_own_idea_of_success),
        cmocka_unit_test(the_latest_date_is_when_something_happened_never_an_end),
        cmocka_unit_test(an_answer_without_a_date_moves_nothing),
        cmocka_unit_test(what_is_dated_after_the_extract_has_not_happened),
        cmocka_unit_test(a_year_that_is_a_slip_is_not_the_latest),
        cmocka_unit_test(a_strategy_covers_its_first_and_last_year),
        cmocka_unit_test(a_new_data_set_has_built_in_codes_and_the_default_limit),
    };
    arena_init(&arena, NULL);
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
