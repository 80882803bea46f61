#include "effect_builder.h"

#include "effect_rates.h"

static void begin(struct builder *b, int lapse, int horizon, int discount)
{
    begin_effect(b);
    add_scenario(b, "S", lapse, horizon, discount);
}

/* ---- Courses as seen on the day ---- */

static void a_course_that_begins_after_the_day_is_not_counted(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 12, 0);
    add_course(&b, "B1", "A1", "unge", "2024-12-31", "");
    add_course(&b, "B2", "A1", "unge", "2025-01-01", "");
    simulate(&b);
    assert_effect(&b, "forloeb", "", "1");
    builder_free(&b);
}

static void a_course_that_ends_after_the_day_has_neither_outcome_nor_saving(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 24, 0);
    add_payment(&b, "udfald:ordinaert_job", 100);
    add_post(&b, INVESTED_PER_COURSE, 10, "");
    add_ended(&b, "B1", "A1", "2024-01-01", "2024-12-31", "ordinaert_job");
    add_ended(&b, "B2", "A1", "2024-01-01", "2025-01-01", "ordinaert_job");
    simulate(&b);
    assert_effect(&b, "forloeb", "", "2");
    assert_effect(&b, "positive", "", "1");
    assert_effect(&b, "betalinger", "", "100");
    assert_effect(&b, "investering", "", "20");
    builder_free(&b);
}

static void without_a_setting_the_day_is_the_latest_start_end_or_follow_up(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 24, 0);
    b.data.settings.effect_date = DAY_NONE;
    add_payment(&b, "traening_gennemfoert", 1);
    add_course(&b, "B1", "A1", "unge", "2024-01-01", "");
    simulate(&b);
    assert_effect(&b, "betalinger", "", "0");
    add_ended(&b, "B2", "A1", "2024-05-01", "2024-06-28", "andet"); /* day 180 of the first */
    simulate(&b);
    assert_effect(&b, "betalinger", "", "1");
    add_follow_up(&b, 1, "2024-10-27", true, "andet");
    add_course(&b, "B3", "A1", "unge", "2024-05-01", ""); /* day 180 is that of the follow-up */
    simulate(&b);
    assert_effect(&b, "betalinger", "", "2");
    add_course(&b, "B4", "A1", "unge", "2024-05-02", "");
    add_course(&b, "B5", "A1", "unge", "2024-10-28", "");
    simulate(&b);
    assert_effect(&b, "betalinger", "", "3");
    builder_free(&b);
}

static void positive_is_what_the_agreement_says(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 24, 0);
    add_agreement(&b, "A2", "2015-01-01", "")->positive_outcomes = UINT64_C(1)
                                                                   << code_in(&b, CODES_OUTCOME, "fleksjob");
    add_ended(&b, "B1", "A1", "2023-01-01", "2023-06-30", "ordinaert_job");
    add_ended(&b, "B2", "A2", "2023-01-01", "2023-06-30", "ordinaert_job");
    add_ended(&b, "B3", "A2", "2023-01-01", "2023-06-30", "fleksjob");
    simulate(&b);
    assert_effect(&b, "positive", "", "2");
    assert_value(&b, "effekt.positive;;A2;;S", "1");
    builder_free(&b);
}

/* ---- The clock ---- */

static void the_start_is_in_month_0_whatever_the_day(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 24, 0);
    add_payment(&b, "udfald:andet", 1);
    add_ended(&b, "B1", "A1", "2023-01-01", "2023-01-31", "andet");
    add_ended(&b, "B2", "A1", "2023-01-31", "2023-02-01", "andet");
    add_ended(&b, "B3", "A1", "2022-12-31", "2024-01-01", "andet");
    simulate(&b);
    assert_effect(&b, "betalinger", "m000", "1");
    assert_effect(&b, "betalinger", "m001", "1");
    assert_effect(&b, "betalinger", "m013", "1");
    builder_free(&b);
}

static void months_0_to_the_horizon_are_counted_and_written(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 9, 0);
    add_ended(&b, "B1", "A1", "2020-01-01", "2020-06-30", "ordinaert_job"); /* month 5 */
    simulate(&b);
    assert_effect(&b, "besparelse", "", "800"); /* months 6–9, 80 % by the state */
    assert_effect(&b, "besparelse", "m005", "0");
    assert_effect(&b, "besparelse", "m006", "200");
    assert_effect(&b, "besparelse", "m009", "200");
    assert_effect(&b, "besparelse", "m010", "-");
    assert_effect(&b, "kumuleret", "m009", "800");
    builder_free(&b);
}

