#include "categories.h"
#include "checks.h"
#include "counting.h"
#include "store.h"

#include <string.h>

enum { YEARS_BEFORE_WITHOUT_STRATEGY = 5 };

static bool is_before(const struct period *a, const struct period *b)
{
    if (a->last != b->last)
        return a->last < b->last;
    return sv_compare(period_name(a), period_name(b)) < 0;
}

/* Keeps the periods in time order, each once. */
static void add_period(struct counting *counting, struct period period)
{
    size_t at = counting->window_count;
    for (size_t i = 0; i < counting->window_count; i++)
        if (counting->windows[i].first == period.first && counting->windows[i].last == period.last)
            return;
    counting->windows = arena_grow(counting->figures->arena, counting->windows, counting->window_count,
                                   &counting->window_capacity, sizeof *counting->windows);
    for (; at > 0 && is_before(&period, &counting->windows[at - 1]); at--)
        counting->windows[at] = counting->windows[at - 1];
    counting->windows[at] = period;
    counting->window_count++;
}

static uint16_t period_at(const struct figures *figures, int year, int half)
{
    for (size_t i = 0; i < figures->period_count; i++)
        if (figures->periods[i].year == year && figures->periods[i].half == half)
            return (uint16_t)i;
    return UINT16_MAX;
}

/* The report's period; whole years from the one before the strategy; the same half a year before. */
static void choose_periods(struct counting *counting, const struct period *report)
{
    struct figures *figures = counting->figures;
    const int first =
        figures->strategy ? figures->strategy->from_year - 1 : report->year - YEARS_BEFORE_WITHOUT_STRATEGY;
    add_period(counting, *report);
    for (int year = first > 1 ? first : 1; year <= report->year; year++) {
        const struct period whole = period_of(year, 0);
        if (whole.last <= report->last)
            add_period(counting, whole);
    }
    if (report->half && report->year > 1)
        add_period(counting, period_of(report->year - 1, report->half));
    figures->periods = counting->windows;
    figures->period_count = counting->window_count;
    figures->report = period_at(figures, report->year, report->half);
    figures->previous = period_at(figures, report->year - 1, report->half);
}

/* When the extract is older than the period's end, goals are judged at its date. */
static void choose_day_of_judgement(struct figures *figures, const struct period *report)
{
    const day_number extract = figures->data->settings.extract_date;
    const day_number before_the_year = day_from_date(report->year, 1, 1) - 1;
    figures->preliminary = extract != DAY_NONE && extract < report->last;
    figures->judged_at = figures->preliminary ? extract : report->last;
    if (figures->judged_at < before_the_year)
        figures->judged_at = before_the_year;
}

/*
 * When the extract is older than the report's period, nothing after it is known: a period that reaches past
 * it is counted as ending on that day, one that begins after it as ending on the day before it begins.
 */
static void end_periods_with_the_extract(const struct figures *figures)
{
    const day_number extract = figures->data->settings.extract_date;
    for (size_t i = 0; figures->preliminary && i < figures->period_count; i++) {
        struct period *period = &figures->periods[i];
        if (period->last <= extract)
            continue;
        period->last = extract >= period->first ? extract : period->first - 1;
    }
}

static void open_store(struct counting *counting, struct figures *figures, const struct data_set *data,
                       struct arena *arena)
{
    *figures = (struct figures){.arena = arena, .data = data};
    *counting = (struct counting){.figures = figures, .data = data};
    symbols_init(&figures->codes, arena);
}

static void begin_counting(struct counting *counting, struct figures *figures, const struct data_set *data,
                           const struct period *report, struct diag *diag, struct arena *arena)
{
    open_store(counting, figures, data, arena);
    figures->strategy = settings_strategy(&data->settings, report->year);
    if (!figures->strategy)
        diag_add(diag, DIAG_NO_STRATEGY, (struct place){.file = sv_of("rapport.ini")}, (struct sv){0},
                 sv_format(arena, "%d", report->year), (struct sv){0}, (struct sv){0});
    choose_periods(counting, report);
    choose_day_of_judgement(figures, report);
    end_periods_with_the_extract(figures);
}

