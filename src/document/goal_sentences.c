/*
 * One goal, one sentence: a table of what the goal is about by how it stands.
 */
#include "goal_sentences.h"

#include "best_year.h"

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
    say_change_from(s, goal->value, goal_value_before(s.context, goal), goal->before, when);
}

static void say_during_goal(struct sentence s, const struct goal_view *goal)
{
    say_sv(s, period_during(s.context, goal->period));
}

static void say_missing(struct sentence s, const struct goal_view *goal, enum noun noun)
{
    const struct ratio missing = ratio_subtract(goal->target, goal->value);
    say_cell(s, cell_of_target(missing, goal->format), noun);
}

static bool has_day(struct sentence s, const struct goal_view *goal)
{
    return ratio_has_value(figures_value(s.context->figures, goal_key(s.context, goal, FIGURE_GOAL_DATE)));
}

/* " den 14. august"; nothing when the store has no date. */
static void say_reached_on(struct sentence s, const struct goal_view *goal, const char *before)
{
    if (!has_day(s, goal))
        return;
    say(s, before);
    say_day(s, goal_key(s.context, goal, FIGURE_GOAL_DATE));
}

/* " blev nået før tid, den 18. november, 43 dage før fristen" */
static void say_reached_early(struct sentence s, const struct goal_view *goal)
{
    say(s, " blev nået før tid");
    say_reached_on(s, goal, ", den ");
    if (!has_day(s, goal))
        return;
    const struct figure_key key = goal_key(s.context, goal, FIGURE_GOAL_DATE);
    const struct ratio deadline = ratio_whole(goal_deadline(s.context, goal));
    say(s, ", ");
    say_number(s, ratio_subtract(deadline, figures_value(s.context->figures, key)), NOUN_DAY);
    say(s, " før fristen");
}

/* ", og det kræver 2,8 om måneden"; nothing when that is next to nothing. */
static bool say_pace_needed(struct sentence s, const struct goal_view *goal)
{
    const struct ratio pace = goal_pace_needed(s.context, goal);
    const bool is_amount = goal->format == FORMAT_AMOUNT;
    if (!ratio_has_value(pace) || ratio_round(pace, is_amount ? 0 : 1) == 0)
        return false;
    say(s, ", og det kræver ");
    if (is_amount)
        say_value(s, pace, FORMAT_AMOUNT);
    else
        say_decimal_value(s, pace);
    say(s, " om måneden");
    return true;
}

/* "Der mangler 17 job, og det kræver 2,8 om måneden resten af året." */
static void say_missing_and_pace(struct sentence s, const struct goal_view *goal, enum noun noun)
{
    say(s, "Der mangler ");
    say_missing(s, goal, noun);
    if (say_pace_needed(s, goal) && goal->goal->type == GOAL_YEARLY)
        say(s, " resten af året");
    say(s, ".");
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
    say_best_year_of_goal(s, goal);
}

static void say_jobs_made(struct sentence s, const struct goal_view *goal)
{
    if (goal->value.num == 0) {
        say(s, "ikke skabt nogen job ");
        say_during_goal(s, goal);
        return;
    }
    say(s, "skabt ");
    say_result(s, goal, NOUN_JOB);
    say(s, " ");
    say_during_goal(s, goal);
    say_change_of_goal(s, goal, SAID_DURING);
}

static void jobs_not_reached(struct sentence s, const struct goal_view *goal)
{
    say_norm(s, goal);
    say(s, " blev ikke nået: Der blev ");
    say_jobs_made(s, goal);
    say(s, ".");
    if (goal->value.num != 0) {
        say(s, " Der manglede ");
        say_missing(s, goal, NOUN_JOB);
        say(s, ".");
    }
    say_best_year_of_goal(s, goal);
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
        say(s, " var der ikke skabt nogen job. ");
    } else {
        say(s, " var der skabt ");
        say_result(s, goal, NOUN_JOB);
        say_change_of_goal(s, goal, SAID_DURING);
        say(s, ". ");
    }
    say(s, judgement);
    say(s, " årsnormen på ");
    say_target(s, goal);
    say(s, "\u00A0job: ");
    say_missing_and_pace(s, goal, NOUN_NONE);
    if (goal->value.num != 0)
        say_forecast(s, goal);
}

static void jobs_on_track(struct sentence s, const struct goal_view *goal)
{
    say_jobs_so_far(s, goal, "Det er på vej mod");
}

