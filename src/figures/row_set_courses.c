#include "course_facts.h"
#include "follow_ups.h"
#include "readings.h"
#include "row_set_rules.h"
#include "spell.h"

static const struct course *course_at(const struct row_question *question, uint32_t row)
{
    return &courses(question->data)[row];
}

static struct spell spell_of(const struct course *course)
{
    return (struct spell){course->start, course->end};
}

static uint16_t outcome_at(const struct row_question *question, uint32_t row)
{
    return course_outcome(course_at(question, row), question->sets->unknown_outcome);
}

/* ---- When a course is in the period ---- */

static bool is_active(const struct row_question *question, uint32_t row)
{
    const struct period *period = &question->period;
    return period->first <= period->last && spell_touches(spell_of(course_at(question, row)), period);
}

static bool has_ended(const struct row_question *question, uint32_t row)
{
    return period_holds(&question->period, course_at(question, row)->end);
}

static struct addition at_start(const struct row_question *question, uint32_t row)
{
    return one_if(spell_came_in(spell_of(course_at(question, row)), &question->period));
}

static struct addition started(const struct row_question *question, uint32_t row)
{
    return one_if(period_holds(&question->period, course_at(question, row)->start));
}

static struct addition ended(const struct row_question *question, uint32_t row)
{
    return one_if(has_ended(question, row));
}

static struct addition at_end(const struct row_question *question, uint32_t row)
{
    return one_if(spell_runs_after(spell_of(course_at(question, row)), question->period.last));
}

static struct addition active(const struct row_question *question, uint32_t row)
{
    return one_if(is_active(question, row));
}

static struct addition persons(const struct row_question *question, uint32_t row)
{
    return person_if(is_active(question, row), course_at(question, row)->participant);
}

/* ---- How it ended ---- */

static struct addition outcome(const struct row_question *question, uint32_t row)
{
    return one_if(has_ended(question, row) && is_asked(question, outcome_at(question, row)));
}

static struct addition outcome_share(const struct row_question *question, uint32_t row)
{
    return share_if(has_ended(question, row), is_asked(question, outcome_at(question, row)));
}

static bool is_positive(const struct row_question *question, uint32_t row)
{
    return outcome_is_positive(question->data, course_at(question, row)->agreement,
                               outcome_at(question, row));
}

static struct addition positive(const struct row_question *question, uint32_t row)
{
    return one_if(has_ended(question, row) && is_positive(question, row));
}

static struct addition effect(const struct row_question *question, uint32_t row)
{
    return share_if(has_ended(question, row), is_positive(question, row));
}

static struct addition stopped(const struct row_question *question, uint32_t row)
{
    return one_if(has_ended(question, row) && outcome_at(question, row) == question->sets->stopped &&
                  is_asked(question, course_reason(course_at(question, row), question->sets->other_reason)));
}

/* ---- How far the citizen came ---- */

static struct addition direction(const struct row_question *question, uint32_t row)
{
    return one_if(has_ended(question, row) && is_asked(question, course_direction(course_at(question, row))));
}

static struct addition direction_share(const struct row_question *question, uint32_t row)
{
    const struct course *course = course_at(question, row);
    const bool counts = has_ended(question, row) && course_has_steps(course);
    return share_if(counts, counts && is_asked(question, course_direction(course)));
}

static struct addition transition(const struct row_question *question, uint32_t row)
{
    const struct course *course = course_at(question, row);
    return one_if(
        has_ended(question, row) && course_has_steps(course) &&
        is_asked(question, category_of_transition(question->data, course->step_start, course->step_end)));
}

static struct addition hours_change(const struct row_question *question, uint32_t row)
{
    const struct course *course = course_at(question, row);
    const bool counts = has_ended(question, row) && course_has_hours(course);
    return (struct addition){
        .counts = counts, .amount = counts ? course->hours_end - course->hours_start : 0, .base = 1};
}

static struct addition paid_hours(const struct row_question *question, uint32_t row)
{
    return one_if(has_ended(question, row) && course_came_to_paid_hours(course_at(question, row)));
}

