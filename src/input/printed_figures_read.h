/*
 * Reads back noegletal-<period>.csv of an earlier run. It may have been edited, saved by a spreadsheet or be
 * somebody else's file: what is not as figures_write_csv writes it makes the whole of it unreadable.
 */
#ifndef AARSRAPPORT_PRINTED_FIGURES_READ_H
#define AARSRAPPORT_PRINTED_FIGURES_READ_H

#include "arena.h"
#include "printed_figures.h"

#include <stdbool.h>

/* False: `text` is not such a file, and `figures` is empty. Otherwise it lives in the arena, not in `text`.
 */
bool printed_figures_parse(struct printed_figures *figures, struct sv text, struct arena *arena);

#endif
