#include "affected_rows.h"

#include "table_rows.h"

#include <string.h>

static uint32_t *no_changes(size_t count, struct arena *arena)
{
    uint32_t *changes = arena_array(arena, count + 1, sizeof *changes);
    memset(changes, 0xFF, (count + 1) * sizeof *changes);
    return changes;
}

/* What affects a row is the first that is found: its own change, or that of the nearest row. */
static bool mark_one(uint32_t *changes, uint32_t row, uint32_t change)
{
    if (row == ROW_NONE || changes[row] != NO_ROW_CHANGE)
        return false;
    changes[row] = change;
    return true;
}

/* False: both were marked already. */
static bool mark(struct affected_rows *affected, enum table_id table, uint32_t before, uint32_t after,
                 uint32_t change)
{
    const bool marked = mark_one(affected->change_before[table], before, change);
    return mark_one(affected->change_after[table], after, change) || marked;
}

static void mark_changed(struct affected_rows *affected)
{
    for (uint32_t i = 0; i < affected->changes->row_count; i++) {
        const struct row_change *change = &affected->changes->rows[i];
        mark(affected, change->table, change->before, change->after, i);
    }
}

/* ---- Rows that refer to one ---- */

/* What affects the row that a row refers to. */
static uint32_t change_of_referred(const struct data_set *data, uint32_t *const changes[TABLES],
                                   enum table_id table, const struct column *column, uint32_t row)
{
    uint32_t referred;
    if (row == ROW_NONE)
        return NO_ROW_CHANGE;
    memcpy(&referred, record_at(data, table, row) + column->offset, sizeof referred);
    return referred >= row_count(data, column->reference) ? NO_ROW_CHANGE
                                                          : changes[column->reference][referred];
}

static bool mark_by_reference(struct affected_rows *affected, enum table_id table,
                              const struct column *column)
{
    const struct row_match *match = affected->match;
    bool marked = false;
    for (uint32_t row = 0; row < row_count(match->after, table); row++) {
        const uint32_t before = match->before_of[table][row];
        uint32_t change = change_of_referred(match->after, affected->change_after, table, column, row);
        if (change == NO_ROW_CHANGE)
            change = change_of_referred(match->before, affected->change_before, table, column, before);
        if (change != NO_ROW_CHANGE)
            marked |= mark(affected, table, before, row, change);
    }
    return marked;
}

static bool mark_table_by_references(struct affected_rows *affected, enum table_id table)
{
    const struct table_schema *schema = table_schema(table);
    bool marked = false;
    for (size_t column = 0; column < schema->column_count; column++)
        if (schema->columns[column].type == VALUE_REFERENCE)
            marked |= mark_by_reference(affected, table, &schema->columns[column]);
    return marked;
}

/* From agreements to courses, and from there to follow-ups: as often as there is more to mark. */
static void mark_references(struct affected_rows *affected)
{
    bool marked = true;
    while (marked) {
        marked = false;
        for (enum table_id table = 0; table < TABLES; table++)
            marked |= mark_table_by_references(affected, table);
    }
}

/* ---- Rows that are counted together ---- */

/* The rows of a table that are counted together have the same number. */
typedef uint32_t (*group_of)(const struct data_set *data, const struct donors *donors, uint32_t row);

static uint32_t citizen_of_job(const struct data_set *data, const struct donors *donors, uint32_t row)
{
    (void)donors;
    return jobs(data)[row].participant;
}

static uint32_t course_of_follow_up(const struct data_set *data, const struct donors *donors, uint32_t row)
{
    (void)donors;
    return follow_ups(data)[row].course;
}

static uint32_t course_of_reading(const struct data_set *data, const struct donors *donors, uint32_t row)
{
    (void)donors;
    return readings(data)[row].course;
}

static uint32_t giver_of_application(const struct data_set *data, const struct donors *donors, uint32_t row)
{
    (void)data;
    return donors->of_row[row];
}

/* One data set's part of what is counted together. */
struct side {
    const struct data_set *data;
    const struct donors *donors;
    const uint32_t *changes; /* by row of the table */
    uint32_t *of_group;      /* what affects a row of the group */
};

static struct side side_of(const struct data_set *data, const struct donors *donors, const uint32_t *changes,
                           size_t groups, struct arena *scratch)
{
    return (struct side){data, donors, changes, no_changes(groups, scratch)};
}

static void gather_groups(const struct side *side, enum table_id table, group_of group)
{
    for (uint32_t row = 0; row < row_count(side->data, table); row++) {
        uint32_t *of_group = &side->of_group[group(side->data, side->donors, row)];
        if (*of_group == NO_ROW_CHANGE)
            *of_group = side->changes[row];
    }
}

