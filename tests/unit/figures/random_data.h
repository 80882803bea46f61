/*
 * Made-up data sets for the tests of counting, the same for the same seed, many of their rows on the edges of
 * the periods.
 */
#ifndef AARSRAPPORT_RANDOM_DATA_H
#define AARSRAPPORT_RANDOM_DATA_H

#include "data_builder.h"

enum { AGREEMENTS = 3, PERSONS = 6, MOST_COURSES = 60, MOST_ENTERPRISES = 12 };

static inline uint32_t random_below(uint64_t *state, uint32_t limit)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((*state >> 33) % limit);
}

/* Half of the days lie at the beginning or the end of a year. */
static inline day_number random_day(uint64_t *seed)
{
    const int year = 2020 + (int)random_below(seed, 6);
    if (random_below(seed, 2))
        return day_from_date(year, 1, 1) + (day_number)random_below(seed, 4) - 2;
    return day_from_date(year, 1, 1) + (day_number)random_below(seed, 365);
}

static inline uint16_t random_code(struct builder *b, uint64_t *seed, enum code_list_id list)
{
    const uint32_t count = (uint32_t)code_list(&b->data.codes, list)->count;
    const uint32_t code = random_below(seed, count + 1);
    return code == count ? CODE_NONE : (uint16_t)code;
}

static inline void add_random_course(struct builder *b, uint64_t *seed)
{
    char who[16];
    char agreement[16];
    snprintf(who, sizeof who, "B%u", random_below(seed, PERSONS));
    snprintf(agreement, sizeof agreement, "A%u", random_below(seed, AGREEMENTS));
    struct course *course =
        add_course(b, who, agreement, random_below(seed, 2) ? "unge" : "stu", "2020-01-01", "");
    course->start = random_day(seed);
    if (random_below(seed, 4))
        course->end = course->start + (day_number)random_below(seed, 500);
    course->outcome = random_code(b, seed, CODES_OUTCOME);
    course->dropout_reason = random_code(b, seed, CODES_DROPOUT_REASON);
    course->step_start = random_code(b, seed, CODES_STEP);
    course->step_end = random_code(b, seed, CODES_STEP);
    course->hours_start = random_below(seed, 3) ? random_below(seed, 9) * DECIMAL_ONE / 2 : DECIMAL_NONE;
    course->hours_end = random_below(seed, 3) ? random_below(seed, 9) * DECIMAL_ONE / 2 : DECIMAL_NONE;
}

static inline void add_random_data(struct builder *b, uint64_t *seed)
{
    builder_init(b);
    add_agreement(b, "A0", "2020-03-01", "2024-03-01")->places = 3;
    add_agreement(b, "A1", "2021-03-01", "")->positive_outcomes = random_below(seed, 1 << 12);
    add_agreement(b, "A2", "2019-03-01", "");
    for (uint32_t courses = random_below(seed, MOST_COURSES); courses > 0; courses--)
        add_random_course(b, seed);
}

static inline void add_random_enterprise(struct builder *b, uint64_t *seed, int number)
{
    char id[16];
    snprintf(id, sizeof id, "V%d", number);
    struct enterprise *row =
        add_enterprise(b, id, random_below(seed, 2) ? "virksomhed" : "fond", "2020-01-01", "");
    row->start = random_day(seed);
    if (!random_below(seed, 3))
        row->end = row->start + (day_number)random_below(seed, 900);
    row->registered = random_below(seed, 2) ? random_day(seed) : DAY_NONE;
    row->bottom_line_social = row->bottom_line_local = YES;
    row->bottom_line_economic = random_below(seed, 3) ? YES : NO;
    row->staff = random_below(seed, 3) ? (int32_t)random_below(seed, 10) : WHOLE_NONE;
    row->staff_from_edge = random_below(seed, 3) ? (int32_t)random_below(seed, 5) : WHOLE_NONE;
    row->municipality = random_below(seed, 2) ? sv_of("Sorø") : sv_of("Slagelse");
}

