#include "categories.h"
#include "row_set_rules.h"
#include "spell.h"
#include "trial_facts.h"

/* ---- Applications ---- */

static const struct application *application_at(const struct row_question *question, uint32_t row)
{
    return &applications(question->data)[row];
}

static bool is_sent(const struct row_question *question, uint32_t row)
{
    const struct application *application = application_at(question, row);
    return period_holds(&question->period, application->submitted) && is_asked(question, application->model);
}

static bool is_decided(const struct row_question *question, uint32_t row)
{
    return period_holds(&question->period, application_at(question, row)->decided);
}

static bool is_granted(const struct row_question *question, uint32_t row)
{
    const struct application *application = application_at(question, row);
    return is_decided(question, row) && application_is_granted(application) &&
           is_asked(question, application->model);
}

static struct addition sent(const struct row_question *question, uint32_t row)
{
    return one_if(is_sent(question, row));
}

static struct addition sought(const struct row_question *question, uint32_t row)
{
    return amount_if(is_sent(question, row), application_at(question, row)->sought);
}

static struct addition granted(const struct row_question *question, uint32_t row)
{
    return one_if(is_granted(question, row));
}

static struct addition amount_granted(const struct row_question *question, uint32_t row)
{
    return amount_if(is_granted(question, row), application_at(question, row)->granted);
}

static struct addition success(const struct row_question *question, uint32_t row)
{
    return share_if(is_decided(question, row), is_granted(question, row));
}

static struct addition donor(const struct row_question *question, uint32_t row)
{
    return person_if(is_granted(question, row), question->sets->donors.of_row[row]);
}

static struct addition donor_again(const struct row_question *question, uint32_t row)
{
    const struct donors *donors = &question->sets->donors;
    const uint32_t giver = donors->of_row[row];
    return person_if(is_granted(question, row) && donors->first_grant[giver] < question->period.first, giver);
}

/* ---- Trial actions ---- */

static const struct trial *trial_at(const struct row_question *question, uint32_t row)
{
    return &trials(question->data)[row];
}

static bool is_running(const struct row_question *question, uint32_t row)
{
    const struct trial *trial = trial_at(question, row);
    const struct period *period = &question->period;
    return period->first <= period->last && spell_touches((struct spell){trial->start, trial->end}, period);
}

static struct addition trial_started(const struct row_question *question, uint32_t row)
{
    return one_if(period_holds(&question->period, trial_at(question, row)->start));
}

static struct addition trial_status(const struct row_question *question, uint32_t row)
{
    return one_if(is_running(question, row) && is_asked(question, trial_at(question, row)->status));
}

static struct addition across_sectors(const struct row_question *question, uint32_t row)
{
    return one_if(is_running(question, row) && trial_is_across_sectors(trial_at(question, row)));
}

static struct addition local_partner(const struct row_question *question, uint32_t row)
{
    return one_if(is_running(question, row) && trial_at(question, row)->local_partner == YES);
}

/* A trial action counts once for each of the UN's goals that is asked for and that it contributes to. */
static struct addition un_goal(const struct row_question *question, uint32_t row)
{
    int64_t contributions = 0;
    for (size_t goal = 0; goal < category_count(question->data, question->figure); goal++)
        contributions += is_asked(question, goal) && trial_has_un_goal(trial_at(question, row), goal);
    return amount_if(is_running(question, row) && contributions, contributions);
}

/* ---- Purchases ---- */

static const struct purchase *purchase_at(const struct row_question *question, uint32_t row)
{
    return &purchases(question->data)[row];
}

static bool is_bought(const struct row_question *question, uint32_t row)
{
    return period_holds(&question->period, purchase_at(question, row)->date);
}

static decimal amount_at(const struct row_question *question, uint32_t row)
{
    return purchase_at(question, row)->amount;
}

static struct addition bought_for(const struct row_question *question, uint32_t row)
{
    const size_t department = category_of_department(question->data, purchase_at(question, row)->department);
    return amount_if(is_bought(question, row) && is_asked(question, department), amount_at(question, row));
}

static struct addition bought(const struct row_question *question, uint32_t row)
{
    return one_if(is_bought(question, row));
}

static struct addition bought_at(const struct row_question *question, uint32_t row)
{
    return person_if(is_bought(question, row), purchase_at(question, row)->enterprise);
}

static struct addition reserved(const struct row_question *question, uint32_t row)
{
    return amount_if(is_bought(question, row) && purchase_at(question, row)->reserved == YES,
                     amount_at(question, row));
}

/* ---- Efforts and recommendations ---- */

