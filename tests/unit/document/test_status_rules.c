/*
 * The rules of docs/status-sentences.md: each has a case here that builds data, counts them and reads the
 * sentence. What is expected stands in the document alone, as the rule's example.
 */
#include "../figures/data_builder.h"

#include "build.h"
#include "cell_text.h"
#include "effort_sentences.h"
#include "goal_sentences.h"
#include "recommendation_sentence.h"
#include "status_sentences.h"

#include <stdlib.h>

/* ---- Data ---- */

static void add_jobs(struct builder *b, const char *start, int number)
{
    for (int i = 0; i < number; i++)
        add_job(b, "B1", "V1", "fleksjob", start, "");
}

static void add_norm(struct builder *b)
{
    add_enterprise(b, "V1", "virksomhed", "2015-01-01", "");
    add_goal(b, "Mindst 30 job om året", GOAL_YEARLY, "job.nye", "fleksjob|smaajob", 30);
}

/* The norm, and jobs in the years 2021 to 2024, all on 1 March. */
static void add_years_of_jobs(struct builder *b, int in_2021, int in_2022, int in_2023, int in_2024)
{
    add_norm(b);
    add_jobs(b, "2021-03-01", in_2021);
    add_jobs(b, "2022-03-01", in_2022);
    add_jobs(b, "2023-03-01", in_2023);
    add_jobs(b, "2024-03-01", in_2024);
}

static void norm_reached(struct builder *b)
{
    add_norm(b);
    add_jobs(b, "2023-03-01", 38);
    add_jobs(b, "2024-08-14", 47);
}

static void norm_best_year(struct builder *b)
{
    add_years_of_jobs(b, 24, 32, 37, 47);
}

static void norm_missed(struct builder *b)
{
    add_norm(b);
    add_jobs(b, "2023-03-01", 30);
    add_jobs(b, "2024-03-01", 29);
}

static void norm_worst_year(struct builder *b)
{
    add_years_of_jobs(b, 37, 32, 37, 21);
}

static void norm_year_between(struct builder *b)
{
    add_years_of_jobs(b, 24, 24, 37, 28);
}

static void norm_unchanged(struct builder *b)
{
    add_norm(b);
    add_jobs(b, "2023-03-01", 28);
    add_jobs(b, "2024-03-01", 28);
}

static void norm_without_jobs(struct builder *b)
{
    add_norm(b);
    add_jobs(b, "2023-03-01", 30);
}

static void norm_on_track(struct builder *b)
{
    add_norm(b);
    add_jobs(b, "2023-03-01", 18);
    add_jobs(b, "2023-09-01", 19);
    add_jobs(b, "2024-03-01", 16);
}

static void norm_behind(struct builder *b)
{
    add_norm(b);
    add_jobs(b, "2023-03-01", 18);
    add_jobs(b, "2024-03-01", 13);
}

static void norm_short_by_seven(struct builder *b)
{
    add_norm(b);
    add_jobs(b, "2024-03-01", 23);
}

static void norm_second_half(struct builder *b)
{
    add_norm(b);
    add_jobs(b, "2023-03-01", 18);
    add_jobs(b, "2023-09-01", 19);
    add_jobs(b, "2024-03-01", 13);
    add_jobs(b, "2024-10-01", 17);
}

static void norm_without_target(struct builder *b)
{
    norm_behind(b);
    ((struct goal *)b->data.tables[TABLE_GOALS].data)->target = DECIMAL_NONE;
}

/* As many with three bottom lines that began on that day. */
static void add_enterprises(struct builder *b, const char *name, const char *start, const char *end,
                            int number)
{
    for (int i = 0; i < number; i++) {
        struct enterprise *row = add_enterprise(b, sv_text(&b->arena, sv_format(&b->arena, "%s-%d", name, i)),
                                                "initiativ", start, end);
        row->bottom_line_social = row->bottom_line_local = row->bottom_line_economic = YES;
    }
}

