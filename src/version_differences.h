/*
 * What differs between two versions of a report besides rows and figures (the command sammenlign): how they
 * were made, and files that are not as their koersel.json says. Each function says it on stdout, a Danish
 * line each, and returns how many lines that were.
 */
#ifndef AARSRAPPORT_VERSION_DIFFERENCES_H
#define AARSRAPPORT_VERSION_DIFFERENCES_H

#include "changes.h"
#include "manifest_read.h"

struct compared_version {
    const struct past_run *past;
    const char *folder;
    const struct printed_figures *printed; /* NULL: they cannot be read */
};

/* Files that are changed, missing or cannot be read. */
size_t version_files_differ(const struct compared_version *version, struct arena *arena);

/* Files that do not belong to the report, and are in this folder alone. */
size_t version_surplus_files(const struct compared_version *version, const struct compared_version *other,
                             struct arena *arena);

/* Options, date, reason, program. */
size_t version_making_differs(const struct past_run *before, const struct past_run *after,
                              struct arena *arena);

/* Printed figures that differ and are not among `changes` with the newer one's value; NULL: no changes. */
size_t version_figures_differ(const struct compared_version *before, const struct compared_version *after,
                              const struct changes *changes);

#endif
