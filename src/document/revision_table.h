/*
 * How the key figures were revised from version to version of a report: its goals' results and the figures of
 * page one, in every version that still stands, with two measures from the analysis of revisions in official
 * statistics. A revision is what the later version says less what the earlier said.
 *
 *   mean revision            whether corrections pull one way
 *   mean absolute revision   how far a figure moves when it is corrected
 */
#ifndef AARSRAPPORT_REVISION_TABLE_H
#define AARSRAPPORT_REVISION_TABLE_H

#include "told_change.h"

enum { REVISION_VERSIONS = 20 }; /* the newest of them have a column */

/*
 * With every key figure, or only those that were ever revised. Its note names the versions that are left out.
 * A table without rows is not added, nor one of a report without older versions; NULL then.
 */
struct table *add_revision_table(const struct section_context *context, struct section *section,
                                 const char *id, const char *sheet, bool only_revised);

/* How many key figures were ever revised. */
size_t revised_figures(const struct section_context *context);

#endif
