#include "categories.h"
#include "job_order.h"
#include "spell.h"
#include "tally.h"

enum { FULL_TIME_HOURS = 37, MONTHS_A_YEAR = 12 };

enum job_counter {
    NEW,
    PERSONS,
    AT_END,
    HOURS, /* sum, decimal */
    IN_HOUSE,
    CSR,
    ENTERPRISES,
    FIRST,
    NEXT,
    NEXT_ELSEWHERE,
    HOURS_BAND,
    NEW_BY_TYPE,
    PERSONS_BY_TYPE,
    AT_END_BY_TYPE,
    HOURS_BY_TYPE,
    BY_ENTERPRISE_TYPE,
    BY_MONTH, /* started in the month, of the window's year and no later than its end */
    JOB_COUNTERS
};

static const struct counter COUNTERS[JOB_COUNTERS] = {
    [PERSONS] = {.distinct = true},
    [ENTERPRISES] = {.distinct = true},
    [HOURS_BAND] = {.by_code = true, .figure = FIGURE_JOBS_HOURS_BAND},
    [NEW_BY_TYPE] = {.by_code = true, .figure = FIGURE_JOBS_NEW},
    [PERSONS_BY_TYPE] = {.by_code = true, .figure = FIGURE_JOBS_PERSONS, .distinct = true},
    [AT_END_BY_TYPE] = {.by_code = true, .figure = FIGURE_JOBS_AT_END},
    [HOURS_BY_TYPE] = {.by_code = true, .figure = FIGURE_JOBS_HOURS},
    [BY_ENTERPRISE_TYPE] = {.by_code = true, .figure = FIGURE_JOBS_ENTERPRISE_TYPE},
    [BY_MONTH] = {.by_code = true, .figure = FIGURE_JOBS_CUMULATED},
};

enum { SINGLY = FOR_ALL | FOR_AGREEMENTS | FOR_TARGET_GROUPS };

static const struct shown SHOWN[] = {
    {FIGURE_JOBS_NEW, NEW, WHOLE, 1, SINGLY},
    {FIGURE_JOBS_NEW, NEW_BY_TYPE, WHOLE, 1, FOR_ALL},
    {FIGURE_JOBS_PERSONS, PERSONS, WHOLE, 1, SINGLY},
    {FIGURE_JOBS_PERSONS, PERSONS_BY_TYPE, WHOLE, 1, FOR_ALL},
    {FIGURE_JOBS_AT_END, AT_END, WHOLE, 1, SINGLY},
    {FIGURE_JOBS_AT_END, AT_END_BY_TYPE, WHOLE, 1, FOR_ALL},
    {FIGURE_JOBS_HOURS, HOURS, WHOLE, DECIMAL_ONE, SINGLY},
    {FIGURE_JOBS_HOURS, HOURS_BY_TYPE, WHOLE, DECIMAL_ONE, FOR_ALL},
    {FIGURE_JOBS_FULL_TIME, HOURS, WHOLE, FULL_TIME_HOURS *DECIMAL_ONE, SINGLY},
    {FIGURE_JOBS_FULL_TIME, HOURS_BY_TYPE, WHOLE, FULL_TIME_HOURS *DECIMAL_ONE, FOR_ALL},
    {FIGURE_JOBS_HOURS_BAND, HOURS_BAND, WHOLE, 1, SINGLY},
    {FIGURE_JOBS_IN_HOUSE, IN_HOUSE, WHOLE, 1, SINGLY},
    {FIGURE_JOBS_CSR, CSR, WHOLE, 1, SINGLY},
    {FIGURE_JOBS_ENTERPRISES, ENTERPRISES, WHOLE, 1, SINGLY},
    {FIGURE_JOBS_ENTERPRISE_TYPE, BY_ENTERPRISE_TYPE, WHOLE, 1, FOR_ALL},
    {FIGURE_JOBS_FIRST, FIRST, WHOLE, 1, FOR_ALL},
    {FIGURE_JOBS_NEXT, NEXT, WHOLE, 1, FOR_ALL},
    {FIGURE_JOBS_NEXT_ELSEWHERE, NEXT_ELSEWHERE, WHOLE, 1, FOR_ALL},
};

/* One walk through the jobs, those of a citizen together. */
struct job_walk {
    const struct counting *counting;
    struct tally tally;
    size_t types;
    const uint8_t *places;      /* enum job_place, by row */
    uint32_t *last_person;      /* by place of the tally */
    uint32_t *last_person_type; /* by window and job type */
};

static void count_new(const struct job_walk *walk, const struct job *job, enum job_place place,
                      int64_t *numbers)
{
    const struct tally *tally = &walk->tally;
    const uint16_t enterprise_type = enterprises(walk->counting->data)[job->enterprise].type;
    numbers[NEW]++;
    numbers[tally->at[NEW_BY_TYPE] + job->job_type]++;
    numbers[HOURS] += job->hours;
    numbers[tally->at[HOURS_BY_TYPE] + job->job_type] += job->hours;
    numbers[tally->at[HOURS_BAND] + category_of_hours(job->hours)]++;
    numbers[tally->at[BY_ENTERPRISE_TYPE] + enterprise_type]++;
    numbers[IN_HOUSE] += job->in_house == YES;
    numbers[CSR] += job->csr == YES;
    numbers[FIRST] += place == JOB_IS_FIRST;
    numbers[NEXT] += place != JOB_IS_FIRST;
    numbers[NEXT_ELSEWHERE] += place == JOB_IS_NEXT_ELSEWHERE;
}

