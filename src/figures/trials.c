#include "categories.h"
#include "spell.h"
#include "tally.h"
#include "trial_facts.h"

enum trial_counter { STARTED, ACROSS_SECTORS, LOCAL_PARTNER, BY_STATUS, BY_UN_GOAL, TRIAL_COUNTERS };

static const struct counter COUNTERS[TRIAL_COUNTERS] = {
    [BY_STATUS] = {.by_code = true, .figure = FIGURE_TRIALS_STATUS},
    [BY_UN_GOAL] = {.by_code = true, .figure = FIGURE_TRIALS_UN_GOAL},
};

static const struct shown SHOWN[] = {
    {FIGURE_TRIALS_STARTED, STARTED, WHOLE, 1, FOR_ALL},
    {FIGURE_TRIALS_STATUS, BY_STATUS, WHOLE, 1, FOR_ALL},
    {FIGURE_TRIALS_ACROSS_SECTORS, ACROSS_SECTORS, WHOLE, 1, FOR_ALL},
    {FIGURE_TRIALS_LOCAL_PARTNER, LOCAL_PARTNER, WHOLE, 1, FOR_ALL},
    {FIGURE_TRIALS_UN_GOAL, BY_UN_GOAL, WHOLE, 1, FOR_ALL},
};

static void count_running(const struct tally *tally, const struct trial *trial, int64_t *numbers)
{
    numbers[ACROSS_SECTORS] += trial_is_across_sectors(trial);
    numbers[LOCAL_PARTNER] += trial->local_partner == YES;
    numbers[tally->at[BY_STATUS] + trial->status]++;
    for (size_t goal = 0; goal < tally->sizes[BY_UN_GOAL]; goal++)
        numbers[tally->at[BY_UN_GOAL] + goal] += trial_has_un_goal(trial, goal);
}

static void count_trial(const struct counting *counting, const struct tally *tally, const struct trial *trial)
{
    const struct spell spell = {trial->start, trial->end};
    for (size_t window = 0; window < counting->window_count; window++) {
        const struct period *period = &counting->windows[window];
        if (period->first > period->last || !spell_touches(spell, period))
            continue; /* nothing runs in a window before anything began */
        int64_t *numbers = tally_of(tally, window, 0);
        numbers[STARTED] += period_holds(period, trial->start);
        count_running(tally, trial, numbers);
    }
}

void count_trials(struct counting *counting)
{
    struct arena scratch;
    struct breakdown breakdown;
    struct tally tally;
    arena_init(&scratch, counting->figures->arena->exhausted);
    breakdown_init_all(&breakdown, &scratch);
    tally_init(&tally, counting, &breakdown, COUNTERS, TRIAL_COUNTERS, &scratch);
    for (size_t row = 0; row < row_count(counting->data, TABLE_TRIALS); row++)
        count_trial(counting, &tally, &trials(counting->data)[row]);
    tally_show(&tally, counting, SHOWN, sizeof SHOWN / sizeof *SHOWN);
    arena_free(&scratch);
}
