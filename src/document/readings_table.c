/*
 * Readings of progression, an indicator a row: how many courses were read more than once, and how far the
 * reading moved from the first to the latest. Last year's beside them.
 */
#include "sections.h"
#include "sentence.h"
#include "series.h"

enum readings_column {
    READ_NAME,
    READ_COURSES,
    READ_CHANGE,
    READ_COURSES_BEFORE,
    READ_CHANGE_BEFORE,
    READ_COLUMNS
};

static struct figure_key readings_key(const struct section_context *context, enum figure_id id,
                                      uint16_t period, size_t indicator)
{
    const struct code_list *indicators = code_list(&context->data->codes, CODES_INDICATOR);
    const struct figure_key key = figure_key_in(context->figures, id, period);
    return figure_key_code(context->figures, key, indicators->codes[indicator].code);
}

static bool was_read(const struct section_context *context, uint16_t period, size_t indicator)
{
    if (period == UINT16_MAX)
        return false;
    const struct ratio courses =
        figures_value(context->figures, readings_key(context, FIGURE_READINGS_COURSES, period, indicator));
    return ratio_has_value(courses) && courses.num != 0;
}

static bool is_shown(const struct section_context *context, size_t indicator)
{
    return was_read(context, context->figures->report, indicator) ||
           was_read(context, context->figures->previous, indicator);
}

/* A mean of no courses has no value. */
static void fill_period(const struct section_context *context, struct cell *cells, uint16_t period,
                        size_t indicator)
{
    cells[0] = cell_of_figure(
        context->figures, readings_key(context, FIGURE_READINGS_COURSES, period, indicator), FORMAT_COUNT);
    cells[1] = cell_of_value(ratio_none(), FORMAT_CHANGE_DECIMAL);
    if (was_read(context, period, indicator))
        cells[1] =
            cell_of_figure(context->figures, readings_key(context, FIGURE_READINGS_CHANGE, period, indicator),
                           FORMAT_CHANGE_DECIMAL);
}

static void add_indicator(const struct section_context *context, struct table *table, size_t indicator)
{
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[READ_NAME] =
        cell_of_text(code_list(&context->data->codes, CODES_INDICATOR)->codes[indicator].name);
    fill_period(context, &row->cells[READ_COURSES], context->figures->report, indicator);
    if (table->column_count > READ_COURSES_BEFORE)
        fill_period(context, &row->cells[READ_COURSES_BEFORE], context->figures->previous, indicator);
}

static void write_period_columns(const struct section_context *context, struct table_column *columns,
                                 uint16_t period)
{
    struct arena *arena = context->document->arena;
    const struct sv label = period_label(context->figures, period);
    columns[0] = (struct table_column){.heading = sv_format(arena, "Forløb %.*s", SV_ARG(label)),
                                       .format = FORMAT_COUNT};
    columns[1] = (struct table_column){.heading = sv_format(arena, "Ændring %.*s", SV_ARG(label)),
                                       .format = FORMAT_CHANGE_DECIMAL};
}

static struct table *add_empty_table(const struct section_context *context, struct section *section)
{
    struct table_column columns[READ_COLUMNS] = {{.heading = SV("Indikator")}};
    const bool compares = context->figures->previous != UINT16_MAX;
    write_period_columns(context, &columns[READ_COURSES], context->figures->report);
    if (compares)
        write_period_columns(context, &columns[READ_COURSES_BEFORE], context->figures->previous);
    return section_add_table(context->document, section, "maalinger", "Målinger",
                             table_title(context, "Målt progression, alle aftaler"), columns,
                             compares ? READ_COLUMNS : READ_COURSES_BEFORE);
}

static void explain_readings(const struct section_context *context, struct section *section)
{
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say(s,
        "I et forløb kan det måles flere gange, hvor borgeren står, fra 1, lavest, til 5, højest. Tabellen "
        "viser, hvor meget målingerne i gennemsnit har flyttet sig fra den første til den seneste.");
}

void add_readings(const struct section_context *context, struct section *section)
{
    const size_t indicators = code_list(&context->data->codes, CODES_INDICATOR)->count;
    size_t first = 0;
    while (first < indicators && !is_shown(context, first))
        first++;
    if (first == indicators)
        return;
    section_add_heading(context->document, section, 2, sv_of("Målinger undervejs"));
    explain_readings(context, section);
    struct table *table = add_empty_table(context, section);
    for (size_t i = first; i < indicators; i++)
        if (is_shown(context, i))
            add_indicator(context, table, i);
    table->columns[READ_COURSES].note =
        table_add_note(table, sv_of("Forløb med mindst to målinger af indikatoren, den seneste i perioden."));
    table->columns[READ_CHANGE].note = table_add_note(
        table, sv_of("Gennemsnit, for de samme forløb, af seneste måling minus første måling."));
    table->source = source_of(context, 1u << TABLE_READINGS);
}
