#include "store.h"

#include "categories.h"
#include "radix.h"
#include "survey_codes.h"

#include <stdlib.h>
#include <string.h>

/*
 * Rows are sorted column by column, bytewise. Every name that can stand in a column is ranked once; after
 * that only ranks are compared. An empty name (all) has rank 0, the others begin with 1.
 */
enum column_of_store { BY_FIGURE, BY_PERIOD, BY_AGREEMENT, BY_TARGET_GROUP, BY_CODE };
enum { STORE_COLUMNS = 5, GOAL_FIGURES = FIGURES - FIGURE_GOAL_VALUE };

struct store_order {
    uint32_t *ranks[STORE_COLUMNS]; /* by figure_place, period, agreement, target group, code */
    size_t codes;                   /* codes that were ranked */
    size_t *starts;                 /* by slot: where the rows of a figure and a period begin, and one more */
    bool has[FIGURES];
};

void store_add(struct figures *figures, struct figure_key key, struct ratio value)
{
    figures->rows =
        arena_grow(figures->arena, figures->rows, figures->count, &figures->capacity, sizeof *figures->rows);
    figures->rows[figures->count++] = (struct figure){.key = key, .value = value};
}

struct ranked_name {
    struct sv name;
    size_t place;
};

static int compare_names(const void *a, const void *b)
{
    return sv_compare(((const struct ranked_name *)a)->name, ((const struct ranked_name *)b)->name);
}

static uint32_t *rank_names(struct arena *arena, struct ranked_name *names, size_t count)
{
    uint32_t *ranks = arena_array(arena, count, sizeof *ranks);
    for (size_t i = 0; i < count; i++)
        names[i].place = i;
    if (count)
        qsort(names, count, sizeof *names, compare_names);
    for (size_t i = 0; i < count; i++)
        ranks[names[i].place] = (uint32_t)i + 1;
    return ranks;
}

/* Figures of goals come once a goal, after all the others. */
static size_t figure_place(struct figure_key key)
{
    if (key.goal == NO_GOAL)
        return key.figure;
    return FIGURES + (size_t)key.goal * GOAL_FIGURES + (key.figure - FIGURE_GOAL_VALUE);
}

static uint32_t *rank_figures(struct figures *figures)
{
    const size_t goal_count = row_count(figures->data, TABLE_GOALS);
    const size_t count = FIGURES + goal_count * GOAL_FIGURES;
    struct ranked_name *names = arena_array(figures->arena, count, sizeof *names);
    for (uint16_t id = 0; id < FIGURES; id++)
        names[id].name = sv_of(figure_kind(id)->key);
    for (uint16_t goal = 0; goal < goal_count; goal++)
        for (uint16_t id = FIGURE_GOAL_VALUE; id < FIGURES; id++) {
            const struct figure_key key = {.figure = id, .goal = goal};
            names[figure_place(key)].name = figure_key_name(figures->arena, figures, key);
        }
    return rank_names(figures->arena, names, count);
}

static uint32_t *rank_periods(struct figures *figures)
{
    struct ranked_name *names = arena_array(figures->arena, figures->period_count, sizeof *names);
    for (size_t i = 0; i < figures->period_count; i++)
        names[i].name = period_name(&figures->periods[i]);
    return rank_names(figures->arena, names, figures->period_count);
}

static uint32_t *rank_agreements(struct figures *figures)
{
    const size_t count = row_count(figures->data, TABLE_AGREEMENTS);
    struct ranked_name *names = arena_array(figures->arena, count, sizeof *names);
    for (uint32_t i = 0; i < count; i++)
        names[i].name = agreement_id(figures->data, i);
    return rank_names(figures->arena, names, count);
}

static uint32_t *rank_target_groups(struct figures *figures)
{
    const struct code_list *list = code_list(&figures->data->codes, CODES_TARGET_GROUP);
    struct ranked_name *names = arena_array(figures->arena, list->count, sizeof *names);
    for (size_t i = 0; i < list->count; i++)
        names[i].name = list->codes[i].code;
    return rank_names(figures->arena, names, list->count);
}

static uint32_t *rank_codes(struct figures *figures)
{
    struct ranked_name *names = arena_array(figures->arena, figures->codes.count, sizeof *names);
    for (uint32_t i = 0; i < figures->codes.count; i++)
        names[i].name = symbols_name(&figures->codes, i);
    return rank_names(figures->arena, names, figures->codes.count);
}

