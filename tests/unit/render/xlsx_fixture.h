/*
 * A fresh folder and a small report for each test of workbooks, and reading members of a written workbook.
 */
#ifndef AARSRAPPORT_XLSX_FIXTURE_H
#define AARSRAPPORT_XLSX_FIXTURE_H

#include "build.h"
#include "render.h"

#include <minizip/unzip.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
/* cmocka wants the three above first */
#include <cmocka.h>

enum { LARGEST_FILE = 1 << 20 };

struct fixture {
    struct arena arena;
    char folder[64];
    struct document *document;
    struct section *section;
    struct style style;
    struct sv fault;
};

static inline int open_report(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    arena_init(&f->arena, NULL);
    strcpy(f->folder, "/tmp/aarsrapport-test-XXXXXX");
    f->document = document_create(&f->arena, NULL);
    f->document->title = sv_of("Årsrapport 2024");
    f->document->date = day_from_date(2025, 2, 14);
    f->document->cover.title = sv_of("Årsrapport 2024");
    f->document->cover.municipality = sv_of("Prøveby Kommune");
    f->section = document_add_section(f->document, "job", sv_of("Job"));
    f->style = style_of((struct sv){0});
    *state = f;
    return mkdtemp(f->folder) ? 0 : -1;
}

static inline const char *inside(struct fixture *f, const char *name)
{
    return sv_format(&f->arena, "%s/%s", f->folder, name).data;
}

static inline int close_report(void **state)
{
    static const char *const files[] = {"a.xlsx", "b.xlsx"};
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        unlink(inside(f, files[i]));
    const int removed = rmdir(f->folder); /* fails when something else was left behind */
    arena_free(&f->arena);
    free(f);
    return removed;
}

/* A table of two columns, `År` and `Antal`, with the numbers in rows 2021, 2022 …; INT64_MIN: no value. */
static inline struct table *add_years(struct fixture *f, const char *id, const char *sheet,
                                      const int64_t *numbers, size_t count)
{
    static const struct table_column columns[] = {
        {.heading = SV("År"), .format = FORMAT_TEXT},
        {.heading = SV("Antal"), .format = FORMAT_COUNT},
    };
    struct table *table =
        section_add_table(f->document, f->section, id, sheet, sv_of("Job pr. år"), columns, 2);
    table->source = sv_of("job.csv");
    for (size_t i = 0; i < count; i++) {
        struct table_row *row = table_add_row(f->document, table, ROW_BODY);
        const struct ratio value = numbers[i] == INT64_MIN ? ratio_none() : ratio_whole(numbers[i]);
        row->cells[0] = cell_of_text(sv_format(&f->arena, "%zu", 2021 + i));
        row->cells[1] = cell_of_value(value, FORMAT_COUNT);
    }
    return table;
}

static inline bool write_report(struct fixture *f, const char *name)
{
    const struct render_job job = {
        .document = document_release(f->document, EDITION_INTERNAL, &f->arena),
        .style = &f->style,
        .path = inside(f, name),
        .temporary_folder = f->folder,
        .arena = &f->arena,
    };
    return render_xlsx(&job, &f->fault);
}

static inline struct sv file_bytes(struct fixture *f, const char *name)
{
    FILE *stream = fopen(inside(f, name), "rb");
    assert_non_null(stream);
    char *data = arena_alloc(&f->arena, LARGEST_FILE);
    const size_t size = fread(data, 1, LARGEST_FILE, stream);
    fclose(stream);
    return (struct sv){data, size};
}

/* A member of a.xlsx as a string; fails the test when it is not there. */
static inline const char *member(struct fixture *f, const char *name)
{
    unzFile zip = unzOpen64(inside(f, "a.xlsx"));
    assert_non_null(zip);
    assert_int_equal(unzLocateFile(zip, name, 1), UNZ_OK);
    assert_int_equal(unzOpenCurrentFile(zip), UNZ_OK);
    char *data = arena_alloc(&f->arena, LARGEST_FILE);
    assert_true(unzReadCurrentFile(zip, data, LARGEST_FILE - 1) > 0);
    unzCloseCurrentFile(zip);
    unzClose(zip);
    return data;
}

static inline void assert_holds(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("»%s« is not in: %s", part, text);
}

static inline void assert_lacks(const char *text, const char *part)
{
    if (strstr(text, part))
        fail_msg("»%s« is in: %s", part, text);
}

#endif
