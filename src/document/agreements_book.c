/*
 * The agreements' workbook, a book to work in: an overview with a row an agreement, and a sheet for each that
 * can be sent to its partner. For a partner alone it holds that one sheet and nothing of the others: no
 * averages over all, and a source line without names of files, for an enterprise's file is named after it.
 */
#include "agreement_page.h"
#include "comparison.h"
#include "evaluation_table.h"
#include "goal_view.h"
#include "period_words.h"
#include "remarks.h"
#include "sections.h"
#include "sentence.h"
#include "sheet_name.h"
#include "text_da.h"

#include <string.h>

/* ---- The overview ---- */

enum overview_column {
    OVER_ID,
    OVER_NAME,
    OVER_LIGHT,
    OVER_PLACES,
    OVER_USE,
    OVER_STARTED,
    OVER_ENDED,
    OVER_POSITIVE,
    OVER_EFFECT,
    OVER_FORWARD,
    OVER_SAME,
    OVER_BACK,
    OVER_HOURS,
    OVER_RETENTION,
    OVER_COLUMNS
};

static const struct table_column overview_columns[OVER_COLUMNS] = {
    [OVER_ID] = {.heading = SV("Aftale")},
    [OVER_NAME] = {.heading = SV("Navn")},
    [OVER_LIGHT] = {.heading = SV("Status"), .format = FORMAT_LIGHT},
    [OVER_PLACES] = {.heading = SV("Pladser"), .format = FORMAT_COUNT},
    [OVER_USE] = {.heading = SV("Brugt"), .format = FORMAT_SHARE},
    [OVER_STARTED] = {.heading = SV("Startet"), .format = FORMAT_COUNT},
    [OVER_ENDED] = {.heading = SV("Afsluttet"), .format = FORMAT_COUNT},
    [OVER_POSITIVE] = {.heading = SV("Positivt"), .format = FORMAT_COUNT},
    [OVER_EFFECT] = {.heading = SV("Effekt"), .format = FORMAT_SHARE},
    [OVER_FORWARD] = {.heading = SV("Frem"), .format = FORMAT_COUNT},
    [OVER_SAME] = {.heading = SV("Samme"), .format = FORMAT_COUNT},
    [OVER_BACK] = {.heading = SV("Tilbage"), .format = FORMAT_COUNT},
    [OVER_HOURS] = {.heading = SV("Timer pr. uge"), .format = FORMAT_DECIMAL},
    [OVER_RETENTION] = {.heading = SV("Fastholdt"), .format = FORMAT_SHARE},
};

static struct figure_key key_of(const struct section_context *context, enum figure_id id, uint32_t agreement)
{
    struct figure_key key = figure_key_in(context->figures, id, courses_period(context));
    key.agreement = agreement;
    return key;
}

static struct cell direction_cell(const struct section_context *context, const char *direction,
                                  uint32_t agreement)
{
    const struct figure_key key = key_of(context, FIGURE_COURSES_PROGRESSION, agreement);
    return cell_of_figure(context->figures, figure_key_code(context->figures, key, sv_of(direction)),
                          FORMAT_COUNT);
}

static void fill_results(const struct section_context *context, struct table_row *row, uint32_t agreement)
{
    static const struct {
        enum overview_column column;
        enum figure_id id;
    } figures[] = {
        {OVER_USE, FIGURE_COURSES_USE_OF_PLACES},   {OVER_STARTED, FIGURE_COURSES_STARTED},
        {OVER_ENDED, FIGURE_COURSES_ENDED},         {OVER_POSITIVE, FIGURE_COURSES_POSITIVE},
        {OVER_EFFECT, FIGURE_COURSES_EFFECT},       {OVER_HOURS, FIGURE_COURSES_HOURS_CHANGE},
        {OVER_RETENTION, FIGURE_COURSES_RETENTION},
    };
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        row->cells[figures[i].column] =
            cell_of_figure(context->figures, key_of(context, figures[i].id, agreement),
                           overview_columns[figures[i].column].format);
    if (ratio_has_value(row->cells[OVER_EFFECT].value))
        row->cells[OVER_EFFECT].derivation = (struct derivation){DERIVED_QUOTIENT, OVER_POSITIVE, OVER_ENDED};
    row->cells[OVER_FORWARD] = direction_cell(context, "frem", agreement);
    row->cells[OVER_SAME] = direction_cell(context, "uaendret", agreement);
    row->cells[OVER_BACK] = direction_cell(context, "tilbage", agreement);
}

