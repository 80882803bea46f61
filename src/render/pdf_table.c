#include "pdf_table.h"

#include "buffer.h"
#include "cell_text.h"
#include "pdf_colour.h"
#include "pdf_symbol.h"

#include <math.h>
#include <string.h>

static const double pad_y = 2.5;
static const double leading = 11;
static const double note_leading = 11;
static const double title_height_below = 4;
static const double bar_room = 60;    /* least length of a bar */
static const double extra_limit = 56; /* most that spare room adds to a column */
static const double narrow_text = 72; /* long texts are not set in narrower columns */
static const double symbol_room = 13;
static const double mark_gap = 1.5;

static bool is_number(enum value_format format)
{
    switch (format) {
    case FORMAT_TEXT:
    case FORMAT_STATUS:
        return false;
    case FORMAT_COUNT:
    case FORMAT_DECIMAL:
    case FORMAT_SHARE:
    case FORMAT_AMOUNT:
    case FORMAT_CHANGE:
    case FORMAT_POINTS:
    case FORMAT_DATE:
        return true;
    }
    return false;
}

static double value_of(const struct cell *cell)
{
    bool has_value = cell->kind == CELL_VALUE && ratio_has_value(cell->value);
    return has_value ? (double)cell->value.num / (double)cell->value.den : 0;
}

static const struct cell *cell_at(const struct table *table, size_t row, size_t column)
{
    return &table->rows[row].cells[column];
}

static struct sv text_of_cell(struct pdf_flow *flow, const struct cell *cell)
{
    struct buffer text = buffer_in(flow->arena);
    cell_text(&text, cell);
    return buffer_view(&text);
}

static const struct pdf_type *cell_type(const struct table_layout *layout, size_t row)
{
    return layout->table->rows[row].kind == ROW_TOTAL ? &layout->strong : &layout->plain;
}

/* Where the decimals, or what follows the digits, begin; the end when there is neither. */
static size_t tail_start(struct sv text)
{
    size_t comma = sv_find(text, ',');
    if (comma != SIZE_MAX)
        return comma;
    size_t end = text.size;
    while (end > 0 && !(text.data[end - 1] >= '0' && text.data[end - 1] <= '9'))
        end--;
    return end > 0 ? end : text.size;
}

/* What a column asks for: the least it can do with, and what it would like. */
struct column_wish {
    double least;
    double natural;
};

static double larger(double a, double b)
{
    return a > b ? a : b;
}

/* A long heading is content with three lines. */
static struct column_wish wish_of_heading(const struct table_layout *layout,
                                          const struct table_column *column)
{
    double word = text_widest_word(&layout->strong, column->heading);
    double line = text_width(&layout->strong, column->heading);
    double mark = column->note > 0 ? 6 : 0;
    return (struct column_wish){word + mark, (line > 60 ? larger(word, line * 0.45) : line) + mark};
}

static void widen_for_cell(struct table_layout *layout, size_t row, size_t index, const struct sv *text,
                           struct column_wish *wish)
{
    const struct table_column *column = &layout->table->columns[index];
    const struct pdf_type *type = cell_type(layout, row);
    double line = text_width(type, *text);
    double more = column->format == FORMAT_STATUS ? symbol_room : 0;
    if (index == 0 && layout->table->rows[row].note > 0)
        more += 6;
    if (is_number(column->format)) {
        size_t tail = tail_start(*text);
        double tail_width = text_width(type, sv_slice(*text, tail, text->size - tail));
        layout->tails[index] = larger(layout->tails[index], tail_width);
        layout->numbers[index] = larger(layout->numbers[index], line - tail_width);
    } else {
        wish->natural = larger(wish->natural, line + more);
        double narrow = line < narrow_text ? line : narrow_text;
        wish->least = larger(wish->least, larger(text_widest_word(type, *text), narrow) + more);
    }
}

static struct column_wish wish_of_column(struct table_layout *layout, size_t index, const struct sv *texts)
{
    const struct table *table = layout->table;
    struct column_wish wish = wish_of_heading(layout, &table->columns[index]);
    for (size_t row = 0; row < table->row_count; row++)
        widen_for_cell(layout, row, index, &texts[row * table->column_count + index], &wish);
    double number = layout->numbers[index] + layout->tails[index];
    if (table->columns[index].look == COLUMN_BAR)
        number += bar_room;
    wish.least = larger(wish.least, number) + 2 * layout->pad;
    wish.natural = larger(larger(wish.natural, number) + 2 * layout->pad, wish.least);
    return wish;
}

