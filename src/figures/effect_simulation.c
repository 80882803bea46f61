#include "effect_simulation.h"

#include "effect_rates.h"

#include <string.h>

/* 922 billion kroner. Sums below this can be written with six decimals, and nothing made of them is too
 * large. */
#define TURNOVER_MOST (INT64_MAX / 100000)

/* ---- groups ---- */

static void name_groups(struct effect_groups *groups, enum effect_group_kind kind, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        groups->groups[i] = (struct effect_group){.kind = kind, .index = (uint32_t)(i - from)};
}

static struct effect_groups open_groups(const struct effect_view *view, struct arena *arena)
{
    const size_t agreement_count = row_count(view->data, TABLE_AGREEMENTS);
    const size_t target_group_count = code_list(&view->data->codes, CODES_TARGET_GROUP)->count;
    struct effect_groups groups = {
        .first_target_group = 1 + agreement_count,
        .first_cluster = 1 + agreement_count + target_group_count,
        .count = 1 + agreement_count + target_group_count + view->cluster_count,
    };
    groups.groups = arena_array(arena, groups.count, sizeof *groups.groups);
    name_groups(&groups, GROUP_ALL, 0, 1);
    name_groups(&groups, GROUP_AGREEMENT, 1, groups.first_target_group);
    name_groups(&groups, GROUP_TARGET_GROUP, groups.first_target_group, groups.first_cluster);
    name_groups(&groups, GROUP_CLUSTER, groups.first_cluster, groups.count);
    return groups;
}

enum { GROUPS_OF_COURSE = 4 };

/* The groups a course is in; how many they are. */
static size_t groups_of(const struct effect_groups *groups, const struct effect_course *course,
                        size_t found[GROUPS_OF_COURSE])
{
    size_t count = 0;
    found[count++] = 0;
    found[count++] = 1 + course->agreement;
    found[count++] = groups->first_target_group + course->target_group;
    if (course->cluster != NO_CLUSTER)
        found[count++] = groups->first_cluster + course->cluster;
    return count;
}

/* The price of a course in øre; 0 for an agreement that states none. */
static int64_t price_of(const struct effect_view *view, const struct effect_course *course)
{
    const decimal price = agreements(view->data)[course->agreement].price_per_course;
    return price == DECIMAL_NONE ? 0 : ratio_round(ratio_decimal(price), 2);
}

static bool has_fixed_price(const struct effect_view *view, const struct effect_course *course)
{
    return agreements(view->data)[course->agreement].price_per_course != DECIMAL_NONE;
}

static void count_course(struct effect_groups *groups, const struct effect_view *view,
                         const struct effect_course *course)
{
    size_t of[GROUPS_OF_COURSE];
    const size_t count = groups_of(groups, course, of);
    groups->too_large = groups->too_large || groups->groups[0].fixed_price > TURNOVER_MOST;
    for (size_t i = 0; i < count; i++) {
        struct effect_group *group = &groups->groups[of[i]];
        group->courses++;
        group->positive += course->positive;
        group->fixed_price_courses += has_fixed_price(view, course);
        group->fixed_price += groups->too_large ? 0 : price_of(view, course);
    }
}

static bool is_in(const struct effect_groups *groups, const struct effect_course *course, size_t group)
{
    size_t of[GROUPS_OF_COURSE];
    const size_t count = groups_of(groups, course, of);
    for (size_t i = 0; i < count; i++)
        if (of[i] == group)
            return true;
    return false;
}

/* Each citizen once a group. */
static void count_participants(const struct effect_groups *groups, const struct effect_view *view,
                               struct arena *arena)
{
    size_t *last_group = arena_array(arena, view->data->participants.count, sizeof *last_group);
    for (size_t group = 0; group < groups->count; group++)
        for (size_t i = 0; groups->groups[group].courses && i < view->course_count; i++) {
            const struct effect_course *course = &view->courses[i];
            size_t *last = &last_group[courses(view->data)[course->row].participant];
            if (*last == group + 1 || !is_in(groups, course, group))
                continue;
            *last = group + 1;
            groups->groups[group].participants++;
        }
}

struct effect_groups effect_groups_of(const struct effect_view *view, struct arena *arena)
{
    struct effect_groups groups = open_groups(view, arena);
    for (size_t i = 0; i < view->course_count; i++)
        count_course(&groups, view, &view->courses[i]);
    count_participants(&groups, view, arena);
    return groups;
}

