#include "effect_rates.h"

#include "effect_inputs.h"

const struct benefit_rate *benefit_rate_on(const struct data_set *data, uint16_t target_group, day_number day)
{
    const struct benefit_rate *latest = NULL;
    for (size_t i = 0; i < row_count(data, TABLE_BENEFIT_RATES); i++) {
        const struct benefit_rate *rate = &benefit_rates(data)[i];
        if (rate->target_group == target_group && rate->valid_from <= day &&
            (!latest || rate->valid_from > latest->valid_from))
            latest = rate;
    }
    return latest;
}

const struct outcome_saving *saving_of_outcome(const struct data_set *data, uint16_t outcome)
{
    for (size_t i = 0; i < row_count(data, TABLE_OUTCOME_SAVINGS); i++)
        if (outcome_savings(data)[i].outcome == outcome)
            return &outcome_savings(data)[i];
    return NULL;
}

const struct refund_rate *refund_rate_on(const struct data_set *data, day_number start, day_number day)
{
    enum { DAYS_OF_WEEK = 7 };
    const int32_t week = (day - start) / DAYS_OF_WEEK + 1;
    for (size_t i = 0; i < row_count(data, TABLE_REFUND_RATES); i++) {
        const struct refund_rate *rate = &refund_rates(data)[i];
        if (week >= rate->week_from && (rate->week_to == WHOLE_NONE || week <= rate->week_to))
            return rate;
    }
    return NULL;
}

int32_t effect_longest_horizon(const struct data_set *data)
{
    int32_t longest = 0;
    for (size_t i = 0; i < row_count(data, TABLE_SCENARIOS); i++) {
        struct effect_inputs inputs = effect_inputs_of(data, i);
        if (inputs.horizon > longest)
            longest = inputs.horizon;
    }
    const struct effect_inputs more = effect_inputs_changed(data, EFFECT_HORIZON_INPUT, EFFECT_UP);
    return more.horizon > longest ? more.horizon : longest;
}
