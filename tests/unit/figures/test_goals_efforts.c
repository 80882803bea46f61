/* Goals about fundraising, trial actions, purchases and recommendations. */
#include "data_builder.h"

static void begin(struct builder *b)
{
    builder_init(b);
    add_enterprise(b, "V1", "virksomhed", "2015-01-01", "");
    add_enterprise(b, "V2", "virksomhed", "2015-01-01", "");
}

/* Three applications of 2024: two grants, one of them by a donor of 2021 too, and a refusal. */
static void add_grants(struct builder *b)
{
    add_application(b, "Fond A", "2021-01-01", "2021-05-01", 100, 100);
    add_application(b, "Fond B", "2024-01-15", "2024-02-01", 1000, 400);
    add_application(b, "Fond A", "2024-02-15", "2024-03-01", 1000, 600);
    add_application(b, "Fond C", "2024-03-15", "2024-04-01", 1000, 0);
}

static void applications_reach_a_yearly_goal_on_the_day_the_last_was_sent(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_grants(&b);
    add_goal(&b, "a", GOAL_YEARLY, "fundraising.ansoegninger", "", 2);
    add_goal(&b, "k", GOAL_YEARLY, "fundraising.ansoegninger", "egen|kommune", 3);
    add_goal(&b, "e", GOAL_YEARLY, "fundraising.ansoegninger", "egen", 1);
    count(&b, "2024");
    assert_value(&b, "maal.a.vaerdi;2024;;;", "3");
    assert_value(&b, "maal.a.dato;2024;;;", "2024-02-15");
    assert_value(&b, "maal.k.dato;2024;;;", "2024-03-15");
    assert_value(&b, "maal.e.vaerdi;2024;;;", "0");
    assert_value(&b, "maal.e.status;2024;;;", "ikke_naaet");
    builder_free(&b);
}

static void trials_reach_a_yearly_goal_on_the_day_the_last_began(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_trial(&b, "2024-05-01", "", "i_gang");
    add_trial(&b, "2024-03-01", "", "i_gang");
    add_trial(&b, "2023-03-01", "", "i_gang");
    add_goal(&b, "p", GOAL_YEARLY, "proevehandling.igangsatte", "", 2);
    count(&b, "2024");
    assert_value(&b, "maal.p.status;2024;;;", "naaet");
    assert_value(&b, "maal.p.dato;2024;;;", "2024-05-01");
    builder_free(&b);
}

static void an_amount_reaches_a_yearly_goal_on_no_single_day(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_grants(&b);
    add_goal(&b, "b", GOAL_YEARLY, "fundraising.bevilget", "", 1000);
    count(&b, "2024");
    assert_value(&b, "maal.b.vaerdi;2024;;;", "1000");
    assert_value(&b, "maal.b.status;2024;;;", "naaet");
    assert_value(&b, "maal.b.dato;2024;;;", "");
    assert_int_equal(rows_beginning(&b, "maal.b.vaerdi;2024;;;;1000;kr"), 1);
    builder_free(&b);
}

static void what_is_no_count_of_beginnings_has_no_day_in_a_yearly_goal(void **state)
{
    static const char *const figures[] = {"fundraising.bevillinger", "fundraising.givere", "indkoeb.antal",
                                          "indkoeb.virksomheder", "proevehandling.lokal_partner"};
    struct builder b;
    (void)state;
    begin(&b);
    add_grants(&b);
    add_purchase(&b, "2024-01-01", "V1", "Teknik", 100);
    add_trial(&b, "2024-03-01", "", "i_gang")->local_partner = YES;
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        char id[24];
        snprintf(id, sizeof id, "g%zu", i);
        add_goal(&b, id, GOAL_YEARLY, figures[i], "", 1);
    }
    count(&b, "2024");
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
        char row[64];
        snprintf(row, sizeof row, "maal.g%zu.status;2024;;;", i);
        assert_value(&b, row, "naaet");
        snprintf(row, sizeof row, "maal.g%zu.dato;2024;;;", i);
        assert_value(&b, row, "");
    }
    builder_free(&b);
}

