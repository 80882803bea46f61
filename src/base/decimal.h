/*
 * Exact decimal numbers and exact fractions: money, hours and shares are never binary floating point.
 *
 * A decimal is a whole number of millionths (1,5 is 1500000). A ratio is a fraction of two whole numbers; its
 * denominator is never negative, and 0 means "no value" (a share of nothing).
 */
#ifndef AARSRAPPORT_DECIMAL_H
#define AARSRAPPORT_DECIMAL_H

#include "buffer.h"
#include "sv.h"

#include <stdbool.h>
#include <stdint.h>

typedef int64_t decimal;

#define DECIMAL_ONE INT64_C(1000000)
#define DECIMAL_NONE INT64_MIN
enum { DECIMAL_PLACES = 6 };

enum decimal_error {
    DECIMAL_OK,
    DECIMAL_DOT_AS_COMMA, /* read, but `12.5` was written with a dot where Danish has a comma */
    DECIMAL_ROUNDED,      /* read, but digits after the sixth decimal were rounded away */
    DECIMAL_FORM,         /* not a number; the value is DECIMAL_NONE */
    DECIMAL_RANGE,        /* beyond ±9 billion (9 · 10^9); the value is DECIMAL_NONE */
};

/*
 * Reads `12`, `12,5`, `1.234`, `1.234,50`, `12.5` and the same with a leading minus. A dot that can be a
 * thousands dot (three digits after it, one to three before the first) is one.
 */
enum decimal_error decimal_parse(struct sv text, decimal *value);

struct ratio {
    int64_t num;
    int64_t den; /* > 0, or 0 for no value */
};

static inline struct ratio ratio_whole(int64_t value)
{
    return (struct ratio){value, 1};
}

static inline struct ratio ratio_decimal(decimal value)
{
    return (struct ratio){value, DECIMAL_ONE};
}

static inline struct ratio ratio_none(void)
{
    return (struct ratio){0, 0};
}

static inline bool ratio_has_value(struct ratio ratio)
{
    return ratio.den != 0;
}

/* `den` may be 0 (gives no value) or negative. */
struct ratio ratio_of(int64_t num, int64_t den);

/* a / b, a − b: no value when either has none, or b is 0. Exact; reduced when needed to stay in range. */
struct ratio ratio_divide(struct ratio a, struct ratio b);
struct ratio ratio_subtract(struct ratio a, struct ratio b);
struct ratio ratio_add(struct ratio a, struct ratio b);
struct ratio ratio_magnitude(struct ratio value);  /* without its sign */
int ratio_compare(struct ratio a, struct ratio b); /* both must have a value */

/* The ratio times 10^places, rounded half away from zero. places 0–6. The ratio must have a value. */
int64_t ratio_round(struct ratio ratio, int places);

/* For libraries that take nothing else. */
double ratio_to_double(struct ratio ratio);

/* Writes a value as noegletal.csv wants it: at most 6 decimals, trailing zeros dropped, decimal comma, no
 * thousands separator; nothing when there is no value. */
void ratio_write_plain(struct buffer *buffer, struct ratio ratio);

#endif
