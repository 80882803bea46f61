/*
 * From a moved figure to the rows that moved it.
 */
#ifndef AARSRAPPORT_FIGURE_ROWS_H
#define AARSRAPPORT_FIGURE_ROWS_H

#include "changes.h"
#include "row_match.h"

/* Fills in rows and causes of every moved figure, and `unexplained`. */
void figure_rows_find(struct changes *changes, const struct row_match *match, struct arena *arena);

#endif
