#include "spell.h"
#include "tally.h"

enum agreement_counter { AT_END, NEW, ENDED, AT_END_BY_TYPE, NEW_BY_TYPE, ENDED_BY_TYPE, AGREEMENT_COUNTERS };

static const struct counter COUNTERS[AGREEMENT_COUNTERS] = {
    [AT_END_BY_TYPE] = {.by_code = true, .figure = FIGURE_AGREEMENTS_AT_END},
    [NEW_BY_TYPE] = {.by_code = true, .figure = FIGURE_AGREEMENTS_NEW},
    [ENDED_BY_TYPE] = {.by_code = true, .figure = FIGURE_AGREEMENTS_ENDED},
};

static const struct shown SHOWN[] = {
    {FIGURE_AGREEMENTS_AT_END, AT_END, WHOLE, 1, FOR_ALL},
    {FIGURE_AGREEMENTS_AT_END, AT_END_BY_TYPE, WHOLE, 1, FOR_ALL},
    {FIGURE_AGREEMENTS_NEW, NEW, WHOLE, 1, FOR_ALL},
    {FIGURE_AGREEMENTS_NEW, NEW_BY_TYPE, WHOLE, 1, FOR_ALL},
    {FIGURE_AGREEMENTS_ENDED, ENDED, WHOLE, 1, FOR_ALL},
    {FIGURE_AGREEMENTS_ENDED, ENDED_BY_TYPE, WHOLE, 1, FOR_ALL},
};

/* Adds one to a counter and to the same counter by type. */
static void count_with_type(const struct tally *tally, int64_t *numbers, enum agreement_counter counter,
                            enum agreement_counter by_type, uint16_t type)
{
    numbers[counter]++;
    numbers[tally->at[by_type] + type]++;
}

static void count_agreement(const struct tally *tally, const struct agreement *agreement,
                            const struct period *period, int64_t *numbers)
{
    const struct spell spell = {agreement->start, agreement->end};
    if (spell_runs_after(spell, period->last))
        count_with_type(tally, numbers, AT_END, AT_END_BY_TYPE, agreement->type);
    if (period_holds(period, agreement->start))
        count_with_type(tally, numbers, NEW, NEW_BY_TYPE, agreement->type);
    if (period_holds(period, agreement->end))
        count_with_type(tally, numbers, ENDED, ENDED_BY_TYPE, agreement->type);
}

void count_agreements(struct counting *counting)
{
    struct arena scratch;
    struct breakdown breakdown;
    struct tally tally;
    arena_init(&scratch, counting->figures->arena->exhausted);
    breakdown_init_all(&breakdown, &scratch);
    tally_init(&tally, counting, &breakdown, COUNTERS, AGREEMENT_COUNTERS, &scratch);
    for (size_t row = 0; row < row_count(counting->data, TABLE_AGREEMENTS); row++)
        for (size_t window = 0; window < counting->window_count; window++)
            count_agreement(&tally, &agreements(counting->data)[row], &counting->windows[window],
                            tally_of(&tally, window, 0));
    tally_show(&tally, counting, SHOWN, sizeof SHOWN / sizeof *SHOWN);
    arena_free(&scratch);
}
