/*
 * Which rows of two data sets are the same: those that agree in the columns that tell a table's rows apart
 * (its identifiers, else the parts of its key, else all columns). Rows that agree in all columns of a table
 * without a key are paired in row order, as many as there are in both; of those that are left, rows that
 * agree in what they refer to and in their dates are the same with other cells.
 *
 * Symbols and codes of two data sets have nothing to do with each other; what stands in the rows is compared
 * through them. Lives in the arena.
 */
#ifndef AARSRAPPORT_ROW_MATCH_H
#define AARSRAPPORT_ROW_MATCH_H

#include "data_set.h"

struct row_match {
    const struct data_set *before, *after;
    uint32_t *after_of[TABLES];  /* by row of the earlier data; ROW_NONE: it is not there any more */
    uint32_t *before_of[TABLES]; /* by row of the present data; ROW_NONE: it was not there */
    /* Of rows that are not paired: the one, from row_count on, that is the same and is left out of the other
     * data set for an error; ROW_NONE: none is. */
    uint32_t *out_after_of[TABLES];
    uint32_t *out_before_of[TABLES];
    uint64_t *participants; /* by symbol of the earlier data: what it is in the present */
    uint64_t *keys[TABLES];
    uint16_t *codes[CODES_BUILT_IN]; /* by index; CODE_NONE: the present list does not have the code */
};

void row_match_init(struct row_match *match, const struct data_set *before, const struct data_set *after,
                    struct arena *arena);

/* Whether a column says the same in a row of each. */
bool row_match_same_cell(const struct row_match *match, enum table_id table, const struct column *column,
                         uint32_t before, uint32_t after);

#endif
