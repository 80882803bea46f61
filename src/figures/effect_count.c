/*
 * The figures of payment by results: every scenario simulated, and the base scenario once for each input a
 * fifth less and more.
 */
#include "effect_codes.h"
#include "effect_identities.h"
#include "effect_simulation.h"
#include "figures.h"
#include "result_words.h"
#include "store.h"

enum { ORE_OF_KRONE = 100 };

struct effect_counting {
    struct figures *figures;
    const struct data_set *data;
    struct effect_view view;
    struct effect_groups groups;
    struct sv scenario; /* its name */
    bool too_large;
};

static struct ratio kroner(int64_t ore)
{
    return ratio_of(ore, ORE_OF_KRONE);
}

/* All there is, then months 0 to the longest horizon that is written. */
static void open_periods(struct figures *figures)
{
    int32_t longest = 0;
    for (size_t i = 0; i < row_count(figures->data, TABLE_SCENARIOS); i++)
        if (scenarios(figures->data)[i].horizon > longest)
            longest = scenarios(figures->data)[i].horizon;
    figures->period_count = (size_t)longest + 2;
    figures->periods = arena_array(figures->arena, figures->period_count, sizeof *figures->periods);
    figures->periods[0] = period_none();
    for (int32_t month = 0; month <= longest; month++)
        figures->periods[month + 1] = period_of_month(month);
    figures->report = 0;
    figures->previous = UINT16_MAX;
}

static struct figure_key key_of_group(struct effect_counting *counting, enum figure_id figure,
                                      const struct effect_group *group)
{
    struct figures *figures = counting->figures;
    struct figure_key key = figure_key(figures, figure);
    struct sv code = counting->scenario;
    switch (group->kind) {
    case GROUP_ALL:
        break;
    case GROUP_AGREEMENT:
        key.agreement = group->index;
        break;
    case GROUP_TARGET_GROUP:
        key.target_group = (uint16_t)group->index;
        break;
    case GROUP_CLUSTER:
        code = effect_code(figures->arena, code, counting->view.clusters[group->index]);
        break;
    }
    return figure_key_code(figures, key, code);
}

static void add(struct effect_counting *counting, enum figure_id figure, const struct effect_group *group,
                struct ratio value)
{
    store_add(counting->figures, key_of_group(counting, figure, group), value);
}

static void add_counts(struct effect_counting *counting, const struct effect_group *group)
{
    add(counting, FIGURE_EFFECT_COURSES, group, ratio_whole(group->courses));
    add(counting, FIGURE_EFFECT_PARTICIPANTS, group, ratio_whole(group->participants));
    add(counting, FIGURE_EFFECT_POSITIVE, group, ratio_whole(group->positive));
}

static void add_sums(struct effect_counting *counting, const struct effect_group *group,
                     const struct effect_sums *sums)
{
    const int64_t spent =
        sums->flows[FLOW_INVESTMENT] + sums->flows[FLOW_PAYMENT] + sums->flows[FLOW_ENTERPRISE_PAYMENT];
    add(counting, FIGURE_EFFECT_INVESTMENT, group, kroner(sums->flows[FLOW_INVESTMENT]));
    add(counting, FIGURE_EFFECT_PAYMENTS, group, kroner(sums->flows[FLOW_PAYMENT]));
    add(counting, FIGURE_EFFECT_SAVINGS, group, kroner(sums->flows[FLOW_SAVING]));
    add(counting, FIGURE_EFFECT_NET, group, kroner(sums->net));
    add(counting, FIGURE_EFFECT_NET_PER_PARTICIPANT, group,
        ratio_of(sums->net, ORE_OF_KRONE * group->participants));
    add(counting, FIGURE_EFFECT_REPAID_MONTH, group,
        sums->repaid == EFFECT_NEVER ? ratio_none() : ratio_whole(sums->repaid));
    add(counting, FIGURE_EFFECT_RETURN, group, ratio_of(sums->net, spent));
}

static void add_fixed_price(struct effect_counting *counting, const struct effect_group *group,
                            const struct effect_flows *flows)
{
    const int64_t difference = group->fixed_price - flows->fixed_price_payments;
    add(counting, FIGURE_EFFECT_FIXED_PRICE_COURSES, group, ratio_whole(group->fixed_price_courses));
    add(counting, FIGURE_EFFECT_FIXED_PRICE, group, kroner(group->fixed_price));
    add(counting, FIGURE_EFFECT_FIXED_PRICE_DIFFERENCE, group,
        group->fixed_price_courses ? kroner(difference) : ratio_none());
}

static void add_groups(struct effect_counting *counting, const struct effect_simulation *simulation)
{
    for (size_t i = 0; i < counting->groups.count; i++) {
        const struct effect_group *group = &counting->groups.groups[i];
        if (group->kind != GROUP_ALL && group->courses == 0)
            continue;
        const struct effect_sums sums = effect_sums_of(simulation, i);
        add_counts(counting, group);
        add_sums(counting, group, &sums);
        add_fixed_price(counting, group, &simulation->groups[i]);
        if (group->kind == GROUP_ALL && counting->data->tables[TABLE_ACCELERATOR].present)
            add(counting, FIGURE_EFFECT_ENTERPRISE_PAYMENTS, group,
                kroner(sums.flows[FLOW_ENTERPRISE_PAYMENT]));
    }
}