bool figures_count(struct figures *figures, const struct data_set *data, const struct period *period,
                   struct diag *diag, struct arena *arena, struct sv *fault)
{
    struct counting counting;
    begin_counting(&counting, figures, data, period, diag, arena);
    open_goal_windows(&counting);
    count_courses(&counting);
    count_jobs(&counting);
    count_enterprises(&counting);
    count_agreements(&counting);
    count_evaluations(&counting);
    count_readings(&counting);
    count_applications(&counting);
    count_trials(&counting);
    count_purchases(&counting);
    count_recommendations(&counting);
    count_efforts(&counting);
    count_goals(&counting);
    store_sort(figures);
    return figures_check(figures, fault);
}

/* The year of the answers, and the calendar year before it. */
static void begin_evaluation(struct counting *counting, struct figures *figures, const struct data_set *data,
                             int year, day_number cutoff)
{
    const struct period before = period_of(year - 1, 0);
    const day_number extract = data->settings.extract_date;
    figures->strategy = settings_strategy(&data->settings, year);
    add_period(counting, before);
    add_period(counting, period_of(year, 0));
    figures->periods = counting->windows;
    figures->period_count = counting->window_count;
    figures->report = period_at(figures, year, 0);
    figures->previous = period_at(figures, year - 1, 0);
    figures->preliminary = extract != DAY_NONE && (extract < cutoff || extract < before.last);
    figures->judged_at = extract != DAY_NONE && extract < cutoff ? extract : cutoff;
    end_periods_with_the_extract(figures);
}

/* Counts the courses of the first period, the calendar year before, alone. */
static void count_courses_of_the_year_before(struct counting *counting)
{
    struct figures *figures = counting->figures;
    const size_t periods = figures->period_count;
    counting->window_count = figures->period_count = 1;
    count_courses(counting);
    counting->window_count = figures->period_count = periods;
}

bool figures_count_evaluation(struct figures *figures, const struct data_set *data, int year,
                              day_number cutoff, struct arena *arena, struct sv *fault)
{
    struct counting counting;
    open_store(&counting, figures, data, arena);
    begin_evaluation(&counting, figures, data, year,
                     cutoff == DAY_NONE ? day_from_date(year, 3, 1) - 1 : cutoff);
    count_courses_of_the_year_before(&counting);
    count_courses_so_far(&counting);
    count_evaluations(&counting);
    store_sort(figures);
    return figures_check(figures, fault);
}

uint16_t counting_window(struct counting *counting, day_number first, day_number last)
{
    for (size_t i = counting->figures->period_count; i < counting->window_count; i++)
        if (counting->windows[i].first == first && counting->windows[i].last == last)
            return (uint16_t)i;
    counting->windows = arena_grow(counting->figures->arena, counting->windows, counting->window_count,
                                   &counting->window_capacity, sizeof *counting->windows);
    counting->windows[counting->window_count] =
        (struct period){.first = first, .last = last, .year = day_year(last)};
    counting->figures->periods = counting->windows;
    return (uint16_t)counting->window_count++;
}

bool counting_is_judged(const struct counting *counting, size_t period)
{
    const struct figures *figures = counting->figures;
    const struct period *report = &figures->periods[figures->report];
    const struct period *other = &figures->periods[period];
    return period == figures->report || (report->half == 2 && !other->half && other->year == report->year);
}

void counting_add(struct counting *counting, struct figure_key key, struct ratio value)
{
    if (counting_is_written(counting, key.period)) {
        store_add(counting->figures, key, value);
        return;
    }
    counting->judged = arena_grow(counting->figures->arena, counting->judged, counting->judged_count,
                                  &counting->judged_capacity, sizeof *counting->judged);
    counting->judged[counting->judged_count++] = (struct figure){.key = key, .value = value};
}

uint32_t *counting_codes(struct counting *counting, enum figure_id figure)
{
    struct figures *figures = counting->figures;
    const size_t count = category_count(counting->data, figure);
    uint32_t *codes = arena_array(figures->arena, count, sizeof *codes);
    for (size_t i = 0; i < count; i++)
        codes[i] = symbols_intern(&figures->codes, category_code(figures->arena, counting->data, figure, i));
    return codes;
}

struct row_order row_order_of(struct arena *arena, size_t count)
{
    struct row_order order = {.rows = arena_array(arena, count, sizeof *order.rows),
                              .spare = arena_array(arena, count, sizeof *order.spare),
                              .count = count};
    for (size_t i = 0; i < count; i++)
        order.rows[i].value = (uint32_t)i;
    return order;
}

void row_order_sort(struct row_order *order)
{
    radix_sort(order->rows, order->spare, order->count);
}