static void add_forty(struct builder *b)
{
    add_goal(b, "40 virksomheder", GOAL_FINAL, "virksomhed.tre_bundlinjer", "", 40);
}

static void forty_early(struct builder *b)
{
    add_forty(b);
    add_enterprises(b, "A", "2020-01-01", "", 36);
    add_enterprises(b, "B", "2025-11-18", "", 4);
}

static void forty_on_the_last_day(struct builder *b)
{
    add_forty(b);
    add_enterprises(b, "A", "2020-01-01", "", 36);
    add_enterprises(b, "B", "2025-12-31", "", 4);
}

static void forty_long_ago(struct builder *b)
{
    add_forty(b);
    add_enterprises(b, "A", "2023-08-14", "", 41);
}

static void forty_on_track(struct builder *b)
{
    add_forty(b);
    add_enterprises(b, "A", "2020-01-01", "", 22);
    add_enterprises(b, "B", "2023-06-01", "", 9);
    add_enterprises(b, "C", "2024-02-01", "", 5);
}

static void forty_behind(struct builder *b)
{
    add_forty(b);
    add_enterprises(b, "A", "2020-01-01", "", 30);
    add_enterprises(b, "B", "2020-01-01", "2024-05-31", 1);
}

static void forty_missed(struct builder *b)
{
    add_forty(b);
    add_enterprises(b, "A", "2020-01-01", "", 36);
    add_enterprises(b, "B", "2025-05-01", "", 2);
}

static void registered_without_target(struct builder *b)
{
    add_goal(b, "Registrerede", GOAL_FINAL, "virksomhed.registrerede", "", 0)->target = DECIMAL_NONE;
    add_enterprise(b, "V1", "virksomhed", "2020-01-01", "")->registered = day("2022-05-01");
}

static struct goal *add_prize(struct builder *b, const char *reached)
{
    struct goal *prize = add_goal(b, "Den socialøkonomiske pris", GOAL_MILESTONE, "", "", 0);
    prize->target = DECIMAL_NONE;
    prize->reached = day(reached);
    return prize;
}

static void prize_early(struct builder *b)
{
    add_prize(b, "2024-11-20");
}

static void prize_on_the_last_day(struct builder *b)
{
    add_prize(b, "2025-12-31");
}

static void prize_waiting(struct builder *b)
{
    add_prize(b, "");
}

/* Two or three new in-house solutions a year. */
static void add_in_house(struct builder *b, int number)
{
    add_goal(b, "2–3 in-house løsninger om året", GOAL_YEARLY, "virksomhed.nye", "in_house", 2)->target_to =
        3 * DECIMAL_ONE;
    add_enterprise(b, "I1", "in_house", "2023-04-01", "");
    for (int i = 0; i < number; i++)
        add_enterprise(b, sv_text(&b->arena, sv_format(&b->arena, "J%d", i)), "in_house", "2024-05-01", "");
}

static void range_reached(struct builder *b)
{
    add_in_house(b, 2);
}

static void range_exceeded(struct builder *b)
{
    add_in_house(b, 4);
}

static void range_missed(struct builder *b)
{
    add_in_house(b, 1);
}

static void range_missed_by_all(struct builder *b)
{
    add_in_house(b, 0);
}

/* A hundred citizens' jobs over the strategy's four years. */
static void add_hundred(struct builder *b, int until_2024)
{
    add_enterprise(b, "V1", "virksomhed", "2015-01-01", "");
    add_goal(b, "100 job i strategien", GOAL_FINAL, "job.nye", "", 100);
    add_jobs(b, "2022-03-01", 30);
    add_jobs(b, "2024-03-01", until_2024);
}

static void hundred_on_track(struct builder *b)
{
    add_hundred(b, 50);
}

static void hundred_behind(struct builder *b)
{
    add_hundred(b, 10);
}

static void hundred_early(struct builder *b)
{
    add_hundred(b, 70);
}

