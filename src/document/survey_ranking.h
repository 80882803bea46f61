/*
 * Questions in the order of what makes them worth telling: the largest gap, change or mean first, and those
 * that are as large as each other in the order they were added. It lives in the arena it was made in.
 */
#ifndef AARSRAPPORT_SURVEY_RANKING_H
#define AARSRAPPORT_SURVEY_RANKING_H

#include "survey_view.h"

struct ranked {
    uint32_t question; /* row of spoergsmaal.csv */
    size_t round;
    struct ratio weight; /* has a value */
};

struct ranking {
    struct ranked *items; /* heaviest first */
    size_t count;
};

/* Room for every question in every round. */
struct ranking survey_ranking(const struct survey_view *view);
void ranking_add(struct ranking *ranking, struct ranked item);

/* How many weigh as much as items[at], itself included. */
size_t ranking_ties(const struct ranking *ranking, size_t at);

#endif
