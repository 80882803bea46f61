/*
 * Links in running text: underlined words that lead to the web, to mail or to a table of the report.
 *
 * The words of a link are tagged as one Link however many lines they take; each line has an area to click on.
 */
#ifndef AARSRAPPORT_PDF_LINK_H
#define AARSRAPPORT_PDF_LINK_H

#include "pdf_flow.h"

/*
 * The link of a cell's words; NULL when it has none, or leads to a table that the document lacks. `before` is
 * the link of the words before it, which go on in these when they lead to the same place.
 */
struct text_link *text_link_of(struct pdf_flow *flow, const struct cell *cell, struct text_link *before);

/*
 * Draws a line whose base line begins at `at` and that is `leading` high, under `tag`, with the links in it.
 */
void linked_line_draw(struct pdf_flow *flow, struct pdf_tag *tag, const struct text_line *line,
                      struct pdf_point at, double leading);

#endif
