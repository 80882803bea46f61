/*
 * The survey question by question, in reading order: a table each, one for the questions of a group, and the
 * answers in the municipalities' own words.
 */
#include "sections.h"
#include "sentence.h"
#include "sheet_name.h"
#include "survey_chart.h"
#include "survey_codes.h"
#include "survey_matrix.h"

/* The questions that are being written, and which are done. */
struct questions_writing {
    struct survey_view view;
    struct section *section;
    bool *written; /* by row */
    unsigned tables;
};

static const char *next_id(struct questions_writing *writing)
{
    return sv_text(writing->view.context->document->arena,
                   sv_format(writing->view.context->document->arena, "svar%u", ++writing->tables));
}

/* "T05 Arbejder kommunen med …": a sheet's name is short. */
static struct sv sheet_of(const struct questions_writing *writing, uint32_t question, struct sv text)
{
    const struct sv id = survey_question_id(&writing->view, question);
    return sv_format(writing->view.context->document->arena, "%.*s %.*s", SV_ARG(id), SV_ARG(text));
}

/* ---- Not asked ---- */

static bool is_asked(const struct questions_writing *writing, uint32_t question)
{
    return survey_rounds_asked(&writing->view.survey, question) > 0;
}

static void add_not_asked(const struct questions_writing *writing, uint32_t question)
{
    const struct sentence s = sentence_in(writing->view.context, writing->section, PARAGRAPH_BODY);
    say(s, "»");
    say_sv(s, survey_question(&writing->view, question)->text);
    say(s, "«: ikke stillet.");
}

/* ---- The municipalities' own words ---- */

static size_t write_text_columns(const struct questions_writing *writing, uint32_t question,
                                 struct table_column *columns)
{
    const struct survey *survey = &writing->view.survey;
    size_t count = 0;
    columns[count++] = (struct table_column){.heading = sv_of("Kommune")};
    for (size_t round = 0; round < survey->rounds; round++)
        if (survey_is_asked(survey, question, round))
            columns[count++] = (struct table_column){.heading = survey_round_name(&writing->view, round)};
    return count;
}

static void add_text_row(const struct questions_writing *writing, struct table *table, uint32_t question,
                         size_t municipality)
{
    const struct survey *survey = &writing->view.survey;
    struct table_row *row = table_add_row(writing->view.context->document, table, ROW_BODY);
    size_t column = 0;
    row->cells[column++] =
        cell_of_text(survey_municipality_name(&writing->view, survey->asked[municipality]));
    for (size_t round = 0; round < survey->rounds && column < table->column_count; round++) {
        if (!survey_is_asked(survey, question, round))
            continue;
        const struct answer *answer = survey_answer(survey, question, round, municipality);
        row->cells[column++] = cell_of_text(answer ? answer->text : sv_of(SURVEY_NOT_ANSWERED_NAME));
    }
}

/* "Slut: 15 har svaret, 2 har ikke." */
static void add_text_note(const struct questions_writing *writing, struct table *table, uint32_t question)
{
    const struct survey *survey = &writing->view.survey;
    struct buffer note = buffer_in(writing->view.context->document->arena);
    for (size_t round = 0; round < survey->rounds; round++) {
        if (!survey_is_asked(survey, question, round))
            continue;
        const uint16_t period = survey_period(round);
        const int64_t answered =
            figures_value(writing->view.context->figures,
                          survey_key(&writing->view, FIGURE_SURVEY_ANSWERED, question, period))
                .num;
        const int64_t missing = figures_value(writing->view.context->figures,
                                              survey_code_key(&writing->view, FIGURE_SURVEY_COUNT, question,
                                                              sv_of(CODE_NOT_ANSWERED), period))
                                    .num;
        buffer_format(&note, "%s%.*s: %lld har svaret (n), %lld har ikke.", note.size ? " " : "",
                      SV_ARG(survey_round_name(&writing->view, round)), (long long)answered,
                      (long long)missing);
    }
    table->title_note = table_add_note(table, buffer_view(&note));
}