static void an_amount_is_looked_ahead_for_and_asked_for_by_days(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_purchase(&b, "2023-01-10", "V1", "Teknik", 181);
    add_goal(&b, "i", GOAL_YEARLY, "indkoeb.beloeb", "", 365);
    add_goal(&b, "j", GOAL_YEARLY, "indkoeb.beloeb", "", 366);
    count(&b, "2023-1"); /* 181 of 365 days */
    assert_value(&b, "maal.i.prognose;2023-1;;;", "365");
    assert_value(&b, "maal.i.status;2023-1;;;", "paa_vej");
    assert_value(&b, "maal.j.status;2023-1;;;", "bagud");
    assert_value(&b, "maal.i.opfyldelse;2023-1;;;", "0,49589");
    builder_free(&b);
}

static void a_share_has_no_forecast_and_no_day(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_grants(&b);
    add_goal(&b, "s", GOAL_YEARLY, "fundraising.succesrate", "", 1)->target = DECIMAL_ONE / 2;
    add_goal(&b, "t", GOAL_FINAL, "fundraising.succesrate", "", 1);
    count(&b, "2024-1");
    assert_value(&b, "maal.s.vaerdi;2024-1;;;", "0,666667");
    assert_value(&b, "maal.s.status;2024-1;;;", "naaet");
    assert_value(&b, "maal.s.prognose;2024-1;;;", "-");
    assert_value(&b, "maal.s.dato;2024-1;;;", "");
    assert_value(&b, "maal.t.status;2024-1;;;", "bagud");
    builder_free(&b);
}

static void a_share_of_nothing_is_behind(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_goal(&b, "s", GOAL_YEARLY, "fundraising.succesrate", "", 1);
    count(&b, "2024-1");
    assert_value(&b, "maal.s.vaerdi;2024-1;;;", "");
    assert_value(&b, "maal.s.status;2024-1;;;", "bagud");
    builder_free(&b);
}

/* A final goal from 2022 about a figure; its value and date in the year 2024. */
static void assert_final(struct builder *b, const char *figure, const char *categories, int target,
                         const char *value, const char *date)
{
    char row[64];
    char id[24];
    snprintf(id, sizeof id, "g%zu", row_count(&b->data, TABLE_GOALS));
    add_goal(b, id, GOAL_FINAL, figure, categories, target);
    count(b, "2024");
    snprintf(row, sizeof row, "maal.%s.vaerdi;2024;;;", id);
    assert_value(b, row, value);
    snprintf(row, sizeof row, "maal.%s.dato;2024;;;", id);
    assert_value(b, row, date);
    snprintf(row, sizeof row, "maal.%s.status;2024;;;", id);
    assert_value(b, row, *date ? "naaet_foer_tid" : "bagud");
}

static void grants_reach_a_final_goal_on_the_day_of_the_decision(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_grants(&b);
    assert_final(&b, "fundraising.ansoegt", "", 2000, "3000", "2024-02-15");
    assert_final(&b, "fundraising.ansoegt", "egen", 1000, "0", "");
    assert_final(&b, "fundraising.bevillinger", "", 2, "2", "2024-03-01");
    assert_final(&b, "fundraising.bevilget", "kommune", 401, "1000", "2024-03-01");
    assert_final(&b, "fundraising.bevilget", "", 400, "1000", "2024-02-01");
    assert_final(&b, "fundraising.givere", "", 2, "2", "2024-03-01");
    assert_final(&b, "fundraising.gengangere", "", 1, "1", "2024-03-01");
    builder_free(&b);
}

