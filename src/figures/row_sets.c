#include "row_sets.h"

#include "categories.h"
#include "follow_ups.h"
#include "goal_dates.h"
#include "job_order.h"
#include "readings.h"
#include "row_set_rules.h"

#include <stdlib.h>
#include <string.h>

/* ---- The orders of rows ---- */

static void order_follow_ups(struct row_sets *sets, struct arena *arena)
{
    const size_t count = row_count(sets->data, TABLE_COURSES);
    sets->follow_ups = follow_ups_by_course(sets->data, arena);
    sets->follow_ups_from = arena_array(arena, count + 1, sizeof *sets->follow_ups_from);
    for (size_t i = 0; i < sets->follow_ups.count; i++)
        sets->follow_ups_from[sets->follow_ups.rows[i].key + 1] = (uint32_t)i + 1;
    for (size_t course = 1; course <= count; course++)
        if (sets->follow_ups_from[course] < sets->follow_ups_from[course - 1])
            sets->follow_ups_from[course] = sets->follow_ups_from[course - 1];
}

static void order_readings(struct row_sets *sets, struct arena *arena)
{
    sets->readings = readings_in_series(sets->data, arena);
    sets->series_of_reading = arena_array(arena, sets->readings.count, sizeof *sets->series_of_reading);
    for (size_t from = 0; from < sets->readings.count;) {
        const struct reading_series series = reading_series_from(sets->data, &sets->readings, from);
        for (size_t i = 0; i < series.count; i++)
            sets->series_of_reading[series.rows[i].value] = (uint32_t)from;
        from += series.count;
    }
}

void row_sets_init(struct row_sets *sets, const struct figures *figures, struct arena *arena)
{
    const struct data_set *data = figures->data;
    *sets = (struct row_sets){.figures = figures,
                              .data = data,
                              .unknown_outcome = code_of(&data->codes, CODES_OUTCOME, "uoplyst"),
                              .stopped = code_of(&data->codes, CODES_OUTCOME, "stoppet"),
                              .other_reason = code_of(&data->codes, CODES_DROPOUT_REASON, "andet"),
                              .job_places = job_order_of(data, arena).places,
                              .donors = donors_of(data, arena)};
    order_follow_ups(sets, arena);
    order_readings(sets, arena);
}

/* ---- What is asked ---- */

/* NULL for a figure that is simulated. */
static const struct row_set_rule *rule_of(enum figure_id figure)
{
    const struct row_set_rule *rule = course_row_set_rule(figure);
    if (!rule)
        rule = job_row_set_rule(figure);
    if (!rule)
        rule = enterprise_row_set_rule(figure);
    return rule ? rule : effort_row_set_rule(figure);
}

static const bool *category_of_key(const struct row_sets *sets, struct figure_key key, struct arena *arena)
{
    const enum figure_id figure = (enum figure_id)key.figure;
    bool *asked = arena_array(arena, category_count(sets->data, figure) + 1, sizeof *asked);
    const size_t category = category_find(sets->data, figure, symbols_name(&sets->figures->codes, key.code));
    if (category != CATEGORY_NONE)
        asked[category] = true;
    return asked;
}

/* False for what no figure counts: milestones, and goals that cannot be judged. */
static bool ask(const struct row_sets *sets, struct figure_key key, struct row_question *question,
                struct arena *arena)
{
    struct aim aim;
    *question = (struct row_question){.sets = sets,
                                      .data = sets->data,
                                      .key = key,
                                      .figure = (enum figure_id)key.figure,
                                      .period = sets->figures->periods[key.period]};
    if (key.goal == NO_GOAL) {
        if (key.code != WITHOUT_CODE)
            question->categories = category_of_key(sets, key, arena);
        return true;
    }
    if (!goal_asks(sets->figures, key.goal, &aim, &question->period, arena))
        return false;
    question->figure = aim.figure;
    question->categories = aim.categories;
    return true;
}

/* Everything up to the day on which a report is judged. */
static void ask_so_far(struct row_question *question)
{
    question->period.first = DAY_NONE + 1;
    question->period.last = question->sets->figures->judged_at;
}

