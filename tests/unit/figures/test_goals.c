#include "data_builder.h"

/* An enterprise for jobs to be in. */
static void begin(struct builder *b)
{
    builder_init(b);
    add_enterprise(b, "V1", "virksomhed", "2015-01-01", "");
}

static void add_jobs(struct builder *b, const char *type, const char *start, int number)
{
    for (int i = 0; i < number; i++)
        add_job(b, "B1", "V1", type, start, "");
}

/* As many enterprises with the same dates, named after `name`. */
static void add_enterprises(struct builder *b, const char *name, const char *start, const char *end,
                            int number)
{
    for (int i = 0; i < number; i++) {
        char id[32];
        snprintf(id, sizeof id, "%s-%d", name, i);
        add_enterprise(b, id, "initiativ", start, end);
    }
}

static void a_yearly_goal_is_reached_on_the_day_of_the_row_that_fills_it(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_jobs(&b, "fleksjob", "2024-11-01", 1);
    add_jobs(&b, "fleksjob", "2024-03-01", 2);
    add_jobs(&b, "fleksjob", "2023-03-01", 5);
    add_goal(&b, "m", GOAL_YEARLY, "job.nye", "", 3);
    count(&b, "2024");
    assert_value(&b, "maal.m.vaerdi;2024;;;", "3");
    assert_value(&b, "maal.m.maal;2024;;;", "3");
    assert_value(&b, "maal.m.opfyldelse;2024;;;", "1");
    assert_value(&b, "maal.m.status;2024;;;", "naaet");
    assert_value(&b, "maal.m.dato;2024;;;", "2024-11-01");
    assert_value(&b, "maal.m.prognose;2024;;;", "-");
    assert_value(&b, "maal.m.vaerdi;2023;;;", "-");
    builder_free(&b);
}

static void a_yearly_goal_that_is_one_short_when_the_year_ends_is_not_reached(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_jobs(&b, "fleksjob", "2024-03-01", 2);
    add_goal(&b, "m", GOAL_YEARLY, "job.nye", "", 3);
    count(&b, "2024");
    assert_value(&b, "maal.m.opfyldelse;2024;;;", "0,666667");
    assert_value(&b, "maal.m.status;2024;;;", "ikke_naaet");
    assert_value(&b, "maal.m.dato;2024;;;", "");
    builder_free(&b);
}

static void only_the_codes_that_a_goal_names_are_added(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_jobs(&b, "fleksjob", "2024-03-01", 1);
    add_jobs(&b, "loentilskud", "2024-04-01", 1);
    add_jobs(&b, "smaajob", "2024-05-01", 1);
    add_goal(&b, "m", GOAL_YEARLY, "job.nye", "fleksjob| Småjob |fleksjob", 2);
    count(&b, "2024");
    assert_value(&b, "maal.m.vaerdi;2024;;;", "2");
    assert_value(&b, "maal.m.dato;2024;;;", "2024-05-01");
    builder_free(&b);
}

static void half_a_year_asks_for_the_days_share_of_the_goal_and_looks_ahead(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_jobs(&b, "fleksjob", "2023-06-30", 14);
    add_goal(&b, "m", GOAL_YEARLY, "job.nye", "", 28);
    count(&b, "2023-1"); /* 181 of 365 days: 13,88 are expected */
    assert_value(&b, "maal.m.status;2023-1;;;", "paa_vej");
    assert_value(&b, "maal.m.prognose;2023-1;;;", "28,232044");
    add_goal(&b, "n", GOAL_YEARLY, "job.nye", "", 29); /* 14,38 */
    count(&b, "2023-1");
    assert_value(&b, "maal.n.status;2023-1;;;", "bagud");
    builder_free(&b);
}

static void the_second_half_year_shows_the_goals_of_the_whole_year_twice(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_jobs(&b, "fleksjob", "2024-03-01", 2);
    add_jobs(&b, "fleksjob", "2024-08-01", 1);
    add_goal(&b, "m", GOAL_YEARLY, "job.nye", "", 3);
    count(&b, "2024-2");
    assert_value(&b, "job.nye;2024-2;;;", "1");
    assert_value(&b, "maal.m.vaerdi;2024-2;;;", "3");
    assert_value(&b, "maal.m.vaerdi;2024;;;", "3");
    assert_value(&b, "maal.m.status;2024-2;;;", "naaet");
    assert_value(&b, "maal.m.prognose;2024-2;;;", "-");
    assert_value(&b, "maal.m.vaerdi;2023;;;", "-");
    builder_free(&b);
}

