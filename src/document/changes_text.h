/*
 * What is told of a correction in words; each adds paragraphs, or nothing when it has nothing to say.
 */
#ifndef AARSRAPPORT_CHANGES_TEXT_H
#define AARSRAPPORT_CHANGES_TEXT_H

#include "changes_parts.h"

/* Which version it takes the place of, and why. */
void add_changes_lead(const struct section_context *context, struct section *section);

/* The goals whose status is another, a line each. */
void add_turned_goals(const struct section_context *context, struct section *section);

/* How many rows and figures are different; or that nothing can be compared. */
void add_changes_counted(const struct section_context *context, struct section *section);

/* The program, options, code lists, settings and files; why there is a new version when nothing of these is
 * another; and what nothing explains. */
void add_other_causes(const struct section_context *context, struct section *section,
                      const struct changes_form *form);

/* The versions that the table of all versions leaves out, and why. */
void add_versions_left_out(const struct section_context *context, struct section *section);

#endif