bool row_set_ask(const struct row_sets *sets, struct figure_key key, struct asked_figure *asked,
                 struct arena *arena)
{
    *asked = (struct asked_figure){0};
    if (key.figure == FIGURE_GOAL_TARGET || !ask(sets, key, &asked->question, arena))
        return false;
    asked->rule = rule_of(asked->question.figure);
    if (!asked->rule)
        return false;
    if (asked->rule->so_far)
        ask_so_far(&asked->question);
    return true;
}

/* ---- The rows ---- */

/* What a row is counted for. */
struct belonging {
    uint32_t agreement; /* ROW_NONE: none */
    uint16_t target_group;
};

static struct belonging belonging_of(const struct data_set *data, enum table_id table, uint32_t row)
{
    struct belonging belonging = {ROW_NONE, CODE_NONE};
    if (table == TABLE_FOLLOW_UPS || table == TABLE_READINGS)
        return belonging_of(data, TABLE_COURSES,
                            table == TABLE_READINGS ? readings(data)[row].course
                                                    : follow_ups(data)[row].course);
    if (table == TABLE_COURSES)
        belonging = (struct belonging){courses(data)[row].agreement, courses(data)[row].target_group};
    else if (table == TABLE_JOBS)
        belonging = (struct belonging){jobs(data)[row].agreement, jobs(data)[row].target_group};
    else if (table == TABLE_EVALUATIONS)
        belonging.agreement = evaluations(data)[row].agreement;
    else if (table == TABLE_AGREEMENTS)
        belonging.agreement = row;
    return belonging;
}

uint32_t row_agreement(const struct data_set *data, enum table_id table, uint32_t row)
{
    return belonging_of(data, table, row).agreement;
}

static bool belongs(const struct row_question *question, enum table_id table, uint32_t row)
{
    const struct figure_key *key = &question->key;
    if (key->agreement == ALL_AGREEMENTS && key->target_group == ALL_TARGET_GROUPS)
        return true;
    const struct belonging belonging = belonging_of(question->data, table, row);
    return (key->agreement == ALL_AGREEMENTS || key->agreement == belonging.agreement) &&
           (key->target_group == ALL_TARGET_GROUPS || key->target_group == belonging.target_group);
}

struct addition row_set_addition(const struct asked_figure *asked, enum table_id table, uint32_t row)
{
    const struct row_set_rule *rule = asked->rule;
    const row_rule of_table = rule->table == table                      ? rule->rule
                              : rule->base && rule->base_table == table ? rule->base
                                                                        : NULL;
    if (!of_table || !belongs(&asked->question, table, row))
        return (struct addition){0};
    const struct addition addition = of_table(&asked->question, row);
    return addition.counts ? addition : (struct addition){0};
}

struct growing_set {
    struct row_set *set;
    size_t capacity;
    struct arena *arena;
};

static void add_rows(struct growing_set *growing, const struct asked_figure *asked, enum table_id table)
{
    struct row_set *set = growing->set;
    for (uint32_t row = 0; row < row_count(asked->question.data, table); row++) {
        const struct addition addition = row_set_addition(asked, table, row);
        if (!addition.counts)
            continue;
        set->rows = arena_grow(growing->arena, set->rows, set->count, &growing->capacity, sizeof *set->rows);
        set->rows[set->count++] = (struct set_row){.table = (uint16_t)table,
                                                   .row = row,
                                                   .amount = addition.amount,
                                                   .base = addition.base,
                                                   .who = addition.who};
    }
}

/* The row of maal.csv, for what it says itself: the target, and everything about a milestone. */
static struct row_set set_of_goal(const struct row_sets *sets, struct figure_key key, struct arena *arena)
{
    static const char *const deciding[] = {"maal", "fra_aar", "til_aar", "opnaaet_dato", NULL};
    const struct goal *goal = &goals(sets->data)[key.goal];
    struct row_set set = {.measure = key.figure == FIGURE_GOAL_TARGET ? MEASURE_STATED : MEASURE_DERIVED,
                          .scale = DECIMAL_ONE,
                          .period = sets->figures->periods[key.period],
                          .table = TABLE_GOALS,
                          .deciding = deciding,
                          .rows = arena_array(arena, 1, sizeof *set.rows),
                          .count = 1};
    set.rows[0] = (struct set_row){.table = TABLE_GOALS, .row = key.goal, .amount = goal->target};
    return set;
}

