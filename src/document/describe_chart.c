#include "describe_chart.h"

#include "cell_text.h"
#include "describe_bars.h"
#include "sentence.h"

/* The chart's body rows: their labels, and one value for each. */
struct points {
    const struct chart *chart;
    struct arena *arena;
    struct ratio *values; /* by row of the table; no value where there is none */
    size_t first;         /* row of the first and the last point, SIZE_MAX: none */
    size_t last;
    size_t lowest;
    size_t highest;
};

static const struct cell *cell_at(const struct chart *chart, size_t row, uint16_t column)
{
    return &chart->table->rows[row].cells[column];
}

static struct ratio value_at(const struct chart *chart, size_t row, uint16_t column)
{
    const struct cell *cell = cell_at(chart, row, column);
    return cell->kind == CELL_VALUE ? cell->value : ratio_none();
}

/* All plain series added: the height of a stack. */
static struct ratio stack_at(const struct chart *chart, size_t row)
{
    struct ratio sum = ratio_whole(0);
    for (uint8_t i = 0; i < chart->series_count; i++)
        if (chart->series[i].look == SERIES_PLAIN)
            sum = ratio_add(sum, value_at(chart, row, chart->series[i].column));
    return sum;
}

static void note_point(struct points *points, size_t row)
{
    const struct ratio value = points->values[row];
    if (points->first == SIZE_MAX)
        points->first = points->lowest = points->highest = row;
    points->last = row;
    if (ratio_compare(value, points->values[points->lowest]) < 0)
        points->lowest = row;
    if (ratio_compare(value, points->values[points->highest]) > 0)
        points->highest = row;
}

/* `series` NULL: the stacks. */
static struct points points_of(struct arena *arena, const struct chart *chart,
                               const struct chart_series *series)
{
    const struct table *table = chart->table;
    struct points points = {.chart = chart, .arena = arena, .first = SIZE_MAX, .last = SIZE_MAX};
    points.values = arena_array(arena, table->row_count, sizeof *points.values);
    for (size_t i = 0; i < table->row_count; i++) {
        points.values[i] = series ? value_at(chart, i, series->column) : stack_at(chart, i);
        if (table->rows[i].kind == ROW_BODY && ratio_has_value(points.values[i]))
            note_point(&points, i);
    }
    return points;
}

static void add_value(struct buffer *buffer, const struct points *points, size_t row)
{
    const struct chart *chart = points->chart;
    const struct cell *like = cell_at(chart, row, chart->series[0].column);
    const struct cell cell = {
        .kind = CELL_VALUE, .format = like->format, .value = points->values[row], .base = like->base};
    cell_text(buffer, &cell);
}

/* "41 i 2019" */
static void add_point(struct buffer *buffer, const struct points *points, size_t row)
{
    add_value(buffer, points, row);
    buffer_add_text(buffer, " i ");
    struct buffer label = buffer_in(points->arena);
    cell_text(&label, cell_at(points->chart, row, points->chart->label_column));
    buffer_add(buffer, text_lowered(points->arena, buffer_view(&label)));
}

static void add_extremes(struct buffer *buffer, const struct points *points)
{
    if (points->first == SIZE_MAX) {
        buffer_add_text(buffer, "ingen tal");
        return;
    }
    if (ratio_compare(points->values[points->lowest], points->values[points->highest]) == 0) {
        add_value(buffer, points, points->first);
        buffer_add_text(buffer, points->first == points->last ? " i " : " hele vejen");
        if (points->first == points->last)
            cell_text(buffer, cell_at(points->chart, points->first, points->chart->label_column));
        return;
    }
    buffer_add_text(buffer, "højest ");
    add_point(buffer, points, points->highest);
    buffer_add_text(buffer, ", lavest ");
    add_point(buffer, points, points->lowest);
}

static void add_way(struct buffer *buffer, const struct points *points)
{
    if (points->first == points->last) {
        add_extremes(buffer, points);
        return;
    }
    buffer_add_text(buffer, "fra ");
    add_point(buffer, points, points->first);
    buffer_add_text(buffer, " til ");
    add_point(buffer, points, points->last);
}

