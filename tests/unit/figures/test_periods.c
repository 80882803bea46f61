#include "data_builder.h"

/* The names of the periods, in their order. */
static const char *periods_of(struct builder *b, const char *report)
{
    const struct figures *figures = count(b, report);
    struct buffer names = buffer_in(&b->arena);
    for (size_t i = 0; i < figures->period_count; i++)
        buffer_format(&names, "%s ", figures->periods[i].name);
    return sv_text(&b->arena, buffer_view(&names));
}

static void a_year_is_shown_with_those_from_the_one_before_the_strategy(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    assert_string_equal(periods_of(&b, "2024"), "2021 2022 2023 2024 ");
    assert_int_equal(b.figures.report, 3);
    assert_int_equal(b.figures.previous, 2);
    assert_string_equal(periods_of(&b, "2022"), "2021 2022 ");
    builder_free(&b);
}

static void the_first_half_year_comes_with_the_same_half_a_year_before(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    assert_string_equal(periods_of(&b, "2024-1"), "2021 2022 2023-1 2023 2024-1 ");
    assert_string_equal(b.figures.periods[b.figures.report].name, "2024-1");
    assert_string_equal(b.figures.periods[b.figures.previous].name, "2023-1");
    builder_free(&b);
}

static void the_second_half_year_comes_with_the_whole_year_too(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    assert_string_equal(periods_of(&b, "2024-2"), "2021 2022 2023 2023-2 2024 2024-2 ");
    assert_string_equal(b.figures.periods[b.figures.report].name, "2024-2");
    builder_free(&b);
}

static void without_a_strategy_the_series_begins_five_years_before(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    assert_string_equal(periods_of(&b, "2021"), "2016 2017 2018 2019 2020 2021 ");
    assert_null(b.figures.strategy);
    assert_int_equal(b.diag.per_code[DIAG_NO_STRATEGY], 1);
    builder_free(&b);
}

static void a_half_year_holds_its_own_days(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_enterprise(&b, "V1", "virksomhed", "2024-06-30", "");
    add_enterprise(&b, "V2", "virksomhed", "2024-07-01", "");
    count(&b, "2024-1");
    assert_value(&b, "virksomhed.nye;2024-1;;;", "1");
    count(&b, "2024-2");
    assert_value(&b, "virksomhed.nye;2024-2;;;", "1");
    assert_value(&b, "virksomhed.nye;2024;;;", "2");
    builder_free(&b);
}

static void every_agreement_has_its_rows_with_or_without_courses(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_agreement(&b, "A1", "2015-01-01", "");
    count(&b, "2024");
    assert_value(&b, "forloeb.startede;2021;A1;;", "0");
    assert_value(&b, "forloeb.personer;2024;A1;;", "0");
    assert_value(&b, "job.nye;2024;A1;;", "0");
    assert_value(&b, "forloeb.progression;2024;A1;;tilbage", "0");
    builder_free(&b);
}

static void a_target_group_and_a_pair_have_rows_in_every_period_once_they_occur(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_agreement(&b, "A1", "2015-01-01", "");
    add_agreement(&b, "A2", "2015-01-01", "");
    add_ended(&b, "B1", "A1", "2016-01-01", "2016-02-01", "andet");
    count(&b, "2024");
    assert_value(&b, "forloeb.startede;2024;;unge;", "0");
    assert_value(&b, "forloeb.startede;2021;A1;unge;", "0");
    assert_value(&b, "forloeb.startede;2024;A2;unge;", "-");
    assert_value(&b, "forloeb.startede;2024;;stu;", "-");
    assert_value(&b, "job.nye;2024;;unge;", "-");
    builder_free(&b);
}

static void empty_tables_give_zeros_and_empty_values_for_all(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    count(&b, "2024");
    assert_value(&b, "forloeb.startede;2024;;;", "0");
    assert_value(&b, "forloeb.effekt;2024;;;", "");
    assert_value(&b, "job.nye;2021;;;", "0");
    assert_value(&b, "virksomhed.kant_andel;2024;;;", "");
    assert_value(&b, "aftale.nye;2024;;;", "0");
    assert_int_equal(rows_beginning(&b, "maal."), 0);
    builder_free(&b);
}

