/*
 * Whatever is edited in the data, every figure that moves leads to rows, the rows account for its whole move,
 * and the rows that were added and removed account for those that there are.
 *
 * The sample is thinned, and then edited line by line: lines are removed, written again under another
 * identifier, or given a cell of another line. What becomes invalid by that is left out by the program.
 */
// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
// clang-format on

#include "changes.h"
#include "data_read.h"
#include "row_sets.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FILES = 32, ROUNDS = 24, CELLS = 40 };

struct sheet {
    struct sv name;
    struct sv *lines;
    size_t count, capacity;
    size_t first_row; /* below the header */
    char separator;
};

struct folder {
    struct sheet sheets[FILES];
    size_t count;
};

struct counted {
    struct data_set data;
    struct diag diag;
    struct figures figures;
};

/* ---- Numbers that are the same in every run of the test ---- */

static uint64_t seed;

static size_t below(size_t limit)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (size_t)(seed >> 33) % limit;
}

/* ---- The folder ---- */

static struct sv read_file(struct arena *arena, const char *path)
{
    struct buffer text = buffer_in(arena);
    char chunk[4096];
    size_t got;
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0)
        buffer_add(&text, (struct sv){chunk, got});
    fclose(file);
    return buffer_view(&text);
}

/* UTF-16 files as UTF-8, so that their lines can be edited too. */
static struct sv plain_text(struct arena *arena, struct sv bytes)
{
    struct buffer text = buffer_in(arena);
    const unsigned char *data = (const unsigned char *)bytes.data;
    if (bytes.size < 2 || data[0] != 0xFF || data[1] != 0xFE)
        return bytes;
    for (size_t i = 2; i + 1 < bytes.size; i += 2)
        buffer_add_code_point(&text, (uint32_t)(data[i] | data[i + 1] << 8));
    return buffer_view(&text);
}

static size_t count_byte(struct sv line, char byte)
{
    size_t count = 0;
    for (size_t i = 0; i < line.size; i++)
        count += line.data[i] == byte;
    return count;
}

static char separator_of(struct sv header)
{
    char best = ';';
    for (const char *byte = ";,\t"; *byte; byte++)
        if (count_byte(header, *byte) > count_byte(header, best))
            best = *byte;
    return best;
}

static void add_line(struct sheet *sheet, struct sv line, struct arena *arena)
{
    sheet->lines = arena_grow(arena, sheet->lines, sheet->count, &sheet->capacity, sizeof *sheet->lines);
    sheet->lines[sheet->count++] = line;
}

static void load_sheet(struct folder *folder, const char *path, const char *name, struct arena *arena)
{
    struct sheet *sheet = &folder->sheets[folder->count++];
    struct sv rest = plain_text(arena, read_file(arena, path));
    struct sv line;
    assert_true(folder->count <= FILES);
    *sheet = (struct sheet){.name = sv_copy(arena, sv_of(name))};
    while (sv_split(&rest, '\n', &line))
        add_line(sheet, line, arena);
    if (sv_find(sheet->lines[0], '=') != SIZE_MAX && sheet->lines[0].size < 12) /* "sep=;" */
        sheet->first_row = 1;
    sheet->separator = separator_of(sheet->lines[sheet->first_row++]);
}

static void load_folder(struct folder *folder, const char *path, struct arena *arena)
{
    DIR *open = opendir(path);
    const struct dirent *entry;
    assert_non_null(open);
    while ((entry = readdir(open)))
        if (sv_ends_with(sv_of(entry->d_name), sv_of(".csv")))
            load_sheet(folder, sv_format(arena, "%s/%s", path, entry->d_name).data, entry->d_name, arena);
    closedir(open);
}

static void save_sheet(const char *folder, const struct sheet *sheet, struct arena *arena)
{
    FILE *file = fopen(sv_format(arena, "%s/%.*s", folder, SV_ARG(sheet->name)).data, "wb");
    assert_non_null(file);
    for (size_t i = 0; i < sheet->count; i++)
        fprintf(file, "%.*s\n", SV_ARG(sheet->lines[i]));
    assert_int_equal(fclose(file), 0);
}

/* ---- Edits ---- */

static bool is_quoted(struct sv line)
{
    return sv_find(line, '"') != SIZE_MAX;
}

static size_t split_cells(const struct sheet *sheet, struct sv line, struct sv cells[CELLS])
{
    size_t count = 0;
    struct sv rest = line;
    while (count < CELLS && sv_split(&rest, sheet->separator, &cells[count]))
        count++;
    return count;
}

static struct sv join_cells(const struct sheet *sheet, const struct sv *cells, size_t count,
                            struct arena *arena)
{
    struct buffer line = buffer_in(arena);
    for (size_t i = 0; i < count; i++) {
        if (i)
            buffer_add_byte(&line, sheet->separator);
        buffer_add(&line, cells[i]);
    }
    return buffer_view(&line);
}

