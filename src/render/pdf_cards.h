/*
 * A table of few rows shown as cards: label, large value, and what it compares with.
 */
#ifndef AARSRAPPORT_PDF_CARDS_H
#define AARSRAPPORT_PDF_CARDS_H

#include "pdf_flow.h"

struct cards_layout;

struct cards_layout *cards_measure(struct pdf_flow *flow, const struct table *table);
double cards_height(const struct cards_layout *layout); /* they are not broken over pages */
void cards_place(struct pdf_flow *flow, const struct cards_layout *layout);

#endif
