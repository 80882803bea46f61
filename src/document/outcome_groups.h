/*
 * How the courses of every agreement ended, in three groups side by side, and the chart of it.
 */
#ifndef AARSRAPPORT_OUTCOME_GROUPS_H
#define AARSRAPPORT_OUTCOME_GROUPS_H

#include "evaluation_view.h"

/* All courses of each agreement that the evaluation covers, so far: positive, stopped, and the rest. */
void add_outcome_groups(const struct evaluation_view *view, struct section *section);

#endif
