/*
 * The reports that a command writes: what each is called, and which tables it cannot do without.
 */
#ifndef AARSRAPPORT_REPORT_TYPES_H
#define AARSRAPPORT_REPORT_TYPES_H

#include "compose.h"
#include "options.h"
#include "schema.h"

/* What goes with a report in its folder, besides the report in each format and the manifest. */
enum report_file {
    FILE_AGREEMENTS,
    FILE_CASE_PAPER,
    FILE_DATA_BOOK,
    FILE_FIGURES,
    FILE_CORRECTIONS, /* of a version that is held up against the one before */
    REPORT_FILE_KINDS
};

struct report_type {
    enum report_kind kind;
    const char *folder; /* "aarsrapport": the report's name is this and its period, if it has one */
    const char *file;   /* what the report in each format is called; NULL: as its folder */
    const char *name;   /* "årsrapporten", as findings name it */
    enum need need;
    bool is_timeless; /* it has no period; nor texts of the unit's own */
    bool needs_codes; /* koder.csv: the lists of its answers are not built in */
    bool files[REPORT_FILE_KINDS];
};

/* NULL for a command that writes no report. */
const struct report_type *report_type_of(enum command_id command);

/* The type whose folder a report's name begins with: "aarsrapport-2024-aftale-SA-01"; NULL: there is none. */
const struct report_type *report_type_named(struct sv report, enum command_id *command);

/* The comparison of municipalities by that command's report; NULL: there is none. */
const struct report_type *report_type_of_comparison(enum command_id command);

/* Whether the name is that of a comparison of municipalities: "sammenligning-aarsrapport-2024". */
bool report_is_comparison(struct sv report);

#endif
