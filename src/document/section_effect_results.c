/*
 * What is paid for which results, and what a fixed price would have cost instead.
 */
#include "effect_codes.h"
#include "effect_report.h"
#include "result_words.h"

/* ---- Results ---- */

enum result_columns { RESULT, PRICE, COUNT, SUM, RESULT_COLUMNS };

static struct figure_key result_key(const struct section_context *context, enum figure_id figure, size_t row)
{
    struct arena *arena = context->document->arena;
    const struct sv result =
        result_text(arena, &context->data->codes, result_payments(context->data)[row].result);
    const struct sv code = effect_code(arena, scenario_name(context->data, BASE_SCENARIO), result);
    return figure_key_code(context->figures, figure_key(context->figures, figure), code);
}

static void add_result(const struct section_context *context, struct table *table, size_t i)
{
    const struct result_payment *payment = &result_payments(context->data)[i];
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[RESULT] =
        cell_of_text(result_name(context->document->arena, &context->data->codes, payment->result));
    row->cells[PRICE] = cell_of_value(ratio_decimal(payment->amount), FORMAT_MONEY);
    row->cells[COUNT] =
        cell_of_figure(context->figures, result_key(context, FIGURE_EFFECT_RESULTS, i), FORMAT_COUNT);
    row->cells[SUM] = cell_of_figure(context->figures, result_key(context, FIGURE_EFFECT_RESULT_PAYMENTS, i),
                                     FORMAT_AMOUNT);
}

static void add_results(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[RESULT_COLUMNS] = {
        [RESULT] = {.heading = SV("Resultat")},
        [PRICE] = {.heading = SV("Betaling for ét, kr."), .format = FORMAT_MONEY},
        [COUNT] = {.heading = SV("Betalte resultater"), .format = FORMAT_COUNT},
        [SUM] = {.heading = SV("Betaling i alt, kr."), .format = FORMAT_AMOUNT},
    };
    struct table *table = section_add_table(
        context->document, section, "resultater", "Resultater",
        effect_title_of(context, "Betaling for resultater", BASE_SCENARIO), columns, RESULT_COLUMNS);
    for (size_t i = 0; i < row_count(context->data, TABLE_RESULT_PAYMENTS); i++)
        add_result(context, table, i);
    if (scenarios(context->data)[BASE_SCENARIO].discount > 0)
        table->columns[SUM].note = table_add_note(
            table, sv_of("Beløbene er omregnet til værdien i måned 0 med scenariets diskontering."));
    table->empty = sv_of("Der er ingen betalinger for resultater.");
    table->source = source_of(context, 1u << TABLE_RESULT_PAYMENTS | 1u << TABLE_COURSES);
}

/* ---- Fixed price ---- */

enum price_columns {
    AGREEMENT,
    PRICE_COURSES,
    PRICE_OF_COURSE,
    FIXED_PRICE,
    RESULT_PRICE,
    DIFFERENCE,
    PRICE_COLUMNS
};

static void add_prices(const struct section_context *context, struct table *table, enum row_kind kind,
                       struct sv name, struct figure_key key)
{
    const struct figures *figures = context->figures;
    struct table_row *row = table_add_row(context->document, table, kind);
    row->cells[AGREEMENT] = cell_of_text(name);
    key.figure = FIGURE_EFFECT_FIXED_PRICE_COURSES;
    row->cells[PRICE_COURSES] = cell_of_figure(figures, key, FORMAT_COUNT);
    key.figure = FIGURE_EFFECT_FIXED_PRICE;
    row->cells[FIXED_PRICE] = cell_of_figure(figures, key, FORMAT_AMOUNT);
    key.figure = FIGURE_EFFECT_FIXED_PRICE_DIFFERENCE;
    row->cells[DIFFERENCE] = cell_of_figure(figures, key, FORMAT_AMOUNT);
    row->cells[RESULT_PRICE] = cell_of_value(
        ratio_subtract(row->cells[FIXED_PRICE].value, row->cells[DIFFERENCE].value), FORMAT_AMOUNT);
    row->cells[DIFFERENCE].derivation = (struct derivation){DERIVED_DIFFERENCE, FIXED_PRICE, RESULT_PRICE};
}

static void add_price_total(const struct section_context *context, struct table *table)
{
    static const enum price_columns sums[] = {PRICE_COURSES, FIXED_PRICE, RESULT_PRICE};
    add_prices(context, table, ROW_TOTAL, sv_of("I alt"),
               effect_key(context, FIGURE_EFFECT_FIXED_PRICE, BASE_SCENARIO));
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++)
        table->rows[table->row_count - 1].cells[sums[i]].derivation.kind = DERIVED_SUM_ABOVE;
}

