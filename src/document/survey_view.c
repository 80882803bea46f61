#include "survey_view.h"

struct survey_view survey_view(const struct section_context *context)
{
    return (struct survey_view){context, survey_of(context->data, context->document->arena)};
}

const struct question *survey_question(const struct survey_view *view, uint32_t question)
{
    return &questions(view->context->data)[question];
}

struct sv survey_question_id(const struct survey_view *view, uint32_t question)
{
    return symbols_name(&view->context->data->tables[TABLE_QUESTIONS].keys,
                        survey_question(view, question)->id);
}

struct sv survey_round_name(const struct survey_view *view, size_t round)
{
    return code_name(code_list(&view->context->data->codes, CODES_ROUND), (uint16_t)round);
}

struct sv survey_municipality_name(const struct survey_view *view, uint32_t municipality)
{
    return names_text(&view->context->data->names[NAMES_MUNICIPALITY], municipality);
}

bool survey_is_scale(const struct survey_view *view, uint32_t question)
{
    return survey_question(view, question)->type == ANSWERED_BY_ONE;
}

struct figure_key survey_key(const struct survey_view *view, enum figure_id figure, uint32_t question,
                             uint16_t period)
{
    struct figures *figures = view->context->figures;
    return figure_key_code(figures, figure_key_in(figures, figure, period),
                           survey_question_id(view, question));
}

struct figure_key survey_code_key(const struct survey_view *view, enum figure_id figure, uint32_t question,
                                  struct sv code, uint16_t period)
{
    struct figures *figures = view->context->figures;
    const struct sv id = survey_question_id(view, question);
    return figure_key_code(figures, figure_key_in(figures, figure, period),
                           sv_format(view->context->document->arena, "%.*s:%.*s", SV_ARG(id), SV_ARG(code)));
}

struct figure_key survey_plain_key(const struct survey_view *view, enum figure_id figure, struct sv code)
{
    struct figures *figures = view->context->figures;
    const struct figure_key key = figure_key(figures, figure);
    return code.size ? figure_key_code(figures, key, code) : key;
}

struct figure_key survey_measure_key(const struct survey_view *view, uint16_t measure, struct sv status)
{
    const struct code_list *measures = code_list(&view->context->data->codes, CODES_MEASURE);
    return survey_plain_key(view, FIGURE_MEASURES,
                            sv_format(view->context->document->arena, "%.*s:%.*s",
                                      SV_ARG(code_text(measures, measure)), SV_ARG(status)));
}

enum value_format survey_number_format(struct ratio value, enum value_format fraction)
{
    return !ratio_has_value(value) || value.num % value.den == 0 ? FORMAT_COUNT : fraction;
}

struct ratio survey_mean_step(const struct survey_view *view, uint32_t question, size_t round)
{
    const struct figures *figures = view->context->figures;
    const struct code_list *scale = survey_scale(&view->survey, question);
    const uint16_t period = survey_period(round);
    int64_t sum = 0;
    for (size_t step = 0; step < scale->count; step++) {
        const struct figure_key key =
            survey_code_key(view, FIGURE_SURVEY_COUNT, question, scale->codes[step].code, period);
        sum += (int64_t)(step + 1) * figures_value(figures, key).num;
    }
    return ratio_divide(ratio_whole(sum),
                        figures_value(figures, survey_key(view, FIGURE_SURVEY_ANSWERED, question, period)));
}
