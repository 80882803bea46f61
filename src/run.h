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

struct run {
    const struct options *options;
    struct arena *arena;
    struct messages messages;
    struct diag diag;
    size_t found_in_data[DIAG_CODES]; /* how often each code was found before a report was begun */
    struct data_set data;
    struct figures figures;
    struct sv fault; /* why something could not be read or written */
};

/* --dato, else SOURCE_DATE_EPOCH, else the extract's date, else the latest date in the data. */
day_number run_document_date(const struct run *run);

/* Releases the document and renders it to a file of the staging folder; false with run->fault set. */
bool run_render(struct run *run, const struct staging *staging, const struct document *document,
                enum edition edition, bool (*write)(const struct render_job *, struct sv *), struct sv file);

/* Names a written file on stdout. */
void run_say_written(const char *folder, const char *name, struct sv file);

#endif