/* Leads to the agreement's own sheet. */
static struct cell id_cell(const struct section_context *context, uint32_t agreement)
{
    struct cell cell = cell_of_text(agreement_id(context->data, agreement));
    cell.link = sv_format(context->document->arena, "#aftale%u", (unsigned)agreement + 1);
    return cell;
}

static void add_overview_row(const struct section_context *context, struct table *table, uint32_t agreement)
{
    const struct agreement *record = &agreements(context->data)[agreement];
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[OVER_ID] = id_cell(context, agreement);
    row->cells[OVER_NAME] = cell_of_text(record->name);
    row->cells[OVER_LIGHT] = agreement_light_cell(context, agreement);
    row->cells[OVER_PLACES] = cell_of_value(
        record->places == WHOLE_NONE ? ratio_none() : ratio_whole(record->places), FORMAT_COUNT);
    fill_results(context, row, agreement);
}

static void add_overview_total(const struct section_context *context, struct table *table)
{
    static const uint16_t sums[] = {OVER_STARTED, OVER_ENDED, OVER_POSITIVE,
                                    OVER_FORWARD, OVER_SAME,  OVER_BACK};
    struct table_row *row = table_add_row(context->document, table, ROW_TOTAL);
    row->cells[OVER_ID] = cell_of_text(sv_of("I alt"));
    row->cells[OVER_NAME] = cell_of_text(sv_of("Alle aftaler"));
    fill_results(context, row, ALL_AGREEMENTS);
    row->cells[OVER_USE] = (struct cell){.kind = CELL_EMPTY};
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++)
        row->cells[sums[i]].derivation.kind = DERIVED_SUM_ABOVE;
}

static bool is_in_book(const struct section_context *context, uint32_t agreement)
{
    if (context->request->kind == REPORT_EVALUATION) {
        const struct evaluation_view view = evaluation_view(context);
        return evaluation_covers(&view, agreement);
    }
    return agreement_is_shown(context, agreement);
}

static void add_results_of_all(const struct section_context *context, struct section *section)
{
    struct table *table =
        section_add_table(context->document, section, "overblik", "Overblik",
                          sv_format(context->document->arena, "Samarbejdsaftalerne i overblik, %.*s",
                                    SV_ARG(period_span(context, courses_period(context)))),
                          overview_columns, OVER_COLUMNS);
    for (uint32_t i = 0; i < row_count(context->data, TABLE_AGREEMENTS); i++)
        if (is_in_book(context, i))
            add_overview_row(context, table, i);
    table->empty = sv_of("Ingen aftaler var i kraft i perioden.");
    table->source = source_of(context, 1u << TABLE_COURSES | 1u << TABLE_FOLLOW_UPS | 1u << TABLE_AGREEMENTS);
    if (table->row_count)
        add_overview_total(context, table);
}

/* ---- Who the agreements are with: a sheet of its own, so that either can be read on paper ---- */

enum partner_column {
    PARTNER_ID,
    PARTNER_NAME,
    PARTNER_ENTERPRISE,
    PARTNER_TYPE,
    PARTNER_FROM,
    PARTNER_TO,
    PARTNER_COLUMNS
};

static const struct table_column partner_columns[PARTNER_COLUMNS] = {
    [PARTNER_ID] = {.heading = SV("Aftale")},
    [PARTNER_NAME] = {.heading = SV("Navn")},
    [PARTNER_ENTERPRISE] = {.heading = SV("Aftalepart")},
    [PARTNER_TYPE] = {.heading = SV("Type")},
    [PARTNER_FROM] = {.heading = SV("Fra"), .format = FORMAT_DATE},
    [PARTNER_TO] = {.heading = SV("Til"), .format = FORMAT_DATE},
};

static void add_partner(const struct section_context *context, struct table *table, uint32_t agreement)
{
    const struct agreement *record = &agreements(context->data)[agreement];
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[PARTNER_ID] = id_cell(context, agreement);
    row->cells[PARTNER_NAME] = cell_of_text(record->name);
    if (record->enterprise != ROW_NONE)
        row->cells[PARTNER_ENTERPRISE] = cell_of_text(enterprises(context->data)[record->enterprise].name);
    row->cells[PARTNER_TYPE] =
        cell_of_text(code_name(code_list(&context->data->codes, CODES_AGREEMENT_TYPE), record->type));
    row->cells[PARTNER_FROM] = cell_of_day(record->start);
    row->cells[PARTNER_TO] = cell_of_day(record->end);
}

