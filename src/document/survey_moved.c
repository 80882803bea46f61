#include "survey_moved.h"

#include "sections.h"
#include "survey_ranking.h"
#include "survey_words.h"

/* "9 af 24 kommuner", of those that answered in the round; "ingen kommuner" when nobody did. */
static void say_part_of_answered(struct sentence s, const struct survey_view *view, uint32_t question,
                                 struct sv answer, size_t round)
{
    const uint16_t period = survey_period(round);
    const struct figure_key answered = survey_key(view, FIGURE_SURVEY_ANSWERED, question, period);
    if (survey_value(view, answered).num) {
        say_count(s, survey_code_key(view, FIGURE_SURVEY_COUNT, question, answer, period), NOUN_NONE);
        say(s, " af ");
    }
    say_count(s, answered, NOUN_MUNICIPALITY);
}

static struct figure_key change_key(const struct survey_view *view, uint32_t question, struct sv code)
{
    return survey_code_key(view, FIGURE_SURVEY_CHANGE, question, code, view->context->figures->report);
}

/* The answer that has grown most, or with `sign` −1 shrunk most; of several the first. */
static size_t most_changed(const struct survey_view *view, uint32_t question, int sign)
{
    const struct code_list *scale = survey_scale(&view->survey, question);
    size_t most = CODE_NONE;
    int64_t largest = 0;
    for (size_t code = 0; code < scale->count; code++) {
        const int64_t change =
            sign * survey_value(view, change_key(view, question, scale->codes[code].code)).num;
        if (change > largest) {
            largest = change;
            most = code;
        }
    }
    return most;
}

/* "12 af 17 kommuner svarer »1-2 om måneden«, 4 flere end i runden »Start«" */
static void say_moved(struct sentence s, const struct survey_view *view, uint32_t question, size_t code)
{
    const struct sv answer = survey_scale(&view->survey, question)->codes[code].code;
    const size_t last = survey_last_round(&view->survey, question);
    const struct ratio change = survey_value(view, change_key(view, question, answer));
    struct cell moved =
        cell_of_figure(view->context->figures, change_key(view, question, answer), FORMAT_COUNT);
    moved.value = ratio_whole(change.num < 0 ? -change.num : change.num);
    say_part_of_answered(s, view, question, answer, last);
    say(s, " svarer ");
    say_quoted(s, survey_scale(&view->survey, question)->codes[code].name);
    say(s, ", ");
    moved.has_key = false;
    say_cell(s, moved, NOUN_NONE);
    say(s, change.num < 0 ? " færre" : change.num == 1 ? " mere" : " flere");
}

static void add_moved(const struct survey_view *view, struct list *list, uint32_t question)
{
    const struct sentence s = survey_item(view, list);
    const size_t up = most_changed(view, question, 1);
    const size_t down = most_changed(view, question, -1);
    say_survey_question(s, view, question);
    say(s, " ");
    if (up == CODE_NONE && down == CODE_NONE) {
        say(s, "Hvert svar er givet af lige så mange kommuner i runden ");
        say_survey_round(s, view, survey_last_round(&view->survey, question));
        say(s, " som i runden ");
        say_survey_round(s, view, survey_first_round(&view->survey, question));
        say(s, ".");
        return;
    }
    say(s, "I runden ");
    say_survey_round(s, view, survey_last_round(&view->survey, question));
    say(s, ": ");
    if (up != CODE_NONE)
        say_moved(s, view, question, up);
    say(s, up != CODE_NONE && down != CODE_NONE ? "; " : "");
    if (down != CODE_NONE)
        say_moved(s, view, question, down);
    say(s, " end i runden ");
    say_survey_round(s, view, survey_first_round(&view->survey, question));
    say(s, ", hvor ");
    say_survey_answered(s, view, question, survey_first_round(&view->survey, question));
    say(s, " svarede.");
}

/* "4,3 i runden »Slut« (15 kommuner)" */
static void say_mean(struct sentence s, const struct survey_view *view, uint32_t question, size_t round)
{
    const struct figure_key mean = survey_key(view, FIGURE_SURVEY_MEAN, question, survey_period(round));
    say_figure(s, mean, survey_number_format(survey_value(view, mean), FORMAT_DECIMAL));
    say(s, " i runden ");
    say_survey_round(s, view, round);
    say(s, " (");
    say_survey_answered(s, view, question, round);
    say(s, ")");
}

