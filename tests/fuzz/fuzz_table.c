/*
 * Any bytes as a table: decoded, parsed, typed, checked against the rules. The first byte chooses the table
 * and whether faulty rows are left out. What must hold: no crash, every row accounted for, references within
 * bounds, and no civil registration number in any finding.
 */
#include "codes_file.h"
#include "cpr_guard.h"
#include "rules.h"
#include "table_reader.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void read_records(struct table_reader *reader, struct rows *rows)
{
    struct arena *arena = reader->cells.data->arena;
    const size_t record = reader->schema->record_size;
    do
        rows->data = arena_grow(arena, rows->data, rows->count, &rows->capacity, record);
    while (table_reader_next(reader, (char *)rows->data + rows->count * record) && ++rows->count);
    rows->present = true;
    rows->partial = !reader->complete;
    require(table_reader_close(reader));
}

static void read_table(struct data_set *data, struct diag *diag, enum table_id table, struct sv bytes)
{
    struct table_reader reader;
    const bool codes = table == TABLES;
    const struct table_schema *schema = codes ? codes_file_schema() : table_schema(table);
    const struct table_request request = {
        .data = data, .diag = diag, .schema = schema, .table = table, .name = sv_of("data.csv")};
    require(table_reader_of(&reader, &request, bytes));
    if (codes)
        require(codes_file_read(&reader));
    else
        read_records(&reader, &data->tables[table]);
}

static void check_accounts(const struct data_set *data)
{
    for (size_t i = 0; i < data->file_count; i++) {
        const struct input_file *file = &data->files[i];
        require(file->rows == file->counted + file->left_out + file->empty);
    }
    for (size_t i = 0; i < row_count(data, TABLE_COURSES); i++)
        require(courses(data)[i].agreement == ROW_NONE ||
                courses(data)[i].agreement < row_count(data, TABLE_AGREEMENTS));
}

static void check_findings(const struct diag *diag, struct arena *arena)
{
    for (size_t i = 0; i < diag->count; i++) {
        require(cpr_find(diag->findings[i].value) == CPR_NONE);
        require(cpr_find(diag->findings[i].place.heading) == CPR_NONE);
        require(finding_line(arena, &diag->findings[i]).size > 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (!size)
        return 0;
    const bool leave_out = bytes[0] & 0x80;
    const enum table_id table = (enum table_id)((bytes[0] & 0x7F) % (TABLES + 1));
    struct arena arena;
    struct data_set data;
    struct diag diag;
    arena_init(&arena, NULL);
    data_set_init(&data, &arena);
    diag_init(&diag, &arena);
    read_table(&data, &diag, table, (struct sv){(const char *)bytes + 1, size - 1});
    rules_apply(&data, &diag, leave_out);
    check_accounts(&data);
    diag_sort(&diag);
    check_findings(&diag, &arena);
    arena_free(&arena);
    return 0;
}
