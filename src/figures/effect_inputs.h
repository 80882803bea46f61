/*
 * What one simulation of payment by results is made with: a scenario, and for the base scenario each input a
 * fifth less or more.
 */
#ifndef AARSRAPPORT_EFFECT_INPUTS_H
#define AARSRAPPORT_EFFECT_INPUTS_H

#include "data_set.h"
#include "effect_money.h"

/* The inputs that are changed one at a time; their codes: effect_input_code. */
enum effect_input {
    EFFECT_BENEFIT,       /* ydelse */
    EFFECT_SAVING,        /* besparelse */
    EFFECT_STATE_SHARE,   /* statens_andel */
    EFFECT_TAX,           /* skat */
    EFFECT_LAPSE,         /* frafald */
    EFFECT_HORIZON_INPUT, /* horisont */
    EFFECT_DISCOUNT,      /* diskontering */
    EFFECT_PAYMENTS,      /* betalinger */
    EFFECT_INVESTMENT,    /* investering */
    EFFECT_INPUTS
};

/* Tenths that an input is multiplied by. */
enum effect_change { EFFECT_DOWN = 8, EFFECT_UNCHANGED = 10, EFFECT_UP = 12 };

struct effect_inputs {
    int64_t lapse;    /* per cent, in ten-millionths, as the next */
    int64_t discount; /* 0–EFFECT_ALL */
    int32_t horizon;  /* months 0 to horizon are counted */
    int32_t tenths[EFFECT_INPUTS];
};

struct effect_inputs effect_inputs_of(const struct data_set *data, size_t scenario);

/* Those of the base scenario, the first row, with one input changed. */
struct effect_inputs effect_inputs_changed(const struct data_set *data, enum effect_input input,
                                           enum effect_change change);

/* An amount or a percentage of the data with its input's change: in ten-millionths, a percentage at most all.
 * Not stated is nothing. */
int64_t effect_scaled_amount(const struct effect_inputs *inputs, enum effect_input input, decimal amount);
int64_t effect_scaled_share(const struct effect_inputs *inputs, enum effect_input input, decimal per_cent);

const char *effect_input_code(enum effect_input input);    /* "statens_andel" */
const char *effect_input_name(enum effect_input input);    /* "Statens andel af ydelsen" */
const char *effect_change_code(enum effect_change change); /* "ned", "op" */

#endif
