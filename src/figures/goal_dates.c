#include "goal_dates.h"

#include "course_facts.h"
#include "donors.h"
#include "enterprise_facts.h"
#include "job_order.h"
#include "trial_facts.h"

/* From which day to before which day a row adds how much to a figure. */
struct span {
    day_number from; /* DAY_NONE: it does not */
    day_number until;
    int64_t amount;
};

struct dating {
    const struct counting *counting;
    const struct data_set *data;
    const struct aim *aim;
    const struct period *window;
    const uint8_t *job_places; /* for figures about jobs */
    struct donors donors;      /* for figures about applications */
};

static bool is_asked(const struct dating *dating, size_t category)
{
    return !dating->aim->categories || dating->aim->categories[category];
}

static struct span span_if(bool counts, day_number from, day_number until)
{
    return (struct span){counts ? from : DAY_NONE, until, 1};
}

static day_number later_of(day_number a, day_number b)
{
    return a == DAY_NONE || b == DAY_NONE ? DAY_NONE : a > b ? a : b;
}

static const struct course *course_at(const struct dating *dating, size_t row)
{
    return &courses(dating->data)[row];
}

static uint16_t outcome_at(const struct dating *dating, size_t row)
{
    return course_outcome(course_at(dating, row), code_of(&dating->data->codes, CODES_OUTCOME, "uoplyst"));
}

static struct span course_started(const struct dating *dating, size_t row)
{
    return span_if(true, course_at(dating, row)->start, DAY_NONE);
}

static struct span course_ended(const struct dating *dating, size_t row)
{
    return span_if(true, course_at(dating, row)->end, DAY_NONE);
}

static struct span course_running(const struct dating *dating, size_t row)
{
    return span_if(true, course_at(dating, row)->start, course_at(dating, row)->end);
}

/* Active in the window at all: from its first day, or from the course's own. */
static struct span course_active(const struct dating *dating, size_t row)
{
    const struct course *course = course_at(dating, row);
    const day_number opened = dating->window->first;
    return span_if(course->end == DAY_NONE || course->end >= opened, later_of(course->start, opened),
                   DAY_NONE);
}

static size_t course_person(const struct dating *dating, size_t row)
{
    return course_at(dating, row)->participant;
}

static struct span course_outcome_asked(const struct dating *dating, size_t row)
{
    return span_if(is_asked(dating, outcome_at(dating, row)), course_at(dating, row)->end, DAY_NONE);
}

static struct span course_positive(const struct dating *dating, size_t row)
{
    const struct course *course = course_at(dating, row);
    return span_if(outcome_is_positive(dating->data, course->agreement, outcome_at(dating, row)), course->end,
                   DAY_NONE);
}

static struct span course_stopped(const struct dating *dating, size_t row)
{
    const struct code_lists *codes = &dating->data->codes;
    const struct course *course = course_at(dating, row);
    const uint16_t reason = course_reason(course, code_of(codes, CODES_DROPOUT_REASON, "andet"));
    return span_if(outcome_at(dating, row) == code_of(codes, CODES_OUTCOME, "stoppet") &&
                       is_asked(dating, reason),
                   course->end, DAY_NONE);
}

static struct span course_moved(const struct dating *dating, size_t row)
{
    const struct course *course = course_at(dating, row);
    return span_if(is_asked(dating, course_direction(course)), course->end, DAY_NONE);
}

static struct span course_made_transition(const struct dating *dating, size_t row)
{
    const struct course *course = course_at(dating, row);
    return span_if(
        course_has_steps(course) &&
            is_asked(dating, category_of_transition(dating->data, course->step_start, course->step_end)),
        course->end, DAY_NONE);
}

static struct span course_paid(const struct dating *dating, size_t row)
{
    const struct course *course = course_at(dating, row);
    return span_if(course_came_to_paid_hours(course), course->end, DAY_NONE);
}

static struct span meeting_held(const struct dating *dating, size_t row)
{
    const struct follow_up *meeting = &follow_ups(dating->data)[row];
    return span_if(meeting->held == YES, meeting->date, DAY_NONE);
}

static const struct job *job_at(const struct dating *dating, size_t row)
{
    return &jobs(dating->data)[row];
}

static struct span job_new(const struct dating *dating, size_t row)
{
    return span_if(is_asked(dating, job_at(dating, row)->job_type), job_at(dating, row)->start, DAY_NONE);
}

