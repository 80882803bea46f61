#include "pdf_cards.h"

#include "buffer.h"
#include "cell_text.h"
#include "pdf_spark.h"
#include "pdf_symbol.h"

enum { CARDS_A_LINE = 3, NAME = 0, VALUE, BEFORE, CHANGE };

/* Spaces in and between cards. */
struct spacing {
    double gap;
    double pad;
    double value_leading;
};

static const struct spacing usual = {12, 10, 30};
static const struct spacing tight = {8, 6, 27};
static const double label_leading = 11;
static const double title_below = 4;
static const double spark_left = 60; /* from the words' left edge, when the value is not wider */
static const double spark_least = 40;

struct card {
    struct text_block label, value, rest;
    struct spark *spark; /* NULL: too few years, or no room */
};

struct cards_layout {
    const struct table *table;
    struct text_block title;
    struct text_block *notes;
    size_t note_count;
    struct card *cards;
    struct spacing spacing;
    double width;
    double *label_heights; /* by line of cards: the highest of its three */
    double rest_height;    /* the highest of all */
    struct pdf_tag *tag;   /* once they are drawn */
};

static size_t line_count(const struct table *table)
{
    return (table->row_count + CARDS_A_LINE - 1) / CARDS_A_LINE;
}

static struct sv text_of(struct pdf_flow *flow, const struct cell *cell)
{
    struct buffer text = buffer_in(flow->arena);
    cell_text(&text, cell);
    return buffer_view(&text);
}

/* "2023: 38" and "Ændring: +9", a line each. */
static struct sv rest_of(struct pdf_flow *flow, const struct table *table, const struct cell *cells)
{
    struct buffer text = buffer_in(flow->arena);
    for (size_t i = BEFORE; i < table->column_count && i <= CHANGE; i++) {
        if (cells[i].kind == CELL_EMPTY)
            continue;
        if (text.size > 0)
            buffer_add_text(&text, "\n");
        buffer_add(&text, table->columns[i].heading);
        buffer_add_text(&text, ": ");
        cell_text(&text, &cells[i]);
    }
    return buffer_view(&text);
}

static double block_height(const struct text_block *block, double leading)
{
    return (double)block->line_count * leading;
}

/* The years further back, oldest first, then last year and the value. */
static struct spark *spark_of(struct pdf_flow *flow, const struct table *table, size_t row)
{
    uint16_t columns[SPARK_POINTS];
    size_t count = 0;
    for (uint16_t i = table->column_count; i > CHANGE + 1 && count + 2 < SPARK_POINTS; i--)
        columns[count++] = (uint16_t)(i - 1);
    if (!count)
        return NULL;
    columns[count++] = BEFORE;
    columns[count++] = VALUE;
    return spark_measure(flow, table, &table->rows[row], columns, count);
}

static double spark_x(const struct card *card)
{
    const double value = card->value.line_count ? card->value.lines[0].width + 14 : 0;
    return value > spark_left ? value : spark_left;
}

static void measure_card(struct pdf_flow *flow, struct cards_layout *layout, size_t index)
{
    const struct table *table = layout->table;
    const struct cell *cells = table->rows[index].cells;
    struct card *card = &layout->cards[index];
    double room = layout->width - 2 * usual.pad;
    card->label =
        text_break_one(flow->arena, text_of(flow, &cells[NAME]), &flow->types[TYPE_NOTE_STRONG], room);
    if (table->column_count > VALUE)
        card->value =
            text_break_one(flow->arena, text_of(flow, &cells[VALUE]), &flow->types[TYPE_FIGURE], room);
    if (room - spark_x(card) >= spark_least)
        card->spark = spark_of(flow, table, index);
    card->rest = text_break_one(flow->arena, rest_of(flow, table, cells), &flow->types[TYPE_NOTE], room);
    double label = block_height(&card->label, label_leading), rest = block_height(&card->rest, label_leading);
    double *highest = &layout->label_heights[index / CARDS_A_LINE];
    *highest = label > *highest ? label : *highest;
    layout->rest_height = rest > layout->rest_height ? rest : layout->rest_height;
}

struct cards_layout *cards_measure(struct pdf_flow *flow, const struct table *table)
{
    struct cards_layout *layout = arena_alloc(flow->arena, sizeof *layout);
    double line = flow->style->page_width - flow->style->margin_left - flow->style->margin_right;
    layout->table = table;
    layout->spacing = flow->tight ? tight : usual;
    layout->width = (line - (CARDS_A_LINE - 1) * usual.gap) / CARDS_A_LINE;
    layout->title = text_break_one(flow->arena, table->title, &flow->types[TYPE_BLOCK_TITLE], line);
    layout->cards = arena_array(flow->arena, table->row_count, sizeof *layout->cards);
    layout->label_heights = arena_array(flow->arena, line_count(table), sizeof *layout->label_heights);
    for (size_t i = 0; i < table->row_count; i++)
        measure_card(flow, layout, i);
    layout->notes = arena_array(flow->arena, table->note_count, sizeof *layout->notes);
    for (size_t i = 0; i < table->note_count; i++)
        layout->notes[layout->note_count++] =
            text_break_one(flow->arena, table->notes[i], &flow->types[TYPE_NOTE], line);
    return layout;
}

