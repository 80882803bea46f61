/*
 * Reads a finished workbook again, because libxlsxwriter reports success when there is no more room for its
 * temporary files and the XML inside the ZIP is cut off.
 */
#ifndef AARSRAPPORT_XLSX_VERIFY_H
#define AARSRAPPORT_XLSX_VERIFY_H

#include "arena.h"
#include "sv.h"

/*
 * Every XML member is well-formed and passes its ZIP checksum, sheet i has exactly cells[i] cells, and all
 * the strings that the workbook says it shares are there. False with a Danish sentence in *fault.
 */
bool xlsx_verify(const char *path, const size_t *cells, size_t sheet_count, struct arena *arena,
                 struct sv *fault);

#endif
