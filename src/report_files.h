/*
 * What a report's folder and its files are called.
 */
#ifndef AARSRAPPORT_REPORT_FILES_H
#define AARSRAPPORT_REPORT_FILES_H

#include "report_types.h"
#include "run.h"

enum { REPORT_FILES = 9 };

struct report_files {
    struct sv folder;              /* "aarsrapport-2024" */
    struct sv names[REPORT_FILES]; /* the report in each format, then what goes with it; no manifest */
    size_t count;
    struct sv beside[REPORT_FILE_KINDS]; /* the names of what goes with it; empty: never in this folder */
};

/* `agreement`: row of the one agreement whose workbook is all that is written, or ALL_AGREEMENTS.
 * `corrected`: the workbook of corrections goes with it. */
struct report_files report_files(const struct run *run, const struct report_type *type, uint32_t agreement,
                                 bool corrected);

#endif
