#include "spread_table.h"

#include "describe_chart.h"
#include "evaluation_table.h"
#include "sections.h"

enum spread_column {
    SPREAD_QUESTION,
    SPREAD_YEAR,
    SPREAD_FIRST, /* how many answered 1, and so on to 5 */
    SPREAD_COUNT = SPREAD_FIRST + HIGHEST_ANSWER,
    SPREAD_COLUMNS
};

static void write_columns(struct table_column *columns)
{
    static const struct sv steps[HIGHEST_ANSWER] = {SV("1, slet ikke"), SV("2"), SV("3"), SV("4"),
                                                    SV("5, i høj grad")};
    columns[SPREAD_QUESTION] = (struct table_column){.heading = SV("Spørgsmål")};
    columns[SPREAD_YEAR] = (struct table_column){.heading = SV("År")};
    for (int i = 0; i < HIGHEST_ANSWER; i++)
        columns[SPREAD_FIRST + i] = (struct table_column){.heading = steps[i], .format = FORMAT_COUNT};
    columns[SPREAD_COUNT] = (struct table_column){.heading = SV("Svar"), .format = FORMAT_COUNT};
}

static void add_spread(const struct evaluation_view *view, struct table *table, size_t question,
                       uint16_t period)
{
    struct figures *figures = view->context->figures;
    struct table_row *row = table_add_row(view->context->document, table, ROW_BODY);
    row->cells[SPREAD_QUESTION] = cell_of_text(question_text(view, question));
    row->cells[SPREAD_YEAR] =
        cell_of_text(sv_format(view->context->document->arena, "%d", figures->periods[period].year));
    for (int i = 0; i < HIGHEST_ANSWER; i++)
        row->cells[SPREAD_FIRST + i] =
            answers_cell(view, period, ALL_AGREEMENTS, question, LOWEST_ANSWER + i);
    row->cells[SPREAD_COUNT] = cell_of_figure(
        figures, evaluation_key(view, FIGURE_EVALUATION_COUNT, period, ALL_AGREEMENTS, question),
        FORMAT_COUNT);
    row->cells[SPREAD_COUNT].derivation =
        (struct derivation){DERIVED_SUM_COLUMNS, SPREAD_FIRST, SPREAD_COUNT - 1};
}

/* "2025 og 2024"; the report's year alone when nobody answered the year before. */
static struct sv years_text(const struct evaluation_view *view, bool before)
{
    const int year = report_year(view->context);
    struct arena *arena = view->context->document->arena;
    return before ? sv_format(arena, "%d og %d", year, year - 1) : sv_format(arena, "%d", year);
}

static void add_chart(const struct evaluation_view *view, struct section *section, const struct table *table,
                      struct sv years)
{
    struct arena *arena = view->context->document->arena;
    struct chart *chart =
        section_add_chart(view->context->document, section, "fordeling_figur",
                          sv_format(arena, "Svarene på spørgsmålene, evalueringen %.*s", SV_ARG(years)),
                          CHART_STACKED_SHARES, table);
    chart->axis = sv_of("Andel af svarene");
    chart->group_column = SPREAD_QUESTION;
    chart->label_column = SPREAD_YEAR;
    chart->total_column = SPREAD_COUNT;
    chart->ordered = true;
    chart->empty = sv_of("ingen svar");
    for (uint16_t i = 0; i < HIGHEST_ANSWER; i++)
        chart_draw_column(chart, (uint16_t)(SPREAD_FIRST + i), SERIES_PLAIN);
    chart->alt = chart_description(arena, chart);
}

void add_answer_spread(const struct evaluation_view *view, struct section *section)
{
    struct arena *arena = view->context->document->arena;
    struct table_column columns[SPREAD_COLUMNS];
    const bool before =
        view->before != UINT16_MAX && evaluation_all_answers(view, view->before, ALL_AGREEMENTS);
    const struct sv years = years_text(view, before);
    write_columns(columns);
    struct table *table = section_add_table(
        view->context->document, section, "fordeling", "Fordeling af svarene",
        sv_format(arena, "Alle aftaler: svarenes fordeling, evalueringen %.*s", SV_ARG(years)), columns,
        SPREAD_COLUMNS);
    for (size_t i = 0; i < view->questions->count; i++) {
        add_spread(view, table, i, view->now);
        if (before)
            add_spread(view, table, i, view->before);
    }
    table->source = source_of(view->context, 1u << TABLE_EVALUATIONS);
    add_chart(view, section, table, years);
}
