#include "comparison.h"

#include "goal_view.h"
#include "period_words.h"
#include "sections.h"
#include "series.h"

enum columns { NAME, NOW, BEFORE, CHANGE, COLUMNS }; /* then the years further back, newest first */

static struct figure_key key_of(const struct section_context *context, const struct compared *row,
                                enum figure_id figure, uint16_t period)
{
    const struct figure_key key = figure_key_in(context->figures, figure, period);
    return row->code ? figure_key_code(context->figures, key, sv_of(row->code)) : key;
}

static struct cell value_cell(const struct section_context *context, const struct compared *row,
                              uint16_t period)
{
    const enum value_format format = figure_format(row->figure);
    if (period == UINT16_MAX)
        return cell_of_value(ratio_none(), format);
    const struct figure_key key = key_of(context, row, row->figure, period);
    if (row->base != FIGURES)
        return cell_of_share(context->figures, key, figure_key_in(context->figures, row->base, period));
    return cell_of_figure(context->figures, key, format);
}

enum value_format change_format(enum value_format format)
{
    switch (format) {
    case FORMAT_SHARE:
        return FORMAT_POINTS;
    case FORMAT_DECIMAL:
    case FORMAT_EXACT:
    case FORMAT_MONEY:
        return FORMAT_CHANGE_DECIMAL;
    case FORMAT_TEXT:
    case FORMAT_COUNT:
    case FORMAT_NUMBERING:
    case FORMAT_AMOUNT:
    case FORMAT_CHANGE:
    case FORMAT_CHANGE_DECIMAL:
    case FORMAT_POINTS:
    case FORMAT_DATE:
    case FORMAT_STATUS:
    case FORMAT_LIGHT:
        return FORMAT_CHANGE;
    }
    return FORMAT_CHANGE;
}

/* Part of a year is not compared with a whole one. */
static struct cell change_cell(const struct section_context *context, const struct cell *now,
                               const struct cell *before)
{
    const struct ratio change =
        context->figures->preliminary ? ratio_none() : ratio_subtract(now->value, before->value);
    struct cell cell = cell_of_value(change, change_format(now->format));
    cell.base = now->base;
    if (ratio_has_value(change))
        cell.derivation = (struct derivation){.kind = DERIVED_DIFFERENCE, .a = NOW, .b = BEFORE};
    return cell;
}

static bool says(const struct cell *cell)
{
    return cell->format == FORMAT_SHARE ? ratio_has_value(cell->value) : cell->value.num != 0;
}

/* A share that is known, or a number other than 0: what was none in both periods may not be known at all. */
static bool says_something(const struct section_context *context, const struct compared *row)
{
    const struct cell now = value_cell(context, row, context->figures->report);
    const struct cell before = value_cell(context, row, context->figures->previous);
    return context->data->tables[row->table].present && (says(&now) || says(&before));
}

bool comparison_says_something(const struct section_context *context, const struct compared *rows,
                               size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (says_something(context, &rows[i]))
            return true;
    return false;
}

/* Whole numbers are not rounded, so their changes need no word of it. */
static void note_rounding(struct table *table, const struct cell *change)
{
    if (change->format != FORMAT_CHANGE && ratio_has_value(change->value))
        table->columns[CHANGE].note =
            table_add_note(table, sv_of("Ændringerne er regnet på de tal, der endnu ikke er afrundet."));
}

/* The whole years before the one that is compared with, newest first; none beside part of a year. */
static struct years years_further_back(const struct section_context *context)
{
    const struct years all = series_years(context->figures);
    struct years back = {.count = 0};
    if (is_half_yearly(context) || context->figures->preliminary)
        return back;
    for (size_t i = all.count; i > 2; i--)
        back.periods[back.count++] = all.periods[i - 3];
    return back;
}

void comparison_add_row(const struct section_context *context, struct table *table, struct sv name,
                        const struct compared *row)
{
    const struct years back = years_further_back(context);
    struct table_row *added = table_add_row(context->document, table, ROW_BODY);
    added->cells[NAME] = cell_of_text(name);
    added->cells[NOW] = value_cell(context, row, context->figures->report);
    added->cells[BEFORE] = value_cell(context, row, context->figures->previous);
    added->cells[CHANGE] = change_cell(context, &added->cells[NOW], &added->cells[BEFORE]);
    for (uint16_t i = COLUMNS; i < table->column_count; i++)
        added->cells[i] = value_cell(context, row, back.periods[i - COLUMNS]);
    note_rounding(table, &added->cells[CHANGE]);
}

/* The period before stands in the heading also where it was not counted. */
static struct sv before_heading(const struct section_context *context)
{
    const struct figures *figures = context->figures;
    const struct period before = period_of(report_year(context) - 1, figures->periods[figures->report].half);
    return period_title(context->document->arena, &before);
}

struct table *comparison_add_table(const struct section_context *context, struct section *section,
                                   const char *id, const char *sheet, struct sv title,
                                   enum comparison_reach reach)
{
    struct table_column columns[COLUMNS + SERIES_YEARS] = {
        [NAME] = {.heading = SV("Nøgletal")},
        [NOW] = {.heading = period_label(context->figures, context->figures->report), .format = FORMAT_COUNT},
        [BEFORE] = {.heading = before_heading(context), .format = FORMAT_COUNT},
        [CHANGE] = {.heading = SV("Ændring"), .format = FORMAT_CHANGE},
    };
    size_t count = COLUMNS;
    const struct years back = years_further_back(context);
    for (size_t i = 0; reach == COMPARE_YEARS_BACK && i < back.count; i++)
        columns[count++] = (struct table_column){.heading = period_label(context->figures, back.periods[i]),
                                                 .format = FORMAT_COUNT};
    return section_add_table(context->document, section, id, sheet, title, columns, count);
}

struct table *add_comparison(const struct section_context *context, struct section *section, const char *id,
                             const char *sheet, struct sv title, const struct compared *rows, size_t count)
{
    unsigned tables = 0;
    if (!comparison_says_something(context, rows, count))
        return NULL;
    struct table *table = comparison_add_table(context, section, id, sheet, title, COMPARE_TWO_PERIODS);
    for (size_t i = 0; i < count; i++) {
        if (!says_something(context, &rows[i]))
            continue;
        comparison_add_row(context, table, sv_of(rows[i].name), &rows[i]);
        tables |= 1u << rows[i].table;
    }
    if (context->figures->preliminary)
        table->columns[NOW].note = table_add_note(table, preliminary_note(context));
    table->source = source_of(context, tables);
    return table;
}
