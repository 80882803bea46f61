/*
 * What a run knows of the version that its report takes the place of: its input, read again from where it is
 * kept and counted by the present program, what it printed, and what differs.
 */
#ifndef AARSRAPPORT_REPORT_CHANGES_H
#define AARSRAPPORT_REPORT_CHANGES_H

#include "correction.h"
#include "report_version.h"

/*
 * After the run's data are counted. NULL: the first version, one agreement's workbook, or a report that has
 * no figures to compare. Findings: a figure that moved for no reason (W503), and a version whose input is not
 * there any more or not what it was (W504); then what it printed is compared alone; older versions whose
 * figures cannot be used (W505); and a new version of the same, for no reason (W506).
 */
struct correction *report_changes_find(struct run *run, const struct report_version *version,
                                       const struct report_type *type, uint32_t agreement);

/* Findings (W503) of the figures that moved since the version of that number for no reason. */
void report_changes_unexplained(struct run *run, const struct changes *changes, unsigned number);

#endif
