/*
 * The marks of a chart: columns, lines, goals, and the names of the series at their ends.
 */
#ifndef AARSRAPPORT_PDF_PLOT_H
#define AARSRAPPORT_PDF_PLOT_H

#include "chart_scale.h"
#include "pdf_flow.h"

enum plot_key { PLOT_KEY_BOX, PLOT_KEY_LINE, PLOT_KEY_DASHES };

/* The name of a series, to the right of where the series ends. */
struct plot_name {
    struct text_block block;
    double wanted; /* middle of the text, if there were no others */
    double height;
    struct rgb colour;
    enum plot_key key;
};

struct plot {
    struct pdf_flow *flow;
    const struct chart *chart;
    const struct table_row **rows; /* the body rows of its table */
    size_t count;
    struct chart_scale scale;
    struct pdf_box area; /* between the axes */
    struct pdf_tag *tag;
    struct plot_name names[CHART_SERIES];
    size_t name_count;
};

void plot_collect_rows(struct plot *plot);
bool plot_counts_whole(const struct plot *plot);                /* its values are whole numbers */
struct sv plot_mark_text(const struct plot *plot, size_t mark); /* what stands at a mark of the scale */
const struct cell *plot_cell(const struct plot *plot, size_t row, size_t series);
struct sv plot_text(const struct plot *plot, const struct cell *cell);
struct rgb plot_series_colour(const struct plot *plot, size_t series);
size_t plot_plain_count(const struct plot *plot); /* of series that are no goals and no base */
bool plot_value(const struct plot *plot, size_t row, size_t series, double *value); /* false: no value */
double plot_largest(const struct plot *plot);
double plot_smallest(const struct plot *plot);
double plot_x(const struct plot *plot, size_t row); /* middle of its slot */
double plot_y(const struct plot *plot, double value);
double plot_slot(const struct plot *plot);
struct pdf_ink *plot_ink(struct plot *plot);

void plot_draw_series(struct plot *plot);
void plot_draw_numbers(struct plot *plot); /* on and above columns, at the ends of lines */
void plot_draw_names(struct plot *plot, double width);

/* Width that the names of the series need beside the chart; 0 when none is named. */
double plot_names_width(const struct plot *plot);

#endif
