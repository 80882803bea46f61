#include "pdf_table.h"

#include "pdf_prose.h"
#include "pdf_table_cell.h"

/* A table that is being drawn. */
struct measured_table {
    const struct table_layout *layout;
    struct text_block empty;
    struct pdf_tag *body;
    struct pdf_tag **cells; /* of the row */
    struct pdf_tag *note;   /* or paragraph below the table */
};

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

static const struct table_layout *layout_of(const struct piece *piece)
{
    const struct measured_table *measured = piece->what;
    return measured->layout;
}

/* The title and header of a table that goes on from the page before. */
static void carry_table(struct pdf_flow *flow, const struct piece *piece)
{
    const struct table_layout *layout = layout_of(piece);
    flow_draw_again(flow, &layout->title_again);
    flow->y += table_title_below;
    if (layout->repeats_heads)
        draw_heads(flow, layout, NULL);
}

static void draw_beginning(struct pdf_flow *flow, const struct piece *piece)
{
    struct measured_table *measured = piece->what;
    const struct table_layout *layout = measured->layout;
    flow_mark_table(flow, layout->table);
    struct pdf_tag *tag = pdf_tag_add(flow->parent, PDF_TABLE);
    draw_title(flow, layout, pdf_tag_add(tag, PDF_CAPTION));
    draw_heads(flow, layout, pdf_tag_add(pdf_tag_add(tag, PDF_THEAD), PDF_TR));
    measured->body = pdf_tag_add(tag, PDF_TBODY);
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
static void draw_lines(struct pdf_flow *flow, const struct measured_table *measured,
                       const struct piece *piece, size_t line_count)
{
    const struct table_layout *layout = measured->layout;
    const double above = piece->line > 0 ? layout->pad_y : 0; /* the first line alone has it */
    struct pdf_box box = {flow->left, flow->y - above, 0, piece->box.height + above};
    for (size_t i = 0; i < layout->table->column_count; i++) {
        box.width = layout->widths[i];
        struct cell_place place = {piece->part, i, piece->line, line_count, box, measured->cells[i]};
        table_cell_draw(flow, layout, &place);
        box.x += box.width;
    }
    flow->y += piece->box.height;
}

static void begin_row(struct pdf_flow *flow, struct measured_table *measured, size_t row)
{
    const struct table *table = measured->layout->table;
    if (table->rows[row].kind == ROW_TOTAL && row > 0)
        draw_rule(flow, measured->layout, 0.8, flow->style->text);
    measured->cells = add_cell_tags(flow, table, measured->body);
}

static void end_row(struct pdf_flow *flow, const struct table_layout *layout, size_t row)
{
    const bool last = row + 1 == layout->table->row_count;
    draw_rule(flow, layout, last ? 0.8 : 0.4, last ? flow->style->muted : flow->style->rule);
}

static void draw_row(struct pdf_flow *flow, const struct piece *piece)
{
    struct measured_table *measured = piece->what;
    begin_row(flow, measured, piece->part);
    draw_lines(flow, measured, piece, SIZE_MAX / 2);
    end_row(flow, measured->layout, piece->part);
}

/* A line of a row that no page can hold, which is the only one that is broken. */
static void draw_line_of_row(struct pdf_flow *flow, const struct piece *piece)
{
    struct measured_table *measured = piece->what;
    if (piece->line == 0)
        begin_row(flow, measured, piece->part);
    draw_lines(flow, measured, piece, 1);
    if (piece->line + 1 == table_row_lines(measured->layout, piece->part))
        end_row(flow, measured->layout, piece->part);
}

static void draw_note(struct pdf_flow *flow, const struct piece *piece)
{
    struct measured_table *measured = piece->what;
    const struct table_layout *layout = measured->layout;
    const struct pdf_type *type = &flow->types[TYPE_NOTE];
    const bool is_note = piece->part < layout->table->note_count;
    if (piece->line == 0) {
        measured->note = pdf_tag_add(flow->parent, is_note ? PDF_NOTE : PDF_P);
        if (is_note) {
            struct pdf_point at = {flow->left, line_base(type, flow->y, layout->leading) - 3};
            struct sv number = sv_format(flow->arena, "%zu ", piece->part + 1);
            pdf_ink_text(pdf_page_tagged(flow->page, pdf_tag_add(measured->note, PDF_LBL)), at,
                         &flow->types[TYPE_MARK], number);
            measured->note = pdf_tag_add(measured->note, PDF_P);
        }
    }
    flow_draw_line(flow, measured->note, &layout->notes[piece->part].lines[piece->line],
                   flow->left + (is_note ? 10 : 0), layout->leading);
}

/* ---- Pieces ---- */

/* Three rows stay together at either end. */
static double parting_of_row(const struct pdf_flow *flow, const struct table_layout *layout, size_t row)
{
    const size_t count = layout->table->row_count;
    if (row < TABLE_ROWS_TOGETHER || row + TABLE_ROWS_TOGETHER > count)
        return PARTING_NEVER;
    const double room = flow_page_room(flow, layout->landscape);
    return layout->whole > room ? PARTING_ROWS : PARTING_PAGE_TABLE * room / layout->whole;
}

static void add_row(struct pdf_flow *flow, struct piece_list *list, struct measured_table *measured,
                    size_t row)
{
    const struct table_layout *layout = measured->layout;
    const double room = flow_page_room(flow, layout->landscape) - layout->carried;
    struct piece piece = {.box = {.height = layout->row_heights[row],
                                  .carried = layout->carried,
                                  .parting = parting_of_row(flow, layout, row),
                                  .joined = true,
                                  .lying = layout->landscape},
                          .draw = draw_row,
                          .carry = carry_table,
                          .what = measured,
                          .part = row};
    if (layout->row_heights[row] <= room) {
        flow_add_piece(flow, list, &piece);
        return;
    }
    const size_t lines = table_row_lines(layout, row);
    piece.draw = draw_line_of_row;
    for (piece.line = 0; piece.line < lines; piece.line++) {
        piece.box.height = layout->leading + (piece.line == 0 ? layout->pad_y : 0) +
                           (piece.line + 1 == lines ? layout->pad_y : 0);
        if (piece.line > 0)
            piece.box.parting = PARTING_ROWS;
        flow_add_piece(flow, list, &piece);
    }
}

static void add_notes(struct pdf_flow *flow, struct piece_list *list, struct measured_table *measured)
{
    const struct table_layout *layout = measured->layout;
    for (size_t i = 0; i < layout->note_count; i++) {
        const struct piece piece = {.box = {.height = layout->leading,
                                            .before = i == 0 ? table_notes_above : 0,
                                            .joined = true,
                                            .parting = PARTING_NEVER,
                                            .lying = layout->landscape},
                                    .draw = draw_note,
                                    .what = measured,
                                    .part = i};
        prose_add_lines(flow, list, &layout->notes[i], &piece);
    }
}

/* The sentence that stands instead of a table without rows, below the table's title. */
static void draw_empty(struct pdf_flow *flow, const struct piece *piece)
{
    struct measured_table *measured = piece->what;
    const struct text_block *block = piece->part == 0 ? &measured->layout->title : &measured->empty;
    if (piece->part == 0 && piece->line == 0)
        flow_mark_table(flow, measured->layout->table);
    if (piece->line == 0)
        measured->note = pdf_tag_add(flow->parent, PDF_P);
    flow_draw_line(flow, measured->note, &block->lines[piece->line], flow->left, flow->style->baseline);
}

static void add_empty(struct pdf_flow *flow, struct piece_list *list, struct measured_table *measured,
                      double parting)
{
    const double line = flow->style->baseline;
    struct piece piece = {.box = {.height = line, .before = line / 2, .after = line, .parting = parting},
                          .draw = draw_empty,
                          .what = measured};
    measured->empty = text_break_one(flow->arena, measured->layout->table->empty, &flow->types[TYPE_BODY],
                                     flow_measure(flow));
    prose_add_lines(flow, list, &measured->layout->title, &piece);
    piece.box.joined = true;
    piece.box.parting = PARTING_NEVER;
    piece.part = 1;
    prose_add_lines(flow, list, &measured->empty, &piece);
}

void table_add(struct pdf_flow *flow, struct piece_list *list, const struct table_layout *layout,
               double parting)
{
    struct measured_table *measured = arena_alloc(flow->arena, sizeof *measured);
    measured->layout = layout;
    if (layout->table->row_count == 0) {
        add_empty(flow, list, measured, parting);
        return;
    }
    const double line = flow->style->baseline;
    const struct piece beginning = {.box = {.height = layout->beginning,
                                            .before = line / 2,
                                            .parting = parting,
                                            .lying = layout->landscape},
                                    .draw = draw_beginning,
                                    .what = measured};
    flow_add_piece(flow, list, &beginning);
    for (size_t row = 0; row < layout->table->row_count; row++)
        add_row(flow, list, measured, row);
    add_notes(flow, list, measured);
    flow_space_below(flow, list, line * 1.5);
}
