#include "pdf_flow.h"

#include "buffer.h"
#include "cell_text.h"
#include "link_text.h"
#include "pdf_link.h"

#include <math.h>

static const double measure = 440; /* points: lines of about 85 letters */
static const double list_indent = 14;
static const double label_gap = 5;
static const double quote_indent = 20;
static const double hair = 0.01;

struct heading_look {
    enum type_name type;
    double before, leading, after; /* in base lines */
};

static const struct heading_look heading_looks[] = {
    [1] = {TYPE_HEADING_1, 2.5, 2, 1},
    [2] = {TYPE_HEADING_2, 1.5, 1.5, 0.5},
    [3] = {TYPE_HEADING_3, 1, 1, 0.5},
};

struct type_look {
    enum pdf_face face;
    bool muted, accent;
};

static const struct type_look type_looks[TYPE_NAMES] = {
    [TYPE_BODY] = {PDF_REGULAR, false, false},  [TYPE_STRONG] = {PDF_BOLD, false, false},
    [TYPE_LEAD] = {PDF_REGULAR, false, false},  [TYPE_LEAD_STRONG] = {PDF_BOLD, false, true},
    [TYPE_NOTE] = {PDF_REGULAR, true, false},   [TYPE_NOTE_STRONG] = {PDF_BOLD, true, false},
    [TYPE_CELL] = {PDF_REGULAR, false, false},  [TYPE_CELL_STRONG] = {PDF_BOLD, false, false},
    [TYPE_MARK] = {PDF_REGULAR, true, false},   [TYPE_BLOCK_TITLE] = {PDF_BOLD, false, false},
    [TYPE_LABEL] = {PDF_REGULAR, true, false},  [TYPE_LABEL_STRONG] = {PDF_BOLD, false, false},
    [TYPE_FIGURE] = {PDF_BOLD, false, true},    [TYPE_HEADING_1] = {PDF_BOLD, false, true},
    [TYPE_HEADING_2] = {PDF_BOLD, false, true}, [TYPE_HEADING_3] = {PDF_BOLD, false, false},
    [TYPE_TITLE] = {PDF_BOLD, false, true},
};

static double type_size(const struct style *style, enum type_name name)
{
    const double sizes[TYPE_NAMES] = {
        [TYPE_BODY] = style->body_size,
        [TYPE_STRONG] = style->body_size,
        [TYPE_LEAD] = style->lead_size,
        [TYPE_LEAD_STRONG] = style->lead_size,
        [TYPE_NOTE] = style->small_size,
        [TYPE_NOTE_STRONG] = style->small_size,
        [TYPE_CELL] = style->small_size,
        [TYPE_CELL_STRONG] = style->small_size,
        [TYPE_MARK] = style->small_size * 0.75,
        [TYPE_BLOCK_TITLE] = style->body_size,
        [TYPE_LABEL] = 8,
        [TYPE_LABEL_STRONG] = 8,
        [TYPE_FIGURE] = style->heading_sizes[0],
        [TYPE_HEADING_1] = style->heading_sizes[0],
        [TYPE_HEADING_2] = style->heading_sizes[1],
        [TYPE_HEADING_3] = style->heading_sizes[2],
        [TYPE_TITLE] = style->title_size,
    };
    return sizes[name];
}

void flow_init(struct pdf_flow *flow, struct pdf_file *file, const struct style *style, struct arena *arena)
{
    *flow = (struct pdf_flow){.arena = arena, .file = file, .style = style};
    for (int i = 0; i < TYPE_NAMES; i++) {
        const struct type_look *look = &type_looks[i];
        struct rgb colour = look->accent ? style->accent : look->muted ? style->muted : style->text;
        flow->types[i] =
            (struct pdf_type){pdf_file_font(file, look->face), type_size(style, (enum type_name)i), colour};
    }
}

static void begin_text_area(struct pdf_flow *flow)
{
    const struct style *style = flow->style;
    double width = pdf_page_width(flow->page), height = pdf_page_height(flow->page);
    flow->landscape = width > height;
    flow->left = style->margin_left;
    flow->right = width - style->margin_right;
    flow->top = style->margin_top;
    flow->bottom = height - style->margin_bottom + (flow->tight ? style->baseline : 0);
    flow->y = flow->top;
    flow->gap = 0;
}

