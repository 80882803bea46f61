/*
 * The effect of every agreement year by year, with a small chart of each.
 */
#include "agreement_page.h"
#include "describe_chart.h"
#include "sections.h"
#include "series.h"

static struct cell effect_cell(const struct section_context *context, uint16_t period, uint32_t agreement)
{
    const struct figures *figures = context->figures;
    struct figure_key effect = figure_key_in(figures, FIGURE_COURSES_EFFECT, period);
    struct figure_key ended = figure_key_in(figures, FIGURE_COURSES_ENDED, period);
    effect.agreement = ended.agreement = agreement;
    return cell_of_share(figures, effect, ended);
}

static void add_years(const struct section_context *context, struct table *table, const struct years *years,
                      uint32_t agreement)
{
    const bool all = agreement == ALL_AGREEMENTS;
    struct table_row *row = table_add_row(context->document, table, all ? ROW_TOTAL : ROW_BODY);
    row->cells[0] = cell_of_text(all ? sv_of("Alle aftaler") : agreement_label(context, agreement));
    for (size_t i = 0; i < years->count; i++)
        row->cells[i + 1] = effect_cell(context, years->periods[i], agreement);
}

static void add_chart(const struct section_context *context, struct section *section,
                      const struct table *table)
{
    struct chart *chart =
        section_add_chart(context->document, section, "effekt_pr_aar_figur",
                          chart_title_over_years(context, "Effekten pr. aftale"), CHART_SMALL_COLUMNS, table);
    chart->axis =
        sv_of("Andel af de afsluttede forløb med et positivt udfald; alle diagrammer har samme skala.");
    chart->empty = sv_of("ingen afsluttede forløb");
    for (uint16_t i = 1; i < table->column_count; i++)
        chart_draw_column(chart, i, SERIES_PLAIN);
    chart->alt = chart_description(context->document->arena, chart);
}

static void fill(const struct section_context *context, struct table *table, const struct years *years)
{
    for (uint32_t i = 0; i < row_count(context->data, TABLE_AGREEMENTS); i++)
        if (agreement_is_shown(context, i))
            add_years(context, table, years, i);
    add_years(context, table, years, ALL_AGREEMENTS);
    table->title_note = table_add_note(
        table, sv_of("Andelen af de afsluttede forløb med et udfald, som aftalen selv regner for positivt. "
                     "Hvor få forløb er afsluttet, flytter et enkelt andelen meget."));
    table->source = source_of(context, 1u << TABLE_COURSES | 1u << TABLE_AGREEMENTS);
}

static bool any_is_shown(const struct section_context *context)
{
    for (uint32_t i = 0; i < row_count(context->data, TABLE_AGREEMENTS); i++)
        if (agreement_is_shown(context, i))
            return true;
    return false;
}

/* One year alone stands among the agreements' other figures. */
static bool spans_years(const struct section_context *context, const struct years *years)
{
    size_t with_effect = 0;
    for (size_t i = 0; i < years->count; i++)
        with_effect += ratio_has_value(effect_cell(context, years->periods[i], ALL_AGREEMENTS).value);
    return with_effect > 1;
}

void add_effect_by_year(const struct section_context *context, struct section *section)
{
    struct table_column columns[SERIES_YEARS + 1] = {{.heading = SV("Aftale")}};
    const struct years years = series_years(context->figures);
    if (!any_is_shown(context) || !spans_years(context, &years))
        return;
    for (size_t i = 0; i < years.count; i++)
        columns[i + 1] = (struct table_column){.heading = period_label(context->figures, years.periods[i]),
                                               .format = FORMAT_SHARE};
    struct table *table = section_add_table(
        context->document, section, "effekt_pr_aar", "Effekt pr. år, aftalerne",
        table_title_over_years(context, "Aftalernes effekt pr. år"), columns, years.count + 1);
    fill(context, table, &years);
    add_chart(context, section, table);
}
