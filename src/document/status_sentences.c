#include "status_sentences.h"

#include "best_year.h"
#include "goal_sentences.h"
#include "sections.h"

/* ---- The year's results ---- */

static struct figure_key now(struct sentence s, enum figure_id id)
{
    return figure_key(s.context->figures, id);
}

/* No value when the store has no year before, or the report is preliminary. */
static struct ratio before(struct sentence s, enum figure_id id)
{
    const struct figures *figures = s.context->figures;
    if (figures->previous == UINT16_MAX || figures->preliminary)
        return ratio_none();
    return figures_value(figures, figure_key_in(figures, id, figures->previous));
}

static struct ratio value(struct sentence s, enum figure_id id)
{
    return figures_value(s.context->figures, now(s, id));
}

void say_no_strategy(struct sentence s)
{
    const struct figures *figures = s.context->figures;
    if (figures->strategy)
        return;
    say_year_text(s, "Ingen strategi dækker ", figures->periods[figures->report].year, ", så ");
    say(s, report_period_noun(s.context));
    say(s, " er opgjort uden mål.");
}

static void say_no_goals(struct sentence s)
{
    const struct figures *figures = s.context->figures;
    if (figures->strategy)
        say_year_text(s, "Der er ikke oplyst mål for ", figures->periods[figures->report].year, ".");
}

void say_new_jobs(struct sentence s)
{
    if (value(s, FIGURE_JOBS_NEW).num == 0) {
        say(s, "Der blev ikke skabt nogen job ");
        say_during(s);
        say(s, ".");
        say_best_year_of_figure(s, FIGURE_JOBS_NEW);
        return;
    }
    say(s, "Der blev skabt ");
    say_count(s, now(s, FIGURE_JOBS_NEW), NOUN_JOB);
    say(s, " ");
    say_during(s);
    say_change(s, value(s, FIGURE_JOBS_NEW), before(s, FIGURE_JOBS_NEW), SAID_DURING);
    say(s, ".");
    say_best_year_of_figure(s, FIGURE_JOBS_NEW);
}

static void say_single_effect(struct sentence s)
{
    say(s, "Ét forløb blev afsluttet ");
    say_during(s);
    say(s, value(s, FIGURE_COURSES_POSITIVE).num == 0 ? "; det endte uden et positivt udfald."
                                                      : "; det endte med et positivt udfald.");
}

void say_effect(struct sentence s)
{
    const struct ratio ended = value(s, FIGURE_COURSES_ENDED);
    if (ended.num == 0) {
        say(s, "Ingen forløb blev afsluttet ");
        say_during(s);
        say(s, ".");
        return;
    }
    if (ratio_compare(ended, ratio_whole(1)) == 0) {
        say_single_effect(s);
        return;
    }
    say(s, "Effekten af forløbene var ");
    say_share(s, now(s, FIGURE_COURSES_EFFECT), now(s, FIGURE_COURSES_ENDED));
    say_points(s, value(s, FIGURE_COURSES_EFFECT), before(s, FIGURE_COURSES_EFFECT), ratio_round(ended, 0));
    say(s, ": ");
    say_part(s, now(s, FIGURE_COURSES_POSITIVE), now(s, FIGURE_COURSES_ENDED), NOUN_COURSE);
    say(s, " endte med et positivt udfald.");
}

void say_enterprises(struct sentence s)
{
    say_opening_at_end(s);
    say(s, " var der ");
    say_count(s, now(s, FIGURE_ENTERPRISES_AT_END), NOUN_ENTERPRISE);
    say_change(s, value(s, FIGURE_ENTERPRISES_AT_END), before(s, FIGURE_ENTERPRISES_AT_END), SAID_AT_END);
    if (value(s, FIGURE_ENTERPRISES_NEW).num != 0 || value(s, FIGURE_ENTERPRISES_CLOSED).num != 0) {
        say(s, ": ");
        say_count(s, now(s, FIGURE_ENTERPRISES_NEW), NOUN_NONE);
        say(s, " kom til, og ");
        say_count(s, now(s, FIGURE_ENTERPRISES_CLOSED), NOUN_NONE);
        say(s, " lukkede");
    }
    say(s, ".");
}

static bool is_one(struct sentence s, enum figure_id id)
{
    return ratio_compare(value(s, id), ratio_whole(1)) == 0;
}

void say_three_lines(struct sentence s)
{
    if (is_one(s, FIGURE_ENTERPRISES_AT_END)) {
        say(s, is_one(s, FIGURE_ENTERPRISES_THREE_LINES) ? "den arbejdede med tre bundlinjer"
                                                         : "den arbejdede ikke med tre bundlinjer");
        return;
    }
    say_count(s, now(s, FIGURE_ENTERPRISES_THREE_LINES), NOUN_NONE);
    say(s, " arbejdede med tre bundlinjer");
}

void say_registered(struct sentence s)
{
    if (is_one(s, FIGURE_ENTERPRISES_AT_END)) {
        say(s, is_one(s, FIGURE_ENTERPRISES_REGISTERED) ? " og var" : " og var ikke");
    } else {
        say(s, ", og ");
        say_count(s, now(s, FIGURE_ENTERPRISES_REGISTERED), NOUN_NONE);
        say(s, " var");
    }
    say(s, " registreret som socialøkonomisk virksomhed");
}

