/*
 * A placeholder's figure in a sentence of a report.
 */
#ifndef AARSRAPPORT_NARRATIVE_FIGURE_H
#define AARSRAPPORT_NARRATIVE_FIGURE_H

#include "compose.h"
#include "placeholder.h"

/*
 * Adds the figure to the paragraph, with its key, in the look of `look`. A period that the report does not
 * count, and a goal that does not hold in it, is an error at `place`; a figure without a value is a warning.
 */
void placeholder_say(const struct section_context *context, struct paragraph *paragraph,
                     const struct placeholder *placeholder, const struct cell *look, struct place place);

#endif
