#include "categories.h"
#include "tally.h"

enum evaluation_counter { SUM, COUNT, SPREAD, EVALUATION_COUNTERS };

static const struct counter COUNTERS[EVALUATION_COUNTERS] = {
    [SUM] = {.by_code = true, .figure = FIGURE_EVALUATION_ANSWER},
    [COUNT] = {.by_code = true, .figure = FIGURE_EVALUATION_COUNT},
    [SPREAD] = {.by_code = true, .figure = FIGURE_EVALUATION_SPREAD},
};

enum { LEVELS_SHOWN = FOR_ALL | FOR_AGREEMENTS };

static const struct shown SHOWN[] = {
    {FIGURE_EVALUATION_COUNT, COUNT, WHOLE, 1, LEVELS_SHOWN},
    {FIGURE_EVALUATION_SPREAD, SPREAD, WHOLE, 1, LEVELS_SHOWN},
};

static void count_answer(const struct tally *tally, const struct evaluation *row, int64_t *numbers)
{
    numbers[tally->at[SUM] + row->question] += row->answer;
    numbers[tally->at[COUNT] + row->question]++;
    numbers[tally->at[SPREAD] + category_of_answer(row->question, row->answer)]++;
}

/* A row without an answer is a remark alone. */
static void count_evaluation(const struct counting *counting, const struct tally *tally,
                             const struct evaluation *row)
{
    for (size_t window = 0; row->answer && window < counting->window_count; window++) {
        if (!window_is_of_year(&counting->windows[window], row->year))
            continue;
        count_answer(tally, row, tally_of(tally, window, 0));
        count_answer(tally, row, tally_of(tally, window, breakdown_agreement(row->agreement)));
    }
}

void count_evaluations(struct counting *counting)
{
    struct arena scratch;
    struct breakdown breakdown;
    struct tally tally;
    arena_init(&scratch, counting->figures->arena->exhausted);
    breakdown_init(&breakdown, counting->data, &scratch);
    tally_init(&tally, counting, &breakdown, COUNTERS, EVALUATION_COUNTERS, &scratch);
    for (size_t row = 0; row < row_count(counting->data, TABLE_EVALUATIONS); row++)
        count_evaluation(counting, &tally, &evaluations(counting->data)[row]);
    tally_show(&tally, counting, SHOWN, sizeof SHOWN / sizeof *SHOWN);
    tally_show_means(&tally, counting, FIGURE_EVALUATION_ANSWER, SUM, COUNT, LEVELS_SHOWN);
    arena_free(&scratch);
}
