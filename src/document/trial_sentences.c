#include "best_year.h"
#include "effort_figures.h"
#include "effort_sentences.h"

struct ratio trials_running(const struct figures *figures)
{
    struct ratio sum = ratio_whole(0);
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure *row = &figures->rows[i];
        if (row->key.figure == FIGURE_TRIALS_STATUS && row->key.period == figures->report)
            sum = ratio_add(sum, row->value);
    }
    return sum;
}

void say_trials_started(struct sentence s)
{
    const struct figure_key started = now_key(s, FIGURE_TRIALS_STARTED);
    if (is_zero(value_of(s, started))) {
        say(s, "Der blev ikke sat nogen prøvehandlinger i gang ");
    } else {
        say(s, "Der blev sat ");
        say_count(s, started, NOUN_TRIAL);
        say(s, " i gang ");
    }
    say_during(s);
    say_count_change(s, started, SAID_DURING);
    say(s, ".");
    if (!is_zero(value_of(s, started)))
        say_best_year_of_figure(s, FIGURE_TRIALS_STARTED);
}

/* "5 går på tværs af sektorer, og 2 har en lokal partner", "den går på tværs af sektorer". */
static void say_marks(struct sentence s, bool single)
{
    const bool across = !is_zero(now(s, FIGURE_TRIALS_ACROSS_SECTORS));
    const bool partner = !is_zero(now(s, FIGURE_TRIALS_LOCAL_PARTNER));
    if (across || partner)
        say(s, single ? "; den" : "; ");
    if (across && !single)
        say_figure(s, now_key(s, FIGURE_TRIALS_ACROSS_SECTORS), FORMAT_COUNT);
    if (across)
        say(s, " går på tværs af sektorer");
    if (across && partner)
        say(s, single ? " og" : ", og ");
    if (partner && !single)
        say_figure(s, now_key(s, FIGURE_TRIALS_LOCAL_PARTNER), FORMAT_COUNT);
    if (partner)
        say(s, " har en lokal partner");
}

void say_trials_running(struct sentence s)
{
    const struct ratio running = trials_running(s.context->figures);
    if (is_zero(running))
        return;
    say(s, "I alt var ");
    say_number(s, running, NOUN_TRIAL);
    say(s, " i gang ");
    say_during(s);
    say_marks(s, is_one(running));
    say(s, ".");
}

static int64_t un_goals_named(struct sentence s)
{
    const struct code_list *goals_of_un = code_list(&s.context->data->codes, CODES_UN_GOAL);
    int64_t count = 0;
    for (uint16_t i = 0; i < goals_of_un->count; i++)
        count += !is_zero(value_of(s, figure_key_code(s.context->figures, now_key(s, FIGURE_TRIALS_UN_GOAL),
                                                      code_text(goals_of_un, i))));
    return count;
}

void say_un_goals(struct sentence s)
{
    const int64_t named = un_goals_named(s);
    const struct figure_key partnerships = code_key(s, FIGURE_TRIALS_UN_GOAL, "17");
    if (is_zero(trials_running(s.context->figures)))
        return;
    if (!named) {
        say(s, "Ingen af de prøvehandlinger, der var i gang, er knyttet til et af FN's verdensmål.");
        return;
    }
    say(s, "De prøvehandlinger, der var i gang, bidrager til ");
    say_value(s, ratio_whole(named), FORMAT_COUNT);
    say(s, " af FN's 17 verdensmål");
    if (!is_zero(value_of(s, partnerships))) {
        say(s, "; ");
        say_figure(s, partnerships, FORMAT_COUNT);
        say(s, " bidrager til mål 17, Partnerskaber for handling");
    }
    say(s, ".");
}
