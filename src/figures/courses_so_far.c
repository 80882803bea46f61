#include "course_facts.h"
#include "tally.h"

enum so_far_counter { ENDED, POSITIVE, OUTCOME, STOPPED, SO_FAR_COUNTERS };

static const struct counter COUNTERS[SO_FAR_COUNTERS] = {
    [OUTCOME] = {.by_code = true, .figure = FIGURE_COURSES_OUTCOME_SO_FAR},
    [STOPPED] = {.by_code = true, .figure = FIGURE_COURSES_STOPPED_SO_FAR},
};

static const struct shown SHOWN[] = {
    {FIGURE_COURSES_ENDED_SO_FAR, ENDED, WHOLE, 1, FOR_AGREEMENTS},
    {FIGURE_COURSES_OUTCOME_SO_FAR, OUTCOME, WHOLE, 1, FOR_AGREEMENTS},
    {FIGURE_COURSES_STOPPED_SO_FAR, STOPPED, WHOLE, 1, FOR_AGREEMENTS},
    {FIGURE_COURSES_POSITIVE_SO_FAR, POSITIVE, WHOLE, 1, FOR_AGREEMENTS},
    {FIGURE_COURSES_EFFECT_SO_FAR, POSITIVE, ENDED, 1, FOR_AGREEMENTS},
};

static void count_course(const struct data_set *data, const struct tally *tally, const struct course *course,
                         int64_t *numbers)
{
    const struct code_lists *codes = &data->codes;
    const uint16_t outcome = course_outcome(course, code_of(codes, CODES_OUTCOME, "uoplyst"));
    numbers[ENDED]++;
    numbers[tally->at[OUTCOME] + outcome]++;
    numbers[POSITIVE] += outcome_is_positive(data, course->agreement, outcome);
    if (outcome == code_of(codes, CODES_OUTCOME, "stoppet"))
        numbers[tally->at[STOPPED] + course_reason(course, code_of(codes, CODES_DROPOUT_REASON, "andet"))]++;
}

void count_courses_so_far(struct counting *counting)
{
    struct arena scratch;
    struct breakdown breakdown;
    struct tally tally;
    const struct figures *figures = counting->figures;
    const struct data_set *data = counting->data;
    arena_init(&scratch, figures->arena->exhausted);
    breakdown_init(&breakdown, data, &scratch);
    tally_init(&tally, counting, &breakdown, COUNTERS, SO_FAR_COUNTERS, &scratch);
    for (size_t row = 0; row < row_count(data, TABLE_COURSES); row++) {
        const struct course *course = &courses(data)[row];
        if (course->end != DAY_NONE && course->end <= figures->judged_at)
            count_course(data, &tally, course,
                         tally_of(&tally, figures->report, breakdown_agreement(course->agreement)));
    }
    tally_show_in(&tally, counting, SHOWN, sizeof SHOWN / sizeof *SHOWN, figures->report);
    arena_free(&scratch);
}
