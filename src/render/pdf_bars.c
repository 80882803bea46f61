#include "pdf_bars.h"

#include "buffer.h"
#include "cell_text.h"
#include "pdf_bar_marks.h"
#include "pdf_key.h"

static const double widest_label = 0.36; /* of the width */
static const double label_gap = 8;
static const double label_leading = 10.5;
static const double heading_leading = 12;
static const double heading_above = 5;
static const double line_gap = 5;
static const double head_height = 13; /* what the scale counts, or what the bars begin at */
static const double scale_height = 13;
static const double scale_below = 2;
static const double total_gap = 10;
static const double below = 21;
static const double together = 0.6;        /* of a page: what is not longer is not broken */
static const double parting_in_group = 90; /* twice a hole of a quarter */

/* One row's bars, and the heading of the group that it opens. */
struct bar_line {
    struct text_block heading;
    struct text_block label;
    bool opens; /* a group, or there are none */
    double height;
};

struct bars_layout {
    struct plot plot; /* while drawing: with the page's figure and where it stands */
    struct text_block title;
    struct text_block title_again;
    struct chart_key *key;
    struct bar_line *lines; /* by row of the plot */
    double width;
    double left; /* of the scale */
    double label_width;
    double total_width;
    struct pdf_box box; /* while drawing: of the page's figure */
};

static struct sv column_text(const struct plot *plot, size_t row, uint16_t column)
{
    return plot_text(plot, &plot->rows[row]->cells[column]);
}

static struct sv group_of(const struct plot *plot, size_t row)
{
    const uint16_t column = plot->chart->group_column;
    return column == NO_COLUMN ? sv_of("") : column_text(plot, row, column);
}

static bool opens_group(const struct plot *plot, size_t row)
{
    return plot->chart->group_column == NO_COLUMN || row == 0 ||
           !sv_equal(group_of(plot, row), group_of(plot, row - 1));
}

static double label_width(const struct pdf_flow *flow, const struct plot *plot, double width)
{
    double widest = 0;
    for (size_t i = 0; i < plot->count; i++) {
        const double label =
            text_width(&flow->types[TYPE_CELL], column_text(plot, i, plot->chart->label_column));
        widest = label > widest ? label : widest;
    }
    return widest < width * widest_label ? widest : width * widest_label;
}

static double total_width(const struct pdf_flow *flow, const struct plot *plot)
{
    const uint16_t column = plot->chart->total_column;
    if (column == NO_COLUMN)
        return 0;
    double widest = text_width(&flow->types[TYPE_LABEL], plot->chart->table->columns[column].heading);
    for (size_t i = 0; i < plot->count; i++) {
        const double total = text_width(&flow->types[TYPE_LABEL_STRONG], column_text(plot, i, column));
        widest = total > widest ? total : widest;
    }
    return widest;
}

static double block_height(const struct text_block *block, double leading)
{
    return (double)block->line_count * leading;
}

static void measure_line(struct pdf_flow *flow, struct bars_layout *layout, size_t row)
{
    struct bar_line *line = &layout->lines[row];
    const struct plot *plot = &layout->plot;
    line->opens = opens_group(plot, row);
    if (line->opens)
        line->heading =
            text_break_one(flow->arena, group_of(plot, row), &flow->types[TYPE_CELL_STRONG], layout->width);
    line->label = text_break_one(flow->arena, column_text(plot, row, plot->chart->label_column),
                                 &flow->types[TYPE_CELL], layout->label_width);
    const double label = block_height(&line->label, label_leading), bars = bar_height(plot, row);
    const double heading = block_height(&line->heading, heading_leading);
    line->height = (label > bars ? label : bars) + line_gap + heading + (heading > 0 ? heading_above : 0);
}

struct bars_layout *bars_measure(struct pdf_flow *flow, const struct chart *chart)
{
    struct bars_layout *layout = arena_alloc(flow->arena, sizeof *layout);
    struct plot *plot = &layout->plot;
    plot->flow = flow;
    plot->chart = chart;
    plot_collect_rows(plot);
    bar_scale(plot);
    layout->width = flow->style->page_width - flow->style->margin_left - flow->style->margin_right;
    layout->title = text_break_one(flow->arena, chart->title, &flow->types[TYPE_BLOCK_TITLE], layout->width);
    layout->title_again =
        text_break_one(flow->arena, sv_format(flow->arena, "%.*s (fortsat)", SV_ARG(chart->title)),
                       &flow->types[TYPE_NOTE_STRONG], layout->width);
    layout->key = key_measure(plot, layout->width);
    layout->label_width = label_width(flow, plot, layout->width);
    layout->total_width = total_width(flow, plot);
    const double left = layout->label_width + label_gap + bar_room_left(plot);
    const double right =
        bar_room_right(plot) + (layout->total_width > 0 ? layout->total_width + total_gap : 6);
    layout->left = left;
    plot->area = (struct pdf_box){left, 0, layout->width - left - right, 0};
    layout->lines = arena_array(flow->arena, plot->count, sizeof *layout->lines);
    for (size_t row = 0; row < plot->count; row++)
        measure_line(flow, layout, row);
    return layout;
}

