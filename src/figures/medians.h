/*
 * Medians of many groups of whole numbers at once, where a value counts in every part that its pair is
 * within: all values are sorted once, then one walk through them finds every middle.
 */
#ifndef AARSRAPPORT_MEDIANS_H
#define AARSRAPPORT_MEDIANS_H

#include "radix.h"
#include "tally.h"

struct medians {
    struct arena *arena;
    const struct tally *tally;
    struct keyed *values; /* key: the value; value: the place of its pair */
    size_t count;
    size_t capacity;
};

void medians_init(struct medians *medians, const struct tally *tally, struct arena *arena);
void medians_add(struct medians *medians, size_t window, uint32_t pair, int32_t value);

/* Adds the values of `others`, which were seen with a tally of the same breakdown and windows. */
void medians_join(struct medians *medians, const struct medians *others);

/*
 * The median of every place of the tally: the middle value, or the mean of the two middle ones; no value
 * where there are none.
 */
struct ratio *medians_find(struct medians *medians);

#endif
