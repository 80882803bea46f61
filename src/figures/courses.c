#include "courses.h"

#include "course_facts.h"
#include "medians.h"
#include "spell.h"
#include "work.h"

static const struct counter COUNTERS[COURSE_COUNTERS] = {
    [PERSONS] = {.distinct = true},
    [OUTCOME] = {.by_code = true, .figure = FIGURE_COURSES_OUTCOME},
    [STOPPED] = {.by_code = true, .figure = FIGURE_COURSES_STOPPED},
    [PROGRESSION] = {.by_code = true, .figure = FIGURE_COURSES_PROGRESSION},
    [VALUE_CHAIN] = {.by_code = true, .figure = FIGURE_COURSES_VALUE_CHAIN},
    [STATUS_AFTER] = {.by_code = true, .figure = FIGURE_COURSES_STATUS_AFTER},
};

enum { EVERY_LEVEL = FOR_ALL | FOR_AGREEMENTS | FOR_TARGET_GROUPS | FOR_PAIRS };

static const struct shown SHOWN[] = {
    {FIGURE_COURSES_AT_START, AT_START, WHOLE, 1, EVERY_LEVEL},
    {FIGURE_COURSES_STARTED, STARTED, WHOLE, 1, EVERY_LEVEL},
    {FIGURE_COURSES_ENDED, ENDED, WHOLE, 1, EVERY_LEVEL},
    {FIGURE_COURSES_AT_END, AT_END, WHOLE, 1, EVERY_LEVEL},
    {FIGURE_COURSES_ACTIVE, ACTIVE, WHOLE, 1, EVERY_LEVEL},
    {FIGURE_COURSES_PERSONS, PERSONS, WHOLE, 1, EVERY_LEVEL},
    {FIGURE_COURSES_OUTCOME, OUTCOME, WHOLE, 1, EVERY_LEVEL},
    {FIGURE_COURSES_OUTCOME_SHARE, OUTCOME, ENDED, 1, EVERY_LEVEL},
    {FIGURE_COURSES_POSITIVE, POSITIVE, WHOLE, 1, EVERY_LEVEL},
    {FIGURE_COURSES_EFFECT, POSITIVE, ENDED, 1, EVERY_LEVEL},
    {FIGURE_COURSES_STOPPED, STOPPED, WHOLE, 1, EVERY_LEVEL},
    {FIGURE_COURSES_PROGRESSION, PROGRESSION, WHOLE, 1, EVERY_LEVEL},
    {FIGURE_COURSES_PROGRESSION_SHARE, PROGRESSION, STEPS_KNOWN, 1, EVERY_LEVEL},
    {FIGURE_COURSES_VALUE_CHAIN, VALUE_CHAIN, WHOLE, 1, EVERY_LEVEL},
    {FIGURE_COURSES_HOURS_CHANGE, HOURS_CHANGE, HOURS_KNOWN, DECIMAL_ONE, EVERY_LEVEL},
    {FIGURE_COURSES_PAID_HOURS, PAID_HOURS, WHOLE, 1, EVERY_LEVEL},
    {FIGURE_COURSES_PLAN_SHARE, PLAN_YES, PLAN_KNOWN, 1, EVERY_LEVEL},
    {FIGURE_COURSES_OWNERSHIP_SHARE, OWNERSHIP_YES, OWNERSHIP_KNOWN, 1, EVERY_LEVEL},
    {FIGURE_COURSES_MEETINGS, MEETINGS_HELD, WHOLE, 1, EVERY_LEVEL},
    {FIGURE_COURSES_MEETINGS_SHARE, MEETINGS_HELD, MEETINGS, 1, EVERY_LEVEL},
    {FIGURE_COURSES_STATUS_AFTER, STATUS_AFTER, WHOLE, 1, EVERY_LEVEL},
    {FIGURE_COURSES_RETENTION, RETAINED, RETAINED_ASKED, 1, EVERY_LEVEL},
};

/*
 * Courses are counted in two walks, each with half of the participants and with memory of its own, so that
 * two processors can share the work. The sums of both are the same as those of one walk would be.
 */
enum { WALKS = 2 };

/* One walk through the courses of half of the participants, those of a participant together. */
struct course_walk {
    const struct counting *counting;
    struct arena arena;
    uint32_t half; /* participants whose number leaves this when divided by WALKS */
    struct tally tally;
    uint32_t *last_person; /* by place */
    struct medians durations;
    struct medians hours_changes; /* in millionths of an hour */
    uint16_t unknown_outcome;
    uint16_t stopped;
    uint16_t other_reason;
};

static void count_outcome(struct course_walk *walk, const struct course *course, int64_t *numbers)
{
    const struct tally *tally = &walk->tally;
    const uint16_t outcome = course_outcome(course, walk->unknown_outcome);
    const uint16_t reason = course_reason(course, walk->other_reason);
    numbers[tally->at[OUTCOME] + outcome]++;
    numbers[POSITIVE] += outcome_is_positive(walk->counting->data, course->agreement, outcome);
    if (outcome == walk->stopped)
        numbers[tally->at[STOPPED] + reason]++;
}

