/*
 * The rows whose part in a figure may have changed: those that differ themselves, those that refer to one
 * (course → agreement → enterprise), and those that are counted together with one (a citizen's jobs, a
 * course's follow-ups and readings, a giver's applications). A figure is asked of these alone, so that a
 * correction of few rows costs little however many rows there are.
 */
#ifndef AARSRAPPORT_AFFECTED_ROWS_H
#define AARSRAPPORT_AFFECTED_ROWS_H

#include "changes.h"
#include "row_match.h"
#include "row_sets.h"

/* A row as it is in both data sets. */
struct affected_row {
    uint32_t before, after; /* ROW_NONE: it is not there */
    uint32_t change;        /* index in changes.rows of what affects it; NO_ROW_CHANGE: nothing does */
};

struct affected_list {
    struct affected_row *rows; /* removed ones first, then by present row */
    size_t count;
};

struct affected_rows {
    const struct changes *changes;
    const struct row_match *match;
    uint32_t *change_before[TABLES]; /* by row of the earlier data: what affects it */
    uint32_t *change_after[TABLES];
    struct affected_list affected[TABLES];
    struct affected_list all[TABLES]; /* every row, affected or not; made when it is asked for */
    struct arena *arena;
};

void affected_rows_find(struct affected_rows *affected, const struct changes *changes,
                        const struct row_match *match, const struct donors *donors_before,
                        const struct donors *donors_after, struct arena *arena);

/* Every row of a table. */
const struct affected_list *affected_rows_all(struct affected_rows *affected, enum table_id table);

/* Whether the row's change is its own. */
bool affected_row_is_changed(const struct changes *changes, enum table_id table,
                             const struct affected_row *row);

#endif