static void remove_line(struct sheet *sheet, size_t at)
{
    memmove(&sheet->lines[at], &sheet->lines[at + 1], (--sheet->count - at) * sizeof *sheet->lines);
}

/* The line again under another identifier, where there is one. */
static void repeat_line(struct sheet *sheet, size_t at, struct arena *arena)
{
    struct sv cells[CELLS];
    const size_t count = split_cells(sheet, sheet->lines[at], cells);
    cells[0] = sv_format(arena, "%.*sx", SV_ARG(cells[0]));
    add_line(sheet, join_cells(sheet, cells, count, arena), arena);
}

/* Gives the line a cell of another one. */
static void change_cell(struct sheet *sheet, size_t at, size_t other, struct arena *arena)
{
    struct sv cells[CELLS], others[CELLS];
    const size_t count = split_cells(sheet, sheet->lines[at], cells);
    const size_t of_other = split_cells(sheet, sheet->lines[other], others);
    const size_t column = below(count);
    if (column < of_other && !is_quoted(sheet->lines[other]))
        cells[column] = others[column];
    sheet->lines[at] = join_cells(sheet, cells, count, arena);
}

static void edit_line(struct sheet *sheet, struct arena *arena)
{
    const size_t rows = sheet->count - sheet->first_row;
    if (rows < 2)
        return;
    const size_t at = sheet->first_row + below(rows);
    if (is_quoted(sheet->lines[at]) || !sv_trim(sheet->lines[at]).size)
        return;
    switch (below(4)) {
    case 0:
        remove_line(sheet, at);
        break;
    case 1:
        repeat_line(sheet, at, arena);
        break;
    default:
        change_cell(sheet, at, sheet->first_row + below(rows), arena);
        break;
    }
}

static void thin(struct sheet *sheet)
{
    for (size_t at = sheet->count; at-- > sheet->first_row;)
        if (sheet->count > 60 && !is_quoted(sheet->lines[at]) && below(3))
            remove_line(sheet, at);
}

static void edit(struct folder *folder, size_t edits, struct arena *arena)
{
    while (edits-- > 0)
        edit_line(&folder->sheets[below(folder->count)], arena);
}

/* ---- Reading and counting ---- */

static const char *const periods[] = {"2024", "2024-1", "2023-2"};

static struct counted_run count_folder(const struct folder *folder, size_t round, struct arena *arena)
{
    char place[] = "/tmp/changes-XXXXXX";
    struct sv failure;
    struct period period;
    struct counted *counted = arena_alloc(arena, sizeof *counted);
    assert_non_null(mkdtemp(place));
    for (size_t i = 0; i < folder->count; i++)
        save_sheet(place, &folder->sheets[i], arena);
    const struct read_request request = {.folder = place, .leave_out = true};
    diag_init(&counted->diag, arena);
    data_set_init(&counted->data, arena);
    assert_true(period_parse(sv_of(periods[round % 3]), &period));
    assert_int_equal(data_read(&counted->data, &request, &counted->diag, &failure), READ_DONE);
    const bool good =
        round % 4 == 3
            ? figures_count_evaluation(&counted->figures, &counted->data, 2024, DAY_NONE, arena, &failure)
            : figures_count(&counted->figures, &counted->data, &period, &counted->diag, arena, &failure);
    if (!good)
        fail_msg("%.*s", SV_ARG(failure));
    for (size_t i = 0; i < folder->count; i++)
        unlink(sv_format(arena, "%s/%.*s", place, SV_ARG(folder->sheets[i].name)).data);
    assert_int_equal(rmdir(place), 0);
    return (struct counted_run){&counted->data, &counted->figures};
}

/* ---- What must hold ---- */

static bool is_left_out(const struct data_set *data, enum table_id table, uint32_t row)
{
    const struct rows *rows = &data->tables[table];
    return row >= rows->count && row < rows->count + rows->left_out;
}

static void check_rows(const struct changes *changes)
{
    for (enum table_id table = 0; table < TABLES; table++) {
        const size_t *kinds = changes->per_table[table];
        const size_t gone = kinds[ROW_REMOVED] + kinds[ROW_NOW_LEFT_OUT];
        const size_t come = kinds[ROW_ADDED] + kinds[ROW_NOW_COUNTED];
        assert_int_equal(row_count(changes->before.data, table) - gone + come,
                         row_count(changes->after.data, table));
    }
    for (size_t i = 0; i < changes->row_count; i++) {
        const struct row_change *row = &changes->rows[i];
        assert_int_equal(row->kind == ROW_CHANGED, row->cell_count > 0);
        if (row->kind == ROW_NOW_COUNTED)
            assert_true(is_left_out(changes->before.data, row->table, row->left_out));
        else if (row->kind == ROW_NOW_LEFT_OUT)
            assert_true(is_left_out(changes->after.data, row->table, row->left_out));
        else
            assert_int_equal(row->left_out, ROW_NONE);
    }
}

