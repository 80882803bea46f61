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

enum { STYLE_SERIES = 5, STYLE_STEPS = 3, STYLE_HEADINGS = 3 };

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
    struct rgb steps[STYLE_STEPS]; /* of a scale: its first, its middle and its last, each darker */
    struct rgb heat_low;
    struct rgb heat_high;
    struct rgb status_good;
    struct rgb status_waiting;
    struct rgb status_bad;
};

/* The house style; `accent` ("#1F4E79") is used when it is well-formed and reads on white. */
struct style style_of(struct sv accent);

/* The style's text colour or white, whichever is read more easily on the background. */
struct rgb colour_on(const struct style *style, struct rgb background);

/* The n-th series: the style's five, then lighter tints of them. */
struct rgb colour_of_series(const struct style *style, size_t index);

/* A step of a scale of `count`: each darker than the one before, and words read on all of them. */
struct rgb colour_of_step(const struct style *style, size_t index, size_t count);

#endif