/* Cells of a heat map are equally wide. */
static void even_out_heat(const struct table *table, struct column_wish *wishes)
{
    struct column_wish widest = {0, 0};
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].look == COLUMN_HEAT) {
            widest.least = larger(widest.least, wishes[i].least);
            widest.natural = larger(widest.natural, wishes[i].natural);
        }
    }
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].look == COLUMN_HEAT)
            wishes[i] = widest;
}

/*
 * Between the least and the natural width: columns that want much more than their least get more, but not in
 * proportion, or one column of long texts would take everything.
 */
static double width_at(const struct column_wish *wish, double generosity)
{
    double width = wish->least + generosity * sqrt(wish->natural - wish->least);
    return width < wish->natural ? width : wish->natural;
}

static double total_at(const struct column_wish *wishes, size_t count, double generosity)
{
    double total = 0;
    for (size_t i = 0; i < count; i++)
        total += width_at(&wishes[i], generosity);
    return total;
}

/* The most that the room allows. */
static double find_generosity(const struct column_wish *wishes, size_t count, double room)
{
    double low = 0, high = 1000;
    for (int i = 0; i < 40; i++) {
        double middle = (low + high) / 2;
        if (total_at(wishes, count, middle) > room)
            high = middle;
        else
            low = middle;
    }
    return low;
}

static void share_out(struct table_layout *layout, const struct column_wish *wishes, double room)
{
    size_t count = layout->table->column_count;
    double generosity = find_generosity(wishes, count, room);
    double total = total_at(wishes, count, generosity);
    double extra = (room - total) / (double)count;
    double scale = total > room ? room / total : 1; /* when even the least is too much */
    layout->width = 0;
    for (size_t i = 0; i < count; i++) {
        double width = width_at(&wishes[i], generosity);
        if (extra > 0)
            width += extra < extra_limit ? extra : extra_limit;
        layout->widths[i] = width * scale;
        layout->width += layout->widths[i];
    }
}

/* Ways to make room for a wide table, from the one that reads best. */
struct page_form {
    bool landscape;
    double type_size; /* of the style's small type */
    double pad;
};

static const struct page_form forms[] = {{false, 1, 6}, {false, 0.95, 4.5}, {false, 0.95, 3},
                                         {true, 1, 6},  {true, 0.9, 4},     {true, 0.8, 3}};

static double find_wishes(struct table_layout *layout, const struct sv *texts, struct column_wish *wishes)
{
    size_t count = layout->table->column_count;
    double least = 0;
    for (size_t i = 0; i < count; i++)
        wishes[i] = wish_of_column(layout, i, texts);
    even_out_heat(layout->table, wishes);
    for (size_t i = 0; i < count; i++)
        least += wishes[i].least;
    return least;
}

static void share_out_page(struct pdf_flow *flow, struct table_layout *layout, const struct sv *texts)
{
    const struct style *style = flow->style;
    struct column_wish *wishes = arena_array(flow->arena, layout->table->column_count, sizeof *wishes);
    double room = 0;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        layout->landscape = forms[i].landscape;
        layout->pad = forms[i].pad;
        layout->plain.size = layout->strong.size = style->small_size * forms[i].type_size;
        memset(layout->numbers, 0, layout->table->column_count * sizeof *layout->numbers);
        memset(layout->tails, 0, layout->table->column_count * sizeof *layout->tails);
        room = (layout->landscape ? style->page_height : style->page_width) - style->margin_left -
               style->margin_right;
        if (find_wishes(layout, texts, wishes) <= room)
            break;
    }
    share_out(layout, wishes, room);
}

static double lines_height(const struct text_block *block)
{
    return (double)(block->line_count > 0 ? block->line_count : 1) * leading + 2 * pad_y;
}

static double room_in(const struct table_layout *layout, size_t row, size_t column)
{
    const struct table *table = layout->table;
    double room = layout->widths[column] - 2 * layout->pad;
    if (table->columns[column].format == FORMAT_STATUS &&
        cell_at(table, row, column)->format == FORMAT_STATUS)
        room -= symbol_room;
    return room;
}

static void measure_row(struct pdf_flow *flow, struct table_layout *layout, size_t row,
                        const struct sv *texts)
{
    const struct table *table = layout->table;
    for (size_t i = 0; i < table->column_count; i++) {
        size_t index = row * table->column_count + i;
        const struct pdf_type *type = cell_type(layout, row);
        struct cell_layout *cell = &layout->cells[index];
        double room = room_in(layout, row, i);
        if (i == 0 && table->rows[row].note > 0)
            room -= 6;
        cell->block = text_break_one(flow->arena, texts[index], type, room);
        if (is_number(table->columns[i].format)) {
            size_t tail = tail_start(texts[index]);
            cell->tail = text_width(type, sv_slice(texts[index], tail, texts[index].size - tail));
        }
        layout->row_heights[row] = larger(layout->row_heights[row], lines_height(&cell->block));
    }
}

