#include "categories.h"
#include "job_order.h"
#include "row_set_rules.h"
#include "spell.h"

enum { FULL_TIME_HOURS = 37, WHO_BITS = 32 };

static const struct job *job_at(const struct row_question *question, uint32_t row)
{
    return &jobs(question->data)[row];
}

static bool is_new(const struct row_question *question, uint32_t row)
{
    return period_holds(&question->period, job_at(question, row)->start);
}

static bool is_new_of_type(const struct row_question *question, uint32_t row)
{
    return is_new(question, row) && is_asked(question, job_at(question, row)->job_type);
}

static struct addition new_job(const struct row_question *question, uint32_t row)
{
    return one_if(is_new_of_type(question, row));
}

/* Counted once a type, where types are asked for: a goal adds the types up. */
static struct addition persons(const struct row_question *question, uint32_t row)
{
    const struct job *job = job_at(question, row);
    struct addition addition = person_if(is_new_of_type(question, row), job->participant);
    if (question->categories)
        addition.who |= (uint64_t)job->job_type << WHO_BITS;
    return addition;
}

static struct addition at_end(const struct row_question *question, uint32_t row)
{
    const struct job *job = job_at(question, row);
    return one_if(spell_runs_after((struct spell){job->start, job->end}, question->period.last) &&
                  is_asked(question, job->job_type));
}

static struct addition hours(const struct row_question *question, uint32_t row)
{
    return amount_if(is_new_of_type(question, row), job_at(question, row)->hours);
}

static struct addition hours_band(const struct row_question *question, uint32_t row)
{
    return one_if(is_new(question, row) &&
                  is_asked(question, category_of_hours(job_at(question, row)->hours)));
}

static struct addition in_house(const struct row_question *question, uint32_t row)
{
    return one_if(is_new(question, row) && job_at(question, row)->in_house == YES);
}

static struct addition csr(const struct row_question *question, uint32_t row)
{
    return one_if(is_new(question, row) && job_at(question, row)->csr == YES);
}

static struct addition enterprise(const struct row_question *question, uint32_t row)
{
    return person_if(is_new(question, row), job_at(question, row)->enterprise);
}

static struct addition enterprise_type(const struct row_question *question, uint32_t row)
{
    const uint32_t enterprise_row = job_at(question, row)->enterprise;
    return one_if(is_new(question, row) &&
                  is_asked(question, enterprises(question->data)[enterprise_row].type));
}

/* Since 1 January of the period's year, up to the end of the month asked for. */
static struct addition cumulated(const struct row_question *question, uint32_t row)
{
    const struct calendar_date date = day_to_date(job_at(question, row)->start);
    bool counts = false;
    for (size_t month = (size_t)date.month; month <= category_count(question->data, question->figure);
         month++)
        counts |= is_asked(question, month - 1);
    return one_if(counts && date.year == question->period.year);
}

static enum job_place place_at(const struct row_question *question, uint32_t row)
{
    return (enum job_place)question->sets->job_places[row];
}

static struct addition first(const struct row_question *question, uint32_t row)
{
    return one_if(is_new(question, row) && place_at(question, row) == JOB_IS_FIRST);
}

static struct addition next(const struct row_question *question, uint32_t row)
{
    return one_if(is_new(question, row) && place_at(question, row) != JOB_IS_FIRST);
}

static struct addition next_elsewhere(const struct row_question *question, uint32_t row)
{
    return one_if(is_new(question, row) && place_at(question, row) == JOB_IS_NEXT_ELSEWHERE);
}

#define BY_START .deciding = {"start", "jobtype"}
#define BY_HOURS .deciding = {"start", "jobtype", "timer"}
#define BY_ENTERPRISE .deciding = {"start", "virksomhed_id"}

static const struct row_set_rule RULES[FIGURES] = {
    [FIGURE_JOBS_NEW] = {TABLE_JOBS, MEASURE_COUNT, new_job, BY_START},
    [FIGURE_JOBS_PERSONS] = {TABLE_JOBS, MEASURE_DISTINCT, persons, BY_START},
    [FIGURE_JOBS_AT_END] = {TABLE_JOBS, MEASURE_COUNT, at_end, .deciding = {"start", "slut", "jobtype"}},
    [FIGURE_JOBS_HOURS] = {TABLE_JOBS, MEASURE_SUM, hours, DECIMAL_ONE, BY_HOURS},
    [FIGURE_JOBS_FULL_TIME] = {TABLE_JOBS, MEASURE_SUM, hours, FULL_TIME_HOURS *DECIMAL_ONE, BY_HOURS},
    [FIGURE_JOBS_HOURS_BAND] = {TABLE_JOBS, MEASURE_COUNT, hours_band, BY_HOURS},
    [FIGURE_JOBS_IN_HOUSE] = {TABLE_JOBS, MEASURE_COUNT, in_house, .deciding = {"start", "in_house"}},
    [FIGURE_JOBS_CSR] = {TABLE_JOBS, MEASURE_COUNT, csr, .deciding = {"start", "csr"}},
    [FIGURE_JOBS_ENTERPRISES] = {TABLE_JOBS, MEASURE_DISTINCT, enterprise, BY_ENTERPRISE},
    [FIGURE_JOBS_ENTERPRISE_TYPE] = {TABLE_JOBS, MEASURE_COUNT, enterprise_type, BY_ENTERPRISE},
    [FIGURE_JOBS_CUMULATED] = {TABLE_JOBS, MEASURE_COUNT, cumulated, BY_START},
    [FIGURE_JOBS_FIRST] = {TABLE_JOBS, MEASURE_COUNT, first, BY_START},
    [FIGURE_JOBS_NEXT] = {TABLE_JOBS, MEASURE_COUNT, next, BY_START},
    [FIGURE_JOBS_NEXT_ELSEWHERE] = {TABLE_JOBS, MEASURE_COUNT, next_elsewhere, BY_ENTERPRISE},
};

const struct row_set_rule *job_row_set_rule(enum figure_id figure)
{
    return RULES[figure].rule ? &RULES[figure] : NULL;
}
