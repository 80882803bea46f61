/*
 * Colours made from the style's.
 */
#ifndef AARSRAPPORT_PDF_COLOUR_H
#define AARSRAPPORT_PDF_COLOUR_H

#include "style.h"

/* `part` of the way from one colour to the other, 0 to 1. */
struct rgb colour_between(struct rgb from, struct rgb to, double part);

/* The style's text colour or white, whichever is read more easily on the background. */
struct rgb colour_on(const struct style *style, struct rgb background);

/* The n-th series: the style's five, then lighter tints of them. */
struct rgb colour_of_series(const struct style *style, size_t index);

#endif
