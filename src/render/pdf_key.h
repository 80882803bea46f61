/*
 * The key of a chart whose series cannot be named where they stand: a patch or a dash of each colour with its
 * name after it, in one or more lines above the chart.
 */
#ifndef AARSRAPPORT_PDF_KEY_H
#define AARSRAPPORT_PDF_KEY_H

#include "pdf_plot.h"

struct chart_key;

/* Of the series that are not a base; no lines when there are fewer than two. */
struct chart_key *key_measure(const struct plot *plot, double width);
double key_height(const struct chart_key *key); /* with the space below it */
void key_draw(struct plot *plot, const struct chart_key *key, struct pdf_point at);

#endif
