#include "categories.h"
#include "goal_dates.h"
#include "store.h"

/* Figures that no goal can be about: without a value for all in any window of time, or not to be added up. */
static const bool NOT_FOR_GOALS[FIGURES] = {
    [FIGURE_COURSES_USE_OF_PLACES] = true,   [FIGURE_JOBS_CUMULATED] = true,
    [FIGURE_EVALUATION_ANSWER] = true,       [FIGURE_EVALUATION_COUNT] = true,
    [FIGURE_EVALUATION_SPREAD] = true,       [FIGURE_COURSES_ENDED_SO_FAR] = true,
    [FIGURE_COURSES_OUTCOME_SO_FAR] = true,  [FIGURE_COURSES_STOPPED_SO_FAR] = true,
    [FIGURE_COURSES_POSITIVE_SO_FAR] = true, [FIGURE_COURSES_EFFECT_SO_FAR] = true,
    [FIGURE_READINGS_COURSES] = true,        [FIGURE_READINGS_CHANGE] = true,
    [FIGURE_EFFORT_STATUS] = true,           [FIGURE_RECOMMENDATIONS_BEFORE] = true,
};

static bool figure_suits_goals(enum figure_id figure)
{
    return figure != FIGURES && !NOT_FOR_GOALS[figure] && !figure_is_timeless(figure);
}

static void add_finding(const struct data_set *data, const struct goal *goal, struct diag *diag,
                        enum diag_code code, const char *heading, struct sv value, struct sv detail)
{
    struct place place = {.line = goal->source.line, .heading = sv_of(heading)};
    if (goal->source.file < data->file_count)
        place.file = data->files[goal->source.file].name;
    if (diag)
        diag_detail(diag, code, place, value, detail);
}

static size_t category_asked(const struct data_set *data, enum figure_id figure, struct sv text)
{
    return category_count(data, figure) ? category_find(data, figure, text) : CATEGORY_NONE;
}

/* A code that nothing has: departments are free text, and one that has bought nothing yet comes to 0. */
static bool may_come_later(const struct aim *aim, const struct data_set *data, struct diag *diag,
                           struct sv code)
{
    const struct figure_kind *kind = figure_kind(aim->figure);
    const bool free_text = kind->code_kind == FIGURE_BY_DEPARTMENT;
    add_finding(data, aim->goal, diag,
                free_text ? DIAG_GOAL_DEPARTMENT_WITHOUT_PURCHASES : DIAG_GOAL_CODE_UNKNOWN, "kode", code,
                sv_of(kind->key));
    return free_text;
}

/* Marks the categories that the goal names. False, with findings, when some are not the figure's. */
static bool resolve_categories(struct aim *aim, const struct data_set *data, struct diag *diag,
                               struct arena *arena)
{
    const struct figure_kind *kind = figure_kind(aim->figure);
    struct sv rest = aim->goal->categories;
    struct sv part = {0};
    bool known = true;
    if (!rest.size) {
        if (!kind->has_total)
            add_finding(data, aim->goal, diag, DIAG_GOAL_CODE_MISSING, "kode", part, sv_of(kind->key));
        return kind->has_total;
    }
    aim->categories = arena_array(arena, category_count(data, aim->figure), sizeof *aim->categories);
    while (sv_split(&rest, '|', &part)) {
        const size_t category = category_asked(data, aim->figure, sv_trim(part));
        if (category != CATEGORY_NONE)
            aim->categories[category] = true;
        else
            known &= may_come_later(aim, data, diag, part);
    }
    return known;
}

/* False for a milestone, and with a finding for a goal whose figure or codes are unknown. */
static bool resolve(struct aim *aim, const struct data_set *data, size_t row, struct diag *diag,
                    struct arena *arena)
{
    const struct goal *goal = &goals(data)[row];
    *aim = (struct aim){.row = (uint16_t)row, .goal = goal, .figure = figure_named(goal->figure)};
    if (goal->type == GOAL_MILESTONE || !goal->figure.size)
        return false;
    if (figure_suits_goals(aim->figure))
        return resolve_categories(aim, data, diag, arena);
    add_finding(data, goal, diag, DIAG_GOAL_FIGURE_UNKNOWN, "noegle", goal->figure, (struct sv){0});
    return false;
}

void goals_check(const struct data_set *data, struct diag *diag)
{
    struct aim aim;
    for (size_t row = 0; row < row_count(data, TABLE_GOALS); row++)
        resolve(&aim, data, row, diag, diag->arena);
}

static bool is_of_the_year(const struct counting *counting, const struct goal *goal)
{
    const int year = counting->figures->periods[counting->figures->report].year;
    return goal->from_year <= year && year <= goal->to_year;
}

/* 1 January of the first year that the goal's value is counted from. */
static day_number counted_from(const struct figures *figures, const struct goal *goal)
{
    const int year = figures->periods[figures->report].year;
    return day_from_date(goal->type == GOAL_YEARLY ? year : goal->from_year, 1, 1);
}

