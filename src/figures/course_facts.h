/*
 * What is read off a single course, by counting and by the dates of goals alike.
 */
#ifndef AARSRAPPORT_COURSE_FACTS_H
#define AARSRAPPORT_COURSE_FACTS_H

#include "categories.h"

/* An empty outcome counts as uoplyst, an empty cause of a stop as andet. */
static inline uint16_t course_outcome(const struct course *course, uint16_t unknown)
{
    return course->outcome == CODE_NONE ? unknown : course->outcome;
}

static inline uint16_t course_reason(const struct course *course, uint16_t other)
{
    return course->dropout_reason == CODE_NONE ? other : course->dropout_reason;
}

static inline bool course_has_steps(const struct course *course)
{
    return course->step_start != CODE_NONE && course->step_end != CODE_NONE;
}

static inline enum direction course_direction(const struct course *course)
{
    if (!course_has_steps(course))
        return DIRECTION_UNKNOWN;
    if (course->step_end == course->step_start)
        return UNCHANGED;
    return course->step_end > course->step_start ? FORWARD : BACKWARD;
}

static inline bool course_has_hours(const struct course *course)
{
    return course->hours_start != DECIMAL_NONE && course->hours_end != DECIMAL_NONE;
}

/* No paid hours, or none stated, at the start, and some at the end. */
static inline bool course_came_to_paid_hours(const struct course *course)
{
    return (course->hours_start == DECIMAL_NONE || course->hours_start == 0) &&
           course->hours_end != DECIMAL_NONE && course->hours_end > 0;
}

#endif
