/*
 * What is known of a workbook while it is being verified. Shared by the xlsx_verify*.c files only.
 *
 * libxlsxwriter packs sheets first, then tables, then shared strings: a header cell is seen as the number of
 * a string, and what the string is comes last.
 */
#ifndef AARSRAPPORT_XLSX_VERIFY_PARTS_H
#define AARSRAPPORT_XLSX_VERIFY_PARTS_H

#include "arena.h"
#include "buffer.h"
#include "xlsx_plain_cells.h"
#include "xlsx_written.h"

#include <expat.h>
#include <stdbool.h>

/* A shared string that a header cell refers to, and what it should say. */
struct wanted_string {
    size_t number;
    const char *text;
};

struct verification {
    struct arena *arena;
    const struct written_sheet *sheets;
    size_t sheet_count;
    const char *reason; /* why the workbook is not as it should be, in Danish; NULL: it is so far */
    /* of the member being read */
    const struct written_sheet *sheet; /* NULL: it is none */
    struct plain_cells plain;
    size_t cells; /* that were not plain */
    size_t formulas;
    size_t headers;
    const struct written_table *table; /* NULL: it is none */
    size_t columns;
    size_t strings;        /* <si> so far */
    long strings_promised; /* uniqueCount of <sst>, -1 without one */
    /* of the element being read */
    bool in_text; /* its characters are kept */
    struct buffer text;
    uint32_t row; /* of the cell */
    uint16_t column;
    bool is_shared, has_formula;
    /* of the whole workbook */
    size_t tables;         /* seen */
    size_t strings_needed; /* that cells refer to */
    struct wanted_string *wanted;
    size_t wanted_count, wanted_capacity;
    size_t wanted_met;
};

/* Keeps the first reason. */
void verification_fail(struct verification *verification, const char *reason);

/* The value of an attribute; NULL: the element has none of that name. */
const char *attribute_of(const XML_Char **attributes, const char *name);

/* Elements of sheets. */
void sheet_begin(struct verification *verification);
void sheet_start(struct verification *verification, const char *name, const XML_Char **attributes);
void sheet_end(struct verification *verification, const char *name);
void sheet_finish(struct verification *verification);

/* Elements of tables, and of shared strings. */
void table_start(struct verification *verification, const char *name, const XML_Char **attributes);
void table_finish(struct verification *verification);
void strings_start(struct verification *verification, const char *name, const XML_Char **attributes);
void strings_end(struct verification *verification, const char *name);
void strings_finish(struct verification *verification);

#endif
