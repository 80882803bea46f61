/*
 * Progression: the moves in the value chain, readings, the agreements side by side, then each by itself
 * (strategy 2022–2025, section 4: reported per agreement, and on where citizens are after their course).
 */
#include "agreement_page.h"
#include "goal_view.h"
#include "sections.h"
#include "sentence.h"
#include "series.h"

static struct figure_key agreement_key(const struct section_context *context, enum figure_id id,
                                       uint32_t agreement)
{
    struct figure_key key = figure_key(context->figures, id);
    key.agreement = agreement;
    return key;
}

static bool has_count(const struct section_context *context, enum figure_id id, uint32_t agreement)
{
    const struct ratio value = figures_value(context->figures, agreement_key(context, id, agreement));
    return ratio_has_value(value) && value.num != 0;
}

bool agreement_is_shown(const struct section_context *context, uint32_t agreement)
{
    const struct period *period = &context->figures->periods[context->figures->report];
    const struct agreement *record = &agreements(context->data)[agreement];
    if (record->start > period->last)
        return false;
    return record->end == DAY_NONE || record->end >= period->first ||
           has_count(context, FIGURE_COURSES_ACTIVE, agreement) ||
           has_count(context, FIGURE_COURSES_MEETINGS, agreement);
}

/* ---- The agreements side by side ---- */

enum overview_columns {
    OVER_NAME,
    OVER_PLACES,
    OVER_USE,
    OVER_STARTED,
    OVER_ENDED,
    OVER_EFFECT,
    OVER_FORWARD,
    OVER_SAME,
    OVER_BACK,
    OVER_HOURS,
    OVER_RETENTION,
    OVER_LIGHT, /* only where an agreement has one */
    OVER_COLUMNS
};

static const struct table_column overview_columns[OVER_COLUMNS] = {
    [OVER_NAME] = {.heading = SV("Aftale")},
    [OVER_PLACES] = {.heading = SV("Pladser"), .format = FORMAT_COUNT},
    [OVER_USE] = {.heading = SV("Brugt"), .format = FORMAT_SHARE},
    [OVER_STARTED] = {.heading = SV("Startet"), .format = FORMAT_COUNT},
    [OVER_ENDED] = {.heading = SV("Afsluttet"), .format = FORMAT_COUNT},
    [OVER_EFFECT] = {.heading = SV("Effekt"), .format = FORMAT_SHARE},
    [OVER_FORWARD] = {.heading = SV("Frem"), .format = FORMAT_COUNT},
    [OVER_SAME] = {.heading = SV("Samme"), .format = FORMAT_COUNT},
    [OVER_BACK] = {.heading = SV("Tilbage"), .format = FORMAT_COUNT},
    [OVER_HOURS] = {.heading = SV("Timer pr. uge"), .format = FORMAT_DECIMAL},
    [OVER_RETENTION] = {.heading = SV("Fastholdt"), .format = FORMAT_SHARE},
    [OVER_LIGHT] = {.heading = SV("Status"), .format = FORMAT_LIGHT},
};

static struct cell figure_cell(const struct section_context *context, enum figure_id id, uint32_t agreement,
                               enum value_format format)
{
    return cell_of_figure(context->figures, agreement_key(context, id, agreement), format);
}

static struct cell coded_cell(const struct section_context *context, enum figure_id id, uint32_t agreement,
                              const char *code)
{
    const struct figure_key key = agreement_key(context, id, agreement);
    return cell_of_figure(context->figures, figure_key_code(context->figures, key, sv_of(code)),
                          FORMAT_COUNT);
}

/* The columns that are figures, for an agreement or for ALL_AGREEMENTS. */
static void fill_overview(const struct section_context *context, struct table_row *row, uint32_t agreement)
{
    row->cells[OVER_STARTED] = figure_cell(context, FIGURE_COURSES_STARTED, agreement, FORMAT_COUNT);
    row->cells[OVER_ENDED] = figure_cell(context, FIGURE_COURSES_ENDED, agreement, FORMAT_COUNT);
    row->cells[OVER_EFFECT] =
        cell_of_share(context->figures, agreement_key(context, FIGURE_COURSES_EFFECT, agreement),
                      agreement_key(context, FIGURE_COURSES_ENDED, agreement));
    row->cells[OVER_FORWARD] = coded_cell(context, FIGURE_COURSES_PROGRESSION, agreement, "frem");
    row->cells[OVER_SAME] = coded_cell(context, FIGURE_COURSES_PROGRESSION, agreement, "uaendret");
    row->cells[OVER_BACK] = coded_cell(context, FIGURE_COURSES_PROGRESSION, agreement, "tilbage");
    row->cells[OVER_HOURS] = figure_cell(context, FIGURE_COURSES_HOURS_CHANGE, agreement, FORMAT_DECIMAL);
    row->cells[OVER_RETENTION] = figure_cell(context, FIGURE_COURSES_RETENTION, agreement, FORMAT_SHARE);
}