/* ---- Drawing ---- */

static void draw_block(struct plot *plot, const struct text_block *block, struct pdf_point at, double leading)
{
    for (size_t n = 0; n < block->line_count; n++) {
        struct text_line words = block->lines[n];
        const double base = line_base(words.runs[0].type, at.y + (double)n * leading, leading);
        words.blank_after = true;
        text_draw(plot_ink(plot), &words, (struct pdf_point){at.x, base});
    }
}

static double right_edge(const struct bars_layout *layout)
{
    return layout->plot.flow->left + layout->width;
}

static void draw_base_name(struct plot *plot, const struct bars_layout *layout, double value, struct sv text,
                           double base)
{
    const struct pdf_type *type = &plot->flow->types[TYPE_LABEL_STRONG];
    const double half = text_width(type, text) / 2, x = bar_x(plot, value);
    const double left = plot->flow->left + half, right = right_edge(layout) - half;
    const double middle = x > right ? right : x < left ? left : x;
    text_draw_word(plot_ink(plot), text, type, (struct pdf_point){middle - half, base});
}

/* What the scale counts, or what the bars begin at; and what the totals at the right are. */
static void draw_head(struct plot *plot, const struct bars_layout *layout, double y)
{
    const struct pdf_type *type = &plot->flow->types[TYPE_LABEL];
    const double base = line_base(type, y, head_height);
    struct sv text;
    double value = 0;
    if (bar_base(plot, &value, &text))
        draw_base_name(plot, layout, value, text, base);
    else
        text_draw_word(plot_ink(plot), plot->chart->axis, type, (struct pdf_point){plot->area.x, base});
    if (plot->chart->total_column == NO_COLUMN)
        return;
    const struct sv total = plot->chart->table->columns[plot->chart->total_column].heading;
    text_draw_word(plot_ink(plot), total, type,
                   (struct pdf_point){right_edge(layout) - text_width(type, total), base});
}

/* Beside the bars only: a heading between them is not struck through. */
static void draw_grid(struct plot *plot, double from, double to)
{
    const struct pdf_stroke stroke = {0.5, plot->flow->style->rule, 0};
    for (size_t i = 0; i < plot->scale.marks; i++) {
        const double x = bar_x(plot, plot->scale.bottom + (double)i * plot->scale.step);
        pdf_ink_line(plot_ink(plot), (struct pdf_point){x, from}, (struct pdf_point){x, to}, &stroke);
    }
}

/* Where the bars begin, unless they all are as long. */
static void draw_origin(struct plot *plot, double from, double to)
{
    const struct pdf_stroke stroke = {0.9, plot->flow->style->muted, 0};
    struct sv text;
    double value = 0;
    if (plot->chart->kind == CHART_STACKED_SHARES)
        return;
    const double x = bar_x(plot, bar_base(plot, &value, &text) ? value : 0);
    pdf_ink_line(plot_ink(plot), (struct pdf_point){x, from}, (struct pdf_point){x, to}, &stroke);
}

/* Every how many marks has room for its text. */
static size_t mark_interval(const struct plot *plot)
{
    double widest = 1;
    for (size_t i = 0; i < plot->scale.marks; i++) {
        const double width = text_width(&plot->flow->types[TYPE_LABEL], plot_mark_text(plot, i)) + 6;
        widest = width > widest ? width : widest;
    }
    size_t interval = 1;
    while (interval < plot->scale.marks &&
           plot->area.width * (double)interval < widest * (double)(plot->scale.marks - 1))
        interval++;
    return interval;
}

static void draw_scale(struct plot *plot, double y)
{
    const struct pdf_type *type = &plot->flow->types[TYPE_LABEL];
    const double base = line_base(type, y, scale_height);
    for (size_t i = 0; i < plot->scale.marks; i += mark_interval(plot)) {
        const struct sv text = plot_mark_text(plot, i);
        const double x = bar_x(plot, plot->scale.bottom + (double)i * plot->scale.step);
        text_draw_word(plot_ink(plot), text, type, (struct pdf_point){x - text_width(type, text) / 2, base});
    }
}

static void draw_total(struct plot *plot, const struct bars_layout *layout, size_t row, double y)
{
    const struct pdf_type *type = &plot->flow->types[TYPE_LABEL_STRONG];
    const uint16_t column = plot->chart->total_column;
    if (column == NO_COLUMN)
        return;
    const struct sv text = column_text(plot, row, column);
    text_draw_word(plot_ink(plot), text, type,
                   (struct pdf_point){right_edge(layout) - text_width(type, text),
                                      y + (bar_height(plot, row) + text_cap_height(type)) / 2});
}

