/*
 * The sheets that stand before the tables: cover, contents, the summary's sentences, notes.
 */
#ifndef AARSRAPPORT_XLSX_FRONT_H
#define AARSRAPPORT_XLSX_FRONT_H

#include "xlsx_plan.h"

void xlsx_write_cover(const struct xlsx_plan *plan, struct xlsx_sheet *sheet);
void xlsx_write_contents(const struct xlsx_plan *plan);
void xlsx_write_notes(const struct xlsx_plan *plan);
void xlsx_write_sentences(const struct xlsx_plan *plan, const struct xlsx_entry *entry);

/* The first sheet of a working book: what it is, and a link to each of its sheets. */
void xlsx_write_overview(const struct xlsx_plan *plan, struct xlsx_sheet *sheet);

#endif
