/*
 * Which of the figures that moved are told first.
 */
#ifndef AARSRAPPORT_HEADLINE_CHANGES_H
#define AARSRAPPORT_HEADLINE_CHANGES_H

#include "told_change.h"

/*
 * Figures of the report's own period for all, goals first and then those of page one, and what page one holds
 * them up against; a scenario's figures of payment by results are for all. When none of those has moved,
 * those for all in other periods that both versions have counted, and divisions; `persons`: also those that
 * are withheld. Differences too small for how they are printed are not among them.
 */
size_t headline_changes(const struct section_context *context, bool persons, struct told_change **told);

/* Whether it is a division moved by rows about citizens, but by fewer than the limit of the public edition.
 */
bool change_is_withheld(const struct section_context *context, const struct figure_change *change);

/* Whether its period is one that only one of the versions has counted; false where that is not known. */
bool change_is_of_one_version(const struct section_context *context, const struct figure_change *change);

#endif