static void add_in_month(struct effect_counting *counting, enum figure_id figure, int32_t month, int64_t ore)
{
    struct figure_key key = key_of_group(counting, figure, &counting->groups.groups[0]);
    key.period = (uint16_t)(month + 1);
    store_add(counting->figures, key, kroner(ore));
}

static void add_months(struct effect_counting *counting, const struct effect_simulation *simulation)
{
    const struct effect_flows *flows = &simulation->groups[0];
    int64_t cumulated = 0;
    for (int32_t month = 0; month <= simulation->horizon; month++) {
        const int64_t net = effect_net_of_month(flows, month);
        cumulated += net;
        add_in_month(counting, FIGURE_EFFECT_INVESTMENT, month, flows->months[FLOW_INVESTMENT][month]);
        add_in_month(counting, FIGURE_EFFECT_PAYMENTS, month, flows->months[FLOW_PAYMENT][month]);
        add_in_month(counting, FIGURE_EFFECT_SAVINGS, month, flows->months[FLOW_SAVING][month]);
        add_in_month(counting, FIGURE_EFFECT_NET, month, net);
        add_in_month(counting, FIGURE_EFFECT_CUMULATED, month, cumulated);
    }
}

static void add_by_code(struct effect_counting *counting, enum figure_id figure, struct sv code,
                        struct ratio value)
{
    const struct figure_key key = figure_key(counting->figures, figure);
    store_add(counting->figures, figure_key_code(counting->figures, key, code), value);
}

static void add_results(struct effect_counting *counting, const struct effect_simulation *simulation)
{
    struct arena *arena = counting->figures->arena;
    for (size_t i = 0; i < row_count(counting->data, TABLE_RESULT_PAYMENTS); i++) {
        const uint32_t result = result_payments(counting->data)[i].result;
        const struct sv code =
            effect_code(arena, counting->scenario, result_text(arena, &counting->data->codes, result));
        add_by_code(counting, FIGURE_EFFECT_RESULTS, code, ratio_whole(simulation->results[i]));
        add_by_code(counting, FIGURE_EFFECT_RESULT_PAYMENTS, code, kroner(simulation->paid[i]));
    }
}

static struct effect_simulation simulate(struct effect_counting *counting, const struct effect_inputs *inputs,
                                         struct arena *arena)
{
    const struct effect_simulation simulation =
        effect_simulate(&counting->view, &counting->groups, inputs, arena);
    counting->too_large = counting->too_large || simulation.too_large;
    return simulation;
}

static void count_scenario(struct effect_counting *counting, size_t row, struct arena *scratch)
{
    const struct effect_inputs inputs = effect_inputs_of(counting->data, row);
    const struct effect_simulation simulation = simulate(counting, &inputs, scratch);
    counting->scenario = scenario_name(counting->data, row);
    add_groups(counting, &simulation);
    add_months(counting, &simulation);
    add_results(counting, &simulation);
}

static void count_change(struct effect_counting *counting, enum effect_input input, enum effect_change change,
                         struct arena *scratch)
{
    const struct effect_inputs inputs = effect_inputs_changed(counting->data, input, change);
    const struct effect_simulation simulation = simulate(counting, &inputs, scratch);
    const struct sv code =
        effect_change_of(counting->figures->arena, scenario_name(counting->data, 0), input, change);
    add_by_code(counting, FIGURE_EFFECT_SENSITIVITY, code, kroner(effect_sums_of(&simulation, 0).net));
}

static void count_all(struct effect_counting *counting, struct arena *scratch)
{
    for (size_t i = 0; i < row_count(counting->data, TABLE_SCENARIOS); i++)
        count_scenario(counting, i, scratch);
    for (enum effect_input input = 0; input < EFFECT_INPUTS; input++) {
        count_change(counting, input, EFFECT_DOWN, scratch);
        count_change(counting, input, EFFECT_UP, scratch);
    }
}

bool figures_count_effect(struct figures *figures, const struct data_set *data, struct arena *arena,
                          struct sv *fault)
{
    struct arena scratch;
    struct effect_counting counting = {.figures = figures, .data = data};
    arena_init(&scratch, arena->exhausted);
    *figures = (struct figures){.arena = arena, .data = data, .judged_at = effect_day(data)};
    symbols_init(&figures->codes, arena);
    open_periods(figures);
    counting.view = effect_view_of(data, &scratch);
    counting.groups = effect_groups_of(&counting.view, &scratch);
    count_all(&counting, &scratch);
    arena_free(&scratch);
    store_sort(figures);
    if (counting.too_large)
        *fault = sv_of("Beløbene er for store til, at de kan lægges sammen.");
    return !counting.too_large && effect_figures_check(figures, fault);
}
