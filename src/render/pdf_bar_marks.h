/*
 * The marks of one line of a chart of bars: the bar or its parts, the numbers on it, and a goal across.
 */
#ifndef AARSRAPPORT_PDF_BAR_MARKS_H
#define AARSRAPPORT_PDF_BAR_MARKS_H

#include "pdf_plot.h"

/* Makes the plot's scale: of shares 0 to 1; from a base without zero. */
void bar_scale(struct plot *plot);

/* Space that numbers take beside the bars, to the left and to the right of the scale. */
double bar_room_left(const struct plot *plot);
double bar_room_right(const struct plot *plot);

double bar_height(const struct plot *plot, size_t row); /* of its bars */
double bar_x(const struct plot *plot, double value);

/* The row's bars, `y` their top; plot->area is the scale's. */
void bar_draw(struct plot *plot, size_t row, double y);

/* Where the bars begin and what stands there, over a part of the chart; nothing when they begin at zero. */
bool bar_base(const struct plot *plot, double *value, struct sv *text);

#endif
