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

/* The same, as they were written; NULL: the file of them is not there any more, or is another now, and *why
 * is a Danish clause of it. */
struct printed_figures *version_figures(const struct past_run *past, const char *folder, struct sv file,
                                        struct arena *arena, struct sv *why);

/* Fills in `older`, of the versions before the one that is written the newest, and `left_out`, those of them
 * that stand but cannot be used, each of which is a finding (W505). */
void older_versions_find(struct correction *correction, struct run *run, const struct report_version *version,
                         struct sv file);

/* Which of the versions before it the version's changes cannot be told of any more, a Danish clause ("version
 * 1 mangler"); empty: none. `correction` is what report_changes_find made of the same; NULL where a report
 * has versions with nothing told of them. */
struct sv versions_lost(const struct run *run, const struct report_version *version,
                        const struct correction *correction);

#endif