static void a_goal_is_shown_only_in_its_own_years(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_goal(&b, "m", GOAL_YEARLY, "job.nye", "", 3)->from_year = 2023;
    add_goal(&b, "n", GOAL_YEARLY, "job.nye", "", 3)->to_year = 2022;
    count(&b, "2022");
    assert_value(&b, "maal.m.vaerdi;2022;;;", "-");
    assert_value(&b, "maal.n.vaerdi;2022;;;", "0");
    builder_free(&b);
}

static void a_final_goal_on_a_stock_is_reached_on_the_first_day_of_a_level_that_holds(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_enterprises(&b, "a", "2021-05-01", "", 2);
    add_enterprises(&b, "b", "2022-06-01", "2023-01-01", 1); /* three, but not to the end */
    add_enterprises(&b, "c", "2023-08-14", "", 1);
    add_goal(&b, "m", GOAL_FINAL, "virksomhed.aktive_ultimo", "", 3);
    count(&b, "2024");
    assert_value(&b, "maal.m.vaerdi;2024;;;", "3");
    assert_value(&b, "maal.m.dato;2024;;;", "2023-08-14");
    assert_value(&b, "maal.m.status;2024;;;", "naaet_foer_tid");
    count(&b, "2022");
    assert_value(&b, "maal.m.dato;2022;;;", "2022-06-01");
    builder_free(&b);
}

static void a_level_that_one_leaves_and_another_fills_on_the_same_day_holds(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_enterprises(&b, "a", "2022-01-01", "2023-05-01", 2);
    add_enterprises(&b, "b", "2023-05-01", "", 2);
    add_goal(&b, "m", GOAL_FINAL, "virksomhed.aktive_ultimo", "", 2);
    count(&b, "2024");
    assert_value(&b, "maal.m.dato;2024;;;", "2022-01-01");
    builder_free(&b);
}

static void a_stock_may_have_reached_its_goal_before_the_strategy_began(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_enterprises(&b, "a", "2016-02-03", "", 3);
    add_goal(&b, "m", GOAL_FINAL, "virksomhed.aktive_ultimo", "", 3);
    count(&b, "2024");
    assert_value(&b, "maal.m.dato;2024;;;", "2016-02-03");
    builder_free(&b);
}

static void a_final_goal_reached_on_the_very_last_day_is_not_early(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_enterprises(&b, "a", "2025-12-31", "", 3);
    add_goal(&b, "m", GOAL_FINAL, "virksomhed.aktive_ultimo", "", 3);
    count(&b, "2025");
    assert_value(&b, "maal.m.status;2025;;;", "naaet");
    assert_value(&b, "maal.m.dato;2025;;;", "2025-12-31");
    builder_free(&b);
}

static void a_final_goal_on_a_flow_is_counted_from_its_first_year(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_jobs(&b, "fleksjob", "2021-12-31", 10);
    add_jobs(&b, "fleksjob", "2022-01-01", 1);
    add_jobs(&b, "fleksjob", "2024-02-01", 1);
    add_jobs(&b, "fleksjob", "2024-07-01", 1);
    add_goal(&b, "m", GOAL_FINAL, "job.nye", "", 2);
    count(&b, "2024-1");
    assert_value(&b, "maal.m.vaerdi;2024-1;;;", "2");
    assert_value(&b, "maal.m.dato;2024-1;;;", "2024-02-01");
    assert_value(&b, "maal.m.status;2024-1;;;", "naaet_foer_tid");
    assert_value(&b, "maal.m.prognose;2024-1;;;", "-");
    builder_free(&b);
}

static void a_final_goal_follows_the_straight_line_from_the_value_before_it(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_enterprises(&b, "a", "2020-01-01", "", 10);
    add_enterprises(&b, "b", "2022-05-01", "", 5);
    add_goal(&b, "m", GOAL_FINAL, "virksomhed.aktive_ultimo", "", 30); /* 10 → 30 in 1461 days */
    count(&b, "2022");                                                 /* after 365 days: 14,997 */
    assert_value(&b, "maal.m.status;2022;;;", "paa_vej");
    count(&b, "2023"); /* after 730 days: 19,99 */
    assert_value(&b, "maal.m.status;2023;;;", "bagud");
    count(&b, "2025");
    assert_value(&b, "maal.m.status;2025;;;", "ikke_naaet");
    builder_free(&b);
}