/* ---- flows ---- */

/* A simulation in the making. */
struct making {
    const struct effect_view *view;
    const struct effect_groups *groups;
    const struct effect_inputs *inputs;
    struct effect_factors *factors;
    struct effect_simulation *simulation;
};

static bool take_turnover(const struct making *making, int64_t ore)
{
    struct effect_simulation *simulation = making->simulation;
    if (simulation->turnover > TURNOVER_MOST)
        simulation->too_large = true;
    else
        simulation->turnover += ore;
    return !simulation->too_large;
}

static void add_flow(const struct making *making, const struct effect_course *course,
                     enum effect_flow_kind kind, int32_t month, int64_t ore)
{
    size_t of[GROUPS_OF_COURSE];
    const size_t count = groups_of(making->groups, course, of);
    const bool fixed = kind == FLOW_PAYMENT && has_fixed_price(making->view, course);
    if (!take_turnover(making, ore))
        return;
    for (size_t i = 0; i < count; i++) {
        struct effect_flows *flows = &making->simulation->groups[of[i]];
        flows->months[kind][month] += ore;
        flows->fixed_price_payments += fixed ? ore : 0;
    }
}

static int64_t plain_flow(const struct making *making, enum effect_input input, decimal amount, int32_t month)
{
    const struct effect_amount plain =
        effect_plain_amount(effect_scaled_amount(making->inputs, input, amount));
    return effect_flow(making->factors, &plain, 0, month);
}

static void invest_per_course(const struct making *making, const struct investment *post)
{
    const int64_t ore = plain_flow(making, EFFECT_INVESTMENT, post->amount, 0);
    for (size_t i = 0; i < making->view->course_count; i++)
        add_flow(making, &making->view->courses[i], FLOW_INVESTMENT, 0, ore);
}

int32_t effect_post_month(const struct effect_view *view, const struct investment *post)
{
    if (post->date == DAY_NONE || view->earliest == DAY_NONE)
        return 0;
    const int32_t month = month_number(post->date) - month_number(view->earliest);
    return month > 0 ? month : 0;
}

/* The whole øre are shared out evenly, the odd ones to the first courses, so that groups add up to the post.
 */
static void invest_in_programme(const struct making *making, const struct investment *post)
{
    const struct effect_view *view = making->view;
    const int32_t month = effect_post_month(view, post);
    if (month > making->inputs->horizon) {
        making->simulation->posts_past_horizon++;
        return;
    }
    const int64_t ore = plain_flow(making, EFFECT_INVESTMENT, post->amount, month);
    const int64_t count = (int64_t)view->course_count;
    for (int64_t i = 0; i < count; i++)
        add_flow(making, &view->courses[i], FLOW_INVESTMENT, month, ore / count + (i < ore % count));
    if (!count && take_turnover(making, ore))
        making->simulation->groups[0].months[FLOW_INVESTMENT][month] += ore;
}

static void invest(const struct making *making)
{
    const struct data_set *data = making->view->data;
    for (size_t i = 0; i < row_count(data, TABLE_INVESTMENTS); i++) {
        const struct investment *post = &investments(data)[i];
        if (post->basis == INVESTED_PER_COURSE)
            invest_per_course(making, post);
        else
            invest_in_programme(making, post);
    }
}

static int64_t pay(const struct making *making, size_t payment, int32_t month)
{
    const decimal amount = result_payments(making->view->data)[payment].amount;
    const int64_t ore = plain_flow(making, EFFECT_PAYMENTS, amount, month);
    making->simulation->results[payment]++;
    making->simulation->paid[payment] += ore;
    return ore;
}

static void pay_for_results(const struct making *making)
{
    const struct effect_view *view = making->view;
    for (size_t payment = 0; payment < row_count(view->data, TABLE_RESULT_PAYMENTS); payment++)
        for (size_t i = 0; i < view->course_count; i++) {
            const int32_t month = effect_reached(view, payment, i);
            if (month != EFFECT_NEVER && month <= making->inputs->horizon)
                add_flow(making, &view->courses[i], FLOW_PAYMENT, month, pay(making, payment, month));
        }
}