/* For when a goal's sentence has already said how many there are. */
void say_openings(struct sentence s)
{
    say(s, "Der kom ");
    say_count(s, now(s, FIGURE_ENTERPRISES_NEW), NOUN_ENTERPRISE);
    say(s, " til ");
    say_during(s);
    say(s, ", og ");
    say_count(s, now(s, FIGURE_ENTERPRISES_CLOSED), NOUN_NONE);
    say(s, " lukkede.");
}

void say_retention(struct sentence s)
{
    if (!ratio_has_value(value(s, FIGURE_COURSES_RETENTION)))
        return;
    say(s, "Af de borgere, der er fulgt op på et halvt til et helt år efter et positivt udfald, havde ");
    say_share_of_all(s, now(s, FIGURE_COURSES_RETENTION));
    say(s, " stadig et positivt udfald");
    say_points(s, value(s, FIGURE_COURSES_RETENTION), before(s, FIGURE_COURSES_RETENTION), 0);
    say(s, ".");
}

void say_courses(struct sentence s)
{
    say(s, "Der var ");
    say_count(s, now(s, FIGURE_COURSES_PERSONS), NOUN_CITIZEN);
    say(s, " i forløb ");
    say_during(s);
    say_change(s, value(s, FIGURE_COURSES_PERSONS), before(s, FIGURE_COURSES_PERSONS), SAID_DURING);
    say(s, ".");
}

/* ---- The list ---- */

typedef void year_sentence(struct sentence s);

static bool any_goal(const struct goal_view *goals, size_t count, bool (*is)(const struct goal_view *))
{
    for (size_t i = 0; i < count; i++)
        if (is(&goals[i]))
            return true;
    return false;
}

/* What has been said so far, and how much of the rest there is room for. */
struct said {
    const struct section_context *context;
    struct status_sentence *sentences;
    size_t count;
};

static void keep(struct said *said, struct sv about, struct paragraph text, size_t most)
{
    if (text.span_count && said->count < most)
        said->sentences[said->count++] = (struct status_sentence){about, text};
}

static void keep_year_sentence(struct said *said, const char *about, year_sentence *write)
{
    struct paragraph text = {.look = PARAGRAPH_BODY};
    write((struct sentence){said->context, &text});
    keep(said, sv_of(about), text, is_half_yearly(said->context) ? SENTENCES_OF_HALF_YEAR : STATUS_SENTENCES);
}

static void say_not_begun(struct sentence s)
{
    say_period_not_begun(s);
}

/* Old news in a half-yearly report, whose page has little room: its table of goals says so. */
static bool is_old_news(const struct section_context *context, const struct goal_view *goal)
{
    const struct ratio day = figures_value(context->figures, goal_key(context, goal, FIGURE_GOAL_DATE));
    const day_number first = day_from_date(report_year(context), 1, 1);
    return is_half_yearly(context) && ratio_has_value(day) && ratio_round(day, 0) < first;
}

static void keep_goal_sentences(struct said *said, const struct goal_view *goals, size_t count)
{
    const struct section_context *context = said->context;
    for (size_t i = 0; i < count; i++) {
        struct paragraph text = {.look = PARAGRAPH_BODY};
        if (is_old_news(context, &goals[i]))
            continue;
        say_goal_status((struct sentence){context, &text}, &goals[i]);
        keep(said, symbols_name(&context->data->tables[TABLE_GOALS].keys, goals[i].goal->id), text,
             STATUS_SENTENCES);
    }
}

static void keep_results(struct said *said, const struct goal_view *goals, size_t goal_count)
{
    if (!any_goal(goals, goal_count, goal_is_a_norm_of_jobs))
        keep_year_sentence(said, " nye job", say_new_jobs);
    keep_year_sentence(said, " effekt", say_effect);
    keep_year_sentence(said, " virksomheder",
                       any_goal(goals, goal_count, goal_is_about_enterprises) ? say_openings
                                                                              : say_enterprises);
    keep_year_sentence(said, " fastholdelse", say_retention);
    keep_year_sentence(said, " forløb", say_courses);
}

size_t status_sentences(const struct section_context *context, const struct goal_view *goals,
                        size_t goal_count, struct status_sentence sentences[STATUS_SENTENCES])
{
    struct said said = {.context = context, .sentences = sentences};
    keep_year_sentence(&said, " strategi", say_no_strategy);
    if (context->figures->preliminary && !report_is_cut_short(context->figures)) {
        keep_year_sentence(&said, " periode", say_not_begun);
        return said.count;
    }
    if (goal_count == 0)
        keep_year_sentence(&said, " mål", say_no_goals);
    keep_goal_sentences(&said, goals, goal_count);
    keep_results(&said, goals, goal_count);
    return said.count;
}

void add_status_sentences(const struct section_context *context, struct section *section,
                          const struct goal_view *goals, size_t goal_count)
{
    struct status_sentence sentences[STATUS_SENTENCES];
    const size_t count = status_sentences(context, goals, goal_count, sentences);
    struct list *list = section_add_list(context->document, section);
    for (size_t i = 0; i < count; i++)
        *list_add_item(context->document, list) = sentences[i].text;
}
