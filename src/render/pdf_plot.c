#include "pdf_plot.h"

#include "buffer.h"
#include "cell_text.h"
#include "text_da.h"

#include <math.h>

static const double widest_column = 44;
static const double name_leading = 10;
static const double name_indent = 16; /* the key before a name */
static const double widest_name = 104;

const struct cell *plot_cell(const struct plot *plot, size_t row, size_t series)
{
    return &plot->rows[row]->cells[plot->chart->series[series].column];
}

void plot_collect_rows(struct plot *plot)
{
    const struct table *table = plot->chart->table;
    plot->rows = arena_array(plot->flow->arena, table->row_count, sizeof *plot->rows);
    for (size_t i = 0; i < table->row_count; i++)
        if (table->rows[i].kind == ROW_BODY)
            plot->rows[plot->count++] = &table->rows[i];
}

static enum value_format value_format_of(const struct chart *chart)
{
    return chart->series_count > 0 ? chart->table->columns[chart->series[0].column].format : FORMAT_COUNT;
}

bool plot_counts_whole(const struct plot *plot)
{
    enum value_format format = value_format_of(plot->chart);
    return format == FORMAT_COUNT || format == FORMAT_CHANGE || format == FORMAT_AMOUNT;
}

struct sv plot_mark_text(const struct plot *plot, size_t mark)
{
    struct buffer text = buffer_in(plot->flow->arena);
    const double value = plot->scale.bottom + (double)mark * plot->scale.step;
    const bool share =
        plot->chart->kind == CHART_STACKED_SHARES || value_format_of(plot->chart) == FORMAT_SHARE;
    const double printed = share ? value * 100 : value,
                 step = share ? plot->scale.step * 100 : plot->scale.step;
    const int places = step >= 0.999 ? 0 : step >= 0.0999 ? 1 : 2;
    danish_number(&text, ratio_of((int64_t)llround(printed * 1000), 1000), places);
    if (share)
        buffer_add_text(&text, "\xC2\xA0%");
    return buffer_view(&text);
}

bool plot_value(const struct plot *plot, size_t row, size_t series, double *value)
{
    const struct cell *cell = plot_cell(plot, row, series);
    if (cell->kind != CELL_VALUE || !ratio_has_value(cell->value))
        return false;
    *value = (double)cell->value.num / (double)cell->value.den;
    return true;
}

static bool is_goal(const struct plot *plot, size_t series)
{
    return plot->chart->series[series].look != SERIES_PLAIN;
}

static bool is_stacked(const struct plot *plot)
{
    return plot->chart->kind == CHART_STACKED_COLUMNS;
}

double plot_largest(const struct plot *plot)
{
    double largest = 0;
    for (size_t row = 0; row < plot->count; row++) {
        double sum = 0, value = 0;
        for (size_t series = 0; series < plot->chart->series_count; series++) {
            if (!plot_value(plot, row, series, &value))
                continue;
            sum += is_goal(plot, series) || value < 0 ? 0 : value;
            largest = value > largest ? value : largest;
        }
        largest = is_stacked(plot) && sum > largest ? sum : largest;
    }
    return largest;
}

double plot_smallest(const struct plot *plot)
{
    double smallest = 0, value = 0;
    for (size_t row = 0; row < plot->count; row++) {
        for (size_t series = 0; series < plot->chart->series_count; series++)
            if (plot_value(plot, row, series, &value) && value < smallest)
                smallest = value;
    }
    return smallest;
}

double plot_slot(const struct plot *plot)
{
    return plot->count > 0 ? plot->area.width / (double)plot->count : plot->area.width;
}

double plot_x(const struct plot *plot, size_t row)
{
    return plot->area.x + ((double)row + 0.5) * plot_slot(plot);
}

double plot_y(const struct plot *plot, double value)
{
    double part = (value - plot->scale.bottom) / (plot->scale.top - plot->scale.bottom);
    return plot->area.y + plot->area.height * (1 - part);
}

struct pdf_ink *plot_ink(struct plot *plot)
{
    return pdf_page_tagged(plot->flow->page, plot->tag);
}

