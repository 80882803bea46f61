/*
 * The mosaic economy (strategy 2022–2025, section 2.3): which part of the enterprises' income comes from
 * private customers, from the public and from civil society, year by year.
 */
#include "describe_chart.h"
#include "sections.h"
#include "series.h"

static const char *const sectors[] = {"privat", "offentlig", "civil"};
enum { SECTORS = sizeof sectors / sizeof *sectors };

/* Shares of kroner, not of a few rows: with a decimal. */
enum { INCOME_BASE = 100 };

static struct cell income_cell(const struct section_context *context, size_t sector, uint16_t period)
{
    const struct figure_key key = figure_key_in(context->figures, FIGURE_ENTERPRISES_INCOME_SHARE, period);
    struct cell cell = cell_of_figure(
        context->figures, figure_key_code(context->figures, key, sv_of(sectors[sector])), FORMAT_SHARE);
    cell.base = INCOME_BASE;
    return cell;
}

static bool has_income(const struct section_context *context, uint16_t period)
{
    for (size_t i = 0; i < SECTORS; i++)
        if (ratio_has_value(income_cell(context, i, period).value))
            return true;
    return false;
}

static void add_income_chart(const struct section_context *context, struct section *section,
                             const struct table *table)
{
    if (table->row_count < 2)
        return;
    struct chart *chart =
        section_add_chart(context->document, section, "mosaik_figur",
                          chart_title_over_years(context, "Mosaikøkonomien: indtægter efter sektor"),
                          CHART_STACKED_COLUMNS, table);
    chart->axis = sv_of("Andel af indtægterne");
    for (uint16_t i = 1; i <= SECTORS; i++)
        chart_draw_column(chart, i, SERIES_PLAIN);
    chart->alt = chart_description(context->document->arena, chart);
}

void add_income_mix(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[SECTORS + 1] = {
        {.heading = SV("År")},
        {.heading = SV("Privat"), .format = FORMAT_SHARE},
        {.heading = SV("Offentlig"), .format = FORMAT_SHARE},
        {.heading = SV("Civilsamfund"), .format = FORMAT_SHARE},
    };
    const struct years years = series_years(context->figures);
    if (!has_income(context, context->figures->report))
        return;
    section_add_heading(context->document, section, 2, sv_of("Mosaikøkonomien"));
    struct table *table = section_add_table(
        context->document, section, "mosaik", "Mosaikøkonomi",
        table_title_over_years(context, "Mosaikøkonomien: indtægter efter sektor"), columns, SECTORS + 1);
    for (size_t i = 0; i < years.count; i++) {
        if (!has_income(context, years.periods[i]))
            continue;
        struct table_row *row = table_add_row(context->document, table, ROW_BODY);
        row->cells[0] = cell_of_text(period_label(context->figures, years.periods[i]));
        for (size_t sector = 0; sector < SECTORS; sector++)
            row->cells[sector + 1] = income_cell(context, sector, years.periods[i]);
    }
    table->title_note = table_add_note(
        table, sv_of("Virksomheder og initiativer, der var åbne ved årets udgang. Data har ét sæt indtægter "
                     "for hver, så forskellen mellem årene viser, hvem der kom til og lukkede."));
    table->source = source_of(context, 1u << TABLE_ENTERPRISES);
    add_income_chart(context, section, table);
}
