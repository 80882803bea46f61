#include "pdf_small.h"

#include "buffer.h"
#include "cell_text.h"
#include "pdf_plot.h"

enum { CHARTS_A_LINE = 3 };

static const double gap = 20; /* between two charts */
static const double name_leading = 10.5;
static const double number_height = 11; /* above the highest column */
static const double column_height = 46; /* of the scale's top */
static const double time_height = 11;   /* of the times below */
static const double line_below = 12;
static const double scale_height = 14; /* what the scale counts, above all charts */
static const double after = 10;
static const double column_part = 0.7; /* of its slot */
static const double earlier_tint = 0.4;

struct small_layout {
    struct plot plot; /* while drawing: with the page's figure, and the area of the chart */
    struct text_block title, title_again, axis;
    struct text_block *names; /* by row of the plot */
    double width;
    double chart_width;
    struct pdf_box box; /* while drawing: of the page's figure */
};

static double block_height(const struct text_block *block, double leading)
{
    return (double)block->line_count * leading;
}

static struct text_block broken(const struct pdf_flow *flow, struct sv text, enum type_name type,
                                double width)
{
    return text_break_one(flow->arena, text, &flow->types[type], width);
}

struct small_layout *small_measure(struct pdf_flow *flow, const struct chart *chart)
{
    struct small_layout *layout = arena_alloc(flow->arena, sizeof *layout);
    struct plot *plot = &layout->plot;
    plot->flow = flow;
    plot->chart = chart;
    plot_collect_rows(plot);
    plot->scale = chart_scale_of(0, plot_largest(plot), plot_counts_whole(plot));
    layout->width = flow->style->page_width - flow->style->margin_left - flow->style->margin_right;
    layout->chart_width = (layout->width - (CHARTS_A_LINE - 1) * gap) / CHARTS_A_LINE;
    layout->title = broken(flow, chart->title, TYPE_BLOCK_TITLE, layout->width);
    layout->title_again = broken(flow, sv_format(flow->arena, "%.*s (fortsat)", SV_ARG(chart->title)),
                                 TYPE_NOTE_STRONG, layout->width);
    layout->axis = broken(flow, chart->axis, TYPE_LABEL, layout->width);
    layout->names = arena_array(flow->arena, plot->count, sizeof *layout->names);
    for (size_t row = 0; row < plot->count; row++)
        layout->names[row] = broken(flow, plot_text(plot, &plot->rows[row]->cells[chart->label_column]),
                                    TYPE_NOTE_STRONG, layout->chart_width);
    return layout;
}

static double head_height(const struct small_layout *layout)
{
    return block_height(&layout->axis, name_leading) + scale_height - name_leading;
}

static size_t line_count(const struct small_layout *layout)
{
    return (layout->plot.count + CHARTS_A_LINE - 1) / CHARTS_A_LINE;
}

/* Of the highest name in the line. */
static double names_height(const struct small_layout *layout, size_t line)
{
    double highest = 0;
    for (size_t row = line * CHARTS_A_LINE; row < layout->plot.count && row / CHARTS_A_LINE == line; row++) {
        const double height = block_height(&layout->names[row], name_leading);
        highest = height > highest ? height : highest;
    }
    return highest;
}

static double line_height(const struct small_layout *layout, size_t line)
{
    return names_height(layout, line) + number_height + column_height + time_height + line_below;
}

/* ---- Drawing ---- */

static double slot_width(const struct plot *plot)
{
    return plot->area.width / (double)plot->chart->series_count;
}

static double slot_middle(const struct plot *plot, size_t series)
{
    return plot->area.x + ((double)series + 0.5) * slot_width(plot);
}

static struct sv time_of(const struct plot *plot, size_t series)
{
    return plot->chart->table->columns[plot->chart->series[series].column].heading;
}

/* Words in the middle of a slot, or at the chart's edge when they are wider. */
static void draw_in_slot(struct plot *plot, struct sv text, enum type_name name, size_t series, double base)
{
    const struct pdf_type *type = &plot->flow->types[name];
    const double width = text_width(type, text), right = plot->area.x + plot->area.width - width;
    double x = slot_middle(plot, series) - width / 2;
    x = x > right ? right : x;
    x = x < plot->area.x ? plot->area.x : x;
    text_draw_word(plot_ink(plot), text, type, (struct pdf_point){x, base});
}

static bool fits_slot(const struct plot *plot, struct sv text, enum type_name type)
{
    return text_width(&plot->flow->types[type], text) + 2 <= slot_width(plot);
}

/* The last column stands out: it is the report's own. */
static void draw_column(struct plot *plot, size_t row, size_t series)
{
    static const struct rgb white = {255, 255, 255};
    const bool last = series + 1 == plot->chart->series_count;
    const struct rgb colour = colour_of_series(plot->flow->style, 0);
    const struct sv text = plot_text(plot, plot_cell(plot, row, series));
    const enum type_name type = last ? TYPE_LABEL_STRONG : TYPE_LABEL;
    const double width = slot_width(plot) * column_part;
    double value = 0;
    plot_value(plot, row, series, &value);
    const double y = plot_y(plot, value > 0 ? value : 0), foot = plot->area.y + plot->area.height;
    if (foot > y)
        pdf_ink_fill_box(plot_ink(plot),
                         (struct pdf_box){slot_middle(plot, series) - width / 2, y, width, foot - y},
                         last ? colour : colour_between(colour, white, earlier_tint));
    if (last || fits_slot(plot, text, type))
        draw_in_slot(plot, text, type, series, y - 3);
}

