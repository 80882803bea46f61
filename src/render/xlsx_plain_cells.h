/*
 * Cells of a sheet's XML as libxlsxwriter writes most of them, told by their bytes alone.
 *
 * Nine tenths of a large workbook is `<c r="B7" s="3"><v>42</v></c>`. Each is an element of its own, so what
 * is left when they are taken out is well-formed when the whole is; a parser that reads the workbook again
 * need not be shown them. Only cells that are whole and hold a number, the number of a shared string, plain
 * words, or nothing are taken; those of watched rows are left, so that the parser can tell what they hold.
 */
#ifndef AARSRAPPORT_XLSX_PLAIN_CELLS_H
#define AARSRAPPORT_XLSX_PLAIN_CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A cell as its bytes tell it. */
struct plain_cell {
    size_t size;    /* in bytes; 0: no such cell begins there, or not all of it */
    size_t strings; /* 1 more than the number of the shared string it holds; 0: none */
};

struct plain_cell plain_cell(const char *xml, size_t size);

/* How many bytes the link at the front of `xml` has, `<hyperlink …/>` or `<Relationship …/>` with plain words
 * in its attributes; 0: no such link begins there, or not all of it. */
size_t plain_link_size(const char *xml, size_t size);

/* What was taken of a sheet so far. Begins as zeros but for the rows to watch. */
struct plain_cells {
    const uint32_t *watched; /* rows from 1, ascending */
    size_t watched_count;
    bool watching;  /* within such a row */
    size_t cells;   /* taken */
    size_t strings; /* how many shared strings there must be at least */
};

/* Copies all but such cells and links to `rest`, which has room for `size` bytes. */
size_t plain_cells_take(struct plain_cells *taken, char *rest, const char *xml, size_t size);

#endif
