#include "data_builder.h"

/* A data set with one agreement that runs all the time. */
static void begin(struct builder *b)
{
    builder_init(b);
    add_agreement(b, "A1", "2015-01-01", "");
}

static void a_course_over_new_year_ends_in_one_year_and_starts_in_the_other(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_ended(&b, "B1", "A1", "2023-12-31", "2024-01-01", "fleksjob");
    count(&b, "2024");
    assert_value(&b, "forloeb.startede;2023;;;", "1");
    assert_value(&b, "forloeb.startede;2024;;;", "0");
    assert_value(&b, "forloeb.afsluttede;2023;;;", "0");
    assert_value(&b, "forloeb.afsluttede;2024;;;", "1");
    assert_value(&b, "forloeb.igang_primo;2024;;;", "1");
    assert_value(&b, "forloeb.igang_ultimo;2023;;;", "1");
    assert_value(&b, "forloeb.igang_ultimo;2024;;;", "0");
    assert_value(&b, "forloeb.aktive;2023;;;", "1");
    assert_value(&b, "forloeb.aktive;2024;A1;unge;", "1");
    assert_value(&b, "forloeb.aktive;2022;;;", "0");
    builder_free(&b);
}

static void the_first_and_the_last_day_belong_to_the_period(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_course(&b, "B1", "A1", "unge", "2024-01-01", "");
    add_course(&b, "B2", "A1", "unge", "2024-12-31", "");
    add_ended(&b, "B3", "A1", "2023-05-01", "2024-12-31", "andet");
    add_ended(&b, "B4", "A1", "2023-05-01", "2024-01-01", "andet");
    count(&b, "2024");
    assert_value(&b, "forloeb.startede;2024;;;", "2");
    assert_value(&b, "forloeb.afsluttede;2024;;;", "2");
    assert_value(&b, "forloeb.igang_primo;2024;;;", "2");
    assert_value(&b, "forloeb.igang_ultimo;2024;;;", "2");
    builder_free(&b);
}

static void the_days_beside_the_period_do_not_belong_to_it(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_ended(&b, "B1", "A1", "2023-05-01", "2023-12-31", "andet");
    add_course(&b, "B2", "A1", "unge", "2025-01-01", "");
    count(&b, "2024");
    assert_value(&b, "forloeb.aktive;2024;;;", "0");
    assert_value(&b, "forloeb.igang_primo;2024;;;", "0");
    assert_value(&b, "forloeb.startede;2024;;;", "0");
    assert_value(&b, "forloeb.igang_ultimo;2024;;;", "0");
    assert_value(&b, "forloeb.igang_ultimo;2023;;;", "0");
    builder_free(&b);
}

static void a_course_of_one_day_starts_and_ends_in_the_period_and_lasts_one_day(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_ended(&b, "B1", "A1", "2024-12-31", "2024-12-31", "andet");
    count(&b, "2024");
    assert_value(&b, "forloeb.startede;2024;;;", "1");
    assert_value(&b, "forloeb.afsluttede;2024;;;", "1");
    assert_value(&b, "forloeb.igang_ultimo;2024;;;", "0");
    assert_value(&b, "forloeb.varighed;2024;;;", "1");
    builder_free(&b);
}

static void a_citizen_with_two_courses_is_one_person_for_all_and_in_each_agreement(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_agreement(&b, "A2", "2015-01-01", "");
    add_course(&b, "B1", "A1", "unge", "2024-02-01", "");
    add_course(&b, "B2", "A1", "unge", "2024-02-01", "");
    add_course(&b, "B1", "A2", "stu", "2024-03-01", "");
    add_course(&b, "B1", "A1", "stu", "2024-04-01", "");
    count(&b, "2024");
    assert_value(&b, "forloeb.personer;2024;;;", "2");
    assert_value(&b, "forloeb.personer;2024;A1;;", "2");
    assert_value(&b, "forloeb.personer;2024;A2;;", "1");
    assert_value(&b, "forloeb.personer;2024;;stu;", "1");
    assert_value(&b, "forloeb.personer;2024;A1;stu;", "1");
    assert_value(&b, "forloeb.aktive;2024;;;", "4");
    assert_value(&b, "forloeb.personer;2023;;;", "0");
    builder_free(&b);
}

