/*
 * The spring evaluation of the agreements (plan 2018, section 4): what it builds on, every agreement after
 * the same model, and the agreements side by side. And its summary, a chapter of the half-yearly report.
 */
#include "agreement_page.h"
#include "evaluation_sentences.h"
#include "evaluation_table.h"
#include "narrative_text.h"
#include "outcome_groups.h"
#include "period_words.h"
#include "remarks.h"
#include "sections.h"
#include "sheet_name.h"
#include "spread_table.h"
#include "text_da.h"

static struct figure_key so_far_key(const struct evaluation_view *view, enum figure_id id, uint32_t agreement)
{
    struct figure_key key = figure_key(view->context->figures, id);
    key.agreement = agreement;
    return key;
}

static struct figure_key course_key(const struct evaluation_view *view, enum figure_id id, uint32_t agreement)
{
    struct figure_key key = figure_key_in(view->context->figures, id, courses_period(view->context));
    key.agreement = agreement;
    return key;
}

/* ---- The introduction ---- */

/* "Det er den niende evaluering efter denne model." */
static void say_which_evaluation(struct sentence s, const struct evaluation_view *view)
{
    const unsigned number = evaluation_number(view, ALL_AGREEMENTS);
    if (number < 2)
        return;
    say(s, " Det er den ");
    say_sv(s, ordinal_da(view->context->document->arena, number));
    say(s, " evaluering efter samme model.");
}

static void say_silent_agreements(struct sentence s, const struct evaluation_view *view, uint32_t covered)
{
    uint32_t silent = covered;
    for (uint32_t i = 0; i < row_count(view->context->data, TABLE_AGREEMENTS); i++)
        silent -= evaluation_has_answers(view, i);
    if (!silent || silent == covered)
        return;
    say(s, " Om ");
    say_number(s, ratio_whole(silent), NOUN_AGREEMENT);
    say(s, " er der ingen svar.");
}

/* "Evalueringen omfatter 8 aftaler. Der er 176 svar på de 8 spørgsmål." */
static void add_extent(const struct evaluation_view *view, struct section *section)
{
    const struct sentence s = sentence_in(view->context, section, PARAGRAPH_LEAD);
    const uint32_t covered = evaluation_size(view);
    const int64_t answers = evaluation_all_answers(view, view->now, ALL_AGREEMENTS);
    if (!covered) {
        say_no_agreements(s, view);
        return;
    }
    say(s, "Evalueringen omfatter ");
    say_number(s, ratio_whole(covered), NOUN_AGREEMENT);
    say(s, ". Der er ");
    say_number(s, ratio_whole(answers), NOUN_NONE);
    say_sv(s,
           sv_format(view->context->document->arena, " svar på de %zu spørgsmål.", view->questions->count));
    say_silent_agreements(s, view, covered);
    say_which_evaluation(s, view);
}

/* In place of the unit's own text. */
static void add_model(const struct evaluation_view *view, struct section *section)
{
    const struct sentence s = sentence_in(view->context, section, PARAGRAPH_BODY);
    if (evaluation_size(view) > 1)
        say(s, "Alle samarbejdsaftaler evalueres efter samme model og kan derfor ses i en helhed. ");
    say(s, "Hvert spørgsmål besvares fra 1, slet ikke, til 5, i høj grad.");
    if (evaluation_all_answers(view, view->now, ALL_AGREEMENTS))
        say(s, " Hvor der er få svar, kan et enkelt flytte gennemsnittet meget.");
}

static void add_method(const struct evaluation_view *view, struct section *section)
{
    const struct section_context *context = view->context;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    if (evaluation_size(view) > 1)
        say(s, "Først kommer aftalerne én for én, til sidst aftalerne side om side. ");
    say(s,
        "Effekten er andelen af de afsluttede forløb, der endte med et udfald, som aftalen selv regner for "
        "positivt. Den er opgjort to gange: for alle aftalens forløb til og med ");
    say_value(s, ratio_whole(cut_off_day(context)), FORMAT_DATE);
    say_year_text(s, ", og for forløb afsluttet i ", context->figures->periods[courses_period(context)].year,
                  ".");
}

static void add_list_of_questions(const struct evaluation_view *view, struct section *section)
{
    struct document *document = view->context->document;
    section_add_heading(document, section, 2, sv_of("Spørgsmålene"));
    struct list *list = section_add_list(document, section);
    list->ordered = true;
    list->first = 1;
    for (size_t i = 0; i < view->questions->count; i++)
        paragraph_add_sv(document, list_add_item(document, list), view->questions->codes[i].name);
}

