/*
 * The efforts that have numbers: their sentences, tables and lists, parts of section_efforts. A part that has
 * nothing to show adds nothing; has_* says whether it would.
 */
#ifndef AARSRAPPORT_EFFORT_PARTS_H
#define AARSRAPPORT_EFFORT_PARTS_H

#include "compose.h"

bool has_fundraising(const struct section_context *context);
void add_fundraising(const struct section_context *context, struct section *section);

bool has_trials(const struct section_context *context);
void add_trials(const struct section_context *context, struct section *section);

bool has_un_goals(const struct section_context *context);
void add_un_goals(const struct section_context *context, struct section *section);

bool has_purchasing(const struct section_context *context);
void add_purchasing(const struct section_context *context, struct section *section);

#endif
