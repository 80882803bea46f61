#include "effect_builder.h"

/* One payment of 100 kr. for a result, seen over 36 months. */
static void begin_with(struct builder *b, const char *result)
{
    begin_effect(b);
    add_enterprise(b, "V1", "virksomhed", "2015-01-01", "");
    add_enterprise(b, "V2", "virksomhed", "2015-01-01", "");
    add_payment(b, result, 100);
    add_scenario(b, "S", 0, 36, 0);
}

#define assert_results(builder, result, expected)                                                            \
    assert_value((builder), "effekt.resultater;;;;S:" result, (expected))

static void training_is_completed_on_the_180th_day(void **state)
{
    struct builder b;
    (void)state;
    begin_with(&b, "traening_gennemfoert");
    add_ended(&b, "B1", "A1", "2023-01-01", "2023-06-29", "stoppet"); /* day 180 */
    add_ended(&b, "B2", "A1", "2023-01-01", "2023-06-28", "stoppet");
    simulate(&b);
    assert_results(&b, "traening_gennemfoert", "1");
    assert_effect(&b, "betalinger", "m005", "100");
    builder_free(&b);
}

static void a_course_that_runs_may_have_completed_its_training_by_the_day(void **state)
{
    struct builder b;
    (void)state;
    begin_with(&b, "traening_gennemfoert");
    add_course(&b, "B1", "A1", "unge", "2024-07-05", ""); /* day 180 is 31 December */
    add_course(&b, "B2", "A1", "unge", "2024-07-06", "");
    add_ended(&b, "B3", "A1", "2024-07-05", "2025-03-01", "stoppet");
    simulate(&b);
    assert_results(&b, "traening_gennemfoert", "2");
    builder_free(&b);
}

static struct course *add_steps(struct builder *b, const char *before, const char *after)
{
    struct course *course = add_ended(b, "B1", "A1", "2023-01-01", "2023-06-01", "andet");
    course->step_start = code_in(b, CODES_STEP, before);
    course->step_end = code_in(b, CODES_STEP, after);
    return course;
}

static void placement_is_reached_from_below_it_when_the_course_ends(void **state)
{
    struct builder b;
    (void)state;
    begin_with(&b, "praktik");
    add_steps(&b, "afklaring", "praktik");
    add_steps(&b, "", "flere_timer");
    add_steps(&b, "praktik", "lille_job"); /* was there */
    add_steps(&b, "motivation", "afklaring");
    add_steps(&b, "motivation", "");
    add_steps(&b, "motivation", "praktik")->end = DAY_NONE;
    simulate(&b);
    assert_results(&b, "praktik", "2");
    assert_effect(&b, "betalinger", "m005", "200");
    builder_free(&b);
}

static void an_outcome_is_paid_for_whether_positive_or_not(void **state)
{
    struct builder b;
    (void)state;
    begin_with(&b, "udfald:stoppet");
    add_payment(&b, "udfald:uoplyst", 7);
    add_ended(&b, "B1", "A1", "2023-01-31", "2023-02-01", "stoppet");
    add_ended(&b, "B2", "A1", "2023-01-31", "2023-02-01", "andet");
    add_ended(&b, "B3", "A1", "2023-01-31", "2023-02-01", "");
    simulate(&b);
    assert_results(&b, "udfald:stoppet", "1");
    assert_results(&b, "udfald:uoplyst", "1");
    assert_effect(&b, "betalinger", "m001", "107");
    builder_free(&b);
}

/* ---- kept ---- */

static void begin_kept(struct builder *b, const char *result)
{
    begin_with(b, result);
    add_ended(b, "B1", "A1", "2023-01-01", "2023-01-31", "fleksjob");
}

static void keeping_is_reached_on_the_first_follow_up_180_or_360_days_after_the_end(void **state)
{
    struct builder b;
    (void)state;
    begin_kept(&b, "fastholdt_6");
    add_payment(&b, "fastholdt_12", 10);
    add_follow_up(&b, 0, "2023-07-29", true, "fleksjob");  /* 179 days */
    add_follow_up(&b, 0, "2024-01-25", true, "fleksjob");  /* 359 */
    add_follow_up(&b, 0, "2024-01-26", false, "fleksjob"); /* 360, and no meeting */
    simulate(&b);
    assert_results(&b, "fastholdt_6", "1");
    assert_results(&b, "fastholdt_12", "1");
    assert_effect(&b, "betalinger", "m012", "110");
    builder_free(&b);
}

static void half_a_year_is_180_days(void **state)
{
    struct builder b;
    (void)state;
    begin_kept(&b, "fastholdt_6");
    add_follow_up(&b, 0, "2023-07-30", true, "fleksjob");
    simulate(&b);
    assert_effect(&b, "betalinger", "m006", "100");
    builder_free(&b);
}

