#include "pdf_flow.h"

#include "pdf_link.h"

static const double measure = 440;           /* points: lines of about 85 letters */
static const double tight_space = 2.0 / 3.0; /* of the usual space between blocks */
static const double plain_space = 0.4;

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
    flow->left = style->margin_left;
    flow->right = width - style->margin_right;
    flow->top = style->margin_top;
    flow->bottom = height - style->margin_bottom;
    flow->y = flow->top;
}

void flow_new_page(struct pdf_flow *flow, bool landscape)
{
    const struct style *style = flow->style;
    double width = landscape ? style->page_height : style->page_width;
    double height = landscape ? style->page_width : style->page_height;
    flow->page = pdf_file_add_page(flow->file, width, height);
    begin_text_area(flow);
}

double flow_measure(const struct pdf_flow *flow)
{
    double width = flow->style->page_width - flow->style->margin_left - flow->style->margin_right;
    return width < measure ? width : measure;
}

double flow_page_room(const struct pdf_flow *flow, bool landscape)
{
    const struct style *style = flow->style;
    return (landscape ? style->page_width : style->page_height) - style->margin_top - style->margin_bottom;
}

/* ---- Pieces ---- */

static double space(const struct pdf_flow *flow, double usual)
{
    return flow->plain ? usual * plain_space : flow->tight ? usual * tight_space : usual;
}

void flow_add_piece(struct pdf_flow *flow, struct piece_list *list, const struct piece *piece)
{
    list->pieces = arena_grow(flow->arena, list->pieces, list->count, &list->capacity, sizeof *list->pieces);
    struct piece *added = &list->pieces[list->count++];
    *added = *piece;
    added->box.before = space(flow, piece->box.before);
    added->box.after = space(flow, piece->box.after);
    added->box.overhang = flow->tight ? flow->style->baseline : 0;
}

void flow_space_below(const struct pdf_flow *flow, struct piece_list *list, double after)
{
    list->pieces[list->count - 1].box.after = space(flow, after);
}

struct layout_plan flow_plan(struct pdf_flow *flow, struct piece_list *list)
{
    const struct layout_paper paper = {flow_page_room(flow, false), flow_page_room(flow, true),
                                       flow->style->baseline};
    list->boxes = arena_array(flow->arena, list->count, sizeof *list->boxes);
    for (size_t i = 0; i < list->count; i++)
        list->boxes[i] = list->pieces[i].box;
    return pages_plan(flow->arena, list->boxes, list->count, &paper);
}

void flow_place(struct pdf_flow *flow, const struct piece_list *list, const struct layout_plan *plan)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct piece *piece = &list->pieces[i];
        const bool begins_page = i == 0 || plan->places[i].page != plan->places[i - 1].page;
        if (begins_page)
            flow_new_page(flow, piece->box.lying);
        if (begins_page && piece->carry && piece->box.carried > 0)
            piece->carry(flow, piece);
        flow->y = flow->top + plan->places[i].y;
        piece->draw(flow, piece);
    }
}

/* ---- Lines ---- */

double line_base(const struct pdf_type *type, double y, double leading)
{
    return y + (leading + text_cap_height(type)) / 2;
}

void flow_draw_line(struct pdf_flow *flow, struct pdf_tag *tag, const struct text_line *line, double x,
                    double leading)
{
    if (line->run_count > 0) {
        const double base = line_base(line->runs[0].type, flow->y, leading);
        linked_line_draw(flow, tag, line, (struct pdf_point){x, base}, leading);
    }
    flow->y += leading;
}

void flow_draw_lines(struct pdf_flow *flow, struct pdf_tag *tag, const struct text_block *block, double x,
                     double leading)
{
    for (size_t i = 0; i < block->line_count; i++)
        flow_draw_line(flow, tag, &block->lines[i], x, leading);
}

void flow_draw_again(struct pdf_flow *flow, const struct text_block *block)
{
    for (size_t i = 0; i < block->line_count; i++) {
        const double base = line_base(block->lines[i].runs[0].type, flow->y, flow->style->baseline);
        text_draw(pdf_page_artifact(flow->page, PDF_REPEATED), &block->lines[i],
                  (struct pdf_point){flow->left, base});
        flow->y += flow->style->baseline;
    }
}

/* ---- Headings and tables that are linked to ---- */

void flow_remember_heading(struct pdf_flow *flow, int level, struct sv text, struct pdf_tag *tag)
{
    struct placed_heading *heading = arena_alloc(flow->arena, sizeof *heading);
    *heading = (struct placed_heading){level, text, {flow->page, flow->y}, tag};
    flow->headings = arena_grow(flow->arena, flow->headings, flow->heading_count, &flow->heading_capacity,
                                sizeof *flow->headings);
    flow->headings[flow->heading_count++] = heading;
}

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

void flow_mark_table(struct pdf_flow *flow, const struct table *table)
{
    table_anchor(flow, table)->anchor = (struct pdf_anchor){flow->page, flow->y};
}
