/*
 * Six key figures of the period that is told of, beside those of the period before.
 */
#ifndef AARSRAPPORT_KEY_FIGURES_H
#define AARSRAPPORT_KEY_FIGURES_H

#include "compose.h"

/* `id` and `sheet` as for section_add_table. */
void add_key_figures(const struct section_context *context, struct section *section, const char *id,
                     const char *sheet, enum table_look look);

/* Whether it is one of them. */
bool is_key_figure(enum figure_id id);

#endif
