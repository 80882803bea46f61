#include "series.h"

#include "period_words.h"
#include "sections.h"

struct years series_years(const struct figures *figures)
{
    struct years years = {.count = 0};
    const int last = figures->periods[figures->report].year;
    uint16_t found[SERIES_YEARS];
    for (size_t i = figures->period_count; i > 0 && years.count < SERIES_YEARS; i--)
        if (figures->periods[i - 1].half == 0 && figures->periods[i - 1].year <= last)
            found[years.count++] = (uint16_t)(i - 1);
    for (size_t i = 0; i < years.count; i++)
        years.periods[i] = found[years.count - 1 - i];
    return years;
}

static void add_period(struct years *years, uint16_t period)
{
    if (period != UINT16_MAX && years->count < SERIES_YEARS)
        years->periods[years->count++] = period;
}

struct years report_series(const struct figures *figures)
{
    enum { YEARS_BEFORE_HALVES = 3 };
    struct years years = series_years(figures);
    struct years series = {.count = 0};
    if (!figures->periods[figures->report].half)
        return years;
    for (size_t i = years.count > YEARS_BEFORE_HALVES ? years.count - YEARS_BEFORE_HALVES : 0;
         i < years.count; i++)
        add_period(&series, years.periods[i]);
    add_period(&series, figures->previous);
    add_period(&series, figures->report);
    return series;
}

struct sv period_label(const struct figures *figures, uint16_t period)
{
    const struct period *counted = &figures->periods[period];
    const struct sv name = period_title(figures->arena, counted);
    const bool cut = counted->last != period_of(counted->year, counted->half).last;
    if (!figures->preliminary || (period != figures->report && !cut))
        return name;
    return sv_format(figures->arena, "%.*s (foreløbig)", SV_ARG(name));
}

struct sv series_span(struct arena *arena, const struct figures *figures, const struct years *years)
{
    const struct period *first = &figures->periods[years->periods[0]];
    const struct period *last = &figures->periods[years->periods[years->count - 1]];
    if (years->count == 1)
        return period_title(arena, last);
    return sv_format(arena, "%.*s%s%.*s", SV_ARG(period_title(arena, first)), last->half ? " til " : "–",
                     SV_ARG(period_title(arena, last)));
}

static struct code_row *row_of_group(struct code_row *rows, size_t count, struct sv group)
{
    for (size_t i = 0; group.size && i < count; i++)
        if (sv_equal(rows[i].name, group))
            return &rows[i];
    return NULL;
}

size_t code_rows(const struct section_context *context, enum code_list_id list, struct code_row **rows)
{
    const struct code_list *codes = code_list(&context->data->codes, list);
    size_t count = 0;
    *rows = arena_array(context->document->arena, codes->count, sizeof **rows);
    for (size_t i = 0; i < codes->count; i++) {
        const struct code *code = &codes->codes[i];
        struct code_row *row = row_of_group(*rows, count, code->group);
        if (!row) {
            row = &(*rows)[count++];
            row->name = code->group.size ? code->group : code->name;
        }
        if (row->count < CODE_LIST_LONGEST)
            row->codes[row->count++] = (uint16_t)i;
    }
    return count;
}

static struct figure_key key_with_code(const struct section_context *context, struct figure_key key,
                                       enum code_list_id list, enum code_dimension dimension, uint16_t code)
{
    if (dimension == BY_CODE)
        return figure_key_code(context->figures, key,
                               code_text(code_list(&context->data->codes, list), code));
    key.target_group = code;
    return key;
}

/* A count that has no row in the store is none: target groups that occur nowhere have no row at all. */
static struct ratio count_of(const struct figures *figures, struct figure_key key)
{
    const struct ratio value = figures_value(figures, key);
    return ratio_has_value(value) ? value : ratio_whole(0);
}

struct cell code_row_cell(const struct section_context *context, const struct code_row *row,
                          struct figure_key key, enum code_list_id list, enum code_dimension dimension)
{
    struct ratio sum = ratio_whole(0);
    struct figure_key last = key;
    for (size_t i = 0; i < row->count; i++) {
        last = key_with_code(context, key, list, dimension, row->codes[i]);
        sum = ratio_add(sum, count_of(context->figures, last));
    }
    struct cell cell = cell_of_value(sum, FORMAT_COUNT);
    cell.has_key = row->count == 1;
    cell.key = last;
    return cell;
}

