/*
 * What differs between two versions of a report of which only what was printed is known: their noegletal
 * files and their manifests. For the terminal, and as a workbook.
 */
#ifndef AARSRAPPORT_PRINTED_COMPARISON_H
#define AARSRAPPORT_PRINTED_COMPARISON_H

#include "model.h"
#include "told_change.h"

/* A file of the data that is not the same in both. */
struct told_input {
    struct sv name;
    const char *how; /* "ændret", "kommet til", "faldet bort" */
};

struct printed_comparison {
    struct sv report;  /* "aarsrapport-2024" */
    struct sv period;  /* "2024"; figures of it come first */
    struct sv missing; /* why the rows are not compared, and what helps: one or two Danish sentences */
    struct told_version before, after;
    const struct printed_figures *was, *is;
    const struct told_input *inputs;
    size_t input_count;
};

/* How many figures differ. */
size_t printed_differences(const struct printed_figures *was, const struct printed_figures *is);

/* At most so many figures; `elsewhere` is the file where the rest stand, empty: nowhere. */
struct document *printed_comparison_compose(const struct printed_comparison *comparison, size_t most,
                                            struct sv elsewhere, const struct figures *none,
                                            struct arena *arena);

#endif
