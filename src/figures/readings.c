#include "readings.h"

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

struct row_order readings_in_series(const struct data_set *data, struct arena *arena)
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

static const struct progression_reading *reading_at(const struct reading_series *series, size_t at)
{
    return &series->all[series->rows[at].value];
}

static void count_change(const struct tally *tally, const struct reading_change *change, int64_t *numbers)
{
    const uint16_t indicator = change->first->indicator;
    numbers[tally->at[COURSES] + indicator]++;
    numbers[tally->at[CHANGE] + indicator] += change->latest->value - change->first->value;
}

bool reading_series_change(const struct reading_series *series, const struct period *window,
                           struct reading_change *change)
{
    size_t known = series->count;
    while (known > 0 && reading_at(series, known - 1)->date > window->last)
        known--;
    if (known < 2 || !period_holds(window, reading_at(series, known - 1)->date))
        return false;
    *change = (struct reading_change){reading_at(series, 0), reading_at(series, known - 1)};
    return true;
}

static void count_series(const struct counting *counting, const struct tally *tally,
                         const struct reading_series *series)
{
    struct reading_change change;
    const uint32_t agreement = courses(counting->data)[reading_at(series, 0)->course].agreement;
    for (size_t window = 0; window < counting->window_count; window++)
        if (reading_series_change(series, &counting->windows[window], &change)) {
            count_change(tally, &change, tally_of(tally, window, 0));
            count_change(tally, &change, tally_of(tally, window, breakdown_agreement(agreement)));
        }
}

static bool same_series(const struct progression_reading *a, const struct progression_reading *b)
{
    return a->course == b->course && a->indicator == b->indicator;
}

struct reading_series reading_series_from(const struct data_set *data, const struct row_order *order,
                                          size_t from)
{
    struct reading_series series = {.all = readings(data), .rows = order->rows + from, .count = 1};
    while (from + series.count < order->count &&
           same_series(reading_at(&series, 0), reading_at(&series, series.count)))
        series.count++;
    return series;
}

static void walk_readings(const struct counting *counting, const struct tally *tally, struct arena *arena)
{
    const struct row_order order = readings_in_series(counting->data, arena);
    for (size_t from = 0; from < order.count;) {
        const struct reading_series series = reading_series_from(counting->data, &order, from);
        count_series(counting, tally, &series);
        from += series.count;
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