static void draw_line(struct plot *plot, const struct bars_layout *layout, size_t row, double y)
{
    const struct bar_line *line = &layout->lines[row];
    const double left = plot->flow->left, heading = block_height(&line->heading, heading_leading);
    if (heading > 0) {
        y += heading_above;
        draw_block(plot, &line->heading, (struct pdf_point){left, y}, heading_leading);
        y += heading;
    }
    const double label = block_height(&line->label, label_leading), bars = bar_height(plot, row);
    const double foot = y + (label > bars ? label : bars) + line_gap;
    draw_grid(plot, y, foot);
    const double middle = y + (label > bars ? label : bars) / 2;
    draw_block(plot, &line->label, (struct pdf_point){left, middle - label / 2}, label_leading);
    bar_draw(plot, row, middle - bars / 2);
    draw_origin(plot, y, foot);
    draw_total(plot, layout, row, middle - bars / 2);
}

static double frame_height(const struct bars_layout *layout)
{
    return key_height(layout->key) + head_height + scale_height + scale_below;
}

/* The figure of a page: its key and its scale. */
static void begin_part(struct pdf_flow *flow, struct bars_layout *layout, struct sv alt)
{
    struct plot *plot = &layout->plot;
    double y = flow->y;
    plot->flow = flow;
    plot->tag = pdf_tag_add(flow->parent, PDF_FIGURE);
    plot->area.x = flow->left + layout->left;
    pdf_tag_set_alt(plot->tag, alt);
    layout->box = (struct pdf_box){flow->left, y, layout->width, frame_height(layout)};
    pdf_tag_set_box(plot->tag, flow->page, layout->box);
    key_draw(plot, layout->key, (struct pdf_point){flow->left, y});
    y += key_height(layout->key);
    draw_head(plot, layout, y);
    draw_scale(plot, y + head_height);
    flow->y += frame_height(layout);
}

static void draw_beginning(struct pdf_flow *flow, const struct piece *piece)
{
    struct bars_layout *layout = piece->what;
    flow_draw_lines(flow, pdf_tag_add(flow->parent, PDF_P), &layout->title, flow->left,
                    flow->style->baseline);
    begin_part(flow, layout, layout->plot.chart->alt);
}

/* The title again, and the figure of the page where the chart goes on. */
static void carry_bars(struct pdf_flow *flow, const struct piece *piece)
{
    struct bars_layout *layout = piece->what;
    flow_draw_again(flow, &layout->title_again);
    begin_part(flow, layout, sv_format(flow->arena, "Fortsat: %.*s.", SV_ARG(layout->plot.chart->title)));
}

static void draw_bars(struct pdf_flow *flow, const struct piece *piece)
{
    struct bars_layout *layout = piece->what;
    layout->box.height = flow->y + piece->box.height - layout->box.y;
    pdf_tag_set_box(layout->plot.tag, flow->page, layout->box);
    draw_line(&layout->plot, layout, piece->part, flow->y);
    flow->y += piece->box.height;
}

/* ---- Pieces ---- */

static double whole_height(const struct bars_layout *layout)
{
    double height = block_height(&layout->title, layout->plot.flow->style->baseline) + frame_height(layout);
    for (size_t row = 0; row < layout->plot.count; row++)
        height += layout->lines[row].height;
    return height;
}

/* Two groups, or rows where there are none, stay together at either end. */
static double parting_of_row(const struct bars_layout *layout, size_t row)
{
    enum { TOGETHER = 2 };
    const struct pdf_flow *flow = layout->plot.flow;
    const double room = flow_page_room(flow, false), whole = whole_height(layout);
    size_t before = 0, after = 0;
    for (size_t i = 0; i < layout->plot.count; i++) {
        before += i < row && layout->lines[i].opens;
        after += i >= row && layout->lines[i].opens;
    }
    if (!layout->lines[row].opens)
        return row == 0 ? PARTING_NEVER : parting_in_group;
    if (whole <= room * together || before < TOGETHER || after < TOGETHER)
        return PARTING_NEVER;
    return whole > room ? PARTING_ROWS : PARTING_PAGE_TABLE * room / whole;
}

void bars_add(struct pdf_flow *flow, struct piece_list *list, struct bars_layout *layout, double parting)
{
    const double line = flow->style->baseline;
    struct piece piece = {.box = {.height = block_height(&layout->title, line) + frame_height(layout),
                                  .before = line / 2,
                                  .parting = parting},
                          .draw = draw_beginning,
                          .what = layout};
    flow_add_piece(flow, list, &piece);
    piece.box = (struct layout_box){
        .carried = block_height(&layout->title_again, line) + frame_height(layout), .joined = true};
    piece.draw = draw_bars;
    piece.carry = carry_bars;
    for (piece.part = 0; piece.part < layout->plot.count; piece.part++) {
        piece.box.height = layout->lines[piece.part].height;
        piece.box.parting = parting_of_row(layout, piece.part);
        flow_add_piece(flow, list, &piece);
    }
    flow_space_below(flow, list, below);
}
