/*
 * The follow-ups of a course, and which of them says where the citizen is.
 */
#ifndef AARSRAPPORT_FOLLOW_UPS_H
#define AARSRAPPORT_FOLLOW_UPS_H

#include "counting.h"

/* A positive outcome holds when the citizen's status is still positive half a year to a year later. */
enum { RETENTION_FROM = 180, RETENTION_TO = 365 };

/* The follow-ups of one course, in row order. */
struct course_follow_ups {
    const struct course *course;
    const struct keyed *rows;
    size_t count;
};

/* The follow-ups, those of a course together; the key is the course's row. */
struct row_order follow_ups_by_course(const struct data_set *data, struct arena *arena);

/*
 * The latest follow-up with a status in the window, `from` to `to` days after the course's end; of those on
 * the same day the last row. NULL when there is none.
 */
const struct follow_up *follow_up_latest(const struct data_set *data, const struct course_follow_ups *group,
                                         const struct period *window, int64_t from, int64_t to);

#endif
