#include "layout_columns.h"

#include <math.h>

static const double used_of_line = 0.93; /* by words, of a text over several lines */
static const double extra_limit = 56;    /* most that spare room adds to a column */

static double larger(double a, double b)
{
    return a > b ? a : b;
}

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

/* ---- Fewer lines ---- */

enum { MOST_ROWS = 150 };

struct lowering {
    const struct column_wish *wishes;
    size_t count;
    const struct cell_widths *cells;
    double *widths;
};

static double lines_of(const struct lowering *lowering, size_t row, size_t column)
{
    const double text = lowering->cells->widths[row * lowering->count + column];
    const double room = lowering->widths[column] - lowering->cells->padding;
    return text <= room || room <= 0 ? 1 : ceil(text / (room * used_of_line));
}

static double all_lines(const struct lowering *lowering)
{
    const size_t rows = lowering->cells->rows < MOST_ROWS ? lowering->cells->rows : MOST_ROWS;
    double sum = 0;
    for (size_t row = 0; row < rows; row++) {
        double most = 1;
        for (size_t column = 0; column < lowering->count; column++)
            most = larger(most, lines_of(lowering, row, column));
        sum += most;
    }
    return sum;
}

static void move_width(struct lowering *lowering, size_t from, size_t to, double width)
{
    lowering->widths[from] -= width;
    lowering->widths[to] += width;
}

/* Makes the best move of that width, if one makes for fewer lines than `lines`; the lines there are then. */
static double best_move(struct lowering *lowering, double width, double lines)
{
    size_t best_from = 0, best_to = 0;
    double fewest = lines;
    for (size_t from = 0; from < lowering->count; from++) {
        if (lowering->widths[from] - width < lowering->wishes[from].least)
            continue;
        for (size_t to = 0; to < lowering->count; to++) {
            if (to == from || lowering->widths[to] >= lowering->wishes[to].natural)
                continue;
            move_width(lowering, from, to, width);
            const double now = all_lines(lowering);
            move_width(lowering, to, from, width);
            if (now < fewest) {
                fewest = now;
                best_from = from;
                best_to = to;
            }
        }
    }
    if (fewest < lines)
        move_width(lowering, best_from, best_to, width);
    return fewest;
}

double columns_lower(const struct column_wish *wishes, size_t count, const struct cell_widths *cells,
                     double *widths)
{
    static const double moves[] = {6, 12, 24, 48};
    struct lowering lowering = {.wishes = wishes, .count = count, .cells = cells};
    lowering.widths = widths;
    double lines = all_lines(&lowering);
    for (size_t i = 0; i < sizeof moves / sizeof *moves && lines > (double)cells->rows;) {
        const double fewer = best_move(&lowering, moves[i], lines);
        i = fewer < lines ? 0 : i + 1;
        lines = fewer;
    }
    return lines;
}

/* ---- Numbers ---- */

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