static size_t plain_series(const struct chart *chart)
{
    size_t count = 0;
    for (uint8_t i = 0; i < chart->series_count; i++)
        count += chart->series[i].look == SERIES_PLAIN;
    return count;
}

/* "Med tre bundlinjer: fra 22 i 2021 til 36 i 2024", or without the name when there is one series only. */
static void add_series(struct buffer *buffer, const struct chart *chart, const struct chart_series *series)
{
    const struct points points = points_of(buffer->arena, chart, series);
    if (plain_series(chart) > 1) {
        buffer_add(buffer, chart->table->columns[series->column].heading);
        buffer_add_text(buffer, ": ");
    }
    if (chart->kind == CHART_LINES)
        add_way(buffer, &points);
    else
        add_extremes(buffer, &points);
}

/* "; Årsnorm: 30": the last value of the goal's column. */
static void add_goal(struct buffer *buffer, const struct chart *chart, const struct chart_series *series)
{
    const struct points points = points_of(buffer->arena, chart, series);
    if (points.last == SIZE_MAX)
        return;
    buffer_add_text(buffer, "; ");
    buffer_add(buffer, text_lowered(buffer->arena, chart->table->columns[series->column].heading));
    buffer_add_text(buffer, ": ");
    add_value(buffer, &points, points.last);
}

static void add_all_series(struct buffer *buffer, const struct chart *chart)
{
    bool first = true;
    for (uint8_t i = 0; i < chart->series_count; i++) {
        if (chart->series[i].look != SERIES_PLAIN)
            continue;
        if (!first)
            buffer_add_text(buffer, "; ");
        add_series(buffer, chart, &chart->series[i]);
        first = false;
    }
}

/* Stacks of shares are all as high as the whole: their parts are told instead. */
static bool has_stacks_to_tell(const struct chart *chart)
{
    return chart->kind == CHART_STACKED_COLUMNS && plain_series(chart) > 1 &&
           chart->table->columns[chart->series[0].column].format != FORMAT_SHARE;
}

static const char *kind_name(enum chart_kind kind)
{
    switch (kind) {
    case CHART_COLUMNS:
        return "Søjlediagram: ";
    case CHART_STACKED_COLUMNS:
        return "Stablet søjlediagram: ";
    case CHART_LINES:
        return "Kurvediagram: ";
    case CHART_BARS:
        return "Liggende søjlediagram: ";
    case CHART_STACKED_SHARES:
        return "Liggende søjlediagram, hvor hver søjle viser 100 %: ";
    case CHART_SMALL_COLUMNS:
        return "Små søjlediagrammer på samme skala: ";
    }
    return "";
}

static void add_findings(struct buffer *buffer, const struct chart *chart)
{
    if (chart->kind == CHART_BARS) {
        describe_bars(buffer, chart);
    } else if (chart->kind == CHART_STACKED_SHARES) {
        describe_shares(buffer, chart);
    } else if (chart->kind == CHART_SMALL_COLUMNS) {
        describe_small_columns(buffer, chart);
    } else if (has_stacks_to_tell(chart)) {
        const struct points stacks = points_of(buffer->arena, chart, NULL);
        buffer_add_text(buffer, "I alt ");
        add_extremes(buffer, &stacks);
    } else {
        add_all_series(buffer, chart);
    }
}

struct sv chart_description(struct arena *arena, const struct chart *chart)
{
    struct buffer buffer = buffer_in(arena);
    struct buffer findings = buffer_in(arena);
    buffer_add_text(&buffer, kind_name(chart->kind));
    buffer_add(&buffer, chart->title);
    buffer_add_text(&buffer, ". ");
    add_findings(&findings, chart);
    buffer_add(&buffer, text_raised(arena, buffer_view(&findings)));
    for (uint8_t i = 0; i < chart->series_count; i++)
        if (chart->series[i].look == SERIES_GOAL)
            add_goal(&buffer, chart, &chart->series[i]);
    buffer_add_byte(&buffer, '.');
    return buffer_view(&buffer);
}