static void an_empty_outcome_counts_as_unknown_and_an_empty_cause_as_other(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_ended(&b, "B1", "A1", "2024-01-01", "2024-02-01", "");
    add_ended(&b, "B2", "A1", "2024-01-01", "2024-02-01", "stoppet");
    add_ended(&b, "B3", "A1", "2024-01-01", "2024-02-01", "stoppet")->dropout_reason =
        code_in(&b, CODES_DROPOUT_REASON, "misbrug");
    add_ended(&b, "B4", "A1", "2024-01-01", "2024-02-01", "fleksjob")->dropout_reason =
        code_in(&b, CODES_DROPOUT_REASON, "misbrug");
    count(&b, "2024");
    assert_value(&b, "forloeb.udfald;2024;;;uoplyst", "1");
    assert_value(&b, "forloeb.udfald;2024;;;stoppet", "2");
    assert_value(&b, "forloeb.udfald_andel;2024;A1;;stoppet", "0,5");
    assert_value(&b, "forloeb.udfald;2024;;;uddannelse", "-");
    assert_value(&b, "forloeb.udfald_andel;2024;;;uddannelse", "-");
    assert_value(&b, "forloeb.udfald;2023;;;uoplyst", "-");
    assert_value(&b, "forloeb.afbrud;2024;;;andet", "1");
    assert_value(&b, "forloeb.afbrud;2024;;;misbrug", "1");
    builder_free(&b);
}

static void an_agreements_own_list_says_what_is_positive(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_agreement(&b, "A2", "2015-01-01", "")->positive_outcomes = UINT64_C(1)
                                                                   << code_in(&b, CODES_OUTCOME, "praktik");
    add_ended(&b, "B1", "A1", "2024-01-01", "2024-02-01", "loentilskud");
    add_ended(&b, "B2", "A1", "2024-01-01", "2024-02-01", "praktik");
    add_ended(&b, "B3", "A2", "2024-01-01", "2024-02-01", "loentilskud");
    add_ended(&b, "B4", "A2", "2024-01-01", "2024-02-01", "praktik");
    add_ended(&b, "B5", "A2", "2024-01-01", "2024-02-01", "andet");
    count(&b, "2024");
    assert_value(&b, "forloeb.positive;2024;A1;;", "1");
    assert_value(&b, "forloeb.effekt;2024;A1;;", "0,5");
    assert_value(&b, "forloeb.positive;2024;A2;;", "1");
    assert_value(&b, "forloeb.effekt;2024;A2;;", "0,333333");
    assert_value(&b, "forloeb.effekt;2024;;;", "0,4");
    builder_free(&b);
}

static void an_agreement_without_ended_courses_has_no_effect_and_no_medians(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_course(&b, "B1", "A1", "unge", "2024-02-01", "");
    count(&b, "2024");
    assert_value(&b, "forloeb.afsluttede;2024;A1;;", "0");
    assert_value(&b, "forloeb.effekt;2024;A1;;", "");
    assert_value(&b, "forloeb.varighed;2024;A1;;", "");
    assert_value(&b, "forloeb.timer_aendring;2024;A1;;", "");
    assert_value(&b, "forloeb.timer_aendring_median;2024;A1;;", "");
    assert_value(&b, "forloeb.progression_andel;2024;A1;;frem", "");
    assert_value(&b, "forloeb.progression;2024;A1;;frem", "0");
    assert_value(&b, "forloeb.fastholdelse;2024;A1;;", "");
    builder_free(&b);
}

static struct course *add_steps(struct builder *b, const char *who, const char *from, const char *to)
{
    struct course *course = add_ended(b, who, "A1", "2024-01-01", "2024-02-01", "andet");
    course->step_start = code_in(b, CODES_STEP, from);
    course->step_end = code_in(b, CODES_STEP, to);
    return course;
}

