/*
 * Enterprises and initiatives: the way to the goal, number by type, marks such as three bottom lines and the
 * two generations, the mosaic economy, what opened, closed and is on the way, and the list.
 */
#include "describe_chart.h"
#include "goal_view.h"
#include "sections.h"
#include "sentence.h"
#include "series.h"
#include "status_sentences.h"

static const enum figure_id goal_figures[] = {FIGURE_ENTERPRISES_THREE_LINES, FIGURE_ENTERPRISES_AT_END};

/* The goal at the end of the strategy: a number of enterprises. */
static const struct goal_view *enterprise_goal(const struct section_context *context)
{
    struct goal_view *goals;
    const size_t count = goal_views(context, &goals);
    const struct goal_view *goal = goal_view_about(goals, count, GOAL_FINAL, goal_figures, 2);
    return goal && ratio_has_value(goal->target) && !goal->goal->categories.size ? goal : NULL;
}

/* ---- The way to the goal ---- */

enum way_columns { WAY_YEAR, WAY_NEW, WAY_CLOSED, WAY_OPEN, WAY_THREE_LINES, WAY_GOAL, WAY_COLUMNS };

static void add_way_row(const struct section_context *context, struct table *table,
                        const struct goal_view *goal, uint16_t period)
{
    static const enum figure_id figures[WAY_GOAL] = {
        [WAY_NEW] = FIGURE_ENTERPRISES_NEW,
        [WAY_CLOSED] = FIGURE_ENTERPRISES_CLOSED,
        [WAY_OPEN] = FIGURE_ENTERPRISES_AT_END,
        [WAY_THREE_LINES] = FIGURE_ENTERPRISES_THREE_LINES,
    };
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[WAY_YEAR] = cell_of_text(period_label(context->figures, period));
    for (int i = WAY_NEW; i < WAY_GOAL; i++)
        row->cells[i] = cell_of_figure(context->figures, figure_key_in(context->figures, figures[i], period),
                                       FORMAT_COUNT);
    if (context->figures->preliminary && period == context->figures->report)
        row->note = table_add_note(table, preliminary_note(context));
    if (goal)
        row->cells[WAY_GOAL] = goal_target_in_year(context, goal, context->figures->periods[period].year);
}

static void add_way_chart(const struct section_context *context, struct section *section,
                          const struct table *table, const struct goal_view *goal)
{
    const bool three_lines = !goal || goal->figure == FIGURE_ENTERPRISES_THREE_LINES;
    if (table->row_count < 2 || !column_has_numbers(table, WAY_OPEN))
        return;
    struct chart *chart = section_add_chart(
        context->document, section, "virksomheder_figur",
        chart_title_over_years(context, "Virksomheder og initiativer ved årets udgang"), CHART_LINES, table);
    chart->axis = sv_of("Antal virksomheder og initiativer");
    chart_draw_column(chart, WAY_OPEN, SERIES_PLAIN);
    if (three_lines)
        chart_draw_column(chart, WAY_THREE_LINES, SERIES_PLAIN);
    if (goal)
        chart_draw_column(chart, WAY_GOAL, SERIES_GOAL);
    chart->alt = chart_description(context->document->arena, chart);
}

static void add_way(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[WAY_COLUMNS] = {
        [WAY_YEAR] = {.heading = SV("År")},
        [WAY_NEW] = {.heading = SV("Åbnet"), .format = FORMAT_COUNT},
        [WAY_CLOSED] = {.heading = SV("Lukket"), .format = FORMAT_COUNT},
        [WAY_OPEN] = {.heading = SV("Ved årets udgang"), .format = FORMAT_COUNT},
        [WAY_THREE_LINES] = {.heading = SV("Heraf med tre bundlinjer"), .format = FORMAT_COUNT},
        [WAY_GOAL] = {.heading = SV("Mål"), .format = FORMAT_COUNT},
    };
    const struct goal_view *goal = enterprise_goal(context);
    const struct years years = series_years(context->figures);
    struct table *table = section_add_table(
        context->document, section, "virksomheder_aar", "Virksomheder pr. år",
        table_title_over_years(context, "Virksomheder og initiativer, åbnet, lukket og i alt"), columns,
        goal ? WAY_COLUMNS : WAY_GOAL);
    for (size_t i = 0; i < years.count; i++)
        add_way_row(context, table, goal, years.periods[i]);
    if (goal)
        table->columns[WAY_GOAL].note = table_add_note(
            table, sv_format(context->document->arena, "Målet, »%.*s«, gælder ved udgangen af %d.",
                             SV_ARG(goal->goal->name), (int)goal->goal->to_year));
    table->columns[WAY_THREE_LINES].note =
        table_add_note(table, sv_of("De tre bundlinjer er en social, en lokal og en økonomisk."));
    table->source = source_of(context, 1u << TABLE_ENTERPRISES | (goal ? 1u << TABLE_GOALS : 0));
    add_way_chart(context, section, table, goal);
}

