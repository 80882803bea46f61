#include "row_changes.h"

#include "record_text.h"
#include "table_rows.h"

#include <stdlib.h>

struct errors {
    const struct finding **findings;
    size_t count;
};

struct listing {
    struct changes *changes;
    const struct row_match *match;
    struct errors errors_before, errors_after;
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
    struct row_change change = {
        .kind = ROW_CHANGED, .table = table, .before = before, .after = after, .left_out = ROW_NONE};
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

/* ---- Rows that count in one data set only ---- */

static int compare_places(const struct finding *a, const struct finding *b)
{
    const int order = sv_compare(a->place.file, b->place.file);
    return order ? order : (a->place.line > b->place.line) - (a->place.line < b->place.line);
}

static int compare_findings(const void *a, const void *b)
{
    return compare_places(*(const struct finding *const *)a, *(const struct finding *const *)b);
}

/* The errors, by file and line. */
static struct errors sort_errors(const struct diag *diag, struct arena *arena)
{
    struct errors errors = {arena_array(arena, diag ? diag->count : 0, sizeof *errors.findings), 0};
    for (size_t i = 0; diag && i < diag->count; i++)
        if (diag_kind(diag->findings[i].code)->level == DIAG_ERROR)
            errors.findings[errors.count++] = &diag->findings[i];
    if (errors.count)
        qsort(errors.findings, errors.count, sizeof *errors.findings, compare_findings);
    return errors;
}

/* A copy of the first error of the row; NULL: none stands at its line. */
static const struct finding *error_of(const struct errors *errors, const struct data_set *data,
                                      enum table_id table, uint32_t row, struct arena *arena)
{
    const struct source *source = source_of(data, table, row);
    if (source->file >= data->file_count)
        return NULL;
    const struct finding asked = {.place = {.file = data->files[source->file].name, .line = source->line}};
    const struct finding *const key = &asked;
    const struct finding *const *found = errors->count ? bsearch(&key, errors->findings, errors->count,
                                                                 sizeof *errors->findings, compare_findings)
                                                       : NULL;
    if (!found)
        return NULL;
    while (found > errors->findings && compare_places(found[-1], key) == 0)
        found--;
    struct finding *copy = arena_alloc(arena, sizeof *copy);
    *copy = **found;
    return copy;
}

static void list_removed(struct listing *listing, enum table_id table, uint32_t row)
{
    const struct row_match *match = listing->match;
    struct row_change change = {
        .kind = ROW_REMOVED,
        .table = table,
        .before = row,
        .after = ROW_NONE,
        .left_out = match->out_after_of[table][row],
    };
    if (change.left_out != ROW_NONE) {
        change.kind = ROW_NOW_LEFT_OUT;
        change.why = error_of(&listing->errors_after, match->after, table, change.left_out, listing->arena);
    }
    list(listing, change);
}

static void list_added(struct listing *listing, enum table_id table, uint32_t row)
{
    const struct row_match *match = listing->match;
    struct row_change change = {
        .kind = ROW_ADDED,
        .table = table,
        .before = ROW_NONE,
        .after = row,
        .left_out = match->out_before_of[table][row],
    };
    if (change.left_out != ROW_NONE) {
        change.kind = ROW_NOW_COUNTED;
        change.why = error_of(&listing->errors_before, match->before, table, change.left_out, listing->arena);
    }
    list(listing, change);
}

static void list_table(struct listing *listing, enum table_id table)
{
    const struct row_match *match = listing->match;
    for (uint32_t row = 0; row < row_count(match->before, table); row++)
        if (match->after_of[table][row] == ROW_NONE)
            list_removed(listing, table, row);
    for (uint32_t row = 0; row < row_count(match->after, table); row++) {
        const uint32_t before = match->before_of[table][row];
        if (before == ROW_NONE)
            list_added(listing, table, row);
        else
            list_changed(listing, table, before, row);
    }
}

void row_changes_find(struct changes *changes, const struct row_match *match,
                      const struct changes_request *request, struct arena *arena)
{
    struct listing listing = {.changes = changes, .match = match, .arena = arena};
    struct arena scratch;
    arena_init(&scratch, arena->exhausted);
    listing.errors_before = sort_errors(request->found_before, &scratch);
    listing.errors_after = sort_errors(request->found_after, &scratch);
    for (enum table_id table = 0; table < TABLES; table++)
        list_table(&listing, table);
    arena_free(&scratch);
}