static void progression_follows_the_order_of_the_value_chain(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_steps(&b, "B1", "motivation", "flere_timer");
    add_steps(&b, "B2", "lille_job", "flere_timer");
    add_steps(&b, "B3", "praktik", "praktik");
    add_steps(&b, "B4", "praktik", "afklaring");
    add_steps(&b, "B5", "praktik", "");
    add_steps(&b, "B6", "", "afklaring");
    count(&b, "2024");
    assert_value(&b, "forloeb.progression;2024;;;frem", "2");
    assert_value(&b, "forloeb.progression;2024;;;uaendret", "1");
    assert_value(&b, "forloeb.progression;2024;;;tilbage", "1");
    assert_value(&b, "forloeb.progression;2024;;;uoplyst", "2");
    assert_value(&b, "forloeb.progression_andel;2024;;;frem", "0,5");
    assert_value(&b, "forloeb.progression_andel;2024;;;tilbage", "0,25");
    assert_value(&b, "forloeb.progression_andel;2024;;;uoplyst", "-");
    assert_value(&b, "forloeb.vaerdikaede;2024;;;praktik>afklaring", "1");
    assert_value(&b, "forloeb.vaerdikaede;2024;;;lille_job>flere_timer", "1");
    assert_value(&b, "forloeb.vaerdikaede;2024;;;afklaring>praktik", "-");
    assert_int_equal(rows_beginning(&b, "forloeb.vaerdikaede;2024;;;"), 4);
    builder_free(&b);
}

static void add_hours(struct builder *b, const char *who, decimal from, decimal to)
{
    struct course *course = add_ended(b, who, "A1", "2024-01-01", "2024-02-01", "andet");
    course->hours_start = from;
    course->hours_end = to;
}

static void the_change_of_hours_is_averaged_over_courses_with_both(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_hours(&b, "B1", 0, 10 * DECIMAL_ONE);
    add_hours(&b, "B2", 8 * DECIMAL_ONE, 5500000);
    add_hours(&b, "B3", 2 * DECIMAL_ONE, 3 * DECIMAL_ONE);
    add_hours(&b, "B4", DECIMAL_NONE, 40 * DECIMAL_ONE);
    add_hours(&b, "B5", 40 * DECIMAL_ONE, DECIMAL_NONE);
    count(&b, "2024");
    assert_value(&b, "forloeb.timer_aendring;2024;;;", "2,833333");
    assert_value(&b, "forloeb.timer_aendring_median;2024;;;", "1");
    builder_free(&b);
}

static void the_median_of_an_even_number_is_the_mean_of_the_two_middle_ones(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_ended(&b, "B1", "A1", "2024-01-01", "2024-01-10", "andet");
    add_ended(&b, "B2", "A1", "2024-01-01", "2024-01-01", "andet");
    add_ended(&b, "B3", "A1", "2024-01-01", "2024-04-09", "andet");
    add_ended(&b, "B4", "A1", "2024-01-01", "2024-01-15", "andet");
    add_hours(&b, "B5", 0, -1);
    count(&b, "2024");
    assert_value(&b, "forloeb.varighed;2024;;;", "15");
    add_ended(&b, "B6", "A1", "2024-01-01", "2024-01-10", "andet");
    count(&b, "2024");
    assert_value(&b, "forloeb.varighed;2024;;;", "12,5");
    builder_free(&b);
}

static void half_an_hour_between_the_middle_ones_is_kept(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_hours(&b, "B1", 5 * DECIMAL_ONE, 4500000);
    add_hours(&b, "B2", 0, 1 * DECIMAL_ONE);
    count(&b, "2024");
    assert_value(&b, "forloeb.timer_aendring_median;2024;A1;unge;", "0,25");
    assert_value(&b, "forloeb.timer_aendring;2024;A1;unge;", "0,25");
    builder_free(&b);
}

static void paid_hours_are_gained_from_none_or_from_nothing_stated(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_hours(&b, "B1", 0, 1);
    add_hours(&b, "B2", DECIMAL_NONE, 5 * DECIMAL_ONE);
    add_hours(&b, "B3", 1, 5 * DECIMAL_ONE);
    add_hours(&b, "B4", 0, 0);
    add_hours(&b, "B5", DECIMAL_NONE, DECIMAL_NONE);
    count(&b, "2024");
    assert_value(&b, "forloeb.loennede_timer;2024;;;", "2");
    builder_free(&b);
}

