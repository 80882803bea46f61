/*
 * The tornado: the base scenario's net when one input at a time is a fifth less or more, widest first.
 */
#include "describe_chart.h"
#include "effect_sensitivity.h"

static struct ratio net_changed(const struct section_context *context, enum effect_input input,
                                enum effect_change change)
{
    return figures_value(context->figures, effect_key_changed(context, input, change));
}

/* How far apart the two are; never below 0. */
static struct ratio width_of(const struct section_context *context, enum effect_input input)
{
    const struct ratio down = net_changed(context, input, EFFECT_DOWN);
    const struct ratio up = net_changed(context, input, EFFECT_UP);
    return ratio_compare(down, up) > 0 ? ratio_subtract(down, up) : ratio_subtract(up, down);
}

void inputs_by_width(const struct section_context *context, enum effect_input inputs[EFFECT_INPUTS])
{
    for (int i = 0; i < EFFECT_INPUTS; i++) {
        const enum effect_input input = (enum effect_input)i;
        const struct ratio width = width_of(context, input);
        int at = i;
        for (; at > 0 && ratio_compare(width_of(context, inputs[at - 1]), width) < 0; at--)
            inputs[at] = inputs[at - 1];
        inputs[at] = input;
    }
}

void say_widest_change(struct sentence s)
{
    enum effect_input inputs[EFFECT_INPUTS];
    inputs_by_width(s.context, inputs);
    const enum effect_input widest = inputs[0];
    if (width_of(s.context, widest).num == 0) {
        say(s, "Ingen af forudsætningerne flytter netto, når de bliver en femtedel lavere eller højere.");
        return;
    }
    say(s, "Mest flytter forudsætningen »");
    say(s, effect_input_name(widest));
    say(s, "«: Er den en femtedel lavere, er netto ");
    say_figure(s, effect_key_changed(s.context, widest, EFFECT_DOWN), FORMAT_AMOUNT);
    say(s, "; er den en femtedel højere, er netto ");
    say_figure(s, effect_key_changed(s.context, widest, EFFECT_UP), FORMAT_AMOUNT);
}

enum columns { INPUT, DOWN, UP, BASE, COLUMNS };

static void add_input(const struct section_context *context, struct table *table, enum effect_input input)
{
    const struct figures *figures = context->figures;
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[INPUT] = cell_of_text(sv_of(effect_input_name(input)));
    row->cells[DOWN] =
        cell_of_figure(figures, effect_key_changed(context, input, EFFECT_DOWN), FORMAT_AMOUNT);
    row->cells[UP] = cell_of_figure(figures, effect_key_changed(context, input, EFFECT_UP), FORMAT_AMOUNT);
    row->cells[BASE] =
        cell_of_figure(figures, effect_key(context, FIGURE_EFFECT_NET, BASE_SCENARIO), FORMAT_AMOUNT);
}

static void add_text(const struct section_context *context, struct section *section)
{
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say(s, "Hver forudsætning i scenariet »");
    say_sv(s, scenario_name(context->data, BASE_SCENARIO));
    say(s, "« er her ganget med 0,8 og med 1,2, én ad gangen, og alle beløb er regnet på ny. Procenter "
           "bliver højst "
           "100, og horisonten er rundet til hele måneder. Den forudsætning, der flytter netto mest, står "
           "øverst.");
}

static void add_tornado(const struct section_context *context, struct section *section,
                        const struct table *table)
{
    struct chart *chart = section_add_chart(context->document, section, "foelsomhed_figur",
                                            sv_of("Netto, når én forudsætning bliver 20 % mindre eller mere"),
                                            CHART_BARS, table);
    chart->axis = sv_of("Netto, kr.");
    chart_draw_column(chart, DOWN, SERIES_PLAIN);
    chart_draw_column(chart, UP, SERIES_PLAIN);
    chart_draw_column(chart, BASE, SERIES_BASE);
    chart->alt = chart_description(context->document->arena, chart);
}

void section_effect_sensitivity(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[COLUMNS] = {
        [INPUT] = {.heading = SV("Forudsætning")},
        [DOWN] = {.heading = SV("Netto ved 20 % mindre, kr."), .format = FORMAT_AMOUNT},
        [UP] = {.heading = SV("Netto ved 20 % mere, kr."), .format = FORMAT_AMOUNT},
        [BASE] = {.heading = SV("Netto uændret, kr."), .format = FORMAT_AMOUNT},
    };
    enum effect_input inputs[EFFECT_INPUTS];
    if (!has_effect_courses(context))
        return;
    inputs_by_width(context, inputs);
    add_text(context, section);
    say_widest_change(sentence_in(context, section, PARAGRAPH_BODY));
    struct table *table =
        section_add_table(context->document, section, "foelsomhed", "Følsomhed",
                          effect_title(context, "Netto, når én forudsætning ændres"), columns, COLUMNS);
    for (int i = 0; i < EFFECT_INPUTS; i++)
        add_input(context, table, inputs[i]);
    table->source = source_of(context, 1u << TABLE_COURSES | 1u << TABLE_SCENARIOS);
    add_tornado(context, section, table);
}
