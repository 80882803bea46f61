/*
 * Cells of a sheet's XML as libxlsxwriter writes most of them, told by their bytes alone.
 *
 * Nine tenths of a large workbook is `<c r="B7" s="3"><v>42</v></c>`. Each is an element of its own, so what
 * is left when they are taken out is well-formed when the whole is; a parser that reads the workbook again
 * need not be shown them. Only cells that are whole and hold a number, the
 * number of a shared string, plain words, or nothing are taken.
 */
#ifndef AARSRAPPORT_XLSX_PLAIN_CELLS_H
#define AARSRAPPORT_XLSX_PLAIN_CELLS_H

#include <stddef.h>

/* How many bytes the cell at the front of `xml` has; 0 when no such cell begins there, or not all of it. */
size_t plain_cell_size(const char *xml, size_t size);

/* Copies all but such cells to `rest`, which has room for `size` bytes; adds to *cells how many they were. */
size_t plain_cells_take(char *rest, const char *xml, size_t size, size_t *cells);

#endif
