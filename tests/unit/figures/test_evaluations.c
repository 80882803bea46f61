#include "data_builder.h"

static void begin(struct builder *b)
{
    builder_init(b);
    add_agreement(b, "A1", "2015-01-01", "");
    add_agreement(b, "A2", "2015-01-01", "");
}

static void answers_are_counted_and_their_mean_taken_by_question(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_evaluation(&b, "A1", 2024, "plan", 2);
    add_evaluation(&b, "A1", 2024, "plan", 3);
    add_evaluation(&b, "A1", 2024, "plan", 5);
    add_evaluation(&b, "A1", 2024, "effekt", 4);
    count(&b, "2024");
    assert_value(&b, "evaluering.svar;2024;A1;;plan", "3,333333");
    assert_value(&b, "evaluering.antal;2024;A1;;plan", "3");
    assert_value(&b, "evaluering.svar;2024;A1;;effekt", "4");
    assert_value(&b, "evaluering.antal;2024;;;effekt", "1");
    builder_free(&b);
}

static void for_all_agreements_the_mean_is_over_all_answers(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_evaluation(&b, "A1", 2024, "plan", 1);
    add_evaluation(&b, "A1", 2024, "plan", 1);
    add_evaluation(&b, "A1", 2024, "plan", 1);
    add_evaluation(&b, "A2", 2024, "plan", 5);
    count(&b, "2024");
    assert_value(&b, "evaluering.svar;2024;;;plan", "2");
    assert_value(&b, "evaluering.svar;2024;A2;;plan", "5");
    assert_value(&b, "evaluering.antal;2024;;;plan", "4");
    builder_free(&b);
}

static void the_spread_has_rows_only_for_answers_that_were_given(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_evaluation(&b, "A1", 2024, "plan", 1);
    add_evaluation(&b, "A1", 2024, "plan", 5);
    add_evaluation(&b, "A2", 2024, "plan", 5);
    count(&b, "2024");
    assert_value(&b, "evaluering.fordeling;2024;;;plan:5", "2");
    assert_value(&b, "evaluering.fordeling;2024;A1;;plan:1", "1");
    assert_value(&b, "evaluering.fordeling;2024;A2;;plan:1", "-");
    assert_value(&b, "evaluering.fordeling;2024;;;plan:3", "-");
    assert_int_equal(rows_beginning(&b, "evaluering.fordeling;2024;"), 5);
    builder_free(&b);
}

static void a_remark_without_an_answer_counts_nowhere(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_evaluation(&b, "A1", 2024, "plan", 0);
    count(&b, "2024");
    assert_int_equal(rows_beginning(&b, "evaluering."), 0);
    builder_free(&b);
}

static void an_agreement_or_question_without_answers_has_no_rows(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_evaluation(&b, "A1", 2024, "plan", 4);
    count(&b, "2024");
    assert_int_equal(rows_beginning(&b, "evaluering.svar;2024;"), 2);
    assert_value(&b, "evaluering.svar;2024;A2;;plan", "-");
    assert_value(&b, "evaluering.antal;2024;;;effekt", "-");
    builder_free(&b);
}

static void without_answers_the_mean_has_no_value_and_the_count_is_none(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_evaluation(&b, "A1", 2024, "plan", 4);
    count(&b, "2024");
    struct figure_key key = figure_key(&b.figures, FIGURE_EVALUATION_ANSWER);
    key = figure_key_code(&b.figures, key, sv_of("effekt"));
    assert_false(ratio_has_value(figures_value(&b.figures, key)));
    key.figure = FIGURE_EVALUATION_COUNT;
    assert_int_equal(ratio_compare(figures_value(&b.figures, key), ratio_whole(0)), 0);
    key = figure_key(&b.figures, FIGURE_READINGS_CHANGE);
    key = figure_key_code(&b.figures, key, sv_of("robusthed"));
    assert_false(ratio_has_value(figures_value(&b.figures, key)));
    builder_free(&b);
}

static void answers_belong_to_the_year_they_are_of_whenever_they_were_given(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_evaluation(&b, "A1", 2023, "plan", 2);
    add_evaluation(&b, "A1", 2024, "plan", 4)->date = day("2025-01-10");
    count(&b, "2024");
    assert_value(&b, "evaluering.svar;2023;;;plan", "2");
    assert_value(&b, "evaluering.svar;2024;;;plan", "4");
    assert_value(&b, "evaluering.svar;2022;;;plan", "-");
    builder_free(&b);
}

static void a_half_year_has_the_answers_of_its_year(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_evaluation(&b, "A1", 2023, "plan", 2);
    add_evaluation(&b, "A1", 2024, "plan", 4);
    count(&b, "2024-2");
    assert_value(&b, "evaluering.svar;2024-2;A1;;plan", "4");
    assert_value(&b, "evaluering.svar;2024;A1;;plan", "4");
    assert_value(&b, "evaluering.svar;2023-2;A1;;plan", "2");
    count(&b, "2024-1");
    assert_value(&b, "evaluering.svar;2024-1;;;plan", "4");
    builder_free(&b);
}