static void add_partners(const struct section_context *context, struct section *section)
{
    struct table *table = section_add_table(context->document, section, "aftaleparter", "Aftaleparter",
                                            sv_of("Hvem aftalerne er med"), partner_columns, PARTNER_COLUMNS);
    for (uint32_t i = 0; i < row_count(context->data, TABLE_AGREEMENTS); i++)
        if (is_in_book(context, i))
            add_partner(context, table, i);
    table->source = source_of(context, 1u << TABLE_AGREEMENTS | 1u << TABLE_ENTERPRISES);
}

static void add_overview(const struct section_context *context)
{
    struct section *section = document_add_section(context->document, "overblik", sv_of("Overblik"));
    add_results_of_all(context, section);
    if (section->blocks[0].as.table->row_count)
        add_partners(context, section);
    if (context->request->kind == REPORT_EVALUATION)
        section_evaluation_side_by_side(context, section);
}

/* ---- Results of one agreement ---- */

struct result {
    enum figure_id id;
    const char *code;      /* NULL: the figure has none */
    const char *name;      /* NULL: the figure's own */
    enum figure_id so_far; /* the same over all the agreement's time; FIGURES: there is none */
};

static const struct result results[] = {
    {.id = FIGURE_COURSES_USE_OF_PLACES, .so_far = FIGURES},
    {.id = FIGURE_COURSES_STARTED, .so_far = FIGURES},
    {.id = FIGURE_COURSES_AT_END, .so_far = FIGURES},
    {.id = FIGURE_COURSES_PERSONS, .so_far = FIGURES},
    {.id = FIGURE_COURSES_ENDED, .so_far = FIGURE_COURSES_ENDED_SO_FAR},
    {.id = FIGURE_COURSES_POSITIVE, .so_far = FIGURE_COURSES_POSITIVE_SO_FAR},
    {.id = FIGURE_COURSES_EFFECT, .so_far = FIGURE_COURSES_EFFECT_SO_FAR},
    {.id = FIGURE_COURSES_PROGRESSION,
     .code = "frem",
     .name = "Længere fremme i værdikæden",
     .so_far = FIGURES},
    {.id = FIGURE_COURSES_PROGRESSION,
     .code = "uaendret",
     .name = "På samme trin i værdikæden",
     .so_far = FIGURES},
    {.id = FIGURE_COURSES_PROGRESSION,
     .code = "tilbage",
     .name = "Længere tilbage i værdikæden",
     .so_far = FIGURES},
    {.id = FIGURE_COURSES_HOURS_CHANGE, .so_far = FIGURES},
    {.id = FIGURE_COURSES_PAID_HOURS, .so_far = FIGURES},
    {.id = FIGURE_COURSES_DURATION, .so_far = FIGURES},
    {.id = FIGURE_COURSES_PLAN_SHARE, .so_far = FIGURES},
    {.id = FIGURE_COURSES_OWNERSHIP_SHARE, .so_far = FIGURES},
    {.id = FIGURE_COURSES_MEETINGS, .so_far = FIGURES},
    {.id = FIGURE_COURSES_MEETINGS_SHARE, .so_far = FIGURES},
    {.id = FIGURE_COURSES_RETENTION, .so_far = FIGURES},
    {.id = FIGURE_JOBS_NEW, .so_far = FIGURES},
};

enum result_column { RESULT_NAME, RESULT_BEFORE, RESULT_NOW, RESULT_CHANGE, RESULT_COLUMNS };

/* A table of figures in two columns: last year's and this one's, or a year's and those of all time. */
struct comparison_of {
    const struct section_context *context;
    uint32_t agreement;
    bool so_far;  /* the evaluation's: the year, and all of the agreement's time */
    uint16_t now; /* periods; UINT16_MAX: none */
    uint16_t before;
};

static struct comparison_of comparison_of(const struct section_context *context, uint32_t agreement)
{
    const bool so_far = context->request->kind == REPORT_EVALUATION;
    return (struct comparison_of){
        .context = context,
        .agreement = agreement,
        .so_far = so_far,
        .now = context->figures->report,
        .before = so_far ? courses_period(context) : context->figures->previous,
    };
}