static void the_line_is_met_to_the_very_day(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    struct enterprise *only = add_enterprise(&b, "V1", "virksomhed", "2022-05-01", "");
    add_goal(&b, "m", GOAL_FINAL, "virksomhed.ansatte", "", 146100); /* 100 a day */
    only->staff = 36500;
    count(&b, "2022");
    assert_value(&b, "maal.m.status;2022;;;", "paa_vej");
    only->staff = 36499;
    count(&b, "2022");
    assert_value(&b, "maal.m.status;2022;;;", "bagud");
    builder_free(&b);
}

static void the_share_of_a_year_is_met_to_the_very_day(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    struct enterprise *only = add_enterprise(&b, "V1", "virksomhed", "2023-05-01", "");
    add_goal(&b, "m", GOAL_YEARLY, "virksomhed.ansatte", "", 36500); /* 100 a day */
    only->staff = 18100;
    count(&b, "2023-1");
    assert_value(&b, "maal.m.status;2023-1;;;", "paa_vej");
    only->staff = 18099;
    count(&b, "2023-1");
    assert_value(&b, "maal.m.status;2023-1;;;", "bagud");
    builder_free(&b);
}

static void a_goal_reached_early_was_early_also_in_the_last_report(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_enterprises(&b, "a", "2023-08-14", "", 3);
    add_goal(&b, "m", GOAL_FINAL, "virksomhed.aktive_ultimo", "", 3);
    count(&b, "2025");
    assert_value(&b, "maal.m.status;2025;;;", "naaet_foer_tid");
    builder_free(&b);
}

static void a_figure_without_a_day_is_early_while_time_is_left(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_enterprise(&b, "V1", "virksomhed", "", "")->status = code_in(&b, CODES_ENTERPRISE_STATUS, "paa_vej");
    add_goal(&b, "m", GOAL_FINAL, "virksomhed.paa_vej", "", 1);
    count(&b, "2024");
    assert_value(&b, "maal.m.status;2024;;;", "naaet_foer_tid");
    assert_value(&b, "maal.m.dato;2024;;;", "");
    count(&b, "2025");
    assert_value(&b, "maal.m.status;2025;;;", "naaet");
    builder_free(&b);
}

static void the_line_of_a_flow_begins_at_nothing(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_jobs(&b, "fleksjob", "2021-12-31", 100);
    add_jobs(&b, "fleksjob", "2022-05-01", 10);
    add_goal(&b, "m", GOAL_FINAL, "job.nye", "", 40);
    count(&b, "2022"); /* 40 × 365 / 1461 = 9,99 */
    assert_value(&b, "maal.m.vaerdi;2022;;;", "10");
    assert_value(&b, "maal.m.status;2022;;;", "paa_vej");
    builder_free(&b);
}

static void the_line_of_active_courses_begins_at_nothing_though_some_came_in(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_agreement(&b, "A1", "2015-01-01", "");
    for (int i = 0; i < 10; i++)
        add_course(&b, "B1", "A1", "unge", "2021-12-01", "2022-01-01");
    add_goal(&b, "m", GOAL_FINAL, "forloeb.aktive", "", 40); /* 40 × 365 / 1461 = 9,99 */
    count(&b, "2022");
    assert_value(&b, "maal.m.vaerdi;2022;;;", "10");
    assert_value(&b, "maal.m.status;2022;;;", "paa_vej");
    builder_free(&b);
}

static void persons_are_dated_by_the_first_of_their_jobs(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_job(&b, "B1", "V1", "fleksjob", "2022-03-01", "");
    add_job(&b, "B1", "V1", "fleksjob", "2022-02-01", "");
    add_job(&b, "B2", "V1", "fleksjob", "2023-04-01", "");
    add_job(&b, "B2", "V1", "fleksjob", "2021-04-01", "");
    add_goal(&b, "m", GOAL_FINAL, "job.personer", "", 2);
    add_goal(&b, "n", GOAL_FINAL, "job.virksomheder", "", 1);
    count(&b, "2024");
    assert_value(&b, "maal.m.vaerdi;2024;;;", "2");
    assert_value(&b, "maal.m.dato;2024;;;", "2023-04-01");
    assert_value(&b, "maal.n.dato;2024;;;", "2022-02-01");
    builder_free(&b);
}