/* Courses under one agreement, ended in 2024, with an outcome each. */
static void add_outcomes(struct builder *b, const char *end, int positive, int others)
{
    if (!row_count(&b->data, TABLE_AGREEMENTS))
        add_agreement(b, "SA-01", "2020-01-01", "");
    for (int i = 0; i < positive + others; i++)
        add_ended(b, "B1", "SA-01", "2022-01-01", end, i < positive ? "fleksjob" : "stoppet");
}

static void add_effect_goal(struct builder *b)
{
    add_goal(b, "Mindst halvdelen i job eller uddannelse", GOAL_YEARLY, "forloeb.effekt", "", 0)->target =
        DECIMAL_ONE / 2;
}

static void share_reached(struct builder *b)
{
    add_effect_goal(b);
    add_outcomes(b, "2023-03-01", 5, 5);
    add_outcomes(b, "2024-03-01", 3, 2);
}

static void share_short(struct builder *b)
{
    add_effect_goal(b);
    add_outcomes(b, "2024-03-01", 2, 3);
}

static void share_of_nothing(struct builder *b)
{
    add_effect_goal(b);
}

static void share_without_target(struct builder *b)
{
    add_goal(b, "Effekt", GOAL_YEARLY, "forloeb.effekt", "", 0)->target = DECIMAL_NONE;
    add_outcomes(b, "2023-03-01", 5, 5);
    add_outcomes(b, "2024-03-01", 3, 2);
}

static void add_steps(struct builder *b, const char *end, int forward, int others)
{
    if (!row_count(&b->data, TABLE_AGREEMENTS))
        add_agreement(b, "SA-01", "2020-01-01", "");
    for (int i = 0; i < forward + others; i++) {
        struct course *row = add_ended(b, "B1", "SA-01", "2022-01-01", end, "fleksjob");
        row->step_start = code_in(b, CODES_STEP, "motivation");
        row->step_end = code_in(b, CODES_STEP, i < forward ? "praktik" : "motivation");
    }
}

static void add_progression_goal(struct builder *b)
{
    add_goal(b, "Progression", GOAL_YEARLY, "forloeb.progression", "frem", 0)->target = DECIMAL_NONE;
}

static void progression_of_many(struct builder *b)
{
    add_progression_goal(b);
    add_steps(b, "2023-03-01", 40, 30);
    add_steps(b, "2024-03-01", 47, 36);
}

static void progression_of_one(struct builder *b)
{
    add_progression_goal(b);
    add_steps(b, "2024-03-01", 1, 0);
}

static void progression_of_none(struct builder *b)
{
    add_progression_goal(b);
    add_steps(b, "2024-03-01", 0, 5);
}

static void progression_without_courses(struct builder *b)
{
    add_progression_goal(b);
}

/* ---- Data of the results ---- */

static void nothing(struct builder *b)
{
    (void)b;
}

static void jobs_of_years(struct builder *b)
{
    add_enterprise(b, "V1", "virksomhed", "2015-01-01", "");
    add_jobs(b, "2018-03-01", 37);
    add_jobs(b, "2019-03-01", 45);
    add_jobs(b, "2020-03-01", 25);
    add_jobs(b, "2021-03-01", 14);
    add_jobs(b, "2021-09-01", 13);
}

static void one_job(struct builder *b)
{
    add_enterprise(b, "V1", "virksomhed", "2015-01-01", "");
    add_jobs(b, "2024-03-01", 1);
}

static void effect_of_many(struct builder *b)
{
    add_outcomes(b, "2023-03-01", 4, 6);
    add_outcomes(b, "2024-03-01", 5, 5);
}

static void effect_of_hundreds(struct builder *b)
{
    add_outcomes(b, "2023-03-01", 51, 49);
    add_outcomes(b, "2024-03-01", 100, 101);
}

static void effect_of_one(struct builder *b)
{
    add_outcomes(b, "2024-03-01", 1, 0);
}

static void enterprises_that_came_and_went(struct builder *b)
{
    add_enterprises(b, "A", "2020-01-01", "", 33);
    add_enterprises(b, "B", "2020-01-01", "2024-05-31", 1);
    add_enterprises(b, "C", "2024-02-01", "", 5);
}

