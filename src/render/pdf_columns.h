/*
 * How the width of a table is shared out among its columns.
 */
#ifndef AARSRAPPORT_PDF_COLUMNS_H
#define AARSRAPPORT_PDF_COLUMNS_H

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

#endif
