/*
 * How long counting takes, and how much memory beyond the records: made-up courses under 60 agreements, with
 * 11 target groups, over 12 years. Usage: bench_count [courses]
 */
#include "figures.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

enum { DEFAULT_COURSES = 1000000, AGREEMENTS = 60, YEARS = 12, FIRST_YEAR = 2013, DAYS_A_YEAR = 365 };

static uint32_t random_below(uint64_t *state, uint32_t limit)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((*state >> 33) % limit);
}

static void make_agreements(struct data_set *data, struct arena *arena)
{
    struct rows *rows = &data->tables[TABLE_AGREEMENTS];
    struct agreement *agreement = arena_array(arena, AGREEMENTS, sizeof *agreement);
    for (uint32_t i = 0; i < AGREEMENTS; i++)
        agreement[i] = (struct agreement){.id = symbols_intern(&rows->keys, sv_format(arena, "A%02u", i)),
                                          .start = day_from_date(FIRST_YEAR, 1, 1),
                                          .end = DAY_NONE,
                                          .places = 20};
    rows->data = agreement;
    rows->count = AGREEMENTS;
}

/* Participants are numbered as they appear; half of the courses are of somebody who was seen before. */
static uint32_t random_participant(uint64_t *state, uint32_t *participants)
{
    if (*participants == 0 || random_below(state, 2))
        return (*participants)++;
    return random_below(state, *participants);
}

static struct course random_course(const struct data_set *data, uint64_t *state, uint32_t *participants)
{
    const struct code_lists *codes = &data->codes;
    const day_number start =
        day_from_date(FIRST_YEAR, 1, 1) + (day_number)random_below(state, YEARS * DAYS_A_YEAR);
    return (struct course){
        .participant = random_participant(state, participants),
        .agreement = random_below(state, AGREEMENTS),
        .start = start,
        .end = random_below(state, 10) ? start + (day_number)random_below(state, 400) : DAY_NONE,
        .target_group = (uint16_t)random_below(state, (uint32_t)code_list(codes, CODES_TARGET_GROUP)->count),
        .step_start = (uint16_t)random_below(state, (uint32_t)code_list(codes, CODES_STEP)->count),
        .step_end = (uint16_t)random_below(state, (uint32_t)code_list(codes, CODES_STEP)->count),
        .outcome = (uint16_t)random_below(state, (uint32_t)code_list(codes, CODES_OUTCOME)->count),
        .dropout_reason = CODE_NONE,
        .plan = (uint8_t)random_below(state, 3),
        .ownership = (uint8_t)random_below(state, 3),
        .hours_start = random_below(state, 20) * DECIMAL_ONE / 2,
        .hours_end = random_below(state, 40) * DECIMAL_ONE / 2,
    };
}

static void make_courses(struct data_set *data, struct arena *arena, size_t count)
{
    struct course *course = arena_array(arena, count, sizeof *course);
    uint64_t state = 1;
    uint32_t participants = 0;
    for (size_t i = 0; i < count; i++)
        course[i] = random_course(data, &state, &participants);
    data->tables[TABLE_COURSES].data = course;
    data->tables[TABLE_COURSES].count = count;
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double peak_mebibytes(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_maxrss / 1024;
}

int main(int argc, char **argv)
{
    const size_t count = argc > 1 ? strtoul(argv[1], NULL, 10) : DEFAULT_COURSES;
    struct strategy strategy = {.from_year = FIRST_YEAR + 1, .to_year = FIRST_YEAR + YEARS};
    const struct period period = period_of(FIRST_YEAR + YEARS - 1, 0);
    struct arena arena;
    struct data_set data;
    struct diag diag;
    struct figures figures;
    struct sv fault;
    arena_init(&arena, NULL);
    data_set_init(&data, &arena);
    diag_init(&diag, &arena);
    data.settings.strategies = &strategy;
    data.settings.strategy_count = 1;
    make_agreements(&data, &arena);
    make_courses(&data, &arena, count);
    const double memory = peak_mebibytes();
    const double from = seconds();
    if (!figures_count(&figures, &data, &period, &diag, &arena, &fault))
        printf("%.*s\n", SV_ARG(fault));
    printf("%zu courses, %zu figures: %.3f s, %.0f MiB beyond the records\n", count, figures.count,
           seconds() - from, peak_mebibytes() - memory);
    arena_free(&arena);
    return 0;
}