/* ---- Investment ---- */

static void a_post_per_course_is_in_month_0_of_every_course(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 12, 10);
    add_post(&b, INVESTED_PER_COURSE, 100, "");
    add_course(&b, "B1", "A1", "unge", "2023-01-01", "");
    add_course(&b, "B2", "A1", "unge", "2024-11-01", "");
    simulate(&b);
    assert_effect(&b, "investering", "m000", "200");
    assert_effect(&b, "investering", "", "200");
    builder_free(&b);
}

static void a_post_of_the_programme_is_in_the_month_after_the_earliest_start(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 12, 0);
    add_course(&b, "B1", "A1", "unge", "2023-05-31", "");
    add_course(&b, "B2", "A1", "unge", "2023-02-28", "");
    add_post(&b, INVESTED_IN_PROGRAMME, 1, "");
    add_post(&b, INVESTED_IN_PROGRAMME, 10, "2022-06-01"); /* before: month 0 */
    add_post(&b, INVESTED_IN_PROGRAMME, 100, "2023-04-01");
    add_post(&b, INVESTED_IN_PROGRAMME, 1000, "2024-02-29"); /* month 12 */
    add_post(&b, INVESTED_IN_PROGRAMME, 10000, "2024-03-01");
    simulate(&b);
    assert_effect(&b, "investering", "m000", "11");
    assert_effect(&b, "investering", "m002", "100");
    assert_effect(&b, "investering", "m012", "1000");
    assert_effect(&b, "investering", "", "1111");
    assert_int_equal(b.diag.per_code[DIAG_POST_PAST_HORIZON], 1);
    builder_free(&b);
}

static void odd_ore_of_the_programme_go_to_the_first_courses(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 12, 0);
    add_agreement(&b, "A2", "2015-01-01", "");
    add_agreement(&b, "A3", "2015-01-01", "");
    add_post(&b, INVESTED_IN_PROGRAMME, 1, "")->amount = DECIMAL_ONE / 100 * 5;
    add_course(&b, "B1", "A3", "unge", "2023-05-01", "");
    add_course(&b, "B2", "A1", "unge", "2023-02-01", "");
    add_course(&b, "B3", "A2", "unge", "2023-02-01", "");
    simulate(&b);
    assert_value(&b, "effekt.investering;;A3;;S", "0,02");
    assert_value(&b, "effekt.investering;;A1;;S", "0,02");
    assert_value(&b, "effekt.investering;;A2;;S", "0,01");
    builder_free(&b);
}

static void a_programme_is_discounted_before_it_is_shared_out(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 12, 100);
    add_post(&b, INVESTED_IN_PROGRAMME, 1, "2024-01-01")->amount =
        DECIMAL_ONE / 100 * 6; /* 3 øre in a year */
    add_course(&b, "B1", "A1", "unge", "2023-01-01", "");
    add_course(&b, "B2", "A1", "fleksjob", "2023-01-01", "");
    simulate(&b);
    assert_effect(&b, "investering", "m012", "0,03");
    assert_value(&b, "effekt.investering;;;unge;S", "0,02");
    builder_free(&b);
}

/* ---- Savings ---- */

static void a_saving_is_the_municipal_part_of_what_ceases_and_the_tax(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 14, 0);
    add_saving(&b, "smaajob", 40)->tax = 55 * DECIMAL_ONE;
    add_ended(&b, "B1", "A1", "2022-01-01", "2023-01-31", "smaajob"); /* month 12 */
    simulate(&b);
    assert_effect(&b, "besparelse", "m013", "375"); /* 1000 × 0,4 × 0,8 + 55 */
    assert_effect(&b, "besparelse", "m012", "0");
    builder_free(&b);
}

static void the_rate_is_the_latest_that_is_valid_on_the_first_of_the_month(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 20, 0);
    add_rate(&b, "unge", "2023-04-02", 9999);
    add_rate(&b, "unge", "2023-04-01", 2000);
    add_rate(&b, "fleksjob", "2023-01-01", 5555);
    add_ended(&b, "B1", "A1", "2022-01-15", "2023-02-28", "ordinaert_job"); /* month 13 */
    simulate(&b);
    assert_effect(&b, "besparelse", "m014", "800");  /* March */
    assert_effect(&b, "besparelse", "m015", "1600"); /* April */
    assert_effect(&b, "besparelse", "m016", "7999,2");
    builder_free(&b);
}