/* A citizen counts once in each of the job types that are added. */
static size_t job_person(const struct dating *dating, size_t row)
{
    const struct job *job = job_at(dating, row);
    return dating->aim->categories
               ? job->participant + (size_t)job->job_type * dating->data->participants.count
               : job->participant;
}

static size_t job_enterprise(const struct dating *dating, size_t row)
{
    return job_at(dating, row)->enterprise;
}

static struct span job_running(const struct dating *dating, size_t row)
{
    const struct job *job = job_at(dating, row);
    return span_if(is_asked(dating, job->job_type), job->start, job->end);
}

static struct span job_full_time(const struct dating *dating, size_t row)
{
    struct span span = job_new(dating, row);
    span.amount = job_at(dating, row)->hours;
    return span;
}

static struct span job_in_band(const struct dating *dating, size_t row)
{
    const struct job *job = job_at(dating, row);
    return span_if(is_asked(dating, category_of_hours(job->hours)), job->start, DAY_NONE);
}

static struct span job_in_house(const struct dating *dating, size_t row)
{
    return span_if(job_at(dating, row)->in_house == YES, job_at(dating, row)->start, DAY_NONE);
}

static struct span job_csr(const struct dating *dating, size_t row)
{
    return span_if(job_at(dating, row)->csr == YES, job_at(dating, row)->start, DAY_NONE);
}

static struct span job_in_enterprise_type(const struct dating *dating, size_t row)
{
    const struct job *job = job_at(dating, row);
    return span_if(is_asked(dating, enterprises(dating->data)[job->enterprise].type), job->start, DAY_NONE);
}

static struct span job_first(const struct dating *dating, size_t row)
{
    return span_if(dating->job_places[row] == JOB_IS_FIRST, job_at(dating, row)->start, DAY_NONE);
}

static struct span job_next(const struct dating *dating, size_t row)
{
    return span_if(dating->job_places[row] != JOB_IS_FIRST, job_at(dating, row)->start, DAY_NONE);
}

static struct span job_next_elsewhere(const struct dating *dating, size_t row)
{
    return span_if(dating->job_places[row] == JOB_IS_NEXT_ELSEWHERE, job_at(dating, row)->start, DAY_NONE);
}

static const struct enterprise *enterprise_at(const struct dating *dating, size_t row)
{
    return &enterprises(dating->data)[row];
}

/* An enterprise that counts as long as it is active. */
static struct span while_active(const struct dating *dating, size_t row, bool counts)
{
    return span_if(counts, enterprise_at(dating, row)->start, enterprise_at(dating, row)->end);
}

static struct span enterprise_active(const struct dating *dating, size_t row)
{
    return while_active(dating, row, is_asked(dating, enterprise_at(dating, row)->type));
}

static struct span enterprise_new(const struct dating *dating, size_t row)
{
    const struct enterprise *enterprise = enterprise_at(dating, row);
    return span_if(is_asked(dating, enterprise->type), enterprise->start, DAY_NONE);
}

static struct span enterprise_closed(const struct dating *dating, size_t row)
{
    const struct enterprise *enterprise = enterprise_at(dating, row);
    return span_if(is_asked(dating, enterprise->type), enterprise->end, DAY_NONE);
}

static struct span enterprise_registered(const struct dating *dating, size_t row)
{
    const struct enterprise *enterprise = enterprise_at(dating, row);
    return span_if(true, later_of(enterprise->start, enterprise->registered), enterprise->end);
}

static struct span enterprise_three_lines(const struct dating *dating, size_t row)
{
    return while_active(dating, row, enterprise_has_three_lines(enterprise_at(dating, row)));
}

static struct span enterprise_of_generation(const struct dating *dating, size_t row)
{
    const day_number second = second_generation_from(dating->counting->figures);
    return while_active(dating, row,
                        is_asked(dating, enterprise_generation(enterprise_at(dating, row), second)));
}

static struct span enterprise_staff(const struct dating *dating, size_t row)
{
    struct span span = while_active(dating, row, enterprise_at(dating, row)->staff != WHOLE_NONE);
    span.amount = enterprise_at(dating, row)->staff;
    return span;
}

static struct span enterprise_edge_staff(const struct dating *dating, size_t row)
{
    struct span span = while_active(dating, row, enterprise_at(dating, row)->staff_from_edge != WHOLE_NONE);
    span.amount = enterprise_at(dating, row)->staff_from_edge;
    return span;
}

static struct span enterprise_edge_30(const struct dating *dating, size_t row)
{
    return while_active(dating, row, enterprise_may_have_reserved_contracts(enterprise_at(dating, row)));
}

