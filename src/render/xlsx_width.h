/*
 * How wide a table's columns are on its sheet: as wide as their longest cell, within reason; longer text
 * wraps.
 */
#ifndef AARSRAPPORT_XLSX_WIDTH_H
#define AARSRAPPORT_XLSX_WIDTH_H

#include "xlsx_plan.h"

/*
 * The width that a column of the table asks for, in letters; `filter` leaves room for the
 * button in its heading.
 */
double xlsx_column_width(const struct xlsx_plan *plan, const struct table *table, uint16_t column,
                         bool filter);

/* Sets the columns' widths, with room for filter buttons in a working book, and returns them, in letters. */
const double *xlsx_set_widths(const struct xlsx_plan *plan, const struct xlsx_entry *entry);

/* How many lines text takes in a column of that width when it wraps between words. */
size_t xlsx_wrapped_lines(struct sv text, double width);

/* Heights are set outright: not every program fits them to wrapped text when it opens a workbook. */
void xlsx_set_lines(struct xlsx_sheet *sheet, uint32_t row, size_t lines, double points);

/* Letters of the longest line, and of the longest word. */
size_t xlsx_longest_line(struct sv text);
size_t xlsx_longest_word(struct sv text);

#endif
