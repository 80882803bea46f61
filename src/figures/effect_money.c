#include "effect_money.h"

#include <gmp.h>
#include <stdlib.h>

enum { MONTHS_OF_YEAR = 12, UNITS_OF_ORE = 100000 /* ten-millionths of a krone */ };

static const mp_bitcnt_t PLACES = 128; /* binary places of the powers as stored */

/*
 * A flow without its powers is a numerator over 10^23: ten-millionths of a krone, two shares of 10^9, and
 * 10^5 of the unit to an øre.
 */
struct effect_factors {
    int last_month;
    mpz_t *lapsed;     /* by months: (1 − lapse)^k · 2^PLACES, rounded down, at most k too small */
    mpz_t *discounted; /* by month: (1 + discount)^(−m/12) · 2^PLACES, rounded down */
    mpz_t all;         /* EFFECT_ALL */
    mpz_t kept;        /* of EFFECT_ALL, after a month's lapse */
    mpz_t grown;       /* of EFFECT_ALL, after a year's growth */
    mpz_t denominator;
    mpz_t numerator;
    mpz_t work[4];
};

enum { WORK = sizeof(((struct effect_factors *)NULL)->work) / sizeof(mpz_t) };

/* Where there is no more memory GMP would say so in English before it aborts. */
static void *take_memory(size_t size)
{
    void *memory = malloc(size);
    if (!memory)
        abort();
    return memory;
}

static void *take_more_memory(void *old, size_t old_size, size_t size)
{
    (void)old_size;
    void *memory = realloc(old, size);
    if (!memory)
        abort();
    return memory;
}

static mpz_t *open_row(struct arena *arena, int last)
{
    mpz_t *row = arena_array(arena, (size_t)last + 1, sizeof *row);
    for (int i = 0; i <= last; i++)
        mpz_init(row[i]);
    return row;
}

static void fill_lapsed(struct effect_factors *factors)
{
    mpz_setbit(factors->lapsed[0], PLACES);
    for (int k = 1; k <= factors->last_month; k++) {
        mpz_mul(factors->lapsed[k], factors->lapsed[k - 1], factors->kept);
        mpz_fdiv_q(factors->lapsed[k], factors->lapsed[k], factors->all);
    }
}

/* The twelfth root of (1 / grown)^m, with all its places. */
static void fill_discounted(struct effect_factors *factors)
{
    mpz_t *work = factors->work;
    for (int m = 0; m <= factors->last_month; m++) {
        mpz_pow_ui(work[0], factors->all, (unsigned long)m);
        mpz_mul_2exp(work[0], work[0], PLACES * MONTHS_OF_YEAR);
        mpz_pow_ui(work[1], factors->grown, (unsigned long)m);
        mpz_fdiv_q(work[0], work[0], work[1]);
        mpz_root(factors->discounted[m], work[0], MONTHS_OF_YEAR);
    }
}

struct effect_factors *effect_factors_open(struct arena *arena, int64_t lapse, int64_t discount,
                                           int last_month)
{
    struct effect_factors *factors = arena_alloc(arena, sizeof *factors);
    mp_set_memory_functions(take_memory, take_more_memory, NULL);
    factors->last_month = last_month;
    factors->lapsed = open_row(arena, last_month);
    factors->discounted = open_row(arena, last_month);
    mpz_init_set_si(factors->all, EFFECT_ALL);
    mpz_init_set_si(factors->kept, EFFECT_ALL - lapse);
    mpz_init_set_si(factors->grown, EFFECT_ALL + discount);
    mpz_init(factors->denominator);
    mpz_mul(factors->denominator, factors->all, factors->all);
    mpz_mul_ui(factors->denominator, factors->denominator, UNITS_OF_ORE);
    mpz_init(factors->numerator);
    for (int i = 0; i < WORK; i++)
        mpz_init(factors->work[i]);
    fill_lapsed(factors);
    fill_discounted(factors);
    return factors;
}

