/*
 * The symbols of a goal's status, drawn. They differ in form, not only in colour, and always stand before the
 * word, which is what is read aloud.
 */
#ifndef AARSRAPPORT_PDF_SYMBOL_H
#define AARSRAPPORT_PDF_SYMBOL_H

#include "figure.h"
#include "pdf_page.h"
#include "style.h"

struct rgb status_colour(const struct style *style, enum goal_status status);

/* `size` is the symbol's diameter in points. */
void status_symbol_draw(struct pdf_page *page, const struct style *style, enum goal_status status,
                        struct pdf_point centre, double size);

#endif
