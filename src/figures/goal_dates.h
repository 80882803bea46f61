/*
 * Goals resolved to what they are about, and the day on which one was reached.
 */
#ifndef AARSRAPPORT_GOAL_DATES_H
#define AARSRAPPORT_GOAL_DATES_H

#include "counting.h"

/* A goal whose figure and codes are known. */
struct aim {
    uint16_t row;
    const struct goal *goal;
    enum figure_id figure;
    bool *categories; /* of the figure: which are added; NULL: the figure without code */
};

/*
 * What a goal is about, and the days over which its value is counted. False for a milestone, and for a goal
 * that goals_check refuses.
 */
bool goal_asks(const struct figures *figures, uint16_t row, struct aim *aim, struct period *window,
               struct arena *arena);

/* Whether the figure counts rows by their first day: then the day of the n-th row can be named. */
bool figure_counts_starts(enum figure_id figure);

/*
 * The first day on which the level was `target` or more and stayed so until the window's last day. A flow is
 * followed from the window's first day; a stock from the first row of all. DAY_NONE when it was not reached,
 * when the target is not above 0, and for figures that do not change row by row.
 */
day_number aim_reached_on(const struct counting *counting, const struct aim *aim, struct ratio target,
                          const struct period *window);

#endif
