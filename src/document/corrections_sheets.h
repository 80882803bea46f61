/*
 * The sheets of the workbook of corrections; each adds a section of its own.
 *
 * Figures, rows, and the list of which rows each figure comes from lead to each other: a line of one has
 * links to the lines of the others.
 */
#ifndef AARSRAPPORT_CORRECTIONS_SHEETS_H
#define AARSRAPPORT_CORRECTIONS_SHEETS_H

#include "changed_rows.h"

/* Sheets can be long, but Excel takes 65,530 links on one. */
enum { CORRECTIONS_LINES = 60000, CORRECTIONS_LINKS = 20000, CORRECTIONS_FIGURES_FIRST = 25 };

/* Nøgletal, Rækker and Rækker pr. nøgletal. */
void add_corrections_links(const struct section_context *context, const struct shown_rows *shown);

/* Mål, Sætninger, Uændret, Revisioner. */
void add_corrections_goals(const struct section_context *context);
void add_corrections_sentences(const struct section_context *context);
void add_corrections_unchanged(const struct section_context *context);
void add_corrections_revisions(const struct section_context *context);

/* Kørsel: options, program, code lists, and every input's checksum before and after. */
void add_corrections_run(const struct section_context *context);

#endif
