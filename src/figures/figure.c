#include "figure.h"

static const struct figure_kind KINDS[] = {
#define FIGURE(id, key_, name_, unit_, code_kind_, list_, has_total_, how_)                                  \
    [FIGURE_##id] = {.key = (key_),                                                                          \
                     .name = (name_),                                                                        \
                     .unit = (unit_),                                                                        \
                     .code_kind = (code_kind_),                                                              \
                     .list = (list_),                                                                        \
                     .has_total = (has_total_),                                                              \
                     .how = (how_)},
#include "figure.def"
#undef FIGURE
};

const struct figure_kind *figure_kind(enum figure_id id)
{
    return &KINDS[id];
}

bool figure_is_of_goal(enum figure_id id)
{
    return id >= FIGURE_GOAL_VALUE; /* which come last */
}

bool figure_is_of_effect(enum figure_id id)
{
    return id >= FIGURE_EFFECT_COURSES && id <= FIGURE_EFFECT_SENSITIVITY;
}

bool figure_is_timeless(enum figure_id id)
{
    return id >= FIGURE_EFFECT_COURSES && id < FIGURE_GOAL_VALUE;
}

bool figure_is_mean(enum figure_id id)
{
    return id == FIGURE_EVALUATION_ANSWER || id == FIGURE_READINGS_CHANGE;
}

enum figure_id figure_named(struct sv key)
{
    for (enum figure_id id = 0; id < FIGURES; id++)
        if (!figure_is_of_goal(id) && sv_is(key, KINDS[id].key))
            return id;
    return FIGURES;
}

const char *figure_unit_name(enum figure_unit unit)
{
    static const char *const names[] = {
        [UNIT_COUNT] = "antal",  [UNIT_SHARE] = "andel", [UNIT_HOURS] = "timer",  [UNIT_DAYS] = "dage",
        [UNIT_AMOUNT] = "kr",    [UNIT_DATE] = "dato",   [UNIT_MONTH] = "maaned", [UNIT_STATUS] = "status",
        [UNIT_LIGHT] = "status", [UNIT_OF_GOAL] = "",
    };
    return names[unit];
}

const char *goal_status_code(enum goal_status status)
{
    static const char *const codes[] = {
        [GOAL_REACHED] = "naaet",          [GOAL_REACHED_EARLY] = "naaet_foer_tid",
        [GOAL_ON_TRACK] = "paa_vej",       [GOAL_BEHIND] = "bagud",
        [GOAL_NOT_REACHED] = "ikke_naaet", [GOAL_WITHOUT_TARGET] = "uden_maal",
    };
    return codes[status];
}

const char *goal_status_name(enum goal_status status)
{
    static const char *const names[] = {
        [GOAL_REACHED] = "nået", [GOAL_REACHED_EARLY] = "nået før tid", [GOAL_ON_TRACK] = "på vej",
        [GOAL_BEHIND] = "bagud", [GOAL_NOT_REACHED] = "ikke nået",      [GOAL_WITHOUT_TARGET] = "uden mål",
    };
    return names[status];
}
