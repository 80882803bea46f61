#include "describe_bars.h"

#include "cell_text.h"
#include "sentence.h"

enum { BARS_TOLD = 16 }; /* the table has the rest */

static const struct cell *cell_of(const struct chart *chart, size_t row, uint16_t column)
{
    return &chart->table->rows[row].cells[column];
}

static struct ratio value_of(const struct chart *chart, size_t row, uint16_t column)
{
    const struct cell *cell = cell_of(chart, row, column);
    return cell->kind == CELL_VALUE ? cell->value : ratio_none();
}

static bool is_bar(const struct chart *chart, size_t row)
{
    return chart->table->rows[row].kind == ROW_BODY;
}

/* Its group and its label, "Er der en plan? (2024)". */
static void add_name(struct buffer *buffer, const struct chart *chart, size_t row)
{
    const bool grouped = chart->group_column != NO_COLUMN;
    if (grouped) {
        cell_text(buffer, cell_of(chart, row, chart->group_column));
        buffer_add_text(buffer, " (");
    }
    cell_text(buffer, cell_of(chart, row, chart->label_column));
    if (grouped)
        buffer_add_byte(buffer, ')');
}

/* ---- Shares ---- */

static struct ratio largest_part(const struct chart *chart, size_t row)
{
    struct ratio largest = ratio_whole(0);
    for (uint8_t i = 0; i < chart->series_count; i++) {
        const struct ratio value = value_of(chart, row, chart->series[i].column);
        if (ratio_has_value(value) && ratio_compare(value, largest) > 0)
            largest = value;
    }
    return largest;
}

/* "flest »I høj grad« (7 af 12)", "flest »4« og »5« (5 af 12)" */
static void add_largest(struct buffer *buffer, const struct chart *chart, size_t row, struct ratio largest)
{
    const struct cell *told = NULL;
    buffer_add_text(buffer, "flest ");
    for (uint8_t i = 0; i < chart->series_count; i++) {
        const uint16_t column = chart->series[i].column;
        const struct ratio value = value_of(chart, row, column);
        if (!ratio_has_value(value) || ratio_compare(value, largest) != 0)
            continue;
        buffer_format(buffer, "%s»%.*s«", told ? " og " : "", SV_ARG(chart->table->columns[column].heading));
        told = cell_of(chart, row, column);
    }
    buffer_add_text(buffer, " (");
    cell_text(buffer, told);
    if (chart->total_column != NO_COLUMN) {
        buffer_add_text(buffer, " af ");
        cell_text(buffer, cell_of(chart, row, chart->total_column));
    }
    buffer_add_byte(buffer, ')');
}

static void add_share(struct buffer *buffer, const struct chart *chart, size_t row)
{
    const struct ratio largest = largest_part(chart, row);
    add_name(buffer, chart, row);
    buffer_add_text(buffer, ": ");
    if (ratio_compare(largest, ratio_whole(0)) > 0)
        add_largest(buffer, chart, row, largest);
    else
        buffer_add(buffer, chart->empty);
}

void describe_shares(struct buffer *buffer, const struct chart *chart)
{
    size_t bars = 0;
    for (size_t row = 0; row < chart->table->row_count; row++) {
        if (!is_bar(chart, row) || ++bars > BARS_TOLD)
            continue;
        buffer_add_text(buffer, bars > 1 ? "; " : "");
        add_share(buffer, chart, row);
    }
    if (bars > BARS_TOLD)
        buffer_format(buffer, "; resten af de %zu søjler står i tabellen", bars);
    else if (!bars)
        buffer_add_text(buffer, "ingen tal");
}

/* ---- Bars ---- */

static const struct chart_series *base_of(const struct chart *chart)
{
    for (uint8_t i = 0; i < chart->series_count; i++)
        if (chart->series[i].look == SERIES_BASE)
            return &chart->series[i];
    return NULL;
}

static size_t plain_count(const struct chart *chart)
{
    size_t count = 0;
    for (uint8_t i = 0; i < chart->series_count; i++)
        count += chart->series[i].look == SERIES_PLAIN;
    return count;
}

/* "148.800 (netto ved −20 %), 283.200 (netto ved +20 %)" */
static void add_ends(struct buffer *buffer, const struct chart *chart, size_t row)
{
    const char *between = "";
    for (uint8_t i = 0; i < chart->series_count; i++) {
        const uint16_t column = chart->series[i].column;
        if (chart->series[i].look != SERIES_PLAIN)
            continue;
        buffer_add_text(buffer, between);
        cell_text(buffer, cell_of(chart, row, column));
        buffer_format(buffer, " (%.*s)",
                      SV_ARG(text_lowered(buffer->arena, chart->table->columns[column].heading)));
        between = ", ";
    }
}