void flow_new_page(struct pdf_flow *flow, bool landscape)
{
    const struct style *style = flow->style;
    double width = landscape ? style->page_height : style->page_width;
    double height = landscape ? style->page_width : style->page_height;
    flow->page = pdf_file_add_page(flow->file, width, height);
    begin_text_area(flow);
}

void flow_turn(struct pdf_flow *flow, bool landscape)
{
    if (landscape == flow->landscape)
        return;
    if (pdf_page_turn(flow->page))
        begin_text_area(flow);
    else
        flow_new_page(flow, landscape);
}

bool flow_at_top(const struct pdf_flow *flow)
{
    return flow->y < flow->top + hair;
}

double flow_room(const struct pdf_flow *flow)
{
    return flow->bottom - flow->y;
}

double flow_page_room(const struct pdf_flow *flow)
{
    return flow->bottom - flow->top;
}

bool flow_leaves_hole(const struct pdf_flow *flow)
{
    return flow_room(flow) > flow_page_room(flow) / (flow->tight ? 6 : 4);
}

bool flow_may_part(const struct pdf_flow *flow)
{
    return flow->loose || flow_room(flow) > flow_page_room(flow) / (flow->tight ? 4 : 3);
}

void flow_tighten(struct pdf_flow *flow, bool tight)
{
    if (tight != flow->tight)
        flow->bottom += tight ? flow->style->baseline : -flow->style->baseline;
    flow->tight = tight;
}

void flow_need(struct pdf_flow *flow, double height)
{
    if (!flow_at_top(flow) && height > flow_room(flow) + hair)
        flow_new_page(flow, flow->landscape);
}

static double on_grid(const struct pdf_flow *flow, double y)
{
    double half = flow->style->baseline / 2;
    return flow->top + ceil((y - flow->top) / half - hair) * half;
}

void flow_begin(struct pdf_flow *flow, double before, double height)
{
    double space = before > flow->gap ? before : flow->gap;
    double y = on_grid(flow, flow->y + (flow->tight ? space * 2 / 3 : space));
    flow->gap = 0;
    if (flow_at_top(flow))
        return;
    if (y + height > flow->bottom + hair)
        flow_new_page(flow, flow->landscape);
    else
        flow->y = y;
}

void flow_end(struct pdf_flow *flow, double after)
{
    flow->gap = after;
}

double flow_measure(const struct pdf_flow *flow)
{
    double width = flow->right - flow->left;
    return width < measure ? width : measure;
}

double line_base(const struct pdf_type *type, double y, double leading)
{
    return y + (leading + text_cap_height(type)) / 2;
}

/* How many of the lines left stand on this page: never one alone here or there. */
static size_t lines_here(const struct pdf_flow *flow, size_t left, double leading)
{
    double room = flow_room(flow);
    size_t fit = room > 0 ? (size_t)((room + hair) / leading) : 0;
    if (left <= fit)
        return left;
    size_t here = left - fit == 1 ? fit - (fit > 0) : fit;
    if (flow_at_top(flow))
        return here > 0 ? here : 1;
    return here >= 2 ? here : 0;
}

void flow_place_lines(struct pdf_flow *flow, struct pdf_tag *tag, const struct text_block *block, double x,
                      double leading)
{
    size_t placed = 0;
    while (placed < block->line_count) {
        size_t here = lines_here(flow, block->line_count - placed, leading);
        for (size_t i = 0; i < here; i++) {
            const struct text_line *line = &block->lines[placed + i];
            if (line->run_count > 0) {
                double base = line_base(line->runs[0].type, flow->y, leading);
                linked_line_draw(flow, tag, line, (struct pdf_point){x, base}, leading);
            }
            flow->y += leading;
        }
        placed += here;
        if (placed < block->line_count)
            flow_new_page(flow, flow->landscape);
    }
}

double flow_heading_height(const struct pdf_flow *flow, int level)
{
    const struct heading_look *look = &heading_looks[level];
    return (look->before + look->leading + look->after) * flow->style->baseline;
}

