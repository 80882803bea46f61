/*
 * The sections of a report: their headings and blocks as pieces of the flow, each with what it costs to part
 * it from the one above.
 *
 * A section whose last page holds but a few lines, or that is meant to stand on one page and takes two, is
 * measured tight as well, and set so where that saves a page. One that still takes two and is meant to stand
 * on one has its key figures in a table instead of on cards where that brings it about.
 */
#ifndef AARSRAPPORT_PDF_SECTION_H
#define AARSRAPPORT_PDF_SECTION_H

#include "pdf_flow.h"

/* The pieces of a section on their own, as tight as the flow is. */
void section_add(struct pdf_flow *flow, struct piece_list *list, const struct section *section);

/* Measures, plans and draws the sections, on new pages. */
void sections_place(struct pdf_flow *flow, const struct document *document);

#endif
