#include "xlsx_chart.h"

#include "cell_text.h"
#include "xlsx_formula.h"
#include "xlsx_small_charts.h"
#include "xlsx_width.h"

enum { TEXT_WIDTH = 110, LABELS_UP_TO = 40, CHART_HEIGHT_PIXELS = 440, CHART_WIDTH_PIXELS = 780 };
/* What libxlsxwriter inserts at scale 1. */
enum { LIBRARY_WIDTH_PIXELS = 480, LIBRARY_HEIGHT_PIXELS = 288 };

static const uint8_t kinds[] = {
    [CHART_SMALL_COLUMNS] = LXW_CHART_COLUMN,
    [CHART_BARS] = LXW_CHART_BAR,
    [CHART_STACKED_SHARES] = LXW_CHART_BAR_STACKED_PERCENT,
    [CHART_COLUMNS] = LXW_CHART_COLUMN,
    [CHART_STACKED_COLUMNS] = LXW_CHART_COLUMN_STACKED,
    [CHART_LINES] = LXW_CHART_LINE,
};

/* Its bars lie: the first row at the top, the scale below. */
static bool is_lying(const struct chart *chart)
{
    return chart->kind == CHART_BARS || chart->kind == CHART_STACKED_SHARES;
}

/* Excel has no lines across lying bars: a goal is a bar beside the others there. */
static bool is_line(const struct chart *chart, const struct chart_series *series)
{
    return chart->kind == CHART_LINES || (series->look == SERIES_GOAL && !is_lying(chart));
}

static const struct chart_series *base_of(const struct chart *chart)
{
    for (size_t i = 0; i < chart->series_count; i++)
        if (chart->series[i].look == SERIES_BASE)
            return &chart->series[i];
    return NULL;
}

static bool has_line_on_columns(const struct chart *chart)
{
    for (size_t i = 0; i < chart->series_count; i++)
        if (chart->kind != CHART_LINES && is_line(chart, &chart->series[i]))
            return true;
    return false;
}

/* Writes the series that the chart has now as another chart type would. */
static void write_plot(lxw_chart *chart, uint8_t type)
{
    lxw_chart *other = lxw_chart_new(type);
    if (!other)
        return;
    const uint8_t grouping = chart->grouping;
    chart->grouping = other->grouping;
    other->write_chart_type(chart);
    chart->grouping = grouping;
    lxw_chart_free(other);
}

/* Series that are drawn as lines have a line and no fill. */
static void split_series(struct lxw_chart_series_list *all, struct lxw_chart_series_list *columns,
                         struct lxw_chart_series_list *lines)
{
    while (!STAILQ_EMPTY(all)) {
        lxw_chart_series *series = STAILQ_FIRST(all);
        STAILQ_REMOVE_HEAD(all, list_pointers);
        if (series->fill)
            STAILQ_INSERT_TAIL(columns, series, list_pointers);
        else
            STAILQ_INSERT_TAIL(lines, series, list_pointers);
    }
}

/*
 * libxlsxwriter 1.1.4 cannot combine columns and lines in one chart, but a chart writes its plot through a
 * function pointer of its public struct: this one writes the columns, then the lines on the same axes.
 */
static void write_columns_and_lines(lxw_chart *chart)
{
    struct lxw_chart_series_list *all = chart->series_list;
    struct lxw_chart_series_list columns = STAILQ_HEAD_INITIALIZER(columns);
    struct lxw_chart_series_list lines = STAILQ_HEAD_INITIALIZER(lines);
    split_series(all, &columns, &lines);
    chart->series_list = &columns;
    write_plot(chart, chart->type);
    chart->series_list = &lines;
    write_plot(chart, LXW_CHART_LINE);
    chart->series_list = all;
    STAILQ_CONCAT(all, &columns);
    STAILQ_CONCAT(all, &lines);
}

