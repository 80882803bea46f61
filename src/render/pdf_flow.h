/*
 * The flow of a report down its pages, from measured pieces to what is drawn.
 *
 * Blocks are measured first and add their pieces to a list: a heading, a line of text, a row of a table, a
 * chart. A piece is a box, for which layout_pages finds the place, and how it is drawn once its page is
 * there. Pieces are drawn in the order of the list, which is the order of reading.
 */
#ifndef AARSRAPPORT_PDF_FLOW_H
#define AARSRAPPORT_PDF_FLOW_H

#include "layout_pages.h"
#include "model.h"
#include "pdf_text.h"
#include "style.h"

enum type_name {
    TYPE_BODY,
    TYPE_STRONG,
    TYPE_LEAD,
    TYPE_LEAD_STRONG,
    TYPE_NOTE,
    TYPE_NOTE_STRONG,
    TYPE_CELL,
    TYPE_CELL_STRONG,
    TYPE_MARK,        /* note marks, raised */
    TYPE_BLOCK_TITLE, /* of tables and charts */
    TYPE_LABEL,       /* in charts */
    TYPE_LABEL_STRONG,
    TYPE_FIGURE, /* large numbers on cards */
    TYPE_HEADING_1,
    TYPE_HEADING_2,
    TYPE_HEADING_3,
    TYPE_TITLE,
    TYPE_NAMES
};

/* A heading that was placed: what the table of contents and the bookmarks are made from. */
struct placed_heading {
    int level;
    struct sv text;
    struct pdf_anchor anchor;
    struct pdf_tag *tag;
};

/* Where a table stands, for links to it; without a page until it is placed. */
struct table_anchor {
    const struct table *table;
    struct pdf_anchor anchor;
};

struct pdf_flow {
    struct arena *arena;
    struct pdf_file *file;
    const struct style *style;
    const struct document *document; /* that texts refer to the tables of; NULL: no links within */
    struct pdf_type types[TYPE_NAMES];
    bool tight; /* while measuring: less space between blocks, a line more on a page */
    bool plain; /* while measuring: key figures stand in a table, lower than cards, and tables are set closer
                 */
    int level;  /* while measuring: of the last heading */
    /* while drawing */
    struct pdf_tag *parent; /* what the next blocks are tagged under */
    struct pdf_page *page;
    double left, right, top, bottom; /* of the page's text area */
    double y;                        /* top of the next line */
    struct placed_heading **headings;
    size_t heading_count;
    size_t heading_capacity;
    struct table_anchor **anchors;
    size_t anchor_count;
    size_t anchor_capacity;
};

/* What a place costs that is not free to begin a page; see layout_pages.h for the measure. */
#define PARTING_LINES 12.0      /* between the lines of a paragraph */
#define PARTING_ITEMS 4.0       /* between the items of a list */
#define PARTING_ROWS 5.0        /* between the rows of a table that no page can hold */
#define PARTING_PAGE_TABLE 62.5 /* of one that fills a page: worth a hole of a quarter; a lower one more */
#define PARTING_LED_UP 100.0    /* of a text from what it leads up to: worth a hole of two sevenths */
#define PARTING_INTRODUCED 60.0 /* of a heading from the few lines below a higher one */
#define PARTING_NOTE 90.0       /* of a note from what it is about */
#define PARTING_BRIEF 120.0     /* of the third block below a heading, when the first two are brief */

struct piece {
    struct layout_box box;
    void (*draw)(struct pdf_flow *flow, const struct piece *piece);  /* at flow->y, under flow->parent */
    void (*carry)(struct pdf_flow *flow, const struct piece *piece); /* what is repeated above it, or NULL */
    void *what;        /* of the block it is a part of; drawing may keep tags there */
    size_t part, line; /* which one of it */
};

struct piece_list {
    struct piece *pieces;
    struct layout_box *boxes; /* of the pieces, once planned */
    size_t count, capacity;
};

void flow_init(struct pdf_flow *flow, struct pdf_file *file, const struct style *style, struct arena *arena);
void flow_new_page(struct pdf_flow *flow, bool landscape);
double flow_measure(const struct pdf_flow *flow); /* widest line of running text */
double flow_page_room(const struct pdf_flow *flow, bool landscape);

/* Adds a piece with its spaces as the flow is set: less when it is tight. */
void flow_add_piece(struct pdf_flow *flow, struct piece_list *list, const struct piece *piece);
void flow_space_below(const struct pdf_flow *flow, struct piece_list *list,
                      double after); /* of the last piece */
struct layout_plan flow_plan(struct pdf_flow *flow, struct piece_list *list);
/* Draws the pieces on new pages as the plan says. */
void flow_place(struct pdf_flow *flow, const struct piece_list *list, const struct layout_plan *plan);

/* The base line of a line of type that is `leading` high and begins at `y`. */
double line_base(const struct pdf_type *type, double y, double leading);

/* Draws lines under a tag from where the flow is, and goes on below them. */
void flow_draw_line(struct pdf_flow *flow, struct pdf_tag *tag, const struct text_line *line, double x,
                    double leading);
void flow_draw_lines(struct pdf_flow *flow, struct pdf_tag *tag, const struct text_block *block, double x,
                     double leading);

/* Lines that were read before, at the top of a page where something goes on. */
void flow_draw_again(struct pdf_flow *flow, const struct text_block *block);

void flow_remember_heading(struct pdf_flow *flow, int level, struct sv text, struct pdf_tag *tag);

/* The place of a table, to be linked to before or after it is drawn; flow_mark_table says it is here. */
const struct pdf_anchor *flow_table_anchor(struct pdf_flow *flow, const struct table *table);
void flow_mark_table(struct pdf_flow *flow, const struct table *table);

#endif
