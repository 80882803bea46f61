/*
 * One goal, one sentence: a table of what the goal is about by how it stands.
 */
#include "goal_sentences.h"

static void say_target(struct sentence s, const struct goal_view *goal)
{
    paragraph_add(s.context->document, s.paragraph, goal_target_cell(s.context, goal));
}

static void say_result(struct sentence s, const struct goal_view *goal, enum noun noun)
{
    const struct figure_key key = goal_key(s.context, goal, FIGURE_GOAL_VALUE);
    say_cell(s, cell_of_figure(s.context->figures, key, goal->format), noun);
}

static void say_change_of_goal(struct sentence s, const struct goal_view *goal, enum said_when when)
{
    say_change(s, goal->value, goal_value_before(s.context, goal), when);
}

static void say_missing(struct sentence s, const struct goal_view *goal, enum noun noun)
{
    const struct ratio missing = ratio_subtract(goal->target, goal->value);
    say_cell(s, cell_of_target(missing, FORMAT_COUNT), noun);
}

/* " den 14. august"; nothing when the store has no date. */
static void say_reached_on(struct sentence s, const struct goal_view *goal, const char *before)
{
    const struct figure_key key = goal_key(s.context, goal, FIGURE_GOAL_DATE);
    if (!ratio_has_value(figures_value(s.context->figures, key)))
        return;
    say(s, before);
    say_day(s, key);
}

/* ---- The yearly norm of jobs ---- */

static void say_norm(struct sentence s, const struct goal_view *goal)
{
    say(s, "Årsnormen på ");
    say_target(s, goal);
    say(s, "\u00A0job");
}

static void jobs_reached(struct sentence s, const struct goal_view *goal)
{
    say_norm(s, goal);
    say(s, " blev nået");
    say_reached_on(s, goal, " den ");
    say(s, "; ");
    say_at_end(s);
    say(s, " var der skabt ");
    say_result(s, goal, NOUN_JOB);
    say_change_of_goal(s, goal, SAID_DURING);
    say(s, ".");
}

static void jobs_not_reached(struct sentence s, const struct goal_view *goal)
{
    say_norm(s, goal);
    say(s, " blev ikke nået: Der blev ");
    if (goal->value.num == 0) {
        say(s, "ikke skabt nogen job ");
        say_during(s);
        say(s, ".");
        return;
    }
    say(s, "skabt ");
    say_result(s, goal, NOUN_JOB);
    say(s, " ");
    say_during(s);
    say_change_of_goal(s, goal, SAID_DURING);
    say(s, ". Der manglede ");
    say_missing(s, goal, NOUN_JOB);
    say(s, ".");
}

static void say_forecast(struct sentence s, const struct goal_view *goal)
{
    const struct figure_key key = goal_key(s.context, goal, FIGURE_GOAL_FORECAST);
    if (!ratio_has_value(figures_value(s.context->figures, key)))
        return;
    say(s, " I samme takt bliver det til ");
    say_count(s, key, NOUN_JOB);
    say(s, " i hele året.");
}

static void say_jobs_so_far(struct sentence s, const struct goal_view *goal, const char *judgement)
{
    say_opening_at_end(s);
    if (goal->value.num == 0) {
        say(s, " var der ikke skabt nogen job");
    } else {
        say(s, " var der skabt ");
        say_result(s, goal, NOUN_JOB);
    }
    say(s, ", og årsnormen er ");
    say_target(s, goal);
    say(s, judgement);
    say_forecast(s, goal);
}

static void jobs_on_track(struct sentence s, const struct goal_view *goal)
{
    say_jobs_so_far(s, goal, "; det er på vej mod målet.");
}

static void jobs_behind(struct sentence s, const struct goal_view *goal)
{
    say_jobs_so_far(s, goal, "; det er bagud i forhold til målet.");
}

static void jobs_without_target(struct sentence s, const struct goal_view *goal)
{
    say(s, "Der blev skabt ");
    say_result(s, goal, NOUN_JOB);
    say(s, " ");
    say_during(s);
    say_change_of_goal(s, goal, SAID_DURING);
    say(s, "; der er ikke sat et tal som mål.");
}

/* ---- A number of enterprises at the end of the strategy ---- */

