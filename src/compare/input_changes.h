/*
 * The keys of rapport.ini and the codes of koder.csv that differ between two data sets: what stands behind
 * other causes than rows.
 */
#ifndef AARSRAPPORT_INPUT_CHANGES_H
#define AARSRAPPORT_INPUT_CHANGES_H

#include "changes.h"

/* Fills in inputs and input_count; both data sets are there. */
void input_changes_find(struct changes *changes, struct arena *arena);

#endif
