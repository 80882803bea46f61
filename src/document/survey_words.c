#include "survey_words.h"

/* Bytes of a question within a sentence. */
enum { LONGEST_QUESTION = 160 };

struct ratio survey_value(const struct survey_view *view, struct figure_key key)
{
    return figures_value(view->context->figures, key);
}

void say_survey_round(struct sentence s, const struct survey_view *view, size_t round)
{
    say(s, "»");
    say_sv(s, survey_round_name(view, round));
    say(s, "«");
}

void say_quoted(struct sentence s, struct sv text)
{
    say(s, "»");
    say_sv(s, text);
    say(s, "«");
}

void say_survey_question(struct sentence s, const struct survey_view *view, uint32_t question)
{
    say_quoted(
        s, sv_cut(view->context->document->arena, survey_question(view, question)->text, LONGEST_QUESTION));
}

void say_survey_answered(struct sentence s, const struct survey_view *view, uint32_t question, size_t round)
{
    say_count(s, survey_key(view, FIGURE_SURVEY_ANSWERED, question, survey_period(round)), NOUN_MUNICIPALITY);
}

struct sentence survey_item(const struct survey_view *view, struct list *list)
{
    return (struct sentence){view->context, list_add_item(view->context->document, list)};
}
