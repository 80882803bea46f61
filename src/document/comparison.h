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
    enum table_id table; /* where it is counted from */
};

/* How the difference of two values of that format is printed. */
enum value_format change_format(enum value_format format);

/* Whether a figure of the report's period or the one before is a share that is known or other than 0. */
bool comparison_says_something(const struct section_context *context, const struct compared *rows,
                               size_t count);

/* Figures that say nothing have no row; when none says something there is no table, and the result is NULL.
 */
struct table *add_comparison(const struct section_context *context, struct section *section, const char *id,
                             const char *sheet, struct sv title, const struct compared *rows, size_t count);

enum comparison_reach {
    COMPARE_TWO_PERIODS,
    COMPARE_YEARS_BACK /* after the change, in a report of a whole year, the years further back, newest first
                        */
};

/* The table alone, and a row of it: for one that shows every figure whatever its value. */
struct table *comparison_add_table(const struct section_context *context, struct section *section,
                                   const char *id, const char *sheet, struct sv title,
                                   enum comparison_reach reach);
void comparison_add_row(const struct section_context *context, struct table *table, struct sv name,
                        const struct compared *row);

#endif