/* Ends planned for April and June, jobs begun before and after the extract of 31 March. */
static void build_with_an_early_extract(struct builder *b, const char *extract)
{
    builder_init(b);
    b->data.settings.extract_date = day(extract);
    add_agreement(b, "A1", "2023-01-01", "2024-06-30")->places = 1;
    add_enterprise(b, "V1", "virksomhed", "2023-01-01", "2024-04-30");
    add_course(b, "B1", "A1", "unge", "2023-11-01", "2024-06-30");
    add_course(b, "B2", "A1", "unge", "2024-03-30", "2024-03-31");
    add_job(b, "B1", "V1", "fleksjob", "2024-02-01", "2024-04-30");
    add_job(b, "B2", "V1", "fleksjob", "2024-04-02", "");
}

static void a_preliminary_year_is_counted_as_ending_on_the_extracts_date(void **state)
{
    struct builder b;
    (void)state;
    build_with_an_early_extract(&b, "2024-03-31");
    count(&b, "2024");
    assert_int_equal(b.figures.periods[b.figures.report].last, day("2024-03-31"));
    assert_string_equal(b.figures.periods[b.figures.report].name, "2024");
    assert_value(&b, "forloeb.afsluttede;2024;;;", "1");
    assert_value(&b, "forloeb.igang_ultimo;2024;;;", "1");
    assert_value(&b, "aftale.ophoerte;2024;;;", "0");
    assert_value(&b, "aftale.aktive_ultimo;2024;;;", "1");
    assert_value(&b, "virksomhed.lukkede;2024;;;", "0");
    assert_value(&b, "virksomhed.aktive_ultimo;2024;;;", "1");
    assert_value(&b, "job.nye;2024;;;", "1");
    assert_value(&b, "job.aktive_ultimo;2024;;;", "1");
    assert_value(&b, "job.akkumuleret;2024;;;03", "1");
    assert_value(&b, "job.akkumuleret;2024;;;04", "-");
    assert_value(&b, "forloeb.pladser_udnyttelse;2024;A1;;", "1,021978");
    assert_value(&b, "forloeb.startede;2023;;;", "1");
    builder_free(&b);
}

static void a_year_that_begins_after_the_extract_has_only_what_it_begins_with(void **state)
{
    struct builder b;
    (void)state;
    build_with_an_early_extract(&b, "2023-12-15");
    count(&b, "2024");
    assert_value(&b, "forloeb.igang_primo;2024;;;", "1");
    assert_value(&b, "forloeb.startede;2024;;;", "0");
    assert_value(&b, "forloeb.aktive;2024;;;", "0");
    assert_value(&b, "forloeb.igang_ultimo;2024;;;", "1");
    assert_value(&b, "forloeb.pladser_udnyttelse;2024;A1;;", "-");
    assert_value(&b, "job.akkumuleret;2024;;;01", "-");
    assert_value(&b, "virksomhed.aktive_ultimo;2024;;;", "1");
    assert_value(&b, "forloeb.igang_ultimo;2023;;;", "1");
    builder_free(&b);
}

static void an_extract_from_after_the_period_changes_nothing(void **state)
{
    struct builder b;
    (void)state;
    build_with_an_early_extract(&b, "2025-01-31");
    count(&b, "2024");
    assert_value(&b, "forloeb.afsluttede;2024;;;", "2");
    assert_value(&b, "job.nye;2024;;;", "2");
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_year_is_shown_with_those_from_the_one_before_the_strategy),
        cmocka_unit_test(the_first_half_year_comes_with_the_same_half_a_year_before),
        cmocka_unit_test(the_second_half_year_comes_with_the_whole_year_too),
        cmocka_unit_test(without_a_strategy_the_series_begins_five_years_before),
        cmocka_unit_test(a_half_year_holds_its_own_days),
        cmocka_unit_test(every_agreement_has_its_rows_with_or_without_courses),
        cmocka_unit_test(a_target_group_and_a_pair_have_rows_in_every_period_once_they_occur),
        cmocka_unit_test(a_preliminary_year_is_counted_as_ending_on_the_extracts_date),
        cmocka_unit_test(a_year_that_begins_after_the_extract_has_only_what_it_begins_with),
        cmocka_unit_test(an_extract_from_after_the_period_changes_nothing),
        cmocka_unit_test(empty_tables_give_zeros_and_empty_values_for_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
