/*
 * Colours of the screen (sRGB), and whether words in them can be read: the contrast ratio of WCAG 2.1
 * (1.4.3).
 */
#ifndef AARSRAPPORT_COLOUR_H
#define AARSRAPPORT_COLOUR_H

#include "sv.h"

#include <stdbool.h>
#include <stdint.h>

struct rgb {
    uint8_t red;
    uint8_t green;
    uint8_t blue;
};

/* "#1F4E79", in capitals or not. */
bool colour_parse(struct sv text, struct rgb *colour);

double colour_contrast(struct rgb a, struct rgb b); /* 1–21 */

/* Whether body text in the colour can be read on white, and white text on it: at least 4.5:1. */
bool colour_reads_on_white(struct rgb colour);

/* `part` of the way from one colour to the other, 0 to 1. */
struct rgb colour_between(struct rgb from, struct rgb to, double part);

/* The nearest shade of the same hue, no lighter, that reads on white. */
struct rgb colour_darkened(struct rgb colour);

#endif
