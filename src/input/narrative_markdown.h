/*
 * Markdown (CommonMark) as blocks of a narrative; alone in using libcmark.
 *
 * Headings, paragraphs, quotations and lists keep their words with emphasis and links; code is plain text and
 * thematic breaks are passed over. HTML, images and links that lead neither to the web, to
 * mail nor to a table are left out, each with a finding.
 */
#ifndef AARSRAPPORT_NARRATIVE_MARKDOWN_H
#define AARSRAPPORT_NARRATIVE_MARKDOWN_H

#include "diag.h"
#include "narrative.h"

/* Adds the blocks of the text, which is that of narrative->file. UTF-8. */
void narrative_parse(struct narrative *narrative, struct arena *arena, struct diag *diag, struct sv text);

/* The block's words without emphasis; placeholders in their braces. */
struct sv narrative_block_text(struct arena *arena, const struct narrative_block *block);

#endif
