#include "row_changes.h"

#include "record_text.h"
#include "table_rows.h"

#include <stdlib.h>

/* An error, and a row that is left out for it. */
struct error_at {
    struct sv file;
    uint32_t line;
    const struct finding *finding;
};

struct errors {
    struct error_at *errors;
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

static int compare_places(const struct error_at *a, const struct error_at *b)
{
    const int order = sv_compare(a->file, b->file);
    return order ? order : (a->line > b->line) - (a->line < b->line);
}

static int compare_errors(const void *a, const void *b)
{
    const struct error_at *left = a;
    const struct error_at *right = b;
    const int order = compare_places(left, right);
    return order ? order : (left->finding > right->finding) - (left->finding < right->finding);
}

static void add_error(struct errors *errors, struct sv file, uint32_t line, const struct finding *finding)
{
    errors->errors[errors->count++] = (struct error_at){file, line, finding};
}

/* A key that stands twice is found at the second row, and leaves out the first too, which its details name.
 */
static void add_first_of_two(struct errors *errors, const struct finding *finding)
{
    decimal line;
    if (finding->code == DIAG_KEY_TWICE && decimal_parse(finding->details[0], &line) == DECIMAL_OK)
        add_error(errors, finding->details[1], (uint32_t)(line / DECIMAL_ONE), finding);
}

/* By file and line. */
static struct errors sort_errors(const struct diag *diag, struct arena *arena)
{
    struct errors errors = {arena_array(arena, diag ? 2 * diag->count : 0, sizeof *errors.errors), 0};
    for (size_t i = 0; diag && i < diag->count; i++) {
        const struct finding *finding = &diag->findings[i];
        if (diag_kind(finding->code)->level != DIAG_ERROR)
            continue;
        add_error(&errors, finding->place.file, finding->place.line, finding);
        add_first_of_two(&errors, finding);
    }
    if (errors.count)
        qsort(errors.errors, errors.count, sizeof *errors.errors, compare_errors);
    return errors;
}

static int compare_to_place(const void *place, const void *error)
{
    return compare_places(place, error);
}

/* A copy of the first error of the row; NULL: none stands at its line. */
static const struct finding *error_of(const struct errors *errors, const struct data_set *data,
                                      enum table_id table, uint32_t row, struct arena *arena)
{
    const struct source *source = source_of(data, table, row);
    if (source->file >= data->file_count || !errors->count)
        return NULL;
    const struct error_at place = {.file = data->files[source->file].name, .line = source->line};
    const struct error_at *found =
        bsearch(&place, errors->errors, errors->count, sizeof *errors->errors, compare_to_place);
    if (!found)
        return NULL;
    while (found > errors->errors && compare_places(found - 1, &place) == 0)
        found--;
    struct finding *copy = arena_alloc(arena, sizeof *copy);
    *copy = *found->finding;
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