static void enterprises_unchanged(struct builder *b)
{
    add_enterprises(b, "A", "2020-01-01", "", 1);
}

static void followed_up(struct builder *b)
{
    add_outcomes(b, "2023-06-01", 4, 0);
    for (uint32_t i = 0; i < 4; i++)
        add_follow_up(b, i, "2024-02-01", true, i ? "fleksjob" : "stoppet");
}

static void citizens(struct builder *b)
{
    add_agreement(b, "SA-01", "2020-01-01", "");
    add_course(b, "B1", "SA-01", "unge", "2023-03-01", "2023-05-31");
    add_course(b, "B2", "SA-01", "unge", "2024-03-01", "");
    add_course(b, "B3", "SA-01", "unge", "2024-03-01", "");
}

/* ---- Data of the efforts ---- */

static void first_and_next_jobs(struct builder *b)
{
    add_enterprise(b, "V1", "virksomhed", "2015-01-01", "");
    add_enterprise(b, "V2", "virksomhed", "2015-01-01", "");
    add_job(b, "B1", "V1", "smaajob", "2023-03-01", "2023-12-31");
    add_job(b, "B1", "V2", "fleksjob", "2024-02-01", "");
    add_job(b, "B2", "V1", "smaajob", "2024-03-01", "");
}

static void grants(struct builder *b)
{
    add_application(b, "Søfonden", "2023-01-10", "2023-05-01", 200000, 150000);
    add_application(b, "Søfonden", "2024-01-10", "2024-05-01", 500000, 400000);
    add_application(b, "Markfonden", "2024-02-10", "2024-06-01", 300000, 0);
    add_application(b, "Bakkefonden", "2024-03-10", "2024-06-01", 250000, 250000)->model =
        code_in(b, CODES_FUNDRAISING_MODEL, "no_cure_no_pay");
}

static void trials_of_a_year(struct builder *b)
{
    add_trial(b, "2023-05-01", "2023-10-01", "afsluttet");
    add_trial(b, "2024-02-01", "", "i_gang");
    struct trial *trial = add_trial(b, "2024-04-01", "2024-09-01", "afsluttet");
    trial->local_partner = YES;
    trial->sectors = 3;
    trial->un_goals = 1u << 7 | 1u << 16;
}

static void purchases_of_a_year(struct builder *b)
{
    add_enterprise(b, "V1", "virksomhed", "2015-01-01", "");
    add_purchase(b, "2023-03-01", "V1", "Teknik", 900000);
    add_purchase(b, "2024-03-01", "V1", "Teknik", 750000);
    add_purchase(b, "2024-09-01", "V1", "Kultur", 450000)->reserved = YES;
}

static void one_grant(struct builder *b)
{
    add_application(b, "Bakkefonden", "2024-03-10", "2024-06-01", 90000, 90000);
}

static void one_reserved_purchase(struct builder *b)
{
    add_enterprise(b, "V1", "virksomhed", "2015-01-01", "");
    add_purchase(b, "2024-09-01", "V1", "Kultur", 450000)->reserved = YES;
}

static void add_purchase_agreement(struct builder *b, const char *id)
{
    add_agreement(b, id, "2022-01-01", "")->type = code_in(b, CODES_AGREEMENT_TYPE, "indkoebsaftale");
}

static void four_purchase_agreements(struct builder *b)
{
    add_purchase_agreement(b, "IA-01");
    add_purchase_agreement(b, "IA-02");
    add_purchase_agreement(b, "IA-03");
    add_purchase_agreement(b, "IA-04");
}

static void say_one_agreement_outside(struct sentence s)
{
    say_purchase_agreements(s, 3, 1);
}

static void two_target_groups(struct builder *b)
{
    add_agreement(b, "SA-01", "2020-01-01", "");
    add_course(b, "B1", "SA-01", "kontanthjaelp", "2024-03-01", "");
    add_course(b, "B2", "SA-01", "kontanthjaelp", "2024-03-01", "");
    add_course(b, "B3", "SA-01", "unge", "2024-03-01", "");
}