static struct placed_heading *remember_heading(struct pdf_flow *flow, int level, struct sv text,
                                               struct pdf_tag *tag)
{
    struct placed_heading *heading = arena_alloc(flow->arena, sizeof *heading);
    *heading = (struct placed_heading){level, text, {flow->page, flow->y}, tag};
    flow->headings = arena_grow(flow->arena, flow->headings, flow->heading_count, &flow->heading_capacity,
                                sizeof *flow->headings);
    flow->headings[flow->heading_count++] = heading;
    return heading;
}

void flow_place_heading(struct pdf_flow *flow, int level, struct sv text, double following)
{
    static const enum pdf_role roles[] = {[1] = PDF_H1, [2] = PDF_H2, [3] = PDF_H3};
    if (level > flow->level + 1)
        level = flow->level + 1;
    const struct heading_look *look = &heading_looks[level];
    double line = flow->style->baseline;
    struct text_block block = text_break_one(flow->arena, text, &flow->types[look->type], flow_measure(flow));
    double own = ((double)block.line_count * look->leading + look->after) * line;
    flow_begin(flow, look->before * line, own + following);
    struct pdf_tag *tag = pdf_tag_add(flow->parent, roles[level]);
    remember_heading(flow, level, text, tag);
    flow_place_lines(flow, tag, &block, flow->left, look->leading * line);
    flow_end(flow, look->after * line);
    flow->level = level;
}

/* Breaks a little narrower when a paragraph would otherwise end in a line of a single short word. */
static struct text_block break_evenly(struct arena *arena, const struct text_span *spans, size_t count,
                                      double width)
{
    struct text_block best = text_break(arena, spans, count, width);
    double least = 0.2 * width;
    for (int percent = 97; percent > 84; percent -= 3) {
        if (best.line_count < 2 || best.lines[best.line_count - 1].width >= least)
            return best;
        struct text_block narrower = text_break(arena, spans, count, width * percent / 100);
        if (narrower.line_count == best.line_count)
            best = narrower;
    }
    return best;
}

static const struct pdf_type *slanted(struct pdf_flow *flow, const struct pdf_type *type, bool strong)
{
    struct pdf_type *made = arena_alloc(flow->arena, sizeof *made);
    *made = *type;
    made->font = pdf_file_font(flow->file, strong ? PDF_BOLD_ITALIC : PDF_ITALIC);
    return made;
}