/* A key's rank in a column; UINT32_MAX for a code that no row has. */
static uint32_t rank_in(const struct store_order *order, struct figure_key key, enum column_of_store column)
{
    switch (column) {
    case BY_FIGURE:
        return order->ranks[BY_FIGURE][figure_place(key)];
    case BY_PERIOD:
        return order->ranks[BY_PERIOD][key.period];
    case BY_AGREEMENT:
        return key.agreement == ALL_AGREEMENTS ? 0 : order->ranks[BY_AGREEMENT][key.agreement];
    case BY_TARGET_GROUP:
        return key.target_group == ALL_TARGET_GROUPS ? 0 : order->ranks[BY_TARGET_GROUP][key.target_group];
    case BY_CODE:
        if (key.code == WITHOUT_CODE)
            return 0;
        return key.code < order->codes ? order->ranks[BY_CODE][key.code] : UINT32_MAX;
    }
    return UINT32_MAX;
}

/* Rows of one figure and one period stand together; a look-up begins there. */
static size_t slot_of(const struct figures *figures, struct figure_key key)
{
    return (size_t)rank_in(figures->order, key, BY_FIGURE) * (figures->period_count + 1) +
           rank_in(figures->order, key, BY_PERIOD);
}

static void find_starts(struct figures *figures)
{
    struct store_order *order = figures->order;
    const size_t names = FIGURES + row_count(figures->data, TABLE_GOALS) * GOAL_FIGURES;
    const size_t slots = (names + 1) * (figures->period_count + 1);
    order->starts = arena_array(figures->arena, slots + 1, sizeof *order->starts);
    for (size_t i = 0; i < figures->count; i++) {
        order->starts[slot_of(figures, figures->rows[i].key) + 1]++;
        order->has[figures->rows[i].key.figure] = true;
    }
    for (size_t slot = 0; slot < slots; slot++)
        order->starts[slot + 1] += order->starts[slot];
}

static void place_rows(struct figures *figures, const struct keyed *sorted, struct arena *arena)
{
    struct figure *rows = arena_array(arena, figures->count, sizeof *rows);
    for (size_t i = 0; i < figures->count; i++)
        rows[i] = figures->rows[sorted[i].value];
    memcpy(figures->rows, rows, figures->count * sizeof *rows);
}

static void sort_rows(struct figures *figures, struct arena *arena)
{
    struct keyed *rows = arena_array(arena, figures->count, sizeof *rows);
    struct keyed *spare = arena_array(arena, figures->count, sizeof *spare);
    for (size_t i = 0; i < figures->count; i++)
        rows[i].value = (uint32_t)i;
    for (int column = BY_CODE; column >= BY_FIGURE; column--) {
        for (size_t i = 0; i < figures->count; i++)
            rows[i].key =
                rank_in(figures->order, figures->rows[rows[i].value].key, (enum column_of_store)column);
        radix_sort(rows, spare, figures->count);
    }
    place_rows(figures, rows, arena);
}

void store_sort(struct figures *figures)
{
    struct arena scratch;
    arena_init(&scratch, figures->arena->exhausted);
    struct store_order *order = arena_alloc(figures->arena, sizeof *order);
    order->codes = figures->codes.count;
    order->ranks[BY_FIGURE] = rank_figures(figures);
    order->ranks[BY_PERIOD] = rank_periods(figures);
    order->ranks[BY_AGREEMENT] = rank_agreements(figures);
    order->ranks[BY_TARGET_GROUP] = rank_target_groups(figures);
    order->ranks[BY_CODE] = rank_codes(figures);
    figures->order = order;
    sort_rows(figures, &scratch);
    find_starts(figures);
    arena_free(&scratch);
}

/* Of keys of one figure and one period. */
static int compare_keys(const struct store_order *order, struct figure_key a, struct figure_key b)
{
    for (int column = BY_AGREEMENT; column <= BY_CODE; column++) {
        const uint32_t rank_a = rank_in(order, a, (enum column_of_store)column);
        const uint32_t rank_b = rank_in(order, b, (enum column_of_store)column);
        if (rank_a != rank_b)
            return rank_a < rank_b ? -1 : 1;
    }
    return 0;
}

/* The key's figure and period, from the first row that does not come before the key. */
struct slice {
    size_t from;
    size_t to;
};

