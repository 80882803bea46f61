#include "tally.h"

enum reading_counter { CHANGE, COURSES, READING_COUNTERS };

static const struct counter COUNTERS[READING_COUNTERS] = {
    [CHANGE] = {.by_code = true, .figure = FIGURE_READINGS_CHANGE},
    [COURSES] = {.by_code = true, .figure = FIGURE_READINGS_COURSES},
};

enum { LEVELS_SHOWN = FOR_ALL | FOR_AGREEMENTS };

static const struct shown SHOWN[] = {
    {FIGURE_READINGS_COURSES, COURSES, WHOLE, 1, LEVELS_SHOWN},
};

/* The readings, those of a course and indicator together by date, then row; whoever assessed. */
static struct row_order readings_in_series(const struct data_set *data, struct arena *arena)
{
    const struct progression_reading *all = readings(data);
    struct row_order order = row_order_of(arena, row_count(data, TABLE_READINGS));
    for (size_t i = 0; i < order.count; i++)
        order.rows[i].key = radix_key(all[i].date);
    row_order_sort(&order);
    for (size_t i = 0; i < order.count; i++)
        order.rows[i].key = all[order.rows[i].value].indicator;
    row_order_sort(&order);
    for (size_t i = 0; i < order.count; i++)
        order.rows[i].key = all[order.rows[i].value].course;
    row_order_sort(&order);
    return order;
}

/* The readings of one indicator for one course, in time order. */
struct series {
    const struct progression_reading *all;
    const struct keyed *rows;
    size_t count;
};

static const struct progression_reading *reading_at(const struct series *series, size_t at)
{
    return &series->all[series->rows[at].value];
}

static void count_change(const struct tally *tally, const struct progression_reading *first,
                         const struct progression_reading *last, int64_t *numbers)
{
    numbers[tally->at[COURSES] + first->indicator]++;
    numbers[tally->at[CHANGE] + first->indicator] += last->value - first->value;
}

/* Counts in the windows that hold the latest of at least two readings up to their end. */
static void count_series(const struct counting *counting, const struct tally *tally,
                         const struct series *series)
{
    const struct progression_reading *first = reading_at(series, 0);
    const uint32_t agreement = courses(counting->data)[first->course].agreement;
    for (size_t window = 0; window < counting->window_count; window++) {
        const struct period *period = &counting->windows[window];
        size_t known = series->count;
        while (known > 0 && reading_at(series, known - 1)->date > period->last)
            known--;
        if (known < 2 || !period_holds(period, reading_at(series, known - 1)->date))
            continue;
        const struct progression_reading *last = reading_at(series, known - 1);
        count_change(tally, first, last, tally_of(tally, window, 0));
        count_change(tally, first, last, tally_of(tally, window, breakdown_agreement(agreement)));
    }
}

static bool same_series(const struct progression_reading *a, const struct progression_reading *b)
{
    return a->course == b->course && a->indicator == b->indicator;
}

static void walk_readings(const struct counting *counting, const struct tally *tally, struct arena *arena)
{
    const struct row_order order = readings_in_series(counting->data, arena);
    struct series series = {.all = readings(counting->data)};
    for (size_t from = 0; from < order.count; from += series.count) {
        series.rows = order.rows + from;
        for (series.count = 1; from + series.count < order.count; series.count++)
            if (!same_series(reading_at(&series, 0), reading_at(&series, series.count)))
                break;
        count_series(counting, tally, &series);
    }
}

void count_readings(struct counting *counting)
{
    struct arena scratch;
    struct breakdown breakdown;
    struct tally tally;
    arena_init(&scratch, counting->figures->arena->exhausted);
    breakdown_init(&breakdown, counting->data, &scratch);
    tally_init(&tally, counting, &breakdown, COUNTERS, READING_COUNTERS, &scratch);
    walk_readings(counting, &tally, &scratch);
    tally_show(&tally, counting, SHOWN, sizeof SHOWN / sizeof *SHOWN);
    tally_show_means(&tally, counting, FIGURE_READINGS_CHANGE, CHANGE, COURSES, LEVELS_SHOWN);
    arena_free(&scratch);
}
