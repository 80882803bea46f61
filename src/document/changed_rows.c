#include "changed_rows.h"

#include "cell_text.h"
#include "record_cells.h"

/* ---- Which are shown ---- */

size_t lines_of_row(const struct row_change *row)
{
    return row->kind == ROW_CHANGED ? row->cell_count : 1;
}

bool row_follows(const struct row_change *row)
{
    return row->why && row->why->code == DIAG_REFERS_TO_LEFT_OUT;
}

/* Whether there is room for one more; the first is always shown. */
static void show(struct shown_rows *shown, const struct changes *changes, uint32_t row, struct rows_most most)
{
    const size_t lines = lines_of_row(&changes->rows[row]);
    const bool follows = row_follows(&changes->rows[row]);
    if (shown->numbers[row] || (shown->count && shown->lines + lines > most.lines) ||
        (follows && shown->following == most.following))
        return;
    shown->numbers[row] = 1;
    shown->count++;
    shown->lines += lines;
    shown->following += follows;
}

/* The rows that are left out for an error of their own, when there are others that follow such. */
static void show_followed(struct shown_rows *shown, const struct changes *changes, struct rows_most most)
{
    bool any_follows = false;
    for (size_t row = 0; row < changes->row_count && !any_follows; row++)
        any_follows = row_follows(&changes->rows[row]);
    for (uint32_t row = 0; row < changes->row_count && any_follows && shown->lines < most.lines; row++)
        if (row_is_left_out_once(&changes->rows[row]) && !row_follows(&changes->rows[row]))
            show(shown, changes, row, most);
}

struct shown_rows shown_rows(const struct changes *changes, const struct told_change *told, size_t count,
                             struct rows_most most, struct arena *arena)
{
    struct shown_rows shown = {
        .numbers = arena_array(arena, changes->row_count + 1, sizeof *shown.numbers),
    };
    show_followed(&shown, changes, most);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < told[i].change->row_count && shown.lines < most.lines; j++)
            if (told[i].change->rows[j].change != NO_ROW_CHANGE)
                show(&shown, changes, told[i].change->rows[j].change, most);
    for (uint32_t row = 0; row < changes->row_count && shown.lines < most.lines; row++)
        show(&shown, changes, row, most);
    uint32_t number = 0;
    for (uint32_t row = 0; row < changes->row_count; row++)
        if (shown.numbers[row])
            shown.numbers[row] = ++number;
    return shown;
}

/* A row may take part in a figure through several others; it moves it once. */
uint32_t *figures_moved_by_rows(const struct changes *changes, struct arena *arena)
{
    uint32_t *counts = arena_array(arena, changes->row_count + 1, sizeof *counts);
    size_t *last = arena_array(arena, changes->row_count + 1, sizeof *last);
    for (size_t figure = 0; figure < changes->figure_count; figure++)
        for (size_t i = 0; i < changes->figures[figure].row_count; i++) {
            const uint32_t row = changes->figures[figure].rows[i].change;
            if (row == NO_ROW_CHANGE || last[row] == figure + 1)
                continue;
            last[row] = figure + 1;
            counts[row]++;
        }
    return counts;
}

const char *row_change_word(enum row_change_kind kind)
{
    static const char *const words[ROW_CHANGE_KINDS] = {
        [ROW_REMOVED] = "fjernet",         [ROW_CHANGED] = "rettet",          [ROW_ADDED] = "tilføjet",
        [ROW_NOW_COUNTED] = "var udeladt", [ROW_NOW_LEFT_OUT] = "nu udeladt",
    };
    return words[kind];
}

/* The row in the data set, counted or left out; ROW_NONE: it is not there. */
static uint32_t row_before(const struct row_change *row)
{
    return row->kind == ROW_NOW_COUNTED ? row->left_out : row->before;
}

static uint32_t row_after(const struct row_change *row)
{
    return row->kind == ROW_NOW_LEFT_OUT ? row->left_out : row->after;
}

