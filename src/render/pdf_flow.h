/*
 * The flow of a report down its pages: where the next thing stands, and when a new page begins.
 *
 * Text stands on a grid of half lines. A heading never stands alone at the foot of a page, a paragraph leaves
 * at least two lines on either side of a page break, and space before a block is dropped at the top of a
 * page. A table moves on whole unless that leaves a hole, more than a quarter of a page, and a text with the
 * table or chart it leads up to unless more than a third were left.
 */
#ifndef AARSRAPPORT_PDF_FLOW_H
#define AARSRAPPORT_PDF_FLOW_H

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
    struct pdf_tag *parent; /* what the next blocks are tagged under */
    struct pdf_page *page;
    bool landscape;
    double left, right, top, bottom; /* of the page's text area */
    double y;                        /* top of the next line */
    double gap;                      /* space wanted below the last block */
    bool tight;                      /* less space between blocks, a line more on a page, smaller holes */
    bool loose; /* since the last heading: texts need not stay with what they lead up to */
    int level;  /* of the last heading */
    struct placed_heading **headings;
    size_t heading_count;
    size_t heading_capacity;
    struct table_anchor **anchors;
    size_t anchor_count;
    size_t anchor_capacity;
};

void flow_init(struct pdf_flow *flow, struct pdf_file *file, const struct style *style, struct arena *arena);

void flow_new_page(struct pdf_flow *flow, bool landscape);
/* Goes on on a page that lies or stands, as asked; an empty page is turned. */
void flow_turn(struct pdf_flow *flow, bool landscape);
bool flow_at_top(const struct pdf_flow *flow);
double flow_room(const struct pdf_flow *flow);      /* points left on the page */
double flow_page_room(const struct pdf_flow *flow); /* points on an empty page */
bool flow_leaves_hole(const struct pdf_flow *flow); /* whether turning to a new page here would */
bool flow_may_part(const struct pdf_flow *flow); /* whether texts here may part from what they lead up to */
void flow_tighten(struct pdf_flow *flow, bool tight); /* from here on; at the top of a page */
/*
 * Begins a block that wants `before` above it and of which `height` must stand together: turns to a new page
 * when it does not fit, else leaves the larger of that space and the one the block above wants below.
 */
void flow_begin(struct pdf_flow *flow, double before, double height);
void flow_need(struct pdf_flow *flow, double height); /* within a block: a new page unless so much is left */
void flow_end(struct pdf_flow *flow, double after);   /* ends a block that wants so much space below */
double flow_measure(const struct pdf_flow *flow);     /* widest line of running text */

/* The base line of a line of type that is `leading` high and begins at `y`. */
double line_base(const struct pdf_type *type, double y, double leading);

/* Places lines under a tag, over several pages when they must. */
void flow_place_lines(struct pdf_flow *flow, struct pdf_tag *tag, const struct text_block *block, double x,
                      double leading);

/* `following` is the height that must stand on the same page below the heading. */
void flow_place_heading(struct pdf_flow *flow, int level, struct sv text, double following);
double flow_heading_height(const struct pdf_flow *flow, int level);

/* The place of a table, to be linked to before or after it is placed; flow_begin_table places it. */
const struct pdf_anchor *flow_table_anchor(struct pdf_flow *flow, const struct table *table);
void flow_begin_table(struct pdf_flow *flow, const struct table *table, double height);

/* Running text, measured before it is placed. */
struct measured_text {
    const struct text_block *blocks; /* one a paragraph or list item */
    size_t count;
    double leading;
    double after;  /* space below */
    double indent; /* of a quotation; of a list's level */
    bool quoted;
    const struct list *list; /* NULL: a paragraph */
};

struct measured_text flow_measure_paragraph(struct pdf_flow *flow, const struct paragraph *paragraph);
struct measured_text flow_measure_list(struct pdf_flow *flow, const struct list *list);
double measured_first(const struct measured_text *text);  /* height that may not be torn apart */
double measured_height(const struct measured_text *text); /* all of it, with the space below */

/* With `following`, the whole paragraph stays with so much of what comes below it, unless that leaves a hole.
 */
void flow_place_paragraph(struct pdf_flow *flow, const struct measured_text *text, double following);
void flow_place_list(struct pdf_flow *flow, const struct measured_text *text);

/* Spans of a sentence, in plain and strong type, both slanted where words are emphasised. */
struct text_block flow_break_paragraph(struct pdf_flow *flow, const struct paragraph *paragraph,
                                       enum type_name plain, enum type_name strong, double width);

#endif
