#include "radix.h"

#include <string.h>

enum { DIGIT_BITS = 8, DIGITS = 4, DIGIT_VALUES = 1 << DIGIT_BITS };

static unsigned digit_of(uint32_t key, unsigned digit)
{
    return (key >> (digit * DIGIT_BITS)) & (DIGIT_VALUES - 1);
}

static void count_digits(const struct keyed *items, size_t count, size_t counts[DIGITS][DIGIT_VALUES])
{
    memset(counts, 0, DIGITS * sizeof *counts);
    for (size_t i = 0; i < count; i++)
        for (unsigned digit = 0; digit < DIGITS; digit++)
            counts[digit][digit_of(items[i].key, digit)]++;
}

/* From how many items have each digit to where the first of them goes. */
static void digits_to_places(size_t *counts)
{
    size_t place = 0;
    for (unsigned value = 0; value < DIGIT_VALUES; value++) {
        const size_t here = counts[value];
        counts[value] = place;
        place += here;
    }
}

void radix_sort(struct keyed *items, struct keyed *spare, size_t count)
{
    size_t counts[DIGITS][DIGIT_VALUES];
    struct keyed *from = items;
    struct keyed *to = spare;
    if (!count)
        return;
    count_digits(items, count, counts);
    for (unsigned digit = 0; digit < DIGITS; digit++) {
        if (counts[digit][digit_of(from[0].key, digit)] == count)
            continue; /* all the same: nothing to do */
        digits_to_places(counts[digit]);
        for (size_t i = 0; i < count; i++)
            to[counts[digit][digit_of(from[i].key, digit)]++] = from[i];
        struct keyed *swap = from;
        from = to;
        to = swap;
    }
    if (from != items)
        memcpy(items, from, count * sizeof *items);
}
