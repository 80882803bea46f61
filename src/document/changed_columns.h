/*
 * The columns that a file of the data has lost or gained: why all its rows are changed at once.
 */
#ifndef AARSRAPPORT_CHANGED_COLUMNS_H
#define AARSRAPPORT_CHANGED_COLUMNS_H

#include "sentence.h"
#include "told_change.h"

/* "Kolonnerne in_house og csr er faldet bort i job.csv. ", a sentence a file; nothing when there are none.
 * Columns that the program does not read are not told of. */
void say_changed_columns(struct sentence s, const struct changes *changes);

#endif
