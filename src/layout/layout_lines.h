/*
 * Where the lines of a paragraph break, found over the whole paragraph.
 *
 * A paragraph is a row of items: what stands between one place where a line may break and the next. Of all
 * ways to break it into the fewest lines, the one is taken whose lines are the most alike: the sum, over all
 * lines but the last, of the square of the part of the line left empty, and of what the breaks cost, is the
 * least (after Knuth and Plass, Breaking Paragraphs into Lines, 1981, for text that is ragged at the right).
 * A last line of a single short word costs as well. An item wider than the line has a line of its own.
 *
 * Knows boxes only: no text, no font. Widths are in any one unit, and none is below 0.
 */
#ifndef AARSRAPPORT_LAYOUT_LINES_H
#define AARSRAPPORT_LAYOUT_LINES_H

#include "arena.h"

#include <stdbool.h>

struct line_item {
    double width;   /* with the blank that parts it from the next item on its line */
    double visible; /* as the last item of a line: without the blank, with the hyphen if it gets one */
    double cost;    /* of a line that ends here; LINE_COST_… */
    bool forced;    /* the line ends here whatever is left of it */
};

/* A line that is empty to one tenth costs 1, to two tenths 4. */
#define LINE_COST_BLANK 0.0
#define LINE_COST_JOINT 1.0  /* after the hyphen or slash of a compound */
#define LINE_COST_HYPHEN 4.0 /* at a soft hyphen */

/*
 * Writes to `ends`, which has room for `count`, for every line the index after its last item; returns the
 * number of lines: none without items. No line is wider than `limit` unless it is one item. Takes time in
 * proportion to the number of items; scratch memory comes from the arena.
 */
size_t lines_break(struct arena *arena, const struct line_item *items, size_t count, double limit,
                   size_t *ends);

#endif
