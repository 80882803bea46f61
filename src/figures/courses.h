/*
 * The counters of courses, which courses.c and follow_ups.c fill together.
 */
#ifndef AARSRAPPORT_COURSES_H
#define AARSRAPPORT_COURSES_H

#include "tally.h"

enum course_counter {
    AT_START,
    STARTED,
    ENDED,
    AT_END,
    ACTIVE,
    PERSONS,
    POSITIVE,
    STEPS_KNOWN,
    HOURS_CHANGE, /* sum, decimal */
    HOURS_KNOWN,
    PAID_HOURS,
    PLAN_YES,
    PLAN_KNOWN,
    OWNERSHIP_YES,
    OWNERSHIP_KNOWN,
    PLACE_DAYS, /* days in the window and within the agreement */
    MEETINGS_HELD,
    MEETINGS,
    RETAINED, /* still positive after half a year */
    RETAINED_ASKED,
    OUTCOME,
    STOPPED,
    PROGRESSION,
    VALUE_CHAIN,
    STATUS_AFTER,
    COURSE_COUNTERS
};

/* Counts the follow-up meetings, and where citizens are after their course. */
void count_follow_ups(const struct counting *counting, struct tally *tally);

#endif
