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

static void the_latest_date_is_when_something_began_or_was_followed_up_never_an_end(void **state)
{
    struct data_set data;
    (void)state;
    data_set_init(&data, &arena);
    assert_int_equal(data_latest_date(&data), DAY_NONE);
    struct course course = {.start = 10, .end = day_from_date(9999, 12, 31)};
    data.tables[TABLE_COURSES].data = &course;
    data.tables[TABLE_COURSES].count = 1;
    assert_int_equal(data_latest_date(&data), 10);
    struct job job = {.start = 20, .end = 25};
    data.tables[TABLE_JOBS].data = &job;
    data.tables[TABLE_JOBS].count = 1;
    assert_int_equal(data_latest_date(&data), 20);
    struct follow_up follow_up = {.date = 30};
    data.tables[TABLE_FOLLOW_UPS].data = &follow_up;
    data.tables[TABLE_FOLLOW_UPS].count = 1;
    assert_int_equal(data_latest_date(&data), 30);
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
        cmocka_unit_test(the_latest_date_is_when_something_began_or_was_followed_up_never_an_end),
        cmocka_unit_test(a_strategy_covers_its_first_and_last_year),
        cmocka_unit_test(a_new_data_set_has_built_in_codes_and_the_default_limit),
    };
    arena_init(&arena, NULL);
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
