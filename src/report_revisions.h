/*
 * What the older versions of a report printed, read from their folders.
 */
#ifndef AARSRAPPORT_REPORT_REVISIONS_H
#define AARSRAPPORT_REPORT_REVISIONS_H

#include "correction.h"
#include "report_version.h"

/* The figures in a version's folder as its file has them now, whether as they were written or not; NULL:
 * there is none that can be read. */
struct printed_figures *version_figures_now(const char *folder, struct sv file, struct arena *arena);

/* The same, as they were written; NULL: the file of them is not there any more, or is another now. */
struct printed_figures *version_figures(const struct past_run *past, const char *folder, struct sv file,
                                        struct arena *arena);

/* Of every version before the one that is written, as far as they stand and can be read: the newest of them,
 * oldest first. */
struct older_version *older_versions(const struct run *run, const struct report_version *version,
                                     struct sv file, size_t *count);

/* Which of the versions before it the version's changes cannot be told of any more, a Danish clause ("version
 * 1 mangler"); empty: none. `correction` is what report_changes_find made of the same; NULL where a report
 * has versions with nothing told of them. */
struct sv versions_lost(const struct run *run, const struct report_version *version,
                        const struct correction *correction);

#endif
