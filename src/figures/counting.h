/*
 * Counting: what the subjects share while figures_count runs.
 *
 * Everything is counted over windows of time: the periods of the store first, then those that goals are
 * judged over, whose values are kept aside in `judged` and are not written. One file a subject; a new subject
 * is one function here and one line in figures_count.
 */
#ifndef AARSRAPPORT_COUNTING_H
#define AARSRAPPORT_COUNTING_H

#include "figures.h"
#include "radix.h"

struct counting {
    struct figures *figures;
    const struct data_set *data;
    struct period *windows; /* first > last: a window before anything began */
    size_t window_count;
    size_t window_capacity;
    struct figure *judged; /* values of windows beyond the periods, for all only */
    size_t judged_count;
    size_t judged_capacity;
};

void count_courses(struct counting *counting);
void count_courses_so_far(
    struct counting *counting); /* under the report's period, up to its day of judgement */
void count_jobs(struct counting *counting);
void count_enterprises(struct counting *counting);
void count_agreements(struct counting *counting);
void count_evaluations(struct counting *counting);
void count_readings(struct counting *counting);
void count_applications(struct counting *counting);
void count_trials(struct counting *counting);
void count_purchases(struct counting *counting);
void count_recommendations(struct counting *counting);
void count_efforts(struct counting *counting);

/* Adds the windows that the goals of the report's year need; before anything is counted. */
void open_goal_windows(struct counting *counting);
void count_goals(struct counting *counting); /* after everything else */

/* The window from `first` to `last`, added when it is new. */
uint16_t counting_window(struct counting *counting, day_number first, day_number last);

static inline bool counting_is_written(const struct counting *counting, size_t window)
{
    return window < counting->figures->period_count;
}

/*
 * The periods in which goals and efforts stand: the report's own, and for the second half-year, which ends
 * the year, the whole year too.
 */
bool counting_is_judged(const struct counting *counting, size_t period);

/* Whether what belongs to a year as a whole belongs to the window: a half-year has that of its year. */
static inline bool window_is_of_year(const struct period *window, int year)
{
    return day_year(window->first) <= year && year <= window->year;
}

/* Adds a row to the store, or to `judged`. */
void counting_add(struct counting *counting, struct figure_key key, struct ratio value);

/* The symbols of a figure's categories. */
uint32_t *counting_codes(struct counting *counting, enum figure_id figure);

/* The numbers of rows 0 to count − 1 and room to sort them, with keys still to be set; from one arena. */
struct row_order {
    struct keyed *rows;
    struct keyed *spare;
    size_t count;
};

struct row_order row_order_of(struct arena *arena, size_t count);
void row_order_sort(struct row_order *order); /* by the keys just set; stable */

#endif
