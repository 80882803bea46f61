/*
 * A table measured for the page: column widths, lines of every cell, heights.
 *
 * Measuring comes before placing, so that a heading above the table knows how much must stay with it. A table
 * that is too wide for an upright page is set a little smaller and closer, and takes a lying page when that
 * is not enough.
 */
#ifndef AARSRAPPORT_PDF_TABLE_LAYOUT_H
#define AARSRAPPORT_PDF_TABLE_LAYOUT_H

#include "layout_columns.h"
#include "pdf_flow.h"

static const double table_title_below = 4; /* points between a table's title and its header */
static const double table_notes_above = 4; /* points between the last row and the notes */

enum { TABLE_ROWS_TOGETHER = 3 }; /* on either side of a page break, at least */

struct cell_layout {
    struct text_block block;
    double tail; /* from the decimal comma to the end */
};

struct table_layout {
    const struct table *table;
    struct pdf_type plain, strong; /* smaller than usual when the table is very wide */
    bool landscape;
    double width;
    double *widths;                /* of the columns, padding included */
    struct number_column *numbers; /* of each column */
    struct cell_layout *heads;
    struct cell_layout *cells; /* row by row */
    double head_height;
    double *row_heights;
    struct text_block title;
    struct text_block *notes; /* the table's notes and its source */
    size_t note_count;
    double heat_top;               /* the largest shaded value */
    double pad_y;                  /* above and below it */
    double leading;                /* of its lines */
    double symbol;                 /* room that a status symbol takes before its word */
    double pad;                    /* to the left and right of a cell's text */
    double narrow_name;            /* least width of long names of rows */
    struct text_block title_again; /* on a page that goes on with it */
    bool repeats_heads;
    double beginning; /* height of title and header */
    double carried;   /* of both where they are repeated */
    double whole;
};

struct table_layout *table_measure(struct pdf_flow *flow, const struct table *table);

size_t table_row_lines(const struct table_layout *layout, size_t row);

const struct cell *table_cell(const struct table *table, size_t row, size_t column);
const struct pdf_type *table_type(const struct table_layout *layout, size_t row);
bool format_is_number(enum value_format format); /* set right, on the decimal comma */
double cell_number(const struct cell *cell);     /* 0 when it has none */

#endif
