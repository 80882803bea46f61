/*
 * The front of a report: its cover, and its table of contents.
 *
 * The contents' lines are placed when the report begins and filled in when all headings have their pages. The
 * document has a section at least.
 */
#ifndef AARSRAPPORT_PDF_FRONT_H
#define AARSRAPPORT_PDF_FRONT_H

#include "pdf_flow.h"

struct contents;

void cover_place(struct pdf_flow *flow, const struct cover *cover, struct sv mark);

struct contents *contents_place(struct pdf_flow *flow, const struct document *document);
void contents_fill(struct pdf_flow *flow, const struct contents *contents);

#endif