static void csr_jobs(struct builder *b)
{
    add_enterprise(b, "V1", "virksomhed", "2015-01-01", "");
    add_agreement(b, "CSR-01", "2023-05-01", "")->type = code_in(b, CODES_AGREEMENT_TYPE, "csr");
    add_job(b, "B1", "V1", "smaajob", "2024-03-01", "")->csr = YES;
    add_job(b, "B2", "V1", "smaajob", "2024-03-01", "")->csr = YES;
}

static void in_house_jobs(struct builder *b)
{
    add_enterprise(b, "I1", "in_house", "2023-05-01", "");
    add_enterprise(b, "I2", "in_house", "2024-05-01", "");
    add_job(b, "B1", "I2", "smaajob", "2024-06-01", "")->in_house = YES;
}

static void recommendations_of_last_year(struct builder *b)
{
    add_recommendation(b, 2023, "gennemfoert");
    add_recommendation(b, 2023, "gennemfoert");
    add_recommendation(b, 2023, "vedtaget");
    add_recommendation(b, 2023, "afvist");
}

static void say_not_begun(struct sentence s)
{
    say_period_not_begun(s);
}

/* ---- The rules ---- */

struct rule {
    const char *id; /* as in the document */
    void (*build)(struct builder *b);
    const char *period;
    const char *extract;          /* date of the extract; "": none */
    void (*say)(struct sentence); /* NULL: the sentence about the goal */
};

