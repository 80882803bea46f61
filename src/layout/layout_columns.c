#include "layout_columns.h"

#include <math.h>

static const double extra_limit = 56; /* most that spare room adds to a column */

/*
 * Between the least and the natural width: columns that want much more than their least get more, but not in
 * proportion, or one column of long texts would take everything.
 */
static double width_at(const struct column_wish *wish, double generosity)
{
    double width = wish->least + generosity * sqrt(wish->natural - wish->least);
    return width < wish->natural ? width : wish->natural;
}

static double total_at(const struct column_wish *wishes, size_t count, double generosity)
{
    double total = 0;
    for (size_t i = 0; i < count; i++)
        total += width_at(&wishes[i], generosity);
    return total;
}

/* The most that the room allows. */
static double find_generosity(const struct column_wish *wishes, size_t count, double room)
{
    double low = 0, high = 1000;
    for (int i = 0; i < 40; i++) {
        double middle = (low + high) / 2;
        if (total_at(wishes, count, middle) > room)
            high = middle;
        else
            low = middle;
    }
    return low;
}

double columns_share_out(const struct column_wish *wishes, size_t count, double room, double *widths)
{
    double generosity = find_generosity(wishes, count, room);
    double total = total_at(wishes, count, generosity), sum = 0;
    double extra = count > 0 ? (room - total) / (double)count : 0;
    double scale = total > room ? room / total : 1;
    if (extra < 0)
        extra = 0;
    for (size_t i = 0; i < count; i++) {
        widths[i] = (width_at(&wishes[i], generosity) + (extra < extra_limit ? extra : extra_limit)) * scale;
        sum += widths[i];
    }
    return sum;
}

static double larger(double a, double b)
{
    return a > b ? a : b;
}

void number_column_take(struct number_column *column, double width, double tail)
{
    column->head = larger(column->head, width - tail);
    column->tail = larger(column->tail, tail);
}

double number_column_width(const struct number_column *column)
{
    return column->head + column->tail;
}

double number_start(const struct number_column *column, double left, double right, double width, double tail)
{
    const double start = right - (column->tail - tail) - width;
    return start >= left ? start : right - width;
}