static void add_overview_row(const struct section_context *context, struct table *table, uint32_t agreement)
{
    const int32_t places = agreements(context->data)[agreement].places;
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[OVER_NAME] = cell_of_text(agreement_label(context, agreement));
    row->cells[OVER_PLACES] =
        cell_of_value(places == WHOLE_NONE ? ratio_none() : ratio_whole(places), FORMAT_COUNT);
    row->cells[OVER_USE] = figure_cell(context, FIGURE_COURSES_USE_OF_PLACES, agreement, FORMAT_SHARE);
    fill_overview(context, row, agreement);
    if (table->column_count > OVER_LIGHT)
        row->cells[OVER_LIGHT] = agreement_light_cell(context, agreement);
}

static bool any_has_light(const struct section_context *context)
{
    for (uint32_t i = 0; i < row_count(context->data, TABLE_AGREEMENTS); i++)
        if (agreement_is_shown(context, i) && ratio_has_value(agreement_light_cell(context, i).value))
            return true;
    return false;
}

static void add_overview_total(const struct section_context *context, struct table *table)
{
    static const uint16_t sums[] = {OVER_STARTED, OVER_ENDED, OVER_FORWARD, OVER_SAME, OVER_BACK};
    struct table_row *row = table_add_row(context->document, table, ROW_TOTAL);
    row->cells[OVER_NAME] = cell_of_text(sv_of("Alle aftaler"));
    fill_overview(context, row, ALL_AGREEMENTS);
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++)
        row->cells[sums[i]].derivation.kind = DERIVED_SUM_ABOVE;
}

static void add_overview_notes(const struct section_context *context, struct table *table)
{
    table->columns[OVER_USE].note = table_add_note(
        table, sv_of("Hvor stor en del af aftalens pladser der var i brug, som gennemsnit af alle dage."));
    table->columns[OVER_EFFECT].note = table_add_note(
        table,
        sv_of("Andel af de afsluttede forløb, der endte med et udfald, som aftalen regner for positivt."));
    table->columns[OVER_FORWARD].note = table_add_note(
        table,
        sv_of("Afsluttede forløb, der endte på et senere, det samme eller et tidligere trin i værdikæden, "
              "end de begyndte på. Forløb uden oplyst trin er ikke med."));
    table->columns[OVER_HOURS].note =
        table_add_note(table, sv_of("Gennemsnitlig ændring i lønnede timer om ugen fra start til slut."));
    table->columns[OVER_RETENTION].note = table_add_note(
        table, sv_of(has_follow_ups(context) ? "Andel, der stadig havde et positivt udfald ved en opfølgning "
                                               "180–365 dage efter."
                                             : "Der er ingen opfølgninger i datamappen."));
}

static void add_overview(const struct section_context *context, struct section *section)
{
    struct table *table =
        section_add_table(context->document, section, "aftaler", "Aftalerne i overblik",
                          table_title(context, "Samarbejdsaftalerne i overblik"), overview_columns,
                          any_has_light(context) ? OVER_COLUMNS : OVER_LIGHT);
    for (uint32_t i = 0; i < row_count(context->data, TABLE_AGREEMENTS); i++)
        if (agreement_is_shown(context, i))
            add_overview_row(context, table, i);
    table->empty = sv_of("Ingen aftaler var i kraft i perioden.");
    table->source = source_of(context, 1u << TABLE_COURSES | 1u << TABLE_FOLLOW_UPS | 1u << TABLE_AGREEMENTS);
    if (!table->row_count)
        return;
    add_overview_total(context, table);
    add_overview_notes(context, table);
}

/* ---- The value chain ---- */

static struct cell transition_cell(const struct section_context *context, const struct code_list *steps,
                                   size_t from, size_t to)
{
    const struct sv code = sv_format(context->document->arena, "%.*s>%.*s", SV_ARG(steps->codes[from].code),
                                     SV_ARG(steps->codes[to].code));
    const struct figure_key key = figure_key(context->figures, FIGURE_COURSES_VALUE_CHAIN);
    return cell_of_figure(context->figures, figure_key_code(context->figures, key, code), FORMAT_COUNT);
}

/* Sums over a row's or the rows' cells, for the margins of the matrix. */
static struct cell row_sum(const struct table_row *row, size_t steps)
{
    struct ratio sum = ratio_whole(0);
    for (size_t i = 1; i <= steps; i++)
        sum = ratio_add(sum, row->cells[i].value);
    struct cell cell = cell_of_value(sum, FORMAT_COUNT);
    cell.derivation = (struct derivation){.kind = DERIVED_SUM_COLUMNS, .a = 1, .b = (uint16_t)steps};
    return cell;
}

static void add_matrix_total(const struct section_context *context, struct table *table)
{
    const size_t rows = table->row_count;
    struct table_row *total = table_add_row(context->document, table, ROW_TOTAL);
    total->cells[0] = cell_of_text(sv_of("I alt"));
    for (uint16_t column = 1; column < table->column_count; column++) {
        struct ratio sum = ratio_whole(0);
        for (size_t i = 0; i < rows; i++)
            sum = ratio_add(sum, table->rows[i].cells[column].value);
        total->cells[column] = cell_of_value(sum, FORMAT_COUNT);
        total->cells[column].derivation.kind = DERIVED_SUM_ABOVE;
    }
}

