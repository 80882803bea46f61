/*
 * What a run knows of the version of the report that it takes the place of: which that was, what differs
 * (changes.h), and what the versions before it said. Filled by the run; read by the section of changes, the
 * workbook of corrections and the comparison on the terminal. Everything lives in the run's arena.
 */
#ifndef AARSRAPPORT_CORRECTION_H
#define AARSRAPPORT_CORRECTION_H

#include "changes.h"
#include "day.h"

/* As koersel.json has it: "udelad-fejl", "ja". */
struct told_option {
    struct sv name, value;
};

struct told_version {
    unsigned number; /* 0: no version of a report but a folder of data */
    struct sv name;  /* of that folder, as it was given */
    day_number date; /* of the document; DAY_NONE: not known */
    struct sv program;
    struct sv reason; /* why it was made; empty: not said, or the version at hand, whose request has it */
    const struct told_option *options;
    size_t option_count;
};

/* What an older version printed. */
struct older_version {
    unsigned number;
    struct printed_figures figures;
};

/* An older version that stands, but whose printed figures cannot be used. */
struct version_left_out {
    unsigned number;
    struct sv why; /* a Danish clause: "Filen noegletal-2024.csv mangler i dens mappe" */
};

/* Why there is a new version. */
enum made_again {
    AGAIN_FOR_DIFFERENCES, /* data, options, program or date differ, or are not known to be the same */
    AGAIN_FOR_FILES,       /* files of the version before are not as they were written */
    AGAIN_FOR_LOST,        /* a version between the two cannot be read */
    AGAIN_FOR_REASON,      /* another reason was given for it, or none, and nothing else is another */
    AGAIN_UNKNOWN
};

/* A file of the version before that is not as it was written. */
struct touched_file {
    struct sv name;
    const char *what; /* "mangler" */
};

struct correction {
    struct told_version before, after;
    enum made_again made_again;
    const struct touched_file *touched; /* AGAIN_FOR_FILES */
    size_t touched_count;
    bool side_by_side; /* held up against each other: `after` did not take the place of `before` */
    /* NULL: nothing can be compared. With no data before, what that version printed is compared alone. */
    const struct changes *changes;
    const char *rows_lost; /* why the rows of `before` cannot be shown, a Danish clause; NULL: they can */
    const struct older_version *older; /* those that still stand and can be read, oldest first */
    size_t older_count;
    const struct version_left_out *left_out; /* newest first */
    size_t left_out_count;
    struct sv file; /* the workbook of corrections that goes with the report; empty: none does */
};

#endif