static uint16_t value_window(struct counting *counting, const struct goal *goal)
{
    return counting_window(counting, counted_from(counting->figures, goal), counting->figures->judged_at);
}

bool goal_asks(const struct figures *figures, uint16_t row, struct aim *aim, struct period *window,
               struct arena *arena)
{
    if (!resolve(aim, figures->data, row, NULL, arena))
        return false;
    *window = (struct period){.first = counted_from(figures, aim->goal),
                              .last = figures->judged_at,
                              .year = day_year(figures->judged_at)};
    return true;
}

/* The day before the goal's first year: stocks have their value then, flows none yet. */
static uint16_t window_before(struct counting *counting, const struct goal *goal)
{
    const day_number from = counted_from(counting->figures, goal);
    return counting_window(counting, from, from - 1);
}

void open_goal_windows(struct counting *counting)
{
    struct aim aim;
    for (size_t row = 0; row < row_count(counting->data, TABLE_GOALS); row++) {
        const struct goal *goal = &goals(counting->data)[row];
        if (!is_of_the_year(counting, goal) ||
            !resolve(&aim, counting->data, row, NULL, counting->figures->arena))
            continue;
        value_window(counting, goal);
        if (goal->type == GOAL_FINAL)
            window_before(counting, goal);
    }
}

static struct ratio judged_value(const struct counting *counting, enum figure_id figure, uint16_t window,
                                 uint32_t code)
{
    for (size_t i = 0; i < counting->judged_count; i++) {
        const struct figure_key key = counting->judged[i].key;
        if (key.figure == figure && key.period == window && key.code == code)
            return counting->judged[i].value;
    }
    return ratio_none();
}

/* The goal's figure in a window; its codes are added. */
static struct ratio aim_value(struct counting *counting, const struct aim *aim, uint16_t window)
{
    if (!aim->categories)
        return judged_value(counting, aim->figure, window, WITHOUT_CODE);
    const uint32_t *codes = counting_codes(counting, aim->figure);
    struct ratio sum = ratio_whole(0);
    for (size_t i = 0; i < category_count(counting->data, aim->figure); i++)
        if (aim->categories[i])
            sum = ratio_add(sum, judged_value(counting, aim->figure, window, codes[i]));
    return sum;
}

/* What a goal has come to on the day of judgement. */
struct judgement {
    const struct aim *aim;
    struct ratio value;
    struct ratio target;
    day_number date; /* on which it was reached; DAY_NONE */
    enum goal_status status;
    bool has_forecast;
    struct ratio forecast;
};

/* Counts and amounts grow with time; shares, hours and days do not. */
static bool grows_with_time(const struct aim *aim)
{
    const enum figure_unit unit = figure_kind(aim->figure)->unit;
    return unit != UNIT_SHARE && unit != UNIT_HOURS && unit != UNIT_DAYS;
}

static bool is_reached(const struct judgement *judgement)
{
    return ratio_has_value(judgement->value) && ratio_compare(judgement->value, judgement->target) >= 0;
}

/* `value` × days / all_days */
static struct ratio part_by_days(struct ratio value, int64_t days, int64_t all_days)
{
    return days ? ratio_divide(value, ratio_of(all_days, days)) : ratio_whole(0);
}

static int64_t days_gone(const struct figures *figures)
{
    return (int64_t)figures->judged_at - day_from_date(figures->periods[figures->report].year, 1, 1) + 1;
}

static int days_of_the_year(const struct figures *figures)
{
    return days_in_year(figures->periods[figures->report].year);
}

static bool year_is_over(const struct figures *figures)
{
    return figures->judged_at >= day_from_date(figures->periods[figures->report].year, 12, 31);
}

static day_number deadline_of(const struct goal *goal)
{
    return day_from_date(goal->to_year, 12, 31);
}

/* What a yearly goal should have come to by now: the days' share of the target. */
static struct ratio expected_of_the_year(const struct figures *figures, struct ratio target)
{
    return part_by_days(target, days_gone(figures), days_of_the_year(figures));
}

/* And a final one: the straight line from the value on the day before it began. */
static struct ratio expected_of_the_line(struct counting *counting, const struct judgement *judgement)
{
    const struct goal *goal = judgement->aim->goal;
    const day_number before = counted_from(counting->figures, goal) - 1;
    const struct ratio start = aim_value(counting, judgement->aim, window_before(counting, goal));
    const struct ratio way = ratio_subtract(judgement->target, start);
    return ratio_add(start, part_by_days(way, (int64_t)counting->figures->judged_at - before,
                                         (int64_t)deadline_of(goal) - before));
}

static enum goal_status status_of_reached(const struct counting *counting, const struct judgement *judgement)
{
    const struct goal *goal = judgement->aim->goal;
    const day_number day = judgement->date == DAY_NONE ? counting->figures->judged_at : judgement->date;
    const bool can_be_early = goal->type == GOAL_FINAL && grows_with_time(judgement->aim);
    return can_be_early && day < deadline_of(goal) ? GOAL_REACHED_EARLY : GOAL_REACHED;
}

