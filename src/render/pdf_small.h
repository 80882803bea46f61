/*
 * Small charts side by side, one for each body row of their table, all on one scale: what is high in one is
 * high in all. Several lines of them may go on on the next page.
 */
#ifndef AARSRAPPORT_PDF_SMALL_H
#define AARSRAPPORT_PDF_SMALL_H

#include "pdf_flow.h"

struct small_layout;

struct small_layout *small_measure(struct pdf_flow *flow, const struct chart *chart);
void small_add(struct pdf_flow *flow, struct piece_list *list, struct small_layout *layout, double parting);

#endif
