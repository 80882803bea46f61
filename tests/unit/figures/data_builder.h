/*
 * Data sets built by hand, a row a call, for the tests of counting. Rows may be changed through the pointer
 * that a call returns until the next row of the same table is added. Dates are written "2024-03-01"; "" is
 * none. Codes are written as in the data; "" is not stated.
 */
#ifndef AARSRAPPORT_DATA_BUILDER_H
#define AARSRAPPORT_DATA_BUILDER_H

// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
// clang-format on

#include "figures.h"

#include <stdio.h>
#include <string.h>

struct builder {
    struct arena arena;
    struct data_set data;
    struct diag diag;
    struct figures figures;
};

static struct strategy builder_strategy = {.from_year = 2022, .to_year = 2025};

static inline day_number day(const char *text)
{
    day_number number = DAY_NONE;
    if (*text)
        assert_int_equal(day_parse(sv_of(text), &number), DAY_OK);
    return number;
}

static inline void builder_init(struct builder *builder)
{
    arena_init(&builder->arena, NULL);
    data_set_init(&builder->data, &builder->arena);
    diag_init(&builder->diag, &builder->arena);
    builder_strategy.second_generation_from = day("2022-01-01");
    builder->data.settings.municipality = sv_of("Slagelse");
    builder->data.settings.strategies = &builder_strategy;
    builder->data.settings.strategy_count = 1;
}

static inline void builder_free(struct builder *builder)
{
    arena_free(&builder->arena);
}

static inline uint16_t code_in(const struct builder *builder, enum code_list_id list, const char *code)
{
    if (!*code)
        return CODE_NONE;
    const uint16_t found = code_find(code_list(&builder->data.codes, list), sv_of(code));
    assert_int_not_equal(found, CODE_NONE);
    return found;
}

/* A new row, and its key when it has one. */
static inline void *add_row(struct builder *builder, enum table_id id, size_t size, const char *key,
                            uint32_t *symbol)
{
    struct rows *rows = &builder->data.tables[id];
    rows->data = arena_grow(&builder->arena, rows->data, rows->count, &rows->capacity, size);
    rows->present = true;
    *symbol = key ? symbols_intern(&rows->keys, sv_of(key)) : 0;
    char *row = (char *)rows->data + rows->count++ * size;
    memset(row, 0, size);
    return row;
}

static inline uint32_t row_named(const struct builder *builder, enum table_id id, const char *key)
{
    const uint32_t symbol = symbols_find(&builder->data.tables[id].keys, sv_of(key));
    assert_int_not_equal(symbol, SYMBOL_NONE);
    return symbol; /* keys are interned row by row */
}

static inline uint32_t participant(struct builder *builder, const char *name)
{
    return symbols_intern(&builder->data.participants, sv_of(name));
}

static inline struct agreement *add_agreement(struct builder *builder, const char *id, const char *start,
                                              const char *end)
{
    uint32_t symbol;
    struct agreement *row = add_row(builder, TABLE_AGREEMENTS, sizeof *row, id, &symbol);
    row->id = symbol;
    row->name = sv_of(id);
    row->type = code_in(builder, CODES_AGREEMENT_TYPE, "samarbejdsaftale");
    row->target_group = CODE_NONE;
    row->start = day(start);
    row->end = day(end);
    row->places = WHOLE_NONE;
    row->price_per_course = DECIMAL_NONE;
    return row;
}

static inline struct enterprise *add_enterprise(struct builder *builder, const char *id, const char *type,
                                                const char *start, const char *end)
{
    uint32_t symbol;
    struct enterprise *row = add_row(builder, TABLE_ENTERPRISES, sizeof *row, id, &symbol);
    row->id = symbol;
    row->name = sv_of(id);
    row->type = code_in(builder, CODES_ENTERPRISE_TYPE, type);
    row->status = code_in(builder, CODES_ENTERPRISE_STATUS, "aktiv");
    row->start = day(start);
    row->end = day(end);
    row->registered = DAY_NONE;
    row->staff = row->staff_from_edge = WHOLE_NONE;
    row->income_private = row->income_public = row->income_civil = DECIMAL_NONE;
    return row;
}

static inline struct course *add_course(struct builder *builder, const char *who, const char *agreement,
                                        const char *target_group, const char *start, const char *end)
{
    char id[24];
    uint32_t symbol;
    snprintf(id, sizeof id, "F%zu", row_count(&builder->data, TABLE_COURSES));
    struct course *row = add_row(builder, TABLE_COURSES, sizeof *row, id, &symbol);
    row->id = symbol;
    row->participant = participant(builder, who);
    row->agreement = row_named(builder, TABLE_AGREEMENTS, agreement);
    row->target_group = code_in(builder, CODES_TARGET_GROUP, target_group);
    row->start = day(start);
    row->end = day(end);
    row->step_start = row->step_end = CODE_NONE;
    row->outcome = row->dropout_reason = CODE_NONE;
    row->hours_start = row->hours_end = DECIMAL_NONE;
    return row;
}