static void a_status_that_is_not_positive_ends_the_keeping(void **state)
{
    struct builder b;
    (void)state;
    begin_kept(&b, "fastholdt_6");
    add_follow_up(&b, 0, "2023-12-01", true, "fleksjob");
    add_follow_up(&b, 0, "2023-03-01", true, "andet"); /* earlier, though a later row */
    simulate(&b);
    assert_results(&b, "fastholdt_6", "0");
    builder_free(&b);
}

static void of_two_statuses_on_a_day_the_first_row_comes_first(void **state)
{
    struct builder b;
    (void)state;
    begin_kept(&b, "fastholdt_6");
    add_ended(&b, "B2", "A1", "2023-01-01", "2023-01-31", "fleksjob");
    add_follow_up(&b, 0, "2023-12-01", true, "fleksjob");
    add_follow_up(&b, 0, "2023-12-01", true, "andet");
    add_follow_up(&b, 1, "2023-12-01", true, "andet");
    add_follow_up(&b, 1, "2023-12-01", true, "fleksjob");
    simulate(&b);
    assert_results(&b, "fastholdt_6", "1");
    builder_free(&b);
}

static void follow_ups_without_a_status_or_by_the_end_or_after_the_day_do_not_count(void **state)
{
    struct builder b;
    (void)state;
    begin_kept(&b, "fastholdt_6");
    add_follow_up(&b, 0, "2023-01-31", true, "andet");
    add_follow_up(&b, 0, "2023-05-01", true, "");
    add_follow_up(&b, 0, "2025-01-01", true, "fleksjob");
    simulate(&b);
    assert_results(&b, "fastholdt_6", "0");
    builder_free(&b);
}

static void a_status_on_the_day_of_the_end_or_before_ends_no_keeping(void **state)
{
    struct builder b;
    (void)state;
    begin_kept(&b, "fastholdt_6");
    add_follow_up(&b, 0, "2023-01-30", true, "andet");
    add_follow_up(&b, 0, "2023-01-31", true, "andet");
    add_follow_up(&b, 0, "2023-12-01", true, "fleksjob");
    simulate(&b);
    assert_results(&b, "fastholdt_6", "1");
    builder_free(&b);
}

static void keeping_is_judged_by_the_agreements_own_list(void **state)
{
    struct builder b;
    (void)state;
    begin_kept(&b, "fastholdt_6");
    ((struct agreement *)b.data.tables[TABLE_AGREEMENTS].data)->positive_outcomes =
        UINT64_C(1) << code_in(&b, CODES_OUTCOME, "fleksjob") | UINT64_C(1)
                                                                    << code_in(&b, CODES_OUTCOME, "andet");
    add_follow_up(&b, 0, "2023-05-01", true, "andet");
    add_follow_up(&b, 0, "2023-12-01", true, "andet");
    simulate(&b);
    assert_results(&b, "fastholdt_6", "1");
    builder_free(&b);
}

static void only_courses_that_ended_positively_are_kept(void **state)
{
    struct builder b;
    (void)state;
    begin_with(&b, "fastholdt_6");
    add_ended(&b, "B1", "A1", "2023-01-01", "2023-01-31", "andet");
    add_follow_up(&b, 0, "2023-12-01", true, "fleksjob");
    simulate(&b);
    assert_results(&b, "fastholdt_6", "0");
    builder_free(&b);
}

static void a_result_is_paid_once_a_course(void **state)
{
    struct builder b;
    (void)state;
    begin_kept(&b, "fastholdt_6");
    add_follow_up(&b, 0, "2023-12-01", true, "fleksjob");
    add_follow_up(&b, 0, "2023-12-02", true, "fleksjob");
    simulate(&b);
    assert_results(&b, "fastholdt_6", "1");
    assert_effect(&b, "betalinger", "", "100");
    builder_free(&b);
}

static void results_after_the_horizon_are_not_paid(void **state)
{
    struct builder b;
    (void)state;
    begin_with(&b, "udfald:andet");
    add_ended(&b, "B1", "A1", "2020-01-31", "2023-01-01", "andet"); /* month 36 */
    add_ended(&b, "B2", "A1", "2020-01-31", "2023-02-01", "andet");
    simulate(&b);
    assert_results(&b, "udfald:andet", "1");
    assert_effect(&b, "betalinger", "m036", "100");
    builder_free(&b);
}

/* ---- enterprises ---- */

static void a_job_in_the_accelerator_that_is_held_for_180_days_is_paid_for(void **state)
{
    struct builder b;
    (void)state;
    begin_with(&b, "virksomhed_ansat");
    add_accelerator(&b, "V1", "2023-01-31", "2023-12-31", 5, 5);
    add_job_at(&b, "V1", "2023-01-31", "2023-07-29"); /* 180 days */
    add_job_at(&b, "V1", "2023-12-31", "");
    add_job_at(&b, "V1", "2023-02-01", "2023-07-29"); /* 179 */
    add_job_at(&b, "V1", "2023-01-30", "");           /* before */
    add_job_at(&b, "V1", "2024-01-01", "");           /* after */
    add_job_at(&b, "V2", "2023-06-01", "");           /* elsewhere */
    simulate(&b);
    assert_results(&b, "virksomhed_ansat", "2");
    assert_effect(&b, "betalinger_virksomhed", "", "200");
    assert_effect(&b, "netto", "m006", "-100"); /* July, of a clock that began in January */
    assert_effect(&b, "netto", "m017", "-100");
    builder_free(&b);
}

