#include "follow_ups.h"
#include "course_facts.h"
#include "courses.h"
#include "spell.h"

struct follow_up_walk {
    const struct counting *counting;
    struct tally *tally;
    uint16_t unknown_outcome;
};

static void count_meetings(const struct follow_up_walk *walk, const struct follow_up *row, uint32_t pair)
{
    for (size_t window = 0; window < walk->counting->window_count; window++)
        if (period_holds(&walk->counting->windows[window], row->date)) {
            int64_t *numbers = tally_of(walk->tally, window, pair);
            numbers[MEETINGS]++;
            numbers[MEETINGS_HELD] += row->held == YES;
        }
}

const struct follow_up *follow_up_latest(const struct data_set *data, const struct course_follow_ups *group,
                                         const struct period *window, int64_t from, int64_t to)
{
    const struct follow_up *all = follow_ups(data);
    const struct follow_up *latest = NULL;
    for (size_t i = 0; i < group->count; i++) {
        const struct follow_up *row = &all[group->rows[i].value];
        const int64_t after = (int64_t)row->date - group->course->end;
        if (row->status != CODE_NONE && period_holds(window, row->date) && after >= from && after <= to &&
            (!latest || row->date >= latest->date))
            latest = row;
    }
    return latest;
}

static void count_statuses(const struct follow_up_walk *walk, const struct course_follow_ups *group,
                           size_t window, int64_t *numbers)
{
    const struct course *course = group->course;
    const struct data_set *data = walk->counting->data;
    const struct period *period = &walk->counting->windows[window];
    const uint16_t outcome = course_outcome(course, walk->unknown_outcome);
    const struct follow_up *after = follow_up_latest(data, group, period, 1, INT32_MAX);
    if (after)
        numbers[walk->tally->at[STATUS_AFTER] + after->status]++;
    if (!outcome_is_positive(data, course->agreement, outcome))
        return;
    const struct follow_up *held = follow_up_latest(data, group, period, RETENTION_FROM, RETENTION_TO);
    if (!held)
        return;
    numbers[RETAINED_ASKED]++;
    numbers[RETAINED] += outcome_is_positive(data, course->agreement, held->status);
}

static void count_course(const struct follow_up_walk *walk, const struct course_follow_ups *group)
{
    const struct course *course = group->course;
    const uint32_t pair = breakdown_pair(walk->tally->breakdown, course->agreement, course->target_group);
    for (size_t i = 0; i < group->count; i++)
        count_meetings(walk, &follow_ups(walk->counting->data)[group->rows[i].value], pair);
    if (course->end == DAY_NONE)
        return;
    for (size_t window = 0; window < walk->counting->window_count; window++)
        if (walk->counting->windows[window].last > course->end)
            count_statuses(walk, group, window, tally_of(walk->tally, window, pair));
}

struct row_order follow_ups_by_course(const struct data_set *data, struct arena *arena)
{
    struct row_order order = row_order_of(arena, row_count(data, TABLE_FOLLOW_UPS));
    for (size_t i = 0; i < order.count; i++)
        order.rows[i].key = follow_ups(data)[i].course;
    row_order_sort(&order);
    return order;
}

void count_follow_ups(const struct counting *counting, struct tally *tally)
{
    struct arena scratch;
    arena_init(&scratch, counting->figures->arena->exhausted);
    const struct follow_up_walk walk = {counting, tally,
                                        code_of(&counting->data->codes, CODES_OUTCOME, "uoplyst")};
    const struct row_order order = follow_ups_by_course(counting->data, &scratch);
    for (size_t from = 0, to = 0; from < order.count; from = to) {
        const uint32_t course = order.rows[from].key;
        while (to < order.count && order.rows[to].key == course)
            to++;
        const struct course_follow_ups group = {&courses(counting->data)[course], order.rows + from,
                                                to - from};
        count_course(&walk, &group);
    }
    arena_free(&scratch);
}
