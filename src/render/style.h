/*
 * How documents look, in one place: type, measures and colours of every renderer.
 *
 * Lengths are points (1/72 inch). Colours are sRGB. The series colours differ in lightness as well as in hue,
 * so they can be told apart by colour-blind readers and in grey print: dark and light ones take turns, and
 * each has at least 3:1 on white, as WCAG 2.1 (1.4.11) asks of what a reader must see to understand a chart.
 */
#ifndef AARSRAPPORT_STYLE_H
#define AARSRAPPORT_STYLE_H

#include "colour.h"

enum { STYLE_SERIES = 5, STYLE_HEADINGS = 3 };

struct style {
    /* page, A4 */
    double page_width;
    double page_height;
    double margin_left;
    double margin_right;
    double margin_top;
    double margin_bottom;
    double baseline; /* of the grid that lines of text stand on */
    /* type, one family on a modular scale */
    double body_size;
    double small_size;
    double lead_size;
    double heading_sizes[STYLE_HEADINGS];
    double title_size;
    /* colour */
    struct rgb text;
    struct rgb muted;  /* secondary text, still at least 4.5:1 on white */
    struct rgb accent; /* headings, bars: the municipality's colour when its contrast suffices */
    struct rgb rule;   /* lines in tables */
    struct rgb shade;  /* header rows, alternate fills */
    struct rgb goal;   /* goal and norm lines */
    struct rgb series[STYLE_SERIES];
    struct rgb heat_low;
    struct rgb heat_high;
    struct rgb status_good;
    struct rgb status_waiting;
    struct rgb status_bad;
};

/* The house style; `accent` ("#1F4E79") is used when it is well-formed and reads on white. */
struct style style_of(struct sv accent);

#endif