/* 1 February 2024 is day 364 of 2 February 2023: week 53; of a day later it is week 52. */
static void the_first_seven_days_are_week_1(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 12, 0);
    add_agreement(&b, "A2", "2015-01-01", "");
    add_ended(&b, "B1", "A1", "2023-02-02", "2024-01-15", "ordinaert_job");
    add_ended(&b, "B2", "A2", "2023-02-03", "2024-01-15", "ordinaert_job");
    simulate(&b);
    assert_value(&b, "effekt.besparelse;;A1;;S", "800");
    assert_value(&b, "effekt.besparelse;;A2;;S", "200");
    builder_free(&b);
}

static void lapse_begins_in_the_first_month_of_saving(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 10, 15, 0);
    add_ended(&b, "B1", "A1", "2022-01-01", "2023-01-31", "ordinaert_job"); /* month 12 */
    simulate(&b);
    assert_effect(&b, "besparelse", "m013", "720");
    assert_effect(&b, "besparelse", "m014", "648");
    assert_effect(&b, "besparelse", "m015", "583,2");
    builder_free(&b);
}

static void a_row_for_an_outcome_that_is_not_positive_is_not_used(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 24, 0);
    add_saving(&b, "andet", 100);
    add_ended(&b, "B1", "A1", "2023-01-01", "2023-06-30", "andet");
    simulate(&b);
    assert_effect(&b, "besparelse", "", "0");
    builder_free(&b);
}

static void flows_are_discounted_by_their_month(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 24, 10);
    add_payment(&b, "udfald:ordinaert_job", 110);
    add_ended(&b, "B1", "A1", "2022-01-01", "2023-01-31", "ordinaert_job"); /* month 12 */
    simulate(&b);
    assert_effect(&b, "betalinger", "m012", "100");
    assert_effect(&b, "besparelse", "m024", "661,16"); /* 800 / 1,21 */
    builder_free(&b);
}

/* ---- One person, one benefit ---- */

static void a_saving_stops_after_the_month_of_the_citizens_next_success(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 30, 0);
    add_agreement(&b, "A2", "2015-01-01", "");
    add_ended(&b, "B1", "A1", "2020-01-01", "2021-01-31", "ordinaert_job");
    add_ended(&b, "B1", "A2", "2021-02-01", "2021-04-01", "ordinaert_job");
    add_ended(&b, "B2", "A2", "2020-01-01", "2020-01-31", "andet");
    simulate(&b);
    assert_value(&b, "effekt.besparelse;;A1;;S", "2400"); /* February, March, April */
    builder_free(&b);
}

static void a_later_course_without_success_stops_nothing(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 14, 0);
    add_ended(&b, "B1", "A1", "2020-01-01", "2021-01-31", "ordinaert_job");
    add_ended(&b, "B1", "A1", "2021-02-01", "2021-02-01", "stoppet");
    add_follow_up(&b, 0, "2021-02-02", true, "stoppet");
    simulate(&b);
    assert_effect(&b, "besparelse", "", "1600");
    builder_free(&b);
}

static void of_two_successes_on_a_day_the_first_row_stops(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 14, 0);
    add_agreement(&b, "A2", "2015-01-01", "");
    add_ended(&b, "B1", "A1", "2020-01-01", "2021-01-31", "ordinaert_job");
    add_ended(&b, "B1", "A2", "2020-01-01", "2021-01-31", "ordinaert_job");
    simulate(&b);
    assert_value(&b, "effekt.besparelse;;A1;;S", "0");
    assert_value(&b, "effekt.besparelse;;A2;;S", "1600");
    builder_free(&b);
}

