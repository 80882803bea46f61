#include "goal_running.h"

/* Which job types count towards the goal, by code. */
static void choose_types(const struct code_list *types, struct sv categories, bool *chosen)
{
    struct sv part;
    for (size_t i = 0; i < types->count; i++)
        chosen[i] = categories.size == 0;
    while (sv_split(&categories, '|', &part)) {
        const uint16_t type = code_find(types, sv_trim(part));
        if (type != CODE_NONE)
            chosen[type] = true;
    }
}

struct goal_running goal_jobs_running(const struct data_set *data, const struct goal *goal, int year)
{
    const struct code_list *types = code_list(&data->codes, CODES_JOB_TYPE);
    const day_number first = day_from_date(year, 1, 1);
    const day_number last = day_from_date(year, 12, 31);
    struct goal_running running = {.jobs = {0}};
    bool *chosen = arena_array(data->arena, types->count, sizeof *chosen);
    choose_types(types, goal->categories, chosen);
    for (size_t i = 0; i < row_count(data, TABLE_JOBS); i++) {
        const struct job *job = &jobs(data)[i];
        if (job->start >= first && job->start <= last && job->job_type < types->count &&
            chosen[job->job_type])
            running.jobs[day_to_date(job->start).month - 1]++;
    }
    for (int month = 1; month < GOAL_MONTHS; month++)
        running.jobs[month] += running.jobs[month - 1];
    return running;
}
