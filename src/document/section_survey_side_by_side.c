/*
 * The scales side by side: the questions that share a list, highest first by the step they lie on in the last
 * round.
 */
#include "sections.h"
#include "sentence.h"
#include "survey_chart.h"
#include "survey_matrix.h"

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
        .with_mean = true,
    };
    section_add_heading(document, section, 2, title);
    const struct table *table = add_matrix(view, section, &request);
    add_survey_chart(view, section, table, shared->questions[0], text_lowered(document->arena, title));
}

static void add_introduction(const struct survey_view *view, struct section *section)
{
    const struct sentence s = sentence_in(view->context, section, PARAGRAPH_BODY);
    say(s, "Spørgsmål, der er besvaret efter samme skala, står her sammen. Øverst står det, hvor svarene "
           "ligger højest: Det laveste svar er trin 1, det næste trin 2 og så videre, og der er taget et "
           "gennemsnit af svarene i den sidste runde.");
}

void section_survey_side_by_side(const struct section_context *context, struct section *section)
{
    const struct survey_view view = survey_view(context);
    unsigned number = 0;
    for (uint16_t scale = 0; scale < context->data->codes.count; scale++) {
        const struct shared_scale shared = questions_on(&view, scale);
        if (shared.count < 2 || !fits_in_columns(&view, shared.questions[0]))
            continue;
        if (!number++)
            add_introduction(&view, section);
        add_scale(&view, section, &shared, &context->data->codes.lists[scale], number);
    }
}
