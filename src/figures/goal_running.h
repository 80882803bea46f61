/*
 * The running count of a yearly goal about new jobs: how many jobs that count towards it had started by a day
 * of the year. noegletal.csv has the goal's result only (maal.<id>.vaerdi), which is the count on the last
 * day; the norm's chart needs the way there.
 */
#ifndef AARSRAPPORT_GOAL_RUNNING_H
#define AARSRAPPORT_GOAL_RUNNING_H

#include "data_set.h"

/* Jobs with a start from 1 January of the day's year to the day, both included, of the goal's codes. */
int64_t goal_jobs_until(const struct data_set *data, const struct goal *goal, day_number day);

#endif
