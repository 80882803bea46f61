#include "pdf_table.h"

#include "pdf_table_cell.h"

static struct pdf_ink *ink_of(struct pdf_flow *flow, struct pdf_tag *tag)
{
    return tag ? pdf_page_tagged(flow->page, tag) : pdf_page_artifact(flow->page, PDF_REPEATED);
}

static void draw_rule(struct pdf_flow *flow, const struct table_layout *layout, double width,
                      struct rgb colour)
{
    struct pdf_stroke stroke = {width, colour, 0};
    pdf_ink_line(pdf_page_artifact(flow->page, PDF_LAYOUT), (struct pdf_point){flow->left, flow->y},
                 (struct pdf_point){flow->left + layout->width, flow->y}, &stroke);
}

/* The header row; without a tag it is the repeated one of a later page. */
static void draw_heads(struct pdf_flow *flow, const struct table_layout *layout, struct pdf_tag *row)
{
    const struct table *table = layout->table;
    double x = flow->left;
    pdf_ink_fill_box(pdf_page_artifact(flow->page, PDF_LAYOUT),
                     (struct pdf_box){x, flow->y, layout->width, layout->head_height}, flow->style->shade);
    for (size_t i = 0; i < table->column_count; i++) {
        const struct text_block *block = &layout->heads[i].block;
        struct pdf_tag *tag = row ? pdf_tag_add(row, PDF_TH) : NULL;
        double y =
            flow->y + layout->head_height - layout->pad_y - (double)block->line_count * layout->leading;
        double right = x + layout->widths[i] - layout->pad - (table->columns[i].note > 0 ? 5 : 0);
        struct pdf_point end = {x + layout->pad, y};
        if (tag)
            pdf_tag_set_scope(tag, PDF_SCOPE_COLUMN);
        for (size_t n = 0; n < block->line_count; n++) {
            const struct text_line *line = &block->lines[n];
            double base = line_base(&layout->strong, y + (double)n * layout->leading, layout->leading);
            double start = format_is_number(table->columns[i].format) ? right - line->width : x + layout->pad;
            text_draw(ink_of(flow, tag), line, (struct pdf_point){start, base});
            end = (struct pdf_point){start + line->width, base};
        }
        if (table->columns[i].note > 0)
            note_mark_draw(flow, tag, table->columns[i].note, end);
        x += layout->widths[i];
    }
    flow->y += layout->head_height;
    draw_rule(flow, layout, 1, flow->style->accent);
}

static void draw_title(struct pdf_flow *flow, const struct table_layout *layout, struct pdf_tag *caption)
{
    double line = flow->style->baseline;
    double after = flow->left, base = flow->y;
    for (size_t i = 0; i < layout->title.line_count; i++) {
        base = line_base(&flow->types[TYPE_BLOCK_TITLE], flow->y, line);
        text_draw(pdf_page_tagged(flow->page, caption), &layout->title.lines[i],
                  (struct pdf_point){flow->left, base});
        after = flow->left + layout->title.lines[i].width;
        flow->y += line;
    }
    if (layout->table->title_note > 0)
        note_mark_draw(flow, caption, layout->table->title_note, (struct pdf_point){after, base});
    flow->y += table_title_below;
}

/* The title and header of a table that goes on from the page before. */
static void draw_continuation(struct pdf_flow *flow, const struct table_layout *layout)
{
    struct sv title = sv_format(flow->arena, "%.*s (fortsat)", SV_ARG(layout->table->title));
    double line = flow->style->baseline;
    struct text_block block =
        text_break_one(flow->arena, title, &flow->types[TYPE_NOTE_STRONG], flow_measure(flow));
    for (size_t i = 0; i < block.line_count && i < 3; i++) {
        double base = line_base(&flow->types[TYPE_NOTE_STRONG], flow->y, line);
        text_draw(pdf_page_artifact(flow->page, PDF_REPEATED), &block.lines[i],
                  (struct pdf_point){flow->left, base});
        flow->y += line;
    }
    flow->y += table_title_below;
    if (layout->head_height < flow_page_room(flow) / 3)
        draw_heads(flow, layout, NULL);
}

static struct pdf_tag **add_cell_tags(struct pdf_flow *flow, const struct table *table, struct pdf_tag *body)
{
    struct pdf_tag **tags = arena_array(flow->arena, table->column_count, sizeof *tags);
    struct pdf_tag *row = pdf_tag_add(body, PDF_TR);
    for (size_t i = 0; i < table->column_count; i++)
        tags[i] = pdf_tag_add(row, i == 0 ? PDF_TH : PDF_TD);
    pdf_tag_set_scope(tags[0], PDF_SCOPE_ROW);
    return tags;
}

/* Some lines of a row's cells, all of them unless the row is higher than a page. */
static void draw_row_part(struct pdf_flow *flow, const struct table_layout *layout, size_t row,
                          struct pdf_tag *const *tags, size_t first_line, size_t line_count, double height)
{
    const struct table *table = layout->table;
    struct pdf_box box = {flow->left, flow->y, 0, height};
    for (size_t i = 0; i < table->column_count; i++) {
        box.width = layout->widths[i];
        struct cell_place place = {row, i, first_line, line_count, box, tags[i]};
        table_cell_draw(flow, layout, &place);
        box.x += box.width;
    }
    flow->y += height;
}

