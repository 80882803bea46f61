#include "xlsx_small_charts.h"

#include "cell_text.h"
#include "chart_scale.h"

enum { CHARTS_A_LINE = 3, WIDTH_PIXELS = 258, HEIGHT_PIXELS = 220, ROW_PIXELS = 20 };
/* What libxlsxwriter inserts at scale 1. */
enum { LIBRARY_WIDTH_PIXELS = 480, LIBRARY_HEIGHT_PIXELS = 288 };

static bool number_of(const struct chart *chart, size_t row, size_t series, double *number)
{
    const struct cell *cell = &chart->table->rows[row].cells[chart->series[series].column];
    return cell->kind == CELL_VALUE && guard_number(cell->value, number);
}

/* The scale that they share. */
static struct chart_scale scale_of(const struct chart *chart)
{
    double largest = 0, number = 0;
    for (size_t row = 0; row < chart->table->row_count; row++)
        for (size_t i = 0; i < chart->series_count; i++)
            if (chart->table->rows[row].kind == ROW_BODY && number_of(chart, row, i, &number))
                largest = number > largest ? number : largest;
    return chart_scale_of(0, largest, chart->table->columns[chart->series[0].column].format == FORMAT_COUNT);
}

/* The cells of a sheet's row from the first series to the last. */
static const char *row_formula(const struct xlsx_plan *plan, const struct xlsx_entry *table,
                               const struct chart *chart, uint32_t row)
{
    char first[LXW_MAX_CELL_NAME_LENGTH];
    char last[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell_abs(first, row, chart->series[0].column, true, true);
    lxw_rowcol_to_cell_abs(last, row, chart->series[chart->series_count - 1].column, true, true);
    return sv_format(plan->arena, "='%s'!%s:%s", table->sheet->name, first, last).data;
}

static struct sv name_of(const struct xlsx_plan *plan, const struct chart *chart, size_t row)
{
    struct buffer name = buffer_in(plan->arena);
    cell_text(&name, &chart->table->rows[row].cells[chart->label_column]);
    return buffer_view(&name);
}

/* "SA-01 Gartneriet: 2023 39 %, 2024 38 %" */
static char *alt_of(const struct xlsx_plan *plan, const struct chart *chart, size_t row)
{
    struct buffer alt = buffer_in(plan->arena);
    buffer_add(&alt, name_of(plan, chart, row));
    for (size_t i = 0; i < chart->series_count; i++) {
        const uint16_t column = chart->series[i].column;
        buffer_format(&alt, "%s %.*s ", i ? "," : ":", SV_ARG(chart->table->columns[column].heading));
        cell_text(&alt, &chart->table->rows[row].cells[column]);
    }
    return guard_description(plan->arena, buffer_view(&alt));
}

static bool is_share(const struct chart *chart)
{
    return chart->table->columns[chart->series[0].column].format == FORMAT_SHARE;
}

static void draw_axes(const struct style *style, lxw_chart *made, const struct chart *chart)
{
    const bool share = is_share(chart);
    const struct chart_scale scale = scale_of(chart);
    lxw_chart_font words = {.size = 9, .color = xlsx_colour(style->text)};
    lxw_chart_line grid = {.color = xlsx_colour(style->rule), .width = 0.75F};
    lxw_chart_line none = {.none = true};
    chart_axis_set_min(made->y_axis, 0);
    chart_axis_set_max(made->y_axis, scale.top);
    chart_axis_set_major_unit(made->y_axis, scale.step);
    chart_axis_set_num_format(made->y_axis, share ? "0%" : "#,##0");
    chart_axis_set_num_font(made->y_axis, &words);
    chart_axis_set_num_font(made->x_axis, &words);
    chart_axis_set_line(made->y_axis, &none);
    chart_axis_major_gridlines_set_line(made->y_axis, &grid);
}

/* Where the table has no number its cell holds a text, which is drawn as 0: zeros have no label. */
static void add_columns(const struct xlsx_plan *plan, lxw_chart *made, const struct xlsx_entry *table,
                        const struct chart *chart, size_t row)
{
    const struct style *style = plan->book->settings.style;
    lxw_chart_fill fill = {.color = xlsx_colour(colour_of_series(style, 0))};
    lxw_chart_series *series =
        chart_add_series(made, row_formula(plan, table, chart, table->header_row),
                         row_formula(plan, table, chart, table->header_row + 1 + (uint32_t)row));
    lxw_chart_font font = {.size = 9, .color = xlsx_colour(style->text)};
    chart_series_set_fill(series, &fill);
    chart_series_set_labels(series);
    chart_series_set_labels_font(series, &font);
    chart_series_set_labels_num_format(series, is_share(chart) ? "0%;;;" : "#,##0;;;");
}

static lxw_chart *make_small(const struct xlsx_plan *plan, const struct xlsx_entry *table,
                             const struct chart *chart, size_t row)
{
    const struct style *style = plan->book->settings.style;
    lxw_chart_font title = {.size = 10, .bold = true, .color = xlsx_colour(style->text)};
    lxw_chart *made = workbook_add_chart(plan->book->handle, LXW_CHART_COLUMN);
    if (!made)
        return NULL;
    add_columns(plan, made, table, chart, row);
    chart_title_set_name(made, guard_name(plan->arena, name_of(plan, chart, row)));
    chart_title_set_name_font(made, &title);
    chart_legend_set_position(made, LXW_CHART_LEGEND_NONE);
    chart_set_series_gap(made, 45);
    draw_axes(style, made, chart);
    return made;
}

static void insert(const struct xlsx_plan *plan, const struct xlsx_entry *entry,
                   const struct xlsx_entry *table, size_t table_row, uint32_t row, size_t place)
{
    lxw_chart *made = make_small(plan, table, entry->chart, table_row);
    lxw_chart_options options = {
        .x_offset = 4 + (int32_t)(place % CHARTS_A_LINE * WIDTH_PIXELS),
        .y_offset = 8,
        .x_scale = (double)(WIDTH_PIXELS - 8) / LIBRARY_WIDTH_PIXELS,
        .y_scale = (double)(HEIGHT_PIXELS - 8) / LIBRARY_HEIGHT_PIXELS,
        .description = alt_of(plan, entry->chart, table_row),
    };
    row += (uint32_t)(place / CHARTS_A_LINE * HEIGHT_PIXELS / ROW_PIXELS);
    if (made)
        xlsx_check(plan->book, worksheet_insert_chart_opt(entry->sheet->handle, row, 0, made, &options));
}

void xlsx_add_small_charts(const struct xlsx_plan *plan, const struct xlsx_entry *entry,
                           const struct xlsx_entry *table, uint32_t row)
{
    const struct chart *chart = entry->chart;
    size_t place = 0;
    for (size_t i = 0; i < chart->table->row_count; i++)
        if (chart->table->rows[i].kind == ROW_BODY)
            insert(plan, entry, table, i, row, place++);
}
