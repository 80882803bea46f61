/*
 * Tables: shared out into columns by what they hold, broken between rows, the header repeated.
 *
 * A table is measured first, so that headings above it know how much must stay with it, and then placed.
 * One that is too wide for an upright page takes a lying one. Numbers stand right, on the decimal comma.
 */
#ifndef AARSRAPPORT_PDF_TABLE_H
#define AARSRAPPORT_PDF_TABLE_H

#include "pdf_flow.h"

struct cell_layout {
    struct text_block block;
    double tail; /* from the decimal comma to the end */
};

struct table_layout {
    const struct table *table;
    struct pdf_type plain, strong; /* smaller than usual when the table is very wide */
    bool landscape;
    double width;
    double *widths;  /* of the columns, padding included */
    double *tails;   /* the widest of each column */
    double *numbers; /* the widest number of each column */
    struct cell_layout *heads;
    struct cell_layout *cells; /* row by row */
    double head_height;
    double *row_heights;
    struct text_block title;
    struct text_block *notes; /* the table's notes and its source */
    size_t note_count;
    double heat_top; /* the largest shaded value */
    double pad;      /* to the left and right of a cell's text */
    double first;    /* height of what must stay together at the start, when the table may be broken */
    double whole;
    bool settled, breakable; /* see table_first */
};

struct table_layout *table_measure(struct pdf_flow *flow, const struct table *table);

/*
 * Height that must stand together where so much room is left on the page. A table that fits a page is broken
 * only when it is long and would leave more than a third of the page empty. Settled at the first call, which
 * may be that of a heading above the table.
 */
double table_first(struct table_layout *layout, const struct pdf_flow *flow);
void table_place(struct pdf_flow *flow, struct table_layout *layout);

#endif