static void measure_heads(struct pdf_flow *flow, struct table_layout *layout)
{
    const struct table *table = layout->table;
    for (size_t i = 0; i < table->column_count; i++) {
        double room = layout->widths[i] - 2 * layout->pad - (table->columns[i].note > 0 ? 5 : 0);
        layout->heads[i].block =
            text_break_one(flow->arena, table->columns[i].heading, &layout->strong, room);
        layout->head_height = larger(layout->head_height, lines_height(&layout->heads[i].block));
    }
}

static void measure_notes(struct pdf_flow *flow, struct table_layout *layout)
{
    const struct table *table = layout->table;
    const struct pdf_type *type = &flow->types[TYPE_NOTE];
    layout->notes = arena_array(flow->arena, (size_t)table->note_count + 1, sizeof *layout->notes);
    for (size_t i = 0; i < table->note_count; i++)
        layout->notes[layout->note_count++] =
            text_break_one(flow->arena, table->notes[i], type, flow_measure(flow) - 10);
    if (table->source.size > 0) {
        struct sv source = sv_format(flow->arena, "Kilde: %.*s", SV_ARG(table->source));
        layout->notes[layout->note_count++] = text_break_one(flow->arena, source, type, flow_measure(flow));
    }
}

static double notes_height(const struct table_layout *layout)
{
    double height = layout->note_count > 0 ? 4 : 0;
    for (size_t i = 0; i < layout->note_count; i++)
        height += (double)layout->notes[i].line_count * note_leading;
    return height;
}

static double title_height(const struct pdf_flow *flow, const struct table_layout *layout)
{
    return (double)layout->title.line_count * flow->style->baseline + title_height_below;
}

static void find_heat_top(struct table_layout *layout)
{
    const struct table *table = layout->table;
    for (size_t row = 0; row < table->row_count; row++) {
        for (size_t i = 0; i < table->column_count; i++)
            if (table->columns[i].look == COLUMN_HEAT && table->rows[row].kind == ROW_BODY)
                layout->heat_top = larger(layout->heat_top, value_of(cell_at(table, row, i)));
    }
}

static void sum_heights(struct pdf_flow *flow, struct table_layout *layout)
{
    size_t rows = layout->table->row_count;
    layout->first = title_height(flow, layout) + layout->head_height;
    layout->whole = layout->first + notes_height(layout);
    for (size_t i = 0; i < rows; i++) {
        layout->whole += layout->row_heights[i];
        if (i < 4)
            layout->first += layout->row_heights[i];
    }
}

double table_first(struct table_layout *layout, const struct pdf_flow *flow)
{
    enum { LONG = 14 }; /* rows */
    double page = flow_page_room(flow), room = flow_room(flow);
    bool leaves_hole = room > page / 3 && layout->table->row_count >= LONG;
    if (!layout->settled)
        layout->breakable = layout->whole > page || (layout->whole > room && leaves_hole);
    layout->settled = true;
    return layout->breakable ? layout->first : layout->whole;
}

struct table_layout *table_measure(struct pdf_flow *flow, const struct table *table)
{
    struct table_layout *layout = arena_alloc(flow->arena, sizeof *layout);
    struct arena *arena = flow->arena;
    size_t columns = table->column_count, cells = table->row_count * columns;
    struct sv *texts = arena_array(arena, cells, sizeof *texts);
    *layout = (struct table_layout){
        .table = table, .plain = flow->types[TYPE_CELL], .strong = flow->types[TYPE_CELL_STRONG]};
    layout->widths = arena_array(arena, columns, sizeof *layout->widths);
    layout->tails = arena_array(arena, columns, sizeof *layout->tails);
    layout->numbers = arena_array(arena, columns, sizeof *layout->numbers);
    layout->heads = arena_array(arena, columns, sizeof *layout->heads);
    layout->cells = arena_array(arena, cells, sizeof *layout->cells);
    layout->row_heights = arena_array(arena, table->row_count, sizeof *layout->row_heights);
    for (size_t i = 0; i < cells; i++)
        texts[i] = text_of_cell(flow, cell_at(table, i / columns, i % columns));
    share_out_page(flow, layout, texts);
    measure_heads(flow, layout);
    for (size_t row = 0; row < table->row_count; row++)
        measure_row(flow, layout, row, texts);
    layout->title = text_break_one(arena, table->title, &flow->types[TYPE_BLOCK_TITLE], flow_measure(flow));
    measure_notes(flow, layout);
    find_heat_top(layout);
    sum_heights(flow, layout);
    return layout;
}

