/*
 * What is read off a single enterprise, by counting and by the dates of goals alike.
 */
#ifndef AARSRAPPORT_ENTERPRISE_FACTS_H
#define AARSRAPPORT_ENTERPRISE_FACTS_H

#include "categories.h"
#include "figures.h"

static inline bool enterprise_has_three_lines(const struct enterprise *enterprise)
{
    return enterprise->bottom_line_social == YES && enterprise->bottom_line_local == YES &&
           enterprise->bottom_line_economic == YES;
}

/* Both numbers of employees given, and somebody employed. */
static inline bool enterprise_has_staff_from_edge(const struct enterprise *enterprise)
{
    return enterprise->staff != WHOLE_NONE && enterprise->staff > 0 &&
           enterprise->staff_from_edge != WHOLE_NONE;
}

/* At least 30 % from the edge of the labour market: the rule for reserved contracts, udbudsloven § 54. */
static inline bool enterprise_may_have_reserved_contracts(const struct enterprise *enterprise)
{
    return enterprise_has_staff_from_edge(enterprise) &&
           (int64_t)enterprise->staff_from_edge * 10 >= (int64_t)enterprise->staff * 3;
}

static inline enum generation enterprise_generation(const struct enterprise *enterprise,
                                                    day_number second_from)
{
    return enterprise->start < second_from ? FIRST_GENERATION : SECOND_GENERATION;
}

/* The day from which the second generation counts: the strategy's, or its default. */
day_number second_generation_from(const struct figures *figures);

/* In a municipality that is given and is not the report's. */
bool enterprise_is_outside(const struct figures *figures, const struct enterprise *enterprise);

#endif