static void a_donor_is_counted_from_the_first_grant_only(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_application(&b, "Fond A", "2022-01-01", "2022-02-01", 1, 1);
    add_application(&b, "FOND A", "2022-01-01", "2022-03-01", 1, 1);
    add_application(&b, "Fond B", "2022-01-01", "2023-04-01", 1, 1);
    assert_final(&b, "fundraising.givere", "", 2, "2", "2023-04-01");
    builder_free(&b);
}

static void trials_reach_a_final_goal_when_they_ran_in_its_time(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_trial(&b, "2020-01-01", "2021-12-31", "skaleret")->local_partner = YES;
    struct trial *trial = add_trial(&b, "2020-01-01", "2022-01-01", "skaleret");
    trial->local_partner = YES;
    trial->sectors = 3;
    trial->un_goals = UINT64_C(1) << 7 | UINT64_C(1) << 9;
    trial = add_trial(&b, "2023-06-01", "", "skaleret");
    trial->local_partner = YES;
    trial->sectors = 5;
    trial->un_goals = UINT64_C(1) << 7;
    add_trial(&b, "2023-07-01", "", "ide");
    assert_final(&b, "proevehandling.igangsatte", "", 2, "2", "2023-07-01");
    assert_final(&b, "proevehandling.status", "skaleret", 2, "2", "2023-06-01");
    assert_final(&b, "proevehandling.status", "skaleret|ide", 3, "3", "2023-07-01");
    assert_final(&b, "proevehandling.lokal_partner", "", 1, "2", "2022-01-01");
    assert_final(&b, "proevehandling.tvaersektorielle", "", 2, "2", "2023-06-01");
    assert_final(&b, "proevehandling.verdensmaal", "8|10", 3, "3", "2023-06-01");
    assert_final(&b, "proevehandling.verdensmaal", "10", 1, "1", "2022-01-01");
    assert_final(&b, "proevehandling.verdensmaal", "17", 1, "0", "");
    builder_free(&b);
}

static void purchases_reach_a_final_goal_on_their_day(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_purchase(&b, "2022-01-01", "V1", "Teknik", 100);
    add_purchase(&b, "2022-02-01", "V1", "Ældre", 10)->reserved = YES;
    add_purchase(&b, "2022-03-01", "V2", "Teknik", 1);
    add_purchase(&b, "2021-03-01", "V2", "Teknik", 1000);
    assert_final(&b, "indkoeb.beloeb", "", 110, "111", "2022-02-01");
    assert_final(&b, "indkoeb.beloeb", "Teknik", 101, "101", "2022-03-01");
    assert_final(&b, "indkoeb.beloeb", "Ældre|Teknik", 111, "111", "2022-03-01");
    assert_final(&b, "indkoeb.antal", "", 3, "3", "2022-03-01");
    assert_final(&b, "indkoeb.virksomheder", "", 2, "2", "2022-03-01");
    assert_final(&b, "indkoeb.reserveret", "", 10, "10", "2022-02-01");
    builder_free(&b);
}

static void recommendations_of_all_the_goals_years_are_added(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_recommendation(&b, 2021, "gennemfoert");
    add_recommendation(&b, 2022, "gennemfoert");
    add_recommendation(&b, 2024, "gennemfoert");
    add_recommendation(&b, 2025, "gennemfoert");
    add_goal(&b, "f", GOAL_FINAL, "anbefaling.antal", "gennemfoert", 3);
    add_goal(&b, "y", GOAL_YEARLY, "anbefaling.antal", "gennemfoert", 1);
    count(&b, "2024-2");
    assert_value(&b, "maal.f.vaerdi;2024-2;;;", "2");
    assert_value(&b, "maal.y.vaerdi;2024-2;;;", "1");
    assert_value(&b, "maal.y.vaerdi;2024;;;", "1");
    assert_value(&b, "maal.y.dato;2024;;;", "");
    builder_free(&b);
}

