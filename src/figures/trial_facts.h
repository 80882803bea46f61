/*
 * What is read off a single trial action, by counting and by the dates of goals alike.
 */
#ifndef AARSRAPPORT_TRIAL_FACTS_H
#define AARSRAPPORT_TRIAL_FACTS_H

#include "data_set.h"

/* At least two of the sectors take part: more than one bit of the set. */
static inline bool trial_is_across_sectors(const struct trial *trial)
{
    return (trial->sectors & (trial->sectors - 1)) != 0;
}

static inline bool trial_has_un_goal(const struct trial *trial, size_t goal)
{
    return trial->un_goals >> goal & 1;
}

#endif
