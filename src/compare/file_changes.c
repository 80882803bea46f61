#include "file_changes.h"

#include "table_rows.h"

#include <string.h>

enum { NO_FILE = UINT16_MAX };

/* What is known of the rows of a file of the present data. */
struct file_rows {
    uint32_t latest; /* of its rows so far, the one that stood last before */
    bool any, reordered, regrouped, differs;
};

struct filing {
    struct changes *changes;
    const struct row_match *match;
    uint16_t *after_of; /* by file of the earlier data: the one of the same name; NO_FILE: there is none */
    struct file_rows *rows; /* by file of the present data */
    size_t capacity;
    struct arena *arena;
};

static const struct data_set *before_of(const struct filing *filing)
{
    return filing->match->before;
}

static const struct data_set *after_of(const struct filing *filing)
{
    return filing->match->after;
}

/* ---- The rows of each file ---- */

static void mark(bool *known)
{
    if (known)
        *known = true;
}

static struct file_rows *rows_of_earlier(const struct filing *filing, enum table_id table, uint32_t row)
{
    const uint16_t file = source_of(before_of(filing), table, row)->file;
    const uint16_t after = file < before_of(filing)->file_count ? filing->after_of[file] : NO_FILE;
    return after == NO_FILE ? NULL : &filing->rows[after];
}

static struct file_rows *rows_of_present(const struct filing *filing, enum table_id table, uint32_t row)
{
    const uint16_t file = source_of(after_of(filing), table, row)->file;
    return file < after_of(filing)->file_count ? &filing->rows[file] : NULL;
}

static void look_at_row(const struct filing *filing, enum table_id table, uint32_t row)
{
    const uint32_t before = filing->match->before_of[table][row];
    struct file_rows *rows = rows_of_present(filing, table, row);
    if (before == ROW_NONE || !rows)
        return;
    struct file_rows *earlier = rows_of_earlier(filing, table, before);
    if (earlier != rows) {
        rows->regrouped = true;
        mark(earlier ? &earlier->regrouped : NULL);
        return;
    }
    rows->reordered |= rows->any && before < rows->latest;
    rows->latest = before;
    rows->any = true;
}

static void mark_changed_rows(const struct filing *filing)
{
    for (size_t i = 0; i < filing->changes->row_count; i++) {
        const struct row_change *change = &filing->changes->rows[i];
        struct file_rows *after =
            change->after == ROW_NONE ? NULL : rows_of_present(filing, change->table, change->after);
        struct file_rows *before =
            change->before == ROW_NONE ? NULL : rows_of_earlier(filing, change->table, change->before);
        mark(after ? &after->differs : NULL);
        mark(before ? &before->differs : NULL);
    }
}

static void look_at_rows(const struct filing *filing)
{
    for (enum table_id table = 0; table < TABLES; table++)
        for (uint32_t row = 0; row < row_count(after_of(filing), table); row++)
            look_at_row(filing, table, row);
    mark_changed_rows(filing);
}

/* ---- The files ---- */

static bool same_bytes(const struct input_file *a, const struct input_file *b)
{
    return a->size == b->size && memcmp(a->sha256, b->sha256, sizeof a->sha256) == 0;
}

static void list(struct filing *filing, struct file_change change)
{
    struct changes *changes = filing->changes;
    changes->files = arena_grow(filing->arena, changes->files, changes->file_count, &filing->capacity,
                                sizeof *changes->files);
    changes->files[changes->file_count++] = change;
}

static enum file_difference difference_of(const struct file_rows *rows, const struct input_file *file)
{
    if (!file->is_table || rows->differs)
        return FILE_CHANGED;
    if (rows->regrouped)
        return FILE_REGROUPED;
    return rows->reordered ? FILE_REORDERED : FILE_REWRITTEN;
}

/* The file of the earlier data that the present ones lack, and that has the same bytes; NULL: there is none.
 */
static const struct input_file *earlier_name(const struct filing *filing, const struct input_file *file)
{
    for (size_t i = 0; i < before_of(filing)->file_count; i++)
        if (filing->after_of[i] == NO_FILE && same_bytes(&before_of(filing)->files[i], file))
            return &before_of(filing)->files[i];
    return NULL;
}

static void list_present(struct filing *filing, const struct input_file *file, const struct file_rows *rows)
{
    const struct input_file *before = data_set_file(before_of(filing), file->name);
    if (before && same_bytes(before, file))
        return;
    if (before) {
        list(filing, (struct file_change){difference_of(rows, file), before->name, file->name, file->is_table,
                                          rows->regrouped});
        return;
    }
    before = earlier_name(filing, file);
    if (!before) {
        list(filing, (struct file_change){FILE_ADDED, {0}, file->name, file->is_table, false});
        return;
    }
    filing->after_of[before - before_of(filing)->files] = (uint16_t)(file - after_of(filing)->files);
    list(filing, (struct file_change){FILE_RENAMED, before->name, file->name, file->is_table, false});
}

static void list_gone(struct filing *filing, const struct input_file *file)
{
    list(filing, (struct file_change){FILE_GONE, file->name, {0}, file->is_table, false});
}

static void name_files(struct filing *filing)
{
    const struct data_set *before = before_of(filing);
    const struct data_set *after = after_of(filing);
    filing->after_of = arena_array(filing->arena, before->file_count + 1, sizeof *filing->after_of);
    filing->rows = arena_array(filing->arena, after->file_count + 1, sizeof *filing->rows);
    for (size_t i = 0; i < before->file_count; i++) {
        const struct input_file *same = data_set_file(after, before->files[i].name);
        filing->after_of[i] = same ? (uint16_t)(same - after->files) : NO_FILE;
    }
}

void file_changes_find(struct changes *changes, const struct row_match *match, struct arena *arena)
{
    struct filing filing = {.changes = changes, .match = match, .arena = arena};
    name_files(&filing);
    look_at_rows(&filing);
    for (size_t i = 0; i < match->after->file_count; i++)
        list_present(&filing, &match->after->files[i], &filing.rows[i]);
    for (size_t i = 0; i < match->before->file_count; i++)
        if (filing.after_of[i] == NO_FILE)
            list_gone(&filing, &match->before->files[i]);
}