/* How many of the series before that one are no goals. */
static size_t plain_before(const struct plot *plot, size_t series)
{
    size_t count = 0;
    for (size_t i = 0; i < series; i++)
        count += !is_goal(plot, i);
    return count;
}

size_t plot_plain_count(const struct plot *plot)
{
    return plain_before(plot, plot->chart->series_count);
}

struct rgb plot_series_colour(const struct plot *plot, size_t series)
{
    const struct style *style = plot->flow->style;
    if (is_goal(plot, series))
        return style->goal;
    if (plot->chart->ordered)
        return colour_of_step(style, plain_before(plot, series), plot_plain_count(plot));
    return colour_of_series(style, plain_before(plot, series));
}

struct sv plot_text(const struct plot *plot, const struct cell *cell)
{
    struct buffer text = buffer_in(plot->flow->arena);
    cell_text(&text, cell);
    return buffer_view(&text);
}

/* A number whose middle is at the point, on a patch of its background, so that no line runs through it. */
static void draw_number(struct plot *plot, struct sv text, const struct pdf_type *type,
                        struct pdf_point middle, struct rgb background)
{
    double width = text_width(type, text), height = text_cap_height(type);
    struct pdf_box patch = {middle.x - width / 2 - 1.5, middle.y - height / 2 - 1, width + 3, height + 2};
    pdf_ink_fill_box(plot_ink(plot), patch, background);
    text_draw_word(plot_ink(plot), text, type,
                   (struct pdf_point){middle.x - width / 2, middle.y + height / 2});
}

/* A column, or a segment of one. */
struct bar {
    size_t row, series;
    struct pdf_box box;
};

static void draw_bar(struct plot *plot, const struct bar *bar)
{
    pdf_ink_fill_box(plot_ink(plot), bar->box, plot_series_colour(plot, bar->series));
}

/* The middle of the bar, or of its larger part when a goal's line runs where the number would stand. */
static double bar_middle(const struct plot *plot, const struct bar *bar)
{
    static const double least = 9; /* height of a part that holds a number */
    double middle = bar->box.y + bar->box.height / 2, end = bar->box.y + bar->box.height, goal = 0;
    for (size_t series = 0; series < plot->chart->series_count; series++) {
        if (!is_goal(plot, series) || !plot_value(plot, bar->row, series, &goal))
            continue;
        double y = plot_y(plot, goal), above = y - bar->box.y, below = end - y;
        bool crossed = fabs(y - middle) < least && above > 0 && below > 0;
        if (crossed && fmax(above, below) >= least)
            return above > below ? bar->box.y + (above - 2) / 2 : end - (below - 2) / 2;
    }
    return middle;
}

static void draw_bar_number(struct plot *plot, const struct bar *bar)
{
    struct rgb colour = plot_series_colour(plot, bar->series);
    struct pdf_type type = plot->flow->types[TYPE_LABEL];
    struct sv text = plot_text(plot, plot_cell(plot, bar->row, bar->series));
    type.colour = colour_on(plot->flow->style, colour);
    if (bar->box.height >= 10 && text_width(&type, text) <= bar->box.width - 4)
        draw_number(plot, text, &type,
                    (struct pdf_point){bar->box.x + bar->box.width / 2, bar_middle(plot, bar)}, colour);
}

/* The column of the table that sums the stacked ones, to stand on top of the stack. */
static const struct cell *sum_cell(const struct plot *plot, size_t row)
{
    const struct table *table = plot->chart->table;
    for (uint16_t i = 0; i < table->column_count; i++) {
        const struct cell *cell = &plot->rows[row]->cells[i];
        bool sums = cell->kind == CELL_VALUE && cell->derivation.kind == DERIVED_SUM_COLUMNS;
        for (size_t series = 0; sums && series < plot->chart->series_count; series++) {
            uint16_t column = plot->chart->series[series].column;
            bool inside = column >= cell->derivation.a && column <= cell->derivation.b;
            sums = is_goal(plot, series) || inside;
        }
        if (sums)
            return cell;
    }
    return NULL;
}

