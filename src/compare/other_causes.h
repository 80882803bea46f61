/*
 * What else than rows differs between two data sets, and may move figures.
 */
#ifndef AARSRAPPORT_OTHER_CAUSES_H
#define AARSRAPPORT_OTHER_CAUSES_H

#include "changes.h"

/* A set of CAUSE_CODES and CAUSE_SETTINGS. */
unsigned other_causes(const struct data_set *before, const struct data_set *after);

#endif
