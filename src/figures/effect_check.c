/*
 * What the simulations of payment by results lack: rates that a saving needs, and files that a payment needs.
 */
#include "effect_rates.h"
#include "effect_simulation.h"
#include "figures.h"
#include "result_words.h"
#include "text_da.h"

static const struct sv nothing = {0};

struct check {
    const struct data_set *data;
    struct diag *diag;
    struct effect_view view;
};

/* A rate that is not there, and the courses that need it. */
struct lack {
    uint32_t course; /* row of the one that needs it first */
    day_number day;  /* that it needs it */
    size_t courses;
};

static void note_lack(struct lack *lack, const struct effect_course *course, day_number day)
{
    if (!lack->courses++ || day < lack->day) {
        lack->course = course->row;
        lack->day = day;
    }
}

/* "F-012", "F-012 og 3 andre" */
static struct sv courses_text(const struct check *check, const struct lack *lack)
{
    const struct data_set *data = check->data;
    const struct sv id = symbols_name(&data->tables[TABLE_COURSES].keys, courses(data)[lack->course].id);
    struct buffer text = buffer_in(check->diag->arena);
    buffer_add(&text, id);
    if (lack->courses > 1) {
        buffer_add_text(&text, " (og ");
        danish_number(&text, ratio_whole((int64_t)lack->courses - 1), 0);
        buffer_add_text(&text, lack->courses > 2 ? " andre)" : " andet)");
    }
    return buffer_view(&text);
}

static void report_lack(const struct check *check, enum diag_code code, const char *file, struct sv what,
                        const struct lack *lack)
{
    struct buffer day = buffer_in(check->diag->arena);
    if (lack->courses == 0)
        return;
    danish_short_date(&day, lack->day);
    diag_add(check->diag, code, (struct place){.file = sv_of(file)}, nothing, what, buffer_view(&day),
             courses_text(check, lack));
}

/* Savings need a rate from their first month on; a later row only takes over. */
static void check_rates(const struct check *check)
{
    const struct code_list *groups = code_list(&check->data->codes, CODES_TARGET_GROUP);
    const struct code_list *outcomes = code_list(&check->data->codes, CODES_OUTCOME);
    struct lack *rates = arena_array(check->diag->arena, groups->count, sizeof *rates);
    struct lack *savings = arena_array(check->diag->arena, outcomes->count, sizeof *savings);
    const int32_t horizon = effect_longest_horizon(check->data);
    for (size_t i = 0; i < check->view.course_count; i++) {
        const struct effect_course *course = &check->view.courses[i];
        if (!course->positive || course->end_month + 1 > effect_last_saving(course, horizon))
            continue;
        const day_number day = effect_month_day(course, course->end_month + 1);
        if (!benefit_rate_on(check->data, course->target_group, day))
            note_lack(&rates[course->target_group], course, day);
        if (!saving_of_outcome(check->data, course->outcome))
            note_lack(&savings[course->outcome], course, day);
    }
    for (uint16_t i = 0; i < groups->count; i++)
        report_lack(check, DIAG_RATE_MISSING, "satser.csv", code_text(groups, i), &rates[i]);
    for (uint16_t i = 0; i < outcomes->count; i++)
        report_lack(check, DIAG_SAVING_MISSING, "virkning.csv", code_text(outcomes, i), &savings[i]);
}

static bool is_there(const struct check *check, enum table_id table)
{
    return check->data->tables[table].present;
}

/* The file that a payment is counted from, when it is not there; TABLES: none is missing. */
static enum table_id missing_for(const struct check *check, uint32_t result)
{
    switch (result_kind(result)) {
    case RESULT_KEPT_HALF_YEAR:
    case RESULT_KEPT_YEAR:
        return is_there(check, TABLE_FOLLOW_UPS) ? TABLES : TABLE_FOLLOW_UPS;
    case RESULT_STAFF_HIRED:
        return !is_there(check, TABLE_ACCELERATOR) || is_there(check, TABLE_JOBS) ? TABLES : TABLE_JOBS;
    case RESULT_TRAINING:
    case RESULT_PLACEMENT:
    case RESULT_OUTCOME:
    case RESULT_ENTERPRISE_GREW:
    case RESULT_KINDS:
        break;
    }
    return TABLES;
}

/* A list of steps of the unit's own may lack the step that a payment is for. */
static void check_step(const struct check *check)
{
    const struct code_lists *codes = &check->data->codes;
    if (code_of(codes, CODES_STEP, "praktik") == CODE_NONE)
        diag_add(check->diag, DIAG_CODE_LIST_INCOMPLETE, (struct place){.file = sv_of("koder.csv")}, nothing,
                 code_list(codes, CODES_STEP)->name, sv_of("praktik"), nothing);
}

static void check_payments(const struct check *check)
{
    for (size_t i = 0; i < row_count(check->data, TABLE_RESULT_PAYMENTS); i++) {
        const uint32_t result = result_payments(check->data)[i].result;
        const enum table_id missing = missing_for(check, result);
        if (result_kind(result) == RESULT_PLACEMENT)
            check_step(check);
        if (missing == TABLES)
            continue;
        const struct sv file = sv_format(check->diag->arena, "%s.csv", table_schema(missing)->name);
        diag_detail(check->diag, DIAG_RESULT_NEEDS_FILE, (struct place){.file = file}, nothing,
                    result_text(check->diag->arena, &check->data->codes, result));
    }
}

static void check_post(const struct check *check, const struct investment *post)
{
    const int32_t month = effect_post_month(&check->view, post);
    struct place place = {.line = post->source.line};
    if (post->source.file < check->data->file_count)
        place.file = check->data->files[post->source.file].name;
    for (size_t i = 0; i < row_count(check->data, TABLE_SCENARIOS); i++)
        if (month > scenarios(check->data)[i].horizon)
            diag_add(check->diag, DIAG_POST_PAST_HORIZON, place, post->post,
                     sv_format(check->diag->arena, "%ld", (long)month), scenario_name(check->data, i),
                     nothing);
}

/* Tables that hold nothing at all: an empty template, say. */
static void check_rows(const struct data_set *data, struct diag *diag)
{
    if (!row_count(data, TABLE_SCENARIOS))
        diag_value(diag, DIAG_NO_SCENARIO, (struct place){.file = sv_of("scenarier.csv")}, nothing);
    if (data->tables[TABLE_REFUND_RATES].present && !row_count(data, TABLE_REFUND_RATES))
        diag_detail(diag, DIAG_WEEKS_END, (struct place){.file = sv_of("refusion.csv")}, nothing, sv_of("1"));
}

void effect_check(const struct data_set *data, struct diag *diag)
{
    if (!data->tables[TABLE_COURSES].present || !data->tables[TABLE_AGREEMENTS].present)
        return;
    check_rows(data, diag);
    if (!row_count(data, TABLE_SCENARIOS))
        return;
    const struct check check = {data, diag, effect_view_of(data, diag->arena)};
    if (data->tables[TABLE_BENEFIT_RATES].present && data->tables[TABLE_OUTCOME_SAVINGS].present)
        check_rates(&check);
    check_payments(&check);
    for (size_t i = 0; i < row_count(data, TABLE_INVESTMENTS); i++)
        if (investments(data)[i].basis == INVESTED_IN_PROGRAMME)
            check_post(&check, &investments(data)[i]);
}