/* An ended course with an outcome. */
static inline struct course *add_ended(struct builder *builder, const char *who, const char *agreement,
                                       const char *start, const char *end, const char *outcome)
{
    struct course *row = add_course(builder, who, agreement, "unge", start, end);
    row->outcome = code_in(builder, CODES_OUTCOME, outcome);
    return row;
}

static inline struct follow_up *add_follow_up(struct builder *builder, uint32_t course, const char *date,
                                              bool held, const char *status)
{
    uint32_t symbol;
    struct follow_up *row = add_row(builder, TABLE_FOLLOW_UPS, sizeof *row, NULL, &symbol);
    row->course = course;
    row->date = day(date);
    row->held = held ? YES : NO;
    row->status = code_in(builder, CODES_OUTCOME, status);
    return row;
}

/* Ten hours a week, without agreement, for a young person. */
static inline struct job *add_job(struct builder *builder, const char *who, const char *enterprise,
                                  const char *type, const char *start, const char *end)
{
    char id[24];
    uint32_t symbol;
    snprintf(id, sizeof id, "J%zu", row_count(&builder->data, TABLE_JOBS));
    struct job *row = add_row(builder, TABLE_JOBS, sizeof *row, id, &symbol);
    row->id = symbol;
    row->participant = participant(builder, who);
    row->enterprise = row_named(builder, TABLE_ENTERPRISES, enterprise);
    row->agreement = ROW_NONE;
    row->job_type = code_in(builder, CODES_JOB_TYPE, type);
    row->target_group = code_in(builder, CODES_TARGET_GROUP, "unge");
    row->start = day(start);
    row->end = day(end);
    row->hours = 10 * DECIMAL_ONE;
    return row;
}

/* An answer of the spring evaluation; 0 is a remark alone. */
static inline struct evaluation *add_evaluation(struct builder *builder, const char *agreement, int year,
                                                const char *question, int answer)
{
    uint32_t symbol;
    struct evaluation *row = add_row(builder, TABLE_EVALUATIONS, sizeof *row, NULL, &symbol);
    row->agreement = row_named(builder, TABLE_AGREEMENTS, agreement);
    row->year = year;
    row->question = code_in(builder, CODES_EVALUATION_QUESTION, question);
    row->answer = (uint8_t)answer;
    row->date = DAY_NONE;
    return row;
}

/* How an effort stands in "2024" or "2024-1". */
static inline struct effort_status *add_effort(struct builder *builder, const char *name, const char *effort,
                                               enum light light)
{
    uint32_t symbol;
    struct period period;
    assert_true(period_parse(sv_of(name), &period));
    struct effort_status *row = add_row(builder, TABLE_EFFORT_STATUSES, sizeof *row, NULL, &symbol);
    row->period = period_number(period.year, period.half);
    row->effort = code_in(builder, CODES_EFFORT, effort);
    row->light = (uint16_t)light;
    return row;
}

static inline struct recommendation *add_recommendation(struct builder *builder, int year, const char *status)
{
    uint32_t symbol;
    struct recommendation *row = add_row(builder, TABLE_RECOMMENDATIONS, sizeof *row, NULL, &symbol);
    row->year = year;
    row->number = (int32_t)row_count(&builder->data, TABLE_RECOMMENDATIONS);
    row->effort = CODE_NONE;
    row->status = code_in(builder, CODES_RECOMMENDATION_STATUS, status);
    return row;
}

/* An application of the municipality's, in whole kroner; `granted` −1: not stated. */
static inline struct application *add_application(struct builder *builder, const char *donor,
                                                  const char *submitted, const char *decided, int sought,
                                                  int granted)
{
    char id[24];
    uint32_t symbol;
    snprintf(id, sizeof id, "G%zu", row_count(&builder->data, TABLE_APPLICATIONS));
    struct application *row = add_row(builder, TABLE_APPLICATIONS, sizeof *row, id, &symbol);
    row->id = symbol;
    row->enterprise = ROW_NONE;
    row->donor = sv_of(donor);
    row->submitted = day(submitted);
    row->decided = day(decided);
    row->sought = sought * DECIMAL_ONE;
    row->granted = granted < 0 ? DECIMAL_NONE : granted * DECIMAL_ONE;
    row->model = code_in(builder, CODES_FUNDRAISING_MODEL, "kommune");
    return row;
}

