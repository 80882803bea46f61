/*
 * The goals of the report's year as a table. Adds nothing when there are none.
 */
#ifndef AARSRAPPORT_GOALS_TABLE_H
#define AARSRAPPORT_GOALS_TABLE_H

#include "goal_view.h"

/* Result, target, how much of it, status and the day it was reached; the forecast while preliminary. */
void add_goals_table(const struct section_context *context, struct section *section,
                     const struct goal_view *goals, size_t count);

/* While the year is not over: result, target, status, pace a month so far and needed, and the forecast. */
void add_goals_pace(const struct section_context *context, struct section *section,
                    const struct goal_view *goals, size_t count);

#endif
