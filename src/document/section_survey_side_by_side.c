/*
 * The scales side by side: the most common answer to each, and the questions that share a list, highest first
 * by the step they lie on in the last round.
 */
#include "sections.h"
#include "sentence.h"
#include "survey_chart.h"
#include "survey_matrix.h"

/* ---- The most common answers ---- */

enum common_column { COMMON_QUESTION, COMMON_ANSWER, COMMON_COUNT, COMMON_ANSWERED, COMMON_COLUMNS };

static struct figure_key count_key(const struct survey_view *view, uint32_t question, size_t code)
{
    return survey_code_key(view, FIGURE_SURVEY_COUNT, question,
                           survey_scale(&view->survey, question)->codes[code].code,
                           survey_period(survey_last_round(&view->survey, question)));
}

/* The answer that most municipalities gave in the last round; of several the first. */
static size_t most_common(const struct survey_view *view, uint32_t question)
{
    size_t most = 0;
    for (size_t code = 1; code < survey_scale(&view->survey, question)->count; code++)
        if (figures_value(view->context->figures, count_key(view, question, code)).num >
            figures_value(view->context->figures, count_key(view, question, most)).num)
            most = code;
    return most;
}

/* "I nogen grad", and with as many: "I nogen grad og I høj grad". */
static struct sv names_of_most_common(const struct survey_view *view, uint32_t question, size_t most)
{
    const struct code_list *scale = survey_scale(&view->survey, question);
    struct sv names[CODE_LIST_LONGEST];
    size_t count = 0;
    for (size_t code = 0; code < scale->count && code < CODE_LIST_LONGEST; code++)
        if (figures_value(view->context->figures, count_key(view, question, code)).num ==
            figures_value(view->context->figures, count_key(view, question, most)).num)
            names[count++] = scale->codes[code].name;
    return text_joined(view->context->document->arena, names, count);
}

static bool is_answered_scale(const struct survey_view *view, uint32_t question)
{
    const size_t last = survey_last_round(&view->survey, question);
    return survey_is_scale(view, question) && last != ROUND_NONE &&
           figures_value(view->context->figures,
                         survey_key(view, FIGURE_SURVEY_ANSWERED, question, survey_period(last)))
                   .num > 0;
}

static void add_common_row(const struct survey_view *view, struct table *table, uint32_t question)
{
    const struct figures *figures = view->context->figures;
    const size_t most = most_common(view, question);
    const uint16_t period = survey_period(survey_last_round(&view->survey, question));
    struct table_row *row = table_add_row(view->context->document, table, ROW_BODY);
    row->cells[COMMON_QUESTION] = cell_of_text(survey_question(view, question)->text);
    row->cells[COMMON_ANSWER] = cell_of_text(names_of_most_common(view, question, most));
    row->cells[COMMON_COUNT] = cell_of_figure(figures, count_key(view, question, most), FORMAT_COUNT);
    row->cells[COMMON_ANSWERED] =
        cell_of_figure(figures, survey_key(view, FIGURE_SURVEY_ANSWERED, question, period), FORMAT_COUNT);
}

static bool has_answered_scale(const struct survey_view *view)
{
    for (size_t i = 0; i < view->survey.question_count; i++)
        if (is_answered_scale(view, view->survey.questions[i]))
            return true;
    return false;
}

static void add_most_common(const struct survey_view *view, struct section *section)
{
    static const struct table_column columns[COMMON_COLUMNS] = {
        [COMMON_QUESTION] = {.heading = SV("Spørgsmål")},
        [COMMON_ANSWER] = {.heading = SV("Hyppigste svar")},
        [COMMON_COUNT] = {.heading = SV("Kommuner"), .format = FORMAT_COUNT},
        [COMMON_ANSWERED] = {.heading = SV("Har svaret (n)"), .format = FORMAT_COUNT},
    };
    struct table *table = section_add_table(view->context->document, section, "hyppigst", "Hyppigste svar",
                                            sv_of("Det hyppigste svar på hver skala i den sidste runde"),
                                            columns, COMMON_COLUMNS);
    for (size_t i = 0; i < view->survey.question_count; i++)
        if (is_answered_scale(view, view->survey.questions[i]))
            add_common_row(view, table, view->survey.questions[i]);
    table->columns[COMMON_COUNT].note = table_add_note(
        table, sv_of("Er flere svar lige hyppige, står de alle, og antallet gælder hvert af dem."));
    table->source = source_of(view->context, 1u << TABLE_ANSWERS);
}

