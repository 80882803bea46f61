#include "other_causes.h"

static bool same_code(const struct code *a, const struct code *b)
{
    return sv_equal(a->code, b->code) && sv_equal(a->name, b->name) && sv_equal(a->group, b->group) &&
           sv_equal(a->folded_alias, b->folded_alias) && a->positive == b->positive && a->order == b->order &&
           a->valid_from == b->valid_from && a->valid_to == b->valid_to;
}

static bool same_list(const struct code_list *a, const struct code_list *b)
{
    if (!sv_equal(a->name, b->name) || a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!same_code(&a->codes[i], &b->codes[i]))
            return false;
    return true;
}

static bool same_codes(const struct code_lists *a, const struct code_lists *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!same_list(&a->lists[i], &b->lists[i]))
            return false;
    return true;
}

static bool same_strategy(const struct strategy *a, const struct strategy *b)
{
    return sv_equal(a->name, b->name) && a->from_year == b->from_year && a->to_year == b->to_year &&
           a->second_generation_from == b->second_generation_from;
}

/* The settings that something is counted by. */
static bool same_settings(const struct settings *a, const struct settings *b)
{
    if (!sv_equal(a->municipality, b->municipality) || a->extract_date != b->extract_date ||
        a->effect_date != b->effect_date || a->strategy_count != b->strategy_count)
        return false;
    for (size_t i = 0; i < a->strategy_count; i++)
        if (!same_strategy(&a->strategies[i], &b->strategies[i]))
            return false;
    return true;
}

unsigned other_causes(const struct data_set *before, const struct data_set *after)
{
    return (same_codes(&before->codes, &after->codes) ? 0u : CAUSE_CODES) |
           (same_settings(&before->settings, &after->settings) ? 0u : CAUSE_SETTINGS);
}
