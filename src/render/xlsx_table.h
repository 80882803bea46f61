/*
 * One table of the document on one sheet: title, what the sheet holds, notes, source, then the table from
 * column A as a named Excel table with one header row, and nothing below it.
 *
 * A total is the last row inside the named table, with a live formula of ordinary cell references: so the
 * table is one rectangle for every program that reads it, and nothing stands below it. In a working book,
 * where the table can be filtered and sorted, the total stands right below it.
 */
#ifndef AARSRAPPORT_XLSX_TABLE_H
#define AARSRAPPORT_XLSX_TABLE_H

#include "xlsx_plan.h"

/* The table alone from the entry's header_row on, in columns of those widths, which are set already. */
void xlsx_write_body(const struct xlsx_plan *plan, const struct xlsx_entry *entry, const double *widths);

/* Fills the entry's sheet and sets its header_row. */
void xlsx_write_table(const struct xlsx_plan *plan, struct xlsx_entry *entry);

#endif