static void count_steps(struct course_walk *walk, const struct course *course, int64_t *numbers)
{
    const struct tally *tally = &walk->tally;
    numbers[tally->at[PROGRESSION] + course_direction(course)]++;
    if (!course_has_steps(course))
        return;
    numbers[STEPS_KNOWN]++;
    numbers[tally->at[VALUE_CHAIN] +
            category_of_transition(walk->counting->data, course->step_start, course->step_end)]++;
}

static void count_ended(struct course_walk *walk, const struct course *course, size_t window, uint32_t pair,
                        int64_t *numbers)
{
    numbers[ENDED]++;
    count_outcome(walk, course, numbers);
    count_steps(walk, course, numbers);
    medians_add(&walk->durations, window, pair, course->end - course->start + 1);
    numbers[PAID_HOURS] += course_came_to_paid_hours(course);
    if (!course_has_hours(course))
        return;
    const decimal change = course->hours_end - course->hours_start;
    numbers[HOURS_KNOWN]++;
    numbers[HOURS_CHANGE] += change;
    medians_add(&walk->hours_changes, window, pair, (int32_t)change);
}

static void count_plan(const struct course *course, int64_t *numbers)
{
    numbers[PLAN_KNOWN] += course->plan != UNSTATED;
    numbers[PLAN_YES] += course->plan == YES;
    numbers[OWNERSHIP_KNOWN] += course->plan == YES && course->ownership != UNSTATED;
    numbers[OWNERSHIP_YES] += course->plan == YES && course->ownership == YES;
}

static void count_in_window(struct course_walk *walk, const struct course *course, size_t window,
                            uint32_t pair)
{
    const struct period *period = &walk->counting->windows[window];
    const struct agreement *agreement = &agreements(walk->counting->data)[course->agreement];
    const struct spell spell = {course->start, course->end};
    int64_t *numbers = tally_of(&walk->tally, window, pair);
    numbers[AT_START] += spell_came_in(spell, period);
    numbers[AT_END] += spell_runs_after(spell, period->last);
    if (period->first > period->last)
        return; /* before anything began: only stocks have a value */
    numbers[ACTIVE]++;
    numbers[STARTED] += period_holds(period, course->start);
    numbers[PLACE_DAYS] += spell_shared_days(spell, (struct spell){agreement->start, agreement->end}, period);
    count_plan(course, numbers);
    if (period_holds(period, course->end))
        count_ended(walk, course, window, pair, numbers);
    tally_add_distinct(&walk->tally, PERSONS, walk->last_person, window, pair, course->participant);
}

/* The walk's courses in the order of their participants. */
static struct row_order courses_by_participant(const struct course_walk *walk, struct arena *arena)
{
    const struct data_set *data = walk->counting->data;
    const struct course *all = courses(data);
    const size_t most = row_count(data, TABLE_COURSES);
    struct row_order order = {.rows = arena_array(arena, most, sizeof *order.rows),
                              .spare = arena_array(arena, most, sizeof *order.spare)};
    for (uint32_t i = 0; i < most; i++)
        if (all[i].participant % WALKS == walk->half)
            order.rows[order.count++] = (struct keyed){.key = all[i].participant, .value = i};
    row_order_sort(&order);
    return order;
}

/* The walk jumps about in the records, so a record is fetched some steps before it is needed. */
static void fetch_ahead(const struct course *all, const struct row_order *order, size_t at)
{
    enum { STEPS_AHEAD = 16 };
    if (at + STEPS_AHEAD >= order->count)
        return;
    const struct course *course = &all[order->rows[at + STEPS_AHEAD].value];
    __builtin_prefetch(course);
    __builtin_prefetch(&course->hours_end);
}

static void walk_courses(void *context)
{
    struct course_walk *walk = context;
    const struct course *all = courses(walk->counting->data);
    struct arena scratch;
    arena_init(&scratch, walk->arena.exhausted);
    const struct row_order order = courses_by_participant(walk, &scratch);
    for (size_t i = 0; i < order.count; i++) {
        const struct course *course = &all[order.rows[i].value];
        fetch_ahead(all, &order, i);
        const struct spell spell = {course->start, course->end};
        const uint32_t pair = breakdown_pair(walk->tally.breakdown, course->agreement, course->target_group);
        for (size_t window = 0; window < walk->counting->window_count; window++)
            if (spell_touches(spell, &walk->counting->windows[window]))
                count_in_window(walk, course, window, pair);
    }
    arena_free(&scratch);
}