static struct addition duration(const struct row_question *question, uint32_t row)
{
    const struct course *course = course_at(question, row);
    const bool counts = has_ended(question, row);
    return amount_if(counts, counts ? (int64_t)course->end - course->start + 1 : 0);
}

static struct addition plan_share(const struct row_question *question, uint32_t row)
{
    const struct course *course = course_at(question, row);
    return share_if(is_active(question, row) && course->plan != UNSTATED, course->plan == YES);
}

static struct addition ownership_share(const struct row_question *question, uint32_t row)
{
    const struct course *course = course_at(question, row);
    return share_if(is_active(question, row) && course->plan == YES && course->ownership != UNSTATED,
                    course->ownership == YES);
}

/* ---- Places: days of courses, and days for which the agreement has places ---- */

static struct addition place_days(const struct row_question *question, uint32_t row)
{
    const struct course *course = course_at(question, row);
    const struct agreement *agreement = &agreements(question->data)[course->agreement];
    const struct spell other = {agreement->start, agreement->end};
    const int64_t days =
        is_active(question, row) ? spell_shared_days(spell_of(course), other, &question->period) : 0;
    return amount_if(days > 0, days);
}

static struct addition places(const struct row_question *question, uint32_t row)
{
    const struct agreement *agreement = &agreements(question->data)[row];
    const struct spell spell = {agreement->start, agreement->end};
    const int64_t days = spell_shared_days(spell, spell, &question->period);
    const bool counts = agreement->places != WHOLE_NONE && days > 0;
    return (struct addition){.counts = counts, .base = counts ? agreement->places * days : 0};
}

/* ---- Follow-ups ---- */

static const struct follow_up *follow_up_at(const struct row_question *question, uint32_t row)
{
    return &follow_ups(question->data)[row];
}

static struct addition meeting(const struct row_question *question, uint32_t row)
{
    const struct follow_up *follow_up = follow_up_at(question, row);
    return one_if(period_holds(&question->period, follow_up->date) && follow_up->held == YES);
}

static struct addition meeting_share(const struct row_question *question, uint32_t row)
{
    const struct follow_up *follow_up = follow_up_at(question, row);
    return share_if(period_holds(&question->period, follow_up->date), follow_up->held == YES);
}

/* Whether of its course's follow-ups, `from` to `to` days after the end, this row is the one that counts. */
static bool is_latest(const struct row_question *question, uint32_t row, int64_t from, int64_t to)
{
    const struct row_sets *sets = question->sets;
    const uint32_t at = follow_up_at(question, row)->course;
    const struct course *course = course_at(question, at);
    const struct course_follow_ups group = {
        .course = course,
        .rows = sets->follow_ups.rows + sets->follow_ups_from[at],
        .count = sets->follow_ups_from[at + 1] - sets->follow_ups_from[at],
    };
    if (course->end == DAY_NONE)
        return false;
    return follow_up_latest(question->data, &group, &question->period, from, to) ==
           follow_up_at(question, row);
}

static struct addition status_after(const struct row_question *question, uint32_t row)
{
    return one_if(is_latest(question, row, 1, INT32_MAX) &&
                  is_asked(question, follow_up_at(question, row)->status));
}

static struct addition retention(const struct row_question *question, uint32_t row)
{
    const struct follow_up *follow_up = follow_up_at(question, row);
    const uint32_t agreement = course_at(question, follow_up->course)->agreement;
    return share_if(is_positive(question, follow_up->course) &&
                        is_latest(question, row, RETENTION_FROM, RETENTION_TO),
                    outcome_is_positive(question->data, agreement, follow_up->status));
}

/* ---- Answers and readings ---- */

static bool is_answer_asked_for(const struct row_question *question, const struct evaluation *answer)
{
    return answer->answer && window_is_of_year(&question->period, answer->year);
}

static struct addition answer(const struct row_question *question, uint32_t row)
{
    const struct evaluation *of = &evaluations(question->data)[row];
    return (struct addition){.counts = is_answer_asked_for(question, of) && is_asked(question, of->question),
                             .amount = of->answer,
                             .base = 1};
}