/* `'Nye job'!$B$7:$B$12` */
static void add_reference(struct buffer *formula, const struct xlsx_entry *table, struct xlsx_run run,
                          uint16_t column)
{
    char first[LXW_MAX_CELL_NAME_LENGTH];
    char last[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell_abs(first, run.first, column, true, true);
    lxw_rowcol_to_cell_abs(last, run.last, column, true, true);
    buffer_format(formula, "%s'%s'!%s:%s", formula->size ? "," : "", table->sheet->name, first, last);
}

static bool has_number(const struct table *table, size_t row, uint16_t column)
{
    const struct cell *cell = &table->rows[row].cells[column];
    return cell->kind == CELL_VALUE && ratio_has_value(cell->value);
}

/* How many of the table's rows a series reaches into: rows without a value at the end are left out. */
static size_t rows_with_numbers(const struct table *table, uint16_t column)
{
    size_t count = table->row_count;
    while (count && (table->rows[count - 1].kind != ROW_BODY || !has_number(table, count - 1, column)))
        count--;
    return count;
}

/*
 * A line series. Excel draws the text `[x]` as 0; in its place the series refers to an empty cell, the one to
 * the right of the title, above the table.
 */
static void add_line_references(struct buffer *formula, const struct xlsx_entry *entry, uint16_t column)
{
    const struct table *table = entry->table;
    const size_t end = rows_with_numbers(table, column);
    for (size_t row = 0; row < end;) {
        const size_t first = row;
        const bool number = has_number(table, row, column);
        if (table->rows[row].kind != ROW_BODY) {
            row++;
            continue;
        }
        do
            row++;
        while (number && row < end && table->rows[row].kind == ROW_BODY && has_number(table, row, column));
        const uint32_t below = entry->header_row + 1;
        if (number)
            add_reference(formula, entry,
                          (struct xlsx_run){below + (uint32_t)first, below + (uint32_t)row - 1}, column);
        else
            add_reference(formula, entry, (struct xlsx_run){0, 0}, table->column_count);
    }
}

static void add_column_references(struct buffer *formula, const struct xlsx_entry *entry, uint16_t column)
{
    struct xlsx_run run;
    for (size_t from = 0; xlsx_next_run(entry, &from, entry->table->row_count, &run);)
        add_reference(formula, entry, run, column);
}

/* Bars whose names no single cell of the table holds are named in lines below the chart. */
static bool has_names(const struct chart *chart)
{
    return chart->group_column != NO_COLUMN || chart->total_column != NO_COLUMN;
}

/* Whether a comma stands between references, and not in the name of a sheet. */
static bool is_list(struct sv references)
{
    bool quoted = false;
    for (size_t i = 0; i < references.size; i++) {
        quoted = references.data[i] == '\'' ? !quoted : quoted;
        if (references.data[i] == ',' && !quoted)
            return true;
    }
    return false;
}

/* A list of several ranges stands in parentheses. */
static const char *as_formula(struct arena *arena, const struct buffer *references)
{
    const struct sv view = buffer_view(references);
    return sv_format(arena, is_list(view) ? "=(%.*s)" : "=%.*s", SV_ARG(view)).data;
}

static void draw_line(const struct style *style, lxw_chart_series *series, const struct chart_series *from,
                      size_t index)
{
    const bool goal = from->look == SERIES_GOAL;
    const struct rgb colour = goal ? style->goal : colour_of_series(style, index);
    lxw_chart_line line = {
        .color = xlsx_colour(colour),
        .width = 2.25F,
        .dash_type = goal ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID,
    };
    chart_series_set_line(series, &line);
    chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
}

static struct rgb fill_of(const struct style *style, const struct chart *chart,
                          const struct chart_series *from, size_t index)
{
    size_t steps = 0;
    for (size_t i = 0; i < chart->series_count; i++)
        steps += chart->series[i].look == SERIES_PLAIN;
    if (from->look == SERIES_GOAL)
        return style->goal;
    return chart->ordered ? colour_of_step(style, index, steps) : colour_of_series(style, index);
}

/* Numbers on the parts of a bar, or at the end of a column; a part of nothing has none. */
static void label_series(const struct style *style, const struct chart *chart, lxw_chart_series *series,
                         struct rgb fill)
{
    const bool inside = chart->kind == CHART_STACKED_SHARES;
    lxw_chart_font font = {.size = 10, .color = xlsx_colour(inside ? colour_on(style, fill) : style->text)};
    chart_series_set_labels(series);
    chart_series_set_labels_font(series, &font);
    if (inside)
        chart_series_set_labels_num_format(series, "#,##0;;;");
}

static void draw_columns(const struct style *style, const struct chart *chart, lxw_chart_series *series,
                         const struct chart_series *from, size_t index)
{
    const struct rgb colour = fill_of(style, chart, from, index);
    lxw_chart_fill fill = {.color = xlsx_colour(colour)};
    const bool labelled = chart->kind == CHART_COLUMNS || is_lying(chart);
    chart_series_set_fill(series, &fill);
    if (labelled && chart->table->row_count * chart->series_count <= LABELS_UP_TO)
        label_series(style, chart, series, colour);
}

/* A chart's sheet being written. */
struct chart_sheet {
    const struct xlsx_plan *plan;
    const struct xlsx_entry *entry; /* the chart's */
    const struct xlsx_entry *table; /* that it is drawn from */
    struct xlsx_run names;          /* the lines that name its bars, when it has names */
};

/* `index` counts the series that are not goals, for their colours. */
static void add_series(const struct chart_sheet *on, lxw_chart *made, size_t which, size_t index)
{
    const struct xlsx_plan *plan = on->plan;
    const struct xlsx_entry *table = on->table;
    const struct chart *chart = on->entry->chart;
    const struct chart_series *from = &chart->series[which];
    const struct style *style = plan->book->settings.style;
    struct buffer categories = buffer_in(plan->arena);
    struct buffer values = buffer_in(plan->arena);
    if (has_names(chart))
        add_reference(&categories, on->entry, on->names, 0);
    else
        add_column_references(&categories, table, chart->label_column);
    if (is_line(chart, from))
        add_line_references(&values, table, from->column);
    else
        add_column_references(&values, table, from->column);
    if (!values.size || !categories.size)
        return;
    lxw_chart_series *series =
        chart_add_series(made, as_formula(plan->arena, &categories), as_formula(plan->arena, &values));
    chart_series_set_name(series, guard_name(plan->arena, chart->table->columns[from->column].heading));
    if (is_line(chart, from))
        draw_line(style, series, from, index);
    else
        draw_columns(style, chart, series, from, index);
}

static const char *axis_format(const struct chart *chart)
{
    const bool share = chart->kind == CHART_STACKED_SHARES ||
                       chart->table->columns[chart->series[0].column].format == FORMAT_SHARE;
    return share ? "0%" : "#,##0";
}

static bool has_negative(const struct chart *chart)
{
    for (size_t row = 0; row < chart->table->row_count; row++)
        for (size_t i = 0; i < chart->series_count; i++) {
            const struct cell *cell = &chart->table->rows[row].cells[chart->series[i].column];
            if (cell->kind == CELL_VALUE && ratio_has_value(cell->value) && cell->value.num < 0)
                return true;
        }
    return false;
}

/* The first value of the column that the bars begin at. */
static bool base_value(const struct chart *chart, double *value)
{
    const struct chart_series *base = base_of(chart);
    for (size_t row = 0; base && row < chart->table->row_count; row++)
        if (has_number(chart->table, row, base->column))
            return guard_number(chart->table->rows[row].cells[base->column].value, value);
    return false;
}

/* The library counts axes as the page does: those of lying bars are the other way round. */
static lxw_chart_axis *value_axis(const lxw_chart *made, const struct chart *chart)
{
    return is_lying(chart) ? made->x_axis : made->y_axis;
}

static lxw_chart_axis *name_axis(const lxw_chart *made, const struct chart *chart)
{
    return is_lying(chart) ? made->y_axis : made->x_axis;
}

/* The names of the rows stand clear of bars and lines that go below zero or a base. */
static void place_axes(lxw_chart *made, const struct chart *chart)
{
    double base = 0;
    if (base_value(chart, &base))
        chart_axis_set_crossing(value_axis(made, chart), base);
    else if (!has_negative(chart))
        chart_axis_set_min(value_axis(made, chart), 0);
    if (base_of(chart) || has_negative(chart))
        chart_axis_set_label_position(name_axis(made, chart), LXW_CHART_AXIS_LABEL_POSITION_LOW);
    if (is_lying(chart)) {
        chart_axis_set_reverse(name_axis(made, chart));
        chart_axis_set_crossing_max(name_axis(made, chart));
    }
}

static void draw_axes(const struct xlsx_plan *plan, lxw_chart *made, const struct chart *chart)
{
    const struct style *style = plan->book->settings.style;
    lxw_chart_font words = {.size = 10, .color = xlsx_colour(style->text)};
    lxw_chart_line grid = {.color = xlsx_colour(style->rule), .width = 0.75F};
    lxw_chart_line none = {.none = true};
    chart_axis_set_name(value_axis(made, chart), guard_name(plan->arena, chart->axis));
    chart_axis_set_name_font(value_axis(made, chart), &words);
    chart_axis_set_num_font(value_axis(made, chart), &words);
    chart_axis_set_num_font(name_axis(made, chart), &words);
    chart_axis_set_num_format(value_axis(made, chart), axis_format(chart));
    chart_axis_set_line(value_axis(made, chart), &none);
    chart_axis_major_gridlines_set_line(value_axis(made, chart), &grid);
    place_axes(made, chart);
}

static void draw_frame(const struct xlsx_plan *plan, lxw_chart *made, const struct chart *chart)
{
    const struct style *style = plan->book->settings.style;
    lxw_chart_font title = {.size = 14, .bold = true, .color = xlsx_colour(style->accent)};
    lxw_chart_font words = {.size = 10, .color = xlsx_colour(style->text)};
    chart_title_set_name(made, guard_name(plan->arena, chart->title));
    chart_title_set_name_font(made, &title);
    const uint8_t place = is_lying(chart) ? LXW_CHART_LEGEND_TOP : LXW_CHART_LEGEND_BOTTOM;
    chart_legend_set_position(made, chart->series_count > 1 ? place : LXW_CHART_LEGEND_NONE);
    chart_legend_set_font(made, &words);
    if (chart->kind != CHART_LINES)
        chart_set_series_gap(made, 60);
    if (base_of(chart))
        chart_set_series_overlap(made, 100);
    if (has_line_on_columns(chart))
        made->write_chart_type = write_columns_and_lines;
}

static lxw_chart *make_chart(const struct chart_sheet *on)
{
    const struct xlsx_plan *plan = on->plan;
    const struct chart *chart = on->entry->chart;
    size_t index = 0;
    lxw_chart *made = workbook_add_chart(plan->book->handle, kinds[chart->kind]);
    for (size_t i = 0; made && i < chart->series_count; i++) {
        if (chart->series[i].look != SERIES_BASE)
            add_series(on, made, i, index);
        index += chart->series[i].look == SERIES_PLAIN;
    }
    if (made) {
        draw_axes(plan, made, chart);
        draw_frame(plan, made, chart);
    }
    return made;
}

/* Lying bars are as high whatever their number. */
static double height_of(const struct chart *chart)
{
    enum { AROUND_PIXELS = 150, BAR_PIXELS = 30, HIGHEST_PIXELS = 3000 };
    const size_t bars = chart->kind == CHART_BARS && !base_of(chart) ? chart->series_count : 1;
    const size_t wanted = AROUND_PIXELS + chart->table->row_count * bars * BAR_PIXELS;
    if (!is_lying(chart) || wanted < CHART_HEIGHT_PIXELS)
        return CHART_HEIGHT_PIXELS;
    return wanted < HIGHEST_PIXELS ? (double)wanted : HIGHEST_PIXELS;
}

/* "Er der en plan? (2024, n = 12)", "SA-01 (n = 12)" */
static struct sv bar_name(const struct xlsx_plan *plan, const struct chart *chart, size_t row)
{
    const struct cell *cells = chart->table->rows[row].cells;
    const bool grouped = chart->group_column != NO_COLUMN;
    struct buffer name = buffer_in(plan->arena);
    cell_text(&name, &cells[grouped ? chart->group_column : chart->label_column]);
    buffer_add_text(&name, " (");
    if (grouped)
        cell_text(&name, &cells[chart->label_column]);
    if (chart->total_column != NO_COLUMN) {
        buffer_add_text(&name, grouped ? ", n = " : "n = ");
        cell_text(&name, &cells[chart->total_column]);
    }
    buffer_add_byte(&name, ')');
    return buffer_view(&name);
}

static void write_names(struct chart_sheet *on, uint32_t row)
{
    const struct chart *chart = on->entry->chart;
    struct xlsx_sheet *sheet = on->entry->sheet;
    xlsx_write_text(sheet, row++, 0, sv_of("Søjlerne i diagrammet, fra oven:"), XLSX_STRONG, XLSX_NORMAL);
    on->names = (struct xlsx_run){row, row};
    for (size_t i = 0; i < chart->table->row_count; i++) {
        const struct sv name = bar_name(on->plan, chart, i);
        if (chart->table->rows[i].kind != ROW_BODY)
            continue;
        xlsx_set_lines(sheet, row, xlsx_wrapped_lines(name, TEXT_WIDTH), XLSX_BODY_POINTS);
        xlsx_write_text(sheet, row, 0, name, XLSX_WRAPPED, XLSX_NORMAL);
        on->names.last = row++;
    }
}

static void insert_chart(const struct chart_sheet *on, uint32_t row)
{
    const struct xlsx_plan *plan = on->plan;
    const struct xlsx_entry *entry = on->entry;
    lxw_chart_options options = {
        .x_offset = 4,
        .y_offset = 8,
        .x_scale = (double)CHART_WIDTH_PIXELS / LIBRARY_WIDTH_PIXELS,
        .y_scale = height_of(entry->chart) / LIBRARY_HEIGHT_PIXELS,
        .description = guard_description(plan->arena, entry->chart->alt),
    };
    lxw_chart *made = make_chart(on);
    if (made)
        xlsx_check(plan->book, worksheet_insert_chart_opt(entry->sheet->handle, row, 0, made, &options));
}

/* The first row below a chart that begins in the row, of 20 pixels each. */
static uint32_t row_below(uint32_t row, const struct chart *chart)
{
    enum { ROW_PIXELS = 20, GAP_ROWS = 2 };
    return row + (uint32_t)(height_of(chart) / ROW_PIXELS) + GAP_ROWS;
}

void xlsx_write_chart(const struct xlsx_plan *plan, const struct xlsx_entry *entry)
{
    uint32_t row = 0;
    struct xlsx_sheet *sheet = entry->sheet;
    const struct chart *chart = entry->chart;
    const struct xlsx_entry *table = xlsx_plan_table(plan, chart->table);
    if (!sheet->handle || !table || !chart->series_count)
        return;
    xlsx_check(plan->book, worksheet_set_column(sheet->handle, 0, 0, TEXT_WIDTH, NULL));
    xlsx_set_lines(sheet, row, 1, XLSX_TITLE_POINTS);
    xlsx_write_text(sheet, row++, 0, chart->title, XLSX_TITLE, XLSX_NORMAL);
    xlsx_write_text(sheet, row++, 0,
                    sv_of(chart->kind == CHART_SMALL_COLUMNS
                              ? "Dette ark indeholder små diagrammer på samme skala og ingen tabel."
                              : "Dette ark indeholder ét diagram og ingen tabel."),
                    XLSX_LINE, XLSX_NORMAL);
    xlsx_set_lines(sheet, row, xlsx_wrapped_lines(chart->alt, TEXT_WIDTH), XLSX_BODY_POINTS);
    xlsx_write_text(sheet, row++, 0, chart->alt, XLSX_WRAPPED, XLSX_NORMAL);
    xlsx_write_link(sheet, row++, 0, table->sheet,
                    sv_format(plan->arena, "Diagrammets tal står på arket »%s«.", table->sheet->name),
                    XLSX_LINK);
    if (plan->book->settings.mark.size)
        xlsx_write_text(sheet, row++, 0, plan->book->settings.mark, XLSX_MARK, XLSX_NORMAL);
    if (chart->kind == CHART_SMALL_COLUMNS) {
        xlsx_add_small_charts(plan, entry, table, row);
        return;
    }
    struct chart_sheet on = {plan, entry, table, {0, 0}};
    if (has_names(chart))
        write_names(&on, row_below(row, chart));
    insert_chart(&on, row);
}
