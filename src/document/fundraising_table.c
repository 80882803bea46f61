/*
 * Fundraising: applications and grants over the years, by model, and the applications of the period one by
 * one.
 */
#include "effort_parts.h"
#include "effort_sentences.h"
#include "sections.h"
#include "series.h"

#include <stdlib.h>

static const unsigned source_tables = 1u << TABLE_APPLICATIONS;

/* ---- Over the years ---- */

static void add_years(const struct section_context *context, struct section *section)
{
    struct year_table years =
        add_year_table(context, section, "fundraising", "Fundraising",
                       table_title_over_years(context, "Ansøgninger og bevillinger"), "Nøgletal");
    year_table_add_figure(&years, "Ansøgninger", FIGURE_APPLICATIONS_SENT, FORMAT_COUNT);
    year_table_add_figure(&years, "Ansøgt beløb i kr.", FIGURE_APPLICATIONS_SOUGHT, FORMAT_AMOUNT);
    year_table_add_figure(&years, "Bevillinger", FIGURE_APPLICATIONS_GRANTED, FORMAT_COUNT);
    year_table_add_figure(&years, "Bevilget beløb i kr.", FIGURE_APPLICATIONS_AMOUNT, FORMAT_AMOUNT);
    year_table_add_figure(&years, "Andel imødekommet", FIGURE_APPLICATIONS_SUCCESS, FORMAT_SHARE);
    year_table_add_note(&years, sv_of("Af de ansøgninger, der blev afgjort i året."));
    year_table_add_figure(&years, "Givere", FIGURE_DONORS, FORMAT_COUNT);
    year_table_add_figure(&years, "Heraf givere, der også har givet tidligere", FIGURE_DONORS_AGAIN,
                          FORMAT_COUNT);
    year_table_add_note(&years, sv_of("»Den Gyldne Donation«: samme giver giver flere gange."));
    years.table->source = source_of(context, source_tables);
}

/* ---- By model ---- */

enum model_columns { MODEL_NAME, MODEL_SENT, MODEL_SOUGHT, MODEL_GRANTS, MODEL_AMOUNT, MODEL_COLUMNS };

static const enum figure_id model_figures[MODEL_COLUMNS] = {
    [MODEL_SENT] = FIGURE_APPLICATIONS_SENT,
    [MODEL_SOUGHT] = FIGURE_APPLICATIONS_SOUGHT,
    [MODEL_GRANTS] = FIGURE_APPLICATIONS_GRANTED,
    [MODEL_AMOUNT] = FIGURE_APPLICATIONS_AMOUNT,
};

static const struct table_column model_headings[MODEL_COLUMNS] = {
    [MODEL_NAME] = {.heading = SV("Model")},
    [MODEL_SENT] = {.heading = SV("Ansøgninger"), .format = FORMAT_COUNT},
    [MODEL_SOUGHT] = {.heading = SV("Ansøgt i kr."), .format = FORMAT_AMOUNT},
    [MODEL_GRANTS] = {.heading = SV("Bevillinger"), .format = FORMAT_COUNT},
    [MODEL_AMOUNT] = {.heading = SV("Bevilget i kr."), .format = FORMAT_AMOUNT},
};

/* `code` empty: all models. */
static struct cell model_cell(const struct section_context *context, int column, struct sv code)
{
    const struct figure_key key = figure_key(context->figures, model_figures[column]);
    return cell_of_figure(context->figures, code.size ? figure_key_code(context->figures, key, code) : key,
                          model_headings[column].format);
}

static bool model_occurs(const struct section_context *context, struct sv code)
{
    return model_cell(context, MODEL_SENT, code).value.num != 0 ||
           model_cell(context, MODEL_GRANTS, code).value.num != 0;
}

static void add_model_row(const struct section_context *context, struct table *table, enum row_kind kind,
                          struct sv name, struct sv code)
{
    struct table_row *row = table_add_row(context->document, table, kind);
    row->cells[MODEL_NAME] = cell_of_text(name);
    for (int column = MODEL_SENT; column < MODEL_COLUMNS; column++) {
        row->cells[column] = model_cell(context, column, code);
        if (kind == ROW_TOTAL)
            row->cells[column].derivation.kind = DERIVED_SUM_ABOVE;
    }
}

static void add_models(const struct section_context *context, struct section *section)
{
    const struct code_list *models = code_list(&context->data->codes, CODES_FUNDRAISING_MODEL);
    if (!model_occurs(context, (struct sv){0}))
        return;
    struct table *table = section_add_table(
        context->document, section, "fundraising_model", "Fundraising efter model",
        table_title(context, "Ansøgninger og bevillinger efter model"), model_headings, MODEL_COLUMNS);
    for (uint16_t i = 0; i < models->count; i++)
        if (model_occurs(context, code_text(models, i)))
            add_model_row(context, table, ROW_BODY, code_name(models, i), code_text(models, i));
    add_model_row(context, table, ROW_TOTAL, sv_of("I alt"), (struct sv){0});
    table->source = source_of(context, source_tables);
}