static struct addition answer_count(const struct row_question *question, uint32_t row)
{
    return one_if(answer(question, row).counts);
}

static struct addition answer_spread(const struct row_question *question, uint32_t row)
{
    const struct evaluation *of = &evaluations(question->data)[row];
    return one_if(is_answer_asked_for(question, of) &&
                  is_asked(question, category_of_answer(of->question, of->answer)));
}

static bool change_of(const struct row_question *question, uint32_t row, struct reading_change *change)
{
    const struct row_sets *sets = question->sets;
    const struct reading_series series =
        reading_series_from(question->data, &sets->readings, sets->series_of_reading[row]);
    return is_asked(question, readings(question->data)[row].indicator) &&
           reading_series_change(&series, &question->period, change);
}

static struct addition readings_course(const struct row_question *question, uint32_t row)
{
    struct reading_change change;
    return one_if(change_of(question, row, &change) && change.latest == &readings(question->data)[row]);
}

/* The latest reading minus the first one; the latest stands for the course in the denominator. */
static struct addition readings_difference(const struct row_question *question, uint32_t row)
{
    struct reading_change change;
    const struct progression_reading *reading = &readings(question->data)[row];
    if (!change_of(question, row, &change) || (reading != change.first && reading != change.latest))
        return one_if(false);
    return (struct addition){.counts = true,
                             .amount = reading == change.latest ? reading->value : -reading->value,
                             .base = reading == change.latest};
}

/* ---- The table ---- */

#define BY_DATES .deciding = {"start", "slut"}
#define BY_OUTCOME .deciding = {"slut", "udfald"}
#define BY_STEPS .deciding = {"slut", "trin_start", "trin_slut"}
#define BY_HOURS .deciding = {"slut", "timer_start", "timer_slut"}
#define BY_MEETING .deciding = {"dato", "moede_holdt"}
#define BY_STATUS .deciding = {"dato", "status"}
#define BY_ANSWER .deciding = {"aar", "spoergsmaal", "svar"}
#define BY_READING .deciding = {"dato", "indikator", "vaerdi"}