enum grammatical_number { NONE_OF_THEM, ONE_OF_THEM, MANY_OF_THEM };

static enum grammatical_number number_of(struct ratio value)
{
    if (ratio_has_value(value) && value.num == 0)
        return NONE_OF_THEM;
    return ratio_has_value(value) && ratio_compare(value, ratio_whole(1)) == 0 ? ONE_OF_THEM : MANY_OF_THEM;
}

/* What the goal counts, as it is called after a number of them. */
static void say_enterprises_counted(struct sentence s, const struct goal_view *goal, struct ratio number)
{
    static const char *const registered[] = {
        [NONE_OF_THEM] = "registrerede socialøkonomiske virksomheder",
        [ONE_OF_THEM] = "registreret socialøkonomisk virksomhed",
        [MANY_OF_THEM] = "registrerede socialøkonomiske virksomheder",
    };
    static const char *const open[] = {
        [NONE_OF_THEM] = "virksomheder eller initiativer",
        [ONE_OF_THEM] = "virksomhed eller initiativ",
        [MANY_OF_THEM] = "virksomheder og initiativer",
    };
    const bool of_register = goal->figure == FIGURE_ENTERPRISES_REGISTERED;
    say(s, "\u00A0");
    say(s, (of_register ? registered : open)[number_of(number)]);
    if (goal->figure == FIGURE_ENTERPRISES_THREE_LINES)
        say(s, " med tre bundlinjer");
}

static void say_enterprise_goal(struct sentence s, const struct goal_view *goal)
{
    say(s, "Målet om ");
    say_target(s, goal);
    say_enterprises_counted(s, goal, goal->target);
    say_year_text(s, " ved udgangen af ", goal->goal->to_year, "");
}

static void say_stock_of_goal(struct sentence s, const struct goal_view *goal)
{
    say(s, " var der ");
    say_result(s, goal, NOUN_NONE);
    say_change_of_goal(s, goal, SAID_AT_END);
}

static void say_enterprises_reached(struct sentence s, const struct goal_view *goal, const char *how)
{
    say_enterprise_goal(s, goal);
    say(s, how);
    say_reached_on(s, goal, ", den ");
    say(s, "; ");
    say_at_end(s);
    say_stock_of_goal(s, goal);
    say(s, ".");
}

static void enterprises_reached(struct sentence s, const struct goal_view *goal)
{
    say_enterprises_reached(s, goal, " blev nået");
}

static void enterprises_reached_early(struct sentence s, const struct goal_view *goal)
{
    say_enterprises_reached(s, goal, " blev nået før tid");
}

static void enterprises_not_reached(struct sentence s, const struct goal_view *goal)
{
    say_enterprise_goal(s, goal);
    say(s, " blev ikke nået: ");
    say_opening_at_end(s);
    say_stock_of_goal(s, goal);
    say(s, ". Der manglede ");
    say_missing(s, goal, NOUN_NONE);
    say(s, ".");
}

static void say_enterprises_so_far(struct sentence s, const struct goal_view *goal, const char *judgement)
{
    say_opening_at_end(s);
    say(s, " var der ");
    say_result(s, goal, NOUN_NONE);
    say_enterprises_counted(s, goal, goal->value);
    say_change_of_goal(s, goal, SAID_AT_END);
    say(s, ". Målet er ");
    say_target(s, goal);
    say_year_text(s, " ved udgangen af ", goal->goal->to_year, ", så der mangler ");
    say_missing(s, goal, NOUN_NONE);
    say(s, judgement);
}

static void enterprises_on_track(struct sentence s, const struct goal_view *goal)
{
    say_enterprises_so_far(s, goal, "; det er på vej mod målet.");
}

static void enterprises_behind(struct sentence s, const struct goal_view *goal)
{
    say_enterprises_so_far(s, goal, "; det er bagud i forhold til en jævn stigning mod målet.");
}

static void enterprises_without_target(struct sentence s, const struct goal_view *goal)
{
    say_opening_at_end(s);
    say(s, " var der ");
    say_result(s, goal, NOUN_NONE);
    say_enterprises_counted(s, goal, goal->value);
    say_change_of_goal(s, goal, SAID_AT_END);
    say(s, "; der er ikke sat et tal som mål.");
}

/* ---- Milestones, and goals of other kinds ---- */