static void draw_top(struct plot *plot, const struct cell *cell, double x, double y, double room)
{
    static const struct rgb white = {255, 255, 255};
    const struct pdf_type *type = &plot->flow->types[TYPE_LABEL_STRONG];
    struct sv text = cell ? plot_text(plot, cell) : sv_of("");
    if (text.size > 0 && text_width(type, text) <= room)
        draw_number(plot, text, type, (struct pdf_point){x, y - 3 - text_cap_height(type) / 2}, white);
}

static struct bar make_bar(const struct plot *plot, size_t row, size_t series, double from, double to)
{
    double upper = plot_y(plot, to > from ? to : from), lower = plot_y(plot, to > from ? from : to);
    return (struct bar){row, series, {0, upper, 0, lower - upper}};
}

static void draw_stack(struct plot *plot, size_t row, bool numbers)
{
    double slot = plot_slot(plot), width = slot * 0.66 < widest_column ? slot * 0.66 : widest_column;
    double x = plot_x(plot, row), up = 0, down = 0, value = 0;
    for (size_t series = 0; series < plot->chart->series_count; series++) {
        if (is_goal(plot, series) || !plot_value(plot, row, series, &value))
            continue;
        double *from = value < 0 ? &down : &up;
        struct bar bar = make_bar(plot, row, series, *from, *from + value);
        bar.box.x = x - width / 2;
        bar.box.width = width;
        *from += value;
        if (bar.box.height > 0 && numbers)
            draw_bar_number(plot, &bar);
        else if (bar.box.height > 0)
            draw_bar(plot, &bar);
    }
    if (numbers)
        draw_top(plot, sum_cell(plot, row), x, plot_y(plot, up), slot);
}

static void draw_group(struct plot *plot, size_t row, bool numbers)
{
    size_t plain = plot_plain_count(plot), place = 0;
    double slot = plot_slot(plot), width = slot * 0.7 / (double)(plain > 0 ? plain : 1), value = 0;
    width = width < widest_column ? width : widest_column;
    double x = plot_x(plot, row) - width * (double)plain / 2;
    for (size_t series = 0; series < plot->chart->series_count; series++) {
        if (is_goal(plot, series))
            continue;
        double left = x + width * (double)place++;
        if (!plot_value(plot, row, series, &value))
            continue;
        struct bar bar = make_bar(plot, row, series, 0, value);
        bar.box.x = left;
        bar.box.width = plain > 1 && width > 6 ? width - 1 : width;
        if (numbers)
            draw_top(plot, plot_cell(plot, row, series), left + width / 2, bar.box.y,
                     plain > 1 ? width + 2 : slot);
        else if (bar.box.height > 0)
            draw_bar(plot, &bar);
    }
}

static void draw_columns(struct plot *plot, bool numbers)
{
    for (size_t row = 0; row < plot->count; row++)
        if (is_stacked(plot))
            draw_stack(plot, row, numbers);
        else
            draw_group(plot, row, numbers);
}

/* A run of points with values, drawn as one line. */
static void draw_run(struct plot *plot, size_t series, size_t from, size_t to)
{
    struct pdf_point *points = arena_array(plot->flow->arena, to - from, sizeof *points);
    struct pdf_stroke stroke = {is_goal(plot, series) ? 1.3 : 2, plot_series_colour(plot, series),
                                is_goal(plot, series) ? 4 : 0};
    double value = 0;
    for (size_t row = from; row < to; row++) {
        plot_value(plot, row, series, &value);
        points[row - from] = (struct pdf_point){plot_x(plot, row), plot_y(plot, value)};
    }
    pdf_ink_path(plot_ink(plot), points, to - from, &stroke);
    for (size_t i = 0; !is_goal(plot, series) && plot->count <= 24 && i < to - from; i++)
        pdf_ink_disc(plot_ink(plot), points[i], 2.4, stroke.colour);
}

