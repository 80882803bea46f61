/*
 * What the sentences about efforts ask of the figure store, and the changes they tell: shared by the files of
 * sentences that effort_sentences.h declares.
 */
#ifndef AARSRAPPORT_EFFORT_FIGURES_H
#define AARSRAPPORT_EFFORT_FIGURES_H

#include "sentence.h"

static inline struct figure_key now_key(struct sentence s, enum figure_id id)
{
    return figure_key(s.context->figures, id);
}

static inline struct figure_key code_key(struct sentence s, enum figure_id id, const char *code)
{
    return figure_key_code(s.context->figures, now_key(s, id), sv_of(code));
}

static inline struct ratio value_of(struct sentence s, struct figure_key key)
{
    return figures_value(s.context->figures, key);
}

static inline struct ratio now(struct sentence s, enum figure_id id)
{
    return value_of(s, now_key(s, id));
}

/* No value when the store has no period before, or the report is preliminary. */
static inline struct ratio before(struct sentence s, struct figure_key key)
{
    const struct figures *figures = s.context->figures;
    key.period = figures->previous;
    if (figures->previous == UINT16_MAX || figures->preliminary)
        return ratio_none();
    return figures_value(figures, key);
}

/* 0, or no value. */
static inline bool is_zero(struct ratio value)
{
    return value.num == 0;
}

static inline bool is_one(struct ratio value)
{
    return ratio_has_value(value) && ratio_compare(value, ratio_whole(1)) == 0;
}

static inline bool is_same(struct ratio a, struct ratio b)
{
    return ratio_has_value(a) && ratio_has_value(b) && ratio_compare(a, b) == 0;
}

void say_count_change(struct sentence s, struct figure_key key, enum said_when when);

/* ", 200.000 kr. mere end i 2023", ", lige så meget som i 2023"; nothing when there was none before. */
void say_amount_change(struct sentence s, struct figure_key key);

/* A full stop, unless an amount has ended the sentence with that of "kr." */
void say_stop(struct sentence s);

#endif
