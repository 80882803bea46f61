/*
 * Tally: the counters of one subject (courses, jobs, …), for every window of time and every part of its
 * breakdown.
 *
 * A subject names its counters in an enum, those of one number first, and describes them in a table of struct
 * counter. It counts its rows into their pairs, calls tally_add_up, and shows the counters in the store by a
 * table of struct shown: one line a figure.
 */
#ifndef AARSRAPPORT_TALLY_H
#define AARSRAPPORT_TALLY_H

#include "breakdown.h"
#include "counting.h"

struct counter {
    bool by_code; /* one number for each category of `figure`, else a single number */
    enum figure_id figure;
    bool distinct; /* counted at every level by the subject itself: not to be added up */
};

enum { TALLY_COUNTERS = 40 };

struct tally {
    const struct breakdown *breakdown;
    const struct counter *counters;
    size_t counter_count;
    size_t window_count;
    size_t at[TALLY_COUNTERS];    /* where a counter's numbers begin; its own number for single ones */
    size_t sizes[TALLY_COUNTERS]; /* how many numbers it has */
    size_t width;                 /* numbers a part */
    int64_t *numbers;             /* [window][part][width] */
};

void tally_init(struct tally *tally, const struct counting *counting, const struct breakdown *breakdown,
                const struct counter *counters, size_t counter_count, struct arena *arena);

/* Where a part's distinct things and medians are kept besides: below tally_places. */
static inline size_t tally_place(const struct tally *tally, size_t window, uint32_t part)
{
    return window * tally->breakdown->count + part;
}

static inline size_t tally_places(const struct tally *tally)
{
    return tally->window_count * tally->breakdown->count;
}

/* The numbers of a part: single counters by their own number, the others from tally.at[counter]. */
static inline int64_t *tally_of(const struct tally *tally, size_t window, uint32_t part)
{
    return tally->numbers + tally_place(tally, window, part) * tally->width;
}

/* Adds the numbers of another tally of the same subject, which counted other rows; nobody may be in both. */
void tally_join(struct tally *tally, const struct tally *other);

/* Adds each pair's numbers to the parts that it is within. */
void tally_add_up(struct tally *tally);

/*
 * Counts `who` once a part in a distinct counter; `last` remembers whom each place counted last, so rows must
 * come grouped by who.
 */
void tally_add_distinct(struct tally *tally, size_t counter, uint32_t *last, size_t window, uint32_t pair,
                        uint32_t who);

/* True the first time in a row that `who` comes to `last`. */
static inline bool first_time(uint32_t *last, uint32_t who)
{
    const bool first = *last != who + 1;
    *last = who + 1;
    return first;
}

enum level_set {
    FOR_ALL = 1 << LEVEL_ALL,
    FOR_AGREEMENTS = 1 << LEVEL_AGREEMENT,
    FOR_TARGET_GROUPS = 1 << LEVEL_TARGET_GROUP,
    FOR_PAIRS = 1 << LEVEL_PAIR
};

enum { WHOLE = -1 };

/* A figure: a counter, or a counter divided by another. */
struct shown {
    enum figure_id figure;
    int counter;
    int base;      /* the counter that it is divided by; WHOLE: none */
    int64_t scale; /* what one is in the counter: 1, or DECIMAL_ONE for decimals */
    int levels;    /* of enum level_set */
};

/* Adds the figures to the store; windows beyond the report's periods for all only. */
void tally_show(const struct tally *tally, struct counting *counting, const struct shown *shown,
                size_t count);

/* The same for one of the report's periods only. */
void tally_show_in(const struct tally *tally, struct counting *counting, const struct shown *shown,
                   size_t count, uint16_t period);

/*
 * Adds a figure by code that is a mean: what the counter `sums` came to divided by the counter `counts`, both
 * by the same codes. For the report's periods; a row only where something was counted, also when the mean is
 * 0.
 */
void tally_show_means(const struct tally *tally, struct counting *counting, enum figure_id figure,
                      size_t sums, size_t counts, int levels);

#endif
