/*
 * What a report says of one agreement, in parts that the reports put together in their own way: facts,
 * results in sentences, how it stands by its own account.
 */
#ifndef AARSRAPPORT_AGREEMENT_PAGE_H
#define AARSRAPPORT_AGREEMENT_PAGE_H

#include "compose.h"

/* "SA-01 Gartneriet", the name cut to fit a table with many columns. */
struct sv agreement_label(const struct section_context *context, uint32_t agreement);

/* "SA-01 Gartneriet" in full, for headings. */
struct sv agreement_title(const struct section_context *context, uint32_t agreement);

/* Partner, type, period, places, price and target group, as a sentence. */
void add_agreement_facts(const struct section_context *context, struct section *section, uint32_t agreement);

/* What came of the courses in the period that the report tells of (courses_period). */
void add_agreement_results(const struct section_context *context, struct section *section,
                           uint32_t agreement);

/* The agreement's row for the report's period, or the one used instead (status_rows.h); NULL: there is none.
 */
const struct agreement_status *agreement_status_of(const struct section_context *context, uint32_t agreement);

/* How it stands in a table: its light, or no value. */
struct cell agreement_light_cell(const struct section_context *context, uint32_t agreement);

/* Its light, text, learning and development, each that there is. */
void add_agreement_status(const struct section_context *context, struct section *section, uint32_t agreement);

#endif
