/*
 * Local purchasing: what was bought over the years and by which department, and the purchase agreements that
 * are in force (plan 2018, "Lokale indkøb").
 */
#include "effort_parts.h"
#include "effort_sentences.h"
#include "enterprise_facts.h"
#include "sections.h"
#include "series.h"

/* ---- Over the years ---- */

static void add_years(const struct section_context *context, struct section *section)
{
    struct year_table years = add_year_table(context, section, "indkoeb", "Lokale indkøb",
                                             table_title_over_years(context, "Lokale indkøb"), "Nøgletal");
    year_table_add_figure(&years, "Beløb i kr.", FIGURE_PURCHASES_AMOUNT, FORMAT_AMOUNT);
    year_table_add_figure(&years, "Heraf på reserverede kontrakter", FIGURE_PURCHASES_RESERVED,
                          FORMAT_AMOUNT);
    year_table_add_figure(&years, "Antal indkøb", FIGURE_PURCHASES_COUNT, FORMAT_COUNT);
    year_table_add_figure(&years, "Virksomheder, der er købt hos", FIGURE_PURCHASES_ENTERPRISES,
                          FORMAT_COUNT);
    years.table->source = source_of(context, 1u << TABLE_PURCHASES);
}

/* ---- By department ---- */

static bool is_in(const uint32_t *codes, size_t count, uint32_t code)
{
    for (size_t i = 0; i < count; i++)
        if (codes[i] == code)
            return true;
    return false;
}

static bool is_shown(const struct years *years, uint16_t period)
{
    for (size_t i = 0; i < years->count; i++)
        if (years->periods[i] == period)
            return true;
    return false;
}

/* The departments of the series' years, in the store's order; into codes[0 … count of the store's rows). */
static size_t departments(const struct figures *figures, const struct years *years, uint32_t *codes)
{
    size_t count = 0;
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure_key *key = &figures->rows[i].key;
        if (key->figure == FIGURE_PURCHASES_AMOUNT && key->code != WITHOUT_CODE &&
            is_shown(years, key->period) && !is_in(codes, count, key->code))
            codes[count++] = key->code;
    }
    return count;
}

static void add_amount_row(struct year_table *years, enum row_kind kind, struct sv name, uint32_t code)
{
    const struct figures *figures = years->context->figures;
    struct table_row *row = table_add_row(years->context->document, years->table, kind);
    row->cells[0] = cell_of_text(name);
    for (size_t i = 0; i < years->years.count; i++) {
        struct figure_key key = figure_key_in(figures, FIGURE_PURCHASES_AMOUNT, years->years.periods[i]);
        key.code = code;
        row->cells[i + 1] = cell_of_figure(figures, key, FORMAT_AMOUNT);
        if (kind == ROW_TOTAL)
            row->cells[i + 1].derivation.kind = DERIVED_SUM_ABOVE;
    }
}

static void add_departments(const struct section_context *context, struct section *section)
{
    const struct figures *figures = context->figures;
    uint32_t *codes = arena_array(context->document->arena, figures->count, sizeof *codes);
    const struct years shown = series_years(figures);
    const size_t count = departments(figures, &shown, codes);
    if (!count)
        return;
    struct year_table years = add_year_table(
        context, section, "indkoeb_forvaltning", "Indkøb efter forvaltning",
        table_title_over_years(context, "Lokale indkøb i kr. efter forvaltning"), "Forvaltning");
    for (size_t i = 0; i < count; i++)
        add_amount_row(&years, ROW_BODY, symbols_name(&figures->codes, codes[i]), codes[i]);
    add_amount_row(&years, ROW_TOTAL, sv_of("I alt"), WITHOUT_CODE);
    years.table->source = source_of(context, 1u << TABLE_PURCHASES);
}

/* ---- Purchase agreements ---- */

enum list_columns { LIST_NAME, LIST_ENTERPRISE, LIST_PLACE, LIST_START, LIST_END, LIST_COLUMNS };