/* The questions stand in the table; without one they are listed. An only agreement has its own. */
static void add_answers_of_all(const struct evaluation_view *view, struct section *section)
{
    if (evaluation_size(view) < 2 || !evaluation_all_answers(view, view->now, ALL_AGREEMENTS)) {
        add_list_of_questions(view, section);
        return;
    }
    section_add_heading(view->context->document, section, 2, sv_of("Svarene om alle aftaler"));
    const struct sentence s = sentence_in(view->context, section, PARAGRAPH_BODY);
    say_answer_counts(s, view, ALL_AGREEMENTS);
    say_highest_and_lowest(s, view, ALL_AGREEMENTS);
    say_largest_changes(s, view, ALL_AGREEMENTS);
    add_question_means(view, section, ALL_AGREEMENTS);
    add_answer_spread(view, section);
}

void section_evaluation_introduction(const struct section_context *context, struct section *section)
{
    const struct evaluation_view view = evaluation_view(context);
    add_extent(&view, section);
    if (!add_narrative(context, section, "evaluering"))
        add_model(&view, section);
    if (evaluation_size(&view))
        add_method(&view, section);
    add_answers_of_all(&view, section);
}

/* ---- Agreement by agreement ---- */

static void add_answers(const struct evaluation_view *view, struct section *section, uint32_t agreement)
{
    const struct sentence s = sentence_in(view->context, section, PARAGRAPH_BODY);
    const unsigned number = evaluation_number(view, agreement);
    say_answer_counts(s, view, agreement);
    if (evaluation_has_answers(view, agreement) && number > 1) {
        say(s, " Det er den ");
        say_sv(s, ordinal_da(view->context->document->arena, number));
        say(s, " evaluering af aftalen.");
    }
    say_highest_and_lowest(s, view, agreement);
    say_largest_changes(s, view, agreement);
    if (evaluation_all_answers(view, view->now, agreement))
        add_question_table(view, section, agreement);
}

/* Of an only agreement, which no table shows beside others. */
static void add_use_of_places(const struct evaluation_view *view, struct section *section, uint32_t agreement)
{
    const struct figure_key use = course_key(view, FIGURE_COURSES_USE_OF_PLACES, agreement);
    if (evaluation_size(view) > 1 || !ratio_has_value(figures_value(view->context->figures, use)))
        return;
    const struct sentence s = sentence_in(view->context, section, PARAGRAPH_BODY);
    say(s, "I gennemsnit var ");
    say_figure(s, use, FORMAT_SHARE);
    say_year_text(s, " af aftalens pladser i brug i ",
                  view->context->figures->periods[courses_period(view->context)].year, ".");
}

static void add_outcomes(const struct evaluation_view *view, struct section *section, uint32_t agreement)
{
    add_agreement_results(view->context, section, agreement);
    add_use_of_places(view, section, agreement);
    if (has_outcomes(view->context, agreement))
        add_outcome_table(view->context, section, agreement);
}

static void add_agreement(const struct evaluation_view *view, struct section *section, uint32_t agreement)
{
    struct document *document = view->context->document;
    section_add_heading(document, section, 2, agreement_title(view->context, agreement));
    add_agreement_facts(view->context, section, agreement);
    section_add_heading(document, section, 3, sv_of("Svar på spørgsmålene"));
    add_answers(view, section, agreement);
    section_add_heading(document, section, 3, sv_of("Effekt, og hvor borgerne er bagefter"));
    add_outcomes(view, section, agreement);
    add_remarks(view, section, agreement);
}

void section_evaluation_agreements(const struct section_context *context, struct section *section)
{
    const struct evaluation_view view = evaluation_view(context);
    if (evaluation_size(&view) == 1)
        section->title = sv_of("Aftalen");
    for (uint32_t i = 0; i < row_count(context->data, TABLE_AGREEMENTS); i++)
        if (evaluation_covers(&view, i))
            add_agreement(&view, section, i);
}

/* ---- Side by side ---- */

enum effect_column {
    EFFECT_NAME,
    EFFECT_ENDED,
    EFFECT_POSITIVE,
    EFFECT_SHARE,
    EFFECT_STOPPED,
    EFFECT_YEAR_ENDED,
    EFFECT_YEAR_SHARE,
    EFFECT_RETENTION,
    EFFECT_USE,
    EFFECT_COLUMNS
};