static void figures_that_cannot_be_added_up_suit_no_goal(void **state)
{
    static const char *const unfit[] = {
        "evaluering.svar",     "evaluering.antal",      "evaluering.fordeling",  "forloeb.afsluttede_ialt",
        "forloeb.udfald_ialt", "forloeb.afbrud_ialt",   "forloeb.positive_ialt", "forloeb.effekt_ialt",
        "indsats.status",      "anbefaling.sidste_aar", "progression.forloeb",   "progression.aendring",
    };
    (void)state;
    for (size_t i = 0; i < sizeof unfit / sizeof *unfit; i++) {
        struct builder b;
        begin(&b);
        add_goal(&b, "u", GOAL_YEARLY, unfit[i], "", 1);
        goals_check(&b.data, &b.diag);
        assert_int_equal(b.diag.per_code[DIAG_GOAL_FIGURE_UNKNOWN], 1);
        builder_free(&b);
    }
}

static void a_department_that_never_bought_counts_nothing_and_is_warned_of(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_purchase(&b, "2022-01-01", "V1", "Teknik", 100);
    add_goal(&b, "u", GOAL_YEARLY, "indkoeb.beloeb", "Kultur", 1);
    add_goal(&b, "v", GOAL_FINAL, "indkoeb.beloeb", "Kultur|Teknik", 100);
    count(&b, "2024");
    assert_int_equal(b.diag.per_code[DIAG_GOAL_CODE_UNKNOWN], 0);
    assert_int_equal(b.diag.per_code[DIAG_GOAL_DEPARTMENT_WITHOUT_PURCHASES], 2);
    assert_value(&b, "maal.u.vaerdi;2024;;;", "0");
    assert_value(&b, "maal.u.status;2024;;;", "ikke_naaet");
    assert_value(&b, "maal.v.vaerdi;2024;;;", "100");
    assert_value(&b, "maal.v.dato;2024;;;", "2022-01-01");
    builder_free(&b);
}

static void a_figure_by_code_alone_asks_for_one(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_goal(&b, "u", GOAL_YEARLY, "proevehandling.status", "", 1);
    add_goal(&b, "v", GOAL_YEARLY, "anbefaling.antal", "", 1);
    goals_check(&b.data, &b.diag);
    assert_int_equal(b.diag.per_code[DIAG_GOAL_CODE_MISSING], 2);
    builder_free(&b);
}

/* ---- Half-years ---- */

static void a_final_goal_is_held_against_its_line_on_the_half_years_last_day(void **state)
{
    struct builder b;
    (void)state;
    begin(&b); /* two enterprises before 2022; 911 of 1461 days are gone on 30 June 2024 */
    add_enterprise(&b, "V3", "virksomhed", "2024-06-30", "");
    add_goal(&b, "l", GOAL_FINAL, "virksomhed.aktive_ultimo", "", 3)->target = 3 * DECIMAL_ONE + 600000;
    add_goal(&b, "m", GOAL_FINAL, "virksomhed.aktive_ultimo", "", 3)->target = 3 * DECIMAL_ONE + 610000;
    add_goal(&b, "n", GOAL_FINAL, "virksomhed.aktive_ultimo", "", 3);
    count(&b, "2024-1");
    assert_value(&b, "maal.l.status;2024-1;;;", "paa_vej"); /* 2 + 1,6 × 911/1461 = 2,9977 */
    assert_value(&b, "maal.m.status;2024-1;;;", "bagud");   /* 2 + 1,61 × 911/1461 = 3,0039 */
    assert_value(&b, "maal.n.status;2024-1;;;", "naaet_foer_tid");
    assert_value(&b, "maal.n.dato;2024-1;;;", "2024-06-30");
    assert_value(&b, "maal.n.prognose;2024-1;;;", "-");
    builder_free(&b);
}

