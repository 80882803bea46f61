#include "data_builder.h"

/* The set with these codes of a list, which are separated by `|`. */
static uint64_t set_of(struct builder *b, enum code_list_id list, const char *codes)
{
    struct sv rest = sv_of(codes);
    struct sv code;
    uint64_t set = 0;
    while (sv_split(&rest, '|', &code))
        set |= UINT64_C(1) << code_in(b, list, sv_text(&b->arena, code));
    return set;
}

static void trials_begin_in_the_period_of_their_first_day(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_trial(&b, "2024-01-01", "", "i_gang");
    add_trial(&b, "2024-12-31", "", "i_gang");
    add_trial(&b, "2023-12-31", "", "i_gang");
    count(&b, "2024");
    assert_value(&b, "proevehandling.igangsatte;2024;;;", "2");
    assert_value(&b, "proevehandling.igangsatte;2023;;;", "1");
    assert_value(&b, "proevehandling.igangsatte;2022;;;", "0");
    builder_free(&b);
}

static void the_status_is_counted_for_those_that_ran_in_the_period(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_trial(&b, "2022-01-01", "2023-12-31", "stoppet");
    add_trial(&b, "2022-01-01", "2024-01-01", "skaleret");
    add_trial(&b, "2022-01-01", "", "i_gang");
    add_trial(&b, "2024-12-31", "", "i_gang");
    add_trial(&b, "2025-01-01", "", "ide");
    count(&b, "2024");
    assert_value(&b, "proevehandling.status;2024;;;i_gang", "2");
    assert_value(&b, "proevehandling.status;2024;;;skaleret", "1");
    assert_value(&b, "proevehandling.status;2024;;;stoppet", "-");
    assert_value(&b, "proevehandling.status;2024;;;ide", "-");
    assert_value(&b, "proevehandling.status;2023;;;stoppet", "1");
    assert_int_equal(rows_beginning(&b, "proevehandling.status;2021"), 0);
    builder_free(&b);
}

static void two_sectors_make_it_one_across_sectors(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_trial(&b, "2024-01-01", "", "i_gang");
    add_trial(&b, "2024-01-01", "", "i_gang")->sectors = set_of(&b, CODES_SECTOR, "civilsamfund");
    add_trial(&b, "2024-01-01", "", "i_gang")->sectors = set_of(&b, CODES_SECTOR, "offentlig|privat");
    add_trial(&b, "2023-01-01", "", "i_gang")->sectors =
        set_of(&b, CODES_SECTOR, "offentlig|privat|civilsamfund");
    count(&b, "2024");
    assert_value(&b, "proevehandling.tvaersektorielle;2024;;;", "2");
    assert_value(&b, "proevehandling.tvaersektorielle;2023;;;", "1");
    assert_value(&b, "proevehandling.tvaersektorielle;2022;;;", "0");
    builder_free(&b);
}

static void a_local_partner_must_be_stated(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_trial(&b, "2024-01-01", "", "i_gang")->local_partner = YES;
    add_trial(&b, "2024-01-01", "", "i_gang")->local_partner = NO;
    add_trial(&b, "2024-01-01", "", "i_gang")->local_partner = UNSTATED;
    add_trial(&b, "2022-01-01", "2022-06-01", "stoppet")->local_partner = YES;
    count(&b, "2024");
    assert_value(&b, "proevehandling.lokal_partner;2024;;;", "1");
    assert_value(&b, "proevehandling.lokal_partner;2022;;;", "1");
    builder_free(&b);
}

static void a_trial_counts_under_each_un_goal_it_serves(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_trial(&b, "2024-01-01", "", "i_gang")->un_goals = set_of(&b, CODES_UN_GOAL, "8|10|17");
    add_trial(&b, "2024-01-01", "", "i_gang")->un_goals = set_of(&b, CODES_UN_GOAL, "1|8");
    count(&b, "2024");
    assert_value(&b, "proevehandling.verdensmaal;2024;;;8", "2");
    assert_value(&b, "proevehandling.verdensmaal;2024;;;1", "1");
    assert_value(&b, "proevehandling.verdensmaal;2024;;;17", "1");
    assert_value(&b, "proevehandling.verdensmaal;2024;;;7", "-");
    assert_int_equal(rows_beginning(&b, "proevehandling.verdensmaal;"), 4);
    builder_free(&b);
}

static void a_year_after_the_extract_has_no_trials(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    b.data.settings.extract_date = day("2023-06-30");
    add_trial(&b, "2023-01-01", "", "i_gang");
    add_trial(&b, "2023-07-01", "", "ide");
    count(&b, "2024");
    assert_value(&b, "proevehandling.status;2023;;;i_gang", "1");
    assert_value(&b, "proevehandling.status;2023;;;ide", "-");
    assert_value(&b, "proevehandling.status;2024;;;i_gang", "-");
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trials_begin_in_the_period_of_their_first_day),
        cmocka_unit_test(the_status_is_counted_for_those_that_ran_in_the_period),
        cmocka_unit_test(two_sectors_make_it_one_across_sectors),
        cmocka_unit_test(a_local_partner_must_be_stated),
        cmocka_unit_test(a_trial_counts_under_each_un_goal_it_serves),
        cmocka_unit_test(a_year_after_the_extract_has_no_trials),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
