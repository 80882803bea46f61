/*
 * The remarks of a spring evaluation: what was said about an agreement, by whom and when, in the order of the
 * questions.
 */
#ifndef AARSRAPPORT_REMARKS_H
#define AARSRAPPORT_REMARKS_H

#include "evaluation_view.h"

/* Adds nothing when nobody remarked on the agreement this year. */
void add_remarks(const struct evaluation_view *view, struct section *section, uint32_t agreement);

#endif
