/*
 * Series of readings of progression: those of one indicator for one course, whoever assessed.
 */
#ifndef AARSRAPPORT_READINGS_H
#define AARSRAPPORT_READINGS_H

#include "counting.h"

/* In time order; on the same day in row order. */
struct reading_series {
    const struct progression_reading *all;
    const struct keyed *rows;
    size_t count;
};

/* From the first reading of a series to the latest one up to a window's end. */
struct reading_change {
    const struct progression_reading *first;
    const struct progression_reading *latest;
};

/* The readings, those of a series together. */
struct row_order readings_in_series(const struct data_set *data, struct arena *arena);

/* The series that begins at `from` in that order. */
struct reading_series reading_series_from(const struct data_set *data, const struct row_order *order,
                                          size_t from);

/* False unless there are at least two readings up to the window's end, the latest of them in the window. */
bool reading_series_change(const struct reading_series *series, const struct period *window,
                           struct reading_change *change);

#endif