static struct slice slice_from(const struct figures *figures, struct figure_key key)
{
    const size_t *starts = &figures->order->starts[slot_of(figures, key)];
    struct slice slice = {starts[0], starts[1]};
    for (size_t to = slice.to; slice.from < to;) {
        const size_t middle = slice.from + (to - slice.from) / 2;
        if (compare_keys(figures->order, figures->rows[middle].key, key) < 0)
            slice.from = middle + 1;
        else
            to = middle;
    }
    return slice;
}

static bool key_is_in_store(const struct figures *figures, struct figure_key key)
{
    return figures->order && key.figure < FIGURES && key.period < figures->period_count;
}

const struct figure *figures_find(const struct figures *figures, struct figure_key key)
{
    if (!key_is_in_store(figures, key))
        return NULL;
    const struct slice slice = slice_from(figures, key);
    if (slice.from == slice.to || compare_keys(figures->order, figures->rows[slice.from].key, key) != 0)
        return NULL;
    return &figures->rows[slice.from];
}

bool figures_have(const struct figures *figures, enum figure_id id)
{
    return figures->order && figures->order->has[id];
}

struct ratio figures_value(const struct figures *figures, struct figure_key key)
{
    const struct figure *row = figures_find(figures, key);
    return row ? row->value : figure_value_without_row(key);
}

struct ratio figure_value_without_row(struct figure_key key)
{
    const enum figure_unit unit = figure_kind(key.figure)->unit;
    const bool adds_up =
        (unit == UNIT_COUNT || unit == UNIT_AMOUNT || unit == UNIT_HOURS) && !figure_is_mean(key.figure);
    return key.code != WITHOUT_CODE && adds_up ? ratio_whole(0) : ratio_none();
}

struct ratio store_sum_of_codes(const struct figures *figures, struct figure_key key)
{
    struct ratio sum = ratio_whole(0);
    key.code = WITHOUT_CODE;
    const struct slice slice = slice_from(figures, key);
    for (size_t i = slice.from; i < slice.to; i++) {
        struct figure_key without = figures->rows[i].key;
        without.code = WITHOUT_CODE;
        if (compare_keys(figures->order, without, key) != 0)
            break;
        if (figures->rows[i].key.code != WITHOUT_CODE)
            sum = ratio_add(sum, figures->rows[i].value);
    }
    return sum;
}

struct figure_key figure_key_in(const struct figures *figures, enum figure_id id, uint16_t period)
{
    (void)figures;
    return (struct figure_key){.figure = (uint16_t)id,
                               .period = period,
                               .agreement = ALL_AGREEMENTS,
                               .target_group = ALL_TARGET_GROUPS,
                               .goal = NO_GOAL,
                               .code = WITHOUT_CODE};
}

struct figure_key figure_key(const struct figures *figures, enum figure_id id)
{
    return figure_key_in(figures, id, figures->report);
}

struct figure_key figure_key_code(struct figures *figures, struct figure_key key, struct sv code)
{
    key.code = symbols_intern(&figures->codes, code);
    return key;
}

struct sv figure_key_name(struct arena *arena, const struct figures *figures, struct figure_key key)
{
    if (key.goal == NO_GOAL)
        return sv_of(figure_kind(key.figure)->key);
    const struct sv goal =
        symbols_name(&figures->data->tables[TABLE_GOALS].keys, goals(figures->data)[key.goal].id);
    return sv_format(arena, "maal.%.*s.%s", SV_ARG(goal), figure_kind(key.figure)->key);
}

const char *figure_key_unit(const struct figures *figures, struct figure_key key)
{
    const enum figure_unit unit = figure_kind(key.figure)->unit;
    if (unit != UNIT_OF_GOAL)
        return figure_unit_name(unit);
    const enum figure_id about =
        key.goal == NO_GOAL ? FIGURES : figure_named(goals(figures->data)[key.goal].figure);
    return about == FIGURES ? "" : figure_unit_name(figure_kind(about)->unit);
}

struct sv figure_code_name(struct arena *arena, const struct figures *figures, struct figure_key key)
{
    if (key.code == WITHOUT_CODE)
        return (struct sv){0};
    const struct sv code = symbols_name(&figures->codes, key.code);
    struct sv name;
    if (survey_code_name(arena, figures->data, key.figure, code, &name))
        return name;
    const size_t category = category_find(figures->data, key.figure, code);
    return category == CATEGORY_NONE ? code : category_name(arena, figures->data, key.figure, category);
}
