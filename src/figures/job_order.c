#include "job_order.h"

static enum job_place place_of(const struct job *job, const struct job *before)
{
    if (!before || before->participant != job->participant)
        return JOB_IS_FIRST;
    return before->enterprise == job->enterprise ? JOB_IS_NEXT : JOB_IS_NEXT_ELSEWHERE;
}

struct job_order job_order_of(const struct data_set *data, struct arena *arena)
{
    const struct job *all = jobs(data);
    struct row_order rows = row_order_of(arena, row_count(data, TABLE_JOBS));
    uint8_t *places = arena_array(arena, rows.count, sizeof *places);
    for (size_t i = 0; i < rows.count; i++)
        rows.rows[i].key = radix_key(all[rows.rows[i].value].start);
    row_order_sort(&rows);
    for (size_t i = 0; i < rows.count; i++)
        rows.rows[i].key = all[rows.rows[i].value].participant;
    row_order_sort(&rows);
    for (size_t i = 0; i < rows.count; i++)
        places[rows.rows[i].value] =
            (uint8_t)place_of(&all[rows.rows[i].value], i ? &all[rows.rows[i - 1].value] : NULL);
    return (struct job_order){rows, places};
}