/* "Netto i grundscenariet: 216.000. Ydelse: 148.800 (netto ved −20 %), 283.200 (netto ved +20 %); …" */
static void add_spans(struct buffer *buffer, const struct chart *chart, const struct chart_series *base)
{
    size_t bars = 0;
    for (size_t row = 0; row < chart->table->row_count; row++) {
        if (!is_bar(chart, row) || ++bars > BARS_TOLD)
            continue;
        if (bars == 1) {
            buffer_format(buffer, "%.*s: ", SV_ARG(chart->table->columns[base->column].heading));
            cell_text(buffer, cell_of(chart, row, base->column));
        }
        buffer_add_text(buffer, bars == 1 ? ". " : "; ");
        add_name(buffer, chart, row);
        buffer_add_text(buffer, ": ");
        add_ends(buffer, chart, row);
    }
}

/* The row with the series' highest or lowest value; SIZE_MAX: none has one. */
static size_t extreme(const struct chart *chart, uint16_t column, int sign)
{
    size_t found = SIZE_MAX;
    for (size_t row = 0; row < chart->table->row_count; row++) {
        const struct ratio value = value_of(chart, row, column);
        if (!is_bar(chart, row) || !ratio_has_value(value))
            continue;
        if (found == SIZE_MAX || sign * ratio_compare(value, value_of(chart, found, column)) > 0)
            found = row;
    }
    return found;
}

static void add_bar(struct buffer *buffer, const struct chart *chart, size_t row, uint16_t column)
{
    add_name(buffer, chart, row);
    buffer_add_text(buffer, " (");
    cell_text(buffer, cell_of(chart, row, column));
    buffer_add_byte(buffer, ')');
}

/* "højest Fleksjob (41), lavest Småjob (2)" */
static void add_extremes(struct buffer *buffer, const struct chart *chart, uint16_t column)
{
    const size_t highest = extreme(chart, column, 1);
    const size_t lowest = extreme(chart, column, -1);
    if (highest == SIZE_MAX) {
        buffer_add(buffer, chart->empty);
        return;
    }
    if (ratio_compare(value_of(chart, highest, column), value_of(chart, lowest, column)) == 0) {
        cell_text(buffer, cell_of(chart, highest, column));
        buffer_add_text(buffer, " i dem alle");
        return;
    }
    buffer_add_text(buffer, "højest ");
    add_bar(buffer, chart, highest, column);
    buffer_add_text(buffer, ", lavest ");
    add_bar(buffer, chart, lowest, column);
}

void describe_bars(struct buffer *buffer, const struct chart *chart)
{
    const struct chart_series *base = base_of(chart);
    const char *between = "";
    if (base) {
        add_spans(buffer, chart, base);
        return;
    }
    for (uint8_t i = 0; i < chart->series_count; i++) {
        if (chart->series[i].look != SERIES_PLAIN)
            continue;
        buffer_add_text(buffer, between);
        if (plain_count(chart) > 1)
            buffer_format(buffer, "%.*s: ", SV_ARG(chart->table->columns[chart->series[i].column].heading));
        add_extremes(buffer, chart, chart->series[i].column);
        between = "; ";
    }
}

/* ---- Small charts ---- */

/* "38 % i 2024" */
static void add_point(struct buffer *buffer, const struct chart *chart, size_t row, size_t series)
{
    const uint16_t column = chart->series[series].column;
    cell_text(buffer, cell_of(chart, row, column));
    buffer_format(buffer, " i %.*s", SV_ARG(chart->table->columns[column].heading));
}

static bool has_point(const struct chart *chart, size_t row, size_t series)
{
    return ratio_has_value(value_of(chart, row, chart->series[series].column));
}

static void add_small(struct buffer *buffer, const struct chart *chart, size_t row)
{
    size_t first = 0, last = chart->series_count;
    while (first < chart->series_count && !has_point(chart, row, first))
        first++;
    while (last > first + 1 && !has_point(chart, row, last - 1))
        last--;
    add_name(buffer, chart, row);
    buffer_add_text(buffer, ": ");
    if (first == chart->series_count) {
        buffer_add(buffer, chart->empty);
        return;
    }
    if (first + 1 < last) {
        buffer_add_text(buffer, "fra ");
        add_point(buffer, chart, row, first);
        buffer_add_text(buffer, " til ");
    }
    add_point(buffer, chart, row, last - 1);
}

void describe_small_columns(struct buffer *buffer, const struct chart *chart)
{
    size_t charts = 0;
    for (size_t row = 0; row < chart->table->row_count; row++) {
        if (!is_bar(chart, row) || ++charts > BARS_TOLD)
            continue;
        buffer_add_text(buffer, charts > 1 ? "; " : "");
        add_small(buffer, chart, row);
    }
    if (charts > BARS_TOLD)
        buffer_format(buffer, "; resten af de %zu diagrammer står i tabellen", charts);
}
