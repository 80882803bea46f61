#include "survey_chart.h"

#include "cell_text.h"
#include "describe_chart.h"
#include "sections.h"

static bool is_asked_scale(const struct survey_view *view, uint32_t question)
{
    return survey_is_scale(view, question) && survey_rounds_asked(&view->survey, question) > 0;
}

bool survey_scale_is_alone(const struct survey_view *view, uint32_t question)
{
    for (size_t i = 0; i < view->survey.question_count; i++) {
        const uint32_t other = view->survey.questions[i];
        if (other != question && is_asked_scale(view, other) &&
            survey_question(view, other)->scale == survey_question(view, question)->scale)
            return false;
    }
    return is_asked_scale(view, question);
}

/* The first column that holds counts: the answers begin there. */
static uint16_t first_answer_of(const struct table *matrix)
{
    uint16_t column = 0;
    while (matrix->columns[column].format == FORMAT_TEXT)
        column++;
    return column;
}

static bool has_answers(const struct table *matrix, uint16_t first, size_t steps)
{
    for (size_t step = 0; step < steps; step++)
        if (column_has_numbers(matrix, (uint16_t)(first + step)))
            return true;
    return false;
}

/* "12 (57 %)", where the round has shares; else nothing. `count` is a cell of an answer, `answered` of n. */
static struct sv label_of(const struct survey_view *view, const struct cell *count,
                          const struct cell *answered)
{
    struct buffer label = buffer_in(view->context->document->arena);
    struct figure_key key = count->key;
    key.figure = FIGURE_SURVEY_SHARE;
    if (!count->has_key || !figures_find(view->context->figures, key))
        return (struct sv){0};
    const struct cell share = cell_of_share(view->context->figures, key, answered->key);
    cell_text(&label, count);
    buffer_add_text(&label, " (");
    cell_text(&label, &share);
    buffer_add_byte(&label, ')');
    return buffer_view(&label);
}

static void label_parts(const struct survey_view *view, struct chart *chart)
{
    const struct table *table = chart->table;
    chart->labels =
        arena_array(view->context->document->arena, table->row_count * CHART_SERIES, sizeof *chart->labels);
    for (size_t row = 0; row < table->row_count; row++)
        for (size_t i = 0; table->rows[row].kind == ROW_BODY && i < chart->series_count; i++)
            chart->labels[row * CHART_SERIES + i] =
                label_of(view, &table->rows[row].cells[chart->series[i].column],
                         &table->rows[row].cells[chart->total_column]);
}

void add_survey_chart(const struct survey_view *view, struct section *section, const struct table *matrix,
                      uint32_t question, struct sv about)
{
    const size_t steps = survey_scale(&view->survey, question)->count;
    const uint16_t first = first_answer_of(matrix);
    if (steps > CHART_SERIES || !has_answers(matrix, first, steps))
        return;
    struct document *document = view->context->document;
    const char *id = sv_text(document->arena, sv_format(document->arena, "%.*sfigur", SV_ARG(matrix->id)));
    struct chart *chart = section_add_chart(
        document, section, id, sv_format(document->arena, "Svarene fordelt: %.*s", SV_ARG(about)),
        CHART_STACKED_SHARES, matrix);
    chart->label_column = first - 1;
    chart->group_column = first > 1 ? 0 : NO_COLUMN;
    chart->total_column = (uint16_t)(first + steps);
    chart->ordered = true;
    chart->empty = sv_of("ingen svar");
    chart->axis = sv_of("Andel af de kommuner, der har svaret");
    for (size_t step = 0; step < steps; step++)
        chart_draw_column(chart, (uint16_t)(first + step), SERIES_PLAIN);
    label_parts(view, chart);
    chart->alt = chart_description(document->arena, chart);
}
