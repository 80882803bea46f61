/*
 * `aarsrapport alle`: the same report for every data folder below a folder, several at a time, each in a
 * process of its own, and then the municipalities side by side.
 */
#ifndef AARSRAPPORT_ALL_REPORTS_H
#define AARSRAPPORT_ALL_REPORTS_H

#include "run.h"

/* What pipeline_run does with a run; called in each child. */
typedef enum exit_status run_command(struct run *run);

/*
 * The status is the worst of all: 3 when something could not be read or written, 1 when some data have
 * errors. In a child this returns too, with the child's own status, and the process is to end.
 */
enum exit_status all_reports_run(struct run *run, run_command *command);

#endif
