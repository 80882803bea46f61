#include "row_changes.h"

#include "record_text.h"

struct listing {
    struct changes *changes;
    const struct row_match *match;
    size_t capacity;
    struct arena *arena;
};

static void list(struct listing *listing, struct row_change change)
{
    struct changes *changes = listing->changes;
    changes->rows = arena_grow(listing->arena, changes->rows, changes->row_count, &listing->capacity,
                               sizeof *changes->rows);
    changes->rows[changes->row_count++] = change;
    changes->per_table[change.table][change.kind]++;
}

static size_t count_different(const struct row_match *match, enum table_id table, uint32_t before,
                              uint32_t after)
{
    const struct table_schema *schema = table_schema(table);
    size_t count = 0;
    for (size_t i = 0; i < schema->column_count; i++)
        count += !row_match_same_cell(match, table, &schema->columns[i], before, after);
    return count;
}

static void list_changed(struct listing *listing, enum table_id table, uint32_t before, uint32_t after)
{
    const struct row_match *match = listing->match;
    const struct table_schema *schema = table_schema(table);
    const size_t count = count_different(match, table, before, after);
    struct row_change change = {ROW_CHANGED, table, before, after, NULL, 0};
    if (!count)
        return;
    change.cells = arena_array(listing->arena, count, sizeof *change.cells);
    for (size_t i = 0; i < schema->column_count; i++) {
        const struct column *column = &schema->columns[i];
        if (!row_match_same_cell(match, table, column, before, after))
            change.cells[change.cell_count++] = (struct cell_change){
                .column = (uint16_t)i,
                .before = record_text(match->before, table, before, column, listing->arena),
                .after = record_text(match->after, table, after, column, listing->arena),
            };
    }
    list(listing, change);
}

static void list_table(struct listing *listing, enum table_id table)
{
    const struct row_match *match = listing->match;
    for (uint32_t row = 0; row < row_count(match->before, table); row++)
        if (match->after_of[table][row] == ROW_NONE)
            list(listing, (struct row_change){ROW_REMOVED, table, row, ROW_NONE, NULL, 0});
    for (uint32_t row = 0; row < row_count(match->after, table); row++) {
        const uint32_t before = match->before_of[table][row];
        if (before == ROW_NONE)
            list(listing, (struct row_change){ROW_ADDED, table, ROW_NONE, row, NULL, 0});
        else
            list_changed(listing, table, before, row);
    }
}

void row_changes_find(struct changes *changes, const struct row_match *match, struct arena *arena)
{
    struct listing listing = {.changes = changes, .match = match, .arena = arena};
    for (enum table_id table = 0; table < TABLES; table++)
        list_table(&listing, table);
}
