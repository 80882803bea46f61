/*
 * The Slagelse model: whether a job is the citizen's first in the data or a later one, and then whether it is
 * in another enterprise than the job before it. Jobs follow each other by start, then by row.
 */
#ifndef AARSRAPPORT_JOB_ORDER_H
#define AARSRAPPORT_JOB_ORDER_H

#include "counting.h"

enum job_place { JOB_IS_FIRST, JOB_IS_NEXT, JOB_IS_NEXT_ELSEWHERE };

struct job_order {
    struct row_order rows; /* a citizen's jobs together, in their order */
    uint8_t *places;       /* enum job_place, by row */
};

struct job_order job_order_of(const struct data_set *data, struct arena *arena);

#endif
