#include "pdf_table_layout.h"

#include "buffer.h"
#include "cell_text.h"
#include "standing.h"

#include <string.h>

static const double bar_room = 60;     /* least length of a bar */
static const double narrow_text = 72;  /* long texts are not set in narrower columns */
static const double narrow_name = 104; /* nor long names of rows, as long as the columns can close up */

bool format_is_number(enum value_format format)
{
    switch (format) {
    case FORMAT_TEXT:
    case FORMAT_STATUS:
    case FORMAT_LIGHT:
        return false;
    case FORMAT_COUNT:
    case FORMAT_NUMBERING:
    case FORMAT_DECIMAL:
    case FORMAT_EXACT:
    case FORMAT_MONEY:
    case FORMAT_SHARE:
    case FORMAT_AMOUNT:
    case FORMAT_CHANGE:
    case FORMAT_CHANGE_DECIMAL:
    case FORMAT_POINTS:
    case FORMAT_DATE:
        return true;
    }
    return false;
}

double cell_number(const struct cell *cell)
{
    bool has_value = cell->kind == CELL_VALUE && ratio_has_value(cell->value);
    return has_value ? (double)cell->value.num / (double)cell->value.den : 0;
}

const struct cell *table_cell(const struct table *table, size_t row, size_t column)
{
    return &table->rows[row].cells[column];
}

static struct sv text_of_cell(struct pdf_flow *flow, const struct cell *cell)
{
    struct buffer text = buffer_in(flow->arena);
    cell_text(&text, cell);
    return buffer_view(&text);
}

const struct pdf_type *table_type(const struct table_layout *layout, size_t row)
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

static double larger(double a, double b)
{
    return a > b ? a : b;
}

/* What is in the cells of a table, row by row. */
struct table_texts {
    struct sv *words;
    double *widths; /* of those that may be broken, with what stands beside them; the header's first */
};

/* A long heading is content with three lines. */
static struct column_wish wish_of_heading(const struct table_layout *layout,
                                          const struct table_column *column)
{
    double word = text_widest_word(&layout->strong, column->heading);
    double line = text_width(&layout->strong, column->heading);
    double mark = column->note > 0 ? 6 : 0;
    return (struct column_wish){word + mark, (line > 60 ? larger(word, line * 0.45) : line) + mark};
}

static void widen_for_cell(struct table_layout *layout, size_t row, size_t index,
                           const struct table_texts *texts, struct column_wish *wish)
{
    const struct table_column *column = &layout->table->columns[index];
    const struct pdf_type *type = table_type(layout, row);
    const size_t cell = row * layout->table->column_count + index;
    const struct sv text = texts->words[cell];
    double line = text_width(type, text);
    double more = format_is_standing(column->format) ? layout->symbol : 0;
    if (index == 0 && layout->table->rows[row].note > 0)
        more += 6;
    if (format_is_number(column->format)) {
        size_t tail = tail_start(text);
        double tail_width = text_width(type, sv_slice(text, tail, text.size - tail));
        number_column_take(&layout->numbers[index], line, tail_width);
    } else {
        wish->natural = larger(wish->natural, line + more);
        double least = index == 0 ? layout->narrow_name : narrow_text;
        double narrow = line < least ? line : least;
        wish->least = larger(wish->least, larger(text_widest_word(type, text), narrow) + more);
        texts->widths[layout->table->column_count + cell] = line + more;
    }
}