struct row_set row_set_of(const struct row_sets *sets, struct figure_key key, struct arena *arena)
{
    struct asked_figure asked;
    if (!row_set_ask(sets, key, &asked, arena))
        return set_of_goal(sets, key, arena);
    const struct row_set_rule *rule = asked.rule;
    const bool derived = key.goal != NO_GOAL && key.figure != FIGURE_GOAL_VALUE;
    struct row_set set = {.measure = derived ? MEASURE_DERIVED : rule->measure,
                          .scale = rule->scale ? rule->scale : 1,
                          .period = asked.question.period,
                          .table = rule->table,
                          .deciding = rule->deciding};
    struct growing_set growing = {.set = &set, .arena = arena};
    add_rows(&growing, &asked, rule->table);
    if (rule->base)
        add_rows(&growing, &asked, rule->base_table);
    return set;
}

/* ---- What they come to ---- */

static int compare_amounts(const void *a, const void *b)
{
    const int64_t first = *(const int64_t *)a;
    const int64_t second = *(const int64_t *)b;
    return (first > second) - (first < second);
}

static struct ratio median_of(const struct row_set *set, struct arena *arena)
{
    int64_t *amounts = arena_array(arena, set->count + 1, sizeof *amounts);
    for (size_t i = 0; i < set->count; i++)
        amounts[i] = set->rows[i].amount;
    if (!set->count)
        return ratio_none();
    qsort(amounts, set->count, sizeof *amounts, compare_amounts);
    return ratio_of(amounts[(set->count - 1) / 2] + amounts[set->count / 2], 2 * set->scale);
}

static int compare_who(const void *a, const void *b)
{
    const uint64_t first = *(const uint64_t *)a;
    const uint64_t second = *(const uint64_t *)b;
    return (first > second) - (first < second);
}

static int64_t count_distinct(const struct row_set *set, struct arena *arena)
{
    uint64_t *who = arena_array(arena, set->count + 1, sizeof *who);
    int64_t distinct = 0;
    for (size_t i = 0; i < set->count; i++)
        who[i] = set->rows[i].who;
    qsort(who, set->count, sizeof *who, compare_who);
    for (size_t i = 0; i < set->count; i++)
        distinct += i == 0 || who[i] != who[i - 1];
    return distinct;
}

struct ratio row_set_value(const struct row_set *set, struct arena *arena)
{
    int64_t amount = 0;
    int64_t base = 0;
    for (size_t i = 0; i < set->count; i++) {
        amount += set->rows[i].amount;
        base += set->rows[i].base;
    }
    switch (set->measure) {
    case MEASURE_COUNT:
        return ratio_whole((int64_t)set->count);
    case MEASURE_SUM:
        return ratio_of(amount, set->scale);
    case MEASURE_DISTINCT:
        return ratio_whole(count_distinct(set, arena));
    case MEASURE_QUOTIENT:
        return ratio_of(amount, base);
    case MEASURE_MEAN:
        return ratio_of(amount, base * set->scale);
    case MEASURE_MEDIAN:
        return median_of(set, arena);
    case MEASURE_STATED:
        return set->count ? ratio_of(set->rows[0].amount, set->scale) : ratio_none();
    case MEASURE_DERIVED:
        return ratio_none();
    }
    return ratio_none();
}

size_t row_set_numerators(const struct row_set *set)
{
    size_t count = 0;
    for (size_t i = 0; i < set->count; i++)
        count += set->rows[i].amount != 0;
    return count;
}

bool row_set_is_share(const struct row_set *set)
{
    for (size_t i = 0; i < set->count; i++)
        if (set->rows[i].base != 1 || (set->rows[i].amount != 0 && set->rows[i].amount != 1))
            return false;
    return set->measure == MEASURE_QUOTIENT;
}
