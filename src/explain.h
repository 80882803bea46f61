/*
 * `forklar`: from a figure's name to its value and the rows behind it, on stdout.
 */
#ifndef AARSRAPPORT_EXPLAIN_H
#define AARSRAPPORT_EXPLAIN_H

#include "report_types.h"
#include "run.h"

/*
 * The report in which the figure asked for is counted: the evaluation has the agreements' totals so far and
 * the answers. NULL when there is no figure of that name; then stderr says which name is nearest.
 */
const struct report_type *explained_in(const struct options *options);

/* After counting. False when there is no such figure, agreement, target group or code; stderr says which. */
bool explain_print(struct run *run);

#endif
