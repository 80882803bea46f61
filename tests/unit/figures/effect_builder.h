/*
 * Data for the tests of payment by results: rates, payments, posts, scenarios and enterprises, a row a call.
 * Amounts are whole kroner, percentages whole per cent.
 */
#ifndef AARSRAPPORT_EFFECT_BUILDER_H
#define AARSRAPPORT_EFFECT_BUILDER_H

#include "data_builder.h"
#include "result_words.h"

static inline void add_rate(struct builder *builder, const char *target_group, const char *from, int amount)
{
    uint32_t symbol;
    struct benefit_rate *row = add_row(builder, TABLE_BENEFIT_RATES, sizeof *row, NULL, &symbol);
    row->target_group = code_in(builder, CODES_TARGET_GROUP, target_group);
    row->valid_from = day(from);
    row->amount = amount * DECIMAL_ONE;
}

/* `to` 0: open. */
static inline void add_refund(struct builder *builder, int from, int to, int share)
{
    uint32_t symbol;
    struct refund_rate *row = add_row(builder, TABLE_REFUND_RATES, sizeof *row, NULL, &symbol);
    row->week_from = from;
    row->week_to = to ? to : WHOLE_NONE;
    row->state_share = share * DECIMAL_ONE;
}

static inline struct outcome_saving *add_saving(struct builder *builder, const char *outcome, int share)
{
    uint32_t symbol;
    struct outcome_saving *row = add_row(builder, TABLE_OUTCOME_SAVINGS, sizeof *row, NULL, &symbol);
    row->outcome = code_in(builder, CODES_OUTCOME, outcome);
    row->share = share * DECIMAL_ONE;
    row->tax = DECIMAL_NONE;
    return row;
}

static inline struct result_payment *add_payment(struct builder *builder, const char *result, int amount)
{
    uint32_t symbol;
    struct result_payment *row = add_row(builder, TABLE_RESULT_PAYMENTS, sizeof *row, NULL, &symbol);
    row->result = result_find(&builder->arena, &builder->data.codes, sv_of(result));
    assert_int_not_equal(row->result, RESULT_NONE);
    row->amount = amount * DECIMAL_ONE;
    return row;
}

static inline struct investment *add_post(struct builder *builder, enum investment_basis basis, int amount,
                                          const char *date)
{
    uint32_t symbol;
    struct investment *row = add_row(builder, TABLE_INVESTMENTS, sizeof *row, NULL, &symbol);
    row->post = sv_of("Post");
    row->basis = (uint16_t)basis;
    row->amount = amount * DECIMAL_ONE;
    row->date = day(date);
    return row;
}

static inline struct scenario *add_scenario(struct builder *builder, const char *name, int lapse, int horizon,
                                            int discount)
{
    uint32_t symbol;
    struct scenario *row = add_row(builder, TABLE_SCENARIOS, sizeof *row, name, &symbol);
    row->id = symbol;
    row->lapse = lapse * DECIMAL_ONE;
    row->horizon = horizon;
    row->discount = discount * DECIMAL_ONE;
    return row;
}

static inline struct accelerator *add_accelerator(struct builder *builder, const char *enterprise,
                                                  const char *start, const char *end, int before, int after)
{
    uint32_t symbol;
    struct accelerator *row = add_row(builder, TABLE_ACCELERATOR, sizeof *row, NULL, &symbol);
    row->enterprise = row->enterprise_id = row_named(builder, TABLE_ENTERPRISES, enterprise);
    row->start = day(start);
    row->end = day(end);
    row->staff_start = before;
    row->staff_end = after;
    row->turnover_start = row->turnover_end = DECIMAL_NONE;
    return row;
}

/* A job whose enterprise is known by its identifier too, as after reading. */
static inline void add_job_at(struct builder *builder, const char *enterprise, const char *start,
                              const char *end)
{
    struct job *job = add_job(builder, "J", enterprise, "ordinaert", start, end);
    job->enterprise_id = job->enterprise;
}

/*
 * One agreement, A1; 1.000 kr. a month for young people, the state's share 20 % after 52 weeks and 80 %
 * before; ordinaert_job saves all of it, fleksjob half; settled on 31 December 2024.
 */
static inline void begin_effect(struct builder *builder)
{
    builder_init(builder);
    builder->data.settings.effect_date = day("2024-12-31");
    add_agreement(builder, "A1", "2015-01-01", "");
    add_rate(builder, "unge", "2000-01-01", 1000);
    add_refund(builder, 1, 52, 80);
    add_refund(builder, 53, 0, 20);
    add_saving(builder, "ordinaert_job", 100);
    add_saving(builder, "fleksjob", 50);
}

static inline void simulate(struct builder *builder)
{
    struct sv fault;
    effect_check(&builder->data, &builder->diag);
    assert_int_equal(builder->diag.per_level[DIAG_ERROR], 0);
    if (!figures_count_effect(&builder->figures, &builder->data, &builder->arena, &fault))
        fail_msg("%.*s", SV_ARG(fault));
}

/* The value of "effekt.<figure>" in the scenario S for all, in a month or without ("m007", ""). */
#define assert_effect(builder, figure, month, expected)                                                      \
    assert_value((builder), "effekt." figure ";" month ";;;S", (expected))

#endif