struct text_block flow_break_paragraph(struct pdf_flow *flow, const struct paragraph *paragraph,
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
    return break_evenly(flow->arena, spans, paragraph->span_count, width);
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

static const struct text_block *keep_block(struct pdf_flow *flow, struct text_block block)
{
    struct text_block *kept = arena_alloc(flow->arena, sizeof *kept);
    *kept = block;
    return kept;
}

struct measured_text flow_measure_paragraph(struct pdf_flow *flow, const struct paragraph *paragraph)
{
    const struct paragraph_style *style = &paragraph_styles[paragraph->look];
    const bool quoted = paragraph->look == PARAGRAPH_QUOTE;
    const double indent = quoted ? quote_indent : 0;
    double line = flow->style->baseline;
    struct text_block block =
        flow_break_paragraph(flow, paragraph, style->plain, style->strong, flow_measure(flow) - 2 * indent);
    return (struct measured_text){.blocks = keep_block(flow, block),
                                  .count = 1,
                                  .leading = style->leading * line,
                                  .after = style->after * line,
                                  .indent = indent,
                                  .quoted = quoted};
}

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

static double item_indent(const struct measured_text *text, size_t item)
{
    return text->indent * (text->list->items[item].depth + 1);
}

struct measured_text flow_measure_list(struct pdf_flow *flow, const struct list *list)
{
    struct text_block *blocks = arena_array(flow->arena, list->item_count, sizeof *blocks);
    double line = flow->style->baseline;
    struct measured_text text = {.blocks = blocks,
                                 .count = list->item_count,
                                 .leading = line,
                                 .after = line / 2,
                                 .indent = indent_of_list(flow, list),
                                 .list = list};
    for (size_t i = 0; i < list->item_count; i++)
        blocks[i] = flow_break_paragraph(flow, &list->items[i], TYPE_BODY, TYPE_STRONG,
                                         flow_measure(flow) - item_indent(&text, i));
    return text;
}

/* Two lines stay together, and three do not break into two and one. */
static double first_lines(const struct text_block *block, double leading)
{
    size_t lines = block->line_count <= 3 ? block->line_count : 2;
    return (double)lines * leading;
}

double measured_first(const struct measured_text *text)
{
    return text->count > 0 ? first_lines(&text->blocks[0], text->leading) : 0;
}

double measured_height(const struct measured_text *text)
{
    double height = text->after;
    for (size_t i = 0; i < text->count; i++)
        height += (double)text->blocks[i].line_count * text->leading;
    return height;
}

void flow_place_paragraph(struct pdf_flow *flow, const struct measured_text *text, double following)
{
    if (text->blocks[0].line_count == 0)
        return;
    flow_begin(flow, 0,
               following > 0 && !flow_may_part(flow) ? measured_height(text) + following
                                                     : measured_first(text));
    struct pdf_tag *parent = text->quoted ? pdf_tag_add(flow->parent, PDF_BLOCK_QUOTE) : flow->parent;
    flow_place_lines(flow, pdf_tag_add(parent, PDF_P), &text->blocks[0], flow->left + text->indent,
                     text->leading);
    flow_end(flow, text->after);
}

enum { LIST_LEVELS = 16 };

/* The tags that the next item stands under. */
struct open_lists {
    struct pdf_tag *lists[LIST_LEVELS];
    struct pdf_tag *bodies[LIST_LEVELS]; /* of the last item of each level */
    size_t count;
};

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

static void place_label(struct pdf_flow *flow, struct pdf_tag *item, struct sv label, double x,
                        double leading)
{
    const struct pdf_type *type = &flow->types[TYPE_BODY];
    struct pdf_point at = {x, line_base(type, flow->y, leading)};
    pdf_ink_text(pdf_page_tagged(flow->page, pdf_tag_add(item, PDF_LBL)), at, type, label);
}

static void place_item(struct pdf_flow *flow, struct open_lists *open, const struct measured_text *text,
                       size_t index)
{
    const struct paragraph *item = &text->list->items[index];
    const size_t level = turn_to_level(flow, open, item);
    const double x = flow->left + item_indent(text, index);
    flow_need(flow, first_lines(&text->blocks[index], text->leading));
    if (item->mark != ITEM_CONTINUED || !open->bodies[level]) {
        struct pdf_tag *tag = pdf_tag_add(open->lists[level], PDF_LI);
        if (item->mark != ITEM_CONTINUED)
            place_label(flow, tag, label_of(flow, item), x - text->indent + 2, text->leading);
        open->bodies[level] = pdf_tag_add(tag, PDF_LBODY);
    }
    flow_place_lines(flow, open->bodies[level], &text->blocks[index], x, text->leading);
}

void flow_place_list(struct pdf_flow *flow, const struct measured_text *text)
{
    struct open_lists open = {.count = 0};
    if (text->count == 0)
        return;
    flow_begin(flow, 0, measured_first(text));
    for (size_t i = 0; i < text->count; i++)
        place_item(flow, &open, text, i);
    flow_end(flow, text->after);
}

/* ---- Tables that are linked to ---- */

static struct table_anchor *table_anchor(struct pdf_flow *flow, const struct table *table)
{
    for (size_t i = 0; i < flow->anchor_count; i++)
        if (flow->anchors[i]->table == table)
            return flow->anchors[i];
    flow->anchors = arena_grow(flow->arena, flow->anchors, flow->anchor_count, &flow->anchor_capacity,
                               sizeof *flow->anchors);
    struct table_anchor *anchor = arena_alloc(flow->arena, sizeof *anchor);
    anchor->table = table;
    flow->anchors[flow->anchor_count++] = anchor;
    return anchor;
}

const struct pdf_anchor *flow_table_anchor(struct pdf_flow *flow, const struct table *table)
{
    return &table_anchor(flow, table)->anchor;
}

void flow_begin_table(struct pdf_flow *flow, const struct table *table, double height)
{
    flow_begin(flow, flow->style->baseline / 2, height);
    table_anchor(flow, table)->anchor = (struct pdf_anchor){flow->page, flow->y};
}