/* In force on the period's last day, as aftale.aktive_ultimo counts. */
static bool is_listed(const struct section_context *context, const struct agreement *agreement)
{
    const day_number last = context->figures->periods[context->figures->report].last;
    return agreement->type == code_of(&context->data->codes, CODES_AGREEMENT_TYPE, "indkoebsaftale") &&
           agreement->start <= last && (agreement->end == DAY_NONE || agreement->end > last);
}

static const struct enterprise *partner_of(const struct section_context *context,
                                           const struct agreement *agreement)
{
    return agreement->enterprise == ROW_NONE ? NULL : &enterprises(context->data)[agreement->enterprise];
}

static bool is_outside(const struct section_context *context, const struct agreement *agreement)
{
    const struct enterprise *partner = partner_of(context, agreement);
    return partner && enterprise_is_outside(context->figures, partner);
}

static void add_agreement_row(const struct section_context *context, struct table *table,
                              const struct agreement *agreement)
{
    const struct enterprise *partner = partner_of(context, agreement);
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[LIST_NAME] = cell_of_text(agreement->name);
    row->cells[LIST_ENTERPRISE] = cell_of_text_or_none(partner ? partner->name : (struct sv){0});
    row->cells[LIST_PLACE] = cell_of_text_or_none(partner ? partner->municipality : (struct sv){0});
    row->cells[LIST_START] = cell_of_value(ratio_whole(agreement->start), FORMAT_DATE);
    row->cells[LIST_END] =
        cell_of_value(agreement->end == DAY_NONE ? ratio_none() : ratio_whole(agreement->end), FORMAT_DATE);
}

/* How many purchase agreements are in force; *outside of them with enterprises of other municipalities. */
static int64_t agreements_in_force(const struct section_context *context, int64_t *outside)
{
    int64_t count = 0;
    *outside = 0;
    for (size_t i = 0; i < row_count(context->data, TABLE_AGREEMENTS); i++) {
        const struct agreement *agreement = &agreements(context->data)[i];
        if (!is_listed(context, agreement))
            continue;
        count++;
        *outside += is_outside(context, agreement);
    }
    return count;
}

static void add_agreements(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[LIST_COLUMNS] = {
        [LIST_NAME] = {.heading = SV("Aftale")},
        [LIST_ENTERPRISE] = {.heading = SV("Virksomhed")},
        [LIST_PLACE] = {.heading = SV("Kommune")},
        [LIST_START] = {.heading = SV("Fra"), .format = FORMAT_DATE},
        [LIST_END] = {.heading = SV("Til"), .format = FORMAT_DATE},
    };
    int64_t outside;
    const int64_t count = agreements_in_force(context, &outside);
    if (!count)
        return;
    say_purchase_agreements(sentence_in(context, section, PARAGRAPH_BODY), count - outside, outside);
    struct table *table =
        section_add_table(context->document, section, "indkoebsaftaler", "Indkøbsaftaler",
                          table_title(context, "Indkøbsaftaler i kraft"), columns, LIST_COLUMNS);
    for (size_t i = 0; i < row_count(context->data, TABLE_AGREEMENTS); i++)
        if (is_listed(context, &agreements(context->data)[i]))
            add_agreement_row(context, table, &agreements(context->data)[i]);
    table->source = source_of(context, 1u << TABLE_AGREEMENTS | 1u << TABLE_ENTERPRISES);
}

/* ---- Together ---- */

bool has_purchasing(const struct section_context *context)
{
    int64_t outside;
    return row_count(context->data, TABLE_PURCHASES) > 0 || agreements_in_force(context, &outside) > 0;
}

void add_purchasing(const struct section_context *context, struct section *section)
{
    static void (*const sentences[])(struct sentence) = {say_purchases, say_reserved};
    if (row_count(context->data, TABLE_PURCHASES)) {
        add_sentences(context, section, sentences, sizeof sentences / sizeof *sentences);
        add_years(context, section);
        add_departments(context, section);
    }
    add_agreements(context, section);
}
