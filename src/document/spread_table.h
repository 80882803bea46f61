/*
 * How the answers of the spring evaluation fall on the scale, this year and last, and the chart of it.
 */
#ifndef AARSRAPPORT_SPREAD_TABLE_H
#define AARSRAPPORT_SPREAD_TABLE_H

#include "evaluation_view.h"

/* All agreements' answers: a row a question and year, a column a step of the scale. */
void add_answer_spread(const struct evaluation_view *view, struct section *section);

#endif