static const struct rule rules[] = {
    {"norm-reached", norm_reached, "2024", "", NULL},
    {"norm-best-year", norm_best_year, "2024", "", NULL},
    {"norm-missed", norm_missed, "2024", "", NULL},
    {"norm-worst-year", norm_worst_year, "2024", "", NULL},
    {"norm-year-between", norm_year_between, "2024", "", NULL},
    {"norm-unchanged", norm_unchanged, "2024", "", NULL},
    {"norm-without-jobs", norm_without_jobs, "2024", "", NULL},
    {"norm-on-track", norm_on_track, "2024-1", "", NULL},
    {"norm-behind", norm_behind, "2024-1", "", NULL},
    {"norm-behind-without-jobs", norm_without_jobs, "2024-1", "", NULL},
    {"norm-needed-pace", norm_short_by_seven, "2024-1", "", NULL},
    {"norm-preliminary-half-year", norm_behind, "2024-1", "2024-03-31", NULL},
    {"norm-preliminary-year", norm_second_half, "2024", "2024-10-15", NULL},
    {"norm-second-half-year", norm_second_half, "2024-2", "", NULL},
    {"norm-without-target", norm_without_target, "2024", "", NULL},
    {"norm-without-target-half-year", norm_without_target, "2024-1", "", NULL},
    {"stock-reached-early", forty_early, "2025", "", NULL},
    {"stock-reached-in-an-earlier-year", forty_long_ago, "2024", "", NULL},
    {"stock-reached", forty_on_the_last_day, "2025", "", NULL},
    {"stock-on-track", forty_on_track, "2024", "", NULL},
    {"stock-half-year", forty_on_track, "2024-1", "", NULL},
    {"stock-behind", forty_behind, "2024", "", NULL},
    {"stock-missed", forty_missed, "2025", "", NULL},
    {"stock-without-target", registered_without_target, "2024", "", NULL},
    {"milestone-reached-early", prize_early, "2024", "", NULL},
    {"milestone-reached", prize_on_the_last_day, "2025", "", NULL},
    {"milestone-waiting", prize_waiting, "2024", "", NULL},
    {"milestone-missed", prize_waiting, "2025", "", NULL},
    {"range-reached", range_reached, "2024", "", NULL},
    {"range-exceeded", range_exceeded, "2024", "", NULL},
    {"range-missed", range_missed, "2024", "", NULL},
    {"range-behind", range_missed_by_all, "2024-1", "", NULL},
    {"range-on-track", range_missed, "2024-1", "", NULL},
    {"sum-on-track", hundred_on_track, "2024", "", NULL},
    {"sum-behind", hundred_behind, "2024-1", "", NULL},
    {"sum-preliminary", hundred_behind, "2024", "2024-09-30", NULL},
    {"sum-reached-early", hundred_early, "2024", "", NULL},
    {"share-reached", share_reached, "2024", "", NULL},
    {"share-behind", share_short, "2024-1", "", NULL},
    {"share-missed", share_short, "2024", "", NULL},
    {"share-of-nothing", share_of_nothing, "2024", "", NULL},
    {"share-without-target", share_without_target, "2024", "", NULL},
    {"progression", progression_of_many, "2024", "", NULL},
    {"progression-of-one", progression_of_one, "2024", "", NULL},
    {"progression-of-none", progression_of_none, "2024-1", "", NULL},
    {"progression-without-courses", progression_without_courses, "2024", "", NULL},
    {"no-strategy", nothing, "2021", "", say_no_strategy},
    {"no-strategy-half-year", nothing, "2021-1", "", say_no_strategy},
    {"not-begun", nothing, "2024", "2023-11-30", say_not_begun},
    {"not-begun-half-year", nothing, "2024-2", "2024-05-31", say_not_begun},
    {"jobs", jobs_of_years, "2021", "", say_new_jobs},
    {"jobs-half-year", jobs_of_years, "2021-2", "", say_new_jobs},
    {"jobs-one", one_job, "2024", "", say_new_jobs},
    {"jobs-none", nothing, "2024-1", "", say_new_jobs},
    {"effect", effect_of_many, "2024", "", say_effect},
    {"effect-of-a-hundred", effect_of_hundreds, "2024", "", say_effect},
    {"effect-of-one", effect_of_one, "2024-1", "", say_effect},
    {"effect-of-none", nothing, "2024", "", say_effect},
    {"enterprises", enterprises_that_came_and_went, "2024", "", say_enterprises},
    {"enterprises-unchanged", enterprises_unchanged, "2024-1", "", say_enterprises},
    {"openings", enterprises_that_came_and_went, "2024", "", say_openings},
    {"retention", followed_up, "2024", "", say_retention},
    {"citizens", citizens, "2024", "", say_courses},
    {"citizens-preliminary", citizens, "2024", "2024-06-30", say_courses},
    {"first-and-next-jobs", first_and_next_jobs, "2024", "", say_slagelse_model},
    {"applications", grants, "2024", "", say_applications},
    {"grants", grants, "2024", "", say_grants},
    {"grants-of-one", one_grant, "2024", "", say_grants},
    {"donors", grants, "2024", "", say_donors},
    {"no-cure-no-pay", grants, "2024", "", say_no_cure_no_pay},
    {"trials-started", trials_of_a_year, "2024", "", say_trials_started},
    {"trials-running", trials_of_a_year, "2024-1", "", say_trials_running},
    {"un-goals", trials_of_a_year, "2024", "", say_un_goals},
    {"purchases", purchases_of_a_year, "2024", "", say_purchases},
    {"purchases-half-year", purchases_of_a_year, "2024-2", "", say_purchases},
    {"purchases-reserved", purchases_of_a_year, "2024", "", say_reserved},
    {"purchases-all-reserved", one_reserved_purchase, "2024", "", say_reserved},
    {"purchase-agreements", four_purchase_agreements, "2024", "", say_one_agreement_outside},
    {"target-groups", two_target_groups, "2024", "", say_target_groups},
    {"target-groups-of-one", citizens, "2024", "", say_target_groups},
    {"csr", csr_jobs, "2024", "", say_csr},
    {"in-house", in_house_jobs, "2024", "", say_in_house},
    {"recommendations", recommendations_of_last_year, "2024", "", say_recommendations_before},
};
enum { RULES = sizeof rules / sizeof *rules };

static void say_first_goal(struct sentence s)
{
    struct goal_view *goals;
    assert_int_equal(goal_views(s.context, &goals), 1);
    say_goal_status(s, &goals[0]);
}

