/*
 * Charts of lying bars, a line for each body row of their table: bars from zero or from a base, or bars that
 * all are as long and show how the row divides.
 *
 * Rows may be grouped under a heading. A chart that is long goes on on the next page, between two groups
 * where it can; its key and its scale stand above both parts.
 */
#ifndef AARSRAPPORT_PDF_BARS_H
#define AARSRAPPORT_PDF_BARS_H

#include "pdf_flow.h"

struct bars_layout;

struct bars_layout *bars_measure(struct pdf_flow *flow, const struct chart *chart);
void bars_add(struct pdf_flow *flow, struct piece_list *list, struct bars_layout *layout, double parting);

#endif