static struct span enterprise_outside(const struct dating *dating, size_t row)
{
    return while_active(dating, row,
                        enterprise_is_outside(dating->counting->figures, enterprise_at(dating, row)));
}

static const struct agreement *agreement_at(const struct dating *dating, size_t row)
{
    return &agreements(dating->data)[row];
}

static struct span agreement_active(const struct dating *dating, size_t row)
{
    const struct agreement *agreement = agreement_at(dating, row);
    return span_if(is_asked(dating, agreement->type), agreement->start, agreement->end);
}

static struct span agreement_new(const struct dating *dating, size_t row)
{
    const struct agreement *agreement = agreement_at(dating, row);
    return span_if(is_asked(dating, agreement->type), agreement->start, DAY_NONE);
}

static struct span agreement_ended(const struct dating *dating, size_t row)
{
    const struct agreement *agreement = agreement_at(dating, row);
    return span_if(is_asked(dating, agreement->type), agreement->end, DAY_NONE);
}

static const struct application *application_at(const struct dating *dating, size_t row)
{
    return &applications(dating->data)[row];
}

static struct span application_sent(const struct dating *dating, size_t row)
{
    const struct application *application = application_at(dating, row);
    return span_if(is_asked(dating, application->model), application->submitted, DAY_NONE);
}

static struct span application_sought(const struct dating *dating, size_t row)
{
    struct span span = application_sent(dating, row);
    span.amount = application_at(dating, row)->sought;
    return span;
}

static struct span application_granted(const struct dating *dating, size_t row)
{
    const struct application *application = application_at(dating, row);
    return span_if(application_is_granted(application) && is_asked(dating, application->model),
                   application->decided, DAY_NONE);
}

static struct span application_amount(const struct dating *dating, size_t row)
{
    struct span span = application_granted(dating, row);
    span.amount = application_at(dating, row)->granted;
    return span;
}

static size_t application_donor(const struct dating *dating, size_t row)
{
    return dating->donors.of_row[row];
}

/* A grant by somebody who also gave before the window. */
static struct span application_granted_again(const struct dating *dating, size_t row)
{
    const day_number first = dating->donors.first_grant[dating->donors.of_row[row]];
    return span_if(application_is_granted(application_at(dating, row)) && first < dating->window->first,
                   application_at(dating, row)->decided, DAY_NONE);
}

static const struct trial *trial_at(const struct dating *dating, size_t row)
{
    return &trials(dating->data)[row];
}

static struct span trial_started(const struct dating *dating, size_t row)
{
    return span_if(true, trial_at(dating, row)->start, DAY_NONE);
}

/* A trial action that counts when it ran in the window at all: from its first day there. */
static struct span while_it_ran(const struct dating *dating, size_t row, bool counts)
{
    const struct trial *trial = trial_at(dating, row);
    const day_number opened = dating->window->first;
    return span_if(counts && (trial->end == DAY_NONE || trial->end >= opened), later_of(trial->start, opened),
                   DAY_NONE);
}

static struct span trial_of_status(const struct dating *dating, size_t row)
{
    return while_it_ran(dating, row, is_asked(dating, trial_at(dating, row)->status));
}

static struct span trial_across_sectors(const struct dating *dating, size_t row)
{
    return while_it_ran(dating, row, trial_is_across_sectors(trial_at(dating, row)));
}

static struct span trial_with_local_partner(const struct dating *dating, size_t row)
{
    return while_it_ran(dating, row, trial_at(dating, row)->local_partner == YES);
}

/* A trial action counts once in each of the goals that are added. */
static struct span trial_for_un_goals(const struct dating *dating, size_t row)
{
    struct span span = while_it_ran(dating, row, true);
    span.amount = 0;
    for (size_t goal = 0; goal < category_count(dating->data, FIGURE_TRIALS_UN_GOAL); goal++)
        span.amount += is_asked(dating, goal) && trial_has_un_goal(trial_at(dating, row), goal);
    return span;
}

static const struct purchase *purchase_at(const struct dating *dating, size_t row)
{
    return &purchases(dating->data)[row];
}

static struct span purchase_made(const struct dating *dating, size_t row)
{
    return span_if(true, purchase_at(dating, row)->date, DAY_NONE);
}

static size_t purchase_enterprise(const struct dating *dating, size_t row)
{
    return purchase_at(dating, row)->enterprise;
}

