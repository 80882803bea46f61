/*
 * The run: one stage after the other, each taking what the one before gave.
 */
#ifndef AARSRAPPORT_PIPELINE_H
#define AARSRAPPORT_PIPELINE_H

#include "run.h"

/* Carries the command out. Files written are named on stdout, a line each; everything else goes to stderr. */
enum exit_status pipeline_run(const struct options *options, struct arena *arena);

#endif
