/*
 * Names of sheets: at most 31 letters, none of []:*?/\', no two alike whatever their case.
 */
#ifndef AARSRAPPORT_SHEET_NAME_H
#define AARSRAPPORT_SHEET_NAME_H

#include "model.h"

/* The wanted name, made fit for a sheet; with a number after it when a table of the document has it. */
const char *sheet_name(const struct document *document, struct sv wanted);

#endif
