/*
 * Flows of money in whole øre: an exact amount, lapsed and discounted, rounded once.
 *
 * effect_factors_open works out the powers of one scenario; effect_flow then gives flows; close gives the
 * memory back. Nothing is approximate in what comes out: where the powers as stored do not settle on which
 * side of a half øre a flow lies, it is settled with whole numbers of any size, so ties are ties also under
 * roots. The unit behind all of it is a ten-millionth, so that a fifth more or less of what data can hold is
 * exact.
 */
#ifndef AARSRAPPORT_EFFECT_MONEY_H
#define AARSRAPPORT_EFFECT_MONEY_H

#include "arena.h"
#include "decimal.h"

/* Ten-millionths: of a krone, and of one per cent. All of something is 100 %. */
#define EFFECT_ONE (10 * DECIMAL_ONE)
#define EFFECT_ALL (100 * EFFECT_ONE)

/* base × share × other_share + plus: a benefit, what ceases of it, the municipality's part of it, and tax. */
struct effect_amount {
    int64_t base;        /* kroner, in ten-millionths */
    int64_t share;       /* per cent, in ten-millionths, as the next; EFFECT_ALL for a plain amount */
    int64_t other_share; /* 0–EFFECT_ALL */
    int64_t plus;        /* kroner, in ten-millionths */
};

static inline struct effect_amount effect_plain_amount(int64_t kroner)
{
    return (struct effect_amount){.base = kroner, .share = EFFECT_ALL, .other_share = EFFECT_ALL};
}

struct effect_factors;

/*
 * `lapse` (a month) and `discount` (a year) are per cent in ten-millionths, 0–EFFECT_ALL. Powers are made up
 * to `last_month`.
 */
struct effect_factors *effect_factors_open(struct arena *arena, int64_t lapse, int64_t discount,
                                           int last_month);
void effect_factors_close(struct effect_factors *factors);

/*
 * amount × (1 − lapse)^lapsed × (1 + discount)^(−month/12) in øre, rounded half away from zero. Both numbers
 * of months are 0–last_month.
 */
int64_t effect_flow(struct effect_factors *factors, const struct effect_amount *amount, int lapsed,
                    int month);

#endif
