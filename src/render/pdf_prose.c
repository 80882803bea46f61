#include "pdf_prose.h"

#include "buffer.h"
#include "cell_text.h"
#include "link_text.h"
#include "pdf_link.h"

static const double list_indent = 14;
static const double label_gap = 5;
static const double quote_indent = 20;

/* ---- Headings ---- */

struct heading_look {
    enum type_name type;
    double before, leading, after; /* in base lines */
};

static const struct heading_look heading_looks[] = {
    [1] = {TYPE_HEADING_1, 2.5, 2, 1},
    [2] = {TYPE_HEADING_2, 1.5, 1.5, 0.5},
    [3] = {TYPE_HEADING_3, 1, 1, 0.5},
};

struct measured_heading {
    int level;
    struct sv text;
    struct text_block block;
    bool opens;
};

static void draw_heading(struct pdf_flow *flow, const struct piece *piece)
{
    static const enum pdf_role roles[] = {[1] = PDF_H1, [2] = PDF_H2, [3] = PDF_H3};
    const struct measured_heading *heading = piece->what;
    if (heading->opens)
        flow->parent = pdf_tag_add(pdf_file_root(flow->file), PDF_SECT);
    struct pdf_tag *tag = pdf_tag_add(flow->parent, roles[heading->level]);
    flow_remember_heading(flow, heading->level, heading->text, tag);
    flow_draw_lines(flow, tag, &heading->block, flow->left,
                    heading_looks[heading->level].leading * flow->style->baseline);
}

void prose_add_heading(struct pdf_flow *flow, struct piece_list *list, int level, struct sv text, bool opens,
                       double parting)
{
    struct measured_heading *heading = arena_alloc(flow->arena, sizeof *heading);
    flow->level = opens ? 1 : level > flow->level + 1 ? flow->level + 1 : level;
    const struct heading_look *look = &heading_looks[flow->level];
    const double line = flow->style->baseline;
    *heading = (struct measured_heading){flow->level, text, {0}, opens};
    heading->block = text_break_one(flow->arena, text, &flow->types[look->type], flow_measure(flow));
    const struct piece piece = {.box = {.height = (double)heading->block.line_count * look->leading * line,
                                        .before = look->before * line,
                                        .after = look->after * line,
                                        .parting = parting},
                                .draw = draw_heading,
                                .what = heading};
    flow_add_piece(flow, list, &piece);
}

/* ---- Paragraphs ---- */

static const struct pdf_type *slanted(struct pdf_flow *flow, const struct pdf_type *type, bool strong)
{
    struct pdf_type *made = arena_alloc(flow->arena, sizeof *made);
    *made = *type;
    made->font = pdf_file_font(flow->file, strong ? PDF_BOLD_ITALIC : PDF_ITALIC);
    return made;
}

/* Spans of a sentence, in plain and strong type, both slanted where words are emphasised. */
static struct text_block break_paragraph(struct pdf_flow *flow, const struct paragraph *paragraph,
                                         enum type_name plain, enum type_name strong, double width)
{
    struct text_span *spans = arena_array(flow->arena, paragraph->span_count, sizeof *spans);
    struct text_link *link = NULL;
    for (size_t i = 0; i < paragraph->span_count; i++) {
        const struct cell *span = &paragraph->spans[i];
        const struct pdf_type *type = &flow->types[span->strong ? strong : plain];
        struct buffer text = buffer_in(flow->arena);
        span_text(&text, span);
        link = text_link_of(flow, span, link);
        if (span->emphasis)
            type = slanted(flow, type, span->strong);
        spans[i] = (struct text_span){buffer_view(&text), type, link};
    }
    return text_break(flow->arena, spans, paragraph->span_count, width);
}

struct paragraph_style {
    enum type_name plain, strong;
    double leading, after; /* in base lines */
};