static const struct row_set_rule RULES[FIGURES] = {
    [FIGURE_COURSES_AT_START] = {TABLE_COURSES, MEASURE_COUNT, at_start, BY_DATES},
    [FIGURE_COURSES_STARTED] = {TABLE_COURSES, MEASURE_COUNT, started, BY_DATES},
    [FIGURE_COURSES_ENDED] = {TABLE_COURSES, MEASURE_COUNT, ended, BY_DATES},
    [FIGURE_COURSES_AT_END] = {TABLE_COURSES, MEASURE_COUNT, at_end, BY_DATES},
    [FIGURE_COURSES_ACTIVE] = {TABLE_COURSES, MEASURE_COUNT, active, BY_DATES},
    [FIGURE_COURSES_PERSONS] = {TABLE_COURSES, MEASURE_DISTINCT, persons, BY_DATES},
    [FIGURE_COURSES_OUTCOME] = {TABLE_COURSES, MEASURE_COUNT, outcome, BY_OUTCOME},
    [FIGURE_COURSES_OUTCOME_SHARE] = {TABLE_COURSES, MEASURE_QUOTIENT, outcome_share, BY_OUTCOME},
    [FIGURE_COURSES_POSITIVE] = {TABLE_COURSES, MEASURE_COUNT, positive, BY_OUTCOME},
    [FIGURE_COURSES_EFFECT] = {TABLE_COURSES, MEASURE_QUOTIENT, effect, BY_OUTCOME},
    [FIGURE_COURSES_STOPPED] = {TABLE_COURSES, MEASURE_COUNT, stopped,
                                .deciding = {"slut", "udfald", "aarsag"}},
    [FIGURE_COURSES_PROGRESSION] = {TABLE_COURSES, MEASURE_COUNT, direction, BY_STEPS},
    [FIGURE_COURSES_PROGRESSION_SHARE] = {TABLE_COURSES, MEASURE_QUOTIENT, direction_share, BY_STEPS},
    [FIGURE_COURSES_VALUE_CHAIN] = {TABLE_COURSES, MEASURE_COUNT, transition, BY_STEPS},
    [FIGURE_COURSES_HOURS_CHANGE] = {TABLE_COURSES, MEASURE_MEAN, hours_change, DECIMAL_ONE, BY_HOURS},
    [FIGURE_COURSES_HOURS_CHANGE_MEDIAN] = {TABLE_COURSES, MEASURE_MEDIAN, hours_change, DECIMAL_ONE,
                                            BY_HOURS},
    [FIGURE_COURSES_PAID_HOURS] = {TABLE_COURSES, MEASURE_COUNT, paid_hours, BY_HOURS},
    [FIGURE_COURSES_DURATION] = {TABLE_COURSES, MEASURE_MEDIAN, duration, BY_DATES},
    [FIGURE_COURSES_PLAN_SHARE] = {TABLE_COURSES, MEASURE_QUOTIENT, plan_share,
                                   .deciding = {"start", "slut", "plan"}},
    [FIGURE_COURSES_OWNERSHIP_SHARE] = {TABLE_COURSES, MEASURE_QUOTIENT, ownership_share,
                                        .deciding = {"start", "slut", "plan", "ejerskab"}},
    [FIGURE_COURSES_MEETINGS] = {TABLE_FOLLOW_UPS, MEASURE_COUNT, meeting, BY_MEETING},
    [FIGURE_COURSES_MEETINGS_SHARE] = {TABLE_FOLLOW_UPS, MEASURE_QUOTIENT, meeting_share, BY_MEETING},
    [FIGURE_COURSES_STATUS_AFTER] = {TABLE_FOLLOW_UPS, MEASURE_COUNT, status_after, BY_STATUS},
    [FIGURE_COURSES_RETENTION] = {TABLE_FOLLOW_UPS, MEASURE_QUOTIENT, retention, BY_STATUS},
    [FIGURE_COURSES_USE_OF_PLACES] = {TABLE_COURSES, MEASURE_QUOTIENT, place_days, .base = places,
                                      .base_table = TABLE_AGREEMENTS, BY_DATES},
    [FIGURE_EVALUATION_ANSWER] = {TABLE_EVALUATIONS, MEASURE_MEAN, answer, BY_ANSWER},
    [FIGURE_EVALUATION_COUNT] = {TABLE_EVALUATIONS, MEASURE_COUNT, answer_count, BY_ANSWER},
    [FIGURE_EVALUATION_SPREAD] = {TABLE_EVALUATIONS, MEASURE_COUNT, answer_spread, BY_ANSWER},
    [FIGURE_COURSES_ENDED_SO_FAR] = {TABLE_COURSES, MEASURE_COUNT, ended, .so_far = true, BY_DATES},
    [FIGURE_COURSES_OUTCOME_SO_FAR] = {TABLE_COURSES, MEASURE_COUNT, outcome, .so_far = true, BY_OUTCOME},
    [FIGURE_COURSES_STOPPED_SO_FAR] = {TABLE_COURSES, MEASURE_COUNT, stopped, .so_far = true,
                                       .deciding = {"slut", "udfald", "aarsag"}},
    [FIGURE_COURSES_POSITIVE_SO_FAR] = {TABLE_COURSES, MEASURE_COUNT, positive, .so_far = true, BY_OUTCOME},
    [FIGURE_COURSES_EFFECT_SO_FAR] = {TABLE_COURSES, MEASURE_QUOTIENT, effect, .so_far = true, BY_OUTCOME},
    [FIGURE_READINGS_COURSES] = {TABLE_READINGS, MEASURE_COUNT, readings_course, BY_READING},
    [FIGURE_READINGS_CHANGE] = {TABLE_READINGS, MEASURE_MEAN, readings_difference, BY_READING},
};

const struct row_set_rule *course_row_set_rule(enum figure_id figure)
{
    return RULES[figure].rule ? &RULES[figure] : NULL;
}
