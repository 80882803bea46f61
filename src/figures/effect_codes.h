/*
 * The codes of the figures of payment by results: what stands after a scenario's name and a colon.
 */
#ifndef AARSRAPPORT_EFFECT_CODES_H
#define AARSRAPPORT_EFFECT_CODES_H

#include "effect_inputs.h"

/* "Forventet:fastholdt_6", "Forventet:Klynge 1" */
static inline struct sv effect_code(struct arena *arena, struct sv scenario, struct sv part)
{
    return sv_format(arena, "%.*s:%.*s", SV_ARG(scenario), SV_ARG(part));
}

/* "Forventet:ydelse:ned" */
static inline struct sv effect_change_of(struct arena *arena, struct sv scenario, enum effect_input input,
                                         enum effect_change change)
{
    return sv_format(arena, "%.*s:%s:%s", SV_ARG(scenario), effect_input_code(input),
                     effect_change_code(change));
}

#endif