static void say_goal_name(struct sentence s, const struct goal_view *goal)
{
    say(s, "»");
    say_sv(s, goal->goal->name);
    say(s, "«");
}

static void say_named_goal(struct sentence s, const struct goal_view *goal, const char *how)
{
    say(s, "Målet ");
    say_goal_name(s, goal);
    say(s, how);
}

static void milestone_reached(struct sentence s, const struct goal_view *goal)
{
    say_named_goal(s, goal, " blev nået");
    say_reached_on(s, goal, " den ");
    say(s, ".");
}

static void milestone_reached_early(struct sentence s, const struct goal_view *goal)
{
    say_named_goal(s, goal, " blev nået før tid");
    say_reached_on(s, goal, ", den ");
    say(s, ".");
}

static void milestone_waiting(struct sentence s, const struct goal_view *goal)
{
    say_named_goal(s, goal, " er ikke nået endnu");
    say_year_text(s, "; fristen er udgangen af ", goal->goal->to_year, ".");
}

static void milestone_not_reached(struct sentence s, const struct goal_view *goal)
{
    say_named_goal(s, goal, " blev ikke nået");
    say_year_text(s, " inden udgangen af ", goal->goal->to_year, ".");
}

static void say_result_and_target(struct sentence s, const struct goal_view *goal)
{
    say(s, "resultatet ");
    say_during(s);
    say(s, " var ");
    say_figure(s, goal_key(s.context, goal, FIGURE_GOAL_VALUE), goal->format);
    say(s, ", og målet ");
    say_target(s, goal);
    say(s, ".");
}

static void other_reached(struct sentence s, const struct goal_view *goal)
{
    say_named_goal(s, goal, " blev nået");
    say_reached_on(s, goal, " den ");
    say(s, "; ");
    say_result_and_target(s, goal);
}

static void other_reached_early(struct sentence s, const struct goal_view *goal)
{
    say_named_goal(s, goal, " blev nået før tid");
    say_reached_on(s, goal, ", den ");
    say(s, "; ");
    say_result_and_target(s, goal);
}

static void other_not_reached(struct sentence s, const struct goal_view *goal)
{
    say_named_goal(s, goal, " blev ikke nået; ");
    say_result_and_target(s, goal);
}

static void other_on_track(struct sentence s, const struct goal_view *goal)
{
    say_named_goal(s, goal, " er på vej; ");
    say_result_and_target(s, goal);
}

static void other_behind(struct sentence s, const struct goal_view *goal)
{
    say_named_goal(s, goal, " er bagud; ");
    say_result_and_target(s, goal);
}

static void other_without_target(struct sentence s, const struct goal_view *goal)
{
    say_goal_name(s, goal);
    say(s, ": Resultatet ");
    say_during(s);
    say(s, " var ");
    say_figure(s, goal_key(s.context, goal, FIGURE_GOAL_VALUE), goal->format);
    if (goal->format == FORMAT_COUNT)
        say_change_of_goal(s, goal, SAID_DURING);
    say(s, "; der er ikke sat et tal som mål.");
}

/* A share or a mean of nothing. */
static void other_without_value(struct sentence s, const struct goal_view *goal)
{
    say_named_goal(s, goal, " kan ikke gøres op: Der er intet at regne det ud fra ");
    say_during(s);
    if (goal->status != GOAL_WITHOUT_TARGET) {
        say(s, ". Målet er ");
        say_target(s, goal);
    }
    say(s, ".");
}

/* Steps forward in the value chain, without a target: "47 af de 83 afsluttede forløb …". */
static void progression_without_target(struct sentence s, const struct goal_view *goal)
{
    const struct figure_key ended = figure_key(s.context->figures, FIGURE_COURSES_ENDED);
    if (figures_value(s.context->figures, ended).num == 0) {
        say(s, "Ingen forløb blev afsluttet ");
        say_during(s);
        say(s, ", så der er ingen progression at opgøre.");
        return;
    }
    say_figure(s, goal_key(s.context, goal, FIGURE_GOAL_VALUE), FORMAT_COUNT);
    say(s, " af ");
    say_count(s, ended, NOUN_COURSE);
    say(s, ", der blev afsluttet ");
    say_during(s);
    say(s, ", endte længere fremme i værdikæden, end de begyndte.");
}

