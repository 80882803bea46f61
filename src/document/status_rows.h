/*
 * Which row of a status file (indsatser.csv, aftalestatus.csv) a report tells: the one of exactly its period.
 * A year and its second half end on the same day, so either's row is used where the other's is missing.
 */
#ifndef AARSRAPPORT_STATUS_ROWS_H
#define AARSRAPPORT_STATUS_ROWS_H

#include "compose.h"

/* The period that the report tells of, as rows name it. */
int32_t status_period(const struct section_context *context);

/* The period whose row is used instead; 0, which no row has, for a first half-year. */
int32_t status_period_instead(const struct section_context *context);

/* "Status for hele 2024; for halvåret er der ingen.": a note to a row that is used instead. */
struct sv status_instead_note(const struct section_context *context);

/* The text's first line, and what comes after it. */
struct sv status_first_line(struct sv text);
struct sv status_other_lines(struct sv text);

#endif
