#include "figure_rows.h"

#include "affected_rows.h"
#include "row_set_rules.h"
#include "rows_of_agreement.h"

/* One of the two countings, and the moved figure's rule in it. */
struct side {
    const struct data_set *data;
    const struct figures *figures;
    struct row_sets sets;
    bool has_key; /* the counting has the agreement, the goal, the period and the code of the figure */
    struct figure_key key;
    bool asks; /* rows can be asked; not for what only a goal's own row says */
    struct asked_figure asked;
};

struct tracing {
    struct changes *changes;
    const struct row_match *match;
    struct affected_rows affected;
    struct rows_of_agreement of_agreement[2][TABLES]; /* of the affected rows; of all */
    struct side before, after;
    struct figure_change *figure; /* whose rows are looked for */
    size_t capacity;              /* of its rows */
    struct arena *arena;
    struct arena scratch; /* emptied for each figure */
};

/* ---- The figure's key in the other counting ---- */

static bool find_period(const struct figures *figures, struct sv name, uint16_t *found)
{
    for (uint16_t i = 0; i < figures->period_count; i++)
        if (sv_equal(period_name(&figures->periods[i]), name)) {
            *found = i;
            return true;
        }
    return false;
}

static bool find_target_group(const struct data_set *data, struct sv code, uint16_t *found)
{
    const struct code_list *list = code_list(&data->codes, CODES_TARGET_GROUP);
    for (uint16_t i = 0; i < list->count; i++)
        if (sv_equal(list->codes[i].code, code)) {
            *found = i;
            return true;
        }
    return false;
}

/* `rows` leads from rows of the one data set to rows of the other. */
static bool translate(const struct figure_change *figure, struct figure_key from,
                      uint32_t *const rows[TABLES], const struct side *to, struct figure_key *key)
{
    *key = from;
    if (from.agreement != ALL_AGREEMENTS &&
        (key->agreement = rows[TABLE_AGREEMENTS][from.agreement]) == ROW_NONE)
        return false;
    if (from.goal != NO_GOAL) {
        const uint32_t goal = rows[TABLE_GOALS][from.goal];
        if (goal == ROW_NONE)
            return false;
        key->goal = (uint16_t)goal;
    }
    if (from.code != WITHOUT_CODE &&
        (key->code = symbols_find(&to->figures->codes, figure->key.code)) == SYMBOL_NONE)
        return false;
    return find_period(to->figures, figure->key.period, &key->period) &&
           (from.target_group == ALL_TARGET_GROUPS ||
            find_target_group(to->data, figure->key.target_group, &key->target_group));
}

static void ask(struct tracing *tracing, struct side *side)
{
    side->asks = side->has_key && row_set_ask(&side->sets, side->key, &side->asked, &tracing->scratch);
}

static void ask_both(struct tracing *tracing)
{
    const struct figure_change *figure = tracing->figure;
    struct side *before = &tracing->before;
    struct side *after = &tracing->after;
    before->has_key = figure->before != NULL;
    after->has_key = figure->after != NULL;
    if (figure->before)
        before->key = figure->before->key;
    if (figure->after)
        after->key = figure->after->key;
    if (!figure->before)
        before->has_key = translate(figure, after->key, tracing->match->before_of, before, &before->key);
    if (!figure->after)
        after->has_key = translate(figure, before->key, tracing->match->after_of, after, &after->key);
    ask(tracing, before);
    ask(tracing, after);
}

/* ---- What rows add ---- */

static struct addition addition_of(const struct side *side, enum table_id table, uint32_t row)
{
    if (!side->asks || row == ROW_NONE)
        return (struct addition){0};
    return row_set_addition(&side->asked, table, row);
}

static void add_row(struct tracing *tracing, struct figure_row row)
{
    struct figure_change *figure = tracing->figure;
    figure->rows =
        arena_grow(tracing->arena, figure->rows, figure->row_count, &tracing->capacity, sizeof *figure->rows);
    figure->rows[figure->row_count++] = row;
}

static void add_counted(struct tracing *tracing, enum table_id table, const struct affected_row *row,
                        struct addition before, struct addition after)
{
    add_row(tracing, (struct figure_row){
                         .change = row->change,
                         .table = table,
                         .before = row->before,
                         .after = row->after,
                         .counted_before = before.counts,
                         .counted_after = after.counts,
                         .amount_before = before.amount,
                         .amount_after = after.amount,
                         .base_before = before.base,
                         .base_after = after.base,
                     });
}

/* Whether a cell differs that may say whom the row is about. */
static bool changes_whom(const struct row_change *change)
{
    const struct table_schema *schema = table_schema(change->table);
    for (size_t i = 0; i < change->cell_count; i++) {
        const enum value_type type = schema->columns[change->cells[i].column].type;
        if (type == VALUE_PARTICIPANT || type == VALUE_REFERENCE || type == VALUE_TEXT || type == VALUE_CODE)
            return true;
    }
    return false;
}