static struct cell cell_in(const struct comparison_of *of, enum figure_id id, const char *code,
                           uint16_t period)
{
    struct figures *figures = of->context->figures;
    if (id == FIGURES || period == UINT16_MAX)
        return (struct cell){.kind = CELL_EMPTY};
    struct figure_key key = figure_key_in(figures, id, period);
    key.agreement = of->agreement;
    if (code)
        key = figure_key_code(figures, key, sv_of(code));
    return cell_of_figure(figures, key, figure_format(id));
}

static void add_change(struct table_row *row, enum value_format format)
{
    struct cell cell = cell_of_value(
        ratio_subtract(row->cells[RESULT_NOW].value, row->cells[RESULT_BEFORE].value), change_format(format));
    if (ratio_has_value(cell.value))
        cell.derivation = (struct derivation){DERIVED_DIFFERENCE, RESULT_NOW, RESULT_BEFORE};
    row->cells[RESULT_CHANGE] = cell;
}

static void add_pair(const struct comparison_of *of, struct table *table, struct sv name, struct cell before,
                     struct cell now)
{
    if (!ratio_has_value(before.value) && !ratio_has_value(now.value))
        return;
    struct table_row *row = table_add_row(of->context->document, table, ROW_BODY);
    row->cells[RESULT_NAME] = cell_of_text(name);
    row->cells[RESULT_BEFORE] = before;
    row->cells[RESULT_NOW] = now;
    if (!of->so_far)
        add_change(row, now.format);
}

static struct sv cut_off_heading(const struct section_context *context)
{
    struct buffer buffer = buffer_in(context->document->arena);
    buffer_add_text(&buffer, "I alt til ");
    danish_short_date(&buffer, cut_off_day(context));
    return buffer_view(&buffer);
}

static struct sv period_heading(const struct comparison_of *of, uint16_t period)
{
    if (period == UINT16_MAX)
        return sv_of("Året før");
    return period_title(of->context->document->arena, &of->context->figures->periods[period]);
}

static struct table *add_result_table(const struct comparison_of *of, struct section *section, const char *id,
                                      const char *title, const char *heading)
{
    struct document *document = of->context->document;
    const struct table_column columns[RESULT_COLUMNS] = {
        [RESULT_NAME] = {.heading = sv_of(heading)},
        [RESULT_BEFORE] = {.heading = period_heading(of, of->before), .format = FORMAT_COUNT},
        [RESULT_NOW] = {.heading = of->so_far ? cut_off_heading(of->context) : period_heading(of, of->now),
                        .format = FORMAT_COUNT},
        [RESULT_CHANGE] = {.heading = SV("Ændring"), .format = FORMAT_CHANGE},
    };
    const char *unique =
        sv_text(document->arena, sv_format(document->arena, "%s%u", id, (unsigned)of->agreement + 1));
    return section_add_table(document, section, unique, sheet_name(document, sv_of(unique)), sv_of(title),
                             columns, of->so_far ? RESULT_COLUMNS - 1 : RESULT_COLUMNS);
}

static void link_effect(struct table *table, const size_t rows[3])
{
    for (uint16_t column = RESULT_BEFORE; column <= RESULT_NOW; column++) {
        struct cell *effect = &table->rows[rows[2]].cells[column];
        if (ratio_has_value(effect->value))
            effect->derivation =
                (struct derivation){DERIVED_QUOTIENT_ROWS, (uint16_t)rows[1], (uint16_t)rows[0]};
    }
}

static void add_results(const struct section_context *context, struct section *section, uint32_t agreement)
{
    enum { ENDED, POSITIVE, EFFECT, LINKED };
    const struct comparison_of of = comparison_of(context, agreement);
    struct table *table = add_result_table(&of, section, "resultater", "Resultater", "Nøgletal");
    size_t rows[LINKED] = {SIZE_MAX, SIZE_MAX, SIZE_MAX};
    for (size_t i = 0; i < sizeof results / sizeof *results; i++) {
        const struct result *result = &results[i];
        const struct sv name = sv_of(result->name ? result->name : figure_kind(result->id)->name);
        const size_t row = table->row_count;
        add_pair(&of, table, name, cell_in(&of, result->id, result->code, of.before),
                 cell_in(&of, of.so_far ? result->so_far : result->id, result->code, of.now));
        if (table->row_count == row)
            continue;
        if (result->id == FIGURE_COURSES_ENDED)
            rows[ENDED] = row;
        else if (result->id == FIGURE_COURSES_POSITIVE)
            rows[POSITIVE] = row;
        else if (result->id == FIGURE_COURSES_EFFECT)
            rows[EFFECT] = row;
    }
    if (rows[ENDED] != SIZE_MAX && rows[POSITIVE] != SIZE_MAX && rows[EFFECT] != SIZE_MAX)
        link_effect(table, rows);
    table->empty = sv_of("Der er ingen forløb under aftalen i perioden.");
}

