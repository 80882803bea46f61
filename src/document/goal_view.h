/*
 * A goal as the report shows it: the record, its figures for the report's period, and the same figure in
 * other years. Only goals that hold in the report's year have a view (their status is in the store).
 */
#ifndef AARSRAPPORT_GOAL_VIEW_H
#define AARSRAPPORT_GOAL_VIEW_H

#include "compose.h"

struct goal_view {
    const struct goal *goal;
    uint16_t row;
    enum figure_id figure; /* that the goal is about; FIGURES for a milestone */
    enum value_format format;
    enum goal_status status;
    struct ratio value;
    struct ratio target;
    uint16_t period; /* that sentences speak of: the report's, but the whole year in its second half */
    uint16_t before; /* that it is compared with; UINT16_MAX: none */
};

/* The goals of the report's year, in the order of maal.csv. */
size_t goal_views(const struct section_context *context, struct goal_view **views);

/* The first one of that type about one of the figures; NULL when there is none. */
const struct goal_view *goal_view_about(const struct goal_view *views, size_t count, enum goal_type type,
                                        const enum figure_id *figures, size_t figure_count);

struct figure_key goal_key(const struct section_context *context, const struct goal_view *view,
                           enum figure_id id);

/* Whether the code counts in the goal's figure; without codes all do. */
bool goal_counts_code(const struct section_context *context, const struct goal_view *view, uint16_t code);

/* The goal's figure, its codes added, in a period of the store. */
struct ratio goal_figure_in(const struct section_context *context, const struct goal_view *view,
                            uint16_t period);

/*
 * The value that the goal's result may be compared with: that of the period before. No value when the store
 * has none, when the goal counts from its first year on, and while the report is preliminary.
 */
struct ratio goal_value_before(const struct section_context *context, const struct goal_view *view);

/* Whether the figure is of a day, not of a stretch of time: its last value stands. */
bool goal_is_of_a_day(const struct goal_view *view);

/* The last day for reaching it: 31 December of the year, or of its last year. */
day_number goal_deadline(const struct section_context *context, const struct goal_view *view);

/*
 * What is missing to the target, how much a month it has grown by so far, and how much a month is needed from
 * the day of judgement to the deadline. Months of the calendar; a month that is not over counts by its days.
 * No value for shares, hours and days, which do not grow with time; for what is missing and needed also when
 * the goal is reached or its time is up.
 */
struct ratio goal_missing(const struct goal_view *view);
struct ratio goal_pace(const struct section_context *context, const struct goal_view *view);
struct ratio goal_pace_needed(const struct section_context *context, const struct goal_view *view);

/* How the figure is printed: "2–3" for a range. */
struct cell goal_target_cell(const struct section_context *context, const struct goal_view *view);

/* A target, or what is missing to it, in that format, but with a goal's decimals: "2,5", "30", "12,5 %". */
struct cell cell_of_target(struct ratio value, enum value_format format);

/* The target in a year of a series; no value in years that the goal does not cover. */
struct cell goal_target_in_year(const struct section_context *context, const struct goal_view *view,
                                int year);

/* The yearly goal about new jobs; NULL: the report's year has none. */
const struct goal_view *job_norm(const struct section_context *context);

/* How a figure of that kind is printed. */
enum value_format figure_format(enum figure_id id);

/* The same of a key: a goal's result as the figure that it is about. */
enum value_format figure_key_format(const struct figures *figures, struct figure_key key);

/* A yearly goal's share of its target by the day of judgement, evenly by days; no value for other goals. */
struct ratio goal_expected(const struct section_context *context, const struct goal_view *view);

#endif