static void draw_line_series(struct plot *plot, size_t series)
{
    double value = 0;
    size_t from = 0;
    for (size_t row = 0; row <= plot->count; row++) {
        if (row < plot->count && plot_value(plot, row, series, &value))
            continue;
        if (row > from)
            draw_run(plot, series, from, row);
        from = row + 1;
    }
}

/* A goal over columns: a level for each, joined where it is the same. */
static void draw_goal_levels(struct plot *plot, size_t series)
{
    struct pdf_stroke stroke = {1.3, plot_series_colour(plot, series), 4};
    struct pdf_stroke casing = {2.8, {255, 255, 255}, 0}; /* sets the line off from the columns behind it */
    double half = plot_slot(plot) / 2, value = 0, next = 0;
    for (size_t row = 0; row < plot->count; row++) {
        if (!plot_value(plot, row, series, &value))
            continue;
        size_t last = row;
        while (last + 1 < plot->count && plot_value(plot, last + 1, series, &next) &&
               fabs(next - value) < 1e-9)
            last++;
        double y = plot_y(plot, value);
        pdf_ink_line(plot_ink(plot), (struct pdf_point){plot_x(plot, row) - half, y},
                     (struct pdf_point){plot_x(plot, last) + half, y}, &casing);
        pdf_ink_line(plot_ink(plot), (struct pdf_point){plot_x(plot, row) - half, y},
                     (struct pdf_point){plot_x(plot, last) + half, y}, &stroke);
        row = last;
    }
}

void plot_draw_series(struct plot *plot)
{
    bool lines = plot->chart->kind == CHART_LINES;
    if (!lines)
        draw_columns(plot, false);
    for (size_t series = 0; series < plot->chart->series_count; series++)
        if (lines)
            draw_line_series(plot, series);
        else if (is_goal(plot, series))
            draw_goal_levels(plot, series);
}

/* A chart with a single series and no goal says in its title what it shows. */
static bool is_named(const struct plot *plot)
{
    return plot->chart->series_count > 1;
}

static struct sv name_of(const struct plot *plot, size_t series)
{
    return plot->chart->table->columns[plot->chart->series[series].column].heading;
}

double plot_names_width(const struct plot *plot)
{
    double widest = 0;
    for (size_t series = 0; is_named(plot) && series < plot->chart->series_count; series++) {
        struct text_block block = text_break_one(plot->flow->arena, name_of(plot, series),
                                                 &plot->flow->types[TYPE_LABEL_STRONG], widest_name);
        widest = block.width > widest ? block.width : widest;
    }
    return widest > 0 ? widest + name_indent + 8 : 0;
}

static bool last_value(const struct plot *plot, size_t series, size_t *row, double *value)
{
    for (*row = plot->count; *row > 0;)
        if (plot_value(plot, --*row, series, value))
            return true;
    return false;
}

/* The last number of a line, to the right of its point and clear of the numbers of other lines. */
static void draw_line_end(struct plot *plot, size_t series, double *taken, size_t *taken_count)
{
    const struct pdf_type *type = &plot->flow->types[TYPE_LABEL_STRONG];
    size_t row = 0;
    double value = 0;
    if (is_goal(plot, series) || !last_value(plot, series, &row, &value))
        return;
    struct sv text = plot_text(plot, plot_cell(plot, row, series));
    double width = text_width(type, text), y = plot_y(plot, value);
    for (size_t i = 0; i < *taken_count; i++)
        if (fabs(y - taken[i]) < 9)
            y = y < taken[i] ? taken[i] - 9 : taken[i] + 9;
    taken[(*taken_count)++] = y;
    if (width <= plot_slot(plot) / 2 + 3)
        text_draw_word(plot_ink(plot), text, type,
                       (struct pdf_point){plot_x(plot, row) + 5, y + text_cap_height(type) / 2});
}

void plot_draw_numbers(struct plot *plot)
{
    double taken[CHART_SERIES];
    size_t taken_count = 0;
    if (plot->chart->kind != CHART_LINES) {
        draw_columns(plot, true);
        return;
    }
    for (size_t series = 0; series < plot->chart->series_count; series++)
        draw_line_end(plot, series, taken, &taken_count);
}