static void the_180th_day_of_a_job_must_have_come(void **state)
{
    struct builder b;
    (void)state;
    begin_with(&b, "virksomhed_ansat");
    add_accelerator(&b, "V1", "2024-01-01", "2024-12-31", 5, 5);
    add_job_at(&b, "V1", "2024-07-05", "");
    add_job_at(&b, "V1", "2024-07-06", "");
    add_job_at(&b, "V1", "2024-07-06", "2025-12-31"); /* its end has not come either */
    simulate(&b);
    assert_results(&b, "virksomhed_ansat", "1");
    builder_free(&b);
}

static void growth_is_more_staff_at_an_end_that_has_come(void **state)
{
    struct builder b;
    (void)state;
    begin_with(&b, "virksomhed_vaekst");
    add_accelerator(&b, "V1", "2024-02-01", "2024-12-31", 5, 6);
    add_accelerator(&b, "V2", "2023-02-01", "2023-12-31", 5, 5);
    add_accelerator(&b, "V2", "2024-01-01", "2025-01-01", 5, 9);
    simulate(&b);
    assert_results(&b, "virksomhed_vaekst", "1");
    assert_effect(&b, "netto", "m010", "-100");
    builder_free(&b);
}

static void an_enterprises_result_after_the_horizon_is_not_paid(void **state)
{
    struct builder b;
    (void)state;
    begin_with(&b, "virksomhed_vaekst");
    add_accelerator(&b, "V1", "2020-12-31", "2023-12-01", 5, 6); /* month 36 */
    add_accelerator(&b, "V2", "2020-12-31", "2024-01-01", 5, 6);
    simulate(&b);
    assert_results(&b, "virksomhed_vaekst", "1");
    builder_free(&b);
}

static void what_enterprises_are_paid_counts_for_all_only(void **state)
{
    struct builder b;
    (void)state;
    begin_with(&b, "virksomhed_vaekst");
    add_accelerator(&b, "V1", "2023-01-01", "2023-12-31", 5, 6);
    add_course(&b, "B1", "A1", "unge", "2023-01-01", "");
    simulate(&b);
    assert_effect(&b, "betalinger", "", "0");
    assert_effect(&b, "netto", "", "-100");
    assert_effect(&b, "afkast", "", "-1");
    assert_value(&b, "effekt.netto;;A1;;S", "0");
    assert_value(&b, "effekt.betalinger_virksomhed;;A1;;S", "-");
    builder_free(&b);
}

static void without_an_accelerator_there_is_no_row_of_payments_to_enterprises(void **state)
{
    struct builder b;
    (void)state;
    begin_with(&b, "virksomhed_ansat");
    simulate(&b);
    assert_effect(&b, "betalinger_virksomhed", "", "-");
    assert_results(&b, "virksomhed_ansat", "0");
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(training_is_completed_on_the_180th_day),
        cmocka_unit_test(a_course_that_runs_may_have_completed_its_training_by_the_day),
        cmocka_unit_test(placement_is_reached_from_below_it_when_the_course_ends),
        cmocka_unit_test(an_outcome_is_paid_for_whether_positive_or_not),
        cmocka_unit_test(keeping_is_reached_on_the_first_follow_up_180_or_360_days_after_the_end),
        cmocka_unit_test(half_a_year_is_180_days),
        cmocka_unit_test(a_status_that_is_not_positive_ends_the_keeping),
        cmocka_unit_test(of_two_statuses_on_a_day_the_first_row_comes_first),
        cmocka_unit_test(follow_ups_without_a_status_or_by_the_end_or_after_the_day_do_not_count),
        cmocka_unit_test(a_status_on_the_day_of_the_end_or_before_ends_no_keeping),
        cmocka_unit_test(keeping_is_judged_by_the_agreements_own_list),
        cmocka_unit_test(only_courses_that_ended_positively_are_kept),
        cmocka_unit_test(a_result_is_paid_once_a_course),
        cmocka_unit_test(results_after_the_horizon_are_not_paid),
        cmocka_unit_test(a_job_in_the_accelerator_that_is_held_for_180_days_is_paid_for),
        cmocka_unit_test(the_180th_day_of_a_job_must_have_come),
        cmocka_unit_test(growth_is_more_staff_at_an_end_that_has_come),
        cmocka_unit_test(an_enterprises_result_after_the_horizon_is_not_paid),
        cmocka_unit_test(what_enterprises_are_paid_counts_for_all_only),
        cmocka_unit_test(without_an_accelerator_there_is_no_row_of_payments_to_enterprises),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