/* ---- Types and marks ---- */

static void add_types(const struct section_context *context, struct section *section)
{
    struct year_table types = add_year_table(
        context, section, "virksomhed_type", "Virksomheder efter type",
        table_title_over_years(context, "Virksomheder og initiativer ved årets udgang efter type"), "Type");
    year_table_add_codes(&types, FIGURE_ENTERPRISES_AT_END, CODES_ENTERPRISE_TYPE, BY_CODE);
    year_table_add_total(&types, FIGURE_ENTERPRISES_AT_END);
    types.table->source = source_of(context, 1u << TABLE_ENTERPRISES);
    types.table->empty = sv_of("Der er ingen virksomheder eller initiativer i perioden.");
}

static struct sv generations_note(const struct section_context *context)
{
    const struct strategy *strategy = context->figures->strategy;
    const int year = strategy && strategy->second_generation_from != DAY_NONE
                         ? day_year(strategy->second_generation_from)
                         : 2022;
    return sv_format(context->document->arena,
                     "Første generation var med før %d; anden generation er startet i %d eller senere.", year,
                     year);
}

static void add_marks(const struct section_context *context, struct section *section)
{
    static const char *const generations[] = {"1", "2"};
    struct year_table marks = add_year_table(
        context, section, "virksomhed_kendetegn", "Virksomhedernes kendetegn",
        table_title_over_years(context, "Kendetegn ved virksomheder og initiativer ved årets udgang"),
        "Kendetegn");
    year_table_add_figure(&marks, "Arbejder med tre bundlinjer", FIGURE_ENTERPRISES_THREE_LINES,
                          FORMAT_COUNT);
    year_table_add_figure(&marks, "Registrerede socialøkonomiske virksomheder", FIGURE_ENTERPRISES_REGISTERED,
                          FORMAT_COUNT);
    year_table_add_given(&marks, FIGURE_ENTERPRISES_GENERATION, generations, 2);
    year_table_add_note(&marks, generations_note(context));
    year_table_add_figure(&marks, "Uden for kommunen", FIGURE_ENTERPRISES_OUTSIDE, FORMAT_COUNT);
    year_table_add_figure(&marks, "På vej", FIGURE_ENTERPRISES_COMING, FORMAT_COUNT);
    year_table_add_note(&marks,
                        sv_of("Følger den status, der står i data ved udtrækket, også for tidligere år."));
    marks.table->source = source_of(context, 1u << TABLE_ENTERPRISES);
}

static void add_lead(const struct section_context *context, struct section *section)
{
    const struct figures *figures = context->figures;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_LEAD);
    say_opening_at_end(s);
    say(s, " var der ");
    say_count(s, figure_key(figures, FIGURE_ENTERPRISES_AT_END), NOUN_ENTERPRISE);
    if (figures_value(figures, figure_key(figures, FIGURE_ENTERPRISES_AT_END)).num != 0) {
        say(s, "; ");
        say_three_lines(s);
        say_registered(s);
    }
    say(s, ".");
}

void section_enterprises(const struct section_context *context, struct section *section)
{
    add_lead(context, section);
    section_add_heading(context->document, section, 2, sv_of("Udviklingen"));
    add_way(context, section);
    add_types(context, section);
    add_marks(context, section);
    add_income_mix(context, section);
    add_enterprise_list(context, section);
}
