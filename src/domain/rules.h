/*
 * Rules over more than one cell: references, duplicate keys, dates that contradict each other, goals that
 * name figures. Run once when every table has been read.
 */
#ifndef AARSRAPPORT_RULES_H
#define AARSRAPPORT_RULES_H

#include "data_set.h"

/*
 * Checks all rows, adds the findings, marks rows with errors as left out, follows references to them until
 * nothing changes when `leave_out` is true (E303), removes the marked rows, updates the files' accounts, and
 * turns references into row numbers. Afterwards every reference in the data set is valid, and departments are
 * numbered.
 */
void rules_apply(struct data_set *data, struct diag *diag, bool leave_out);

#endif
