/*
 * Is a report folder what its manifest says? (the command efterproev)
 *
 *   verification_open          reads koersel.json of the folder
 *   verification_of_outputs    every output: as it was written, changed, missing, or not of the report
 *   verification_options       the options that the report was made with, so that it can be made again
 *   verification_of_inputs     the data that were read: the same, changed, missing or new
 *   verification_of_rerun      the outputs that were made again: are they the same, byte for byte?
 *   verification_close         what came of it
 *
 * Each says on stdout what it finds, a line per file; --quiet leaves out what is as it should be. False with
 * run->fault set: something could not be read.
 */
#ifndef AARSRAPPORT_VERIFICATION_H
#define AARSRAPPORT_VERIFICATION_H

#include "manifest_read.h"
#include "report_types.h"
#include "run.h"

struct verification {
    struct run *run;
    const char *folder;
    struct past_run past;
    size_t differences; /* how many things are not as they should be */
    /* Set before the report is made again: what of the versions before it is not there any more, a Danish
     * clause, and which output does not depend on them. */
    struct sv lost;
    struct sv figures_file;
    bool incomplete; /* for that reason not all of it could be made again */
};

bool verification_open(struct verification *check, struct run *run, const char *folder);
bool verification_of_outputs(struct verification *check);

/* `options` begin as those of the run at hand: data folder, --quiet and the like. */
bool verification_options(const struct verification *check, struct options *options,
                          const struct report_type **type);

/* Of run->data; whether they are those of the manifest. */
bool verification_of_inputs(struct verification *check);

/* Something else keeps the report from being made again: a Danish sentence. */
void verification_stops(struct verification *check, const char *sentence);

bool verification_of_rerun(struct verification *check, const char *folder);

/* Says what came of it. EXIT_DIFFERENT: something is not as it should be; EXIT_IO with run->fault: nothing
 * is, as far as can be seen, but not all of the report could be made again. */
enum exit_status verification_close(const struct verification *check);

#endif
