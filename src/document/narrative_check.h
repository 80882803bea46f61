/*
 * What can be said of the narrative without a report: whether each placeholder names a figure, which
 * texts no chapter uses, and which name a citizen by the pseudonym.
 */
#ifndef AARSRAPPORT_NARRATIVE_CHECK_H
#define AARSRAPPORT_NARRATIVE_CHECK_H

#include "data_set.h"

void narratives_check(const struct data_set *data, struct diag *diag);

#endif