static void add_text_table(struct questions_writing *writing, uint32_t question)
{
    struct document *document = writing->view.context->document;
    struct table_column *columns =
        arena_array(document->arena, 1 + writing->view.survey.rounds, sizeof *columns);
    const struct sv text = survey_question(&writing->view, question)->text;
    const size_t count = write_text_columns(writing, question, columns);
    struct table *table =
        section_add_table(document, writing->section, next_id(writing),
                          sheet_name(document, sheet_of(writing, question, text)), text, columns, count);
    for (size_t i = 0; i < writing->view.survey.asked_count; i++)
        add_text_row(writing, table, question, i);
    add_text_note(writing, table, question);
    table->empty = sv_of("Ingen kommune er spurgt.");
    table->source = source_of(writing->view.context, 1u << TABLE_ANSWERS);
}

/* ---- Tables of a question or a group ---- */

static void add_counts(struct questions_writing *writing, const struct matrix_request *request)
{
    const struct survey_view *view = &writing->view;
    const uint32_t question = request->questions[0];
    if (survey_scale(&view->survey, question) && !fits_in_columns(view, question)) {
        add_long_table(view, writing->section, request);
        return;
    }
    const struct table *table = add_matrix(view, writing->section, request);
    if (request->count == 1 && survey_scale_is_alone(view, question))
        add_survey_chart(view, writing->section, table, question, survey_question(view, question)->text);
}

static bool stand_together(const struct survey_view *view, uint32_t a, uint32_t b)
{
    const struct question *left = survey_question(view, a);
    const struct question *right = survey_question(view, b);
    return left->group.size && sv_equal(left->group, right->group) && left->type == right->type &&
           left->scale == right->scale && (left->scale == LIST_NONE || fits_in_columns(view, a));
}

/* The questions of the same group, type and list, from `first` on. */
static size_t gather(const struct questions_writing *writing, uint32_t first, uint32_t *together)
{
    const struct survey *survey = &writing->view.survey;
    size_t count = 0;
    together[count++] = first;
    for (size_t i = 0; i < survey->question_count; i++) {
        const uint32_t other = survey->questions[i];
        if (other != first && !writing->written[other] && is_asked(writing, other) &&
            stand_together(&writing->view, first, other))
            together[count++] = other;
    }
    return count;
}

static void add_table_of(struct questions_writing *writing, uint32_t first)
{
    const struct survey *survey = &writing->view.survey;
    const struct question *question = survey_question(&writing->view, first);
    uint32_t *together =
        arena_array(writing->view.context->document->arena, survey->question_count, sizeof *together);
    const size_t count = gather(writing, first, together);
    const struct sv title = question->group.size ? question->group : question->text;
    for (size_t i = 0; i < count; i++)
        writing->written[together[i]] = true;
    add_counts(writing, &(struct matrix_request){
                            .id = next_id(writing),
                            .sheet = sheet_of(writing, first, title),
                            .title = count == 1 && question->group.size
                                         ? sv_format(writing->view.context->document->arena, "%.*s: %.*s",
                                                     SV_ARG(title), SV_ARG(question->text))
                                         : title,
                            .questions = together,
                            .count = count,
                            .with_totals = true,
                        });
}

static void add_question(struct questions_writing *writing, uint32_t question)
{
    if (writing->written[question])
        return;
    writing->written[question] = true;
    if (!is_asked(writing, question))
        add_not_asked(writing, question);
    else if (survey_question(&writing->view, question)->type == ANSWERED_BY_TEXT)
        add_text_table(writing, question);
    else
        add_table_of(writing, question);
}

void section_survey_questions(const struct section_context *context, struct section *section)
{
    struct questions_writing writing = {.view = survey_view(context), .section = section};
    const struct survey *survey = &writing.view.survey;
    writing.written = arena_array(context->document->arena, survey->question_count, sizeof *writing.written);
    for (size_t i = 0; i < survey->question_count; i++)
        add_question(&writing, survey->questions[i]);
}