/* ---- Stops by cause ---- */

static void add_sum_row(const struct comparison_of *of, struct table *table)
{
    const size_t rows = table->row_count;
    struct table_row *total = table_add_row(of->context->document, table, ROW_TOTAL);
    total->cells[RESULT_NAME] = cell_of_text(sv_of("I alt"));
    for (uint16_t column = RESULT_BEFORE; column <= RESULT_NOW; column++) {
        struct ratio sum = ratio_whole(0);
        if (table->rows[0].cells[column].kind == CELL_EMPTY)
            continue;
        for (size_t i = 0; i < rows; i++)
            sum = ratio_add(sum, table->rows[i].cells[column].value);
        total->cells[column] = cell_of_value(sum, FORMAT_COUNT);
        total->cells[column].derivation.kind = DERIVED_SUM_ABOVE;
    }
    if (!of->so_far)
        add_change(total, FORMAT_COUNT);
}

static bool is_zero(const struct cell *cell)
{
    return !ratio_has_value(cell->value) || cell->value.num == 0;
}

static void add_stops(const struct section_context *context, struct section *section, uint32_t agreement)
{
    const struct comparison_of of = comparison_of(context, agreement);
    const struct code_list *reasons = code_list(&context->data->codes, CODES_DROPOUT_REASON);
    struct table *table = NULL;
    for (size_t i = 0; i < reasons->count; i++) {
        const char *code = sv_text(context->document->arena, reasons->codes[i].code);
        const struct cell before = cell_in(&of, FIGURE_COURSES_STOPPED, code, of.before);
        const struct cell now =
            cell_in(&of, of.so_far ? FIGURE_COURSES_STOPPED_SO_FAR : FIGURE_COURSES_STOPPED, code, of.now);
        if (is_zero(&before) && is_zero(&now))
            continue;
        if (!table)
            table = add_result_table(&of, section, "stop", "Stoppet undervejs, efter årsag", "Årsag");
        add_pair(&of, table, reasons->codes[i].name, before, now);
    }
    if (table)
        add_sum_row(&of, table);
}

/* ---- The sheet ---- */

static void add_source(const struct section_context *context, struct section *section)
{
    const struct settings *settings = &context->data->settings;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_NOTE);
    say(s, "Kilde: jobcentrets og enhedens egne registreringer");
    if (context->document->cover.municipality.size) {
        say(s, ", ");
        say_sv(s, context->document->cover.municipality);
    }
    if (settings->extract_date != DAY_NONE) {
        say(s, "; udtræk af ");
        say_value(s, ratio_whole(settings->extract_date), FORMAT_DATE);
    }
    say(s, ".");
}

/* A book has no cover. Why it is made again is said to one partner alone: the reason can be about another. */
static void add_version(const struct section_context *context, struct section *section, bool with_reason)
{
    const struct report_request *request = context->request;
    const struct sv version = version_line(request, context->document->arena);
    const struct sv reason = reason_line(request, context->document->arena);
    if (version.size)
        say_sv(sentence_in(context, section, PARAGRAPH_NOTE), version);
    if (with_reason && reason.size)
        say_sv(sentence_in(context, section, PARAGRAPH_NOTE), reason);
}

/* Names of files can name other enterprises: the sheet's one source line stands for them all. */
static void drop_sources(struct section *section)
{
    for (size_t i = 0; i < section->block_count; i++)
        if (section->blocks[i].kind == BLOCK_TABLE)
            section->blocks[i].as.table->source = (struct sv){0};
}

static void add_evaluation(const struct section_context *context, struct section *section, uint32_t agreement)
{
    const struct evaluation_view view = evaluation_view(context);
    if (evaluation_all_answers(&view, view.now, agreement))
        add_question_table(&view, section, agreement);
    add_remarks(&view, section, agreement);
}