struct sums {
    int64_t rows, amount, base;
};

static struct sums sums_of_rows(const struct row_sets *sets, const struct figure *figure, struct arena *arena)
{
    struct sums sums = {0, 0, 0};
    if (!figure)
        return sums;
    const struct row_set set = row_set_of(sets, figure->key, arena);
    for (size_t i = 0; i < set.count; i++) {
        sums.rows++;
        sums.amount += set.rows[i].amount;
        sums.base += set.rows[i].base;
    }
    return sums;
}

/* The rows that are told of make up the whole difference between all rows of before and all of now. */
static void check_sums(const struct figure_change *figure, const struct row_sets *before,
                       const struct row_sets *after, struct arena *arena)
{
    const struct sums was = sums_of_rows(before, figure->before, arena);
    const struct sums is = sums_of_rows(after, figure->after, arena);
    struct sums told = {0, 0, 0};
    for (size_t i = 0; i < figure->row_count; i++) {
        const struct figure_row *row = &figure->rows[i];
        told.rows += row->counted_after - row->counted_before;
        told.amount += row->amount_after - row->amount_before;
        told.base += row->base_after - row->base_before;
    }
    if (told.rows != is.rows - was.rows || told.amount != is.amount - was.amount ||
        told.base != is.base - was.base)
        fail_msg("%.*s %.*s %.*s %.*s %.*s: told %d rows, %d/%d; moved %d, %d/%d", SV_ARG(figure->key.name),
                 SV_ARG(figure->key.period), SV_ARG(figure->key.agreement), SV_ARG(figure->key.target_group),
                 SV_ARG(figure->key.code), (int)told.rows, (int)told.amount, (int)told.base,
                 (int)(is.rows - was.rows), (int)(is.amount - was.amount), (int)(is.base - was.base));
}

static bool is_of_a_changed_goal(const struct figure_change *figure)
{
    return sv_starts_with(figure->key.name, sv_of("maal.")) && figure->row_count &&
           figure->rows[0].table == TABLE_GOALS;
}

static void check_figure(const struct changes *changes, const struct figure_change *figure,
                         const struct row_sets *before, const struct row_sets *after)
{
    struct arena scratch;
    arena_init(&scratch, NULL);
    if (!figure->row_count)
        fail_msg("%.*s %.*s %.*s %.*s %.*s has no rows", SV_ARG(figure->key.name), SV_ARG(figure->key.period),
                 SV_ARG(figure->key.agreement), SV_ARG(figure->key.target_group), SV_ARG(figure->key.code));
    for (size_t i = 0; i < figure->row_count; i++)
        assert_true(figure->rows[i].change < changes->row_count);
    if (figure->before && figure->after && !is_of_a_changed_goal(figure))
        check_sums(figure, before, after, &scratch);
    arena_free(&scratch);
}

static void check_figures(const struct changes *changes)
{
    struct arena scratch;
    struct row_sets before, after;
    arena_init(&scratch, NULL);
    row_sets_init(&before, changes->before.figures, &scratch);
    row_sets_init(&after, changes->after.figures, &scratch);
    for (size_t i = 0; i < changes->figure_count; i++)
        check_figure(changes, &changes->figures[i], &before, &after);
    assert_int_equal(changes->unexplained, 0);
    arena_free(&scratch);
}

static const struct changes *compare(struct counted_run before, struct counted_run after, struct arena *arena)
{
    const struct changes_request request = {.before = before, .after = after};
    return changes_find(&request, arena);
}

static void check_round(size_t round)
{
    struct arena arena;
    struct folder folder = {.count = 0};
    arena_init(&arena, NULL);
    seed = 1000 + round;
    load_folder(&folder, SOURCE_DIR "/samples/slagelse", &arena);
    for (size_t i = 0; i < folder.count; i++)
        thin(&folder.sheets[i]);
    const struct counted_run before = count_folder(&folder, round, &arena);
    edit(&folder, 1 + below(round < ROUNDS / 2 ? 4 : 60), &arena);
    const struct counted_run after = count_folder(&folder, round, &arena);
    const struct changes *changes = compare(before, after, &arena);
    check_rows(changes);
    check_figures(changes);
    assert_int_equal(compare(after, before, &arena)->figure_count, changes->figure_count);
    assert_true(changes_are_none(compare(after, after, &arena)));
    arena_free(&arena);
}

static void every_moved_figure_leads_to_the_rows_that_moved_it(void **state)
{
    (void)state;
    for (size_t round = 0; round < ROUNDS; round++)
        check_round(round);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_moved_figure_leads_to_the_rows_that_moved_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