/* ---- The spring evaluation as a report of its own ---- */

static void the_evaluation_is_of_the_year_and_shows_courses_of_the_year_before(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_ended(&b, "B1", "A1", "2022-05-01", "2023-05-01", "fleksjob");
    add_ended(&b, "B2", "A1", "2023-05-01", "2024-02-01", "fleksjob");
    const struct figures *figures = count_evaluation(&b, 2024, "");
    assert_int_equal(figures->period_count, 2);
    assert_string_equal(figures->periods[figures->report].name, "2024");
    assert_string_equal(figures->periods[figures->previous].name, "2023");
    assert_int_equal(figures->judged_at, day("2024-02-29"));
    assert_false(figures->preliminary);
    assert_value(&b, "forloeb.afsluttede;2023;;;", "1");
    assert_value(&b, "forloeb.varighed;2023;A1;;", "366");
    assert_value(&b, "forloeb.udfald;2023;A1;unge;fleksjob", "1");
    assert_value(&b, "forloeb.pladser_udnyttelse;2023;A1;;", "-");
    assert_value(&b, "forloeb.afsluttede;2024;;;", "-");
    assert_value(&b, "forloeb.varighed;2024;;;", "-");
    builder_free(&b);
}

static void the_evaluation_shows_the_answers_of_both_years(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_evaluation(&b, "A1", 2022, "plan", 1);
    add_evaluation(&b, "A1", 2023, "plan", 2);
    add_evaluation(&b, "A1", 2024, "plan", 4)->date = day("2024-04-12");
    count_evaluation(&b, 2024, "");
    assert_value(&b, "evaluering.svar;2024;A1;;plan", "4");
    assert_value(&b, "evaluering.svar;2023;;;plan", "2");
    assert_int_equal(rows_beginning(&b, "evaluering.svar;"), 4);
    builder_free(&b);
}

static void the_evaluation_has_nothing_of_jobs_enterprises_goals_or_grants(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_enterprise(&b, "V1", "virksomhed", "2020-01-01", "");
    add_job(&b, "B1", "V1", "fleksjob", "2023-02-01", "");
    add_goal(&b, "N1", GOAL_YEARLY, "job.nye", "", 30);
    add_application(&b, "Fonden", "2023-01-01", "2023-02-01", 10, 10);
    count_evaluation(&b, 2024, "");
    assert_int_equal(rows_beginning(&b, "job."), 0);
    assert_int_equal(rows_beginning(&b, "virksomhed."), 0);
    assert_int_equal(rows_beginning(&b, "aftale."), 0);
    assert_int_equal(rows_beginning(&b, "maal."), 0);
    assert_int_equal(rows_beginning(&b, "fundraising."), 0);
    builder_free(&b);
}

static void what_an_agreement_has_come_to_is_added_up_to_the_cutoff(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_ended(&b, "B1", "A1", "2016-01-01", "2017-01-01", "fleksjob");
    add_ended(&b, "B2", "A1", "2023-01-01", "2024-02-29", "stoppet")->dropout_reason =
        code_in(&b, CODES_DROPOUT_REASON, "helbred");
    add_ended(&b, "B3", "A1", "2023-01-01", "2024-02-28", "stoppet");
    add_ended(&b, "B4", "A1", "2023-01-01", "2024-01-28", "");
    add_ended(&b, "B5", "A1", "2023-01-01", "2024-03-01", "fleksjob");
    add_course(&b, "B6", "A1", "unge", "2023-01-01", "");
    count_evaluation(&b, 2024, "");
    assert_value(&b, "forloeb.afsluttede_ialt;2024;A1;;", "4");
    assert_value(&b, "forloeb.udfald_ialt;2024;A1;;fleksjob", "1");
    assert_value(&b, "forloeb.udfald_ialt;2024;A1;;stoppet", "2");
    assert_value(&b, "forloeb.udfald_ialt;2024;A1;;uoplyst", "1");
    assert_value(&b, "forloeb.udfald_ialt;2024;A1;;andet", "-");
    assert_value(&b, "forloeb.afbrud_ialt;2024;A1;;helbred", "1");
    assert_value(&b, "forloeb.afbrud_ialt;2024;A1;;andet", "1");
    assert_value(&b, "forloeb.positive_ialt;2024;A1;;", "1");
    assert_value(&b, "forloeb.effekt_ialt;2024;A1;;", "0,25");
    count_evaluation(&b, 2024, "2024-03-01");
    assert_value(&b, "forloeb.afsluttede_ialt;2024;A1;;", "5");
    assert_value(&b, "forloeb.effekt_ialt;2024;A1;;", "0,4");
    builder_free(&b);
}