static void a_milestone_has_its_own_day(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_goal(&b, "m", GOAL_MILESTONE, "", "", 0)->reached = day("2023-11-20");
    add_goal(&b, "n", GOAL_MILESTONE, "", "", 0);
    add_goal(&b, "o", GOAL_MILESTONE, "", "", 0)->reached = day("2025-12-31");
    count(&b, "2024");
    assert_value(&b, "maal.m.status;2024;;;", "naaet_foer_tid");
    assert_value(&b, "maal.m.dato;2024;;;", "2023-11-20");
    assert_value(&b, "maal.m.vaerdi;2024;;;", "-");
    assert_value(&b, "maal.n.status;2024;;;", "paa_vej");
    assert_value(&b, "maal.n.dato;2024;;;", "");
    assert_value(&b, "maal.o.status;2024;;;", "paa_vej");
    count(&b, "2025");
    assert_value(&b, "maal.n.status;2025;;;", "ikke_naaet");
    assert_value(&b, "maal.o.status;2025;;;", "naaet");
    builder_free(&b);
}

static void a_goal_without_a_target_has_a_value_only(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_jobs(&b, "fleksjob", "2024-03-01", 2);
    add_goal(&b, "m", GOAL_YEARLY, "job.nye", "", 0)->target = DECIMAL_NONE;
    count(&b, "2024-1");
    assert_value(&b, "maal.m.vaerdi;2024-1;;;", "2");
    assert_value(&b, "maal.m.status;2024-1;;;", "uden_maal");
    assert_int_equal(rows_beginning(&b, "maal."), 2);
    builder_free(&b);
}

static void a_range_is_reached_from_its_lower_end(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_jobs(&b, "fleksjob", "2024-03-01", 2);
    add_goal(&b, "m", GOAL_YEARLY, "job.nye", "", 2)->target_to = 3 * DECIMAL_ONE;
    count(&b, "2024");
    assert_value(&b, "maal.m.status;2024;;;", "naaet");
    assert_value(&b, "maal.m.opfyldelse;2024;;;", "1");
    builder_free(&b);
}

static void a_goal_on_a_share_is_not_scaled_by_days(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_agreement(&b, "A1", "2015-01-01", "");
    add_ended(&b, "B1", "A1", "2024-01-01", "2024-02-01", "fleksjob");
    add_ended(&b, "B2", "A1", "2024-01-01", "2024-02-01", "andet");
    add_goal(&b, "m", GOAL_YEARLY, "forloeb.effekt", "", 0)->target = DECIMAL_ONE / 2;
    add_goal(&b, "n", GOAL_YEARLY, "forloeb.effekt", "", 0)->target = 510000;
    add_goal(&b, "o", GOAL_FINAL, "forloeb.effekt", "", 0)->target = DECIMAL_ONE / 2;
    add_goal(&b, "p", GOAL_YEARLY, "forloeb.udfald_andel", "andet|praktik", 0)->target = DECIMAL_ONE / 2;
    count(&b, "2024-1");
    assert_value(&b, "maal.m.status;2024-1;;;", "naaet");
    assert_value(&b, "maal.m.prognose;2024-1;;;", "-");
    assert_value(&b, "maal.n.status;2024-1;;;", "bagud");
    assert_value(&b, "maal.o.status;2024-1;;;", "naaet");
    assert_value(&b, "maal.p.vaerdi;2024-1;;;", "0,5");
    count(&b, "2024");
    assert_value(&b, "maal.n.status;2024;;;", "ikke_naaet");
    builder_free(&b);
}

static void a_goal_of_none_is_reached_but_on_no_day(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_jobs(&b, "fleksjob", "2024-03-01", 1);
    add_goal(&b, "m", GOAL_YEARLY, "job.nye", "", 0);
    count(&b, "2024");
    assert_value(&b, "maal.m.status;2024;;;", "naaet");
    assert_value(&b, "maal.m.dato;2024;;;", "");
    assert_value(&b, "maal.m.opfyldelse;2024;;;", "");
    builder_free(&b);
}

