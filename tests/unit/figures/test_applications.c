#include "data_builder.h"

#include "donors.h"

static uint16_t model(struct builder *b, const char *name)
{
    return code_in(b, CODES_FUNDRAISING_MODEL, name);
}

static void applications_count_by_the_day_they_were_sent_and_by_model(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_application(&b, "A", "2024-01-01", "", 1000, -1);
    add_application(&b, "B", "2024-12-31", "", 500, -1)->model = model(&b, "egen");
    add_application(&b, "C", "2023-12-31", "2024-02-01", 70, 70);
    count(&b, "2024");
    assert_value(&b, "fundraising.ansoegninger;2024;;;", "2");
    assert_value(&b, "fundraising.ansoegninger;2024;;;kommune", "1");
    assert_value(&b, "fundraising.ansoegninger;2024;;;egen", "1");
    assert_value(&b, "fundraising.ansoegninger;2024;;;no_cure_no_pay", "-");
    assert_value(&b, "fundraising.ansoegt;2024;;;", "1500");
    assert_value(&b, "fundraising.ansoegt;2024;;;egen", "500");
    assert_value(&b, "fundraising.ansoegt;2023;;;", "70");
    builder_free(&b);
}

static void grants_count_by_the_day_they_were_decided(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_application(&b, "A", "2023-06-01", "2024-01-01", 1000, 800);
    add_application(&b, "B", "2024-06-01", "2025-01-01", 1000, 900);
    add_application(&b, "C", "2024-06-01", "2024-12-31", 1000, 1)->model = model(&b, "egen");
    count(&b, "2024");
    assert_value(&b, "fundraising.bevillinger;2024;;;", "2");
    assert_value(&b, "fundraising.bevillinger;2024;;;kommune", "1");
    assert_value(&b, "fundraising.bevilget;2024;;;", "801");
    assert_value(&b, "fundraising.bevilget;2024;;;egen", "1");
    assert_value(&b, "fundraising.bevillinger;2023;;;", "0");
    assert_value(&b, "fundraising.bevillinger;2023;;;kommune", "-");
    builder_free(&b);
}

static void a_decision_without_money_is_no_grant(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_application(&b, "A", "2024-01-01", "2024-02-01", 1000, 0);
    add_application(&b, "B", "2024-01-01", "2024-02-01", 1000, -1);
    add_application(&b, "C", "2024-01-01", "", 1000, 1000);
    count(&b, "2024");
    assert_value(&b, "fundraising.bevillinger;2024;;;", "0");
    assert_value(&b, "fundraising.bevilget;2024;;;", "0");
    assert_value(&b, "fundraising.givere;2024;;;", "0");
    builder_free(&b);
}

static void the_success_rate_is_grants_of_all_that_was_decided(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_application(&b, "A", "2023-01-01", "2024-02-01", 1000, 0);
    add_application(&b, "B", "2024-01-01", "2024-02-01", 1000, -1);
    add_application(&b, "C", "2024-01-01", "2024-03-01", 1000, 10);
    add_application(&b, "D", "2024-01-01", "", 1000, -1);
    count(&b, "2024");
    assert_value(&b, "fundraising.succesrate;2024;;;", "0,333333");
    assert_value(&b, "fundraising.succesrate;2023;;;", "");
    builder_free(&b);
}

static void a_donor_with_several_grants_counts_once_however_written(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_application(&b, "Æblets Fond", "2024-01-01", "2024-02-01", 10, 10);
    add_application(&b, "Den Blå Fond", "2024-01-01", "2024-02-01", 10, 10);
    add_application(&b, "æblets  fond", "2024-01-01", "2024-03-01", 10, 10);
    add_application(&b, "Æblet Fond", "2024-01-01", "2024-03-01", 10, 10);
    count(&b, "2024");
    assert_value(&b, "fundraising.givere;2024;;;", "3");
    assert_value(&b, "fundraising.givere;2022;;;", "0");
    builder_free(&b);
}

