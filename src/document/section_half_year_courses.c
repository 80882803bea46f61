/*
 * The half-year's courses, agreement by agreement in one table: what began, what ended and with which effect,
 * and how the agreement stands by its own account.
 */
#include "agreement_page.h"
#include "sections.h"
#include "sentence.h"
#include "status_sentences.h"

/* The light stands first, in a table that has one. */
enum columns { LIGHT, STARTED, ENDED, AT_END, POSITIVE, EFFECT, COLUMNS };

struct overview {
    const struct section_context *context;
    struct table *table;
    uint16_t first; /* where the columns begin: one earlier without a light */
};

static const struct table_column headings[COLUMNS] = {
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

static uint16_t place(const struct overview *overview, enum columns column)
{
    return (uint16_t)(overview->first + column);
}

static void fill_counts(const struct overview *overview, struct table_row *row, uint32_t agreement)
{
    static const enum figure_id counts[COLUMNS] = {
        [STARTED] = FIGURE_COURSES_STARTED,
        [ENDED] = FIGURE_COURSES_ENDED,
        [AT_END] = FIGURE_COURSES_AT_END,
        [POSITIVE] = FIGURE_COURSES_POSITIVE,
    };
    const struct section_context *context = overview->context;
    for (enum columns i = STARTED; i <= POSITIVE; i++)
        row->cells[place(overview, i)] =
            cell_of_figure(context->figures, key_of(context, counts[i], agreement), FORMAT_COUNT);
    struct cell *effect = &row->cells[place(overview, EFFECT)];
    *effect = cell_of_share(context->figures, key_of(context, FIGURE_COURSES_EFFECT, agreement),
                            key_of(context, FIGURE_COURSES_ENDED, agreement));
    if (ratio_has_value(effect->value))
        effect->derivation = (struct derivation){
            .kind = DERIVED_QUOTIENT, .a = place(overview, POSITIVE), .b = place(overview, ENDED)};
}

/* enum light, or CODE_NONE */
static uint16_t light_of(const struct section_context *context, uint32_t agreement)
{
    const struct agreement_status *status = agreement_status_of(context, agreement);
    return status ? status->light : CODE_NONE;
}

static bool has_lights(const struct section_context *context)
{
    for (uint32_t i = 0; i < row_count(context->data, TABLE_AGREEMENTS); i++)
        if (agreement_is_shown(context, i) && light_of(context, i) != CODE_NONE)
            return true;
    return false;
}

static void add_row(const struct overview *overview, uint32_t agreement)
{
    const struct section_context *context = overview->context;
    const uint16_t light = light_of(context, agreement);
    struct table_row *row = table_add_row(context->document, overview->table, ROW_BODY);
    row->cells[0] = cell_of_text(agreement_label(context, agreement));
    if (overview->first)
        row->cells[place(overview, LIGHT)] =
            cell_of_value(light == CODE_NONE ? ratio_none() : ratio_whole(light), FORMAT_LIGHT);
    fill_counts(overview, row, agreement);
}

static void add_total(const struct overview *overview)
{
    struct table_row *row = table_add_row(overview->context->document, overview->table, ROW_TOTAL);
    row->cells[0] = cell_of_text(sv_of("Alle aftaler"));
    fill_counts(overview, row, ALL_AGREEMENTS);
    for (enum columns i = STARTED; i <= POSITIVE; i++)
        row->cells[place(overview, i)].derivation.kind = DERIVED_SUM_ABOVE;
}

static void add_notes(const struct overview *overview)
{
    struct table *table = overview->table;
    if (overview->first)
        table->columns[place(overview, LIGHT)].note =
            table_add_note(table, sv_of("Som aftalens parter har meldt den: grøn, gul eller rød."));
    table->columns[place(overview, EFFECT)].note = table_add_note(
        table,
        sv_of("Andel af de afsluttede forløb, der endte med et udfald, som aftalen regner for positivt."));
}

static struct overview begin_overview(const struct section_context *context, struct section *section)
{
    struct overview overview = {.context = context, .first = has_lights(context)};
    struct table_column columns[COLUMNS + 1] = {{.heading = SV("Aftale")}};
    for (enum columns i = overview.first ? LIGHT : STARTED; i < COLUMNS; i++)
        columns[place(&overview, i)] = headings[i];
    overview.table = section_add_table(context->document, section, "aftaler", "Aftalerne i overblik",
                                       table_title(context, "Forløb og samarbejdsaftaler"), columns,
                                       (size_t)COLUMNS + overview.first);
    return overview;
}

static void add_agreements(const struct section_context *context, struct section *section)
{
    const struct overview overview = begin_overview(context, section);
    for (uint32_t i = 0; i < row_count(context->data, TABLE_AGREEMENTS); i++)
        if (agreement_is_shown(context, i))
            add_row(&overview, i);
    overview.table->empty = sv_of("Ingen aftaler var i kraft i halvåret.");
    overview.table->source = source_of(context, 1u << TABLE_COURSES | 1u << TABLE_AGREEMENTS |
                                                    (overview.first ? 1u << TABLE_AGREEMENT_STATUSES : 0));
    if (!overview.table->row_count)
        return;
    add_total(&overview);
    add_notes(&overview);
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
    if (say_period_not_begun(s))
        return;
    say_flow(s);
    if (ratio_compare(figures_value(context->figures, figure_key(context->figures, FIGURE_COURSES_ENDED)),
                      ratio_whole(1)) > 0)
        say_effect(s);
}

void section_half_year_courses(const struct section_context *context, struct section *section)
{
    add_lead(context, section);
    add_agreements(context, section);
}
