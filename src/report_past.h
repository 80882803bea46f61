/*
 * A run of a report that was made earlier: its input, read again from where it is kept and counted by the
 * present program, and what is told of it. What it printed: report_revisions.h.
 */
#ifndef AARSRAPPORT_REPORT_PAST_H
#define AARSRAPPORT_REPORT_PAST_H

#include "correction.h"
#include "report_version.h"

/* The present run's options, with those of the earlier one that decide what is counted. */
struct options *past_options(const struct run *run, const struct previous_version *previous);

/* Whether the options make the same data come to other figures. */
bool past_counts_otherwise(const struct options *a, const struct options *b);

/* Reads and counts its input with the options of `past`. What is wrong, as a Danish clause; NULL: nothing. */
const char *past_count(struct run *past, const struct previous_version *previous,
                       const struct report_type *type);

struct told_version past_tell(const struct run *run, const struct past_run *past);

/* The run at hand, which makes the version of that number. */
struct told_version past_tell_present(const struct run *run, unsigned number);

#endif