/* ---- Which sentence ---- */

enum goal_family {
    FAMILY_JOBS,
    FAMILY_ENTERPRISES,
    FAMILY_MILESTONE,
    FAMILY_PROGRESSION,
    FAMILY_OTHER,
    FAMILIES
};

typedef void goal_sentence(struct sentence s, const struct goal_view *goal);

static goal_sentence *const goal_sentences[FAMILIES][GOAL_STATUSES] = {
    [FAMILY_JOBS] =
        {
            [GOAL_REACHED] = jobs_reached,
            [GOAL_REACHED_EARLY] = jobs_reached,
            [GOAL_ON_TRACK] = jobs_on_track,
            [GOAL_BEHIND] = jobs_behind,
            [GOAL_NOT_REACHED] = jobs_not_reached,
            [GOAL_WITHOUT_TARGET] = jobs_without_target,
        },
    [FAMILY_ENTERPRISES] =
        {
            [GOAL_REACHED] = enterprises_reached,
            [GOAL_REACHED_EARLY] = enterprises_reached_early,
            [GOAL_ON_TRACK] = enterprises_on_track,
            [GOAL_BEHIND] = enterprises_behind,
            [GOAL_NOT_REACHED] = enterprises_not_reached,
            [GOAL_WITHOUT_TARGET] = enterprises_without_target,
        },
    [FAMILY_MILESTONE] =
        {
            [GOAL_REACHED] = milestone_reached,
            [GOAL_REACHED_EARLY] = milestone_reached_early,
            [GOAL_ON_TRACK] = milestone_waiting,
            [GOAL_BEHIND] = milestone_waiting,
            [GOAL_NOT_REACHED] = milestone_not_reached,
            [GOAL_WITHOUT_TARGET] = milestone_waiting,
        },
    [FAMILY_PROGRESSION] =
        {
            [GOAL_REACHED] = other_reached,
            [GOAL_REACHED_EARLY] = other_reached_early,
            [GOAL_ON_TRACK] = other_on_track,
            [GOAL_BEHIND] = other_behind,
            [GOAL_NOT_REACHED] = other_not_reached,
            [GOAL_WITHOUT_TARGET] = progression_without_target,
        },
    [FAMILY_OTHER] =
        {
            [GOAL_REACHED] = other_reached,
            [GOAL_REACHED_EARLY] = other_reached_early,
            [GOAL_ON_TRACK] = other_on_track,
            [GOAL_BEHIND] = other_behind,
            [GOAL_NOT_REACHED] = other_not_reached,
            [GOAL_WITHOUT_TARGET] = other_without_target,
        },
};

static bool is_about_all_enterprises(const struct goal_view *goal)
{
    return goal->goal->type == GOAL_FINAL && goal->goal->categories.size == 0 &&
           (goal->figure == FIGURE_ENTERPRISES_AT_END || goal->figure == FIGURE_ENTERPRISES_THREE_LINES ||
            goal->figure == FIGURE_ENTERPRISES_REGISTERED);
}

static enum goal_family family_of(const struct goal_view *goal)
{
    if (goal->goal->type == GOAL_MILESTONE)
        return FAMILY_MILESTONE;
    if (goal->goal->type == GOAL_YEARLY && goal->figure == FIGURE_JOBS_NEW)
        return FAMILY_JOBS;
    if (is_about_all_enterprises(goal))
        return FAMILY_ENTERPRISES;
    if (goal->figure == FIGURE_COURSES_PROGRESSION && sv_is(goal->goal->categories, "frem"))
        return FAMILY_PROGRESSION;
    return FAMILY_OTHER;
}

void say_goal_status(struct sentence s, const struct goal_view *goal)
{
    if (goal->goal->type != GOAL_MILESTONE && !ratio_has_value(goal->value)) {
        other_without_value(s, goal);
        return;
    }
    goal_sentences[family_of(goal)][goal->status](s, goal);
}

bool goal_is_a_norm_of_jobs(const struct goal_view *goal)
{
    return family_of(goal) == FAMILY_JOBS;
}

bool goal_is_about_enterprises(const struct goal_view *goal)
{
    return family_of(goal) == FAMILY_ENTERPRISES && goal->figure == FIGURE_ENTERPRISES_AT_END;
}