static bool is_derived(const struct figure_change *figure, const struct side *side)
{
    return side->key.goal != NO_GOAL && !sv_ends_with(figure->key.name, sv_of(".vaerdi"));
}

/* A row that adds the same may still move the figure: by counting another person, or on another day. */
static bool matters_otherwise(const struct tracing *tracing, enum table_id table,
                              const struct affected_row *row)
{
    const struct side *side = tracing->after.asks ? &tracing->after : &tracing->before;
    if (!affected_row_is_changed(tracing->changes, table, row))
        return false;
    return is_derived(tracing->figure, side) || (side->asked.rule->measure == MEASURE_DISTINCT &&
                                                 changes_whom(&tracing->changes->rows[row->change]));
}

static void trace_row(struct tracing *tracing, enum table_id table, const struct affected_row *row)
{
    const struct addition before = addition_of(&tracing->before, table, row->before);
    const struct addition after = addition_of(&tracing->after, table, row->after);
    if (!before.counts && !after.counts)
        return;
    if (before.counts != after.counts || before.amount != after.amount || before.base != after.base ||
        matters_otherwise(tracing, table, row))
        add_counted(tracing, table, row, before, after);
}

/* The tables whose rows the figure counts in either of the countings. */
static void mark_tables(const struct side *side, bool tables[TABLES])
{
    if (!side->asks)
        return;
    tables[side->asked.rule->table] = true;
    if (side->asked.rule->base)
        tables[side->asked.rule->base_table] = true;
}

/* Whether no row of another agreement can count in it, in either counting that can be asked. */
static bool is_of_one_agreement(const struct tracing *tracing)
{
    return (!tracing->before.asks || tracing->before.key.agreement != ALL_AGREEMENTS) &&
           (!tracing->after.asks || tracing->after.key.agreement != ALL_AGREEMENTS);
}

static void trace_agreement(struct tracing *tracing, enum table_id table, const struct affected_list *list,
                            bool every_row)
{
    struct rows_of_agreement *rows = &tracing->of_agreement[every_row][table];
    const struct affected_row *row;
    if (!rows->list)
        rows_of_agreement_make(rows, table, list, tracing->match, tracing->affected.arena);
    struct agreement_walk walk =
        agreement_walk(rows, tracing->before.asks ? tracing->before.key.agreement : ROW_NONE,
                       tracing->after.asks ? tracing->after.key.agreement : ROW_NONE);
    while ((row = agreement_walk_next(&walk)) != NULL)
        trace_row(tracing, table, row);
}

static void trace_tables(struct tracing *tracing, bool every_row)
{
    bool tables[TABLES] = {false};
    mark_tables(&tracing->before, tables);
    mark_tables(&tracing->after, tables);
    for (enum table_id table = 0; table < TABLES; table++) {
        if (!tables[table])
            continue;
        const struct affected_list *list =
            every_row ? affected_rows_all(&tracing->affected, table) : &tracing->affected.affected[table];
        if (is_of_one_agreement(tracing)) {
            trace_agreement(tracing, table, list, every_row);
            continue;
        }
        for (size_t i = 0; i < list->count; i++)
            trace_row(tracing, table, &list->rows[i]);
    }
}

/* ---- What the figure is about ---- */

/* The row of a table that the figure is about, when it differs: a goal's own, or an agreement's. */
static void trace_subject(struct tracing *tracing, enum table_id table, uint32_t before, uint32_t after)
{
    uint32_t change = NO_ROW_CHANGE;
    if (after != ROW_NONE)
        change = tracing->affected.change_after[table][after];
    else if (before != ROW_NONE)
        change = tracing->affected.change_before[table][before];
    if (change != NO_ROW_CHANGE)
        add_row(tracing,
                (struct figure_row){.change = change, .table = table, .before = before, .after = after});
}

static uint32_t goal_row(const struct side *side)
{
    return side->has_key && side->key.goal != NO_GOAL ? side->key.goal : ROW_NONE;
}

static uint32_t agreement_row(const struct side *side)
{
    return side->has_key && side->key.agreement != ALL_AGREEMENTS ? side->key.agreement : ROW_NONE;
}

/* Marks the tables that one refers to: courses for follow-ups, agreements for courses … */
static bool mark_referred_by(enum table_id table, bool tables[TABLES])
{
    const struct table_schema *schema = table_schema(table);
    bool marked = false;
    for (size_t column = 0; column < schema->column_count; column++)
        if (schema->columns[column].type == VALUE_REFERENCE && !tables[schema->columns[column].reference])
            marked = tables[schema->columns[column].reference] = true;
    return marked;
}