static void added_up_figures_are_per_agreement_and_of_the_reports_year_alone(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_ended(&b, "B1", "A1", "2016-01-01", "2017-01-01", "fleksjob");
    count_evaluation(&b, 2024, "");
    assert_value(&b, "forloeb.afsluttede_ialt;2024;;;", "-");
    assert_value(&b, "forloeb.afsluttede_ialt;2023;A1;;", "-");
    assert_value(&b, "forloeb.afsluttede_ialt;2024;A1;unge;", "-");
    assert_value(&b, "forloeb.afsluttede_ialt;2024;A2;;", "0");
    assert_value(&b, "forloeb.positive_ialt;2024;A2;;", "0");
    assert_value(&b, "forloeb.effekt_ialt;2024;A2;;", "");
    count(&b, "2024");
    assert_int_equal(rows_beginning(&b, "forloeb.afsluttede_ialt"), 0);
    builder_free(&b);
}

static void an_agreements_own_list_says_what_is_positive_in_all(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_ended(&b, "B1", "A1", "2016-01-01", "2017-01-01", "praktik");
    add_ended(&b, "B2", "A1", "2016-01-01", "2017-01-01", "fleksjob");
    struct agreement *agreement = b.data.tables[TABLE_AGREEMENTS].data;
    agreement->positive_outcomes = UINT64_C(1) << code_in(&b, CODES_OUTCOME, "praktik");
    add_ended(&b, "B3", "A1", "2016-01-01", "2017-01-01", "praktik");
    count_evaluation(&b, 2024, "");
    assert_value(&b, "forloeb.positive_ialt;2024;A1;;", "2");
    builder_free(&b);
}

static void an_extract_before_the_cutoff_makes_the_evaluation_preliminary(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    b.data.settings.extract_date = day("2024-01-31");
    add_ended(&b, "B1", "A1", "2023-01-01", "2024-01-31", "fleksjob");
    add_ended(&b, "B2", "A1", "2023-01-01", "2024-02-01", "fleksjob");
    add_evaluation(&b, "A1", 2024, "plan", 4);
    const struct figures *figures = count_evaluation(&b, 2024, "");
    assert_true(figures->preliminary);
    assert_int_equal(figures->judged_at, day("2024-01-31"));
    assert_value(&b, "forloeb.afsluttede_ialt;2024;A1;;", "1");
    assert_value(&b, "evaluering.svar;2024;A1;;plan", "4");
    builder_free(&b);
}

static void an_extract_within_the_year_before_ends_that_year_and_keeps_the_answers(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    b.data.settings.extract_date = day("2023-10-31");
    add_ended(&b, "B1", "A1", "2023-01-01", "2023-10-31", "fleksjob");
    add_ended(&b, "B2", "A1", "2023-01-01", "2023-11-01", "fleksjob");
    add_evaluation(&b, "A1", 2024, "plan", 4);
    count_evaluation(&b, 2024, "2023-09-30");
    assert_true(b.figures.preliminary);
    assert_int_equal(b.figures.judged_at, day("2023-09-30"));
    assert_value(&b, "forloeb.afsluttede;2023;A1;;", "1");
    assert_value(&b, "forloeb.afsluttede_ialt;2024;A1;;", "0");
    assert_value(&b, "evaluering.antal;2024;A1;;plan", "1");
    builder_free(&b);
}

static void no_strategy_is_needed_to_evaluate(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    count_evaluation(&b, 2020, "");
    assert_null(b.figures.strategy);
    assert_int_equal(b.diag.count, 0);
    count_evaluation(&b, 2024, "");
    assert_non_null(b.figures.strategy);
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_are_counted_and_their_mean_taken_by_question),
        cmocka_unit_test(for_all_agreements_the_mean_is_over_all_answers),
        cmocka_unit_test(the_spread_has_rows_only_for_answers_that_were_given),
        cmocka_unit_test(a_remark_without_an_answer_counts_nowhere),
        cmocka_unit_test(an_agreement_or_question_without_answers_has_no_rows),
        cmocka_unit_test(without_answers_the_mean_has_no_value_and_the_count_is_none),
        cmocka_unit_test(answers_belong_to_the_year_they_are_of_whenever_they_were_given),
        cmocka_unit_test(a_half_year_has_the_answers_of_its_year),
        cmocka_unit_test(the_evaluation_is_of_the_year_and_shows_courses_of_the_year_before),
        cmocka_unit_test(the_evaluation_shows_the_answers_of_both_years),
        cmocka_unit_test(the_evaluation_has_nothing_of_jobs_enterprises_goals_or_grants),
        cmocka_unit_test(what_an_agreement_has_come_to_is_added_up_to_the_cutoff),
        cmocka_unit_test(added_up_figures_are_per_agreement_and_of_the_reports_year_alone),
        cmocka_unit_test(an_agreements_own_list_says_what_is_positive_in_all),
        cmocka_unit_test(an_extract_before_the_cutoff_makes_the_evaluation_preliminary),
        cmocka_unit_test(an_extract_within_the_year_before_ends_that_year_and_keeps_the_answers),
        cmocka_unit_test(no_strategy_is_needed_to_evaluate),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
