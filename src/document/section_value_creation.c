/*
 * Value creation on the three bottom lines, social, local and economic (strategy 2022–2025, section 2.3): the
 * unit's own words, a table of figures for each line, and where the enterprises' income comes from.
 */
#include "comparison.h"
#include "describe_chart.h"
#include "narrative_text.h"
#include "sections.h"
#include "series.h"

/* ---- The mosaic economy ---- */

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

static void add_income(const struct section_context *context, struct section *section)
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

/* ---- The three bottom lines ---- */

static const struct compared social[] = {
    {"Borgere i forløb", FIGURE_COURSES_PERSONS, NULL, FIGURES, TABLE_COURSES},
    {"Borgere i nye job", FIGURE_JOBS_PERSONS, NULL, FIGURES, TABLE_JOBS},
    {"Nye job, alle typer", FIGURE_JOBS_NEW, NULL, FIGURES, TABLE_JOBS},
    {"Effekt af afsluttede forløb", FIGURE_COURSES_EFFECT, NULL, FIGURE_COURSES_ENDED, TABLE_COURSES},
    {"Fastholdelse efter et halvt til et helt år", FIGURE_COURSES_RETENTION, NULL, FIGURES, TABLE_FOLLOW_UPS},
};

static const struct compared local[] = {
    {"Virksomheder og initiativer", FIGURE_ENTERPRISES_AT_END, NULL, FIGURES, TABLE_ENTERPRISES},
    {"Heraf med tre bundlinjer", FIGURE_ENTERPRISES_THREE_LINES, NULL, FIGURES, TABLE_ENTERPRISES},
    {"Prøvehandlinger med en lokal partner", FIGURE_TRIALS_LOCAL_PARTNER, NULL, FIGURES, TABLE_TRIALS},
    {"Lokale indkøb i kr.", FIGURE_PURCHASES_AMOUNT, NULL, FIGURES, TABLE_PURCHASES},
    {"Virksomheder, der er købt hos", FIGURE_PURCHASES_ENTERPRISES, NULL, FIGURES, TABLE_PURCHASES},
};

static const struct compared economic[] = {
    {"Årsværk i nye job", FIGURE_JOBS_FULL_TIME, NULL, FIGURES, TABLE_JOBS},
    {"Ansatte fra kanten af arbejdsmarkedet", FIGURE_ENTERPRISES_EDGE_STAFF, NULL, FIGURES,
     TABLE_ENTERPRISES},
    {"Andel ansatte fra kanten", FIGURE_ENTERPRISES_EDGE_SHARE, NULL, FIGURE_ENTERPRISES_STAFF,
     TABLE_ENTERPRISES},
    {"Virksomheder med mindst 30 % ansatte fra kanten", FIGURE_ENTERPRISES_EDGE_30, NULL, FIGURES,
     TABLE_ENTERPRISES},
    {"Bevilget til ansøgninger i kr.", FIGURE_APPLICATIONS_AMOUNT, NULL, FIGURES, TABLE_APPLICATIONS},
};

struct bottom_line {
    const char *id;
    const char *name;
    const struct compared *rows;
    size_t count;
};

static const struct bottom_line lines[] = {
    {"social", "Den sociale bundlinje", social, sizeof social / sizeof *social},
    {"lokal", "Den lokale bundlinje", local, sizeof local / sizeof *local},
    {"oekonomisk", "Den økonomiske bundlinje", economic, sizeof economic / sizeof *economic},
};

static bool has_figures(const struct section_context *context)
{
    bool any = has_income(context, context->figures->report);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        any = any || comparison_says_something(context, lines[i].rows, lines[i].count);
    return any;
}

void section_value_creation(const struct section_context *context, struct section *section)
{
    if (add_narrative(context, section, "vaerdiskabelse") && has_figures(context))
        section_add_heading(context->document, section, 2, sv_of("Bundlinjerne i tal"));
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        add_comparison(context, section, lines[i].id, lines[i].name, table_title(context, lines[i].name),
                       lines[i].rows, lines[i].count);
    add_income(context, section);
}
