/*
 * The rows of a list by the agreement that they belong to, in either data set: a figure of one agreement is
 * asked of these alone, so that many changed rows under many agreements cost no more than each once.
 */
#ifndef AARSRAPPORT_ROWS_OF_AGREEMENT_H
#define AARSRAPPORT_ROWS_OF_AGREEMENT_H

#include "affected_rows.h"

/* Of one data set. */
struct agreement_index {
    uint32_t *first; /* by agreement, and one more: where its places in the list begin */
    uint32_t *places;
    size_t agreements;
};

struct rows_of_agreement {
    const struct affected_list *list; /* NULL: not made yet */
    struct agreement_index before, after;
};

/* In the arena. */
void rows_of_agreement_make(struct rows_of_agreement *rows, enum table_id table,
                            const struct affected_list *list, const struct row_match *match,
                            struct arena *arena);

/* The rows that belong to the agreement of that number in either data set, in the list's order, one a call;
 * ROW_NONE for an agreement: of that data set none. */
struct agreement_walk {
    const struct rows_of_agreement *rows;
    uint32_t before, before_end, after, after_end; /* places to come */
};

struct agreement_walk agreement_walk(const struct rows_of_agreement *rows, uint32_t before, uint32_t after);

/* NULL: there are no more. */
const struct affected_row *agreement_walk_next(struct agreement_walk *walk);

#endif
