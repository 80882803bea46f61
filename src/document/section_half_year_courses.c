/*
 * The half-year's courses, agreement by agreement in one table: what began, what ended and with which effect,
 * and how the agreement stands by its own account.
 */
#include "agreement_page.h"
#include "sections.h"
#include "sentence.h"
#include "status_sentences.h"

enum columns { NAME, LIGHT, STARTED, ENDED, AT_END, POSITIVE, EFFECT, COLUMNS };

static const struct table_column headings[COLUMNS] = {
    [NAME] = {.heading = SV("Aftale")},
    [LIGHT] = {.heading = SV("Status"), .format = FORMAT_LIGHT},
    [STARTED] = {.heading = SV("Startet"), .format = FORMAT_COUNT},
    [ENDED] = {.heading = SV("Afsluttet"), .format = FORMAT_COUNT},
    [AT_END] = {.heading = SV("I gang"), .format = FORMAT_COUNT},
    [POSITIVE] = {.heading = SV("Positivt udfald"), .format = FORMAT_COUNT},
    [EFFECT] = {.heading = SV("Effekt"), .format = FORMAT_SHARE},
};

static struct figure_key key_of(const struct section_context *context, enum figure_id id, uint32_t agreement)
{
    struct figure_key key = figure_key(context->figures, id);
    key.agreement = agreement;
    return key;
}

static void fill_counts(const struct section_context *context, struct table_row *row, uint32_t agreement)
{
    static const enum figure_id counts[COLUMNS] = {
        [STARTED] = FIGURE_COURSES_STARTED,
        [ENDED] = FIGURE_COURSES_ENDED,
        [AT_END] = FIGURE_COURSES_AT_END,
        [POSITIVE] = FIGURE_COURSES_POSITIVE,
    };
    for (int i = STARTED; i <= POSITIVE; i++)
        row->cells[i] = cell_of_figure(context->figures, key_of(context, counts[i], agreement), FORMAT_COUNT);
    row->cells[EFFECT] = cell_of_share(context->figures, key_of(context, FIGURE_COURSES_EFFECT, agreement),
                                       key_of(context, FIGURE_COURSES_ENDED, agreement));
    if (ratio_has_value(row->cells[EFFECT].value))
        row->cells[EFFECT].derivation =
            (struct derivation){.kind = DERIVED_QUOTIENT, .a = POSITIVE, .b = ENDED};
}

static struct cell light_cell(const struct section_context *context, uint32_t agreement)
{
    const struct agreement_status *status = agreement_status_of(context, agreement);
    if (!status || status->light == CODE_NONE)
        return cell_of_value(ratio_none(), FORMAT_LIGHT);
    return cell_of_value(ratio_whole(status->light), FORMAT_LIGHT);
}

static void add_row(const struct section_context *context, struct table *table, uint32_t agreement)
{
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[NAME] = cell_of_text(agreement_label(context, agreement));
    row->cells[LIGHT] = light_cell(context, agreement);
    fill_counts(context, row, agreement);
}

static void add_total(const struct section_context *context, struct table *table)
{
    struct table_row *row = table_add_row(context->document, table, ROW_TOTAL);
    row->cells[NAME] = cell_of_text(sv_of("Alle aftaler"));
    fill_counts(context, row, ALL_AGREEMENTS);
    for (int i = STARTED; i <= POSITIVE; i++)
        row->cells[i].derivation.kind = DERIVED_SUM_ABOVE;
}

static void add_agreements(const struct section_context *context, struct section *section)
{
    struct table *table =
        section_add_table(context->document, section, "aftaler", "Aftalerne i overblik",
                          table_title(context, "Forløb og samarbejdsaftaler"), headings, COLUMNS);
    for (uint32_t i = 0; i < row_count(context->data, TABLE_AGREEMENTS); i++)
        if (agreement_is_shown(context, i))
            add_row(context, table, i);
    table->empty = sv_of("Ingen aftaler var i kraft i halvåret.");
    table->source =
        source_of(context, 1u << TABLE_COURSES | 1u << TABLE_AGREEMENTS | 1u << TABLE_AGREEMENT_STATUSES);
    if (!table->row_count)
        return;
    add_total(context, table);
    table->columns[LIGHT].note =
        table_add_note(table, sv_of("Som aftalens parter har meldt den: grøn, gul eller rød."));
    table->columns[EFFECT].note = table_add_note(
        table,
        sv_of("Andel af de afsluttede forløb, der endte med et udfald, som aftalen regner for positivt."));
}

static void say_flow(struct sentence s)
{
    const struct figures *figures = s.context->figures;
    say(s, "Der begyndte ");
    say_count(s, figure_key(figures, FIGURE_COURSES_STARTED), NOUN_COURSE);
    say(s, " ");
    say_during(s);
    say(s, ", og ");
    say_count(s, figure_key(figures, FIGURE_COURSES_ENDED), NOUN_NONE);
    say(s, " blev afsluttet; ");
    say_at_end(s);
    say(s, " var ");
    say_count(s, figure_key(figures, FIGURE_COURSES_AT_END), NOUN_NONE);
    say(s, " i gang. ");
}

static void add_lead(const struct section_context *context, struct section *section)
{
    const struct sentence s = sentence_in(context, section, PARAGRAPH_LEAD);
    if (say_year_not_begun(s))
        return;
    say_flow(s);
    if (figures_value(context->figures, figure_key(context->figures, FIGURE_COURSES_ENDED)).num != 0)
        say_effect(s);
}

void section_half_year_courses(const struct section_context *context, struct section *section)
{
    add_lead(context, section);
    add_agreements(context, section);
}
