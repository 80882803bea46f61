/*
 * What the stages of a run hand on, and the small things that more than one command does with it.
 */
#ifndef AARSRAPPORT_RUN_H
#define AARSRAPPORT_RUN_H

#include "figures.h"
#include "messages.h"
#include "options.h"
#include "render.h"
#include "staging.h"

enum exit_status {
    EXIT_DONE = 0,        /* warnings allowed */
    EXIT_DATA_ERRORS = 1, /* no report was written or touched */
    EXIT_DIFFERENT = 1,   /* what was to be compared or verified is not the same */
    EXIT_USAGE = 2,
    EXIT_IO = 3 /* something could not be read or written */
};

/* What a run that writes a report came to. */
struct run_outcome {
    unsigned version; /* of the report that is there now; 0: none was made or found */
    bool unchanged;   /* nothing was written: the version was there already */
};

struct run {
    const struct options *options;
    struct arena *arena;
    struct messages messages;
    struct diag diag;
    size_t found_in_data[DIAG_CODES]; /* how often each code was found before a report was begun */
    struct data_set data;
    struct figures figures;
    struct run_outcome outcome;
    struct sv fault; /* why something could not be read or written */
};

/* Nothing is read yet. The options must outlive the run. */
struct run run_begin(const struct options *options, struct arena *arena);

/* --dato, else SOURCE_DATE_EPOCH, else the extract's date, else the latest date in the data. */
day_number run_document_date(const struct run *run);

/* Releases the document and renders it to a file of the staging folder; false with run->fault set. */
bool run_render(struct run *run, const struct staging *staging, const struct document *document,
                enum edition edition, bool (*write)(const struct render_job *, struct sv *), struct sv file);

/* Names a written file on stdout. */
void run_say_written(const char *folder, const char *name, struct sv file);

#endif