/* All the times, or the first and the last when they have no room. */
static void draw_times(struct plot *plot)
{
    const size_t count = plot->chart->series_count;
    const double base =
        line_base(&plot->flow->types[TYPE_LABEL], plot->area.y + plot->area.height + 1, time_height);
    bool fits = true;
    for (size_t i = 0; i < count; i++)
        fits = fits && fits_slot(plot, time_of(plot, i), TYPE_LABEL);
    for (size_t i = 0; i < count; i++)
        if (fits || i == 0 || i + 1 == count)
            draw_in_slot(plot, time_of(plot, i), TYPE_LABEL, i, base);
}

static void draw_foot(struct plot *plot)
{
    const struct pdf_stroke stroke = {0.9, plot->flow->style->muted, 0};
    const double y = plot->area.y + plot->area.height;
    pdf_ink_line(plot_ink(plot), (struct pdf_point){plot->area.x, y},
                 (struct pdf_point){plot->area.x + plot->area.width, y}, &stroke);
}

static void draw_words(struct plot *plot, const struct text_block *block, struct pdf_point at)
{
    for (size_t n = 0; n < block->line_count; n++) {
        struct text_line words = block->lines[n];
        const double base = line_base(words.runs[0].type, at.y + (double)n * name_leading, name_leading);
        words.blank_after = true;
        text_draw(plot_ink(plot), &words, (struct pdf_point){at.x, base});
    }
}

/* `names` is the height of the line's names: the columns of a line stand on one foot. */
static void draw_small(struct small_layout *layout, size_t row, struct pdf_point at, double names)
{
    struct plot *plot = &layout->plot;
    draw_words(plot, &layout->names[row], at);
    plot->area = (struct pdf_box){at.x, at.y + names + number_height, layout->chart_width, column_height};
    for (size_t series = 0; series < plot->chart->series_count; series++)
        draw_column(plot, row, series);
    draw_foot(plot);
    draw_times(plot);
}

static void begin_part(struct pdf_flow *flow, struct small_layout *layout, struct sv alt)
{
    struct plot *plot = &layout->plot;
    plot->flow = flow;
    plot->tag = pdf_tag_add(flow->parent, PDF_FIGURE);
    pdf_tag_set_alt(plot->tag, alt);
    layout->box = (struct pdf_box){flow->left, flow->y, layout->width, head_height(layout)};
    pdf_tag_set_box(plot->tag, flow->page, layout->box);
    draw_words(plot, &layout->axis, (struct pdf_point){flow->left, flow->y});
    flow->y += head_height(layout);
}

static void draw_line_of_charts(struct pdf_flow *flow, const struct piece *piece)
{
    struct small_layout *layout = piece->what;
    const size_t first = piece->line * CHARTS_A_LINE;
    const double height = line_height(layout, piece->line);
    if (piece->line == 0) {
        flow_draw_lines(flow, pdf_tag_add(flow->parent, PDF_P), &layout->title, flow->left,
                        flow->style->baseline);
        begin_part(flow, layout, layout->plot.chart->alt);
    }
    layout->box.height = flow->y + height - layout->box.y;
    pdf_tag_set_box(layout->plot.tag, flow->page, layout->box);
    for (size_t row = first; row < first + CHARTS_A_LINE && row < layout->plot.count; row++)
        draw_small(
            layout, row,
            (struct pdf_point){flow->left + (double)(row - first) * (layout->chart_width + gap), flow->y},
            names_height(layout, piece->line));
    flow->y += height;
}

/* The title again, and the figure of the page where the charts go on. */
static void carry_charts(struct pdf_flow *flow, const struct piece *piece)
{
    struct small_layout *layout = piece->what;
    flow_draw_again(flow, &layout->title_again);
    begin_part(flow, layout, sv_format(flow->arena, "Fortsat: %.*s.", SV_ARG(layout->plot.chart->title)));
}

void small_add(struct pdf_flow *flow, struct piece_list *list, struct small_layout *layout, double parting)
{
    const double line = flow->style->baseline;
    struct piece piece = {
        .box = {.before = line / 2, .parting = parting}, .draw = draw_line_of_charts, .what = layout};
    for (; piece.line < line_count(layout); piece.line++) {
        piece.box.height = line_height(layout, piece.line);
        if (piece.line == 0)
            piece.box.height += block_height(&layout->title, line) + head_height(layout);
        flow_add_piece(flow, list, &piece);
        piece.carry = carry_charts;
        piece.box =
            (struct layout_box){.joined = true,
                                .parting = PARTING_PAGE_TABLE,
                                .carried = block_height(&layout->title_again, line) + head_height(layout)};
    }
    flow_space_below(flow, list, after);
}
