/*
 * Row sets: which rows a figure counts, and what each of them adds to it, so that every number can be
 * followed back to the lines of the files.
 *
 * row_sets_init prepares a data set's orders once; row_set_of then asks every row of the figure's table on
 * its own, one predicate a figure (row_set_rules.h). Counting goes the other way, each row once for all
 * figures, and the two share what is read off a row (course_facts.h and its like), not the loop. What holds
 * them together is that row_set_value, the value worked out from the rows alone, must be the store's for
 * every key: a test asks it of every row of several reports.
 */
#ifndef AARSRAPPORT_ROW_SETS_H
#define AARSRAPPORT_ROW_SETS_H

#include "counting.h"
#include "donors.h"
#include "figures.h"

/* How a figure's value follows from its rows. */
enum row_measure {
    MEASURE_COUNT,    /* the number of rows */
    MEASURE_SUM,      /* the sum of what each adds */
    MEASURE_DISTINCT, /* persons, enterprises or givers, each once */
    MEASURE_QUOTIENT, /* a sum divided by another: the rows' amounts and their bases */
    MEASURE_MEAN,     /* of the rows' amounts */
    MEASURE_MEDIAN,   /* of the rows' amounts */
    MEASURE_STATED,   /* one row says it */
    MEASURE_DERIVED   /* worked out from the value that the rows make: a goal's status, date and forecast */
};

/* A row, and what it adds. */
struct set_row {
    uint16_t table; /* enum table_id */
    uint32_t row;
    int64_t amount; /* of the whole, or of a quotient's numerator; 0: only in the denominator */
    int64_t base;   /* of a quotient's denominator; 0: only in the numerator */
    uint64_t who;   /* whom MEASURE_DISTINCT counts once */
};

enum { DECIDING_COLUMNS = 6 };

struct row_set {
    enum row_measure measure;
    int64_t scale; /* what one is in an amount: 1, DECIMAL_ONE for decimals, 37 hours for a full-time job */
    struct period period;        /* the days asked about */
    enum table_id table;         /* of its rows, but for those of a denominator that is another table's */
    const char *const *deciding; /* columns of that table on which it depends; NULL ends them */
    struct set_row *rows;        /* in table order, row order */
    size_t count;
};

/* The orders of rows that figures ask for; belongs to the arena it was made in. */
struct row_sets {
    const struct figures *figures;
    const struct data_set *data;
    uint16_t unknown_outcome; /* codes that rules ask every row for */
    uint16_t stopped;
    uint16_t other_reason;
    const uint8_t *job_places; /* enum job_place, by row */
    struct donors donors;
    struct row_order follow_ups; /* those of a course together */
    uint32_t *follow_ups_from;   /* by course, and one more: where its follow-ups begin in that order */
    struct row_order readings;   /* those of a series together */
    uint32_t *series_of_reading; /* by row: where its series begins in that order */
};

void row_sets_init(struct row_sets *sets, const struct figures *figures, struct arena *arena);

/* The rows of a figure; of a key that the store has no row for, too: then none, mostly. */
struct row_set row_set_of(const struct row_sets *sets, struct figure_key key, struct arena *arena);

/* What the rows come to; no value for MEASURE_DERIVED. */
struct ratio row_set_value(const struct row_set *set, struct arena *arena);

/* How many rows are in the numerator of a quotient. */
size_t row_set_numerators(const struct row_set *set);

/* Whether every row is one of a quotient's denominator, and the numerator is some of them. */
bool row_set_is_share(const struct row_set *set);

/* The agreement that a row is counted for; ROW_NONE: none. */
uint32_t row_agreement(const struct data_set *data, enum table_id table, uint32_t row);

#endif
