#include "goal_running.h"

/* Which job types count towards the goal, by code; without categories all do. */
static bool counts_type(const struct code_list *types, struct sv categories, uint16_t type)
{
    struct sv part;
    if (!categories.size)
        return true;
    while (sv_split(&categories, '|', &part))
        if (code_find(types, sv_trim(part)) == type)
            return true;
    return false;
}

int64_t goal_jobs_until(const struct data_set *data, const struct goal *goal, day_number day)
{
    const struct code_list *types = code_list(&data->codes, CODES_JOB_TYPE);
    const day_number first = day_from_date(day_year(day), 1, 1);
    int64_t count = 0;
    for (size_t i = 0; i < row_count(data, TABLE_JOBS); i++) {
        const struct job *job = &jobs(data)[i];
        if (job->start >= first && job->start <= day && counts_type(types, goal->categories, job->job_type))
            count++;
    }
    return count;
}