/* With ordinary blanks for no-break ones. */
static char *copy_of(struct sv text)
{
    char *copy = calloc(text.size + 1, 1);
    size_t size = 0;
    assert_non_null(copy);
    for (size_t i = 0; i < text.size; i++) {
        const bool no_break = text.data[i] == '\xC2' && i + 1 < text.size && text.data[i + 1] == '\xA0';
        copy[size++] = no_break ? ' ' : text.data[i];
        i += no_break;
    }
    return copy;
}

/* What the rule's case says; to be freed. */
static char *said_by(const struct rule *rule)
{
    struct builder b;
    struct report_request request = {0};
    struct paragraph paragraph = {.look = PARAGRAPH_BODY};
    builder_init(&b);
    b.data.settings.extract_date = day(rule->extract);
    rule->build(&b);
    count(&b, rule->period);
    const struct section_context context = {
        .document = document_create(&b.arena, &b.figures),
        .figures = &b.figures,
        .data = &b.data,
        .diag = &b.diag,
        .request = &request,
    };
    (rule->say ? rule->say : say_first_goal)((struct sentence){&context, &paragraph});
    char *said = copy_of(paragraph_text(&b.arena, &paragraph));
    builder_free(&b);
    return said;
}

/* ---- The document ---- */

struct page {
    char *text;
    size_t size;
};

static struct page read_document(void)
{
    FILE *file = fopen(SOURCE_DIR "/docs/status-sentences.md", "rb");
    struct page page = {.text = NULL};
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    page.size = (size_t)ftell(file);
    page.text = calloc(page.size + 1, 1);
    assert_non_null(page.text);
    rewind(file);
    assert_int_equal(fread(page.text, 1, page.size, file), page.size);
    fclose(file);
    return page;
}

/* The rows "| `rule` | when | example |": the rule and the example. */
static bool next_row(struct sv *rest, struct sv *rule, struct sv *example)
{
    struct sv line;
    while (sv_split(rest, '\n', &line)) {
        struct sv cell;
        if (!sv_starts_with(line, sv_of("| `")))
            continue;
        sv_split(&line, '|', &cell);
        sv_split(&line, '|', rule);
        sv_split(&line, '|', &cell);
        sv_split(&line, '|', example);
        *rule = sv_slice(sv_trim(*rule), 1, sv_trim(*rule).size - 2);
        *example = sv_trim(*example);
        return true;
    }
    return false;
}

static bool example_of(const struct page *page, const char *id, struct sv *example)
{
    struct sv rest = {page->text, page->size};
    struct sv rule;
    while (next_row(&rest, &rule, example))
        if (sv_is(rule, id))
            return true;
    return false;
}

static void every_rule_says_what_the_document_gives_as_its_example(void **state)
{
    const struct page page = read_document();
    size_t wrong = 0;
    (void)state;
    for (size_t i = 0; i < RULES; i++) {
        struct sv example = {0};
        char *said = said_by(&rules[i]);
        if (!example_of(&page, rules[i].id, &example) || !sv_is(example, said)) {
            print_message("%s says: %s\n", rules[i].id, said);
            wrong++;
        }
        free(said);
    }
    free(page.text);
    assert_int_equal(wrong, 0);
}

static bool is_a_rule(struct sv id)
{
    for (size_t i = 0; i < RULES; i++)
        if (sv_is(id, rules[i].id))
            return true;
    return false;
}

static void the_document_names_no_other_rules(void **state)
{
    const struct page page = read_document();
    struct sv rest = {page.text, page.size};
    struct sv rule;
    struct sv example;
    size_t rows = 0;
    (void)state;
    for (; next_row(&rest, &rule, &example); rows++)
        if (!is_a_rule(rule))
            fail_msg("%.*s", SV_ARG(rule));
    assert_int_equal(rows, RULES);
    free(page.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rule_says_what_the_document_gives_as_its_example),
        cmocka_unit_test(the_document_names_no_other_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
