#include "headline_changes.h"

#include "changed_rows.h"
#include "key_figures.h"

#include <stdlib.h>

enum { RANK_GOAL, RANK_PAGE_ONE, RANK_BEFORE, RANK_OTHER, RANK_NOT }; /* then divisions */

/* An evaluation is about the courses of the year before. */
static bool is_of_report(const struct section_context *context, const struct told_change *told)
{
    const uint16_t period = told->key.period;
    return period == told->figures->report ||
           (context->request->kind == REPORT_EVALUATION && period == told->figures->previous);
}

static int rank_of_figure(const struct section_context *context, const struct told_change *told)
{
    const struct figure_key key = told->key;
    if (key.agreement != ALL_AGREEMENTS || key.target_group != ALL_TARGET_GROUPS || key.code != WITHOUT_CODE)
        return RANK_NOT;
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

bool change_is_of_few(const struct section_context *context, const struct figure_change *change)
{
    int32_t rows = 0;
    for (size_t i = 0; i < change->row_count; i++)
        rows += table_is_of_citizens(change->rows[i].table);
    return rows && rows < context->data->settings.public_limit;
}

/* When no figure for all has moved: the least divided first. */
static int rank_of_division_of_any(const struct section_context *context, const struct told_change *told)
{
    (void)context;
    if (!told->figures || told->key.goal != NO_GOAL)
        return RANK_NOT;
    return RANK_NOT + 1 + (told->key.period != told->figures->report) +
           (told->key.agreement != ALL_AGREEMENTS) + (told->key.target_group != ALL_TARGET_GROUPS) +
           (told->key.code != WITHOUT_CODE);
}

/* Beside a row's line in a file it would say what the row says of a citizen. */
static int rank_of_division(const struct section_context *context, const struct told_change *told)
{
    return change_is_of_few(context, told->change) ? RANK_NOT : rank_of_division_of_any(context, told);
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
    return (x.period > y.period) - (x.period < y.period);
}

/* Of another period than the report's own: "Fastholdelse, 2023". */
static void name_period(struct told_change *told, struct arena *arena)
{
    if (!told->figures || told->key.period == told->figures->report)
        return;
    const struct sv period = told_period(&told->figures->periods[told->key.period], arena);
    told->name = sv_format(arena, "%.*s, %.*s", SV_ARG(told->name), SV_ARG(period));
}

/* "Stoppet, efter årsag (Helbred, SA-06)" */
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
    if (!count) {
        count = rank_all(context, ranked, persons ? rank_of_division_of_any : rank_of_division);
        for (size_t i = 0; i < count; i++)
            name_division(&ranked[i].told, arena);
    }
    *told = arena_array(arena, count, sizeof **told);
    for (size_t i = 0; i < count; i++)
        (*told)[i] = ranked[i].told;
    return count;
}