static void donors_give_again_when_they_had_a_grant_before_the_period(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_application(&b, "Fond A", "2023-01-01", "2023-12-31", 10, 10);
    add_application(&b, "Fond B", "2023-01-01", "2024-01-01", 10, 10);
    add_application(&b, "Fond C", "2023-01-01", "2023-06-01", 10, 0);
    add_application(&b, "FOND A", "2024-01-01", "2024-05-01", 10, 10);
    add_application(&b, "Fond A", "2024-01-01", "2024-06-01", 10, 10);
    add_application(&b, "Fond B", "2024-01-01", "2024-07-01", 10, 10);
    add_application(&b, "Fond C", "2024-01-01", "2024-07-01", 10, 10);
    count(&b, "2024-2");
    assert_value(&b, "fundraising.gengangere;2024;;;", "1");
    assert_value(&b, "fundraising.gengangere;2024-2;;;", "1");
    assert_value(&b, "fundraising.givere;2024-2;;;", "2");
    assert_value(&b, "fundraising.gengangere;2023;;;", "0");
    builder_free(&b);
}

static void the_earliest_grant_counts_wherever_its_row_stands(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_application(&b, "Fond A", "2024-01-01", "2024-05-01", 10, 10);
    add_application(&b, "Fond B", "2024-01-01", "2024-05-01", 10, 10);
    add_application(&b, "Fond A", "2020-01-01", "2020-05-01", 10, 10);
    count(&b, "2024");
    assert_value(&b, "fundraising.gengangere;2024;;;", "1");
    builder_free(&b);
}

static void what_was_decided_after_the_extract_is_undecided(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    b.data.settings.extract_date = day("2024-03-31");
    add_application(&b, "A", "2024-01-01", "2024-03-31", 10, 10);
    add_application(&b, "B", "2024-01-01", "2024-04-01", 10, 0);
    add_application(&b, "C", "2024-04-01", "", 10, -1);
    count(&b, "2024");
    assert_value(&b, "fundraising.succesrate;2024;;;", "1");
    assert_value(&b, "fundraising.ansoegninger;2024;;;", "2");
    builder_free(&b);
}

static void amounts_keep_their_oere(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_application(&b, "A", "2024-01-01", "2024-03-31", 10, 10)->granted = 10 * DECIMAL_ONE + 250000;
    add_application(&b, "B", "2024-01-01", "2024-03-31", 10, 10)->granted = 10 * DECIMAL_ONE + 500000;
    count(&b, "2024");
    assert_value(&b, "fundraising.bevilget;2024;;;", "20,75");
    assert_value(&b, "fundraising.bevilget;2024;;;kommune", "20,75");
    builder_free(&b);
}

static void names_fold_by_case_and_blanks_and_nothing_else(void **state)
{
    static const char *const same[][2] = {
        {"Fonden Å", "fonden å"},
        {"ÉCLAT", "éclat"},
        {"A B", "AB"},
        {"A\xC2\xA0"
         "B",
         "a b"},
        {" A\tB\n", "ab"},
    };
    static const char *const different[][2] = {
        {"A-B", "A.B"},    {"Aage", "Åge"}, {"A×B", "A÷B"}, {"§ 5-fonden", "5-fonden"},
        {"A\u00AB", "AB"}, {"A", "AA"},
    };
    struct arena arena;
    (void)state;
    arena_init(&arena, NULL);
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        assert_true(sv_equal(donor_fold(&arena, sv_of(same[i][0])), donor_fold(&arena, sv_of(same[i][1]))));
    for (size_t i = 0; i < sizeof different / sizeof *different; i++)
        assert_false(
            sv_equal(donor_fold(&arena, sv_of(different[i][0])), donor_fold(&arena, sv_of(different[i][1]))));
    assert_true(sv_is(donor_fold(&arena, sv_of("Den Gyldne Ø")), "dengyldneø"));
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(applications_count_by_the_day_they_were_sent_and_by_model),
        cmocka_unit_test(grants_count_by_the_day_they_were_decided),
        cmocka_unit_test(a_decision_without_money_is_no_grant),
        cmocka_unit_test(the_success_rate_is_grants_of_all_that_was_decided),
        cmocka_unit_test(a_donor_with_several_grants_counts_once_however_written),
        cmocka_unit_test(donors_give_again_when_they_had_a_grant_before_the_period),
        cmocka_unit_test(the_earliest_grant_counts_wherever_its_row_stands),
        cmocka_unit_test(what_was_decided_after_the_extract_is_undecided),
        cmocka_unit_test(amounts_keep_their_oere),
        cmocka_unit_test(names_fold_by_case_and_blanks_and_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