static void the_next_success_is_the_one_that_ends_next(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 40, 0);
    add_ended(&b, "B1", "A1", "2022-01-01", "2022-06-30", "fleksjob");
    add_ended(&b, "B1", "A1", "2020-01-01", "2021-01-31", "ordinaert_job");
    simulate(&b);
    assert_effect(&b, "besparelse", "m029", "1200"); /* June 2022, the last of the second row */
    assert_effect(&b, "besparelse", "m030", "400");
    builder_free(&b);
    begin(&b, 0, 40, 0);
    add_agreement(&b, "A2", "2015-01-01", "");
    add_ended(&b, "B1", "A1", "2020-01-01", "2022-06-30", "ordinaert_job"); /* begins first and ends last */
    add_ended(&b, "B1", "A2", "2020-06-01", "2022-05-31", "ordinaert_job");
    simulate(&b);
    assert_value(&b, "effekt.besparelse;;A2;;S", "800"); /* June 2022 alone */
    builder_free(&b);
}

/* ---- What is missing ---- */

static void a_missing_rate_names_the_course_and_the_day(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 24, 0);
    add_course(&b, "B0", "A1", "fleksjob", "2022-01-01", "");
    struct course *course = add_ended(&b, "B1", "A1", "2023-01-01", "2023-06-30", "ordinaert_job");
    course->target_group = code_in(&b, CODES_TARGET_GROUP, "fleksjob");
    effect_check(&b.data, &b.diag);
    assert_int_equal(b.diag.count, 1);
    assert_int_equal(b.diag.findings[0].code, DIAG_RATE_MISSING);
    assert_true(sv_is(b.diag.findings[0].details[0], "fleksjob"));
    assert_true(sv_is(b.diag.findings[0].details[1], "01-07-2023"));
    assert_true(sv_is(b.diag.findings[0].details[2], "F1"));
    builder_free(&b);
}

static void a_missing_rate_names_the_course_that_needs_it_first_and_counts_the_others(void **state)
{
    static const char *const expected[] = {"F0", "F1 (og 1 andet)", "F1 (og 2 andre)"};
    static const char *const ends[] = {"2023-06-30", "2023-05-31", "2023-07-31"};
    struct builder b;
    (void)state;
    begin(&b, 0, 24, 0);
    for (size_t i = 0; i < 3; i++) {
        struct course *course = add_ended(&b, "B", "A1", "2023-01-01", ends[i], "ordinaert_job");
        course->target_group = code_in(&b, CODES_TARGET_GROUP, "fleksjob");
        course->participant = participant(&b, ends[i]);
        diag_init(&b.diag, &b.arena);
        effect_check(&b.data, &b.diag);
        assert_int_equal(b.diag.count, 1);
        assert_string_equal(sv_text(&b.arena, b.diag.findings[0].details[2]), expected[i]);
    }
    assert_true(sv_is(b.diag.findings[0].details[1], "01-06-2023"));
    builder_free(&b);
}

static void files_that_hold_no_row_are_told(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 24, 0);
    add_course(&b, "B0", "A1", "unge", "2022-01-01", "");
    b.data.tables[TABLE_REFUND_RATES].count = 0;
    effect_check(&b.data, &b.diag);
    assert_int_equal(b.diag.count, 1);
    assert_int_equal(b.diag.findings[0].code, DIAG_WEEKS_END);
    assert_true(sv_is(b.diag.findings[0].place.file, "refusion.csv"));
    b.data.tables[TABLE_SCENARIOS].count = 0;
    effect_check(&b.data, &b.diag);
    assert_int_equal(b.diag.per_code[DIAG_NO_SCENARIO], 1);
    builder_free(&b);
}

static void without_courses_agreements_or_rates_there_is_nothing_to_check(void **state)
{
    static const enum table_id tables[] = {TABLE_COURSES, TABLE_AGREEMENTS, TABLE_BENEFIT_RATES,
                                           TABLE_OUTCOME_SAVINGS};
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        struct builder b;
        begin(&b, 0, 24, 0);
        add_ended(&b, "B1", "A1", "2022-01-01", "2022-06-30", "uddannelse");
        b.data.tables[tables[i]].present = false;
        effect_check(&b.data, &b.diag);
        assert_int_equal(b.diag.count, 0);
        builder_free(&b);
    }
}

static void jobs_are_needed_for_staff_that_an_accelerator_hired(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 24, 0);
    add_course(&b, "B0", "A1", "unge", "2022-01-01", "");
    add_payment(&b, "virksomhed_ansat", 100);
    effect_check(&b.data, &b.diag);
    assert_int_equal(b.diag.count, 0);
    b.data.tables[TABLE_ACCELERATOR].present = true;
    effect_check(&b.data, &b.diag);
    assert_int_equal(b.diag.count, 1);
    assert_int_equal(b.diag.findings[0].code, DIAG_RESULT_NEEDS_FILE);
    assert_true(sv_is(b.diag.findings[0].place.file, "job.csv"));
    b.data.tables[TABLE_JOBS].present = true;
    effect_check(&b.data, &b.diag);
    assert_int_equal(b.diag.count, 1);
    builder_free(&b);
}

