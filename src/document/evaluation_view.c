#include "evaluation_view.h"

#include "period_words.h"
#include "sections.h"

static bool has_evaluation_rows(const struct evaluation_view *view, uint16_t period)
{
    if (period == UINT16_MAX)
        return false;
    for (size_t i = 0; i < view->questions->count; i++)
        if (figures_find(view->context->figures,
                         evaluation_key(view, FIGURE_EVALUATION_COUNT, period, ALL_AGREEMENTS, i)))
            return true;
    return false;
}

/* An evaluation belongs to a year; a half-year's store may hold it under the half-year. */
static uint16_t period_with_answers(const struct evaluation_view *view, int year, int half)
{
    const struct figures *figures = view->context->figures;
    const uint16_t own = period_index(figures, year, half);
    const uint16_t whole = period_index(figures, year, 0);
    return has_evaluation_rows(view, own) ? own : has_evaluation_rows(view, whole) ? whole : UINT16_MAX;
}

struct evaluation_view evaluation_view(const struct section_context *context)
{
    const struct period *period = &context->figures->periods[context->figures->report];
    struct evaluation_view view = {
        .context = context,
        .questions = code_list(&context->data->codes, CODES_EVALUATION_QUESTION),
    };
    view.now = period_with_answers(&view, period->year, period->half);
    view.before = period_with_answers(&view, period->year - 1, period->half);
    return view;
}

struct figure_key evaluation_key(const struct evaluation_view *view, enum figure_id id, uint16_t period,
                                 uint32_t agreement, size_t question)
{
    struct figures *figures = view->context->figures;
    struct figure_key key = figure_key_in(figures, id, period);
    key.agreement = agreement;
    return figure_key_code(figures, key, view->questions->codes[question].code);
}

struct ratio evaluation_mean(const struct evaluation_view *view, uint16_t period, uint32_t agreement,
                             size_t question)
{
    if (period == UINT16_MAX || !evaluation_answers(view, period, agreement, question))
        return ratio_none();
    return figures_value(view->context->figures,
                         evaluation_key(view, FIGURE_EVALUATION_ANSWER, period, agreement, question));
}

struct ratio evaluation_change(const struct evaluation_view *view, uint32_t agreement, size_t question)
{
    return ratio_subtract(evaluation_mean(view, view->now, agreement, question),
                          evaluation_mean(view, view->before, agreement, question));
}

int64_t evaluation_answers(const struct evaluation_view *view, uint16_t period, uint32_t agreement,
                           size_t question)
{
    if (period == UINT16_MAX)
        return 0;
    const struct ratio count = figures_value(
        view->context->figures, evaluation_key(view, FIGURE_EVALUATION_COUNT, period, agreement, question));
    return ratio_has_value(count) ? ratio_round(count, 0) : 0;
}

int64_t evaluation_all_answers(const struct evaluation_view *view, uint16_t period, uint32_t agreement)
{
    int64_t sum = 0;
    for (size_t i = 0; i < view->questions->count; i++)
        sum += evaluation_answers(view, period, agreement, i);
    return sum;
}

static bool is_about(const struct evaluation *answer, uint32_t agreement)
{
    return agreement == ALL_AGREEMENTS || answer->agreement == agreement;
}

bool evaluation_has_answers(const struct evaluation_view *view, uint32_t agreement)
{
    const struct data_set *data = view->context->data;
    for (uint32_t i = 0; i < row_count(data, TABLE_EVALUATIONS); i++)
        if (evaluations(data)[i].year == report_year(view->context) &&
            is_about(&evaluations(data)[i], agreement))
            return true;
    return false;
}

/* Whether the figures of the year's courses count any of the agreement's. */
static bool has_courses(const struct evaluation_view *view, uint32_t agreement)
{
    struct figures *figures = view->context->figures;
    struct figure_key active = figure_key_in(figures, FIGURE_COURSES_ACTIVE, courses_period(view->context));
    struct figure_key retained = figure_key_in(figures, FIGURE_COURSES_RETENTION, active.period);
    active.agreement = retained.agreement = agreement;
    const struct ratio courses = figures_value(figures, active);
    return (ratio_has_value(courses) && courses.num != 0) ||
           ratio_has_value(figures_value(figures, retained));
}

bool evaluation_covers(const struct evaluation_view *view, uint32_t agreement)
{
    const struct figures *figures = view->context->figures;
    const struct agreement *record = &agreements(view->context->data)[agreement];
    const struct period *courses = &figures->periods[courses_period(view->context)];
    const bool ran = record->start <= cut_off_day(view->context) &&
                     (record->end == DAY_NONE || record->end >= courses->first);
    return ran || evaluation_has_answers(view, agreement) || has_courses(view, agreement);
}

uint32_t evaluation_size(const struct evaluation_view *view)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < row_count(view->context->data, TABLE_AGREEMENTS); i++)
        count += evaluation_covers(view, i);
    return count;
}

static bool is_among(const int32_t *years, unsigned count, int32_t year)
{
    for (unsigned i = 0; i < count; i++)
        if (years[i] == year)
            return true;
    return false;
}

unsigned evaluation_number(const struct evaluation_view *view, uint32_t agreement)
{
    enum { MOST_YEARS = 64 };
    const struct data_set *data = view->context->data;
    int32_t years[MOST_YEARS];
    unsigned count = 0;
    for (uint32_t i = 0; i < row_count(data, TABLE_EVALUATIONS) && count < MOST_YEARS; i++) {
        const struct evaluation *answer = &evaluations(data)[i];
        if (is_about(answer, agreement) && answer->year <= report_year(view->context) &&
            !is_among(years, count, answer->year))
            years[count++] = answer->year;
    }
    return count;
}

uint16_t courses_period(const struct section_context *context)
{
    const struct figures *figures = context->figures;
    const bool year_before = context->request->kind == REPORT_EVALUATION && figures->previous != UINT16_MAX;
    return year_before ? figures->previous : figures->report;
}

day_number cut_off_day(const struct section_context *context)
{
    return context->figures->judged_at;
}
