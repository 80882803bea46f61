#include "effect_results.h"

#include "follow_ups.h"

/* The follow-ups of a course, by day, then row. */
struct status_run {
    const struct keyed *rows;
    size_t count;
};

/* What is looked at while results are found. */
struct search {
    struct effect_view *view;
    struct arena *arena;
    struct status_run *runs; /* by row of forloeb */
    uint16_t placement;      /* the step praktik; CODE_NONE: the list has no such step */
};

static int32_t month_of(const struct effect_course *course, day_number day)
{
    return month_number(day) - month_number(course->start);
}

/* The 180th day of what began on `start` and ended on `end`, or still runs on the day of the settlement. */
static day_number last_day_of_training(day_number settled, day_number start, day_number end)
{
    const day_number day = start + EFFECT_TRAINING_DAYS - 1;
    const day_number last = end != DAY_NONE && end <= settled ? end : settled;
    return day <= last ? day : DAY_NONE;
}

/* Whether a course, should it have ended, came to the step of placement or further, and began before it. */
static bool came_to_placement(const struct search *search, const struct effect_course *course)
{
    const struct course *row = &courses(search->view->data)[course->row];
    return search->placement != CODE_NONE && row->step_end != CODE_NONE &&
           row->step_end >= search->placement &&
           (row->step_start == CODE_NONE || row->step_start < search->placement);
}

/* The first follow-up so many days after the end, where every status until then is positive. */
static day_number day_kept(const struct search *search, const struct effect_course *course, int32_t days)
{
    const struct data_set *data = search->view->data;
    const struct status_run *run = &search->runs[course->row];
    for (size_t i = 0; course->positive && i < run->count; i++) {
        const struct follow_up *row = &follow_ups(data)[run->rows[i].value];
        if (row->status == CODE_NONE || row->date <= course->end)
            continue;
        if (row->date > search->view->day || !outcome_is_positive(data, course->agreement, row->status))
            return DAY_NONE;
        if (row->date - course->end >= days)
            return row->date;
    }
    return DAY_NONE;
}

static day_number day_reached(const struct search *search, const struct effect_course *course,
                              uint32_t result)
{
    switch (result_kind(result)) {
    case RESULT_TRAINING:
        return last_day_of_training(search->view->day, course->start, course->end);
    case RESULT_PLACEMENT:
        return came_to_placement(search, course) ? course->end : DAY_NONE;
    case RESULT_OUTCOME:
        return course->outcome == result_outcome(result) ? course->end : DAY_NONE;
    case RESULT_KEPT_HALF_YEAR:
        return day_kept(search, course, EFFECT_HALF_YEAR);
    case RESULT_KEPT_YEAR:
        return day_kept(search, course, EFFECT_YEAR);
    case RESULT_STAFF_HIRED:
    case RESULT_ENTERPRISE_GREW:
    case RESULT_KINDS:
        break;
    }
    return DAY_NONE;
}

static void find_for_courses(const struct search *search, size_t payment)
{
    struct effect_view *view = search->view;
    const uint32_t result = result_payments(view->data)[payment].result;
    for (size_t i = 0; i < view->course_count; i++) {
        const struct effect_course *course = &view->courses[i];
        const day_number day = day_reached(search, course, result);
        view->reached[payment * view->course_count + i] =
            day == DAY_NONE ? EFFECT_NEVER : month_of(course, day);
    }
}

/* ---- enterprises ---- */

static void add_for_enterprise(const struct search *search, size_t payment,
                               const struct accelerator *enterprise, day_number day)
{
    struct effect_view *view = search->view;
    view->enterprise_results =
        arena_grow(search->arena, view->enterprise_results, view->enterprise_result_count,
                   &view->enterprise_result_capacity, sizeof *view->enterprise_results);
    view->enterprise_results[view->enterprise_result_count++] = (struct effect_enterprise_result){
        .payment = (uint32_t)payment, .month = month_number(day) - month_number(enterprise->start)};
}

/* The day on which a job had been kept long enough; DAY_NONE: it was not, or not begun in the accelerator. */
static day_number day_job_kept(const struct accelerator *enterprise, const struct job *job,
                               day_number settled)
{
    if (job->enterprise_id != enterprise->enterprise_id || job->start < enterprise->start ||
        job->start > enterprise->end)
        return DAY_NONE;
    return last_day_of_training(settled, job->start, job->end);
}

int64_t effect_jobs_kept(const struct data_set *data, const struct accelerator *enterprise, day_number day)
{
    int64_t kept = 0;
    for (size_t i = 0; i < row_count(data, TABLE_JOBS); i++)
        kept += day_job_kept(enterprise, &jobs(data)[i], day) != DAY_NONE;
    return kept;
}

static void find_hired(const struct search *search, size_t payment, const struct accelerator *enterprise)
{
    const struct data_set *data = search->view->data;
    for (size_t i = 0; i < row_count(data, TABLE_JOBS); i++) {
        const day_number day = day_job_kept(enterprise, &jobs(data)[i], search->view->day);
        if (day != DAY_NONE)
            add_for_enterprise(search, payment, enterprise, day);
    }
}

static void find_grown(const struct search *search, size_t payment, const struct accelerator *enterprise)
{
    if (enterprise->staff_end > enterprise->staff_start && enterprise->end <= search->view->day)
        add_for_enterprise(search, payment, enterprise, enterprise->end);
}

static void find_for_enterprises(const struct search *search, size_t payment)
{
    const struct data_set *data = search->view->data;
    const enum result_kind kind = result_kind(result_payments(data)[payment].result);
    for (size_t i = 0; i < row_count(data, TABLE_ACCELERATOR); i++) {
        if (kind == RESULT_STAFF_HIRED)
            find_hired(search, payment, &accelerators(data)[i]);
        if (kind == RESULT_ENTERPRISE_GREW)
            find_grown(search, payment, &accelerators(data)[i]);
    }
}

/* ---- all of them ---- */

/* Follow-ups by course, then day, then row; one run a course. */
static void find_runs(struct search *search)
{
    const struct data_set *data = search->view->data;
    struct row_order order = row_order_of(search->arena, row_count(data, TABLE_FOLLOW_UPS));
    search->runs = arena_array(search->arena, row_count(data, TABLE_COURSES), sizeof *search->runs);
    for (size_t i = 0; i < order.count; i++)
        order.rows[i].key = radix_key(follow_ups(data)[i].date);
    row_order_sort(&order);
    for (size_t i = 0; i < order.count; i++)
        order.rows[i].key = follow_ups(data)[order.rows[i].value].course;
    row_order_sort(&order);
    for (size_t i = 0; i < order.count; i++) {
        struct status_run *run = &search->runs[order.rows[i].key];
        if (!run->count++)
            run->rows = &order.rows[i];
    }
}

void effect_find_results(struct effect_view *view, struct arena *arena)
{
    struct search search = {
        .view = view,
        .arena = arena,
        .placement = code_of(&view->data->codes, CODES_STEP, "praktik"),
    };
    const size_t payments = row_count(view->data, TABLE_RESULT_PAYMENTS);
    view->reached = arena_array(arena, payments * view->course_count, sizeof *view->reached);
    find_runs(&search);
    for (size_t payment = 0; payment < payments; payment++) {
        find_for_courses(&search, payment);
        find_for_enterprises(&search, payment);
    }
}