static const struct paragraph_style paragraph_styles[] = {
    [PARAGRAPH_BODY] = {TYPE_BODY, TYPE_STRONG, 1, 0.5},
    [PARAGRAPH_LEAD] = {TYPE_LEAD, TYPE_LEAD_STRONG, 1.25, 0.75},
    [PARAGRAPH_NOTE] = {TYPE_NOTE, TYPE_NOTE_STRONG, 0.8, 0.6},
    [PARAGRAPH_QUOTE] = {TYPE_BODY, TYPE_STRONG, 1, 0.5},
};

/* What it costs to part a line from the one above: two stay together at either end, and all of three. */
static double parting_of_line(size_t line, size_t count)
{
    return count <= 3 || line == 1 || line + 1 == count ? PARTING_NEVER : PARTING_LINES;
}

/* Adds lines as `first` is to be drawn; its space above and below is that of the lines together. */
static void add_lines(struct pdf_flow *flow, struct piece_list *list, size_t count, const struct piece *first,
                      double (*parting)(size_t line, size_t count))
{
    for (size_t i = 0; i < count; i++) {
        struct piece piece = *first;
        piece.line = i;
        if (i > 0) {
            piece.box.joined = true;
            piece.box.before = 0;
            piece.box.parting = parting(i, count);
        }
        if (i + 1 < count)
            piece.box.after = 0;
        flow_add_piece(flow, list, &piece);
    }
}

static double never(size_t line, size_t count)
{
    (void)line;
    (void)count;
    return PARTING_NEVER;
}

void prose_add_lines(struct pdf_flow *flow, struct piece_list *list, const struct text_block *block,
                     const struct piece *first)
{
    add_lines(flow, list, block->line_count, first, never);
}

struct measured_paragraph {
    struct text_block block;
    double leading;
    bool quoted;
    struct pdf_tag *tag; /* once its first line is drawn */
};

static void draw_paragraph(struct pdf_flow *flow, const struct piece *piece)
{
    struct measured_paragraph *text = piece->what;
    if (piece->line == 0) {
        struct pdf_tag *parent = text->quoted ? pdf_tag_add(flow->parent, PDF_BLOCK_QUOTE) : flow->parent;
        text->tag = pdf_tag_add(parent, PDF_P);
    }
    flow_draw_line(flow, text->tag, &text->block.lines[piece->line],
                   flow->left + (text->quoted ? quote_indent : 0), text->leading);
}

size_t prose_add_paragraph(struct pdf_flow *flow, struct piece_list *list, const struct paragraph *paragraph,
                           double parting)
{
    const struct paragraph_style *style = &paragraph_styles[paragraph->look];
    struct measured_paragraph *text = arena_alloc(flow->arena, sizeof *text);
    const double line = flow->style->baseline;
    text->quoted = paragraph->look == PARAGRAPH_QUOTE;
    text->leading = style->leading * line;
    text->block = break_paragraph(flow, paragraph, style->plain, style->strong,
                                  flow_measure(flow) - (text->quoted ? 2 * quote_indent : 0));
    const struct piece piece = {
        .box = {.height = text->leading, .after = style->after * line, .parting = parting},
        .draw = draw_paragraph,
        .what = text};
    add_lines(flow, list, text->block.line_count, &piece, parting_of_line);
    return text->block.line_count;
}

/* ---- Lists ---- */

enum { LIST_LEVELS = 16 };

/* The tags that the next item stands under. */
struct open_lists {
    struct pdf_tag *lists[LIST_LEVELS];
    struct pdf_tag *bodies[LIST_LEVELS]; /* of the last item of each level */
    size_t count;
};

struct measured_list {
    const struct list *list;
    double indent;             /* of a level */
    struct text_block *blocks; /* one an item */
    struct open_lists open;    /* while it is drawn */
    struct pdf_tag *body;      /* of the item that is being drawn */
};

/* "•" and, on every second level, "–"; "12." */
static struct sv label_of(struct pdf_flow *flow, const struct paragraph *item)
{
    return item_label(flow->arena, item, item->depth % 2 ? "– " : "• ");
}