/* The height at which a series ends: the middle of its last segment, the last point, the last goal. */
static double end_of(const struct plot *plot, size_t series)
{
    size_t row = 0;
    double value = 0, below = 0, part = 0;
    if (!last_value(plot, series, &row, &value))
        return plot_y(plot, 0);
    if (plot->chart->kind == CHART_LINES || is_goal(plot, series))
        return plot_y(plot, value);
    if (!is_stacked(plot))
        return plot_y(plot, value / 2);
    for (size_t i = 0; i < series; i++)
        if (!is_goal(plot, i) && plot_value(plot, plot->count - 1, i, &part))
            below += part;
    return plot_y(plot, below + (plot_value(plot, plot->count - 1, series, &part) ? part / 2 : 0));
}

static enum plot_key key_of(const struct plot *plot, size_t series)
{
    if (is_goal(plot, series))
        return PLOT_KEY_DASHES;
    return plot->chart->kind == CHART_LINES ? PLOT_KEY_LINE : PLOT_KEY_BOX;
}

static void add_name(struct plot *plot, size_t series, double width)
{
    struct plot_name name = {.wanted = end_of(plot, series), .colour = plot_series_colour(plot, series)};
    enum type_name type = is_goal(plot, series) ? TYPE_LABEL_STRONG : TYPE_LABEL;
    size_t place = plot->name_count++;
    name.block = text_break_one(plot->flow->arena, name_of(plot, series), &plot->flow->types[type],
                                width - name_indent);
    name.height = (double)name.block.line_count * name_leading + 2;
    name.key = key_of(plot, series);
    for (; place > 0 && plot->names[place - 1].wanted > name.wanted; place--)
        plot->names[place] = plot->names[place - 1];
    plot->names[place] = name;
}

/* Moves names apart, from the top down, and up again where they would leave the chart. */
static void spread_names(struct plot *plot)
{
    double edge = plot->area.y - 4;
    for (size_t i = 0; i < plot->name_count; i++) {
        struct plot_name *name = &plot->names[i];
        if (name->wanted - name->height / 2 < edge)
            name->wanted = edge + name->height / 2;
        edge = name->wanted + name->height / 2;
    }
    edge = plot->area.y + plot->area.height + 8;
    for (size_t i = plot->name_count; i > 0; i--) {
        struct plot_name *name = &plot->names[i - 1];
        if (name->wanted + name->height / 2 > edge)
            name->wanted = edge - name->height / 2;
        edge = name->wanted - name->height / 2;
    }
}

static void draw_key(struct plot *plot, const struct plot_name *name, double x, double y)
{
    struct pdf_stroke stroke = {name->key == PLOT_KEY_DASHES ? 1.3 : 2, name->colour,
                                name->key == PLOT_KEY_DASHES ? 3 : 0};
    if (name->key == PLOT_KEY_BOX)
        pdf_ink_fill_box(plot_ink(plot), (struct pdf_box){x + 2, y - 4, 8, 8}, name->colour);
    else
        pdf_ink_line(plot_ink(plot), (struct pdf_point){x, y}, (struct pdf_point){x + 11, y}, &stroke);
}

void plot_draw_names(struct plot *plot, double width)
{
    double x = plot->area.x + plot->area.width + 8;
    if (!is_named(plot))
        return;
    for (size_t series = 0; series < plot->chart->series_count; series++)
        add_name(plot, series, width - 8);
    spread_names(plot);
    for (size_t i = 0; i < plot->name_count; i++) {
        const struct plot_name *name = &plot->names[i];
        double y = name->wanted - (double)name->block.line_count * name_leading / 2;
        draw_key(plot, name, x, y + name_leading / 2);
        for (size_t n = 0; n < name->block.line_count; n++) {
            double base =
                line_base(&plot->flow->types[TYPE_LABEL], y + (double)n * name_leading, name_leading);
            struct text_line words = name->block.lines[n];
            words.blank_after = true;
            text_draw(plot_ink(plot), &words, (struct pdf_point){x + name_indent, base});
        }
    }
}
