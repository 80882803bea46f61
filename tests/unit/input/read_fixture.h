/* What every test of the reading needs: an arena, a data set, findings, and tables from text in memory. */
#ifndef AARSRAPPORT_READ_FIXTURE_H
#define AARSRAPPORT_READ_FIXTURE_H

#include "rules.h"
#include "table_reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
    struct arena arena;
    struct data_set data;
    struct diag diag;
};

static inline void fixture_init(struct fixture *f)
{
    arena_init(&f->arena, NULL);
    data_set_init(&f->data, &f->arena);
    diag_init(&f->diag, &f->arena);
}

static inline void fixture_free(struct fixture *f)
{
    arena_free(&f->arena);
}

/* Reads bytes as a file of the table, as data_read does with a file on disk. */
static inline void read_bytes(struct fixture *f, enum table_id table, struct sv bytes)
{
    const struct table_schema *schema = table_schema(table);
    struct rows *rows = &f->data.tables[table];
    struct table_reader reader;
    const struct table_request request = {.data = &f->data,
                                          .diag = &f->diag,
                                          .schema = schema,
                                          .table = table,
                                          .name = sv_format(&f->arena, "%s.csv", schema->name)};
    assert_true(table_reader_of(&reader, &request, bytes));
    do
        rows->data = arena_grow(&f->arena, rows->data, rows->count, &rows->capacity, schema->record_size);
    while (table_reader_next(&reader, (char *)rows->data + rows->count * schema->record_size) &&
           ++rows->count);
    rows->present = true;
    rows->partial = !reader.complete;
    assert_true(table_reader_close(&reader));
}

static inline void read_table(struct fixture *f, enum table_id table, const char *text)
{
    read_bytes(f, table, sv_of(text));
}

/* All findings in order, a line each. */
static inline const char *findings(struct fixture *f)
{
    struct buffer lines = buffer_in(&f->arena);
    diag_sort(&f->diag);
    for (size_t i = 0; i < f->diag.count; i++) {
        buffer_add(&lines, finding_line(&f->arena, &f->diag.findings[i]));
        buffer_add_byte(&lines, '\n');
    }
    return sv_text(&f->arena, buffer_view(&lines));
}

/* The findings' codes with their lines: "E201:2 W305:3". */
static inline const char *codes_found(struct fixture *f)
{
    struct buffer text = buffer_in(&f->arena);
    diag_sort(&f->diag);
    for (size_t i = 0; i < f->diag.count; i++)
        buffer_format(&text, "%s%s:%lu", i ? " " : "", diag_kind(f->diag.findings[i].code)->code,
                      (unsigned long)f->diag.findings[i].place.line);
    return sv_text(&f->arena, buffer_view(&text));
}

#endif