static void jobs_behind(struct sentence s, const struct goal_view *goal)
{
    say_jobs_so_far(s, goal, "Det er bagud i forhold til");
}

static void jobs_without_target(struct sentence s, const struct goal_view *goal)
{
    say(s, "Der blev ");
    say_jobs_made(s, goal);
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

static void say_stock_after(struct sentence s, const struct goal_view *goal)
{
    say(s, "; ");
    say_at_end(s);
    say_stock_of_goal(s, goal);
    say(s, ".");
}

static void enterprises_reached(struct sentence s, const struct goal_view *goal)
{
    say_enterprise_goal(s, goal);
    say(s, " blev nået");
    say_reached_on(s, goal, " den ");
    say_stock_after(s, goal);
}

static void enterprises_reached_early(struct sentence s, const struct goal_view *goal)
{
    say_enterprise_goal(s, goal);
    say_reached_early(s, goal);
    say_stock_after(s, goal);
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
    say(s, ". ");
    say(s, judgement);
    say(s, " målet om ");
    say_target(s, goal);
    say_year_text(s, " ved udgangen af ", goal->goal->to_year, ": ");
    say_missing_and_pace(s, goal, NOUN_NONE);
}

static void enterprises_on_track(struct sentence s, const struct goal_view *goal)
{
    say_enterprises_so_far(s, goal, "Det er på vej mod");
}

static void enterprises_behind(struct sentence s, const struct goal_view *goal)
{
    say_enterprises_so_far(s, goal, "Det er bagud i forhold til en jævn stigning mod");
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
    say_named_goal(s, goal, "");
    say_reached_early(s, goal);
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

/* "i 2024", "ved årets udgang", "fra 2022 til første halvår 2024": what a goal's result is of. */
static void say_when_of_result(struct sentence s, const struct goal_view *goal)
{
    const struct figures *figures = s.context->figures;
    const struct period *period = &figures->periods[goal->period];
    if (goal_is_of_a_day(goal)) {
        say_at_end(s);
    } else if (goal->goal->type == GOAL_YEARLY || goal->goal->from_year == period->year) {
        say_during_goal(s, goal);
    } else {
        say_year_text(s, "fra ", goal->goal->from_year, " til ");
        if (report_is_cut_short(figures))
            say_value(s, ratio_whole(figures->judged_at), FORMAT_DATE);
        else
            say_sv(s, period_phrase(s.context->document->arena, period));
    }
}

static void say_change_of_other(struct sentence s, const struct goal_view *goal)
{
    const enum said_when when = goal_is_of_a_day(goal) ? SAID_AT_END : SAID_DURING;
    const struct ratio before = goal_value_before(s.context, goal);
    if (goal->format == FORMAT_SHARE) {
        say_points_from(s, goal->value, before, 0, goal->before);
    } else if (goal->format == FORMAT_COUNT && ratio_has_value(before) &&
               ratio_compare(goal->value, before) == 0) {
        say(s, ", det samme som ");
        say_compared(s, goal->before, when);
    } else if (goal->format == FORMAT_COUNT) {
        say_change_of_goal(s, goal, when);
    }
}

static void say_other_result(struct sentence s, const struct goal_view *goal)
{
    say(s, "Resultatet ");
    say_when_of_result(s, goal);
    say(s, " var ");
    say_figure(s, goal_key(s.context, goal, FIGURE_GOAL_VALUE), goal->format);
    say_change_of_other(s, goal);
}

static void say_result_against_target(struct sentence s, const struct goal_view *goal)
{
    say_other_result(s, goal);
    say(s, "; målet er ");
    say_target(s, goal);
    say(s, ".");
}

static void say_result_and_target(struct sentence s, const struct goal_view *goal)
{
    say(s, ": ");
    say_result_against_target(s, goal);
}

static void other_reached(struct sentence s, const struct goal_view *goal)
{
    say_named_goal(s, goal, " blev nået");
    say_reached_on(s, goal, " den ");
    say_result_and_target(s, goal);
}

static void other_reached_early(struct sentence s, const struct goal_view *goal)
{
    say_named_goal(s, goal, "");
    say_reached_early(s, goal);
    say_result_and_target(s, goal);
}

static void other_not_reached(struct sentence s, const struct goal_view *goal)
{
    say_named_goal(s, goal, " blev ikke nået");
    say_result_and_target(s, goal);
}

static void say_other_so_far(struct sentence s, const struct goal_view *goal, const char *how)
{
    say_named_goal(s, goal, how);
    say_result_and_target(s, goal);
    if (!ratio_has_value(goal_missing(goal)))
        return;
    say(s, " ");
    say_missing_and_pace(s, goal, NOUN_NONE);
}

static void other_on_track(struct sentence s, const struct goal_view *goal)
{
    say_other_so_far(s, goal, " er på vej");
}

static void other_behind(struct sentence s, const struct goal_view *goal)
{
    say_other_so_far(s, goal, " er bagud");
}

static void other_without_target(struct sentence s, const struct goal_view *goal)
{
    say_goal_name(s, goal);
    say(s, ": ");
    say_other_result(s, goal);
    say(s, "; der er ikke sat et tal som mål.");
}

/* A share or a mean of nothing. */
static void other_without_value(struct sentence s, const struct goal_view *goal)
{
    say_named_goal(s, goal, " kan ikke gøres op: Der er intet at regne det ud fra ");
    say_during_goal(s, goal);
    if (goal->status != GOAL_WITHOUT_TARGET) {
        say(s, ". Målet er ");
        say_target(s, goal);
    }
    say(s, ".");
}

/* "; i 2023 var det 40 af 70" */
static void say_progression_before(struct sentence s, const struct goal_view *goal)
{
    const struct ratio moved = goal_value_before(s.context, goal);
    if (!ratio_has_value(moved))
        return;
    const struct figure_key ended = figure_key_in(s.context->figures, FIGURE_COURSES_ENDED, goal->before);
    if (figures_value(s.context->figures, ended).num == 0)
        return;
    say(s, "; ");
    say_compared(s, goal->before, SAID_DURING);
    say(s, " var det ");
    say_number(s, moved, NOUN_NONE);
    say(s, " af ");
    say_figure(s, ended, FORMAT_COUNT);
}

static void say_single_progression(struct sentence s, const struct goal_view *goal)
{
    say(s, "Det ene forløb, der blev afsluttet ");
    say_during_goal(s, goal);
    say(s, goal->value.num ? ", endte længere fremme i værdikæden, end det begyndte"
                           : ", endte ikke længere fremme i værdikæden, end det begyndte");
}

static void say_progression(struct sentence s, const struct goal_view *goal, struct figure_key ended)
{
    const struct ratio all = figures_value(s.context->figures, ended);
    if (ratio_compare(all, ratio_whole(1)) == 0) {
        say_single_progression(s, goal);
        return;
    }
    say(s, "Ud af ");
    say_count(s, ended, NOUN_COURSE);
    say(s, ", der blev afsluttet ");
    say_during_goal(s, goal);
    say(s, ", endte ");
    say_result(s, goal, NOUN_NONE);
    say(s, " længere fremme i værdikæden, end de begyndte");
}

/* Steps forward in the value chain, without a target. */
static void progression_without_target(struct sentence s, const struct goal_view *goal)
{
    const struct figure_key ended = figure_key_in(s.context->figures, FIGURE_COURSES_ENDED, goal->period);
    if (figures_value(s.context->figures, ended).num == 0) {
        say(s, "Ingen forløb blev afsluttet ");
        say_during_goal(s, goal);
        say(s, ", så der er ingen progression at opgøre.");
        return;
    }
    say_progression(s, goal, ended);
    say_progression_before(s, goal);
    say(s, ".");
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

void say_goal_shortfall(struct sentence s, const struct goal_view *goal)
{
    say_goal_name(s, goal);
    if (goal->status != GOAL_NOT_REACHED) {
        say(s, " er bagud: ");
        if (ratio_has_value(goal_missing(goal)))
            say_missing_and_pace(s, goal, NOUN_NONE);
        else
            say_result_against_target(s, goal);
        return;
    }
    say(s, " blev ikke nået");
    if (ratio_has_value(goal->value)) {
        say(s, ": ");
        say_result_against_target(s, goal);
    } else {
        say(s, ".");
    }
}

bool goal_is_a_norm_of_jobs(const struct goal_view *goal)
{
    return family_of(goal) == FAMILY_JOBS;
}

bool goal_is_about_enterprises(const struct goal_view *goal)
{
    return family_of(goal) == FAMILY_ENTERPRISES && goal->figure == FIGURE_ENTERPRISES_AT_END;
}
