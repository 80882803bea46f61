/*
 * The running count of a yearly goal about new jobs: how many jobs that count towards it had started by the
 * end of each month. noegletal.csv has the goal's result only (maal.<id>.vaerdi), which is the count on the
 * last day; the norm's chart needs the way there.
 */
#ifndef AARSRAPPORT_GOAL_RUNNING_H
#define AARSRAPPORT_GOAL_RUNNING_H

#include "data_set.h"

enum { GOAL_MONTHS = 12 };

struct goal_running {
    int64_t jobs[GOAL_MONTHS]; /* from 1 January to the end of the month, January first */
};

/* Jobs with a start in the year, of the types that the goal's categories name; without categories all. */
struct goal_running goal_jobs_running(const struct data_set *data, const struct goal *goal, int year);

#endif
