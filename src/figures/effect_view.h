/*
 * The data as a simulation of payment by results sees it, on the day of the settlement (opgørelsesdato):
 * courses with their clocks, the results they reached, and the results of the enterprises.
 *
 * Every course has its own clock: the month of a day is its calendar month minus that of the course's start.
 * What happens after the day of the settlement has not happened. Nothing here depends on a scenario. Lives in
 * the arena it was made in.
 */
#ifndef AARSRAPPORT_EFFECT_VIEW_H
#define AARSRAPPORT_EFFECT_VIEW_H

#include "data_set.h"

enum {
    EFFECT_NEVER = -1,          /* a month that does not come */
    EFFECT_TRAINING_DAYS = 180, /* days of a course, or of a job, that are a result; the first is the start */
    EFFECT_HALF_YEAR = 180,     /* days after a course's end */
    EFFECT_YEAR = 360,
    EFFECT_HORIZON = 600 /* months, at most */
};

#define NO_CLUSTER UINT32_MAX

struct effect_course {
    uint32_t row; /* in forloeb */
    uint32_t agreement;
    uint32_t cluster; /* index in clusters, or NO_CLUSTER */
    uint16_t target_group;
    uint16_t outcome; /* of an ended course; CODE_NONE: still running */
    bool positive;    /* ended with a positive outcome */
    day_number start;
    day_number end;    /* DAY_NONE: still running */
    int32_t end_month; /* EFFECT_NEVER: still running */
    int32_t saves_to;  /* the last month that a positive outcome saves in: INT32_MAX, or the month of the
                          citizen's next positive outcome */
};

/* A result of an enterprise in the accelerator, in the month of the enterprise's own clock. */
struct effect_enterprise_result {
    uint32_t payment; /* row of betalinger */
    int32_t month;
};

struct effect_view {
    const struct data_set *data;
    day_number day;                /* of the settlement; DAY_NONE only where there is no course */
    struct effect_course *courses; /* those that had begun, in row order */
    size_t course_count;
    size_t begun_later;      /* courses left out, since they begin after the day */
    size_t read_as_open;     /* courses whose end is after the day */
    size_t follow_ups_later; /* follow-ups after the day */
    day_number earliest;     /* start; DAY_NONE: no course */
    struct sv *clusters;     /* of the agreements that have courses, in the order of aftaler */
    size_t cluster_count;
    int32_t *reached; /* [row of betalinger × course_count + course]: month, or EFFECT_NEVER */
    struct effect_enterprise_result *enterprise_results;
    size_t enterprise_result_count;
    size_t enterprise_result_capacity;
};

/* Years times twelve and the month, so that differences are months. */
static inline int32_t month_number(day_number day)
{
    const struct calendar_date date = day_to_date(day);
    return date.year * 12 + date.month;
}

/* The first day of the month with that number. */
static inline day_number month_first_day(int32_t number)
{
    return day_from_date((number - 1) / 12, (number - 1) % 12 + 1, 1);
}

/* The day of the settlement: [effekt] opgoerelsesdato, else the latest start, end or follow-up of a course.
 */
day_number effect_day(const struct data_set *data);

struct effect_view effect_view_of(const struct data_set *data, struct arena *arena);

/* The month in which a course reached what a row of betalinger pays for; EFFECT_NEVER. */
static inline int32_t effect_reached(const struct effect_view *view, size_t payment, size_t course)
{
    return view->reached[payment * view->course_count + course];
}

#endif