static double card_height(const struct cards_layout *layout, size_t line)
{
    const struct spacing *spacing = &layout->spacing;
    return spacing->pad + layout->label_heights[line] + spacing->value_leading + layout->rest_height +
           spacing->pad;
}

static void draw_block(struct pdf_flow *flow, struct pdf_tag *body, const struct text_block *block,
                       struct pdf_point at, double leading)
{
    if (block->line_count == 0)
        return;
    struct pdf_tag *tag = pdf_tag_add(body, PDF_P);
    for (size_t i = 0; i < block->line_count; i++) {
        struct text_line words = block->lines[i];
        if (words.run_count == 0)
            continue;
        words.blank_after = true; /* a value and what it compares with are read one after the other */
        double base = line_base(words.runs[0].type, at.y + (double)i * leading, leading);
        text_draw(pdf_page_tagged(flow->page, tag), &words, (struct pdf_point){at.x, base});
    }
}

static void draw_card(struct pdf_flow *flow, const struct cards_layout *layout, size_t index,
                      struct pdf_tag *body, struct pdf_point at)
{
    const struct card *card = &layout->cards[index];
    const size_t line = index / CARDS_A_LINE;
    struct pdf_box box = {at.x, at.y, layout->width, card_height(layout, line)};
    struct pdf_ink *ink = pdf_page_artifact(flow->page, PDF_LAYOUT);
    pdf_ink_fill_box(ink, box, flow->style->shade);
    pdf_ink_fill_box(ink, (struct pdf_box){box.x, box.y, 3, box.height}, flow->style->accent);
    const double value_leading = layout->spacing.value_leading;
    double x = at.x + usual.pad;
    double y = at.y + layout->spacing.pad;
    draw_block(flow, body, &card->label, (struct pdf_point){x, y}, label_leading);
    y += layout->label_heights[line];
    draw_block(flow, body, &card->value, (struct pdf_point){x, y}, value_leading);
    draw_block(flow, body, &card->rest, (struct pdf_point){x, y + value_leading}, label_leading);
    if (!card->spark)
        return;
    const double left = x + spark_x(card);
    spark_place(
        flow, card->spark, body,
        (struct pdf_box){left, y, at.x + layout->width - usual.pad - left, value_leading + label_leading});
}

static void draw_line_of_cards(struct pdf_flow *flow, const struct piece *piece)
{
    struct cards_layout *layout = piece->what;
    if (piece->line == 0) {
        flow_mark_table(flow, layout->table);
        flow_draw_lines(flow, pdf_tag_add(flow->parent, PDF_P), &layout->title, flow->left,
                        flow->style->baseline);
        flow->y += title_below;
        layout->tag = pdf_tag_add(flow->parent, PDF_L);
    }
    const size_t first = piece->line * CARDS_A_LINE;
    for (size_t i = first; i < first + CARDS_A_LINE && i < layout->table->row_count; i++) {
        struct pdf_tag *body = pdf_tag_add(pdf_tag_add(layout->tag, PDF_LI), PDF_LBODY);
        const double x = flow->left + (double)(i - first) * (layout->width + usual.gap);
        draw_card(flow, layout, i, body, (struct pdf_point){x, flow->y});
    }
}

static void draw_notes(struct pdf_flow *flow, const struct piece *piece)
{
    const struct cards_layout *layout = piece->what;
    for (size_t i = 0; i < layout->note_count; i++)
        flow_draw_lines(flow, pdf_tag_add(flow->parent, PDF_P), &layout->notes[i], flow->left, label_leading);
}

static double notes_height(const struct cards_layout *layout)
{
    double height = 0;
    for (size_t i = 0; i < layout->note_count; i++)
        height += block_height(&layout->notes[i], label_leading);
    return height;
}

void cards_add(struct pdf_flow *flow, struct piece_list *list, struct cards_layout *layout, double parting)
{
    const double line = flow->style->baseline;
    struct piece piece = {
        .box = {.before = line / 2, .parting = parting}, .draw = draw_line_of_cards, .what = layout};
    for (; piece.line < line_count(layout->table); piece.line++) {
        piece.box.height = card_height(layout, piece.line) + layout->spacing.gap;
        if (piece.line == 0)
            piece.box.height += block_height(&layout->title, line) + title_below;
        flow_add_piece(flow, list, &piece);
        piece.box = (struct layout_box){.joined = true, .parting = PARTING_NEVER};
    }
    piece.box.height = notes_height(layout);
    piece.draw = draw_notes;
    if (layout->note_count > 0)
        flow_add_piece(flow, list, &piece);
    flow_space_below(flow, list, line / 2);
}