static void a_yearly_goal_on_what_is_no_count_of_starts_has_no_day(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_jobs(&b, "fleksjob", "2024-03-01", 1);
    add_goal(&b, "m", GOAL_YEARLY, "job.personer", "", 1);
    add_goal(&b, "n", GOAL_YEARLY, "virksomhed.aktive_ultimo", "", 1);
    add_goal(&b, "o", GOAL_YEARLY, "job.timer", "", 1);
    count(&b, "2024");
    assert_value(&b, "maal.m.status;2024;;;", "naaet");
    assert_value(&b, "maal.m.dato;2024;;;", "");
    assert_value(&b, "maal.n.dato;2024;;;", "");
    assert_value(&b, "maal.o.dato;2024;;;", "");
    builder_free(&b);
}

static void a_share_of_nothing_does_not_reach_its_goal(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_goal(&b, "m", GOAL_YEARLY, "forloeb.effekt", "", 0);
    count(&b, "2024");
    assert_value(&b, "maal.m.vaerdi;2024;;;", "");
    assert_value(&b, "maal.m.opfyldelse;2024;;;", "");
    assert_value(&b, "maal.m.status;2024;;;", "ikke_naaet");
    builder_free(&b);
}

static void an_extract_older_than_the_period_judges_at_its_own_date(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    b.data.settings.extract_date = day("2024-07-01"); /* the 183rd of 366 days */
    add_jobs(&b, "fleksjob", "2024-03-01", 2);
    add_goal(&b, "m", GOAL_YEARLY, "job.nye", "", 4);
    add_goal(&b, "n", GOAL_YEARLY, "job.nye", "", 5);
    add_goal(&b, "o", GOAL_MILESTONE, "", "", 0)->to_year = 2024;
    add_goal(&b, "p", GOAL_FINAL, "job.nye", "", 50)->to_year = 2024;
    count(&b, "2024");
    assert_true(b.figures.preliminary);
    assert_int_equal(b.figures.judged_at, day("2024-07-01"));
    assert_value(&b, "maal.m.status;2024;;;", "paa_vej");
    assert_value(&b, "maal.m.prognose;2024;;;", "4");
    assert_value(&b, "maal.n.status;2024;;;", "bagud");
    assert_value(&b, "maal.o.status;2024;;;", "paa_vej");
    assert_value(&b, "maal.p.status;2024;;;", "bagud");
    builder_free(&b);
}

static void an_extract_from_the_last_day_or_later_is_final(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    b.data.settings.extract_date = day("2024-12-31");
    add_goal(&b, "m", GOAL_YEARLY, "job.nye", "", 4);
    count(&b, "2024");
    assert_false(b.figures.preliminary);
    assert_value(&b, "maal.m.status;2024;;;", "ikke_naaet");
    builder_free(&b);
}

static void an_extract_from_before_the_year_judges_the_day_before_it(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    b.data.settings.extract_date = day("2023-05-01");
    add_goal(&b, "m", GOAL_YEARLY, "job.nye", "", 4);
    count(&b, "2024");
    assert_value(&b, "maal.m.status;2024;;;", "paa_vej");
    assert_value(&b, "maal.m.prognose;2024;;;", "");
    builder_free(&b);
}

static void a_goal_about_an_unknown_figure_is_a_finding(void **state)
{
    static const char *const unsuited[] = {
        "job.ny", "maal.m.vaerdi", "vaerdi", "job.akkumuleret", "forloeb.pladser_udnyttelse", "effekt.netto"};
    struct builder b;
    (void)state;
    builder_init(&b);
    for (size_t i = 0; i < sizeof unsuited / sizeof *unsuited; i++)
        add_goal(&b, unsuited[i], GOAL_YEARLY, unsuited[i], "", 4)->source.line = (uint32_t)i + 2;
    count(&b, "2024");
    assert_int_equal(b.diag.per_code[DIAG_GOAL_FIGURE_UNKNOWN], 6);
    assert_int_equal(b.diag.findings[0].place.line, 2);
    assert_true(sv_is(b.diag.findings[0].value, "job.ny"));
    assert_true(sv_is(b.diag.findings[0].place.heading, "noegle"));
    assert_int_equal(rows_beginning(&b, "maal."), 0);
    builder_free(&b);
}