static void begin_next_page(struct pdf_flow *flow, const struct table_layout *layout)
{
    flow_new_page(flow, layout->landscape);
    draw_continuation(flow, layout);
}

/* A row that no page can hold is the only one that is broken. */
static void draw_high_row(struct pdf_flow *flow, const struct table_layout *layout, size_t row,
                          struct pdf_tag *const *tags)
{
    size_t lines = (size_t)((layout->row_heights[row] - 2 * layout->pad_y) / layout->leading + 0.5);
    bool turned = false;
    for (size_t first = 0; first < lines;) {
        double room = flow_room(flow) - 2 * layout->pad_y;
        size_t fit = room >= layout->leading ? (size_t)(room / layout->leading) : 0;
        size_t here = lines - first < fit ? lines - first : fit;
        if (here == 0 && turned)
            here = 1; /* not even a header and a line fit a page: go on all the same */
        if (here > 0)
            draw_row_part(flow, layout, row, tags, first, here,
                          (double)here * layout->leading + 2 * layout->pad_y);
        first += here;
        if (first < lines)
            begin_next_page(flow, layout);
        turned = true;
    }
}

/* The last rows of a table stay together, and the notes with them: the height of what must follow the row. */
static double end_height(const struct table_layout *layout, size_t row)
{
    size_t count = layout->table->row_count;
    double height = table_notes_height(layout);
    if (row + TABLE_ROWS_TOGETHER < count)
        return 0;
    for (size_t i = row + 1; i < count; i++)
        height += layout->row_heights[i];
    return height;
}

static void draw_row(struct pdf_flow *flow, const struct table_layout *layout, size_t row,
                     struct pdf_tag *body)
{
    const struct table *table = layout->table;
    double height = layout->row_heights[row];
    double page = flow_page_room(flow) - layout->head_height - 2 * flow->style->baseline;
    double together = height + end_height(layout, row);
    bool fits_no_page = height > page;
    bool fits_here = (together < page ? together : height) <= flow_room(flow) + 0.01;
    if (!fits_here && !fits_no_page)
        begin_next_page(flow, layout);
    if (table->rows[row].kind == ROW_TOTAL && row > 0)
        draw_rule(flow, layout, 0.8, flow->style->text);
    struct pdf_tag **tags = add_cell_tags(flow, table, body);
    if (fits_no_page)
        draw_high_row(flow, layout, row, tags);
    else
        draw_row_part(flow, layout, row, tags, 0, SIZE_MAX / 2, height);
    bool last = row + 1 == table->row_count;
    draw_rule(flow, layout, last ? 0.8 : 0.4, last ? flow->style->muted : flow->style->rule);
}

static void place_notes(struct pdf_flow *flow, const struct table_layout *layout)
{
    const struct pdf_type *type = &flow->types[TYPE_NOTE];
    flow->y += layout->note_count > 0 ? 4 : 0;
    for (size_t i = 0; i < layout->note_count; i++) {
        bool is_note = i < layout->table->note_count;
        flow_need(flow, (double)layout->notes[i].line_count * layout->leading);
        struct pdf_tag *tag = pdf_tag_add(flow->parent, is_note ? PDF_NOTE : PDF_P);
        if (is_note) {
            struct pdf_point at = {flow->left, line_base(type, flow->y, layout->leading) - 3};
            struct sv number = sv_format(flow->arena, "%zu ", i + 1);
            pdf_ink_text(pdf_page_tagged(flow->page, pdf_tag_add(tag, PDF_LBL)), at, &flow->types[TYPE_MARK],
                         number);
            flow_place_lines(flow, pdf_tag_add(tag, PDF_P), &layout->notes[i], flow->left + 10,
                             layout->leading);
        } else {
            flow_place_lines(flow, tag, &layout->notes[i], flow->left, layout->leading);
        }
    }
}

static void place_empty(struct pdf_flow *flow, const struct table *table)
{
    const struct pdf_type *type = &flow->types[TYPE_BODY];
    struct text_block title =
        text_break_one(flow->arena, table->title, &flow->types[TYPE_BLOCK_TITLE], flow_measure(flow));
    struct text_block text = text_break_one(flow->arena, table->empty, type, flow_measure(flow));
    double line = flow->style->baseline;
    flow_begin_table(flow, table, (double)(title.line_count + text.line_count) * line);
    flow_place_lines(flow, pdf_tag_add(flow->parent, PDF_P), &title, flow->left, line);
    flow_place_lines(flow, pdf_tag_add(flow->parent, PDF_P), &text, flow->left, line);
    flow_end(flow, line);
}

void table_place(struct pdf_flow *flow, struct table_layout *layout)
{
    const struct table *table = layout->table;
    if (table->row_count == 0) {
        place_empty(flow, table);
        return;
    }
    flow_turn(flow, layout->landscape);
    flow_begin_table(flow, table, table_first(layout, flow, 0));
    struct pdf_tag *tag = pdf_tag_add(flow->parent, PDF_TABLE);
    draw_title(flow, layout, pdf_tag_add(tag, PDF_CAPTION));
    draw_heads(flow, layout, pdf_tag_add(pdf_tag_add(tag, PDF_THEAD), PDF_TR));
    struct pdf_tag *body = pdf_tag_add(tag, PDF_TBODY);
    for (size_t row = 0; row < table->row_count; row++)
        draw_row(flow, layout, row, body);
    place_notes(flow, layout);
    flow_end(flow, flow->style->baseline * 1.5);
}
