#include "figure_places.h"

static void find_periods(struct figure_places *places)
{
    const struct figures *figures = places->figures;
    for (size_t figure = 0; figure < FIGURES; figure++)
        places->period_of[figure] = NO_PERIOD;
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure_key *key = &figures->rows[i].key;
        uint16_t *period = &places->period_of[key->figure];
        if (key->period == figures->report || (key->period == figures->previous && *period == NO_PERIOD))
            *period = key->period;
    }
}

static bool is_listed(const struct figure_places *places, struct figure_key key)
{
    return key.period == places->period_of[key.figure] && key.target_group == ALL_TARGET_GROUPS &&
           (key.code == WITHOUT_CODE || key.agreement == ALL_AGREEMENTS);
}

struct figure_places figure_places_of(const struct figures *figures, struct arena *arena)
{
    struct figure_places places = {.figures = figures,
                                   .listed = arena_array(arena, figures->count, sizeof *places.listed)};
    uint32_t listed = 0;
    uint32_t explained = 0;
    find_periods(&places);
    for (size_t i = 0; i < figures->count; i++)
        if (is_listed(&places, figures->rows[i].key))
            places.listed[i] = ++listed;
    for (size_t id = 0; id < FIGURES; id++)
        if (figures_have(figures, (enum figure_id)id))
            places.how[id] = ++explained;
    return places;
}

uint32_t figure_place(const struct figure_places *places, struct figure_key key)
{
    key.target_group = ALL_TARGET_GROUPS;
    if (key.code != WITHOUT_CODE)
        key.agreement = ALL_AGREEMENTS;
    const struct figure *row = figures_find(places->figures, key);
    return row ? places->listed[row - places->figures->rows] : 0;
}