static void show_medians(struct counting *counting, const struct tally *tally, enum figure_id figure,
                         const struct ratio *medians, int64_t scale)
{
    for (uint16_t window = 0; window < tally->window_count; window++)
        for (uint32_t i = 0; i < tally->breakdown->count; i++) {
            const struct part *part = &tally->breakdown->parts[i];
            struct figure_key key = figure_key_in(counting->figures, figure, window);
            key.agreement = part->agreement;
            key.target_group = part->target_group;
            if (part->level == LEVEL_ALL || counting_is_written(counting, window))
                counting_add(counting, key,
                             ratio_divide(medians[tally_place(tally, window, i)], ratio_whole(scale)));
        }
}

/* Per agreement only: course-days / (places × days of the period in which the agreement ran). */
static void show_use_of_places(struct counting *counting, const struct tally *tally)
{
    const struct data_set *data = counting->data;
    for (uint16_t period = 0; period < counting->figures->period_count; period++)
        for (uint32_t row = 0; row < row_count(data, TABLE_AGREEMENTS); row++) {
            const struct agreement *agreement = &agreements(data)[row];
            const struct spell spell = {agreement->start, agreement->end};
            const int64_t days = spell_shared_days(spell, spell, &counting->windows[period]);
            struct figure_key key = figure_key_in(counting->figures, FIGURE_COURSES_USE_OF_PLACES, period);
            key.agreement = row;
            if (agreement->places != WHOLE_NONE && days > 0)
                counting_add(
                    counting, key,
                    ratio_of(tally_of(tally, period, row + 1)[PLACE_DAYS], agreement->places * days));
        }
}

static void break_down(struct breakdown *breakdown, const struct data_set *data, struct arena *arena)
{
    const struct course *all = courses(data);
    breakdown_init(breakdown, data, arena);
    for (size_t i = 0; i < row_count(data, TABLE_COURSES); i++)
        breakdown_add(breakdown, all[i].agreement, all[i].target_group);
}

static void begin_walk(struct course_walk *walk, const struct counting *counting,
                       const struct breakdown *breakdown, uint32_t half)
{
    const struct code_lists *codes = &counting->data->codes;
    *walk = (struct course_walk){
        .counting = counting,
        .half = half,
        .unknown_outcome = code_of(codes, CODES_OUTCOME, "uoplyst"),
        .stopped = code_of(codes, CODES_OUTCOME, "stoppet"),
        .other_reason = code_of(codes, CODES_DROPOUT_REASON, "andet"),
    };
    arena_init(&walk->arena, counting->figures->arena->exhausted);
    tally_init(&walk->tally, counting, breakdown, COUNTERS, COURSE_COUNTERS, &walk->arena);
    walk->last_person = arena_array(&walk->arena, tally_places(&walk->tally), sizeof *walk->last_person);
    medians_init(&walk->durations, &walk->tally, &walk->arena);
    medians_init(&walk->hours_changes, &walk->tally, &walk->arena);
}

/* A median is found in the memory of one walk, from what both have seen. */
struct median_search {
    struct medians *medians;
    const struct medians *others;
    struct ratio *found;
};

static void search_medians(void *context)
{
    struct median_search *search = context;
    medians_join(search->medians, search->others);
    search->found = medians_find(search->medians);
}

static void show_all_medians(struct counting *counting, struct course_walk walks[WALKS])
{
    struct median_search durations = {.medians = &walks[0].durations, .others = &walks[1].durations};
    struct median_search changes = {.medians = &walks[1].hours_changes, .others = &walks[0].hours_changes};
    const struct tally *tally = &walks[0].tally;
    work_run_all((struct work[]){{search_medians, &durations}, {search_medians, &changes}}, 2);
    show_medians(counting, tally, FIGURE_COURSES_DURATION, durations.found, 1);
    show_medians(counting, tally, FIGURE_COURSES_HOURS_CHANGE_MEDIAN, changes.found, DECIMAL_ONE);
}

static void show_courses(struct counting *counting, struct course_walk walks[WALKS])
{
    struct tally *tally = &walks[0].tally;
    tally_join(tally, &walks[1].tally);
    count_follow_ups(counting, tally);
    tally_add_up(tally);
    tally_show(tally, counting, SHOWN, sizeof SHOWN / sizeof *SHOWN);
    show_all_medians(counting, walks);
    show_use_of_places(counting, tally);
}

void count_courses(struct counting *counting)
{
    struct arena scratch;
    struct breakdown breakdown;
    struct course_walk walks[WALKS];
    arena_init(&scratch, counting->figures->arena->exhausted);
    break_down(&breakdown, counting->data, &scratch);
    for (uint32_t half = 0; half < WALKS; half++)
        begin_walk(&walks[half], counting, &breakdown, half);
    work_run_all((struct work[]){{walk_courses, &walks[0]}, {walk_courses, &walks[1]}}, WALKS);
    show_courses(counting, walks);
    for (uint32_t half = 0; half < WALKS; half++)
        arena_free(&walks[half].arena);
    arena_free(&scratch);
}