static inline struct trial *add_trial(struct builder *builder, const char *start, const char *end,
                                      const char *status)
{
    char id[24];
    uint32_t symbol;
    snprintf(id, sizeof id, "P%zu", row_count(&builder->data, TABLE_TRIALS));
    struct trial *row = add_row(builder, TABLE_TRIALS, sizeof *row, id, &symbol);
    row->id = symbol;
    row->start = day(start);
    row->end = day(end);
    row->status = code_in(builder, CODES_TRIAL_STATUS, status);
    return row;
}

/* In whole kroner. */
static inline struct purchase *add_purchase(struct builder *builder, const char *date, const char *enterprise,
                                            const char *department, int amount)
{
    uint32_t symbol;
    struct purchase *row = add_row(builder, TABLE_PURCHASES, sizeof *row, NULL, &symbol);
    row->date = day(date);
    row->enterprise = row_named(builder, TABLE_ENTERPRISES, enterprise);
    row->department = sv_of(department);
    row->amount = amount * DECIMAL_ONE;
    data_set_number_departments(&builder->data);
    return row;
}

static inline struct progression_reading *add_reading(struct builder *builder, uint32_t course,
                                                      const char *date, const char *indicator, int value)
{
    uint32_t symbol;
    struct progression_reading *row = add_row(builder, TABLE_READINGS, sizeof *row, NULL, &symbol);
    row->course = course;
    row->date = day(date);
    row->indicator = code_in(builder, CODES_INDICATOR, indicator);
    row->assessor = CODE_NONE;
    row->value = (uint8_t)value;
    return row;
}

/* A goal for 2022–2025; `target` in whole numbers. */
static inline struct goal *add_goal(struct builder *builder, const char *id, enum goal_type type,
                                    const char *figure, const char *categories, int target)
{
    uint32_t symbol;
    struct goal *row = add_row(builder, TABLE_GOALS, sizeof *row, id, &symbol);
    row->id = symbol;
    row->name = sv_of(id);
    row->type = (uint16_t)type;
    row->figure = sv_of(figure);
    row->categories = sv_of(categories);
    row->target = target * DECIMAL_ONE;
    row->target_to = DECIMAL_NONE;
    row->from_year = 2022;
    row->to_year = 2025;
    row->reached = DAY_NONE;
    return row;
}

static inline const struct figures *count(struct builder *builder, const char *name)
{
    struct period period;
    struct sv fault;
    assert_true(period_parse(sv_of(name), &period));
    goals_check(&builder->data, &builder->diag);
    if (!figures_count(&builder->figures, &builder->data, &period, &builder->diag, &builder->arena, &fault))
        fail_msg("%.*s", SV_ARG(fault));
    return &builder->figures;
}

/* The spring evaluation of `year`; cutoff "": the last day of February. */
static inline const struct figures *count_evaluation(struct builder *builder, int year, const char *cutoff)
{
    struct sv fault;
    if (!figures_count_evaluation(&builder->figures, &builder->data, year, day(cutoff), &builder->arena,
                                  &fault))
        fail_msg("%.*s", SV_ARG(fault));
    return &builder->figures;
}

static inline struct sv csv_of(struct builder *builder)
{
    struct buffer csv = buffer_in(&builder->arena);
    figures_write_csv(&csv, &builder->figures);
    return buffer_view(&csv);
}

/*
 * The value of the row that begins "noegle;periode;aftale;maalgruppe;kode;": "" when it is empty, "-" when
 * there is no such row.
 */
static inline const char *value_of(struct builder *builder, const char *row)
{
    struct sv rest = csv_of(builder);
    struct sv line;
    while (sv_split(&rest, '\n', &line))
        if (sv_starts_with(line, sv_of(row)) && line.data[strlen(row)] == ';') {
            const struct sv value = sv_slice(line, strlen(row) + 1, line.size);
            return sv_text(&builder->arena, sv_slice(value, 0, sv_find(value, ';')));
        }
    return "-";
}

/* How many rows begin with `start`. */
static inline size_t rows_beginning(struct builder *builder, const char *start)
{
    struct sv rest = csv_of(builder);
    struct sv line;
    size_t rows = 0;
    while (sv_split(&rest, '\n', &line))
        rows += sv_starts_with(line, sv_of(start));
    return rows;
}

#define assert_value(builder, row, expected) assert_string_equal(value_of((builder), (row)), (expected))

#endif
