/*
 * How the width of a table is shared out among its columns, and where numbers stand in theirs.
 */
#ifndef AARSRAPPORT_LAYOUT_COLUMNS_H
#define AARSRAPPORT_LAYOUT_COLUMNS_H

#include <stddef.h>

/* What a column asks for: the least it can do with, and what it would like. */
struct column_wish {
    double least;
    double natural; /* not below the least */
};

/*
 * Writes the columns' widths, in points, and returns their sum, which never exceeds the room. Room that
 * nobody asked for is spread over the columns, up to a limit; when even the least is too much, all shrink
 * alike.
 */
double columns_share_out(const struct column_wish *wishes, size_t count, double room, double *widths);

/* The texts of a table's cells, row by row, by the width each has on one line. */
struct cell_widths {
    const double *widths; /* 0: a cell that is never broken */
    size_t rows;
    double padding; /* of a column, beside the text */
};

/*
 * Moves width from column to column, none below its least, as long as that makes for fewer lines in all rows
 * together. Of a long table the first rows decide. Returns about how many lines there are then.
 */
double columns_lower(const struct column_wish *wishes, size_t count, const struct cell_widths *cells,
                     double *widths);

/*
 * Numbers that stand with their decimal commas below each other. The tail of a number is what follows its
 * last whole digit: the comma and the decimals, a unit; a number without has none.
 */
struct number_column {
    double head, tail; /* the widest of each */
};

void number_column_take(struct number_column *column, double width, double tail);
double number_column_width(const struct number_column *column);

/*
 * Where a number begins in a column between `left` and `right`: the widest tail ends at `right`. A number
 * that would begin left of `left` ends at `right` itself.
 */
double number_start(const struct number_column *column, double left, double right, double width, double tail);

#endif