static uint32_t change_of_group(const struct side *side, group_of group, uint32_t row)
{
    return row == ROW_NONE ? NO_ROW_CHANGE : side->of_group[group(side->data, side->donors, row)];
}

static void mark_together(struct affected_rows *affected, enum table_id table, group_of group,
                          const struct side *before, const struct side *after)
{
    const struct row_match *match = affected->match;
    gather_groups(before, table, group);
    gather_groups(after, table, group);
    for (uint32_t row = 0; row < row_count(match->after, table); row++) {
        uint32_t change = change_of_group(after, group, row);
        if (change == NO_ROW_CHANGE)
            change = change_of_group(before, group, match->before_of[table][row]);
        if (change != NO_ROW_CHANGE)
            mark(affected, table, match->before_of[table][row], row, change);
    }
}

static void mark_counted_together(struct affected_rows *affected, const struct donors *donors_before,
                                  const struct donors *donors_after)
{
    static const struct {
        enum table_id table;
        group_of group;
    } together[] = {
        {TABLE_JOBS, citizen_of_job},
        {TABLE_FOLLOW_UPS, course_of_follow_up},
        {TABLE_READINGS, course_of_reading},
        {TABLE_APPLICATIONS, giver_of_application},
    };
    const struct row_match *match = affected->match;
    for (size_t i = 0; i < sizeof together / sizeof *together; i++) {
        const enum table_id table = together[i].table;
        struct arena scratch;
        arena_init(&scratch, affected->arena->exhausted);
        const size_t groups_before = match->before->participants.count +
                                     row_count(match->before, TABLE_COURSES) + donors_before->count;
        const size_t groups_after =
            match->after->participants.count + row_count(match->after, TABLE_COURSES) + donors_after->count;
        const struct side before =
            side_of(match->before, donors_before, affected->change_before[table], groups_before, &scratch);
        const struct side after =
            side_of(match->after, donors_after, affected->change_after[table], groups_after, &scratch);
        mark_together(affected, table, together[i].group, &before, &after);
        arena_free(&scratch);
    }
}

/* ---- The lists ---- */

static struct affected_list list_rows(const struct affected_rows *affected, enum table_id table, bool all)
{
    const struct row_match *match = affected->match;
    struct affected_list list = {0};
    size_t capacity = 0;
    const size_t count_before = row_count(match->before, table);
    const size_t count = count_before + row_count(match->after, table);
    for (size_t i = 0; i < count; i++) { /* the rows of the earlier data, then those of the present */
        const bool present = i >= count_before;
        const uint32_t row = (uint32_t)(present ? i - count_before : i);
        const uint32_t change =
            present ? affected->change_after[table][row] : affected->change_before[table][row];
        if ((!present && match->after_of[table][row] != ROW_NONE) || (!all && change == NO_ROW_CHANGE))
            continue;
        list.rows = arena_grow(affected->arena, list.rows, list.count, &capacity, sizeof *list.rows);
        list.rows[list.count++] = (struct affected_row){
            .before = present ? match->before_of[table][row] : row,
            .after = present ? row : ROW_NONE,
            .change = change,
        };
    }
    return list;
}

const struct affected_list *affected_rows_all(struct affected_rows *affected, enum table_id table)
{
    if (!affected->all[table].rows)
        affected->all[table] = list_rows(affected, table, true);
    return &affected->all[table];
}

bool affected_row_is_changed(const struct changes *changes, enum table_id table,
                             const struct affected_row *row)
{
    if (row->change == NO_ROW_CHANGE)
        return false;
    const struct row_change *change = &changes->rows[row->change];
    return change->table == table && change->before == row->before && change->after == row->after;
}

void affected_rows_find(struct affected_rows *affected, const struct changes *changes,
                        const struct row_match *match, const struct donors *donors_before,
                        const struct donors *donors_after, struct arena *arena)
{
    *affected = (struct affected_rows){.changes = changes, .match = match, .arena = arena};
    for (enum table_id table = 0; table < TABLES; table++) {
        affected->change_before[table] = no_changes(row_count(match->before, table), arena);
        affected->change_after[table] = no_changes(row_count(match->after, table), arena);
    }
    mark_changed(affected);
    mark_references(affected);
    mark_counted_together(affected, donors_before, donors_after);
    for (enum table_id table = 0; table < TABLES; table++)
        affected->affected[table] = list_rows(affected, table, false);
}
