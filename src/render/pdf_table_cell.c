#include "pdf_table_cell.h"

#include "pdf_symbol.h"
#include "standing.h"

static const double mark_gap = 1.5;

void note_mark_draw(struct pdf_flow *flow, struct pdf_tag *parent, unsigned number, struct pdf_point after)
{
    const struct pdf_type *type = &flow->types[TYPE_MARK];
    struct sv text = sv_format(flow->arena, " %u", number); /* the blank parts it from the word it marks */
    struct pdf_point at = {after.x + mark_gap - text_width(type, sv_of(" ")), after.y - 3};
    struct pdf_ink *ink = parent ? pdf_page_tagged(flow->page, pdf_tag_add(parent, PDF_REFERENCE))
                                 : pdf_page_artifact(flow->page, PDF_REPEATED);
    pdf_ink_text(ink, at, type, text);
}

static void draw_bar(struct pdf_flow *flow, const struct table_layout *layout, size_t column,
                     const struct cell *cell, struct pdf_box box)
{
    double number = number_column_width(&layout->numbers[column]);
    double length = box.width - 2 * layout->pad - number - 8;
    double part = cell_number(cell);
    struct pdf_box bar = {box.x + layout->pad, box.y + (layout->leading + 2 * layout->pad_y) / 2 - 3.5,
                          length, 7};
    if (length < 10 || cell->kind != CELL_VALUE || !ratio_has_value(cell->value))
        return;
    struct pdf_ink *ink = pdf_page_artifact(flow->page, PDF_LAYOUT);
    pdf_ink_fill_box(ink, bar, flow->style->shade);
    bar.width *= part > 1 ? 1 : part > 0 ? part : 0;
    if (bar.width > 0)
        pdf_ink_fill_box(ink, bar, flow->style->accent);
}

static struct rgb heat_colour(const struct pdf_flow *flow, const struct table_layout *layout,
                              const struct cell *cell)
{
    double part = layout->heat_top > 0 ? cell_number(cell) / layout->heat_top : 0;
    return colour_between(flow->style->heat_low, flow->style->heat_high, part);
}

static void draw_heat(struct pdf_flow *flow, const struct table_layout *layout, const struct cell *cell,
                      struct pdf_box box)
{
    struct pdf_box inner = {box.x + 0.75, box.y + 0.75, box.width - 1.5, box.height - 1.5};
    pdf_ink_fill_box(pdf_page_artifact(flow->page, PDF_LAYOUT), inner, heat_colour(flow, layout, cell));
}

/* A line of a cell in its place: left for text, on the decimal comma for numbers. */
static double line_start(const struct table_layout *layout, size_t index, size_t column,
                         const struct text_line *line, struct pdf_box box)
{
    if (!format_is_number(layout->table->columns[column].format))
        return box.x + layout->pad;
    return number_start(&layout->numbers[column], box.x + 1, box.x + box.width - layout->pad, line->width,
                        layout->cells[index].tail);
}

static void draw_look(struct pdf_flow *flow, const struct table_layout *layout,
                      const struct cell_place *place)
{
    const struct cell *cell = table_cell(layout->table, place->row, place->column);
    bool body = layout->table->rows[place->row].kind == ROW_BODY;
    switch (layout->table->columns[place->column].look) {
    case COLUMN_PLAIN:
        break;
    case COLUMN_BAR:
        draw_bar(flow, layout, place->column, cell, place->box);
        break;
    case COLUMN_HEAT:
        if (body && cell->kind == CELL_VALUE && ratio_has_value(cell->value))
            draw_heat(flow, layout, cell, place->box);
        break;
    }
    if (cell_is_standing(cell)) {
        struct pdf_point centre = {place->box.x + layout->pad + 4,
                                   place->box.y + layout->pad_y + layout->leading / 2};
        status_symbol_draw(flow->page, flow->style, standing_symbol(cell), centre, 8.5);
    }
}

static bool is_shaded(const struct table *table, const struct cell_place *place)
{
    const struct cell *cell = table_cell(table, place->row, place->column);
    return table->columns[place->column].look == COLUMN_HEAT && table->rows[place->row].kind == ROW_BODY &&
           cell->kind == CELL_VALUE && ratio_has_value(cell->value);
}

static void draw_line(struct pdf_flow *flow, const struct table_layout *layout,
                      const struct cell_place *place, const struct text_line *line, struct pdf_point at)
{
    struct pdf_ink *ink = pdf_page_tagged(flow->page, place->tag);
    if (is_shaded(layout->table, place) && line->run_count > 0) {
        struct pdf_type type = *line->runs[0].type;
        type.colour = colour_on(
            flow->style, heat_colour(flow, layout, table_cell(layout->table, place->row, place->column)));
        struct text_run run = {line->runs[0].text, &type, 0, NULL};
        text_draw(ink, &(struct text_line){&run, 1, line->width, line->blank_after}, at);
        return;
    }
    text_draw(ink, line, at);
}

void table_cell_draw(struct pdf_flow *flow, const struct table_layout *layout, const struct cell_place *place)
{
    const struct table *table = layout->table;
    size_t index = place->row * table->column_count + place->column;
    const struct text_block *block = &layout->cells[index].block;
    bool symbol = cell_is_standing(table_cell(table, place->row, place->column));
    struct pdf_point end = {place->box.x + layout->pad, place->box.y + layout->pad_y + layout->leading};
    if (place->first_line == 0)
        draw_look(flow, layout, place);
    for (size_t n = 0; n < place->line_count && place->first_line + n < block->line_count; n++) {
        const struct text_line *line = &block->lines[place->first_line + n];
        double base = line_base(table_type(layout, place->row),
                                place->box.y + layout->pad_y + (double)n * layout->leading, layout->leading);
        double start =
            line_start(layout, index, place->column, line, place->box) + (symbol ? layout->symbol : 0);
        draw_line(flow, layout, place, line, (struct pdf_point){start, base});
        end = (struct pdf_point){start + line->width, base};
    }
    bool last = place->first_line + place->line_count >= block->line_count;
    if (place->column == 0 && table->rows[place->row].note > 0 && last)
        note_mark_draw(flow, place->tag, table->rows[place->row].note, end);
}