/* A small raised number after a text. */
static void draw_mark(struct pdf_flow *flow, struct pdf_tag *parent, unsigned number, struct pdf_point after)
{
    struct sv text = sv_format(flow->arena, "%u", number);
    struct pdf_point at = {after.x + mark_gap, after.y - 3};
    struct pdf_ink *ink = parent ? pdf_page_tagged(flow->page, pdf_tag_add(parent, PDF_REFERENCE))
                                 : pdf_page_artifact(flow->page, PDF_REPEATED);
    pdf_ink_text(ink, at, &flow->types[TYPE_MARK], text);
}

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
        double y = flow->y + layout->head_height - pad_y - (double)block->line_count * leading;
        double right = x + layout->widths[i] - layout->pad - (table->columns[i].note > 0 ? 5 : 0);
        struct pdf_point end = {x + layout->pad, y};
        if (tag)
            pdf_tag_set_scope(tag, PDF_SCOPE_COLUMN);
        for (size_t n = 0; n < block->line_count; n++) {
            const struct text_line *line = &block->lines[n];
            double base = line_base(&layout->strong, y + (double)n * leading, leading);
            double start = is_number(table->columns[i].format) ? right - line->width : x + layout->pad;
            text_draw(ink_of(flow, tag), line, (struct pdf_point){start, base});
            end = (struct pdf_point){start + line->width, base};
        }
        if (table->columns[i].note > 0)
            draw_mark(flow, tag, table->columns[i].note, end);
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
        draw_mark(flow, caption, layout->table->title_note, (struct pdf_point){after, base});
    flow->y += title_height_below;
}

/* The title and header of a table that goes on from the page before. */
static void draw_continuation(struct pdf_flow *flow, const struct table_layout *layout)
{
    struct sv title = sv_format(flow->arena, "%.*s (fortsat)", SV_ARG(layout->table->title));
    double line = flow->style->baseline;
    struct text_block block =
        text_break_one(flow->arena, title, &flow->types[TYPE_NOTE_STRONG], layout->width);
    for (size_t i = 0; i < block.line_count && i < 3; i++) {
        double base = line_base(&flow->types[TYPE_NOTE_STRONG], flow->y, line);
        text_draw(pdf_page_artifact(flow->page, PDF_REPEATED), &block.lines[i],
                  (struct pdf_point){flow->left, base});
        flow->y += line;
    }
    flow->y += title_height_below;
    if (layout->head_height < flow_page_room(flow) / 3)
        draw_heads(flow, layout, NULL);
}

static void draw_bar(struct pdf_flow *flow, const struct table_layout *layout, size_t column,
                     const struct cell *cell, struct pdf_box box)
{
    double number = layout->numbers[column] + layout->tails[column];
    double length = box.width - 2 * layout->pad - number - 8;
    double part = value_of(cell);
    struct pdf_box bar = {box.x + layout->pad, box.y + (leading + 2 * pad_y) / 2 - 3.5, length, 7};
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
    double part = layout->heat_top > 0 ? value_of(cell) / layout->heat_top : 0;
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
    if (!is_number(layout->table->columns[column].format))
        return box.x + layout->pad;
    double slack = layout->tails[column] - layout->cells[index].tail;
    double start = box.x + box.width - layout->pad - slack - line->width;
    return start > box.x + 1 ? start : box.x + box.width - layout->pad - line->width;
}

struct cell_place {
    size_t row, column;
    size_t first_line, line_count; /* the lines to draw */
    struct pdf_box box;
    struct pdf_tag *tag;
};

static void draw_look(struct pdf_flow *flow, const struct table_layout *layout,
                      const struct cell_place *place)
{
    const struct cell *cell = cell_at(layout->table, place->row, place->column);
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
    if (cell->kind == CELL_VALUE && cell->format == FORMAT_STATUS && ratio_has_value(cell->value)) {
        struct pdf_point centre = {place->box.x + layout->pad + 4, place->box.y + pad_y + leading / 2};
        status_symbol_draw(flow->page, flow->style, (enum goal_status)cell->value.num, centre, 8.5);
    }
}

static bool is_shaded(const struct table *table, const struct cell_place *place)
{
    const struct cell *cell = cell_at(table, place->row, place->column);
    return table->columns[place->column].look == COLUMN_HEAT && table->rows[place->row].kind == ROW_BODY &&
           cell->kind == CELL_VALUE && ratio_has_value(cell->value);
}