static struct span purchase_amount(const struct dating *dating, size_t row)
{
    const struct purchase *purchase = purchase_at(dating, row);
    struct span span = span_if(is_asked(dating, category_of_department(dating->data, purchase->department)),
                               purchase->date, DAY_NONE);
    span.amount = purchase->amount;
    return span;
}

static struct span purchase_reserved(const struct dating *dating, size_t row)
{
    struct span span = purchase_amount(dating, row);
    if (purchase_at(dating, row)->reserved != YES)
        span.from = DAY_NONE;
    return span;
}

enum moment { STOCK, BY_START, BY_OTHER_DAY };

/* The figures that change by single rows, and how. */
static const struct dated_figure {
    struct span (*span_of)(const struct dating *dating, size_t row);
    enum table_id table;
    enum moment moment;
    int64_t scale; /* amounts are multiplied by this; 0 stands for 1 */
    size_t (*who)(const struct dating *dating, size_t row); /* counted once; NULL: every row counts */
} DATED[FIGURES] = {
    [FIGURE_COURSES_STARTED] = {course_started, TABLE_COURSES, BY_START, 0, NULL},
    [FIGURE_COURSES_ENDED] = {course_ended, TABLE_COURSES, BY_OTHER_DAY, 0, NULL},
    [FIGURE_COURSES_AT_END] = {course_running, TABLE_COURSES, STOCK, 0, NULL},
    [FIGURE_COURSES_ACTIVE] = {course_active, TABLE_COURSES, BY_OTHER_DAY, 0, NULL},
    [FIGURE_COURSES_PERSONS] = {course_active, TABLE_COURSES, BY_OTHER_DAY, 0, course_person},
    [FIGURE_COURSES_OUTCOME] = {course_outcome_asked, TABLE_COURSES, BY_OTHER_DAY, 0, NULL},
    [FIGURE_COURSES_POSITIVE] = {course_positive, TABLE_COURSES, BY_OTHER_DAY, 0, NULL},
    [FIGURE_COURSES_STOPPED] = {course_stopped, TABLE_COURSES, BY_OTHER_DAY, 0, NULL},
    [FIGURE_COURSES_PROGRESSION] = {course_moved, TABLE_COURSES, BY_OTHER_DAY, 0, NULL},
    [FIGURE_COURSES_VALUE_CHAIN] = {course_made_transition, TABLE_COURSES, BY_OTHER_DAY, 0, NULL},
    [FIGURE_COURSES_PAID_HOURS] = {course_paid, TABLE_COURSES, BY_OTHER_DAY, 0, NULL},
    [FIGURE_COURSES_MEETINGS] = {meeting_held, TABLE_FOLLOW_UPS, BY_OTHER_DAY, 0, NULL},
    [FIGURE_JOBS_NEW] = {job_new, TABLE_JOBS, BY_START, 0, NULL},
    [FIGURE_JOBS_PERSONS] = {job_new, TABLE_JOBS, BY_OTHER_DAY, 0, job_person},
    [FIGURE_JOBS_ENTERPRISES] = {job_new, TABLE_JOBS, BY_OTHER_DAY, 0, job_enterprise},
    [FIGURE_JOBS_AT_END] = {job_running, TABLE_JOBS, STOCK, 0, NULL},
    [FIGURE_JOBS_FULL_TIME] = {job_full_time, TABLE_JOBS, BY_OTHER_DAY, 37 * DECIMAL_ONE, NULL},
    [FIGURE_JOBS_HOURS_BAND] = {job_in_band, TABLE_JOBS, BY_START, 0, NULL},
    [FIGURE_JOBS_IN_HOUSE] = {job_in_house, TABLE_JOBS, BY_START, 0, NULL},
    [FIGURE_JOBS_CSR] = {job_csr, TABLE_JOBS, BY_START, 0, NULL},
    [FIGURE_JOBS_ENTERPRISE_TYPE] = {job_in_enterprise_type, TABLE_JOBS, BY_START, 0, NULL},
    [FIGURE_JOBS_FIRST] = {job_first, TABLE_JOBS, BY_START, 0, NULL},
    [FIGURE_JOBS_NEXT] = {job_next, TABLE_JOBS, BY_START, 0, NULL},
    [FIGURE_JOBS_NEXT_ELSEWHERE] = {job_next_elsewhere, TABLE_JOBS, BY_START, 0, NULL},
    [FIGURE_ENTERPRISES_AT_END] = {enterprise_active, TABLE_ENTERPRISES, STOCK, 0, NULL},
    [FIGURE_ENTERPRISES_NEW] = {enterprise_new, TABLE_ENTERPRISES, BY_START, 0, NULL},
    [FIGURE_ENTERPRISES_CLOSED] = {enterprise_closed, TABLE_ENTERPRISES, BY_OTHER_DAY, 0, NULL},
    [FIGURE_ENTERPRISES_REGISTERED] = {enterprise_registered, TABLE_ENTERPRISES, STOCK, 0, NULL},
    [FIGURE_ENTERPRISES_THREE_LINES] = {enterprise_three_lines, TABLE_ENTERPRISES, STOCK, 0, NULL},
    [FIGURE_ENTERPRISES_GENERATION] = {enterprise_of_generation, TABLE_ENTERPRISES, STOCK, 0, NULL},
    [FIGURE_ENTERPRISES_STAFF] = {enterprise_staff, TABLE_ENTERPRISES, STOCK, 0, NULL},
    [FIGURE_ENTERPRISES_EDGE_STAFF] = {enterprise_edge_staff, TABLE_ENTERPRISES, STOCK, 0, NULL},
    [FIGURE_ENTERPRISES_EDGE_30] = {enterprise_edge_30, TABLE_ENTERPRISES, STOCK, 0, NULL},
    [FIGURE_ENTERPRISES_OUTSIDE] = {enterprise_outside, TABLE_ENTERPRISES, STOCK, 0, NULL},
    [FIGURE_AGREEMENTS_AT_END] = {agreement_active, TABLE_AGREEMENTS, STOCK, 0, NULL},
    [FIGURE_AGREEMENTS_NEW] = {agreement_new, TABLE_AGREEMENTS, BY_START, 0, NULL},
    [FIGURE_AGREEMENTS_ENDED] = {agreement_ended, TABLE_AGREEMENTS, BY_OTHER_DAY, 0, NULL},
    [FIGURE_APPLICATIONS_SENT] = {application_sent, TABLE_APPLICATIONS, BY_START, 0, NULL},
    [FIGURE_APPLICATIONS_SOUGHT] = {application_sought, TABLE_APPLICATIONS, BY_OTHER_DAY, DECIMAL_ONE, NULL},
    [FIGURE_APPLICATIONS_GRANTED] = {application_granted, TABLE_APPLICATIONS, BY_OTHER_DAY, 0, NULL},
    [FIGURE_APPLICATIONS_AMOUNT] = {application_amount, TABLE_APPLICATIONS, BY_OTHER_DAY, DECIMAL_ONE, NULL},
    [FIGURE_DONORS] = {application_granted, TABLE_APPLICATIONS, BY_OTHER_DAY, 0, application_donor},
    [FIGURE_DONORS_AGAIN] = {application_granted_again, TABLE_APPLICATIONS, BY_OTHER_DAY, 0,
                             application_donor},
    [FIGURE_TRIALS_STARTED] = {trial_started, TABLE_TRIALS, BY_START, 0, NULL},
    [FIGURE_TRIALS_STATUS] = {trial_of_status, TABLE_TRIALS, BY_OTHER_DAY, 0, NULL},
    [FIGURE_TRIALS_ACROSS_SECTORS] = {trial_across_sectors, TABLE_TRIALS, BY_OTHER_DAY, 0, NULL},
    [FIGURE_TRIALS_LOCAL_PARTNER] = {trial_with_local_partner, TABLE_TRIALS, BY_OTHER_DAY, 0, NULL},
    [FIGURE_TRIALS_UN_GOAL] = {trial_for_un_goals, TABLE_TRIALS, BY_OTHER_DAY, 0, NULL},
    [FIGURE_PURCHASES_AMOUNT] = {purchase_amount, TABLE_PURCHASES, BY_OTHER_DAY, DECIMAL_ONE, NULL},
    [FIGURE_PURCHASES_COUNT] = {purchase_made, TABLE_PURCHASES, BY_OTHER_DAY, 0, NULL},
    [FIGURE_PURCHASES_ENTERPRISES] = {purchase_made, TABLE_PURCHASES, BY_OTHER_DAY, 0, purchase_enterprise},
    [FIGURE_PURCHASES_RESERVED] = {purchase_reserved, TABLE_PURCHASES, BY_OTHER_DAY, DECIMAL_ONE, NULL},
};

