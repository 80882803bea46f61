/*
 * The explanation of a figure: what it is called and how it is counted, its value, and the rows behind it.
 */
#ifndef AARSRAPPORT_EXPLANATION_H
#define AARSRAPPORT_EXPLANATION_H

#include "build.h"
#include "row_sets.h"

enum { EXPLANATION_ROWS = 50, EVERY_ROW = 0 };

/* With the first `most` rows; EVERY_ROW: all of them. */
struct document *explanation_compose(const struct figures *figures, struct figure_key key, size_t most,
                                     struct arena *arena);

#endif