static void add_price_of_agreement(const struct section_context *context, struct table *table, uint32_t row)
{
    const struct agreement *agreement = &agreements(context->data)[row];
    struct figure_key key = effect_key(context, FIGURE_EFFECT_FIXED_PRICE_COURSES, BASE_SCENARIO);
    key.agreement = row;
    if (agreement->price_per_course == DECIMAL_NONE || !figures_find(context->figures, key))
        return;
    add_prices(context, table, ROW_BODY, agreement->name, key);
    table->rows[table->row_count - 1].cells[PRICE_OF_COURSE] =
        cell_of_value(ratio_decimal(agreement->price_per_course), FORMAT_MONEY);
}

static void say_fixed_price(struct sentence s)
{
    const struct figure_key difference =
        effect_key(s.context, FIGURE_EFFECT_FIXED_PRICE_DIFFERENCE, BASE_SCENARIO);
    const struct ratio value = figures_value(s.context->figures, difference);
    say(s, "For ");
    say_count(s, effect_key(s.context, FIGURE_EFFECT_FIXED_PRICE_COURSES, BASE_SCENARIO), NOUN_COURSE);
    say(s, " har aftalen en fast pris pr. forløb, i alt ");
    say_figure(s, effect_key(s.context, FIGURE_EFFECT_FIXED_PRICE, BASE_SCENARIO), FORMAT_AMOUNT);
    if (value.num == 0) {
        say(s, " Betaling for de samme forløbs resultater ville have kostet det samme.");
        return;
    }
    say(s, " Betaling for de samme forløbs resultater ville have kostet ");
    if (value.num > 0)
        say_figure(s, difference, FORMAT_AMOUNT);
    else
        say_value(s, ratio_magnitude(value), FORMAT_AMOUNT);
    say(s, value.num > 0 ? " mindre." : " mere.");
}

static bool has_fixed_prices(const struct section_context *context)
{
    return figures_value(context->figures,
                         effect_key(context, FIGURE_EFFECT_FIXED_PRICE_COURSES, BASE_SCENARIO))
               .num > 0;
}

static void add_fixed_prices(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[PRICE_COLUMNS] = {
        [AGREEMENT] = {.heading = SV("Aftale")},
        [PRICE_COURSES] = {.heading = SV("Forløb"), .format = FORMAT_COUNT},
        [PRICE_OF_COURSE] = {.heading = SV("Pris pr. forløb, kr."), .format = FORMAT_MONEY},
        [FIXED_PRICE] = {.heading = SV("Fast pris, kr."), .format = FORMAT_AMOUNT},
        [RESULT_PRICE] = {.heading = SV("Betaling for resultater, kr."), .format = FORMAT_AMOUNT},
        [DIFFERENCE] = {.heading = SV("Forskel, kr."), .format = FORMAT_AMOUNT},
    };
    section_add_heading(context->document, section, 2, sv_of("Fast pris eller betaling for resultater"));
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    if (!has_fixed_prices(context)) {
        say(s, "Ingen aftale med forløb oplyser en pris pr. forløb, så der er ingen fast pris at holde "
               "betalingerne op imod.");
        return;
    }
    say_fixed_price(s);
    struct table *table =
        section_add_table(context->document, section, "fastpris", "Fast pris",
                          effect_title_of(context, "Fast pris mod betaling for resultater", BASE_SCENARIO),
                          columns, PRICE_COLUMNS);
    for (uint32_t i = 0; i < row_count(context->data, TABLE_AGREEMENTS); i++)
        add_price_of_agreement(context, table, i);
    add_price_total(context, table);
    table->columns[DIFFERENCE].note = table_add_note(
        table, sv_of("Fast pris minus betaling for resultater. Den faste pris er betalt i måned 0."));
    table->source = source_of(context, 1u << TABLE_AGREEMENTS | 1u << TABLE_COURSES);
}

void section_effect_results(const struct section_context *context, struct section *section)
{
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say(s, "Kommunen betaler for det resultat, der opnås, og ikke for de aktiviteter, der skal til for at nå "
           "det. Hvert resultat betales højst én gang pr. forløb, i den måned det nås. Kapitlet "
           "»Forudsætninger« siger, hvad der skal til for hvert af dem.");
    add_results(context, section);
    add_fixed_prices(context, section);
}