struct cell row_change_file_before(const struct changes *changes, const struct row_change *row)
{
    return row_before(row) == ROW_NONE ? (struct cell){.kind = CELL_EMPTY}
                                       : record_file(changes->before.data, row->table, row_before(row));
}

struct cell row_change_file_after(const struct changes *changes, const struct row_change *row)
{
    return row_after(row) == ROW_NONE ? (struct cell){.kind = CELL_EMPTY}
                                      : record_file(changes->after.data, row->table, row_after(row));
}

struct sv row_change_file(const struct changes *changes, const struct row_change *row)
{
    return (row_after(row) == ROW_NONE ? row_change_file_before(changes, row)
                                       : row_change_file_after(changes, row))
        .text;
}

struct cell row_change_line_before(const struct changes *changes, const struct row_change *row)
{
    return row_before(row) == ROW_NONE ? (struct cell){.kind = CELL_EMPTY}
                                       : record_line(changes->before.data, row->table, row_before(row));
}

struct cell row_change_line_after(const struct changes *changes, const struct row_change *row)
{
    return row_after(row) == ROW_NONE ? (struct cell){.kind = CELL_EMPTY}
                                      : record_line(changes->after.data, row->table, row_after(row));
}

/* ---- What they say ---- */

static bool names_a_person(const struct column *column)
{
    return column->type == VALUE_PARTICIPANT ||
           (column->type == VALUE_REFERENCE && column->reference == TABLE_COURSES);
}

bool table_is_of_citizens(enum table_id table)
{
    const struct table_schema *schema = table_schema(table);
    for (size_t i = 0; i < schema->column_count; i++)
        if (names_a_person(&schema->columns[i]))
            return true;
    return false;
}

/* Of citizens only when a job is and for how many hours; elsewhere all but free text. What goals, agreements
 * and enterprises are called is no secret. */
static bool is_veiled(enum table_id table, const struct column *column)
{
    const bool is_register = table == TABLE_GOALS || table == TABLE_AGREEMENTS || table == TABLE_ENTERPRISES;
    if (table_is_of_citizens(table))
        return table != TABLE_JOBS || (column->type != VALUE_DATE && column->type != VALUE_HOURS);
    return column->type == VALUE_TEXT && !is_register;
}

bool changed_cell_is_veiled(const struct row_change *row, const struct cell_change *cell)
{
    return is_veiled(row->table, &table_schema(row->table)->columns[cell->column]);
}

bool whole_row_is_veiled(const struct row_change *row)
{
    return table_is_of_citizens(row->table);
}

/* Hours are printed with a decimal where that is all they have. */
static bool has_more_decimals(struct ratio value)
{
    return ratio_compare(value, ratio_of(ratio_round(value, 1), 10)) != 0;
}

/* The row's cell with every decimal that the file has, so that what differs is seen to. */
static struct cell exact_cell(const struct section_context *context, const struct row_change *row, bool after,
                              const struct column *column)
{
    const struct changes *changes = context->request->correction->changes;
    struct cell cell = record_cell(after ? changes->after.data : changes->before.data, row->table,
                                   after ? row->after : row->before, column, context->document->arena);
    if (cell.kind != CELL_VALUE)
        return cell;
    if (column->type == VALUE_NUMBER || (column->type == VALUE_HOURS && has_more_decimals(cell.value)))
        cell.format = FORMAT_EXACT;
    if (column->type == VALUE_AMOUNT)
        cell.format = FORMAT_MONEY;
    return cell;
}

static bool looks_the_same(const struct cell *a, const struct cell *b)
{
    return a->kind == CELL_TEXT && b->kind == CELL_TEXT && sv_equal(a->text, b->text);
}

/* Two codes may be called the same; then they are told by what the file says. */
struct cell changed_cell(const struct section_context *context, const struct row_change *row,
                         const struct cell_change *cell, bool after)
{
    const struct column *column = &table_schema(row->table)->columns[cell->column];
    const struct cell before = exact_cell(context, row, false, column);
    const struct cell now = exact_cell(context, row, true, column);
    if (looks_the_same(&before, &now))
        return cell_of_text(after ? cell->after : cell->before);
    return after ? now : before;
}

