/*
 * The run: one stage after the other, each taking what the one before gave.
 */
#ifndef AARSRAPPORT_PIPELINE_H
#define AARSRAPPORT_PIPELINE_H

#include "options.h"

enum exit_status {
    EXIT_DONE = 0,        /* warnings allowed */
    EXIT_DATA_ERRORS = 1, /* no report was written or touched */
    EXIT_DIFFERENT = 1,   /* what was to be compared or verified is not the same */
    EXIT_USAGE = 2,
    EXIT_IO = 3 /* something could not be read or written */
};

/* Carries the command out. Files written are named on stdout, a line each; everything else goes to stderr. */
enum exit_status pipeline_run(const struct options *options, struct arena *arena);

#endif