static void mark_referred(bool tables[TABLES])
{
    bool marked = true;
    while (marked) {
        marked = false;
        for (enum table_id table = 0; table < TABLES; table++)
            marked |= tables[table] && mark_referred_by(table, tables);
    }
}

static bool is_of_agreement(const struct side *side, enum table_id table, uint32_t row)
{
    if (!side->has_key || row == ROW_NONE)
        return false;
    return side->key.agreement == ALL_AGREEMENTS ||
           row_agreement(side->data, table, row) == side->key.agreement;
}

/* Adds the rows that differ in the tables; `of_agreement`: of the figure's agreement alone. */
static void add_every_change(struct tracing *tracing, const bool tables[TABLES], bool of_agreement)
{
    for (uint32_t i = 0; i < tracing->changes->row_count; i++) {
        const struct row_change *change = &tracing->changes->rows[i];
        if (tables[change->table] &&
            (!of_agreement || is_of_agreement(&tracing->before, change->table, change->before) ||
             is_of_agreement(&tracing->after, change->table, change->after)))
            add_row(tracing, (struct figure_row){.change = i,
                                                 .table = change->table,
                                                 .before = change->before,
                                                 .after = change->after});
    }
}

/*
 * Rows that differ, though none of them is seen to move the figure: whether a figure is there at all, with no
 * rows to count, depends on others (a share of no follow-ups is there with its courses). A figure that no
 * rule leads from to rows, such as those of payment by results, may come of any row.
 */
static void trace_every_change(struct tracing *tracing)
{
    bool tables[TABLES] = {false};
    mark_tables(&tracing->before, tables);
    mark_tables(&tracing->after, tables);
    mark_referred(tables);
    if (tracing->before.asks || tracing->after.asks) {
        add_every_change(tracing, tables, true);
        return;
    }
    for (enum table_id table = 0; table < TABLES; table++)
        tables[table] = true;
    add_every_change(tracing, tables, false);
}

/* Causes that are none of a table's rows reach any row. */
static bool any_row_may_have_moved(const struct changes *changes)
{
    return changes->causes & (CAUSE_CODES | CAUSE_SETTINGS | CAUSE_OPTIONS);
}

static int64_t scale_of(const struct tracing *tracing)
{
    const struct side *side = tracing->after.asks ? &tracing->after : &tracing->before;
    return side->asks && side->asked.rule->scale ? side->asked.rule->scale : 1;
}

static void trace(struct tracing *tracing)
{
    struct figure_change *figure = tracing->figure;
    ask_both(tracing);
    figure->scale = scale_of(tracing);
    trace_subject(tracing, TABLE_GOALS, goal_row(&tracing->before), goal_row(&tracing->after));
    trace_tables(tracing, any_row_may_have_moved(tracing->changes));
    if (!figure->row_count)
        trace_subject(tracing, TABLE_AGREEMENTS, agreement_row(&tracing->before),
                      agreement_row(&tracing->after));
    if (!figure->row_count && !any_row_may_have_moved(tracing->changes))
        trace_tables(tracing, true);
    if (!figure->row_count)
        trace_every_change(tracing);
}

/* ---- Causes ---- */

static bool has_row_without_change(const struct figure_change *figure)
{
    for (size_t i = 0; i < figure->row_count; i++)
        if (figure->rows[i].change == NO_ROW_CHANGE)
            return true;
    return !figure->row_count;
}

static void find_causes(struct changes *changes, struct figure_change *figure)
{
    if (figure->data_moved && has_row_without_change(figure))
        figure->causes |= changes->causes & ~(unsigned)CAUSE_PROGRAM;
    if (figure->method)
        figure->causes |= CAUSE_PROGRAM;
    changes->unexplained += !figure->row_count && !figure->causes;
}

static struct side side_of(const struct counted_run *run, struct arena *arena)
{
    struct side side = {.data = run->data, .figures = run->figures};
    row_sets_init(&side.sets, run->figures, arena);
    return side;
}

void figure_rows_find(struct changes *changes, const struct row_match *match, struct arena *arena)
{
    struct tracing tracing = {.changes = changes, .match = match, .arena = arena};
    struct arena orders;
    arena_init(&orders, arena->exhausted);
    tracing.before = side_of(&changes->before, &orders);
    tracing.after = side_of(&changes->after, &orders);
    affected_rows_find(&tracing.affected, changes, match, &tracing.before.sets.donors,
                       &tracing.after.sets.donors, &orders);
    for (size_t i = 0; i < changes->figure_count; i++) {
        arena_init(&tracing.scratch, arena->exhausted);
        tracing.figure = &changes->figures[i];
        tracing.capacity = 0;
        if (tracing.figure->data_moved)
            trace(&tracing);
        find_causes(changes, tracing.figure);
        arena_free(&tracing.scratch);
    }
    arena_free(&orders);
}