static void count_person(struct job_walk *walk, const struct job *job, size_t window, uint32_t pair)
{
    tally_add_distinct(&walk->tally, PERSONS, walk->last_person, window, pair, job->participant);
    if (first_time(&walk->last_person_type[window * walk->types + job->job_type], job->participant))
        tally_of(&walk->tally, window, 0)[walk->tally.at[PERSONS_BY_TYPE] + job->job_type]++;
}

static void count_in_window(struct job_walk *walk, const struct job *job, enum job_place place, size_t window,
                            uint32_t pair)
{
    const struct period *period = &walk->counting->windows[window];
    int64_t *numbers = tally_of(&walk->tally, window, pair);
    if (period_holds(period, job->start)) {
        count_new(walk, job, place, numbers);
        count_person(walk, job, window, pair);
    }
    if (spell_runs_after((struct spell){job->start, job->end}, period->last)) {
        numbers[AT_END]++;
        numbers[walk->tally.at[AT_END_BY_TYPE] + job->job_type]++;
    }
}

static void count_month(struct job_walk *walk, const struct job *job, uint32_t pair)
{
    const struct calendar_date date = day_to_date(job->start);
    for (size_t window = 0; window < walk->counting->figures->period_count; window++)
        if (date.year == walk->counting->windows[window].year)
            tally_of(&walk->tally, window, pair)[walk->tally.at[BY_MONTH] + (size_t)date.month - 1]++;
}

static void walk_jobs(struct job_walk *walk, const struct row_order *order)
{
    const struct job *all = jobs(walk->counting->data);
    for (size_t i = 0; i < order->count; i++) {
        const uint32_t row = order->rows[i].value;
        const struct job *job = &all[row];
        const uint32_t pair = breakdown_pair(walk->tally.breakdown, job->agreement, job->target_group);
        count_month(walk, job, pair);
        for (size_t window = 0; window < walk->counting->window_count; window++)
            count_in_window(walk, job, (enum job_place)walk->places[row], window, pair);
    }
}

/* Distinct enterprises among the new jobs: a walk of their own, an enterprise's jobs together. */
static void walk_enterprises(struct job_walk *walk, struct row_order *order, struct arena *arena)
{
    const struct job *all = jobs(walk->counting->data);
    uint32_t *last = arena_array(arena, tally_places(&walk->tally), sizeof *last);
    for (size_t i = 0; i < order->count; i++)
        order->rows[i].key = all[order->rows[i].value].enterprise;
    row_order_sort(order);
    for (size_t i = 0; i < order->count; i++) {
        const struct job *job = &all[order->rows[i].value];
        const uint32_t pair = breakdown_pair(walk->tally.breakdown, job->agreement, job->target_group);
        for (size_t window = 0; window < walk->counting->window_count; window++)
            if (period_holds(&walk->counting->windows[window], job->start))
                tally_add_distinct(&walk->tally, ENTERPRISES, last, window, pair, job->enterprise);
    }
}

/* From 1 January to the end of each month that is over when the period ends. */
static void show_cumulated(struct counting *counting, const struct tally *tally)
{
    const uint32_t *codes = counting_codes(counting, FIGURE_JOBS_CUMULATED);
    for (uint16_t window = 0; window < counting->figures->period_count; window++) {
        const struct period *period = &counting->windows[window];
        const int64_t *months = tally_of(tally, window, 0) + tally->at[BY_MONTH];
        struct figure_key key = figure_key_in(counting->figures, FIGURE_JOBS_CUMULATED, window);
        int64_t sum = 0;
        for (int month = 1; month <= MONTHS_A_YEAR; month++) {
            sum += months[month - 1];
            key.code = codes[month - 1];
            if (day_from_date(period->year, month, days_in_month(period->year, month)) <= period->last)
                counting_add(counting, key, ratio_whole(sum));
        }
    }
}

static void break_down(struct breakdown *breakdown, const struct data_set *data, struct arena *arena)
{
    const struct job *all = jobs(data);
    breakdown_init(breakdown, data, arena);
    for (size_t i = 0; i < row_count(data, TABLE_JOBS); i++)
        breakdown_add(breakdown, all[i].agreement, all[i].target_group);
}

void count_jobs(struct counting *counting)
{
    struct arena scratch;
    struct breakdown breakdown;
    arena_init(&scratch, counting->figures->arena->exhausted);
    break_down(&breakdown, counting->data, &scratch);
    struct job_order order = job_order_of(counting->data, &scratch);
    struct job_walk walk = {.counting = counting,
                            .types = category_count(counting->data, FIGURE_JOBS_NEW),
                            .places = order.places};
    tally_init(&walk.tally, counting, &breakdown, COUNTERS, JOB_COUNTERS, &scratch);
    walk.last_person = arena_array(&scratch, tally_places(&walk.tally), sizeof *walk.last_person);
    walk.last_person_type =
        arena_array(&scratch, counting->window_count * walk.types, sizeof *walk.last_person_type);
    walk_jobs(&walk, &order.rows);
    walk_enterprises(&walk, &order.rows, &scratch);
    tally_add_up(&walk.tally);
    tally_show(&walk.tally, counting, SHOWN, sizeof SHOWN / sizeof *SHOWN);
    show_cumulated(counting, &walk.tally);
    arena_free(&scratch);
}
