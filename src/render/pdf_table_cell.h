/*
 * Drawing the cells of a table: text and numbers in their place, bars, shades, status symbols, note marks.
 */
#ifndef AARSRAPPORT_PDF_TABLE_CELL_H
#define AARSRAPPORT_PDF_TABLE_CELL_H

#include "pdf_table_layout.h"

struct cell_place {
    size_t row, column;
    size_t first_line, line_count; /* the lines to draw */
    struct pdf_box box;
    struct pdf_tag *tag;
};

void table_cell_draw(struct pdf_flow *flow, const struct table_layout *layout,
                     const struct cell_place *place);

/* A small raised number after a text that ends at the point; without a parent it is not read aloud. */
void note_mark_draw(struct pdf_flow *flow, struct pdf_tag *parent, unsigned number, struct pdf_point after);

#endif
