/*
 * Parts of the case paper (compose.h): what must be written by a person, and the sections that are longer
 * than a few sentences.
 */
#ifndef AARSRAPPORT_CASE_PAPER_H
#define AARSRAPPORT_CASE_PAPER_H

#include "compose.h"

/* A paragraph "[Skrives af sagsbehandler: …]": `wanted` says what, as the rest of that sentence. */
void add_to_write(const struct section_context *context, struct section *section, const char *wanted);

/* What figures, goals, efforts and answers say, for the committee to judge by. */
void add_judgement(const struct section_context *context, struct section *section);

/* Grants and local purchases, as far as the report counts them. */
void add_economy(const struct section_context *context, struct section *section);

/* The year's recommendations that nobody has decided on; none in a report that does not bring them. */
size_t recommendations_to_decide(const struct section_context *context);

/* The recommendations as items of a numbered list that goes on from "indstiller, at". */
void add_moved_recommendations(const struct section_context *context, struct list *list);

#endif
