/*
 * One run at a time writes a report. The lock is a hidden file beside the report's folder, held by the
 * kernel: it ends with the process that has it, however that ends, and the kernel says which process that is.
 */
#ifndef AARSRAPPORT_REPORT_LOCK_H
#define AARSRAPPORT_REPORT_LOCK_H

#include "sv.h"

#include <stdbool.h>

struct report_lock {
    const char *path;
    int descriptor; /* -1: not held */
};

/* Makes the output folder when it is missing. False with a Danish sentence in *fault: another run has it. */
bool report_lock_take(struct report_lock *lock, const char *output, const char *name, struct arena *arena,
                      struct sv *fault);

/* Also of a lock that is not held. */
void report_lock_release(struct report_lock *lock);

#endif
