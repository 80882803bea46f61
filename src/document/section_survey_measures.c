/*
 * The ten measures: how far each municipality is with each, and how many are how far. Nothing without
 * tiltag.csv.
 */
#include "sections.h"
#include "sentence.h"
#include "survey_codes.h"
#include "survey_view.h"

/* A full, a half and an open mark, so that the matrix can be read without its words. A status that a replaced
 * list adds has none. */
static const struct {
    const char *code;
    const char *symbol;
} SYMBOLS[] = {{SURVEY_MEASURE_HELD, "● "}, {"delvist", "◊ "}, {"nej", "○ "}};

static const char *symbol_of(struct sv code)
{
    for (size_t i = 0; i < sizeof SYMBOLS / sizeof *SYMBOLS; i++)
        if (sv_is(code, SYMBOLS[i].code))
            return SYMBOLS[i].symbol;
    return "";
}

static struct sv status_text(const struct survey_view *view, const struct measure_status *measure)
{
    const struct code_list *statuses = code_list(&view->context->data->codes, CODES_MEASURE_STATUS);
    if (!measure)
        return sv_format(view->context->document->arena, "– %s", SURVEY_NOT_ANSWERED_NAME);
    return sv_format(view->context->document->arena, "%s%.*s",
                     symbol_of(code_text(statuses, measure->status)),
                     SV_ARG(code_name(statuses, measure->status)));
}

static const struct code_list *measures_of(const struct survey_view *view)
{
    return code_list(&view->context->data->codes, CODES_MEASURE);
}

/* ---- How many ---- */

static void add_counts(const struct survey_view *view, struct section *section)
{
    const struct code_list *statuses = code_list(&view->context->data->codes, CODES_MEASURE_STATUS);
    const size_t count = statuses->count + 2;
    struct table_column *columns = arena_array(view->context->document->arena, count, sizeof *columns);
    columns[0] = (struct table_column){.heading = sv_of("Tiltag")};
    for (uint16_t i = 0; i < statuses->count; i++)
        columns[1 + i] = (struct table_column){.heading = code_name(statuses, i), .format = FORMAT_COUNT};
    columns[count - 1] =
        (struct table_column){.heading = sv_of(SURVEY_NOT_ANSWERED_NAME), .format = FORMAT_COUNT};
    struct table *table =
        section_add_table(view->context->document, section, "tiltag", "Tiltag, antal",
                          sv_of("Kommuner efter, hvor langt de er med tiltagene"), columns, count);
    for (uint16_t measure = 0; measure < measures_of(view)->count; measure++) {
        struct table_row *row = table_add_row(view->context->document, table, ROW_BODY);
        row->cells[0] = cell_of_text(code_name(measures_of(view), measure));
        for (uint16_t i = 0; i < statuses->count; i++)
            row->cells[1 + i] =
                cell_of_figure(view->context->figures,
                               survey_measure_key(view, measure, code_text(statuses, i)), FORMAT_COUNT);
        row->cells[count - 1] =
            cell_of_figure(view->context->figures,
                           survey_measure_key(view, measure, sv_of(CODE_NOT_ANSWERED)), FORMAT_COUNT);
    }
    table->source = source_of(view->context, 1u << TABLE_MEASURES);
}

/* ---- The matrix ---- */

static void add_matrix_row(const struct survey_view *view, struct table *table, uint32_t municipality)
{
    struct table_row *row = table_add_row(view->context->document, table, ROW_BODY);
    row->cells[0] = cell_of_text(survey_municipality_name(view, municipality));
    for (uint16_t measure = 0; measure < measures_of(view)->count; measure++)
        row->cells[1 + measure] =
            cell_of_text(status_text(view, survey_measure(&view->survey, municipality, measure)));
}

static void add_municipalities(const struct survey_view *view, struct section *section)
{
    const struct code_list *measures = measures_of(view);
    struct table_column *columns =
        arena_array(view->context->document->arena, measures->count + 1, sizeof *columns);
    columns[0] = (struct table_column){.heading = sv_of("Kommune")};
    for (uint16_t measure = 0; measure < measures->count; measure++)
        columns[1 + measure] = (struct table_column){.heading = code_name(measures, measure)};
    struct table *table =
        section_add_table(view->context->document, section, "tiltagkommuner", "Tiltag, kommuner",
                          sv_of("Tiltagene i hver kommune"), columns, measures->count + 1);
    for (size_t i = 0; i < view->survey.asked_count; i++)
        add_matrix_row(view, table, view->survey.asked[i]);
    table->empty = sv_of("Ingen kommune er spurgt.");
    table->source = source_of(view->context, 1u << TABLE_MEASURES);
}

/* ---- Examples ---- */

static bool has_examples(const struct data_set *data)
{
    for (size_t i = 0; i < row_count(data, TABLE_MEASURES); i++)
        if (measure_statuses(data)[i].example.size)
            return true;
    return false;
}

static void add_example(const struct survey_view *view, struct table *table,
                        const struct measure_status *measure)
{
    struct table_row *row = table_add_row(view->context->document, table, ROW_BODY);
    row->cells[0] = cell_of_text(code_name(measures_of(view), measure->measure));
    row->cells[1] = cell_of_text(survey_municipality_name(view, measure->municipality));
    row->cells[2] = cell_of_text(status_text(view, measure));
    row->cells[3] = cell_of_text(measure->example);
}

/* By measure, then in the order of kommuner.csv. */
static void add_examples(const struct survey_view *view, struct section *section)
{
    static const struct table_column columns[] = {{.heading = SV("Tiltag")},
                                                  {.heading = SV("Kommune")},
                                                  {.heading = SV("Status")},
                                                  {.heading = SV("Eksempel")}};
    struct table *table =
        section_add_table(view->context->document, section, "tiltageksempler", "Tiltag, eksempler",
                          sv_of("Eksempler på tiltagene"), columns, sizeof columns / sizeof *columns);
    for (uint16_t measure = 0; measure < measures_of(view)->count; measure++)
        for (size_t i = 0; i < view->survey.asked_count; i++) {
            const struct measure_status *row = survey_measure(&view->survey, view->survey.asked[i], measure);
            if (row && row->example.size)
                add_example(view, table, row);
        }
    table->source = source_of(view->context, 1u << TABLE_MEASURES);
}

void section_survey_measures(const struct section_context *context, struct section *section)
{
    const struct survey_view view = survey_view(context);
    if (!row_count(context->data, TABLE_MEASURES))
        return;
    add_counts(&view, section);
    add_municipalities(&view, section);
    if (has_examples(context->data))
        add_examples(&view, section);
}