void effect_factors_close(struct effect_factors *factors)
{
    for (int i = 0; i <= factors->last_month; i++)
        mpz_clears(factors->lapsed[i], factors->discounted[i], NULL);
    for (int i = 0; i < WORK; i++)
        mpz_clear(factors->work[i]);
    mpz_clears(factors->all, factors->kept, factors->grown, factors->denominator, factors->numerator, NULL);
}

static void set_numerator(struct effect_factors *factors, const struct effect_amount *amount)
{
    mpz_t *whole = &factors->work[0];
    mpz_set_si(factors->numerator, amount->base);
    mpz_mul_si(factors->numerator, factors->numerator, amount->share);
    mpz_mul_si(factors->numerator, factors->numerator, amount->other_share);
    mpz_mul(*whole, factors->all, factors->all);
    mpz_mul_si(*whole, *whole, amount->plus);
    mpz_add(factors->numerator, factors->numerator, *whole);
}

/* `value` / denominator / 4^PLACES to the nearest whole, half up. `value` is spoilt. */
static int64_t nearest(const struct effect_factors *factors, mpz_t value, mpz_t half)
{
    mpz_mul_2exp(half, factors->denominator, 2 * PLACES - 1);
    mpz_add(value, value, half);
    mpz_fdiv_q(value, value, factors->denominator);
    mpz_fdiv_q_2exp(value, value, 2 * PLACES);
    return mpz_get_si(value);
}

/*
 * With whole numbers alone. v is the flow; its twelfth power is a fraction of whole numbers, so the whole
 * part of 2v is the twelfth root of a whole number; and v is at least n − ½ where 2v is at least 2n − 1.
 */
static int64_t flow_exactly(struct effect_factors *factors, int lapsed, int month)
{
    mpz_t *work = factors->work;
    mpz_pow_ui(work[0], factors->kept, (unsigned long)lapsed);
    mpz_mul(work[0], work[0], factors->numerator);
    mpz_mul_2exp(work[0], work[0], 1);
    mpz_pow_ui(work[0], work[0], MONTHS_OF_YEAR);
    mpz_pow_ui(work[1], factors->all, (unsigned long)month);
    mpz_mul(work[0], work[0], work[1]);
    mpz_pow_ui(work[1], factors->all, (unsigned long)lapsed);
    mpz_mul(work[1], work[1], factors->denominator);
    mpz_pow_ui(work[1], work[1], MONTHS_OF_YEAR);
    mpz_pow_ui(work[2], factors->grown, (unsigned long)month);
    mpz_mul(work[1], work[1], work[2]);
    mpz_fdiv_q(work[0], work[0], work[1]);
    mpz_root(work[0], work[0], MONTHS_OF_YEAR);
    return (mpz_get_si(work[0]) + 1) / 2;
}

/*
 * The powers as stored are rounded down, the one by at most `lapsed` and the other by one unit of their last
 * place, and neither is above one: so the flow lies between what they give and what powers that are so much
 * greater give. Where both round to the same øre, that is the flow's.
 */
int64_t effect_flow(struct effect_factors *factors, const struct effect_amount *amount, int lapsed, int month)
{
    mpz_t *work = factors->work;
    set_numerator(factors, amount);
    mpz_mul(work[0], factors->lapsed[lapsed], factors->discounted[month]);
    mpz_mul(work[1], work[0], factors->numerator);
    const int64_t least = nearest(factors, work[1], work[3]);
    mpz_add_ui(work[1], factors->lapsed[lapsed], (unsigned long)lapsed);
    mpz_add_ui(work[2], factors->discounted[month], 1);
    mpz_mul(work[1], work[1], work[2]);
    mpz_mul(work[1], work[1], factors->numerator);
    const int64_t most = nearest(factors, work[1], work[3]);
    return least == most ? least : flow_exactly(factors, lapsed, month);
}