/* ---- One by one ---- */

enum list_columns {
    LIST_DONOR,
    LIST_PROJECT,
    LIST_SENT,
    LIST_SOUGHT,
    LIST_GRANTED,
    LIST_OUTCOME,
    LIST_COLUMNS
};

static const struct period *report_period(const struct section_context *context)
{
    return &context->figures->periods[context->figures->report];
}

/* Decided by the end of the period: later decisions are not yet known to the report. */
static bool is_decided(const struct section_context *context, const struct application *application)
{
    return application->decided != DAY_NONE && application->decided <= report_period(context)->last;
}

static bool is_granted(const struct section_context *context, const struct application *application)
{
    return is_decided(context, application) && application->granted != DECIMAL_NONE &&
           application->granted > 0;
}

/* Submitted or decided in the period. */
static bool is_listed(const struct section_context *context, const struct application *application)
{
    return period_holds(report_period(context), application->submitted) ||
           period_holds(report_period(context), application->decided);
}

struct listed {
    const struct application *application;
};

/* By the day submitted, then as in the file. */
static int by_submission(const void *a, const void *b)
{
    const struct application *x = ((const struct listed *)a)->application;
    const struct application *y = ((const struct listed *)b)->application;
    if (x->submitted != y->submitted)
        return x->submitted < y->submitted ? -1 : 1;
    return (x > y) - (x < y);
}

static size_t find_listed(const struct section_context *context, struct listed *found)
{
    const struct application *rows = applications(context->data);
    size_t count = 0;
    for (size_t i = 0; i < row_count(context->data, TABLE_APPLICATIONS); i++)
        if (is_listed(context, &rows[i]))
            found[count++].application = &rows[i];
    if (count)
        qsort(found, count, sizeof *found, by_submission);
    return count;
}

static const char *outcome_of(const struct section_context *context, const struct application *application)
{
    if (!is_decided(context, application))
        return "ikke afgjort";
    return is_granted(context, application) ? "bevilget" : "afslag";
}

/* 0 kroner when refused, no value when not decided. */
static struct ratio granted_by_end(const struct section_context *context,
                                   const struct application *application)
{
    if (!is_decided(context, application))
        return ratio_none();
    return is_granted(context, application) ? ratio_decimal(application->granted) : ratio_whole(0);
}

static void add_list_row(const struct section_context *context, struct table *table,
                         const struct application *application)
{
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[LIST_DONOR] = cell_of_text(application->donor);
    row->cells[LIST_PROJECT] = cell_of_text(application->project);
    row->cells[LIST_SENT] = cell_of_value(ratio_whole(application->submitted), FORMAT_DATE);
    row->cells[LIST_SOUGHT] = cell_of_value(ratio_decimal(application->sought), FORMAT_AMOUNT);
    row->cells[LIST_GRANTED] = cell_of_value(granted_by_end(context, application), FORMAT_AMOUNT);
    row->cells[LIST_OUTCOME] = cell_of_text(sv_of(outcome_of(context, application)));
}

static void add_list(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[LIST_COLUMNS] = {
        [LIST_DONOR] = {.heading = SV("Giver")},
        [LIST_PROJECT] = {.heading = SV("Projekt")},
        [LIST_SENT] = {.heading = SV("Indsendt"), .format = FORMAT_DATE},
        [LIST_SOUGHT] = {.heading = SV("Ansøgt i kr."), .format = FORMAT_AMOUNT},
        [LIST_GRANTED] = {.heading = SV("Bevilget i kr."), .format = FORMAT_AMOUNT},
        [LIST_OUTCOME] = {.heading = SV("Udfald")},
    };
    const size_t rows = row_count(context->data, TABLE_APPLICATIONS);
    struct listed *found = arena_array(context->document->arena, rows, sizeof *found);
    const size_t count = find_listed(context, found);
    if (!count)
        return;
    struct table *table =
        section_add_table(context->document, section, "ansoegninger", "Ansøgninger",
                          table_title(context, "Ansøgninger, indsendt eller afgjort"), columns, LIST_COLUMNS);
    for (size_t i = 0; i < count; i++)
        add_list_row(context, table, found[i].application);
    table->source = source_of(context, source_tables);
}

/* ---- Together ---- */

bool has_fundraising(const struct section_context *context)
{
    return row_count(context->data, TABLE_APPLICATIONS) > 0;
}

void add_fundraising(const struct section_context *context, struct section *section)
{
    static void (*const sentences[])(struct sentence) = {say_applications, say_grants, say_donors,
                                                         say_no_cure_no_pay};
    if (!has_fundraising(context))
        return;
    add_sentences(context, section, sentences, sizeof sentences / sizeof *sentences);
    add_years(context, section);
    add_models(context, section);
    add_list(context, section);
}
