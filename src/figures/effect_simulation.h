/*
 * One simulation of payment by results: the flows of money of every course and enterprise, added up by month
 * for all, per agreement, per target group and per cluster.
 *
 * A flow is rounded once (effect_money.h); everything here is sums of whole øre. The main function is
 * effect_simulate; it may be called any number of times for a view. Lives in the arena it was made in.
 */
#ifndef AARSRAPPORT_EFFECT_SIMULATION_H
#define AARSRAPPORT_EFFECT_SIMULATION_H

#include "effect_inputs.h"
#include "effect_view.h"

enum effect_flow_kind {
    FLOW_INVESTMENT,
    FLOW_PAYMENT, /* for results of courses */
    FLOW_SAVING,
    FLOW_ENTERPRISE_PAYMENT, /* for results of enterprises; for all only */
    FLOW_KINDS
};

/* The courses that are added up together: all, those of an agreement, a target group or a cluster. */
enum effect_group_kind { GROUP_ALL, GROUP_AGREEMENT, GROUP_TARGET_GROUP, GROUP_CLUSTER };

struct effect_group {
    enum effect_group_kind kind;
    uint32_t index; /* row, code or cluster */
    int64_t courses;
    int64_t participants;
    int64_t positive;
    int64_t fixed_price_courses; /* whose agreement states a price per course */
    int64_t fixed_price;         /* øre */
};

struct effect_groups {
    struct effect_group *groups; /* all first, then agreements, target groups, clusters */
    size_t count;
    size_t first_target_group;
    size_t first_cluster;
    bool too_large; /* the prices add up to more than can be counted */
};

/* Flows of a group: øre by month, 0 to the horizon. */
struct effect_flows {
    int64_t *months[FLOW_KINDS];
    int64_t fixed_price_payments; /* øre: of the courses with a fixed price */
};

struct effect_simulation {
    int32_t horizon;
    struct effect_flows *groups; /* as in effect_groups */
    int64_t *results;            /* by row of betalinger: how many were paid */
    int64_t *paid;               /* by row of betalinger: øre */
    size_t posts_past_horizon;   /* programme posts that fall after it */
    int64_t turnover;            /* øre: all flows, whichever way they go */
    bool too_large;              /* the flows add up to more than can be counted */
};

/* A group's flows added up. */
struct effect_sums {
    int64_t flows[FLOW_KINDS]; /* øre */
    int64_t net;               /* savings less everything else */
    int32_t repaid; /* the first month from which the net so far stays at 0 or above; EFFECT_NEVER */
};

struct effect_groups effect_groups_of(const struct effect_view *view, struct arena *arena);

struct effect_simulation effect_simulate(const struct effect_view *view, const struct effect_groups *groups,
                                         const struct effect_inputs *inputs, struct arena *arena);

struct effect_sums effect_sums_of(const struct effect_simulation *simulation, size_t group);

/* Savings less everything else, in one month. */
int64_t effect_net_of_month(const struct effect_flows *flows, int32_t month);

/* The month of a programme post: of the clock that begins with the first course. */
int32_t effect_post_month(const struct effect_view *view, const struct investment *post);

#endif