static void before_the_first_week_of_the_rates_the_state_refunds_nothing(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 24, 0);
    struct refund_rate *rates = b.data.tables[TABLE_REFUND_RATES].data;
    rates[0].week_from = 5;
    assert_null(refund_rate_on(&b.data, day("2024-01-01"), day("2024-01-28")));
    assert_ptr_equal(refund_rate_on(&b.data, day("2024-01-01"), day("2024-01-29")), rates);
    builder_free(&b);
}

static void a_rate_that_no_saving_needs_may_be_missing(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 10, 0);
    struct course *course =
        add_ended(&b, "B1", "A1", "2022-01-01", "2023-01-31", "uddannelse"); /* month 12 */
    course->target_group = code_in(&b, CODES_TARGET_GROUP, "fleksjob");
    effect_check(&b.data, &b.diag);
    assert_int_equal(b.diag.count, 0);
    builder_free(&b);
}

/* 12 months with a fifth more are 14: month 13 of the base scenario's sensitivity needs the rates. */
static void a_rate_that_only_a_longer_horizon_needs_is_needed(void **state)
{
    struct builder b;
    (void)state;
    begin(&b, 0, 12, 0);
    add_ended(&b, "B1", "A1", "2022-01-01", "2023-01-31", "uddannelse");
    effect_check(&b.data, &b.diag);
    assert_int_equal(b.diag.count, 1);
    assert_int_equal(b.diag.findings[0].code, DIAG_SAVING_MISSING);
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_course_that_begins_after_the_day_is_not_counted),
        cmocka_unit_test(a_course_that_ends_after_the_day_has_neither_outcome_nor_saving),
        cmocka_unit_test(without_a_setting_the_day_is_the_latest_start_end_or_follow_up),
        cmocka_unit_test(positive_is_what_the_agreement_says),
        cmocka_unit_test(the_start_is_in_month_0_whatever_the_day),
        cmocka_unit_test(months_0_to_the_horizon_are_counted_and_written),
        cmocka_unit_test(a_post_per_course_is_in_month_0_of_every_course),
        cmocka_unit_test(a_post_of_the_programme_is_in_the_month_after_the_earliest_start),
        cmocka_unit_test(odd_ore_of_the_programme_go_to_the_first_courses),
        cmocka_unit_test(a_programme_is_discounted_before_it_is_shared_out),
        cmocka_unit_test(a_saving_is_the_municipal_part_of_what_ceases_and_the_tax),
        cmocka_unit_test(the_rate_is_the_latest_that_is_valid_on_the_first_of_the_month),
        cmocka_unit_test(the_first_seven_days_are_week_1),
        cmocka_unit_test(lapse_begins_in_the_first_month_of_saving),
        cmocka_unit_test(a_row_for_an_outcome_that_is_not_positive_is_not_used),
        cmocka_unit_test(flows_are_discounted_by_their_month),
        cmocka_unit_test(a_saving_stops_after_the_month_of_the_citizens_next_success),
        cmocka_unit_test(a_later_course_without_success_stops_nothing),
        cmocka_unit_test(of_two_successes_on_a_day_the_first_row_stops),
        cmocka_unit_test(the_next_success_is_the_one_that_ends_next),
        cmocka_unit_test(a_missing_rate_names_the_course_and_the_day),
        cmocka_unit_test(a_missing_rate_names_the_course_that_needs_it_first_and_counts_the_others),
        cmocka_unit_test(files_that_hold_no_row_are_told),
        cmocka_unit_test(without_courses_agreements_or_rates_there_is_nothing_to_check),
        cmocka_unit_test(jobs_are_needed_for_staff_that_an_accelerator_hired),
        cmocka_unit_test(before_the_first_week_of_the_rates_the_state_refunds_nothing),
        cmocka_unit_test(a_rate_that_no_saving_needs_may_be_missing),
        cmocka_unit_test(a_rate_that_only_a_longer_horizon_needs_is_needed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
