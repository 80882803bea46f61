/*
 * A table of figures beside the same figures of the period before, with the change.
 */
#ifndef AARSRAPPORT_COMPARISON_H
#define AARSRAPPORT_COMPARISON_H

#include "compose.h"

struct compared {
    const char *name; /* printed */
    enum figure_id figure;
    const char *code;    /* NULL: without one */
    enum figure_id base; /* of a share, decides its decimals; FIGURES for others, and for a small base */
    enum table_id table; /* the row is left out of the report when the data have no such table */
};

/* Whether a figure of the report's period or the one before has a value other than 0. */
bool comparison_says_something(const struct section_context *context, const struct compared *rows,
                               size_t count);

/* Adds no table when none says something; then the result is NULL. */
struct table *add_comparison(const struct section_context *context, struct section *section, const char *id,
                             const char *sheet, struct sv title, const struct compared *rows, size_t count);

#endif
