/*
 * The rows of a CSV file; the only user of libcsv.
 *
 * Open on a byte source, take rows until there is none, close. Text is UTF-8 by then (text_decoder.h), line
 * breaks within cells are LF. The separator is found in the first line that is not blank, or named by a first
 * line `sep=;`. Every physical line is accounted for: blank lines are rows without cells.
 *
 * After an error of CSV form the reader takes up again at the line break that ends the line where the row
 * starts, with a fresh parser: only that line is lost, and a quote that somebody forgot to close swallows no
 * other row. The row is given with its fault and with what stands on that line; its last cell, where the
 * fault began, may hold the line's rest as it stands in the file.
 *
 * Rows come in batches of what 256 KiB of the file hold; a row is valid until the next call. From the second
 * batch on a thread of the table's own makes them, while the caller works on the one before: it touches the
 * byte source and memory of the table's own, never the run's arena.
 */
#ifndef AARSRAPPORT_CSV_TABLE_H
#define AARSRAPPORT_CSV_TABLE_H

#include "byte_source.h"
#include "text_decoder.h"

#include <stdbool.h>
#include <stdint.h>

enum csv_fault {
    CSV_WELL_FORMED,
    CSV_QUOTE_IN_CELL,
    CSV_TEXT_AFTER_QUOTE,
    CSV_QUOTE_NOT_CLOSED,
    CSV_CELL_TOO_LONG
};

/* What a look at a cell's bytes shows. */
enum csv_trait {
    CELL_CONTROL = 1,   /* holds a byte below 0x20, or 0x7F; also TAB and LF */
    CELL_NOT_ASCII = 2, /* holds bytes from 0x80 up */
    CELL_TEN_DIGITS = 4 /* holds at least ten digits */
};

struct csv_cell {
    uint32_t at; /* in the batch's text */
    uint32_t size;
};

struct csv_row {
    uint32_t line;  /* physical line where the row starts, from 1 */
    uint32_t first; /* index of its first cell in the batch */
    uint32_t count; /* cells; at most CSV_CELLS_MOST: the text of those beyond is in the last */
    enum csv_fault fault;
};

enum { CSV_CELL_MOST = 1024 * 1024, CSV_CELLS_MOST = 16384, CSV_SHORT = 16 };

/* The text of a cell of at most CSV_SHORT bytes, with zero bytes after it, so as to be compared at once. */
struct csv_short {
    uint64_t words[CSV_SHORT / sizeof(uint64_t)];
};

struct csv_table;

/* The table must be closed, and the source must stay until then. */
struct csv_table *csv_table_open(struct byte_source *source);
void csv_table_close(struct csv_table *table);

/* NULL at the end; *failure then is empty, or says why reading failed. */
const struct csv_row *csv_table_next(struct csv_table *table, struct sv *failure);

/* The row that comes `steps` after the newest one; NULL when it is not in the same batch. */
const struct csv_row *csv_table_ahead(const struct csv_table *table, size_t steps);

const struct csv_cell *csv_cells(const struct csv_table *table, const struct csv_row *row);
const char *csv_text(const struct csv_table *table, const struct csv_cell *cell);

/* The cell must be short. */
struct csv_short csv_short_text(const struct csv_table *table, const struct csv_cell *cell);

/* A set of enum csv_trait. */
uint32_t csv_cell_traits(const struct csv_table *table, const struct csv_cell *cell);

static inline struct sv csv_cell_view(const struct csv_table *table, const struct csv_cell *cell)
{
    return (struct sv){csv_text(table, cell), cell->size};
}

/* How a file's encoding came out, and the lines of its faults (0: none). Known at the end. */
struct csv_encoding {
    enum text_encoding encoding;
    uint32_t mixed_line;     /* first byte that is not UTF-8 in a file that has UTF-8 */
    uint32_t undefined_line; /* first byte that Windows-1252 does not define, in a file that is not mixed */
    uint32_t nul_line;
    uint32_t broken_utf16_line;
};
struct csv_encoding csv_table_encoding(const struct csv_table *table);
char csv_table_separator(const struct csv_table *table);

#endif
