/*
 * What a report's folder and its files are called.
 */
#ifndef AARSRAPPORT_REPORT_FILES_H
#define AARSRAPPORT_REPORT_FILES_H

#include "report_types.h"
#include "run.h"

enum { REPORT_FILES = 8 };

struct report_files {
    struct sv folder;              /* "aarsrapport-2024" */
    struct sv names[REPORT_FILES]; /* the report in each format, then what goes with it; no manifest */
    size_t count;
};

/* `agreement`: row of the one agreement whose workbook is all that is written, or ALL_AGREEMENTS. */
struct report_files report_files(const struct run *run, const struct report_type *type, uint32_t agreement);

/* What goes with the report; not for one agreement. */
enum report_file { FILE_AGREEMENTS, FILE_CASE_PAPER, FILE_DATA_BOOK, FILE_FIGURES };
struct sv report_file_beside(const struct report_files *files, enum report_file file);

#endif
