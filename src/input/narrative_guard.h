/*
 * The CPR guard over tekster/: every line of every Markdown file there and in its period folders, so that no
 * number stands in the data folder unseen, whether or not a report prints the text.
 */
#ifndef AARSRAPPORT_NARRATIVE_GUARD_H
#define AARSRAPPORT_NARRATIVE_GUARD_H

#include "data_set.h"

#include <stdbool.h>

/* Looks through `tekster` in the open data folder, if it is there. False: *failure says why. */
bool narrative_guard(struct data_set *data, struct diag *diag, int folder, struct sv *failure);

#endif
