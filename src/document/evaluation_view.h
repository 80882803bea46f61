/*
 * The spring evaluation of the agreements, as the reports show it: the questions in the code list's order,
 * their figures in the report's year and the year before, and which agreements they are about.
 *
 * A mean is of answers from 1, not at all, to 5, to a high degree (evalueringer.csv). Nothing here owns
 * memory.
 */
#ifndef AARSRAPPORT_EVALUATION_VIEW_H
#define AARSRAPPORT_EVALUATION_VIEW_H

#include "compose.h"

enum { LOWEST_ANSWER = 1, HIGHEST_ANSWER = 5 };

/* The periods of the store that hold the evaluations; UINT16_MAX where there is none. */
struct evaluation_view {
    const struct section_context *context;
    const struct code_list *questions;
    uint16_t now;
    uint16_t before;
};

struct evaluation_view evaluation_view(const struct section_context *context);

/* Of an agreement's row, or ALL_AGREEMENTS; `period` is view.now or view.before. */
struct figure_key evaluation_key(const struct evaluation_view *view, enum figure_id id, uint16_t period,
                                 uint32_t agreement, size_t question);

/* The mean of a question's answers; no value when there are none, or no such period. */
struct ratio evaluation_mean(const struct evaluation_view *view, uint16_t period, uint32_t agreement,
                             size_t question);

/*
 * How much the mean has moved since last year, before rounding: what the table prints and sentences rank by.
 * No value without both means.
 */
struct ratio evaluation_change(const struct evaluation_view *view, uint32_t agreement, size_t question);

/* How many answered a question, and all questions together. */
int64_t evaluation_answers(const struct evaluation_view *view, uint16_t period, uint32_t agreement,
                           size_t question);
int64_t evaluation_all_answers(const struct evaluation_view *view, uint16_t period, uint32_t agreement);

/* Whether anybody answered or remarked on the agreement this year. */
bool evaluation_has_answers(const struct evaluation_view *view, uint32_t agreement);

/*
 * Whether the agreement belongs in the evaluation: it ran, somebody answered, or the year before tells of its
 * courses, as when they end or are followed up after the agreement itself. So the rows of a year add up to
 * all agreements.
 */
bool evaluation_covers(const struct evaluation_view *view, uint32_t agreement);

/* How many agreements it covers. */
uint32_t evaluation_size(const struct evaluation_view *view);

/* Which evaluation it is of the agreement, or of all: 1 for the first year with answers. */
unsigned evaluation_number(const struct evaluation_view *view, uint32_t agreement);

/*
 * The year before the evaluation's, whose courses it tells of; in other reports the report's own period. As
 * an index of the store.
 */
uint16_t courses_period(const struct section_context *context);

/* The last day that cumulated figures count: the cut-off day of an evaluation. */
day_number cut_off_day(const struct section_context *context);

#endif
