/*
 * A section's blocks on one sheet of a working book, one below the other: title, headings, paragraphs in
 * column A, and tables, each a named Excel table with its notes below it. The columns are as wide as the
 * widest table needs, so that the sheet reads and prints as one page.
 */
#ifndef AARSRAPPORT_XLSX_BLOCKS_H
#define AARSRAPPORT_XLSX_BLOCKS_H

#include "xlsx_plan.h"

void xlsx_write_blocks(const struct xlsx_plan *plan, const struct xlsx_entry *entry);

#endif