static struct addition effort_status(const struct row_question *question, uint32_t row)
{
    const struct effort_status *status = &effort_statuses(question->data)[row];
    return amount_if(status->period == period_number(question->period.year, question->period.half) &&
                         is_asked(question, status->effort),
                     status->light);
}

static struct addition recommendation(const struct row_question *question, uint32_t row)
{
    const struct recommendation *of = &recommendations(question->data)[row];
    return one_if(window_is_of_year(&question->period, of->year) && is_asked(question, of->status));
}

static struct addition recommendation_before(const struct row_question *question, uint32_t row)
{
    const struct recommendation *of = &recommendations(question->data)[row];
    return one_if(window_is_of_year(&question->period, of->year + 1) && is_asked(question, of->status));
}

#define BY_SENT .deciding = {"giver", "indsendt", "ansoegt", "model"}
#define BY_DECIDED .deciding = {"giver", "afgjort", "bevilget", "model"}
#define BY_DATES .deciding = {"titel", "start", "slut", "status"}
#define BY_PURCHASE .deciding = {"beloeb", "reserveret"}
#define BY_RECOMMENDATION .deciding = {"status", "tekst"}

static const struct row_set_rule RULES[FIGURES] = {
    [FIGURE_APPLICATIONS_SENT] = {TABLE_APPLICATIONS, MEASURE_COUNT, sent, BY_SENT},
    [FIGURE_APPLICATIONS_SOUGHT] = {TABLE_APPLICATIONS, MEASURE_SUM, sought, DECIMAL_ONE, BY_SENT},
    [FIGURE_APPLICATIONS_GRANTED] = {TABLE_APPLICATIONS, MEASURE_COUNT, granted, BY_DECIDED},
    [FIGURE_APPLICATIONS_AMOUNT] = {TABLE_APPLICATIONS, MEASURE_SUM, amount_granted, DECIMAL_ONE, BY_DECIDED},
    [FIGURE_APPLICATIONS_SUCCESS] = {TABLE_APPLICATIONS, MEASURE_QUOTIENT, success, BY_DECIDED},
    [FIGURE_DONORS] = {TABLE_APPLICATIONS, MEASURE_DISTINCT, donor, BY_DECIDED},
    [FIGURE_DONORS_AGAIN] = {TABLE_APPLICATIONS, MEASURE_DISTINCT, donor_again, BY_DECIDED},
    [FIGURE_TRIALS_STARTED] = {TABLE_TRIALS, MEASURE_COUNT, trial_started, BY_DATES},
    [FIGURE_TRIALS_STATUS] = {TABLE_TRIALS, MEASURE_COUNT, trial_status, BY_DATES},
    [FIGURE_TRIALS_ACROSS_SECTORS] = {TABLE_TRIALS, MEASURE_COUNT, across_sectors,
                                      .deciding = {"titel", "start", "slut", "sektorer"}},
    [FIGURE_TRIALS_LOCAL_PARTNER] = {TABLE_TRIALS, MEASURE_COUNT, local_partner,
                                     .deciding = {"titel", "start", "slut", "lokal_partner"}},
    [FIGURE_TRIALS_UN_GOAL] = {TABLE_TRIALS, MEASURE_SUM, un_goal,
                               .deciding = {"titel", "start", "slut", "verdensmaal"}},
    [FIGURE_PURCHASES_AMOUNT] = {TABLE_PURCHASES, MEASURE_SUM, bought_for, DECIMAL_ONE, BY_PURCHASE},
    [FIGURE_PURCHASES_COUNT] = {TABLE_PURCHASES, MEASURE_COUNT, bought, BY_PURCHASE},
    [FIGURE_PURCHASES_ENTERPRISES] = {TABLE_PURCHASES, MEASURE_DISTINCT, bought_at, BY_PURCHASE},
    [FIGURE_PURCHASES_RESERVED] = {TABLE_PURCHASES, MEASURE_SUM, reserved, DECIMAL_ONE, BY_PURCHASE},
    [FIGURE_EFFORT_STATUS] = {TABLE_EFFORT_STATUSES, MEASURE_STATED, effort_status, .deciding = {"status"}},
    [FIGURE_RECOMMENDATIONS_YEAR] = {TABLE_RECOMMENDATIONS, MEASURE_COUNT, recommendation, BY_RECOMMENDATION},
    [FIGURE_RECOMMENDATIONS_BEFORE] = {TABLE_RECOMMENDATIONS, MEASURE_COUNT, recommendation_before,
                                       BY_RECOMMENDATION},
};

const struct row_set_rule *effort_row_set_rule(enum figure_id figure)
{
    return RULES[figure].rule ? &RULES[figure] : NULL;
}