static void fill_matrix(const struct section_context *context, struct table *table,
                        const struct code_list *steps)
{
    for (size_t from = 0; from < steps->count; from++) {
        struct table_row *row = table_add_row(context->document, table, ROW_BODY);
        row->cells[0] = cell_of_text(steps->codes[from].name);
        for (size_t to = 0; to < steps->count; to++)
            row->cells[to + 1] = transition_cell(context, steps, from, to);
        row->cells[steps->count + 1] = row_sum(row, steps->count);
    }
    add_matrix_total(context, table);
}

static struct ratio unknown_steps(const struct section_context *context)
{
    return coded_cell(context, FIGURE_COURSES_PROGRESSION, ALL_AGREEMENTS, "uoplyst").value;
}

static void add_matrix(const struct section_context *context, struct section *section)
{
    struct arena *arena = context->document->arena;
    const struct code_list *steps = code_list(&context->data->codes, CODES_STEP);
    struct table_column *columns = arena_array(arena, steps->count + 2, sizeof *columns);
    columns[0] = (struct table_column){.heading = SV("Trin ved start")};
    for (size_t i = 0; i < steps->count; i++)
        columns[i + 1] = (struct table_column){
            .heading = sv_format(arena, "Slut: %.*s", SV_ARG(text_lowered(arena, steps->codes[i].name))),
            .format = FORMAT_COUNT,
            .look = COLUMN_HEAT,
        };
    columns[steps->count + 1] = (struct table_column){.heading = SV("I alt"), .format = FORMAT_COUNT};
    struct table *table = section_add_table(
        context->document, section, "vaerdikaede", "Værdikæden",
        table_title(context, "Fra trin ved start til trin ved slut, antal afsluttede forløb"), columns,
        steps->count + 2);
    fill_matrix(context, table, steps);
    table->source = source_of(context, 1u << TABLE_COURSES);
    const struct ratio unknown = unknown_steps(context);
    if (unknown.num != 0)
        table->title_note = table_add_note(table, sv_format(arena, "%lld %s uden oplyst trin er ikke med.",
                                                            (long long)ratio_round(unknown, 0),
                                                            ratio_compare(unknown, ratio_whole(1)) == 0
                                                                ? "afsluttet forløb"
                                                                : "afsluttede forløb"));
}

static void explain_matrix(const struct section_context *context, struct section *section)
{
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    const struct figure_key key = figure_key(context->figures, FIGURE_COURSES_PROGRESSION);
    struct figures *figures = context->figures;
    say(s, "Værdikæden går fra motivation til flere timer. Hver række er det trin, borgeren begyndte på, og "
           "hver "
           "kolonne det trin, forløbet endte på. ");
    say(s, "Til højre for diagonalen er borgeren kommet frem: ");
    say_count(s, figure_key_code(figures, key, sv_of("frem")), NOUN_COURSE);
    say(s, " endte længere fremme, ");
    say_count(s, figure_key_code(figures, key, sv_of("uaendret")), NOUN_NONE);
    say(s, " på samme trin og ");
    say_count(s, figure_key_code(figures, key, sv_of("tilbage")), NOUN_NONE);
    say(s, " længere tilbage.");
}

static bool steps_are_known(const struct section_context *context)
{
    const struct figure_key key = figure_key(context->figures, FIGURE_COURSES_ENDED);
    const struct ratio ended = figures_value(context->figures, key);
    return ratio_compare(ended, unknown_steps(context)) > 0;
}

/* "Der begyndte 88 forløb i 2024, og 83 blev afsluttet; 62 var i gang ved årets udgang." */
static void add_lead(const struct section_context *context, struct section *section)
{
    const struct figures *figures = context->figures;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_LEAD);
    if (say_period_not_begun(s))
        return;
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
    say(s, " i gang.");
}

static void add_all_outcomes(const struct section_context *context, struct section *section)
{
    if (!has_outcomes(context, ALL_AGREEMENTS))
        return;
    section_add_heading(context->document, section, 2, sv_of("Efter endt forløb"));
    add_outcome_table(context, section, ALL_AGREEMENTS);
}

static void add_value_chain(const struct section_context *context, struct section *section)
{
    if (!steps_are_known(context))
        return;
    section_add_heading(context->document, section, 2, sv_of("Bevægelser i værdikæden"));
    explain_matrix(context, section);
    add_matrix(context, section);
}

static void add_agreements(const struct section_context *context, struct section *section)
{
    bool begun = false;
    for (uint32_t i = 0; i < row_count(context->data, TABLE_AGREEMENTS); i++) {
        if (!agreement_is_shown(context, i))
            continue;
        if (!begun)
            section_add_heading(context->document, section, 2, sv_of("Aftale for aftale"));
        agreement_page(context, section, i);
        begun = true;
    }
}

void section_progression(const struct section_context *context, struct section *section)
{
    add_lead(context, section);
    add_value_chain(context, section);
    add_readings(context, section);
    add_all_outcomes(context, section);
    section_add_heading(context->document, section, 2, sv_of("Aftalerne side om side"));
    add_overview(context, section);
    add_effect_by_year(context, section);
    add_agreements(context, section);
}
