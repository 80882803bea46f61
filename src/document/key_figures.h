/*
 * Six key figures of the report's period beside those of the period before, as cards.
 */
#ifndef AARSRAPPORT_KEY_FIGURES_H
#define AARSRAPPORT_KEY_FIGURES_H

#include "compose.h"

/* `id` and `sheet` as for section_add_table. */
void add_key_figures(const struct section_context *context, struct section *section, const char *id,
                     const char *sheet);

#endif
