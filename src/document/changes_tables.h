/*
 * What is told of a correction in tables; each adds one, or nothing when there is nothing to show.
 */
#ifndef AARSRAPPORT_CHANGES_TABLES_H
#define AARSRAPPORT_CHANGES_TABLES_H

#include "changes_parts.h"

/* The first figures of those told, with the numbers of the rows that they come from. */
void add_moved_figures(const struct section_context *context, struct section *section,
                       const struct told_change *told, size_t count, const struct shown_rows *shown,
                       const struct changes_form *form);

void add_changed_rows(const struct section_context *context, struct section *section,
                      const struct shown_rows *shown, const struct changes_form *form);

void add_changed_sentences(const struct section_context *context, struct section *section);

#endif
