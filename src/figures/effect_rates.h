/*
 * The rates a simulation of payment by results is made with: what each row of satser, virkning and refusion
 * says of a course in a month, and what they lack.
 */
#ifndef AARSRAPPORT_EFFECT_RATES_H
#define AARSRAPPORT_EFFECT_RATES_H

#include "effect_view.h"

/* The row of satser for the target group that is the latest to begin by the day; NULL: none. */
const struct benefit_rate *benefit_rate_on(const struct data_set *data, uint16_t target_group,
                                           day_number day);

/* The row of virkning for the outcome; NULL: none. */
const struct outcome_saving *saving_of_outcome(const struct data_set *data, uint16_t outcome);

/* The row of refusion that holds the week of the day, the first seven days being week 1; NULL: none. */
const struct refund_rate *refund_rate_on(const struct data_set *data, day_number start, day_number day);

/* The first day of a month of the course's clock. */
static inline day_number effect_month_day(const struct effect_course *course, int32_t month)
{
    return month_first_day(month_number(course->start) + month);
}

/* The last month that the course saves in, when months to `horizon` are counted; below end_month + 1: none.
 */
static inline int32_t effect_last_saving(const struct effect_course *course, int32_t horizon)
{
    return course->saves_to < horizon ? course->saves_to : horizon;
}

/* The longest horizon of all simulations of the data, those with a fifth more among them. There is a
 * scenario. */
int32_t effect_longest_horizon(const struct data_set *data);

#endif
