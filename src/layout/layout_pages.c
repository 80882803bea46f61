#include "layout_pages.h"

#include <math.h>

static const double hair = 0.01;         /* sums of heights are not exact */
static const double empty_page = 4000;   /* cost of a page that is all empty; grows with the third power */
static const double page_cost = 100;     /* of every page */
static const double short_page = 10;     /* lines: a last page of fewer costs */
static const double short_cost = 500;    /* of a last page of nothing */
static const double too_high_cost = 1e9; /* of a page that what stands on it does not fit */

/* The best way to place the boxes before one that begins a page. */
struct way {
    double cost; /* INFINITY: no page begins there */
    size_t from; /* the box that begins the page before */
    bool fresh;  /* the page does not go on from the one before */
};

struct pages {
    const struct layout_box *boxes;
    size_t count;
    const struct layout_paper *paper;
    struct way *ways; /* one more than boxes: the last is the end */
};

static double larger(double a, double b)
{
    return a > b ? a : b;
}

static double page_height(const struct pages *pages, size_t box)
{
    return pages->boxes[box].lying ? pages->paper->lying : pages->paper->standing;
}

static double on_grid(const struct pages *pages, double y)
{
    const double half = pages->paper->line / 2;
    return ceil(y / half - hair) * half;
}

/* Where a box stands below the one before it, whose foot is at `foot`. */
static double stand_below(const struct pages *pages, size_t box, double foot)
{
    const struct layout_box *here = &pages->boxes[box];
    if (here->joined)
        return foot + here->before;
    return on_grid(pages, foot + larger(pages->boxes[box - 1].after, here->before));
}

/* Whether the box cannot stand on the page of the box before it. */
static bool begins_page(const struct pages *pages, size_t box)
{
    return pages->boxes[box].parting < 0 || pages->boxes[box].lying != pages->boxes[box - 1].lying;
}

/* What a page costs that ends above the box `end`, by how much of it is used. */
static double cost_of_page(const struct pages *pages, size_t from, size_t end, double used)
{
    const double height = page_height(pages, from);
    const bool goes_on = end < pages->count && !begins_page(pages, end);
    const double empty = larger(0, 1 - used / height);
    double cost = page_cost;
    if (goes_on)
        cost += empty_page * empty * empty * empty + pages->boxes[end].parting;
    const double lines = used / pages->paper->line;
    if (!goes_on && !pages->ways[from].fresh && lines < short_page)
        cost += short_cost * (1 - lines / short_page);
    if (used > height + pages->boxes[end - 1].overhang + hair)
        cost += too_high_cost;
    return cost;
}

static void try_page(struct pages *pages, size_t from, size_t end, double used)
{
    const double cost = pages->ways[from].cost + cost_of_page(pages, from, end, used);
    struct way *way = &pages->ways[end];
    if (cost < way->cost)
        *way = (struct way){cost, from, end == pages->count || begins_page(pages, end)};
}

/* Tries all pages that begin with a box: at least the box alone, and as many more as fit. */
static void try_pages(struct pages *pages, size_t from)
{
    const double height = page_height(pages, from);
    double foot = pages->boxes[from].carried + pages->boxes[from].height;
    size_t end = from + 1;
    try_page(pages, from, end, foot);
    for (; end < pages->count && !begins_page(pages, end); end++) {
        const struct layout_box *box = &pages->boxes[end];
        foot = stand_below(pages, end, foot) + box->height;
        if (foot > height + box->overhang + hair)
            break;
        try_page(pages, from, end + 1, foot);
    }
}

static void place_page(const struct pages *pages, struct layout_plan *plan, size_t from, size_t end,
                       size_t page)
{
    double y = pages->boxes[from].carried;
    plan->places[from] = (struct layout_place){page, y};
    for (size_t i = from + 1; i < end; i++) {
        y = stand_below(pages, i, y + pages->boxes[i - 1].height);
        plan->places[i] = (struct layout_place){page, y};
    }
}

static size_t count_pages(const struct pages *pages)
{
    size_t count = 0;
    for (size_t end = pages->count; end > 0; end = pages->ways[end].from)
        count++;
    return count;
}

struct layout_plan pages_plan(struct arena *arena, const struct layout_box *boxes, size_t count,
                              const struct layout_paper *paper)
{
    struct pages pages = {boxes, count, paper, arena_array(arena, count + 1, sizeof *pages.ways)};
    struct layout_plan plan = {.places = arena_array(arena, count, sizeof *plan.places)};
    for (size_t i = 1; i <= count; i++)
        pages.ways[i].cost = INFINITY;
    pages.ways[0].fresh = true;
    for (size_t i = 0; i < count; i++)
        if (pages.ways[i].cost < INFINITY)
            try_pages(&pages, i);
    plan.cost = pages.ways[count].cost;
    plan.pages = count_pages(&pages);
    size_t page = plan.pages;
    for (size_t end = count; end > 0; end = pages.ways[end].from)
        place_page(&pages, &plan, pages.ways[end].from, end, --page);
    return plan;
}

double plan_used(const struct layout_plan *plan, const struct layout_box *boxes, size_t box)
{
    return plan->places[box].y + boxes[box].height;
}
