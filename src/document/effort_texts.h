/*
 * What indsatser.csv says of the efforts in the report's period: one row an effort, several texts a row.
 */
#ifndef AARSRAPPORT_EFFORT_TEXTS_H
#define AARSRAPPORT_EFFORT_TEXTS_H

#include "compose.h"

/* Strategy 2022–2025, section 4: what succeeded, what did not, the odd, the unexpected, lessons, corrections.
 */
enum effort_text {
    EFFORT_SUCCEEDED,
    EFFORT_NOT_AS_EXPECTED,
    EFFORT_ODD,
    EFFORT_UNEXPECTED,
    EFFORT_LESSON,
    EFFORT_CORRECTION,
    EFFORT_RECOMMENDATION
};

/* The effort's row for the report's period, or the one used instead (status_rows.h); NULL: there is none. */
const struct effort_status *effort_status_of(const struct section_context *context, uint16_t effort);

/* The row's light, with the key of its figure when the store has one. */
struct cell effort_light_cell(const struct section_context *context, const struct effort_status *status);

/* The row's text of that kind, trimmed; empty without a row. */
struct sv effort_text(const struct effort_status *status, enum effort_text kind);

/* Whether any effort has a row for the report's period, or one used instead. */
bool has_effort_statuses(const struct section_context *context);

/* Whether any effort has a row for the report's period and one that could have been used instead. */
bool has_effort_statuses_of_both(const struct section_context *context);

/* Whether any effort has such a text in the report's period. */
bool has_effort_texts(const struct section_context *context, enum effort_text kind);

/* Each effort's text of that kind, in the order of the code list, with the effort's name before it. */
void add_effort_texts(const struct section_context *context, struct section *section, enum effort_text kind);

/* "Det lykkedes": the heading over such texts. */
struct sv effort_text_heading(enum effort_text kind);

/* "Fundraising", from the code list. */
struct sv effort_name(const struct section_context *context, uint16_t effort);

#endif