static void a_goal_about_an_unknown_code_is_a_finding_for_each(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_goal(&b, "m", GOAL_YEARLY, "job.nye", "fleksjob|drømmejob|flexjob", 4);
    add_goal(&b, "n", GOAL_YEARLY, "forloeb.startede", "unge", 4);
    add_goal(&b, "o", GOAL_YEARLY, "forloeb.progression", "", 4);
    add_goal(&b, "p", GOAL_YEARLY, "forloeb.vaerdikaede", "motivation>lille_job|motivation", 4);
    add_goal(&b, "q", GOAL_YEARLY, "forloeb.progression_andel", "uoplyst", 4);
    count(&b, "2024");
    assert_int_equal(b.diag.per_code[DIAG_GOAL_CODE_UNKNOWN], 5);
    assert_int_equal(b.diag.per_code[DIAG_GOAL_CODE_MISSING], 1);
    assert_true(sv_is(b.diag.findings[0].value, "drømmejob"));
    assert_true(sv_is(b.diag.findings[0].details[0], "job.nye"));
    assert_int_equal(rows_beginning(&b, "maal."), 0);
    builder_free(&b);
}

static void a_goal_about_no_figure_at_all_is_left_out(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_goal(&b, "m", GOAL_YEARLY, "", "", 4);
    count(&b, "2024");
    assert_int_equal(b.diag.count, 0);
    assert_int_equal(rows_beginning(&b, "maal."), 0);
    builder_free(&b);
}

static void goals_can_be_checked_without_counting(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_goal(&b, "m", GOAL_YEARLY, "job.ny", "", 4);
    add_goal(&b, "n", GOAL_YEARLY, "job.nye", "", 4);
    add_goal(&b, "o", GOAL_MILESTONE, "", "", 4);
    goals_check(&b.data, &b.diag);
    assert_int_equal(b.diag.count, 1);
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_yearly_goal_is_reached_on_the_day_of_the_row_that_fills_it),
        cmocka_unit_test(a_yearly_goal_that_is_one_short_when_the_year_ends_is_not_reached),
        cmocka_unit_test(only_the_codes_that_a_goal_names_are_added),
        cmocka_unit_test(half_a_year_asks_for_the_days_share_of_the_goal_and_looks_ahead),
        cmocka_unit_test(the_second_half_year_shows_the_goals_of_the_whole_year_twice),
        cmocka_unit_test(a_goal_is_shown_only_in_its_own_years),
        cmocka_unit_test(a_final_goal_on_a_stock_is_reached_on_the_first_day_of_a_level_that_holds),
        cmocka_unit_test(a_level_that_one_leaves_and_another_fills_on_the_same_day_holds),
        cmocka_unit_test(a_stock_may_have_reached_its_goal_before_the_strategy_began),
        cmocka_unit_test(a_final_goal_reached_on_the_very_last_day_is_not_early),
        cmocka_unit_test(a_final_goal_on_a_flow_is_counted_from_its_first_year),
        cmocka_unit_test(a_final_goal_follows_the_straight_line_from_the_value_before_it),
        cmocka_unit_test(the_line_is_met_to_the_very_day),
        cmocka_unit_test(the_share_of_a_year_is_met_to_the_very_day),
        cmocka_unit_test(a_goal_reached_early_was_early_also_in_the_last_report),
        cmocka_unit_test(a_figure_without_a_day_is_early_while_time_is_left),
        cmocka_unit_test(the_line_of_a_flow_begins_at_nothing),
        cmocka_unit_test(the_line_of_active_courses_begins_at_nothing_though_some_came_in),
        cmocka_unit_test(persons_are_dated_by_the_first_of_their_jobs),
        cmocka_unit_test(a_milestone_has_its_own_day),
        cmocka_unit_test(a_goal_without_a_target_has_a_value_only),
        cmocka_unit_test(a_range_is_reached_from_its_lower_end),
        cmocka_unit_test(a_goal_on_a_share_is_not_scaled_by_days),
        cmocka_unit_test(a_goal_of_none_is_reached_but_on_no_day),
        cmocka_unit_test(a_yearly_goal_on_what_is_no_count_of_starts_has_no_day),
        cmocka_unit_test(a_share_of_nothing_does_not_reach_its_goal),
        cmocka_unit_test(an_extract_older_than_the_period_judges_at_its_own_date),
        cmocka_unit_test(an_extract_from_the_last_day_or_later_is_final),
        cmocka_unit_test(an_extract_from_before_the_year_judges_the_day_before_it),
        cmocka_unit_test(a_goal_about_an_unknown_figure_is_a_finding),
        cmocka_unit_test(a_goal_about_an_unknown_code_is_a_finding_for_each),
        cmocka_unit_test(a_goal_about_no_figure_at_all_is_left_out),
        cmocka_unit_test(goals_can_be_checked_without_counting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
