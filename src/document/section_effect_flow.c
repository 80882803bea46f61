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

enum flow_column {
    FLOW_MONTH,
    FLOW_INVESTED,
    FLOW_PAID,
    FLOW_ENTERPRISES, /* only where there are enterprises */
    FLOW_SAVED,
    FLOW_NET,
    FLOW_SO_FAR,
    FLOW_COLUMNS
};

static const struct {
    struct sv heading;
    enum figure_id figure;
} FLOWS[FLOW_COLUMNS] = {
    [FLOW_MONTH] = {.heading = SV("Måned")},
    [FLOW_INVESTED] = {SV("Investering, kr."), FIGURE_EFFECT_INVESTMENT},
    [FLOW_PAID] = {SV("Betalinger for resultater, kr."), FIGURE_EFFECT_PAYMENTS},
    [FLOW_ENTERPRISES] = {SV("Betalinger til virksomheder, kr."), FIGURE_EFFECT_ENTERPRISE_PAYMENTS},
    [FLOW_SAVED] = {SV("Besparelse, kr."), FIGURE_EFFECT_SAVINGS},
    [FLOW_NET] = {SV("Netto, kr."), FIGURE_EFFECT_NET},
    [FLOW_SO_FAR] = {SV("Netto fra måned 0, kr."), FIGURE_EFFECT_CUMULATED},
};

/* The columns that the table has, and where each of them stands. */
struct flow_table {
    const struct section_context *context;
    struct table *table;
    enum flow_column columns[FLOW_COLUMNS];
    uint16_t places[FLOW_COLUMNS];
    uint16_t count;
};

static struct flow_table choose_columns(const struct section_context *context)
{
    struct flow_table flow = {.context = context};
    for (enum flow_column column = 0; column < FLOW_COLUMNS; column++)
        if (column != FLOW_ENTERPRISES || has_enterprise_side(context)) {
            flow.places[column] = flow.count;
            flow.columns[flow.count++] = column;
        }
    return flow;
}

static struct cell flow_cell(const struct section_context *context, enum flow_column column, int32_t month)
{
    return cell_of_figure(context->figures,
                          effect_key_in_month(context, FLOWS[column].figure, BASE_SCENARIO, month),
                          FORMAT_AMOUNT);
}

/* What the other flows of a month leave of its net: there is no figure of it month by month. */
static struct cell paid_to_enterprises(const struct section_context *context, int32_t month)
{
    struct ratio left = flow_cell(context, FLOW_SAVED, month).value;
    left = ratio_subtract(left, flow_cell(context, FLOW_INVESTED, month).value);
    left = ratio_subtract(left, flow_cell(context, FLOW_PAID, month).value);
    return cell_of_value(ratio_subtract(left, flow_cell(context, FLOW_NET, month).value), FORMAT_AMOUNT);
}

static void add_month(const struct flow_table *flow, int32_t month)
{
    const struct section_context *context = flow->context;
    const uint16_t *at = flow->places;
    struct table_row *row = table_add_row(context->document, flow->table, ROW_BODY);
    row->cells[FLOW_MONTH] = cell_of_text(month_name(context, month));
    for (uint16_t i = FLOW_INVESTED; i < flow->count; i++)
        row->cells[i] = flow->columns[i] == FLOW_ENTERPRISES ? paid_to_enterprises(context, month)
                                                             : flow_cell(context, flow->columns[i], month);
    row->cells[at[FLOW_NET]].derivation =
        (struct derivation){DERIVED_LESS_COLUMNS, at[FLOW_SAVED], at[FLOW_INVESTED]};
    row->cells[at[FLOW_SO_FAR]].derivation =
        (struct derivation){.kind = DERIVED_RUNNING_SUM, .a = at[FLOW_NET]};
}

static void add_total(const struct flow_table *flow)
{
    const struct section_context *context = flow->context;
    struct table_row *row = table_add_row(context->document, flow->table, ROW_TOTAL);
    row->cells[FLOW_MONTH] = cell_of_text(sv_of("I alt"));
    for (uint16_t i = FLOW_INVESTED; i < flow->places[FLOW_SO_FAR]; i++) {
        const struct figure_key key = effect_key(context, FLOWS[flow->columns[i]].figure, BASE_SCENARIO);
        row->cells[i] = cell_of_figure(context->figures, key, FORMAT_AMOUNT);
        row->cells[i].derivation.kind = DERIVED_SUM_ABOVE;
    }
}

static void add_months(const struct section_context *context, struct section *section)
{
    struct flow_table flow = choose_columns(context);
    struct table_column columns[FLOW_COLUMNS] = {0};
    for (uint16_t i = 0; i < flow.count; i++)
        columns[i] = (struct table_column){.heading = FLOWS[flow.columns[i]].heading,
                                           .format = i == FLOW_MONTH ? FORMAT_TEXT : FORMAT_AMOUNT};
    flow.table = section_add_table(context->document, section, "pengestroem", "Pengestrøm",
                                   effect_title_of(context, "Pengestrømmen måned for måned", BASE_SCENARIO),
                                   columns, flow.count);
    for (int32_t month = 0; month <= scenarios(context->data)[BASE_SCENARIO].horizon; month++)
        add_month(&flow, month);
    add_total(&flow);
    flow.table->columns[flow.places[FLOW_NET]].note = note_on_rounding(flow.table);
    flow.table->source = source_of(context, 1u << TABLE_COURSES | 1u << TABLE_SCENARIOS);
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
        table->title_note = table_add_note(
            table, sv_of("Tabellen viser hver tolvte måned; nøgletalsfilen har alle måneder."));
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