/* ---- Rows that are left out of one version ---- */

bool row_is_left_out_once(const struct row_change *row)
{
    return row->kind == ROW_NOW_COUNTED || row->kind == ROW_NOW_LEFT_OUT;
}

/* The column that the error is in; NULL: it is in none that the table has. */
static const struct column *column_with_error(const struct changes *changes, const struct row_change *row)
{
    const struct data_set *data = row->kind == ROW_NOW_COUNTED ? changes->before.data : changes->after.data;
    const struct table_schema *schema = table_schema(row->table);
    const struct input_file *file = row->why ? data_set_file(data, row->why->place.file) : NULL;
    for (size_t i = 0; file && file->columns && i < schema->column_count; i++)
        if (row->why->place.column && file->columns[i].position == row->why->place.column)
            return &schema->columns[i];
    return NULL;
}

struct sv left_out_column(const struct changes *changes, const struct row_change *row)
{
    const struct column *column = column_with_error(changes, row);
    return sv_of(column ? column->name : "hele rækken");
}

/* "fejl E213"; with what was read "31-02-2024 (E213)" */
static struct cell error_cell(const struct row_change *row, bool with_value, struct arena *arena)
{
    if (!row->why)
        return cell_of_text(sv_of("fejl"));
    const char *code = diag_kind(row->why->code)->code;
    if (with_value && row->why->value.size)
        return cell_of_text(sv_format(arena, "%.*s (%s)", SV_ARG(row->why->value), code));
    return cell_of_text(sv_format(arena, "fejl %s", code));
}

struct cell left_out_cell(const struct section_context *context, const struct row_change *row, bool after,
                          bool persons_and_texts)
{
    const struct changes *changes = context->request->correction->changes;
    struct arena *arena = context->document->arena;
    const bool counts = after == (row->kind == ROW_NOW_COUNTED);
    const struct column *column = column_with_error(changes, row);
    if (!counts)
        return error_cell(row, persons_and_texts, arena);
    if (!persons_and_texts)
        return cell_of_text(sv_of("tæller med"));
    return column ? exact_cell(context, row, after, column) : whole_row(context, row, after, true);
}

/* Whether a column helps to see what an added or a removed row is about. */
static bool tells_of_row(enum table_id table, const struct column *column, bool persons_and_texts)
{
    return persons_and_texts || (!is_veiled(table, column) && column->type != VALUE_KEY);
}

/* A code says what it is; a number, a day or a yes needs its column's name. */
static bool needs_name(const struct column *column)
{
    return record_format(column) != FORMAT_TEXT || column->type == VALUE_YES_NO;
}

static void add_to_row(struct buffer *text, const struct column *column, const struct cell *cell)
{
    buffer_add_text(text, text->size ? "; " : "");
    if (needs_name(column))
        buffer_format(text, "%s ", column->name);
    cell_text(text, cell);
}

struct cell whole_row(const struct section_context *context, const struct row_change *row, bool after,
                      bool persons_and_texts)
{
    const struct table_schema *schema = table_schema(row->table);
    const uint32_t at = after ? row->after : row->before;
    struct buffer text = buffer_in(context->document->arena);
    for (size_t i = 0; at != ROW_NONE && i < schema->column_count; i++) {
        const struct column *column = &schema->columns[i];
        const struct cell cell = exact_cell(context, row, after, column);
        if (cell.kind != CELL_EMPTY && tells_of_row(row->table, column, persons_and_texts))
            add_to_row(&text, column, &cell);
    }
    return text.size ? cell_of_text(buffer_view(&text)) : (struct cell){.kind = CELL_EMPTY};
}

bool row_is_veiled(const struct row_change *row)
{
    if (row_is_left_out_once(row))
        return false;
    const struct table_schema *schema = table_schema(row->table);
    const size_t count = row->kind == ROW_CHANGED ? row->cell_count : schema->column_count;
    for (size_t i = 0; i < count; i++)
        if (is_veiled(row->table, &schema->columns[row->kind == ROW_CHANGED ? row->cells[i].column : i]))
            return true;
    return false;
}
