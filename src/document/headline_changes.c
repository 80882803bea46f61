#include "headline_changes.h"

#include "changed_rows.h"
#include "effect_report.h"
#include "key_figures.h"

#include <stdlib.h>

/* Of payment by results, what the answer stands on; in this order. */
static const enum figure_id answering[] = {FIGURE_EFFECT_NET, FIGURE_EFFECT_PAYMENTS, FIGURE_EFFECT_RETURN,
                                           FIGURE_EFFECT_COURSES};
enum { ANSWERING = sizeof answering / sizeof *answering };

enum {
    RANK_GOAL,
    RANK_PAGE_ONE,
    RANK_BEFORE = RANK_PAGE_ONE + ANSWERING,
    RANK_OTHER,
    RANK_OTHER_SCENARIO,
    RANK_NOT /* then figures for all in other periods, and divisions */
};

static bool is_of_base_scenario(const struct told_change *told)
{
    return sv_equal(told->change->key.code, scenario_name(told->figures->data, BASE_SCENARIO));
}

/* All courses under one scenario's assumptions, and not a cluster of them or a result. */
static bool is_of_scenario(const struct told_change *told)
{
    const struct data_set *data = told->figures->data;
    for (size_t i = 0; i < row_count(data, TABLE_SCENARIOS); i++)
        if (sv_equal(told->change->key.code, scenario_name(data, i)))
            return figure_is_of_effect((enum figure_id)told->key.figure);
    return false;
}

static bool is_divided_by_code(const struct told_change *told)
{
    return told->key.code != WITHOUT_CODE && !is_of_scenario(told);
}

/* How many ways it is divided in; 0: for all. */
static int divisions_of(const struct told_change *told)
{
    return (told->key.agreement != ALL_AGREEMENTS) + (told->key.target_group != ALL_TARGET_GROUPS) +
           is_divided_by_code(told);
}

/* An evaluation is about the courses of the year before. */
static bool is_of_report(const struct section_context *context, const struct told_change *told)
{
    const uint16_t period = told->key.period;
    return period == told->figures->report ||
           (context->request->kind == REPORT_EVALUATION && period == told->figures->previous);
}

static int rank_in_effect(const struct told_change *told)
{
    if (!is_of_base_scenario(told))
        return RANK_OTHER_SCENARIO;
    for (int i = 0; i < ANSWERING; i++)
        if (told->key.figure == answering[i])
            return RANK_PAGE_ONE + i;
    return RANK_OTHER;
}

static int rank_of_figure(const struct section_context *context, const struct told_change *told)
{
    const struct figure_key key = told->key;
    if (divisions_of(told))
        return RANK_NOT;
    if (is_of_report(context, told) && key.code != WITHOUT_CODE)
        return rank_in_effect(told);
    if (is_of_report(context, told))
        return is_key_figure((enum figure_id)key.figure) ? RANK_PAGE_ONE : RANK_OTHER;
    /* Page one holds its figures up against these. */
    return key.period == told->figures->previous && is_key_figure((enum figure_id)key.figure) ? RANK_BEFORE
                                                                                              : RANK_NOT;
}

static int rank_of(const struct section_context *context, const struct told_change *told)
{
    const struct figure_key key = told->key;
    if (!told->figures)
        return RANK_NOT;
    if (key.goal == NO_GOAL)
        return rank_of_figure(context, told);
    return is_of_report(context, told) &&
                   (key.figure == FIGURE_GOAL_VALUE || key.figure == FIGURE_GOAL_TARGET)
               ? RANK_GOAL
               : RANK_NOT;
}

/* Fewer rows about citizens than the public edition's limit; none is not few. */
static bool is_of_few(const struct section_context *context, const struct figure_change *change)
{
    int32_t rows = 0;
    for (size_t i = 0; i < change->row_count; i++)
        rows += table_is_of_citizens(change->rows[i].table);
    return rows && rows < context->data->settings.public_limit;
}

/* Beside a row's line in a file a division would say what the row says of a citizen. */
static bool is_withheld(const struct section_context *context, const struct told_change *told)
{
    return divisions_of(told) && is_of_few(context, told->change);
}

bool change_is_withheld(const struct section_context *context, const struct figure_change *change)
{
    struct told_change told = {.change = change};
    told_find_key(&told, context->request->correction->changes);
    return told.figures && told.key.goal == NO_GOAL && is_withheld(context, &told);
}

