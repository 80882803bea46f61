/*
 * The flow of money month by month, and the way of the net so far in every scenario.
 */
#include "describe_chart.h"
#include "effect_report.h"

static struct sv month_name(const struct section_context *context, int32_t month)
{
    return sv_format(context->document->arena, "Måned %ld", (long)month);
}

/* ---- The base scenario, month by month ---- */

enum flow_columns { FLOW_MONTH, FLOW_INVESTED, FLOW_PAID, FLOW_SAVED, FLOW_NET, FLOW_SO_FAR, FLOW_COLUMNS };

static const enum figure_id FLOW_FIGURES[FLOW_COLUMNS] = {
    [FLOW_INVESTED] = FIGURE_EFFECT_INVESTMENT, [FLOW_PAID] = FIGURE_EFFECT_PAYMENTS,
    [FLOW_SAVED] = FIGURE_EFFECT_SAVINGS,       [FLOW_NET] = FIGURE_EFFECT_NET,
    [FLOW_SO_FAR] = FIGURE_EFFECT_CUMULATED,
};

static void add_month(const struct section_context *context, struct table *table, int32_t month)
{
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[FLOW_MONTH] = cell_of_text(month_name(context, month));
    for (int i = FLOW_INVESTED; i < FLOW_COLUMNS; i++)
        row->cells[i] = cell_of_figure(context->figures,
                                       effect_key_in_month(context, FLOW_FIGURES[i], BASE_SCENARIO, month),
                                       FORMAT_AMOUNT);
}

static void add_total(const struct section_context *context, struct table *table)
{
    struct table_row *row = table_add_row(context->document, table, ROW_TOTAL);
    row->cells[FLOW_MONTH] = cell_of_text(sv_of("I alt"));
    for (int i = FLOW_INVESTED; i < FLOW_SO_FAR; i++) {
        row->cells[i] = cell_of_figure(context->figures, effect_key(context, FLOW_FIGURES[i], BASE_SCENARIO),
                                       FORMAT_AMOUNT);
        row->cells[i].derivation.kind = DERIVED_SUM_ABOVE;
    }
}

static void add_months(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[FLOW_COLUMNS] = {
        [FLOW_MONTH] = {.heading = SV("Måned")},
        [FLOW_INVESTED] = {.heading = SV("Investering, kr."), .format = FORMAT_AMOUNT},
        [FLOW_PAID] = {.heading = SV("Betalinger for resultater, kr."), .format = FORMAT_AMOUNT},
        [FLOW_SAVED] = {.heading = SV("Besparelse, kr."), .format = FORMAT_AMOUNT},
        [FLOW_NET] = {.heading = SV("Netto, kr."), .format = FORMAT_AMOUNT},
        [FLOW_SO_FAR] = {.heading = SV("Netto fra måned 0, kr."), .format = FORMAT_AMOUNT},
    };
    struct table *table = section_add_table(
        context->document, section, "pengestroem", "Pengestrøm",
        effect_title_of(context, "Pengestrømmen måned for måned", BASE_SCENARIO), columns, FLOW_COLUMNS);
    for (int32_t month = 0; month <= scenarios(context->data)[BASE_SCENARIO].horizon; month++)
        add_month(context, table, month);
    add_total(context, table);
    if (has_enterprise_side(context))
        table_add_note(table,
                       sv_of("Betalinger til virksomheder er trukket fra i netto; de har ingen søjle her, "
                             "men står i alt i tabellen over scenarier."));
    table->source = source_of(context, 1u << TABLE_COURSES | 1u << TABLE_SCENARIOS);
}

/* ---- The way of every scenario ---- */

/* A way of more months than a page or two hold is told year by year; noegletal has every month. */
enum { MOST_LINES = CHART_SERIES, MONTHS_TOLD = 60, MONTHS_OF_YEAR = 12 };

static int32_t longest_horizon(const struct section_context *context, size_t count)
{
    int32_t longest = 0;
    for (size_t i = 0; i < count; i++)
        if (scenarios(context->data)[i].horizon > longest)
            longest = scenarios(context->data)[i].horizon;
    return longest;
}

static void add_way_month(const struct section_context *context, struct table *table, size_t count,
                          int32_t month)
{
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[0] = cell_of_text(month_name(context, month));
    for (size_t i = 0; i < count; i++)
        row->cells[i + 1] =
            month <= scenarios(context->data)[i].horizon
                ? cell_of_figure(context->figures,
                                 effect_key_in_month(context, FIGURE_EFFECT_CUMULATED, i, month),
                                 FORMAT_AMOUNT)
                : (struct cell){.kind = CELL_EMPTY, .format = FORMAT_AMOUNT};
}

static void add_way_chart(const struct section_context *context, struct section *section,
                          const struct table *table)
{
    struct chart *chart = section_add_chart(context->document, section, "netto_fra_start_figur",
                                            sv_of("Netto lagt sammen fra måned 0"), CHART_LINES, table);
    chart->axis = sv_of("Netto fra måned 0, kr.");
    for (uint16_t i = 1; i < table->column_count; i++)
        chart_draw_column(chart, i, SERIES_PLAIN);
    chart->alt = chart_description(context->document->arena, chart);
}

static void add_ways(const struct section_context *context, struct section *section)
{
    const size_t count = scenario_count(context) < MOST_LINES ? scenario_count(context) : MOST_LINES;
    struct table_column columns[MOST_LINES + 1] = {{.heading = SV("Måned")}};
    for (size_t i = 0; i < count; i++)
        columns[i + 1] =
            (struct table_column){.heading = scenario_name(context->data, i), .format = FORMAT_AMOUNT};
    struct table *table =
        section_add_table(context->document, section, "netto_fra_start", "Netto fra måned 0",
                          effect_title(context, "Netto lagt sammen fra måned 0, kr."), columns, count + 1);
    const int32_t longest = longest_horizon(context, count);
    const int32_t step = longest > MONTHS_TOLD ? MONTHS_OF_YEAR : 1;
    for (int32_t month = 0; month <= longest; month++)
        if (month % step == 0 || month == longest)
            add_way_month(context, table, count, month);
    if (step > 1)
        table_add_note(table, sv_of("Tabellen viser hver tolvte måned; nøgletalsfilen har alle måneder."));
    table->source = source_of(context, 1u << TABLE_COURSES | 1u << TABLE_SCENARIOS);
    add_way_chart(context, section, table);
    section_put_last_first(section); /* the table is a page or more */
}

static void add_text(const struct section_context *context, struct section *section)
{
    const struct figure_key repaid = effect_key(context, FIGURE_EFFECT_REPAID_MONTH, BASE_SCENARIO);
    const struct ratio month = figures_value(context->figures, repaid);
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say(s,
        "Måned 0 er den kalendermåned, hvor et forløb begynder. Beløb fra forløb, der begyndte i forskellige "
        "måneder, er lagt sammen efter deres egen måned.");
    if (ratio_has_value(month) && month.num == 0)
        return;
    say(s, " I scenariet »");
    say_sv(s, scenario_name(context->data, BASE_SCENARIO));
    say(s, "« er pengene ");
    say_repaid(s, BASE_SCENARIO);
    say(s, ".");
}

void section_effect_flow(const struct section_context *context, struct section *section)
{
    if (!has_effect_courses(context))
        return;
    add_text(context, section);
    add_ways(context, section);
    add_months(context, section);
}