static void a_final_flow_is_counted_to_the_half_years_end(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_purchase(&b, "2022-01-01", "V1", "Teknik", 100);
    add_purchase(&b, "2024-06-30", "V1", "Teknik", 10);
    add_purchase(&b, "2024-07-01", "V1", "Teknik", 1);
    add_goal(&b, "f", GOAL_FINAL, "indkoeb.beloeb", "", 111);
    count(&b, "2024-1");
    assert_value(&b, "maal.f.vaerdi;2024-1;;;", "110");
    count(&b, "2024-2");
    assert_value(&b, "maal.f.vaerdi;2024-2;;;", "111");
    assert_value(&b, "maal.f.vaerdi;2024;;;", "111");
    assert_value(&b, "maal.f.dato;2024-2;;;", "2024-07-01");
    builder_free(&b);
}

static void an_extract_within_the_second_half_year_is_when_both_are_judged(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    b.data.settings.extract_date = day("2023-09-30"); /* 273 of 365 days */
    add_purchase(&b, "2023-02-01", "V1", "Teknik", 273);
    add_purchase(&b, "2023-10-01", "V1", "Teknik", 1000);
    add_goal(&b, "i", GOAL_YEARLY, "indkoeb.beloeb", "", 1000);
    count(&b, "2023-2");
    assert_true(b.figures.preliminary);
    assert_value(&b, "indkoeb.beloeb;2023-2;;;", "0");
    assert_value(&b, "indkoeb.beloeb;2023;;;", "273");
    assert_value(&b, "maal.i.vaerdi;2023-2;;;", "273");
    assert_value(&b, "maal.i.status;2023-2;;;", "bagud");
    assert_value(&b, "maal.i.prognose;2023-2;;;", "365");
    assert_value(&b, "maal.i.prognose;2023;;;", "365");
    builder_free(&b);
}

static void jobs_are_added_up_from_january_in_the_second_half_year_too(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_job(&b, "B1", "V1", "fleksjob", "2024-02-01", "");
    add_job(&b, "B1", "V1", "fleksjob", "2024-07-01", "");
    count(&b, "2024-2");
    assert_value(&b, "job.akkumuleret;2024-2;;;02", "1");
    assert_value(&b, "job.akkumuleret;2024-2;;;07", "2");
    assert_value(&b, "job.akkumuleret;2024-2;;;12", "2");
    count(&b, "2024-1");
    assert_value(&b, "job.akkumuleret;2024-1;;;06", "1");
    assert_value(&b, "job.akkumuleret;2024-1;;;07", "-");
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(applications_reach_a_yearly_goal_on_the_day_the_last_was_sent),
        cmocka_unit_test(trials_reach_a_yearly_goal_on_the_day_the_last_began),
        cmocka_unit_test(an_amount_reaches_a_yearly_goal_on_no_single_day),
        cmocka_unit_test(what_is_no_count_of_beginnings_has_no_day_in_a_yearly_goal),
        cmocka_unit_test(an_amount_is_looked_ahead_for_and_asked_for_by_days),
        cmocka_unit_test(a_share_has_no_forecast_and_no_day),
        cmocka_unit_test(a_share_of_nothing_is_behind),
        cmocka_unit_test(grants_reach_a_final_goal_on_the_day_of_the_decision),
        cmocka_unit_test(a_donor_is_counted_from_the_first_grant_only),
        cmocka_unit_test(trials_reach_a_final_goal_when_they_ran_in_its_time),
        cmocka_unit_test(purchases_reach_a_final_goal_on_their_day),
        cmocka_unit_test(recommendations_of_all_the_goals_years_are_added),
        cmocka_unit_test(figures_that_cannot_be_added_up_suit_no_goal),
        cmocka_unit_test(a_department_that_never_bought_counts_nothing_and_is_warned_of),
        cmocka_unit_test(a_figure_by_code_alone_asks_for_one),
        cmocka_unit_test(a_final_goal_is_held_against_its_line_on_the_half_years_last_day),
        cmocka_unit_test(a_final_flow_is_counted_to_the_half_years_end),
        cmocka_unit_test(an_extract_within_the_second_half_year_is_when_both_are_judged),
        cmocka_unit_test(jobs_are_added_up_from_january_in_the_second_half_year_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