/* ---- Lists that several questions share ---- */

/* The questions on one list, in the order of the chart. */
struct shared_scale {
    uint32_t *questions;
    size_t count;
};

/* Highest first; those without an answer last. Insertion keeps ties in the order of the questions. */
static bool comes_before(const struct survey_view *view, uint32_t a, uint32_t b)
{
    const struct ratio left = survey_mean_step(view, a, survey_last_round(&view->survey, a));
    const struct ratio right = survey_mean_step(view, b, survey_last_round(&view->survey, b));
    if (!ratio_has_value(left) || !ratio_has_value(right))
        return ratio_has_value(left) && !ratio_has_value(right);
    return ratio_compare(left, right) > 0;
}

static void insert(const struct survey_view *view, struct shared_scale *shared, uint32_t question)
{
    size_t at = shared->count++;
    for (; at && comes_before(view, question, shared->questions[at - 1]); at--)
        shared->questions[at] = shared->questions[at - 1];
    shared->questions[at] = question;
}

static struct shared_scale questions_on(const struct survey_view *view, uint16_t scale)
{
    const struct survey *survey = &view->survey;
    struct shared_scale shared = {.questions = arena_array(view->context->document->arena,
                                                           survey->question_count, sizeof *shared.questions)};
    for (size_t i = 0; i < survey->question_count; i++) {
        const uint32_t question = survey->questions[i];
        if (survey_is_scale(view, question) && survey_question(view, question)->scale == scale &&
            survey_rounds_asked(survey, question))
            insert(view, &shared, question);
    }
    return shared;
}

/* "Fra »I meget lav grad« til »I meget høj grad«" */
static struct sv scale_title(const struct survey_view *view, const struct code_list *scale)
{
    return sv_format(view->context->document->arena, "Fra »%.*s« til »%.*s«", SV_ARG(scale->codes[0].name),
                     SV_ARG(scale->codes[scale->count - 1].name));
}

static void add_introduction(const struct survey_view *view, struct section *section)
{
    const struct sentence s = sentence_in(view->context, section, PARAGRAPH_BODY);
    say(s, "Spørgsmål, der er besvaret efter samme skala, står her sammen. Øverst står det, hvor svarene "
           "ligger højest: Det laveste svar er trin 1, det næste trin 2 og så videre, og der er taget et "
           "gennemsnit af svarene i den sidste runde. Kommuner uden svar er ikke med.");
}

static void add_scale(const struct survey_view *view, struct section *section,
                      const struct shared_scale *shared, const struct code_list *scale, unsigned number)
{
    struct document *document = view->context->document;
    const struct sv title = scale_title(view, scale);
    const struct matrix_request request = {
        .id = sv_text(document->arena, sv_format(document->arena, "skala%u", number)),
        .sheet = sv_format(document->arena, "Skala %.*s", SV_ARG(scale->name)),
        .title = sv_format(document->arena, "Kommunernes svar på %zu spørgsmål, fra »%.*s« til »%.*s«",
                           shared->count, SV_ARG(scale->codes[0].name),
                           SV_ARG(scale->codes[scale->count - 1].name)),
        .questions = shared->questions,
        .count = shared->count,
    };
    section_add_heading(document, section, 2, title);
    if (number == 1)
        add_introduction(view, section);
    const struct table *table = add_matrix(view, section, &request);
    add_survey_chart(view, section, table, shared->questions[0], text_lowered(document->arena, title));
}

void section_survey_side_by_side(const struct section_context *context, struct section *section)
{
    const struct survey_view view = survey_view(context);
    unsigned number = 0;
    if (has_answered_scale(&view))
        add_most_common(&view, section);
    for (uint16_t scale = 0; scale < context->data->codes.count; scale++) {
        const struct shared_scale shared = questions_on(&view, scale);
        if (shared.count < 2 || !fits_in_columns(&view, shared.questions[0]))
            continue;
        number++;
        add_scale(&view, section, &shared, &context->data->codes.lists[scale], number);
    }
}
