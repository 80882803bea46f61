/*
 * Running text: headings, paragraphs and lists, broken into lines and added to the flow as pieces.
 *
 * A paragraph leaves at least two lines on either side of a page break, and one of three lines is not broken.
 */
#ifndef AARSRAPPORT_PDF_PROSE_H
#define AARSRAPPORT_PDF_PROSE_H

#include "pdf_flow.h"

/* A heading stands with what follows it. One that would skip a level is raised; `opens` begins a section's
 * tag. */
void prose_add_heading(struct pdf_flow *flow, struct piece_list *list, int level, struct sv text, bool opens,
                       double parting);

/* `parting`: of the first line from what stands above. An empty text adds nothing. Returns the lines. */
size_t prose_add_paragraph(struct pdf_flow *flow, struct piece_list *list, const struct paragraph *paragraph,
                           double parting);
void prose_add_list(struct pdf_flow *flow, struct piece_list *list, const struct list *items, double parting);

/* Lines that stand together, each a piece, so that even more of them than a page holds find their place. */
void prose_add_lines(struct pdf_flow *flow, struct piece_list *list, const struct text_block *block,
                     const struct piece *first);

#endif
