/*
 * The texts of tekster/ and of its period folders into the data set, under the CPR guard: every line of every
 * Markdown file is looked at, so that no number stands in the data folder unseen, whether or not a report
 * prints the text.
 */
#ifndef AARSRAPPORT_NARRATIVE_READ_H
#define AARSRAPPORT_NARRATIVE_READ_H

#include "data_set.h"

#include <stdbool.h>

/* Reads `tekster` in the open data folder, which must be there. False: *failure says why. */
bool narratives_read(struct data_set *data, struct diag *diag, int folder, struct sv *failure);

/* Adds the text of the file to the data set: looked through, masked and parsed. */
void narrative_add(struct data_set *data, struct diag *diag, struct sv file, struct sv text);

#endif
