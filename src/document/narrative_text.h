/*
 * The narrative in a report: the texts of tekster/ (data set: narratives), written into sections with every
 * placeholder replaced by its figure, and long texts of cells.
 *
 * A placeholder becomes a cell with the figure's key, so text and tables cannot disagree. One that names no
 * figure is an error with its file and line; one whose figure has no value is a warning.
 */
#ifndef AARSRAPPORT_NARRATIVE_TEXT_H
#define AARSRAPPORT_NARRATIVE_TEXT_H

#include "compose.h"

/* Whether there is a text for the chapter: tekster/<period>/<chapter>.md, else tekster/<chapter>.md. */
bool has_narrative(const struct section_context *context, const char *chapter);

/*
 * Adds the chapter's text. False when there is none, with a note that says which file would fill it if
 * reports are expected to have the chapter (narrative.h).
 */
bool add_narrative(const struct section_context *context, struct section *section, const char *chapter);

/* A text of a cell: each of its lines is a paragraph, blank lines are passed over. */
void add_long_text(const struct section_context *context, struct section *section, enum paragraph_look look,
                   struct sv text);

/* Adds a finding on each reference to a table that the document lacks, once all its sections are written. */
void narrative_check_links(const struct document *document, struct diag *diag);

#endif
