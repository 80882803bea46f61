/*
 * The figures that differ between two countings, and between what was counted and what was printed.
 */
#ifndef AARSRAPPORT_MOVED_FIGURES_H
#define AARSRAPPORT_MOVED_FIGURES_H

#include "changes.h"

/* Fills in figures, figure_count and unchanged; a figure's rows and causes are still to be found. */
void moved_figures_find(struct changes *changes, const struct printed_figures *printed, struct arena *arena);

#endif
