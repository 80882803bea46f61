/*
 * What libxlsxwriter gets from here rather than from where it asks: its temporary files, in memory, and how
 * hard it packs.
 *
 * The library writes each of a workbook's parts, some hundreds, to a temporary file before it packs them:
 * making and removing those files costs more than what is in them, and a full temporary folder gives a broken
 * workbook and no error. And it packs at zlib's default level, 6, which is a good part of the time that a
 * large workbook takes. It has a setting for neither, but calls its function lxw_tmpfile
 * (xlsxwriter/utility.h) and minizip's zipOpenNewFileInZip4_64, which this module defines for the whole
 * program, and so for the library. Where a library is built so that it calls its own all the same, files
 * stand in the temporary folder that the workbook was given, workbooks are a little smaller, and all else is
 * as before.
 */
#ifndef AARSRAPPORT_XLSX_LIBRARY_H
#define AARSRAPPORT_XLSX_LIBRARY_H

#include <stdbool.h>

/* Whether a temporary file can be made. Linking to this brings in the library's functions too. */
bool xlsx_temporary_files_work(char *folder);

#endif