static enum goal_status status_of(struct counting *counting, const struct judgement *judgement)
{
    const struct figures *figures = counting->figures;
    const struct goal *goal = judgement->aim->goal;
    const bool yearly = goal->type == GOAL_YEARLY;
    const bool time_is_up = yearly ? year_is_over(figures) : figures->judged_at >= deadline_of(goal);
    if (is_reached(judgement))
        return status_of_reached(counting, judgement);
    if (time_is_up)
        return GOAL_NOT_REACHED;
    if (!grows_with_time(judgement->aim))
        return GOAL_BEHIND;
    const struct ratio expected =
        yearly ? expected_of_the_year(figures, judgement->target) : expected_of_the_line(counting, judgement);
    return ratio_compare(judgement->value, expected) >= 0 ? GOAL_ON_TRACK : GOAL_BEHIND;
}

static day_number date_of(struct counting *counting, const struct judgement *judgement)
{
    const struct aim *aim = judgement->aim;
    const bool has_date =
        aim->goal->type == GOAL_YEARLY ? figure_counts_starts(aim->figure) : grows_with_time(aim);
    if (!has_date || !is_reached(judgement))
        return DAY_NONE;
    return aim_reached_on(counting, aim, judgement->target,
                          &counting->windows[value_window(counting, aim->goal)]);
}

static struct judgement judge(struct counting *counting, const struct aim *aim)
{
    const struct figures *figures = counting->figures;
    struct judgement judgement = {.aim = aim, .date = DAY_NONE, .status = GOAL_WITHOUT_TARGET};
    judgement.value = aim_value(counting, aim, value_window(counting, aim->goal));
    if (aim->goal->target == DECIMAL_NONE)
        return judgement;
    judgement.target = ratio_decimal(aim->goal->target);
    judgement.date = date_of(counting, &judgement);
    judgement.status = status_of(counting, &judgement);
    judgement.has_forecast = aim->goal->type == GOAL_YEARLY && grows_with_time(aim) && !year_is_over(figures);
    if (judgement.has_forecast)
        judgement.forecast = part_by_days(judgement.value, days_of_the_year(figures), days_gone(figures));
    return judgement;
}

static void add_row(struct counting *counting, uint16_t period, uint16_t goal, enum figure_id figure,
                    struct ratio value)
{
    struct figure_key key = figure_key_in(counting->figures, figure, period);
    key.goal = goal;
    counting_add(counting, key, value);
}

static struct ratio date_value(day_number date)
{
    return date == DAY_NONE ? ratio_none() : ratio_whole(date);
}

static void write_judgement(struct counting *counting, uint16_t period, const struct judgement *judgement)
{
    const uint16_t goal = judgement->aim->row;
    add_row(counting, period, goal, FIGURE_GOAL_VALUE, judgement->value);
    add_row(counting, period, goal, FIGURE_GOAL_STATUS, ratio_whole(judgement->status));
    if (judgement->status == GOAL_WITHOUT_TARGET)
        return;
    add_row(counting, period, goal, FIGURE_GOAL_TARGET, judgement->target);
    add_row(counting, period, goal, FIGURE_GOAL_FULFILMENT,
            ratio_divide(judgement->value, judgement->target));
    add_row(counting, period, goal, FIGURE_GOAL_DATE, date_value(judgement->date));
    if (judgement->has_forecast)
        add_row(counting, period, goal, FIGURE_GOAL_FORECAST, judgement->forecast);
}

static void write_milestone(struct counting *counting, uint16_t period, uint16_t row)
{
    const struct goal *goal = &goals(counting->data)[row];
    const day_number judged_at = counting->figures->judged_at;
    const bool reached = goal->reached != DAY_NONE && goal->reached <= judged_at;
    enum goal_status status = judged_at >= deadline_of(goal) ? GOAL_NOT_REACHED : GOAL_ON_TRACK;
    if (reached)
        status = goal->reached < deadline_of(goal) ? GOAL_REACHED_EARLY : GOAL_REACHED;
    add_row(counting, period, row, FIGURE_GOAL_STATUS, ratio_whole(status));
    add_row(counting, period, row, FIGURE_GOAL_DATE, date_value(reached ? goal->reached : DAY_NONE));
}

static void count_goal(struct counting *counting, uint16_t row, uint16_t period)
{
    struct aim aim;
    if (goals(counting->data)[row].type == GOAL_MILESTONE) {
        write_milestone(counting, period, row);
    } else if (resolve(&aim, counting->data, row, NULL, counting->figures->arena)) {
        const struct judgement judgement = judge(counting, &aim);
        write_judgement(counting, period, &judgement);
    }
}

void count_goals(struct counting *counting)
{
    const struct figures *figures = counting->figures;
    for (uint16_t row = 0; row < row_count(counting->data, TABLE_GOALS); row++) {
        if (!is_of_the_year(counting, &goals(counting->data)[row]))
            continue;
        for (uint16_t period = 0; period < figures->period_count; period++)
            if (counting_is_judged(counting, period))
                count_goal(counting, row, period);
    }
}
