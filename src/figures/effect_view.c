#include "effect_view.h"

#include "counting.h"
#include "course_facts.h"
#include "effect_results.h"

static day_number later(day_number a, day_number b)
{
    return a > b ? a : b; /* DAY_NONE is the least of all */
}

day_number effect_day(const struct data_set *data)
{
    day_number latest = data->settings.effect_date;
    if (latest != DAY_NONE)
        return latest;
    for (size_t i = 0; i < row_count(data, TABLE_COURSES); i++)
        latest = later(latest, later(courses(data)[i].start, courses(data)[i].end));
    for (size_t i = 0; i < row_count(data, TABLE_FOLLOW_UPS); i++)
        latest = later(latest, follow_ups(data)[i].date);
    return latest;
}

static uint32_t cluster_of(struct effect_view *view, uint32_t agreement)
{
    const struct sv name = agreements(view->data)[agreement].cluster;
    for (uint32_t i = 0; i < view->cluster_count; i++)
        if (sv_equal(view->clusters[i], name))
            return i;
    return NO_CLUSTER;
}

static struct effect_course see_course(const struct effect_view *view, uint32_t row, uint16_t unknown)
{
    const struct course *course = &courses(view->data)[row];
    const bool ended = course->end != DAY_NONE && course->end <= view->day;
    const uint16_t outcome = ended ? course_outcome(course, unknown) : CODE_NONE;
    return (struct effect_course){
        .row = row,
        .agreement = course->agreement,
        .cluster = NO_CLUSTER,
        .target_group = course->target_group,
        .outcome = outcome,
        .positive = ended && outcome_is_positive(view->data, course->agreement, outcome),
        .start = course->start,
        .end = ended ? course->end : DAY_NONE,
        .end_month = ended ? month_number(course->end) - month_number(course->start) : EFFECT_NEVER,
        .saves_to = INT32_MAX,
    };
}

static void see_courses(struct effect_view *view, struct arena *arena)
{
    const struct course *all = courses(view->data);
    const size_t count = row_count(view->data, TABLE_COURSES);
    const uint16_t unknown = code_of(&view->data->codes, CODES_OUTCOME, "uoplyst");
    view->courses = arena_array(arena, count, sizeof *view->courses);
    for (uint32_t row = 0; row < count; row++) {
        if (all[row].start > view->day) {
            view->begun_later++;
            continue;
        }
        view->courses[view->course_count++] = see_course(view, row, unknown);
        view->read_as_open += all[row].end != DAY_NONE && all[row].end > view->day;
        if (view->earliest == DAY_NONE || all[row].start < view->earliest)
            view->earliest = all[row].start;
    }
    for (size_t i = 0; i < row_count(view->data, TABLE_FOLLOW_UPS); i++)
        view->follow_ups_later += follow_ups(view->data)[i].date > view->day;
}

/* The clusters that have courses, in the order of the agreements. */
static void see_clusters(struct effect_view *view, struct arena *arena)
{
    const size_t count = row_count(view->data, TABLE_AGREEMENTS);
    bool *used = arena_array(arena, count, sizeof *used);
    view->clusters = arena_array(arena, count, sizeof *view->clusters);
    for (size_t i = 0; i < view->course_count; i++)
        used[view->courses[i].agreement] = true;
    for (uint32_t i = 0; i < count; i++)
        if (used[i] && agreements(view->data)[i].cluster.size && cluster_of(view, i) == NO_CLUSTER)
            view->clusters[view->cluster_count++] = agreements(view->data)[i].cluster;
    for (size_t i = 0; i < view->course_count; i++)
        view->courses[i].cluster = cluster_of(view, view->courses[i].agreement);
}

/*
 * One person, one benefit: a course saves no longer than through the month in which the same citizen's next
 * course ends positively. Courses by citizen, then end, then row.
 */
static void end_savings(struct effect_view *view, struct arena *arena)
{
    const struct course *all = courses(view->data);
    struct row_order order = row_order_of(arena, view->course_count);
    for (size_t i = 0; i < order.count; i++)
        order.rows[i].key = radix_key(view->courses[i].end);
    row_order_sort(&order);
    for (size_t i = 0; i < order.count; i++)
        order.rows[i].key = all[view->courses[order.rows[i].value].row].participant;
    row_order_sort(&order);
    struct effect_course *before = NULL;
    uint32_t citizen = SYMBOL_NONE;
    for (size_t i = 0; i < order.count; i++) {
        struct effect_course *course = &view->courses[order.rows[i].value];
        if (!course->positive)
            continue;
        if (before && citizen == order.rows[i].key)
            before->saves_to = month_number(course->end) - month_number(before->start);
        citizen = order.rows[i].key;
        before = course;
    }
}

struct effect_view effect_view_of(const struct data_set *data, struct arena *arena)
{
    struct effect_view view = {.data = data, .day = effect_day(data), .earliest = DAY_NONE};
    see_courses(&view, arena);
    see_clusters(&view, arena);
    end_savings(&view, arena);
    effect_find_results(&view, arena);
    return view;
}