static void pay_enterprises(const struct making *making)
{
    const struct effect_view *view = making->view;
    for (size_t i = 0; i < view->enterprise_result_count; i++) {
        const struct effect_enterprise_result *result = &view->enterprise_results[i];
        if (result->month > making->inputs->horizon)
            continue;
        const int64_t ore = pay(making, result->payment, result->month);
        if (take_turnover(making, ore))
            making->simulation->groups[0].months[FLOW_ENTERPRISE_PAYMENT][result->month] += ore;
    }
}

/* What a course saves in a month after its end; effect_check has found every rate. */
static struct effect_amount saving_in(const struct making *making, const struct effect_course *course,
                                      const struct outcome_saving *saving, int32_t month)
{
    const struct effect_inputs *inputs = making->inputs;
    const day_number day = effect_month_day(course, month);
    const struct benefit_rate *rate = benefit_rate_on(making->view->data, course->target_group, day);
    const struct refund_rate *refund = refund_rate_on(making->view->data, course->start, day);
    const decimal state = refund ? refund->state_share : 0;
    return (struct effect_amount){
        .base = effect_scaled_amount(inputs, EFFECT_BENEFIT, rate ? rate->amount : 0),
        .share = effect_scaled_share(inputs, EFFECT_SAVING, saving->share),
        .other_share = EFFECT_ALL - effect_scaled_share(inputs, EFFECT_STATE_SHARE, state),
        .plus = effect_scaled_amount(inputs, EFFECT_TAX, saving->tax),
    };
}

static void save(const struct making *making, const struct effect_course *course)
{
    const struct outcome_saving *saving = saving_of_outcome(making->view->data, course->outcome);
    const int32_t last = effect_last_saving(course, making->inputs->horizon);
    for (int32_t month = course->end_month + 1; saving && month <= last; month++) {
        const struct effect_amount amount = saving_in(making, course, saving, month);
        const int64_t ore = effect_flow(making->factors, &amount, month - course->end_month, month);
        add_flow(making, course, FLOW_SAVING, month, ore);
    }
}

static struct effect_simulation open_simulation(const struct effect_view *view, size_t groups,
                                                int32_t horizon, struct arena *arena)
{
    const size_t payments = row_count(view->data, TABLE_RESULT_PAYMENTS);
    const struct effect_simulation simulation = {
        .horizon = horizon,
        .groups = arena_array(arena, groups, sizeof *simulation.groups),
        .results = arena_array(arena, payments, sizeof *simulation.results),
        .paid = arena_array(arena, payments, sizeof *simulation.paid),
    };
    for (size_t group = 0; group < groups; group++)
        for (int kind = 0; kind < FLOW_KINDS; kind++)
            simulation.groups[group].months[kind] =
                arena_array(arena, (size_t)horizon + 1, sizeof **simulation.groups[group].months);
    return simulation;
}

struct effect_simulation effect_simulate(const struct effect_view *view, const struct effect_groups *groups,
                                         const struct effect_inputs *inputs, struct arena *arena)
{
    struct effect_simulation simulation = open_simulation(view, groups->count, inputs->horizon, arena);
    struct effect_factors *factors =
        effect_factors_open(arena, inputs->lapse, inputs->discount, inputs->horizon);
    const struct making making = {view, groups, inputs, factors, &simulation};
    simulation.too_large = groups->too_large;
    invest(&making);
    pay_for_results(&making);
    pay_enterprises(&making);
    for (size_t i = 0; i < view->course_count; i++)
        if (view->courses[i].positive)
            save(&making, &view->courses[i]);
    effect_factors_close(factors);
    return simulation;
}

/* ---- sums ---- */

int64_t effect_net_of_month(const struct effect_flows *flows, int32_t month)
{
    return flows->months[FLOW_SAVING][month] - flows->months[FLOW_PAYMENT][month] -
           flows->months[FLOW_INVESTMENT][month] - flows->months[FLOW_ENTERPRISE_PAYMENT][month];
}

struct effect_sums effect_sums_of(const struct effect_simulation *simulation, size_t group)
{
    const struct effect_flows *flows = &simulation->groups[group];
    struct effect_sums sums = {.repaid = 0};
    for (int32_t month = 0; month <= simulation->horizon; month++) {
        for (int kind = 0; kind < FLOW_KINDS; kind++)
            sums.flows[kind] += flows->months[kind][month];
        sums.net += effect_net_of_month(flows, month);
        if (sums.net < 0)
            sums.repaid = month + 1;
    }
    if (sums.repaid > simulation->horizon)
        sums.repaid = EFFECT_NEVER;
    return sums;
}
