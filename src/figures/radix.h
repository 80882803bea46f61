/*
 * A stable sort of numbered things by a 32-bit key, in time that grows with their number only. Sorting by
 * several columns is one call a column, the least important first.
 */
#ifndef AARSRAPPORT_RADIX_H
#define AARSRAPPORT_RADIX_H

#include "arena.h"
#include "day.h"

#include <stdint.h>

struct keyed {
    uint32_t key;
    uint32_t value; /* what the key belongs to: a row number, say */
};

/* `spare` has room for `count`; the result is in `items`. */
void radix_sort(struct keyed *items, struct keyed *spare, size_t count);

/* Keys in the order of signed numbers. */
static inline uint32_t radix_key(int32_t value)
{
    return (uint32_t)value ^ UINT32_C(0x80000000);
}

static inline int32_t radix_value(uint32_t key)
{
    return (int32_t)(key ^ UINT32_C(0x80000000));
}

#endif