static struct column_wish wish_of_column(struct table_layout *layout, size_t index,
                                         const struct table_texts *texts)
{
    const struct table *table = layout->table;
    struct column_wish wish = wish_of_heading(layout, &table->columns[index]);
    texts->widths[index] =
        text_width(&layout->strong, table->columns[index].heading) + (table->columns[index].note > 0 ? 5 : 0);
    for (size_t row = 0; row < table->row_count; row++)
        widen_for_cell(layout, row, index, texts, &wish);
    double number = number_column_width(&layout->numbers[index]);
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

/* Ways to make room for a wide table, from the one that reads best. */
struct page_form {
    bool landscape;
    double type_size; /* of the style's small type */
    double pad;
    double narrow_name;
};

static const struct page_form forms[] = {{false, 1, 6, narrow_name},    {false, 0.95, 4.5, narrow_name},
                                         {false, 0.95, 3, narrow_text}, {true, 1, 6, narrow_name},
                                         {true, 0.9, 4, narrow_text},   {true, 0.8, 3, narrow_text}};

static double find_wishes(struct table_layout *layout, const struct table_texts *texts,
                          struct column_wish *wishes)
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

/* Sets the layout in a form; false when not even the least that the columns can do with has room. */
static bool try_form(struct pdf_flow *flow, struct table_layout *layout, const struct table_texts *texts,
                     const struct page_form *form, double *lines)
{
    const struct style *style = flow->style;
    const size_t count = layout->table->column_count;
    struct column_wish *wishes = arena_array(flow->arena, count, sizeof *wishes);
    const double page = form->landscape ? style->page_height : style->page_width;
    const double room = page - style->margin_left - style->margin_right;
    layout->landscape = form->landscape;
    layout->pad = form->pad;
    layout->narrow_name = form->narrow_name;
    layout->plain.size = layout->strong.size = style->small_size * form->type_size;
    memset(layout->numbers, 0, count * sizeof *layout->numbers);
    const bool fits = find_wishes(layout, texts, wishes) <= room;
    const struct cell_widths cells = {texts->widths, layout->table->row_count + 1, 2 * layout->pad};
    layout->width = columns_share_out(wishes, count, room, layout->widths);
    *lines = columns_lower(wishes, count, &cells, layout->widths);
    return fits;
}

/* The first form that has room; a closer one on an upright page where that spares a quarter of many lines. */
static void share_out_page(struct pdf_flow *flow, struct table_layout *layout,
                           const struct table_texts *texts)
{
    enum { FORMS = sizeof forms / sizeof *forms };
    const double many = 1.8 * (double)(layout->table->row_count + 1), spared = 0.75;
    double lines = 0, fewer = 0;
    size_t best = 0;
    while (!try_form(flow, layout, texts, &forms[best], &lines) && best + 1 < FORMS)
        best++;
    size_t tried = best;
    while (lines > many && tried + 1 < FORMS && !forms[tried + 1].landscape) {
        try_form(flow, layout, texts, &forms[++tried], &fewer);
        if (fewer <= spared * lines) {
            lines = fewer;
            best = tried;
        }
    }
    if (tried != best)
        try_form(flow, layout, texts, &forms[best], &lines);
}

static double lines_height(const struct table_layout *layout, const struct text_block *block)
{
    return (double)(block->line_count > 0 ? block->line_count : 1) * layout->leading + 2 * layout->pad_y;
}

static double room_in(const struct table_layout *layout, size_t row, size_t column)
{
    const struct table *table = layout->table;
    double room = layout->widths[column] - 2 * layout->pad;
    if (format_is_standing(table->columns[column].format) && cell_is_standing(table_cell(table, row, column)))
        room -= layout->symbol;
    return room;
}

static void measure_row(struct pdf_flow *flow, struct table_layout *layout, size_t row,
                        const struct sv *texts)
{
    const struct table *table = layout->table;
    for (size_t i = 0; i < table->column_count; i++) {
        size_t index = row * table->column_count + i;
        const struct pdf_type *type = table_type(layout, row);
        struct cell_layout *cell = &layout->cells[index];
        double room = room_in(layout, row, i);
        if (i == 0 && table->rows[row].note > 0)
            room -= 6;
        cell->block = text_break_one(flow->arena, texts[index], type, room);
        if (format_is_number(table->columns[i].format)) {
            size_t tail = tail_start(texts[index]);
            cell->tail = text_width(type, sv_slice(texts[index], tail, texts[index].size - tail));
        }
        layout->row_heights[row] = larger(layout->row_heights[row], lines_height(layout, &cell->block));
    }
}

static void measure_heads(struct pdf_flow *flow, struct table_layout *layout)
{
    const struct table *table = layout->table;
    for (size_t i = 0; i < table->column_count; i++) {
        double room = layout->widths[i] - 2 * layout->pad - (table->columns[i].note > 0 ? 5 : 0);
        layout->heads[i].block =
            text_break_one(flow->arena, table->columns[i].heading, &layout->strong, room);
        layout->head_height = larger(layout->head_height, lines_height(layout, &layout->heads[i].block));
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

size_t table_row_lines(const struct table_layout *layout, size_t row)
{
    return (size_t)((layout->row_heights[row] - 2 * layout->pad_y) / layout->leading + 0.5);
}

static double notes_height(const struct table_layout *layout)
{
    double height = layout->note_count > 0 ? table_notes_above : 0;
    for (size_t i = 0; i < layout->note_count; i++)
        height += (double)layout->notes[i].line_count * layout->leading;
    return height;
}

/* The title that says that the table goes on, of no more than three lines, and the header, unless it takes a
 * third of the page. */
static void measure_title(struct pdf_flow *flow, struct table_layout *layout)
{
    enum { MOST_LINES = 3 };
    const double line = flow->style->baseline, room = flow_page_room(flow, layout->landscape);
    const struct sv title = layout->table->title;
    layout->title = text_break_one(flow->arena, title, &flow->types[TYPE_BLOCK_TITLE], flow_measure(flow));
    layout->title_again = text_break_one(flow->arena, sv_format(flow->arena, "%.*s (fortsat)", SV_ARG(title)),
                                         &flow->types[TYPE_NOTE_STRONG], flow_measure(flow));
    if (layout->title_again.line_count > MOST_LINES)
        layout->title_again.line_count = MOST_LINES;
    layout->repeats_heads = layout->head_height < room / 3;
    layout->beginning = (double)layout->title.line_count * line + table_title_below + layout->head_height;
    layout->carried = (double)layout->title_again.line_count * line + table_title_below +
                      (layout->repeats_heads ? layout->head_height : 0);
}

static void find_heat_top(struct table_layout *layout)
{
    const struct table *table = layout->table;
    for (size_t row = 0; row < table->row_count; row++) {
        for (size_t i = 0; i < table->column_count; i++)
            if (table->columns[i].look == COLUMN_HEAT && table->rows[row].kind == ROW_BODY)
                layout->heat_top = larger(layout->heat_top, cell_number(table_cell(table, row, i)));
    }
}

static void sum_heights(struct table_layout *layout)
{
    layout->whole = layout->beginning + notes_height(layout);
    for (size_t i = 0; i < layout->table->row_count; i++)
        layout->whole += layout->row_heights[i];
}

struct table_layout *table_measure(struct pdf_flow *flow, const struct table *table)
{
    struct table_layout *layout = arena_alloc(flow->arena, sizeof *layout);
    struct arena *arena = flow->arena;
    size_t columns = table->column_count, cells = table->row_count * columns;
    const struct table_texts texts = {arena_array(arena, cells, sizeof *texts.words),
                                      arena_array(arena, cells + columns, sizeof *texts.widths)};
    *layout = (struct table_layout){.table = table,
                                    .pad_y = flow->plain   ? 1.5
                                             : flow->tight ? 2
                                                           : 2.5,
                                    .leading = flow->plain ? 10 : 11,
                                    .symbol = 13,
                                    .plain = flow->types[TYPE_CELL],
                                    .strong = flow->types[TYPE_CELL_STRONG]};
    layout->widths = arena_array(arena, columns, sizeof *layout->widths);
    layout->numbers = arena_array(arena, columns, sizeof *layout->numbers);
    layout->heads = arena_array(arena, columns, sizeof *layout->heads);
    layout->cells = arena_array(arena, cells, sizeof *layout->cells);
    layout->row_heights = arena_array(arena, table->row_count, sizeof *layout->row_heights);
    for (size_t i = 0; i < cells; i++)
        texts.words[i] = text_of_cell(flow, table_cell(table, i / columns, i % columns));
    share_out_page(flow, layout, &texts);
    measure_heads(flow, layout);
    for (size_t row = 0; row < table->row_count; row++)
        measure_row(flow, layout, row, texts.words);
    measure_title(flow, layout);
    measure_notes(flow, layout);
    find_heat_top(layout);
    sum_heights(layout);
    return layout;
}