/* The agreement's title without the characters that a sheet's name may not have. */
static struct sv sheet_of(const struct section_context *context, uint32_t agreement)
{
    const struct sv title = agreement_title(context, agreement);
    struct buffer name = buffer_in(context->document->arena);
    for (size_t i = 0; i < title.size; i++)
        if (!strchr("[]:*?/\\'", title.data[i]))
            buffer_add_byte(&name, title.data[i]);
    return buffer_view(&name);
}

/* Only for a partner alone is a sheet made of an agreement that did not run: a note instead of zeros. */
static void say_not_in_force(const struct section_context *context, struct section *section)
{
    const struct period *period = &context->figures->periods[courses_period(context)];
    const bool is_evaluation = context->request->kind == REPORT_EVALUATION;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_LEAD);
    say(s, "Aftalen var ikke i kraft fra ");
    say_value(s, ratio_whole(period->first), FORMAT_DATE);
    say(s, " til ");
    say_value(s, ratio_whole(is_evaluation ? cut_off_day(context) : period->last), FORMAT_DATE);
    say(s, ", så der er ingen tal at vise.");
}

static void add_account(const struct section_context *context, struct section *section, uint32_t agreement)
{
    add_agreement_status(context, section, agreement);
    add_results(context, section, agreement);
    if (has_outcomes(context, agreement))
        add_outcome_table(context, section, agreement);
    add_stops(context, section, agreement);
    add_evaluation(context, section, agreement);
}

static void add_agreement(const struct section_context *context, uint32_t agreement, bool is_alone)
{
    struct document *document = context->document;
    struct arena *arena = document->arena;
    const struct sv title = sv_format(arena, "%.*s, %.*s", SV_ARG(agreement_title(context, agreement)),
                                      SV_ARG(period_span(context, context->figures->report)));
    struct section *section = document_add_section(
        document, sv_text(arena, sv_format(arena, "aftale%u", (unsigned)agreement + 1)), title);
    section->sheet = sheet_of(context, agreement);
    add_agreement_facts(context, section, agreement);
    if (is_in_book(context, agreement))
        add_account(context, section, agreement);
    else
        say_not_in_force(context, section);
    drop_sources(section);
    add_source(context, section);
    add_version(context, section, is_alone);
}

static struct sv book_title(const struct section_context *context, uint32_t agreement)
{
    struct arena *arena = context->document->arena;
    const struct sv period = period_title(arena, &context->figures->periods[context->figures->report]);
    const char *word =
        context->request->kind == REPORT_EVALUATION ? "Evaluering af samarbejdsaftaler" : "Samarbejdsaftaler";
    if (agreement == ALL_AGREEMENTS)
        return sv_format(arena, "%s %.*s", word, SV_ARG(period));
    return sv_format(arena, "%.*s, %.*s", SV_ARG(agreement_title(context, agreement)), SV_ARG(period));
}

static void write_properties(const struct section_context *context, uint32_t agreement)
{
    struct document *document = context->document;
    const struct settings *settings = &context->data->settings;
    document->use = DOCUMENT_WORKING;
    document->title = book_title(context, agreement);
    document->subject = sv_of(agreement == ALL_AGREEMENTS ? "Et overblik og et ark for hver aftale"
                                                          : "Aftalens resultater og evaluering");
    document->author = settings->author.size ? settings->author : settings->unit;
    document->keywords = sv_of("socialøkonomi, samarbejdsaftaler");
    document->date = context->request->date;
    document->colour = settings->colour;
    document->cover.title = document->title;
    document->cover.municipality = municipality_title(document->arena, settings->municipality);
    document->cover.unit = settings->unit;
}

bool agreements_book_tells_of(const struct report_request *request, struct figures *figures,
                              uint32_t agreement)
{
    const struct section_context context = {.figures = figures, .data = figures->data, .request = request};
    return is_in_book(&context, agreement);
}

struct document *agreements_book_compose(const struct report_request *request, struct figures *figures,
                                         struct diag *diag, struct arena *arena, uint32_t agreement)
{
    const struct section_context context = {
        .document = document_create(arena, figures),
        .figures = figures,
        .data = figures->data,
        .diag = diag,
        .request = request,
    };
    write_properties(&context, agreement);
    if (agreement != ALL_AGREEMENTS) {
        add_agreement(&context, agreement, true);
        return context.document;
    }
    add_overview(&context);
    for (uint32_t i = 0; i < row_count(context.data, TABLE_AGREEMENTS); i++)
        if (is_in_book(&context, i))
            add_agreement(&context, i, false);
    return context.document;
}