static void write_effect_columns(const struct evaluation_view *view, struct table_column *columns)
{
    struct arena *arena = view->context->document->arena;
    const int year = view->context->figures->periods[courses_period(view->context)].year;
    columns[EFFECT_NAME] = (struct table_column){.heading = SV("Aftale")};
    columns[EFFECT_ENDED] = (struct table_column){.heading = SV("Afsluttet i alt"), .format = FORMAT_COUNT};
    columns[EFFECT_POSITIVE] = (struct table_column){.heading = SV("Positivt i alt"), .format = FORMAT_COUNT};
    columns[EFFECT_SHARE] = (struct table_column){.heading = SV("Effekt i alt"), .format = FORMAT_SHARE};
    columns[EFFECT_STOPPED] = (struct table_column){.heading = SV("Stoppet i alt"), .format = FORMAT_COUNT};
    columns[EFFECT_YEAR_ENDED] =
        (struct table_column){.heading = sv_format(arena, "Afsluttet %d", year), .format = FORMAT_COUNT};
    columns[EFFECT_YEAR_SHARE] =
        (struct table_column){.heading = sv_format(arena, "Effekt %d", year), .format = FORMAT_SHARE};
    columns[EFFECT_RETENTION] =
        (struct table_column){.heading = sv_format(arena, "Fastholdt %d", year), .format = FORMAT_SHARE};
    columns[EFFECT_USE] =
        (struct table_column){.heading = sv_format(arena, "Brugt %d", year), .format = FORMAT_SHARE};
}

static struct cell stopped_cell(const struct evaluation_view *view, uint32_t agreement)
{
    struct figures *figures = view->context->figures;
    const struct figure_key key = so_far_key(view, FIGURE_COURSES_OUTCOME_SO_FAR, agreement);
    return cell_of_figure(figures, figure_key_code(figures, key, sv_of("stoppet")), FORMAT_COUNT);
}

/* Figures of the year; the store has them for all agreements too. */
static void fill_year(const struct evaluation_view *view, struct table_row *row, uint32_t agreement)
{
    const struct figures *figures = view->context->figures;
    const struct figure_key ended = course_key(view, FIGURE_COURSES_ENDED, agreement);
    row->cells[EFFECT_YEAR_ENDED] = cell_of_figure(figures, ended, FORMAT_COUNT);
    row->cells[EFFECT_YEAR_SHARE] =
        cell_of_share(figures, course_key(view, FIGURE_COURSES_EFFECT, agreement), ended);
    row->cells[EFFECT_RETENTION] =
        cell_of_figure(figures, course_key(view, FIGURE_COURSES_RETENTION, agreement), FORMAT_SHARE);
}

static struct cell quotient_cell(const struct table_row *row)
{
    const struct ratio ended = row->cells[EFFECT_ENDED].value;
    struct cell cell = cell_of_value(ratio_none(), FORMAT_SHARE);
    if (!ratio_has_value(ended) || ended.num == 0)
        return cell;
    cell.value = ratio_divide(row->cells[EFFECT_POSITIVE].value, ended);
    cell.base = ratio_round(ended, 0);
    cell.derivation = (struct derivation){DERIVED_QUOTIENT, EFFECT_POSITIVE, EFFECT_ENDED};
    return cell;
}

static void add_effect(const struct evaluation_view *view, struct table *table, uint32_t agreement)
{
    const struct figures *figures = view->context->figures;
    struct table_row *row = table_add_row(view->context->document, table, ROW_BODY);
    row->cells[EFFECT_NAME] = cell_of_text(agreement_label(view->context, agreement));
    row->cells[EFFECT_ENDED] =
        cell_of_figure(figures, so_far_key(view, FIGURE_COURSES_ENDED_SO_FAR, agreement), FORMAT_COUNT);
    row->cells[EFFECT_POSITIVE] =
        cell_of_figure(figures, so_far_key(view, FIGURE_COURSES_POSITIVE_SO_FAR, agreement), FORMAT_COUNT);
    row->cells[EFFECT_SHARE] = quotient_cell(row);
    row->cells[EFFECT_SHARE].has_key = true;
    row->cells[EFFECT_SHARE].key = so_far_key(view, FIGURE_COURSES_EFFECT_SO_FAR, agreement);
    row->cells[EFFECT_STOPPED] = stopped_cell(view, agreement);
    fill_year(view, row, agreement);
    row->cells[EFFECT_USE] =
        cell_of_figure(figures, course_key(view, FIGURE_COURSES_USE_OF_PLACES, agreement), FORMAT_SHARE);
}

