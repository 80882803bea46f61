/*
 * A table of few rows shown as cards: label, large value, and what it compares with.
 */
#ifndef AARSRAPPORT_PDF_CARDS_H
#define AARSRAPPORT_PDF_CARDS_H

#include "pdf_flow.h"

struct cards_layout;

struct cards_layout *cards_measure(struct pdf_flow *flow, const struct table *table);

/* Lines of cards stay together on a page unless they are higher than one. */
void cards_add(struct pdf_flow *flow, struct piece_list *list, struct cards_layout *layout, double parting);

#endif
