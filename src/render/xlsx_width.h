/*
 * How wide a table's columns are on its sheet: as wide as their longest cell, within reason; longer text
 * wraps.
 */
#ifndef AARSRAPPORT_XLSX_WIDTH_H
#define AARSRAPPORT_XLSX_WIDTH_H

#include "xlsx_plan.h"

/* With room for filter buttons when the table has them. */
void xlsx_set_widths(const struct xlsx_entry *entry, const char *const *headings, bool filter);

/* Letters of the longest line, and of the longest word. */
size_t xlsx_longest_line(struct sv text);
size_t xlsx_longest_word(struct sv text);

#endif