/* The store cumulates per agreement only, so the totals are sums of the rows. */
static void add_effect_total(const struct evaluation_view *view, struct table *table)
{
    static const uint16_t sums[] = {EFFECT_ENDED, EFFECT_POSITIVE, EFFECT_STOPPED};
    const size_t rows = table->row_count;
    struct table_row *total = table_add_row(view->context->document, table, ROW_TOTAL);
    total->cells[EFFECT_NAME] = cell_of_text(sv_of("Alle aftaler"));
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
        struct ratio sum = ratio_whole(0);
        for (size_t row = 0; row < rows; row++)
            sum = ratio_add(sum, table->rows[row].cells[sums[i]].value);
        total->cells[sums[i]] = cell_of_value(sum, FORMAT_COUNT);
        total->cells[sums[i]].derivation.kind = DERIVED_SUM_ABOVE;
    }
    total->cells[EFFECT_SHARE] = quotient_cell(total);
    fill_year(view, total, ALL_AGREEMENTS);
}

static void add_effect_notes(const struct evaluation_view *view, struct table *table)
{
    struct buffer so_far = buffer_in(view->context->document->arena);
    buffer_add_text(&so_far, "Alle aftalens forløb, der er afsluttet til og med ");
    danish_date(&so_far, cut_off_day(view->context));
    buffer_add_text(&so_far, ".");
    table->columns[EFFECT_ENDED].note = table_add_note(table, buffer_view(&so_far));
    table->columns[EFFECT_SHARE].note = table_add_note(
        table,
        sv_of(
            "Andel med et udfald, som aftalen selv regner for positivt; se tabellen over aftalens udfald."));
    table->columns[EFFECT_RETENTION].note = table_add_note(
        table, sv_of(has_follow_ups(view->context)
                         ? "Andel, der stadig havde et positivt udfald ved en opfølgning 180–365 dage efter."
                         : "Der er ingen opfølgninger i datamappen."));
    table->columns[EFFECT_USE].note = table_add_note(
        table, sv_of("Hvor stor en del af aftalens pladser der var i brug, som gennemsnit af alle dage."));
}

static void add_effects(const struct evaluation_view *view, struct section *section)
{
    struct table_column columns[EFFECT_COLUMNS];
    write_effect_columns(view, columns);
    struct table *table =
        section_add_table(view->context->document, section, "effekt", "Effekt, aftalerne",
                          sv_of("Effekt, stop, fastholdelse og brug af pladser"), columns, EFFECT_COLUMNS);
    for (uint32_t i = 0; i < row_count(view->context->data, TABLE_AGREEMENTS); i++)
        if (evaluation_covers(view, i))
            add_effect(view, table, i);
    table->source =
        source_of(view->context, 1u << TABLE_COURSES | 1u << TABLE_FOLLOW_UPS | 1u << TABLE_AGREEMENTS);
    add_effect_total(view, table);
    add_effect_notes(view, table);
}

void section_evaluation_side_by_side(const struct section_context *context, struct section *section)
{
    const struct evaluation_view view = evaluation_view(context);
    if (evaluation_size(&view) < 2)
        return;
    section_add_heading(context->document, section, 2, sv_of("Svarene"));
    add_means_side_by_side(&view, section);
    section_add_heading(context->document, section, 2, sv_of("Effekten"));
    add_effects(&view, section);
    add_outcome_groups(&view, section);
}

/* ---- The summary in other reports ---- */

void section_evaluation_summary(const struct section_context *context, struct section *section)
{
    const struct evaluation_view view = evaluation_view(context);
    if (!evaluation_all_answers(&view, view.now, ALL_AGREEMENTS))
        return;
    const bool only = evaluation_size(&view) == 1;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say(s, only ? "Samarbejdsaftalen er evalueret i foråret" : "Samarbejdsaftalerne er evalueret i foråret");
    if (evaluation_number(&view, ALL_AGREEMENTS) > 1)
        say(s, " efter samme model som tidligere år");
    else if (!only)
        say(s, ", alle efter samme model");
    say(s, ". ");
    say_answer_counts(s, &view, ALL_AGREEMENTS);
    say_highest_and_lowest(s, &view, ALL_AGREEMENTS);
    say_largest_changes(s, &view, ALL_AGREEMENTS);
    say_year_text(
        s, only ? " Mere om aftalen står i evalueringen " : " Aftalerne side om side står i evalueringen ",
        report_year(context), ".");
    add_question_means(&view, section, ALL_AGREEMENTS);
}
