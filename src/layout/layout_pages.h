/*
 * Where a row of boxes stands on its pages: which box begins a page, and how far down each one stands.
 *
 * All page breaks are found together. A page that is left empty at its foot costs, and the emptier the more;
 * a break costs what its place is worth (a table torn apart, a paragraph parted from the chart it leads up
 * to), a page costs something by itself, and so does a last page of a few lines. The breaks whose costs sum
 * to the least are taken (after Plass, Optimal Pagination Techniques, 1981).
 *
 * Boxes are never broken, turned or moved past each other. Blocks begin on a grid of half lines; space above
 * a box is dropped at the top of a page. Knows boxes only: no text, no file. All lengths are in one unit.
 */
#ifndef AARSRAPPORT_LAYOUT_PAGES_H
#define AARSRAPPORT_LAYOUT_PAGES_H

#include "arena.h"

#include <stdbool.h>

/*
 * What it costs to begin a page with a box. A page left empty to one tenth costs 4, to a quarter 62, to a
 * third 148, to a half 500; every page costs 100.
 */
#define PARTING_FREE 0.0
#define PARTING_NEVER 1e6   /* unless what must stand together is higher than a page */
#define PARTING_ALWAYS (-1) /* the box begins a page */

struct layout_box {
    double height;
    double before, after; /* space wanted above and below; where two boxes meet, the larger of the two */
    double carried;       /* height of what is repeated above the box when it begins a page */
    double overhang;      /* how far it may stand out below the foot of a page */
    double parting;       /* PARTING_…, or a cost between free and never */
    bool joined;          /* a part of the same block: `before` below the box above, off the grid */
    bool lying;           /* on a page that lies down; on a page with others like it alone */
};

struct layout_paper {
    double standing, lying; /* height of the text area of a page that stands and of one that lies */
    double line;            /* of the grid */
};

struct layout_place {
    size_t page; /* from 0 */
    double y;    /* down from the top of the text area */
};

/* A box that is higher than a page stands at the top of one, alone. */
struct layout_plan {
    struct layout_place *places; /* one a box */
    size_t pages;
    double cost;
};

struct layout_plan pages_plan(struct arena *arena, const struct layout_box *boxes, size_t count,
                              const struct layout_paper *paper);

/* Height of what stands on the page of the box down to the foot of the box. */
double plan_used(const struct layout_plan *plan, const struct layout_box *boxes, size_t box);

#endif
