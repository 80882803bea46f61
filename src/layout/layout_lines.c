#include "layout_lines.h"

#include <math.h>
#include <stdint.h>

static const double tolerance = 0.01;   /* sums of widths are not exact */
static const double short_line = 0.2;   /* of the limit: a last line below it costs */
static const double short_cost = 12;    /* of a last line of nothing */
static const double empty_line = 100;   /* cost of a line that is all empty */
static const size_t most_choices = 200; /* ends of a line that are tried, back from the last that fits */

/* The best way to break the items before a place. */
struct way {
    size_t lines;
    double cost;
    size_t from; /* where its last line begins */
};

struct stretch {
    const struct line_item *items; /* with no forced break but perhaps after the last */
    size_t count;
    double limit;
    double *sums; /* width of the items before each */
    struct way *ways;
};

static double width_of(const struct stretch *stretch, size_t from, size_t to)
{
    return stretch->sums[to - 1] - stretch->sums[from] + stretch->items[to - 1].visible;
}

static bool fits(const struct stretch *stretch, size_t from, size_t to)
{
    return to == from + 1 || width_of(stretch, from, to) <= stretch->limit + tolerance;
}

static double line_cost(const struct stretch *stretch, size_t from, size_t to)
{
    const double part = width_of(stretch, from, to) / stretch->limit;
    const double empty = part < 1 ? 1 - part : 0;
    if (to < stretch->count)
        return empty_line * empty * empty + stretch->items[to - 1].cost;
    return from > 0 && part < short_line ? short_cost * (1 - part / short_line) : 0;
}

static bool is_better(const struct way *way, const struct way *than)
{
    return way->lines < than->lines || (way->lines == than->lines && way->cost < than->cost);
}

/* Tries the lines that begin at `from`; `last` is the farthest end that fits, or a place before it. */
static size_t try_lines(struct stretch *stretch, size_t from, size_t last)
{
    if (last <= from)
        last = from + 1;
    while (last < stretch->count && fits(stretch, from, last + 1))
        last++;
    const size_t first = last - from > most_choices ? last - most_choices : from + 1;
    for (size_t to = last; to >= first; to--) {
        const struct way way = {stretch->ways[from].lines + 1,
                                stretch->ways[from].cost + line_cost(stretch, from, to), from};
        if (fits(stretch, from, to) && is_better(&way, &stretch->ways[to]))
            stretch->ways[to] = way;
    }
    return last;
}

static void find_ways(struct stretch *stretch)
{
    size_t last = 0;
    for (size_t i = 0; i < stretch->count; i++)
        stretch->sums[i + 1] = stretch->sums[i] + stretch->items[i].width;
    stretch->ways[0] = (struct way){0, 0, 0};
    for (size_t i = 1; i <= stretch->count; i++)
        stretch->ways[i] = (struct way){SIZE_MAX, INFINITY, 0};
    for (size_t i = 0; i < stretch->count; i++)
        if (stretch->ways[i].lines < SIZE_MAX)
            last = try_lines(stretch, i, last);
}

/* Breaks the items of one stretch, which stand `before` items into the paragraph. */
static size_t break_stretch(struct stretch *stretch, size_t before, size_t *ends)
{
    find_ways(stretch);
    const size_t lines = stretch->ways[stretch->count].lines;
    size_t at = stretch->count;
    for (size_t line = lines; line-- > 0; at = stretch->ways[at].from)
        ends[line] = before + at;
    return lines;
}

size_t lines_break(struct arena *arena, const struct line_item *items, size_t count, double limit,
                   size_t *ends)
{
    struct stretch stretch = {.limit = limit > 1 ? limit : 1};
    size_t lines = 0;
    stretch.sums = arena_array(arena, count + 1, sizeof *stretch.sums);
    stretch.ways = arena_array(arena, count + 1, sizeof *stretch.ways);
    for (size_t from = 0; from < count; from += stretch.count) {
        stretch.items = items + from;
        for (stretch.count = 1; !items[from + stretch.count - 1].forced && from + stretch.count < count;)
            stretch.count++;
        lines += break_stretch(&stretch, from, ends + lines);
    }
    return lines;
}