static bool has_period(const struct figures *figures, struct sv name)
{
    for (size_t i = 0; i < figures->period_count; i++)
        if (sv_equal(period_name(&figures->periods[i]), name))
            return true;
    return false;
}

bool change_is_of_one_version(const struct section_context *context, const struct figure_change *change)
{
    const struct changes *changes = context->request->correction->changes;
    return changes->before.figures && !(has_period(changes->before.figures, change->key.period) &&
                                        has_period(changes->after.figures, change->key.period));
}

/* When no figure for all has moved in the report's own period: the least divided first. */
static int rank_of_any(const struct section_context *context, const struct told_change *told)
{
    if (!told->figures || told->key.goal != NO_GOAL || change_is_of_one_version(context, told->change))
        return RANK_NOT;
    return RANK_NOT + 1 + (told->key.period != told->figures->report) + 2 * divisions_of(told);
}

static int rank_of_any_but_withheld(const struct section_context *context, const struct told_change *told)
{
    return told->figures && is_withheld(context, told) ? RANK_NOT : rank_of_any(context, told);
}

struct ranked {
    int rank;
    struct told_change told;
};

static int by_rank(const void *a, const void *b)
{
    const struct ranked *left = a;
    const struct ranked *right = b;
    const struct figure_key x = left->told.key;
    const struct figure_key y = right->told.key;
    if (left->rank != right->rank)
        return left->rank - right->rank;
    if (x.goal != y.goal)
        return x.goal < y.goal ? -1 : 1;
    if (x.figure != y.figure)
        return x.figure < y.figure ? -1 : 1;
    if (x.period != y.period)
        return x.period < y.period ? -1 : 1;
    return (left->told.change > right->told.change) - (left->told.change < right->told.change);
}

/* Of another period than the report's own: "Fastholdelse, 2023". */
static void name_period(struct told_change *told, struct arena *arena)
{
    if (!told->figures || told->key.period == told->figures->report)
        return;
    const struct sv period = told_period(&told->figures->periods[told->key.period], arena);
    told->name = sv_format(arena, "%.*s, %.*s", SV_ARG(told->name), SV_ARG(period));
}

/* "Stoppet, efter årsag (Helbred, SA-06)", "Netto (Forventet)" */
static void name_division(struct told_change *told, struct arena *arena)
{
    const struct printed_figure *key = &told->change->key;
    const struct code_list *groups = code_list(&told->figures->data->codes, CODES_TARGET_GROUP);
    const struct sv parts[] = {figure_code_name(arena, told->figures, told->key),
                               told->key.target_group == ALL_TARGET_GROUPS
                                   ? (struct sv){0}
                                   : code_name(groups, told->key.target_group),
                               key->agreement};
    struct buffer text = buffer_in(arena);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].size)
            buffer_format(&text, "%s%.*s", text.size ? ", " : "", SV_ARG(parts[i]));
    if (text.size)
        told->name = sv_format(arena, "%.*s (%.*s)", SV_ARG(told->name), SV_ARG(buffer_view(&text)));
}

static size_t rank_all(const struct section_context *context, struct ranked *ranked,
                       int (*rank)(const struct section_context *, const struct told_change *))
{
    const struct correction *correction = context->request->correction;
    struct arena *arena = context->document->arena;
    size_t count = 0;
    for (size_t i = 0; i < correction->changes->figure_count; i++) {
        struct ranked *next = &ranked[count];
        *next = (struct ranked){.told.change = &correction->changes->figures[i]};
        told_find_key(&next->told, correction->changes);
        next->rank = rank(context, &next->told);
        if (next->rank == RANK_NOT)
            continue;
        next->told = told_change(correction, next->told.change, arena);
        name_period(&next->told, arena);
        name_division(&next->told, arena);
        count += told_is_seen(&next->told, arena);
    }
    qsort(ranked, count, sizeof *ranked, by_rank);
    return count;
}

size_t headline_changes(const struct section_context *context, bool persons, struct told_change **told)
{
    struct arena *arena = context->document->arena;
    const size_t most = context->request->correction->changes->figure_count;
    struct ranked *ranked = arena_array(arena, most, sizeof *ranked);
    size_t count = rank_all(context, ranked, rank_of);
    if (!count)
        count = rank_all(context, ranked, persons ? rank_of_any : rank_of_any_but_withheld);
    *told = arena_array(arena, count, sizeof **told);
    for (size_t i = 0; i < count; i++)
        (*told)[i] = ranked[i].told;
    return count;
}
