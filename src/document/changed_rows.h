/*
 * What a row that was added, removed or changed says, for the columns "Før" and "Nu". A report does not show
 * the pseudonyms of persons and of their courses, nor free text; the unit's own workbook does.
 */
#ifndef AARSRAPPORT_CHANGED_ROWS_H
#define AARSRAPPORT_CHANGED_ROWS_H

#include "correction_view.h"

/* A cell of a row that was changed; `after`: as it is now. */
struct cell changed_cell(const struct section_context *context, const struct row_change *row,
                         const struct cell_change *cell, bool after, bool persons_and_texts);

/* All that helps to see what the row is about, "V1; Småjob; start 16-12-2024"; empty when it is not there. */
struct cell whole_row(const struct section_context *context, const struct row_change *row, bool after,
                      bool persons_and_texts);

/* Whether something of the row is not shown. */
bool row_is_veiled(const struct row_change *row);

#endif
