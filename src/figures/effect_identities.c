#include "effect_identities.h"

/* The ways in which the whole is divided. */
enum division { BY_AGREEMENT, BY_TARGET_GROUP, BY_MONTH, DIVISIONS };

/* Figures that add up. Net does where enterprises are not paid, which is counted for all only. */
static const struct {
    enum figure_id figure;
    bool in_months;
} ADDED[] = {
    {FIGURE_EFFECT_COURSES, false},     {FIGURE_EFFECT_POSITIVE, false},
    {FIGURE_EFFECT_INVESTMENT, true},   {FIGURE_EFFECT_PAYMENTS, true},
    {FIGURE_EFFECT_SAVINGS, true},      {FIGURE_EFFECT_FIXED_PRICE_COURSES, false},
    {FIGURE_EFFECT_FIXED_PRICE, false}, {FIGURE_EFFECT_NET, true},
};

/* One scenario under check. */
struct check {
    const struct figures *figures;
    struct figure_key whole; /* for all, with the scenario as its code */
};

static struct ratio value_of(const struct figures *figures, struct figure_key key, enum figure_id figure)
{
    key.figure = (uint16_t)figure;
    const struct figure *row = figures_find(figures, key);
    return row && ratio_has_value(row->value) ? row->value : ratio_whole(0);
}

static bool is_part(const struct figure_key *key, enum division division)
{
    const bool agreement = key->agreement != ALL_AGREEMENTS;
    const bool target_group = key->target_group != ALL_TARGET_GROUPS;
    const bool month = key->period != 0;
    const bool divided[DIVISIONS] = {
        [BY_AGREEMENT] = agreement, [BY_TARGET_GROUP] = target_group, [BY_MONTH] = month};
    return agreement + target_group + month == 1 && divided[division];
}

static struct ratio sum_of_parts(const struct check *check, enum figure_id figure, enum division division)
{
    struct ratio sum = ratio_whole(0);
    for (size_t i = 0; i < check->figures->count; i++) {
        const struct figure *row = &check->figures->rows[i];
        if (row->key.figure == figure && row->key.code == check->whole.code && is_part(&row->key, division))
            sum = ratio_add(sum, row->value);
    }
    return sum;
}

/* Of agreements and target groups, which have no part in what enterprises are paid. */
static struct ratio whole_of(const struct check *check, enum figure_id figure, enum division division)
{
    const struct ratio whole = value_of(check->figures, check->whole, figure);
    if (figure != FIGURE_EFFECT_NET || division == BY_MONTH)
        return whole;
    return ratio_add(whole, value_of(check->figures, check->whole, FIGURE_EFFECT_ENTERPRISE_PAYMENTS));
}

/* Without courses nothing can be shared out. */
static bool parts_add_up(const struct check *check, enum figure_id figure, enum division division)
{
    const struct ratio courses = value_of(check->figures, check->whole, FIGURE_EFFECT_COURSES);
    return (division != BY_MONTH && courses.num == 0) ||
           ratio_compare(sum_of_parts(check, figure, division), whole_of(check, figure, division)) == 0;
}

static bool net_holds(const struct figures *figures, struct figure_key key)
{
    struct ratio net = value_of(figures, key, FIGURE_EFFECT_SAVINGS);
    net = ratio_subtract(net, value_of(figures, key, FIGURE_EFFECT_PAYMENTS));
    net = ratio_subtract(net, value_of(figures, key, FIGURE_EFFECT_INVESTMENT));
    net = ratio_subtract(net, value_of(figures, key, FIGURE_EFFECT_ENTERPRISE_PAYMENTS));
    return ratio_compare(net, value_of(figures, key, FIGURE_EFFECT_NET)) == 0;
}

/* Every net without a month, clusters too; months' nets add up to it, and hold what enterprises are paid. */
static bool nets_hold(const struct figures *figures, struct sv *fault)
{
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure_key key = figures->rows[i].key;
        if (key.figure != FIGURE_EFFECT_NET || key.period != 0 || net_holds(figures, key))
            continue;
        *fault = sv_format(figures->arena,
                           "Regnskabet går ikke op: Netto for %.*s er ikke besparelse minus udgifter.",
                           SV_ARG(symbols_name(&figures->codes, key.code)));
        return false;
    }
    return true;
}

static bool scenario_holds(const struct check *check, struct sv *fault)
{
    for (size_t i = 0; i < sizeof ADDED / sizeof *ADDED; i++)
        for (enum division division = 0; division < DIVISIONS; division++) {
            if ((division == BY_MONTH && !ADDED[i].in_months) ||
                parts_add_up(check, ADDED[i].figure, division))
                continue;
            *fault = sv_format(check->figures->arena,
                               "Regnskabet går ikke op: %s for %.*s er ikke summen af sine dele.",
                               figure_kind(ADDED[i].figure)->key,
                               SV_ARG(symbols_name(&check->figures->codes, check->whole.code)));
            return false;
        }
    return true;
}

bool effect_figures_check(const struct figures *figures, struct sv *fault)
{
    struct check check = {.figures = figures, .whole = figure_key(figures, FIGURE_EFFECT_COURSES)};
    for (size_t i = 0; i < row_count(figures->data, TABLE_SCENARIOS); i++) {
        check.whole.code = symbols_find(&figures->codes, scenario_name(figures->data, i));
        if (!scenario_holds(&check, fault))
            return false;
    }
    return nets_hold(figures, fault);
}
