#include "pdf_chart.h"

#include "buffer.h"
#include "cell_text.h"
#include "pdf_bars.h"
#include "pdf_plot.h"
#include "pdf_small.h"

#include <math.h>

static const double plot_height = 196;
static const double axis_height = 16;   /* what the value axis counts, above it */
static const double label_leading = 10; /* of the names of the slots */
static const double below = 21;         /* space after a chart */

struct chart_layout {
    struct bars_layout *bars;   /* of a chart that lies; else NULL */
    struct small_layout *small; /* of small charts; else NULL */
    struct plot plot;
    struct text_block title;
    struct text_block *labels; /* of the slots; no lines where there is no room for one */
    double labels_height;
    double left;  /* width of the value axis's numbers */
    double right; /* width of the names of the series */
    double width;
};

static struct sv slot_text(struct arena *arena, const struct plot *plot, size_t row)
{
    struct buffer text = buffer_in(arena);
    cell_text(&text, &plot->rows[row]->cells[plot->chart->label_column]);
    return buffer_view(&text);
}

/* Every how many slots is named, so that the names do not run into each other. */
static size_t label_interval(const struct pdf_flow *flow, const struct plot *plot)
{
    double widest = 0;
    for (size_t i = 0; i < plot->count; i++) {
        double word = text_widest_word(&flow->types[TYPE_LABEL], slot_text(flow->arena, plot, i));
        widest = word > widest ? word : widest;
    }
    double slot = plot_slot(plot);
    return slot >= widest + 2 || slot <= 0 ? 1 : (size_t)ceil((widest + 4) / slot);
}

static void measure_labels(struct pdf_flow *flow, struct chart_layout *layout)
{
    struct plot *plot = &layout->plot;
    size_t interval = label_interval(flow, plot);
    layout->labels = arena_array(flow->arena, plot->count, sizeof *layout->labels);
    for (size_t i = 0; i < plot->count; i += interval) {
        double room = plot_slot(plot) * (double)interval - 2;
        layout->labels[i] =
            text_break_one(flow->arena, slot_text(flow->arena, plot, i), &flow->types[TYPE_LABEL], room);
        double height = (double)layout->labels[i].line_count * label_leading;
        layout->labels_height = height > layout->labels_height ? height : layout->labels_height;
    }
}

static double widest_mark(const struct pdf_flow *flow, const struct plot *plot)
{
    double widest = 0;
    for (size_t i = 0; i < plot->scale.marks; i++) {
        double width = text_width(&flow->types[TYPE_LABEL], plot_mark_text(plot, i));
        widest = width > widest ? width : widest;
    }
    return widest;
}

struct chart_layout *chart_measure(struct pdf_flow *flow, const struct chart *chart)
{
    struct chart_layout *layout = arena_alloc(flow->arena, sizeof *layout);
    struct plot *plot = &layout->plot;
    if (chart->kind == CHART_BARS || chart->kind == CHART_STACKED_SHARES) {
        layout->bars = bars_measure(flow, chart);
        return layout;
    }
    if (chart->kind == CHART_SMALL_COLUMNS) {
        layout->small = small_measure(flow, chart);
        return layout;
    }
    plot->flow = flow;
    plot->chart = chart;
    plot_collect_rows(plot);
    plot->scale = chart_scale_of(plot_smallest(plot), plot_largest(plot), plot_counts_whole(plot));
    layout->width = flow->style->page_width - flow->style->margin_left - flow->style->margin_right;
    layout->title = text_break_one(flow->arena, chart->title, &flow->types[TYPE_BLOCK_TITLE], layout->width);
    layout->left = widest_mark(flow, plot) + 6;
    layout->right = plot_names_width(plot);
    plot->area = (struct pdf_box){0, 0, layout->width - layout->left - layout->right, plot_height};
    measure_labels(flow, layout);
    return layout;
}

static double figure_height(const struct chart_layout *layout)
{
    return axis_height + plot_height + 6 + layout->labels_height;
}

static void draw_value_axis(struct pdf_flow *flow, struct plot *plot)
{
    const struct pdf_type *type = &flow->types[TYPE_LABEL];
    for (size_t i = 0; i < plot->scale.marks; i++) {
        double value = plot->scale.bottom + (double)i * plot->scale.step;
        double y = plot_y(plot, value);
        struct sv text = plot_mark_text(plot, i);
        struct pdf_stroke stroke = {0.5, flow->style->rule, 0};
        pdf_ink_line(plot_ink(plot), (struct pdf_point){plot->area.x, y},
                     (struct pdf_point){plot->area.x + plot->area.width, y}, &stroke);
        struct pdf_point at = {plot->area.x - 6 - text_width(type, text), y + text_cap_height(type) / 2};
        text_draw_word(plot_ink(plot), text, type, at);
    }
}

static void draw_zero_line(struct pdf_flow *flow, struct plot *plot)
{
    struct pdf_stroke stroke = {0.9, flow->style->muted, 0};
    double y = plot_y(plot, 0);
    pdf_ink_line(plot_ink(plot), (struct pdf_point){plot->area.x, y},
                 (struct pdf_point){plot->area.x + plot->area.width, y}, &stroke);
}

static void draw_labels(struct pdf_flow *flow, const struct chart_layout *layout, struct plot *plot)
{
    double y = plot->area.y + plot->area.height + 5;
    for (size_t i = 0; i < plot->count; i++) {
        for (size_t n = 0; n < layout->labels[i].line_count; n++) {
            struct text_line words = layout->labels[i].lines[n];
            double base = line_base(&flow->types[TYPE_LABEL], y + (double)n * label_leading, label_leading);
            words.blank_after = true;
            text_draw(plot_ink(plot), &words, (struct pdf_point){plot_x(plot, i) - words.width / 2, base});
        }
    }
}

static void draw_chart(struct pdf_flow *flow, const struct piece *piece)
{
    const struct chart_layout *layout = piece->what;
    struct plot plot = layout->plot;
    const struct pdf_type *type = &flow->types[TYPE_LABEL];
    flow_draw_lines(flow, pdf_tag_add(flow->parent, PDF_P), &layout->title, flow->left,
                    flow->style->baseline);
    struct pdf_box box = {flow->left, flow->y, layout->width, figure_height(layout)};
    plot.flow = flow;
    plot.tag = pdf_tag_add(flow->parent, PDF_FIGURE);
    pdf_tag_set_alt(plot.tag, layout->plot.chart->alt);
    pdf_tag_set_box(plot.tag, flow->page, box);
    plot.area.x = flow->left + layout->left;
    plot.area.y = flow->y + axis_height;
    text_draw_word(plot_ink(&plot), plot.chart->axis, type,
                   (struct pdf_point){flow->left, line_base(type, flow->y, 11)});
    draw_value_axis(flow, &plot);
    plot_draw_series(&plot);
    draw_zero_line(flow, &plot);
    plot_draw_numbers(&plot);
    draw_labels(flow, layout, &plot);
    plot_draw_names(&plot, layout->right);
}

void chart_add(struct pdf_flow *flow, struct piece_list *list, struct chart_layout *layout, double parting)
{
    const double line = flow->style->baseline;
    if (layout->bars) {
        bars_add(flow, list, layout->bars, parting);
        return;
    }
    if (layout->small) {
        small_add(flow, list, layout->small, parting);
        return;
    }
    const struct piece piece = {
        .box = {.height = (double)layout->title.line_count * line + figure_height(layout),
                .before = line / 2,
                .after = below,
                .parting = parting},
        .draw = draw_chart,
        .what = layout};
    flow_add_piece(flow, list, &piece);
}