static void draw_line(struct pdf_flow *flow, const struct table_layout *layout,
                      const struct cell_place *place, const struct text_line *line, struct pdf_point at)
{
    struct pdf_ink *ink = pdf_page_tagged(flow->page, place->tag);
    if (is_shaded(layout->table, place) && line->run_count > 0) {
        struct pdf_type type = *line->runs[0].type;
        type.colour = colour_on(flow->style,
                                heat_colour(flow, layout, cell_at(layout->table, place->row, place->column)));
        pdf_ink_text(ink, at, &type, line->runs[0].text);
        return;
    }
    text_draw(ink, line, at);
}

static void draw_cell(struct pdf_flow *flow, const struct table_layout *layout,
                      const struct cell_place *place)
{
    const struct table *table = layout->table;
    size_t index = place->row * table->column_count + place->column;
    const struct text_block *block = &layout->cells[index].block;
    bool symbol = cell_at(table, place->row, place->column)->format == FORMAT_STATUS &&
                  cell_at(table, place->row, place->column)->kind == CELL_VALUE;
    struct pdf_point end = {place->box.x + layout->pad, place->box.y + pad_y + leading};
    if (place->first_line == 0)
        draw_look(flow, layout, place);
    for (size_t n = 0; n < place->line_count && place->first_line + n < block->line_count; n++) {
        const struct text_line *line = &block->lines[place->first_line + n];
        double base =
            line_base(cell_type(layout, place->row), place->box.y + pad_y + (double)n * leading, leading);
        double start =
            line_start(layout, index, place->column, line, place->box) + (symbol ? symbol_room : 0);
        draw_line(flow, layout, place, line, (struct pdf_point){start, base});
        end = (struct pdf_point){start + line->width, base};
    }
    bool last = place->first_line + place->line_count >= block->line_count;
    if (place->column == 0 && table->rows[place->row].note > 0 && last)
        draw_mark(flow, place->tag, table->rows[place->row].note, end);
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
        draw_cell(flow, layout, &place);
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
    size_t lines = (size_t)((layout->row_heights[row] - 2 * pad_y) / leading + 0.5);
    bool turned = false;
    for (size_t first = 0; first < lines;) {
        double room = flow_room(flow) - 2 * pad_y;
        size_t fit = room >= leading ? (size_t)(room / leading) : 0;
        size_t here = lines - first < fit ? lines - first : fit;
        if (here == 0 && turned)
            here = 1; /* not even a header and a line fit a page: go on all the same */
        if (here > 0)
            draw_row_part(flow, layout, row, tags, first, here, (double)here * leading + 2 * pad_y);
        first += here;
        if (first < lines)
            begin_next_page(flow, layout);
        turned = true;
    }
}

/* The last rows of a table stay together, and the notes with them: the height of what must follow the row. */
static double end_height(const struct table_layout *layout, size_t row)
{
    enum { LAST_ROWS = 4 };
    size_t count = layout->table->row_count;
    double height = notes_height(layout);
    if (row + LAST_ROWS < count)
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
        flow_need(flow, (double)layout->notes[i].line_count * note_leading);
        struct pdf_tag *tag = pdf_tag_add(flow->parent, is_note ? PDF_NOTE : PDF_P);
        if (is_note) {
            struct pdf_point at = {flow->left, line_base(type, flow->y, note_leading) - 3};
            struct sv number = sv_format(flow->arena, "%zu", i + 1);
            pdf_ink_text(pdf_page_tagged(flow->page, pdf_tag_add(tag, PDF_LBL)), at, &flow->types[TYPE_MARK],
                         number);
            flow_place_lines(flow, pdf_tag_add(tag, PDF_P), &layout->notes[i], flow->left + 10, note_leading);
        } else {
            flow_place_lines(flow, tag, &layout->notes[i], flow->left, note_leading);
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
    flow_begin(flow, line / 2, (double)(title.line_count + text.line_count) * line);
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
    flow_begin(flow, flow->style->baseline / 2, table_first(layout, flow));
    struct pdf_tag *tag = pdf_tag_add(flow->parent, PDF_TABLE);
    draw_title(flow, layout, pdf_tag_add(tag, PDF_CAPTION));
    draw_heads(flow, layout, pdf_tag_add(pdf_tag_add(tag, PDF_THEAD), PDF_TR));
    struct pdf_tag *body = pdf_tag_add(tag, PDF_TBODY);
    for (size_t row = 0; row < table->row_count; row++)
        draw_row(flow, layout, row, body);
    place_notes(flow, layout);
    flow_end(flow, flow->style->baseline * 1.5);
}
