/*
 * The enterprises' side: what became of those in the social accelerator.
 */
#include "effect_report.h"
#include "effect_results.h"

enum columns {
    ENTERPRISE,
    FROM,
    TO,
    STAFF_BEFORE,
    STAFF_AFTER,
    STAFF_GROWTH,
    TURNOVER_BEFORE,
    TURNOVER_AFTER,
    TURNOVER_GROWTH,
    JOBS_KEPT,
    COLUMNS
};

static struct ratio amount_or_none(decimal amount)
{
    return amount == DECIMAL_NONE ? ratio_none() : ratio_decimal(amount);
}

static struct sv enterprise_name(const struct data_set *data, const struct accelerator *row)
{
    if (row->enterprise != ROW_NONE)
        return enterprises(data)[row->enterprise].name;
    return symbols_name(&data->tables[TABLE_ENTERPRISES].keys, row->enterprise_id);
}

static void add_staff(struct table_row *row, const struct accelerator *enterprise)
{
    row->cells[STAFF_BEFORE] = cell_of_value(ratio_whole(enterprise->staff_start), FORMAT_COUNT);
    row->cells[STAFF_AFTER] = cell_of_value(ratio_whole(enterprise->staff_end), FORMAT_COUNT);
    row->cells[STAFF_GROWTH] = cell_of_value(
        ratio_subtract(row->cells[STAFF_AFTER].value, row->cells[STAFF_BEFORE].value), FORMAT_CHANGE);
    row->cells[STAFF_GROWTH].derivation = (struct derivation){DERIVED_DIFFERENCE, STAFF_AFTER, STAFF_BEFORE};
}

static void add_turnover(struct table_row *row, const struct accelerator *enterprise)
{
    const struct ratio before = amount_or_none(enterprise->turnover_start);
    const struct ratio after = amount_or_none(enterprise->turnover_end);
    row->cells[TURNOVER_BEFORE] = cell_of_value(before, FORMAT_AMOUNT);
    row->cells[TURNOVER_AFTER] = cell_of_value(after, FORMAT_AMOUNT);
    row->cells[TURNOVER_GROWTH] = cell_of_value(ratio_subtract(after, before), FORMAT_AMOUNT);
    row->cells[TURNOVER_GROWTH].derivation =
        (struct derivation){DERIVED_DIFFERENCE, TURNOVER_AFTER, TURNOVER_BEFORE};
}

static void add_enterprise(const struct section_context *context, struct table *table,
                           const struct accelerator *enterprise)
{
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[ENTERPRISE] = cell_of_text(enterprise_name(context->data, enterprise));
    row->cells[FROM] = cell_of_value(ratio_whole(enterprise->start), FORMAT_DATE);
    row->cells[TO] = cell_of_value(ratio_whole(enterprise->end), FORMAT_DATE);
    add_staff(row, enterprise);
    add_turnover(row, enterprise);
    row->cells[JOBS_KEPT] = cell_of_value(
        ratio_whole(effect_jobs_kept(context->data, enterprise, context->figures->judged_at)), FORMAT_COUNT);
}

static void add_text(const struct section_context *context, struct section *section)
{
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say(s, "Betalingen er dobbeltsidet: Den afhænger både af, hvad borgerne når, og af, hvad virksomhederne "
           "i det "
           "sociale acceleratorforløb når. Betalingerne til virksomheder er på ");
    say_figure(s, effect_key(context, FIGURE_EFFECT_ENTERPRISE_PAYMENTS, BASE_SCENARIO), FORMAT_AMOUNT);
    say(s, " i scenariet »");
    say_sv(s, scenario_name(context->data, BASE_SCENARIO));
    say(s, "«.");
}

void section_effect_enterprises(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[COLUMNS] = {
        [ENTERPRISE] = {.heading = SV("Virksomhed")},
        [FROM] = {.heading = SV("Fra"), .format = FORMAT_DATE},
        [TO] = {.heading = SV("Til"), .format = FORMAT_DATE},
        [STAFF_BEFORE] = {.heading = SV("Ansatte før"), .format = FORMAT_COUNT},
        [STAFF_AFTER] = {.heading = SV("Ansatte efter"), .format = FORMAT_COUNT},
        [STAFF_GROWTH] = {.heading = SV("Vækst, ansatte"), .format = FORMAT_CHANGE},
        [TURNOVER_BEFORE] = {.heading = SV("Omsætning før, kr."), .format = FORMAT_AMOUNT},
        [TURNOVER_AFTER] = {.heading = SV("Omsætning efter, kr."), .format = FORMAT_AMOUNT},
        [TURNOVER_GROWTH] = {.heading = SV("Vækst, omsætning, kr."), .format = FORMAT_AMOUNT},
        [JOBS_KEPT] = {.heading = SV("Job holdt"), .format = FORMAT_COUNT},
    };
    if (!has_enterprise_side(context))
        return;
    add_text(context, section);
    struct table *table =
        section_add_table(context->document, section, "accelerator", "Virksomheder",
                          effect_title(context, "Virksomhederne i acceleratoren"), columns, COLUMNS);
    for (size_t i = 0; i < row_count(context->data, TABLE_ACCELERATOR); i++)
        add_enterprise(context, table, &accelerators(context->data)[i]);
    table->columns[JOBS_KEPT].note = table_add_note(
        table,
        sv_of("Job, der begyndte i virksomheden under acceleratorforløbet og havde varet mindst 180 dage på "
              "opgørelsesdatoen."));
    table->empty = sv_of("Der er ingen virksomheder i acceleratoren.");
    table->source = source_of(context, 1u << TABLE_ACCELERATOR | 1u << TABLE_JOBS);
}
