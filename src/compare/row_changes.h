/*
 * The rows that differ between two data sets, cell by cell.
 */
#ifndef AARSRAPPORT_ROW_CHANGES_H
#define AARSRAPPORT_ROW_CHANGES_H

#include "changes.h"
#include "row_match.h"

/* Fills in rows, row_count and per_table. */
void row_changes_find(struct changes *changes, const struct row_match *match,
                      const struct changes_request *request, struct arena *arena);

#endif
