#include "pdf_bar_marks.h"

#include "buffer.h"

static const struct rgb white = {255, 255, 255};
static const double thick = 13;
static const double thin = 10; /* of several in a row */
static const double number_gap = 4;
static const double number_room = 8; /* within a part, beside its number */

static bool is_shares(const struct plot *plot)
{
    return plot->chart->kind == CHART_STACKED_SHARES;
}

static bool is_plain(const struct plot *plot, size_t series)
{
    return plot->chart->series[series].look == SERIES_PLAIN;
}

/* The series that the bars begin at; the number of series when they begin at zero. */
static size_t base_series(const struct plot *plot)
{
    size_t series = 0;
    while (series < plot->chart->series_count && plot->chart->series[series].look != SERIES_BASE)
        series++;
    return series;
}

static bool has_base(const struct plot *plot)
{
    return base_series(plot) < plot->chart->series_count;
}

bool bar_base(const struct plot *plot, double *value, struct sv *text)
{
    const size_t series = base_series(plot);
    for (size_t row = 0; has_base(plot) && row < plot->count; row++) {
        if (!plot_value(plot, row, series, value))
            continue;
        const struct sv heading = plot->chart->table->columns[plot->chart->series[series].column].heading;
        *text = sv_format(plot->flow->arena, "%.*s: %.*s", SV_ARG(heading),
                          SV_ARG(plot_text(plot, plot_cell(plot, row, series))));
        return true;
    }
    return false;
}

static double origin_of(const struct plot *plot)
{
    double value = 0;
    struct sv text;
    return bar_base(plot, &value, &text) ? value : 0;
}

/* Its smallest and largest number, of which zero is none. */
static struct chart_scale scale_around_base(const struct plot *plot)
{
    double low = origin_of(plot), high = low, value = 0;
    for (size_t row = 0; row < plot->count; row++)
        for (size_t series = 0; series < plot->chart->series_count; series++)
            if (plot_value(plot, row, series, &value)) {
                low = value < low ? value : low;
                high = value > high ? value : high;
            }
    return chart_scale_between(low, high, plot_counts_whole(plot));
}

void bar_scale(struct plot *plot)
{
    static const struct chart_scale whole = {.bottom = 0, .top = 1, .step = 0.25, .marks = 5};
    if (is_shares(plot))
        plot->scale = whole;
    else if (has_base(plot))
        plot->scale = scale_around_base(plot);
    else
        plot->scale = chart_scale_of(plot_smallest(plot), plot_largest(plot), plot_counts_whole(plot));
}

/* Space for the widest number of those that stand to that side of where the bars begin. */
static double number_space(const struct plot *plot, bool left)
{
    const double origin = origin_of(plot);
    double widest = 0, value = 0;
    for (size_t row = 0; !is_shares(plot) && row < plot->count; row++)
        for (size_t series = 0; series < plot->chart->series_count; series++) {
            if (!is_plain(plot, series) || !plot_value(plot, row, series, &value) || (value < origin) != left)
                continue;
            const struct sv text = plot_text(plot, plot_cell(plot, row, series));
            const double width = text_width(&plot->flow->types[TYPE_LABEL_STRONG], text) + number_gap;
            widest = width > widest ? width : widest;
        }
    return widest;
}

double bar_room_left(const struct plot *plot)
{
    return number_space(plot, true);
}

double bar_room_right(const struct plot *plot)
{
    return number_space(plot, false);
}

/* Whether two of the bars that share a line lie on the same side of the base: then each has its own. */
static bool bars_overlap(const struct plot *plot, size_t row)
{
    const double origin = origin_of(plot);
    size_t below = 0, above = 0;
    double value = 0;
    for (size_t series = 0; series < plot->chart->series_count; series++)
        if (is_plain(plot, series) && plot_value(plot, row, series, &value)) {
            below += value < origin;
            above += value > origin;
        }
    return below > 1 || above > 1;
}

/* Bars that begin at a base share a line where they can; others stand one below the other. */
static size_t bars_in_row(const struct plot *plot, size_t row)
{
    const size_t plain = plot_plain_count(plot);
    if (is_shares(plot) || plain == 0 || (has_base(plot) && !bars_overlap(plot, row)))
        return 1;
    return plain;
}

double bar_height(const struct plot *plot, size_t row)
{
    const size_t bars = bars_in_row(plot, row);
    return bars > 1 ? (double)bars * thin : thick;
}

double bar_x(const struct plot *plot, double value)
{
    const double part = (value - plot->scale.bottom) / (plot->scale.top - plot->scale.bottom);
    return plot->area.x + plot->area.width * part;
}

static void draw_words(struct plot *plot, struct sv text, const struct pdf_type *type, double x, double y,
                       double height)
{
    text_draw_word(plot_ink(plot), text, type,
                   (struct pdf_point){x, y + (height + text_cap_height(type)) / 2});
}

/* On a patch of the page, so that no line of the grid runs through them. */
static void draw_on_page(struct plot *plot, struct sv text, const struct pdf_type *type, double x,
                         struct pdf_box line)
{
    const double high = text_cap_height(type) + 2;
    const struct pdf_box patch = {x - 1.5, line.y + (line.height - high) / 2, text_width(type, text) + 3,
                                  high};
    pdf_ink_fill_box(plot_ink(plot), patch, white);
    draw_words(plot, text, type, x, line.y, line.height);
}

/* ---- Shares ---- */

static double sum_of(const struct plot *plot, size_t row)
{
    double sum = 0, value = 0;
    for (size_t series = 0; series < plot->chart->series_count; series++)
        if (is_plain(plot, series) && plot_value(plot, row, series, &value) && value > 0)
            sum += value;
    return sum;
}