struct year_table add_year_table(const struct section_context *context, struct section *section,
                                 const char *id, const char *sheet, struct sv title, const char *heading)
{
    struct year_table years = {.context = context, .years = report_series(context->figures)};
    struct table_column columns[SERIES_YEARS + 1] = {{.heading = sv_of(heading)}};
    for (size_t i = 0; i < years.years.count; i++)
        columns[i + 1] = (struct table_column){
            .heading = period_label(context->figures, years.years.periods[i]),
            .format = FORMAT_COUNT,
        };
    years.table =
        section_add_table(context->document, section, id, sheet, title, columns, years.years.count + 1);
    if (context->figures->preliminary)
        years.table->columns[years.years.count].note = table_add_note(years.table, preliminary_note(context));
    return years;
}

void year_table_add_figure(struct year_table *years, const char *name, enum figure_id id,
                           enum value_format format)
{
    struct table_row *row = table_add_row(years->context->document, years->table, ROW_BODY);
    row->cells[0] = cell_of_text(sv_of(name));
    for (size_t i = 0; i < years->years.count; i++) {
        const struct figure_key key = figure_key_in(years->context->figures, id, years->years.periods[i]);
        row->cells[i + 1] = cell_of_figure(years->context->figures, key, format);
    }
}

void year_table_add_note(struct year_table *years, struct sv note)
{
    years->table->rows[years->table->row_count - 1].note = table_add_note(years->table, note);
}

static bool is_zero(const struct cell *cell)
{
    return !ratio_has_value(cell->value) || cell->value.num == 0;
}

static void add_code_row(struct year_table *years, const struct code_row *code, enum figure_id id,
                         enum code_list_id list, enum code_dimension dimension)
{
    struct cell cells[SERIES_YEARS];
    bool any = false;
    for (size_t i = 0; i < years->years.count; i++) {
        const struct figure_key key = figure_key_in(years->context->figures, id, years->years.periods[i]);
        cells[i] = code_row_cell(years->context, code, key, list, dimension);
        any = any || !is_zero(&cells[i]);
    }
    if (!any)
        return;
    struct table_row *row = table_add_row(years->context->document, years->table, ROW_BODY);
    row->cells[0] = cell_of_text(code->name);
    for (size_t i = 0; i < years->years.count; i++)
        row->cells[i + 1] = cells[i];
}

void year_table_add_codes(struct year_table *years, enum figure_id id, enum code_list_id list,
                          enum code_dimension dimension)
{
    struct code_row *rows;
    const size_t count = code_rows(years->context, list, &rows);
    for (size_t i = 0; i < count; i++)
        add_code_row(years, &rows[i], id, list, dimension);
}

void year_table_add_total(struct year_table *years, enum figure_id id)
{
    if (years->table->row_count == 0)
        return;
    struct table_row *row = table_add_row(years->context->document, years->table, ROW_TOTAL);
    row->cells[0] = cell_of_text(sv_of("I alt"));
    for (size_t i = 0; i < years->years.count; i++) {
        const struct figure_key key = figure_key_in(years->context->figures, id, years->years.periods[i]);
        row->cells[i + 1] = cell_of_figure(years->context->figures, key, FORMAT_COUNT);
        row->cells[i + 1].derivation.kind = DERIVED_SUM_ABOVE;
    }
}

void year_table_add_given(struct year_table *years, enum figure_id id, const char *const *codes, size_t count)
{
    struct figures *figures = years->context->figures;
    for (size_t c = 0; c < count; c++) {
        struct table_row *row = table_add_row(years->context->document, years->table, ROW_BODY);
        for (size_t i = 0; i < years->years.count; i++) {
            const struct figure_key key = figure_key_code(
                figures, figure_key_in(figures, id, years->years.periods[i]), sv_of(codes[c]));
            row->cells[0] = cell_of_text(figure_code_name(years->context->document->arena, figures, key));
            row->cells[i + 1] = cell_of_figure(figures, key, FORMAT_COUNT);
        }
    }
}