static void add_plan(struct builder *b, enum yes_no plan, enum yes_no ownership)
{
    struct course *course = add_course(b, "B1", "A1", "unge", "2024-01-01", "");
    course->plan = (uint8_t)plan;
    course->ownership = (uint8_t)ownership;
}

static void shares_of_plan_and_ownership_leave_out_what_is_not_stated(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_plan(&b, YES, YES);
    add_plan(&b, YES, NO);
    add_plan(&b, YES, UNSTATED);
    add_plan(&b, NO, YES);
    add_plan(&b, UNSTATED, YES);
    add_plan(&b, UNSTATED, NO);
    count(&b, "2024");
    assert_value(&b, "forloeb.plan_andel;2024;;;", "0,75");
    assert_value(&b, "forloeb.ejerskab_andel;2024;;;", "0,5");
    assert_value(&b, "forloeb.plan_andel;2023;;;", "");
    builder_free(&b);
}

static void use_of_places_counts_days_within_the_agreement_and_the_period(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_agreement(&b, "A1", "2024-12-22", "2025-06-30")->places = 2;
    add_agreement(&b, "A2", "2024-01-01", "");
    add_course(&b, "B3", "A2", "unge", "2024-12-01", "");
    add_course(&b, "B1", "A1", "unge", "2024-12-01", "2024-12-26"); /* 22–26 December */
    add_course(&b, "B2", "A1", "unge", "2024-12-31", "");
    count(&b, "2024");
    assert_value(&b, "forloeb.pladser_udnyttelse;2024;A1;;", "0,3"); /* 6 of 2 × 10 days */
    assert_value(&b, "forloeb.pladser_udnyttelse;2023;A1;;", "-");
    assert_value(&b, "forloeb.pladser_udnyttelse;2024;;;", "-");
    assert_value(&b, "forloeb.pladser_udnyttelse;2024;A1;unge;", "-");
    builder_free(&b);
}

static void use_of_places_may_exceed_one_and_is_empty_for_no_places(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_agreement(&b, "A1", "2024-01-01", "2024-01-02")->places = 1;
    add_agreement(&b, "A2", "2024-01-01", "")->places = 0;
    add_agreement(&b, "A3", "2024-01-01", "");
    add_course(&b, "B1", "A1", "unge", "2024-01-01", "2024-01-02");
    add_course(&b, "B2", "A1", "unge", "2024-01-02", "2024-01-02");
    count(&b, "2024");
    assert_value(&b, "forloeb.pladser_udnyttelse;2024;A1;;", "1,5");
    assert_value(&b, "forloeb.pladser_udnyttelse;2024;A2;;", "");
    assert_value(&b, "forloeb.pladser_udnyttelse;2024;A3;;", "-");
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_course_over_new_year_ends_in_one_year_and_starts_in_the_other),
        cmocka_unit_test(the_first_and_the_last_day_belong_to_the_period),
        cmocka_unit_test(the_days_beside_the_period_do_not_belong_to_it),
        cmocka_unit_test(a_course_of_one_day_starts_and_ends_in_the_period_and_lasts_one_day),
        cmocka_unit_test(a_citizen_with_two_courses_is_one_person_for_all_and_in_each_agreement),
        cmocka_unit_test(an_empty_outcome_counts_as_unknown_and_an_empty_cause_as_other),
        cmocka_unit_test(an_agreements_own_list_says_what_is_positive),
        cmocka_unit_test(an_agreement_without_ended_courses_has_no_effect_and_no_medians),
        cmocka_unit_test(progression_follows_the_order_of_the_value_chain),
        cmocka_unit_test(the_change_of_hours_is_averaged_over_courses_with_both),
        cmocka_unit_test(the_median_of_an_even_number_is_the_mean_of_the_two_middle_ones),
        cmocka_unit_test(half_an_hour_between_the_middle_ones_is_kept),
        cmocka_unit_test(paid_hours_are_gained_from_none_or_from_nothing_stated),
        cmocka_unit_test(shares_of_plan_and_ownership_leave_out_what_is_not_stated),
        cmocka_unit_test(use_of_places_counts_days_within_the_agreement_and_the_period),
        cmocka_unit_test(use_of_places_may_exceed_one_and_is_empty_for_no_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
