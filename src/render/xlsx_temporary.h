/*
 * The temporary files of libxlsxwriter, in memory.
 *
 * The library writes each of a workbook's parts, some hundreds, to a temporary file of its own before it
 * packs them: making and removing those files costs more than what is in them, and a full temporary folder
 * gives a broken workbook and no error. It gets its files from its function lxw_tmpfile
 * (xlsxwriter/utility.h), which this module defines for the whole program, and so for the library. Where a
 * library is built so that it calls its own all the same, files stand in the temporary folder that the
 * workbook was given, and all else is as before.
 */
#ifndef AARSRAPPORT_XLSX_TEMPORARY_H
#define AARSRAPPORT_XLSX_TEMPORARY_H

#include <stdbool.h>

/* Whether a temporary file can be made; linking to this brings in the library's function too. */
bool xlsx_temporary_files_work(char *folder);

#endif
