#include "tally.h"

enum recommendation_counter { OF_THE_YEAR, OF_THE_YEAR_BEFORE, RECOMMENDATION_COUNTERS };

static const struct counter COUNTERS[RECOMMENDATION_COUNTERS] = {
    [OF_THE_YEAR] = {.by_code = true, .figure = FIGURE_RECOMMENDATIONS_YEAR},
    [OF_THE_YEAR_BEFORE] = {.by_code = true, .figure = FIGURE_RECOMMENDATIONS_BEFORE},
};

static const struct shown SHOWN[] = {
    {FIGURE_RECOMMENDATIONS_YEAR, OF_THE_YEAR, WHOLE, 1, FOR_ALL},
    {FIGURE_RECOMMENDATIONS_BEFORE, OF_THE_YEAR_BEFORE, WHOLE, 1, FOR_ALL},
};

static void count_recommendation(const struct counting *counting, const struct tally *tally,
                                 const struct recommendation *recommendation)
{
    for (size_t window = 0; window < counting->window_count; window++) {
        int64_t *numbers = tally_of(tally, window, 0);
        const struct period *period = &counting->windows[window];
        numbers[tally->at[OF_THE_YEAR] + recommendation->status] +=
            window_is_of_year(period, recommendation->year);
        numbers[tally->at[OF_THE_YEAR_BEFORE] + recommendation->status] +=
            window_is_of_year(period, recommendation->year + 1);
    }
}

void count_recommendations(struct counting *counting)
{
    struct arena scratch;
    struct breakdown breakdown;
    struct tally tally;
    arena_init(&scratch, counting->figures->arena->exhausted);
    breakdown_init_all(&breakdown, &scratch);
    tally_init(&tally, counting, &breakdown, COUNTERS, RECOMMENDATION_COUNTERS, &scratch);
    for (size_t row = 0; row < row_count(counting->data, TABLE_RECOMMENDATIONS); row++)
        count_recommendation(counting, &tally, &recommendations(counting->data)[row]);
    tally_show(&tally, counting, SHOWN, sizeof SHOWN / sizeof *SHOWN);
    arena_free(&scratch);
}

/* What was stated of the period itself: of the second half-year and of the year are two statements. */
static void add_statuses(struct counting *counting, uint16_t period, const uint32_t *codes)
{
    const struct period *asked = &counting->figures->periods[period];
    const struct effort_status *all = effort_statuses(counting->data);
    struct figure_key key = figure_key_in(counting->figures, FIGURE_EFFORT_STATUS, period);
    for (size_t row = 0; row < row_count(counting->data, TABLE_EFFORT_STATUSES); row++) {
        key.code = codes[all[row].effort];
        if (all[row].period == period_number(asked->year, asked->half))
            counting_add(counting, key, ratio_whole(all[row].light));
    }
}

void count_efforts(struct counting *counting)
{
    const uint32_t *codes = counting_codes(counting, FIGURE_EFFORT_STATUS);
    for (uint16_t period = 0; period < counting->figures->period_count; period++)
        if (counting_is_judged(counting, period))
            add_statuses(counting, period, codes);
}
