#include "extracts.h"

#include "table_reader.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

/* False, with errno, when the folder could not be read to its end: a file that is not seen would be lost. */
static bool collect_names(struct arena *arena, DIR *stream, struct folder_names *names)
{
    size_t capacity = 0;
    for (;;) {
        names->names = arena_grow(arena, names->names, names->count, &capacity, sizeof *names->names);
        errno = 0;
        const struct dirent *entry = readdir(stream);
        if (!entry)
            break;
        names->names[names->count++] = sv_copy(arena, sv_of(entry->d_name));
    }
    if (errno)
        return false;
    qsort(names->names, names->count, sizeof *names->names, sv_compare_elements);
    return true;
}

static bool fail(struct arena *arena, struct sv *failure)
{
    *failure = sv_format(arena, "Datamappen kan ikke læses: %s.", read_error_da(errno));
    return false;
}

bool folder_list(struct arena *arena, int folder, struct folder_names *names, struct sv *failure)
{
    *names = (struct folder_names){0};
    const int copy = dup(folder);
    if (copy < 0)
        return fail(arena, failure);
    DIR *stream = fdopendir(copy);
    const bool good = stream && collect_names(arena, stream, names);
    if (!good)
        fail(arena, failure);
    if (stream)
        closedir(stream);
    else
        close(copy);
    return good;
}

bool folder_has(const struct folder_names *names, struct sv name)
{
    for (size_t i = 0; i < names->count; i++)
        if (sv_equal(names->names[i], name))
            return true;
    return false;
}

/* `job.csv` and `job-anything.csv` belong to the table job. */
static bool belongs_to(struct sv file, struct sv table)
{
    const struct sv ending = sv_of(".csv");
    if (!sv_starts_with(file, table) || !sv_ends_with(file, ending))
        return false;
    return file.size == table.size + ending.size || file.data[table.size] == '-';
}

enum table_id table_of_file(struct sv file)
{
    for (enum table_id table = 0; table < TABLES; table++)
        if (belongs_to(file, sv_of(table_schema(table)->name)))
            return table;
    return TABLES;
}

/* Every record goes to the end of the table, the left-out ones too: rules_apply removes them. */
static bool read_rows(struct table_reader *reader, struct rows *rows)
{
    struct arena *arena = reader->cells.data->arena;
    const size_t size = reader->schema->record_size;
    for (;;) {
        rows->data = arena_grow(arena, rows->data, rows->count, &rows->capacity, size);
        if (!table_reader_next(reader, (char *)rows->data + rows->count * size))
            return !reader->failure.size;
        rows->count++;
    }
}

static bool read_file(const struct table_request *request, int folder, struct sv *failure)
{
    struct rows *rows = &request->data->tables[request->table];
    struct table_reader reader;
    rows->present = true;
    bool good = table_reader_open(&reader, request, folder);
    if (good) {
        read_rows(&reader, rows);
        good = table_reader_close(&reader);
    }
    if (!good)
        *failure = reader.failure;
    if (!reader.complete)
        rows->partial = true;
    return good;
}

bool extract_read(struct data_set *data, struct diag *diag, enum table_id table, int folder,
                  const struct folder_names *names, struct progress progress, struct sv *failure)
{
    const struct table_schema *schema = table_schema(table);
    for (size_t i = 0; i < names->count; i++) {
        if (!belongs_to(names->names[i], sv_of(schema->name)))
            continue;
        if (data->file_count == UINT16_MAX) {
            *failure = sv_of("Datamappen har for mange filer.");
            return false;
        }
        const struct table_request request = {.data = data,
                                              .diag = diag,
                                              .schema = schema,
                                              .table = table,
                                              .name = names->names[i],
                                              .progress = progress};
        if (!read_file(&request, folder, failure))
            return false;
    }
    return true;
}