bool figure_counts_starts(enum figure_id figure)
{
    return DATED[figure].span_of && DATED[figure].moment == BY_START;
}

/* By how much the level changes on which day. */
struct changes {
    struct arena *arena;
    struct keyed *days; /* key: the day; value: index in amounts */
    int64_t *amounts;
    size_t count;
    size_t day_capacity;
    size_t amount_capacity;
};

static void add_change(struct changes *changes, day_number day, int64_t amount)
{
    changes->days = arena_grow(changes->arena, changes->days, changes->count, &changes->day_capacity,
                               sizeof *changes->days);
    changes->amounts = arena_grow(changes->arena, changes->amounts, changes->count, &changes->amount_capacity,
                                  sizeof *changes->amounts);
    changes->days[changes->count] = (struct keyed){radix_key(day), (uint32_t)changes->count};
    changes->amounts[changes->count++] = amount;
}

/* A span that is over when it begins, such as of a registration after the end, counts on no day. */
static bool span_counts(struct span span, const struct period *window, enum moment moment)
{
    return span.from != DAY_NONE && span.from <= window->last &&
           (span.until == DAY_NONE || span.until > span.from) &&
           (moment == STOCK || span.from >= window->first);
}

static void add_span(struct changes *changes, struct span span, const struct period *window)
{
    add_change(changes, span.from, span.amount);
    if (span.until != DAY_NONE && span.until <= window->last)
        add_change(changes, span.until, -span.amount);
}