/* Room for the widest label of the list. */
static double indent_of_list(struct pdf_flow *flow, const struct list *list)
{
    double indent = list_indent;
    for (size_t i = 0; i < list->item_count; i++) {
        double width = text_width(&flow->types[TYPE_BODY], label_of(flow, &list->items[i])) + label_gap;
        indent = width > indent ? width : indent;
    }
    return indent;
}

static double item_indent(const struct measured_list *text, size_t item)
{
    return text->indent * (text->list->items[item].depth + 1);
}

/* Opens and closes lists until one of the item's level is the last; its level. */
static size_t turn_to_level(struct pdf_flow *flow, struct open_lists *open, const struct paragraph *item)
{
    size_t level = item->depth < open->count ? item->depth : open->count;
    level = level < LIST_LEVELS ? level : LIST_LEVELS - 1;
    if (level == open->count) {
        struct pdf_tag *parent = level ? open->bodies[level - 1] : flow->parent;
        open->lists[level] = pdf_tag_add(parent, PDF_L);
        pdf_tag_set_numbered(open->lists[level], item->mark == ITEM_NUMBER);
    }
    open->count = level + 1;
    return level;
}

static void draw_label(struct pdf_flow *flow, struct pdf_tag *item, struct sv label, double x)
{
    const struct pdf_type *type = &flow->types[TYPE_BODY];
    struct pdf_point at = {x, line_base(type, flow->y, flow->style->baseline)};
    pdf_ink_text(pdf_page_tagged(flow->page, pdf_tag_add(item, PDF_LBL)), at, type, label);
}

static void begin_item(struct pdf_flow *flow, struct measured_list *text, size_t index)
{
    const struct paragraph *item = &text->list->items[index];
    struct open_lists *open = &text->open;
    const size_t level = turn_to_level(flow, open, item);
    const double x = flow->left + item_indent(text, index);
    if (item->mark != ITEM_CONTINUED || !open->bodies[level]) {
        struct pdf_tag *tag = pdf_tag_add(open->lists[level], PDF_LI);
        if (item->mark != ITEM_CONTINUED)
            draw_label(flow, tag, label_of(flow, item), x - text->indent + 2);
        open->bodies[level] = pdf_tag_add(tag, PDF_LBODY);
    }
    text->body = open->bodies[level];
}

static void draw_item(struct pdf_flow *flow, const struct piece *piece)
{
    struct measured_list *text = piece->what;
    const struct text_block *block = &text->blocks[piece->part];
    if (piece->line == 0)
        begin_item(flow, text, piece->part);
    if (block->line_count > 0)
        flow_draw_line(flow, text->body, &block->lines[piece->line],
                       flow->left + item_indent(text, piece->part), flow->style->baseline);
}

/* The first and the last two items of a list stay together. */
static double parting_of_item(size_t item, size_t count)
{
    return item == 1 || item + 1 == count ? 5 * PARTING_ITEMS : PARTING_ITEMS;
}

void prose_add_list(struct pdf_flow *flow, struct piece_list *list, const struct list *items, double parting)
{
    struct measured_list *text = arena_alloc(flow->arena, sizeof *text);
    text->list = items;
    text->indent = indent_of_list(flow, items);
    text->blocks = arena_array(flow->arena, items->item_count, sizeof *text->blocks);
    for (size_t i = 0; i < items->item_count; i++) {
        text->blocks[i] = break_paragraph(flow, &items->items[i], TYPE_BODY, TYPE_STRONG,
                                          flow_measure(flow) - item_indent(text, i));
        const size_t lines = text->blocks[i].line_count;
        const double line = flow->style->baseline;
        const struct piece piece = {
            .box = {.height = lines > 0 || items->items[i].mark != ITEM_CONTINUED ? line : 0,
                    .after = i + 1 == items->item_count ? line / 2 : 0,
                    .joined = i > 0,
                    .parting = i > 0 ? parting_of_item(i, items->item_count) : parting},
            .draw = draw_item,
            .what = text,
            .part = i};
        add_lines(flow, list, lines > 0 ? lines : 1, &piece, parting_of_line);
    }
}