static inline void add_random_job(struct builder *b, uint64_t *seed)
{
    char who[16];
    snprintf(who, sizeof who, "B%u", random_below(seed, PERSONS));
    struct job *job = add_job(b, who, "V0", random_below(seed, 2) ? "fleksjob" : "smaajob", "2020-01-01", "");
    job->enterprise = random_below(seed, MOST_ENTERPRISES);
    job->start = random_day(seed);
    if (random_below(seed, 2))
        job->end = job->start + (day_number)random_below(seed, 500);
    job->hours = random_below(seed, 40) * DECIMAL_ONE;
    job->in_house = (uint8_t)random_below(seed, 3);
    job->csr = (uint8_t)random_below(seed, 3);
}

static inline void add_random_follow_up(struct builder *b, uint64_t *seed)
{
    const uint32_t course = random_below(seed, (uint32_t)row_count(&b->data, TABLE_COURSES));
    add_follow_up(b, course, "2020-01-01", random_below(seed, 2), "andet")->date = random_day(seed);
}

static inline void add_random_agreement(struct builder *b, uint64_t *seed, const char *id)
{
    struct agreement *agreement = add_agreement(b, id, "2020-01-01", "");
    agreement->start = random_day(seed);
    if (random_below(seed, 2))
        agreement->end = agreement->start + (day_number)random_below(seed, 900);
}

static inline void add_random_application(struct builder *b, uint64_t *seed)
{
    static const char *const donors[] = {"Fond A", "FOND A", "Fond B", "Fond C"};
    struct application *row = add_application(b, donors[random_below(seed, 4)], "2024-01-01", "",
                                              1 + (int)random_below(seed, 3), (int)random_below(seed, 4) - 1);
    row->submitted = random_day(seed);
    if (random_below(seed, 4))
        row->decided = row->submitted + (day_number)random_below(seed, 200);
    row->model = (uint16_t)random_below(seed, 3);
}

static inline void add_random_trial(struct builder *b, uint64_t *seed)
{
    struct trial *row = add_trial(b, "2024-01-01", "", random_below(seed, 2) ? "ide" : "i_gang");
    row->start = random_day(seed);
    if (random_below(seed, 2))
        row->end = row->start + (day_number)random_below(seed, 900);
    row->local_partner = (uint8_t)random_below(seed, 3);
    row->sectors = random_below(seed, 8);
    row->un_goals = random_below(seed, 1 << 17);
}

static inline void add_random_purchase(struct builder *b, uint64_t *seed)
{
    static const char *const departments[] = {"Teknik", "Børn og Unge", "Ældre"};
    char enterprise[16];
    snprintf(enterprise, sizeof enterprise, "V%u", random_below(seed, MOST_ENTERPRISES));
    struct purchase *row = add_purchase(b, "2024-01-01", enterprise, departments[random_below(seed, 3)],
                                        (int)random_below(seed, 4));
    row->date = random_day(seed);
    row->reserved = (uint8_t)random_below(seed, 3);
}

static inline void add_random_efforts(struct builder *b, uint64_t *seed)
{
    for (uint32_t left = random_below(seed, 30); left > 0; left--)
        add_random_application(b, seed);
    for (uint32_t left = random_below(seed, 20); left > 0; left--)
        add_random_trial(b, seed);
    add_purchase(b, "2020-01-01", "V0", "Teknik", 1); /* departments that goals name must have bought */
    add_purchase(b, "2020-01-01", "V0", "Ældre", 1);
    for (uint32_t left = random_below(seed, 20); left > 0; left--)
        add_random_purchase(b, seed);
}

static inline void add_random_rest(struct builder *b, uint64_t *seed)
{
    add_random_agreement(b, seed, "A3");
    add_random_agreement(b, seed, "A4");
    add_random_agreement(b, seed, "A5");
    for (int i = 0; i < MOST_ENTERPRISES; i++)
        add_random_enterprise(b, seed, i);
    for (uint32_t jobs_left = random_below(seed, 40); jobs_left > 0; jobs_left--)
        add_random_job(b, seed);
    for (uint32_t left = row_count(&b->data, TABLE_COURSES) ? random_below(seed, 20) : 0; left > 0; left--)
        add_random_follow_up(b, seed);
    add_random_efforts(b, seed);
}

#endif