/* Every row changes the level. */
static void add_rows(struct changes *changes, const struct dating *dating, const struct dated_figure *dated)
{
    for (size_t row = 0; row < row_count(dating->data, dated->table); row++) {
        const struct span span = dated->span_of(dating, row);
        if (span_counts(span, dating->window, dated->moment))
            add_span(changes, span, dating->window);
    }
}

/* Whoever is counted changes it once: on the first day of the first of their rows. */
static void add_firsts(struct changes *changes, const struct dating *dating, const struct dated_figure *dated)
{
    const size_t rows = row_count(dating->data, dated->table);
    size_t count = 0;
    for (size_t row = 0; row < rows; row++)
        count = dated->who(dating, row) >= count ? dated->who(dating, row) + 1 : count;
    struct span *firsts = arena_array(changes->arena, count, sizeof *firsts);
    for (size_t row = 0; row < rows; row++) {
        const struct span span = dated->span_of(dating, row);
        struct span *first = &firsts[dated->who(dating, row)];
        if (span_counts(span, dating->window, dated->moment) && (!first->amount || span.from < first->from))
            *first = span;
    }
    for (size_t i = 0; i < count; i++)
        if (firsts[i].amount)
            add_span(changes, firsts[i], dating->window);
}

/* Walks the days of change in order; the level is judged when a day is over. */
static day_number first_day_of_level(const struct changes *changes, struct ratio target, int64_t scale)
{
    day_number since = DAY_NONE;
    int64_t level = 0;
    for (size_t i = 0; i < changes->count; i++) {
        level += changes->amounts[changes->days[i].value];
        if (i + 1 < changes->count && changes->days[i + 1].key == changes->days[i].key)
            continue;
        if (ratio_compare(ratio_of(level, scale), target) < 0)
            since = DAY_NONE;
        else if (since == DAY_NONE)
            since = radix_value(changes->days[i].key);
    }
    return since;
}

static day_number follow(const struct dating *dating, const struct dated_figure *dated, struct ratio target,
                         struct arena *arena)
{
    struct changes changes = {.arena = arena};
    if (dated->who)
        add_firsts(&changes, dating, dated);
    else
        add_rows(&changes, dating, dated);
    radix_sort(changes.days, arena_array(arena, changes.count, sizeof *changes.days), changes.count);
    return first_day_of_level(&changes, target, dated->scale ? dated->scale : 1);
}

day_number aim_reached_on(const struct counting *counting, const struct aim *aim, struct ratio target,
                          const struct period *window)
{
    const struct dated_figure *dated = &DATED[aim->figure];
    struct dating dating = {.counting = counting, .data = counting->data, .aim = aim, .window = window};
    struct arena scratch;
    if (!dated->span_of || ratio_compare(target, ratio_whole(0)) <= 0)
        return DAY_NONE;
    arena_init(&scratch, counting->figures->arena->exhausted);
    if (dated->table == TABLE_JOBS)
        dating.job_places = job_order_of(counting->data, &scratch).places;
    if (dated->table == TABLE_APPLICATIONS)
        dating.donors = donors_of(counting->data, &scratch);
    const day_number day = follow(&dating, dated, target, &scratch);
    arena_free(&scratch);
    return day;
}