/* The part's label where there is room for it, else its number; nothing when that has no room either. */
static struct sv words_of_part(const struct plot *plot, size_t row, size_t series,
                               const struct pdf_type *type, double room)
{
    const struct sv number = plot_text(plot, plot_cell(plot, row, series));
    const struct chart *chart = plot->chart;
    const size_t at = (size_t)(plot->rows[row] - chart->table->rows) * CHART_SERIES + series;
    if (chart->labels && chart->labels[at].size && text_width(type, chart->labels[at]) <= room)
        return chart->labels[at];
    return text_width(type, number) <= room ? number : (struct sv){0};
}

static void draw_part(struct plot *plot, size_t row, size_t series, struct pdf_box box)
{
    const struct pdf_stroke gap = {0.9, white, 0};
    const struct rgb colour = plot_series_colour(plot, series);
    struct pdf_type type = plot->flow->types[TYPE_LABEL];
    type.colour = colour_on(plot->flow->style, colour);
    const struct sv text = words_of_part(plot, row, series, &type, box.width - number_room / 2);
    pdf_ink_fill_box(plot_ink(plot), box, colour);
    if (box.x > plot->area.x)
        pdf_ink_line(plot_ink(plot), (struct pdf_point){box.x, box.y},
                     (struct pdf_point){box.x, box.y + box.height}, &gap);
    if (text.size)
        draw_words(plot, text, &type, box.x + (box.width - text_width(&type, text)) / 2, box.y, box.height);
}

static void draw_shares(struct plot *plot, size_t row, double y)
{
    const double sum = sum_of(plot, row);
    const struct pdf_stroke frame = {0.6, plot->flow->style->muted, 0};
    struct pdf_box box = {plot->area.x, y, 0, thick};
    double value = 0;
    if (sum <= 0) {
        draw_on_page(plot, plot->chart->empty, &plot->flow->types[TYPE_LABEL], box.x + number_gap, box);
        return;
    }
    for (size_t series = 0; series < plot->chart->series_count; series++) {
        if (!is_plain(plot, series) || !plot_value(plot, row, series, &value) || value <= 0)
            continue;
        box.width = plot->area.width * value / sum;
        draw_part(plot, row, series, box);
        box.x += box.width;
    }
    box = (struct pdf_box){plot->area.x, y, plot->area.width, thick};
    pdf_ink_frame(plot_ink(plot), box, &frame);
}

/* ---- Bars ---- */

static void draw_end(struct plot *plot, size_t row, size_t series, struct pdf_box box, bool left)
{
    const struct pdf_type *type = &plot->flow->types[TYPE_LABEL_STRONG];
    const struct sv text = plot_text(plot, plot_cell(plot, row, series));
    const double x = left ? box.x - number_gap - text_width(type, text) : box.x + box.width + number_gap;
    draw_on_page(plot, text, type, x, box);
}

/* Nothing moves: the number is said once. */
static bool repeats_base(const struct plot *plot, size_t row, size_t series)
{
    const double origin = origin_of(plot);
    double value = 0;
    size_t first = plot->chart->series_count;
    if (!has_base(plot) || !plot_value(plot, row, series, &value) || value < origin || value > origin)
        return false;
    for (size_t i = 0; i < plot->chart->series_count; i++) {
        if (!is_plain(plot, i) || !plot_value(plot, row, i, &value))
            continue;
        first = i < first ? i : first;
        if (value < origin || value > origin)
            return true;
    }
    return series > first;
}

/* The bar of a series within its line; false when it has no value. */
static bool place_bar(const struct plot *plot, size_t row, size_t series, struct pdf_box *line, bool *left)
{
    const double origin = bar_x(plot, origin_of(plot));
    double value = 0;
    if (!plot_value(plot, row, series, &value))
        return false;
    const double end = bar_x(plot, value);
    *left = end < origin;
    line->x = *left ? end : origin;
    line->width = *left ? origin - end : end - origin;
    return true;
}

static void draw_bar(struct plot *plot, size_t row, size_t series, struct pdf_box line, bool numbers)
{
    bool left = false;
    if (!place_bar(plot, row, series, &line, &left))
        return;
    if (!numbers)
        pdf_ink_fill_box(plot_ink(plot), line, plot_series_colour(plot, series));
    else if (!repeats_base(plot, row, series))
        draw_end(plot, row, series, line, left);
}

static void draw_goal(struct plot *plot, size_t row, size_t series, double y)
{
    const struct pdf_stroke stroke = {1.3, plot_series_colour(plot, series), 3};
    double value = 0;
    if (!plot_value(plot, row, series, &value))
        return;
    const double x = bar_x(plot, value);
    pdf_ink_line(plot_ink(plot), (struct pdf_point){x, y - 2},
                 (struct pdf_point){x, y + bar_height(plot, row) + 2}, &stroke);
}

static void draw_plain(struct plot *plot, size_t row, double y, bool numbers)
{
    const size_t lines = bars_in_row(plot, row);
    const double height = bar_height(plot, row) / (double)lines;
    struct pdf_box line = {0, y, 0, lines > 1 ? height - 1 : height};
    for (size_t series = 0; series < plot->chart->series_count; series++) {
        if (!is_plain(plot, series))
            continue;
        draw_bar(plot, row, series, line, numbers);
        line.y += lines > 1 ? height : 0;
    }
}

static void draw_bars(struct plot *plot, size_t row, double y)
{
    draw_plain(plot, row, y, false);
    for (size_t series = 0; series < plot->chart->series_count; series++)
        if (plot->chart->series[series].look == SERIES_GOAL)
            draw_goal(plot, row, series, y);
    draw_plain(plot, row, y, true);
}

void bar_draw(struct plot *plot, size_t row, double y)
{
    if (is_shares(plot))
        draw_shares(plot, row, y);
    else
        draw_bars(plot, row, y);
}
