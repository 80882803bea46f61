/*
 * Reads a finished workbook again, because libxlsxwriter reports success when there is no more room for its
 * temporary files and the XML inside the ZIP is cut off; and because it writes without a word what Excel then
 * offers to repair.
 */
#ifndef AARSRAPPORT_XLSX_VERIFY_H
#define AARSRAPPORT_XLSX_VERIFY_H

#include "sv.h"
#include "xlsx_written.h"

#include <stdbool.h>

/*
 * Every XML member is well-formed and passes its ZIP checksum, and the sheets hold what was written: so many
 * cells, formulas with the values that were meant, numbers that are numbers, no error. Shared strings are all
 * there. Tables have the names, places and headings that were meant, each name once, and the cells of their
 * header rows say the same. In one pass over the file. False with a Danish sentence in *fault.
 */
bool xlsx_verify(const char *path, const struct written_sheet *sheets, size_t sheet_count,
                 struct arena *arena, struct sv *fault);

#endif