static void add_moved_mean(const struct survey_view *view, struct list *list, uint32_t question)
{
    const struct sentence s = survey_item(view, list);
    const size_t first = survey_first_round(&view->survey, question);
    const size_t last = survey_last_round(&view->survey, question);
    say_survey_question(s, view, question);
    say(s, " Gennemsnittet af svarene var ");
    say_mean(s, view, question, first);
    say(s, " og ");
    say_mean(s, view, question, last);
    say(s, ".");
}

static bool can_move(const struct survey_view *view, uint32_t question)
{
    return survey_question(view, question)->type != ANSWERED_BY_TEXT &&
           survey_rounds_asked(&view->survey, question) > 1;
}

static struct ratio larger(struct ratio a, struct ratio b)
{
    return ratio_compare(a, b) < 0 ? b : a;
}

/* The change of the mean as a part of the larger of the two means. */
static struct ratio movement_of_mean(const struct survey_view *view, uint32_t question)
{
    const uint16_t first = survey_period(survey_first_round(&view->survey, question));
    const uint16_t last = survey_period(survey_last_round(&view->survey, question));
    const struct ratio before = survey_value(view, survey_key(view, FIGURE_SURVEY_MEAN, question, first));
    const struct ratio now = survey_value(view, survey_key(view, FIGURE_SURVEY_MEAN, question, last));
    if (!ratio_has_value(before) || !ratio_has_value(now))
        return ratio_none();
    return ratio_divide(ratio_magnitude(ratio_subtract(now, before)),
                        larger(ratio_magnitude(now), ratio_magnitude(before)));
}

/* The largest change of an answer, as a part of the municipalities that were asked. */
static struct ratio movement_of_answers(const struct survey_view *view, uint32_t question)
{
    const struct code_list *scale = survey_scale(&view->survey, question);
    struct ratio most = ratio_whole(0);
    for (size_t code = 0; code < scale->count; code++)
        most = larger(
            most, ratio_magnitude(survey_value(view, change_key(view, question, scale->codes[code].code))));
    return ratio_divide(most, ratio_whole((int64_t)view->survey.asked_count));
}

/* Between 0 and 1, so that scales and numbers can stand in one order; 0 where it cannot be told. */
static struct ratio movement_of(const struct survey_view *view, uint32_t question)
{
    const struct ratio movement = survey_question(view, question)->type == ANSWERED_BY_NUMBER
                                      ? movement_of_mean(view, question)
                                      : movement_of_answers(view, question);
    return ratio_has_value(movement) ? movement : ratio_whole(0);
}

static struct ranking movements_of(const struct survey_view *view)
{
    struct ranking movements = survey_ranking(view);
    for (size_t i = 0; i < view->survey.question_count; i++) {
        const uint32_t question = view->survey.questions[i];
        if (can_move(view, question))
            ranking_add(&movements, (struct ranked){question, survey_last_round(&view->survey, question),
                                                    movement_of(view, question)});
    }
    return movements;
}

void add_survey_movements(const struct survey_view *view, struct section *section)
{
    const struct ranking movements = movements_of(view);
    section_add_heading(view->context->document, section, 2, sv_of("Hvad der har flyttet sig"));
    if (!movements.count) {
        say(sentence_in(view->context, section, PARAGRAPH_BODY),
            "Intet spørgsmål er stillet i mere end én runde, så svarene viser ikke, hvad der har flyttet "
            "sig.");
        return;
    }
    struct list *list = section_add_list(view->context->document, section);
    for (size_t i = 0; i < movements.count && i < SURVEY_MOST_ITEMS; i++) {
        const uint32_t question = movements.items[i].question;
        if (survey_question(view, question)->type == ANSWERED_BY_NUMBER)
            add_moved_mean(view, list, question);
        else
            add_moved(view, list, question);
    }
    if (movements.count > SURVEY_MOST_ITEMS)
        say(sentence_in(view->context, section, PARAGRAPH_BODY),
            "Det er de spørgsmål, hvor svarene har flyttet sig mest. Ændringerne for de øvrige står i "
            "tabellerne.");
}
