/*
 * What must hold of every simulation, tried on random data: savings never grow with lapse, discounting or the
 * state's share, never shrink with a longer horizon, are nothing where a rate is nothing, and every group
 * adds up.
 */
#include "effect_builder.h"

enum { ROUNDS = 60, COURSES = 30 };

static uint32_t chance_state = 1;

/* 0 to limit − 1; the same in every run. */
static uint32_t chance(uint32_t limit)
{
    chance_state = chance_state * 1664525 + 1013904223;
    return (chance_state >> 8) % limit;
}

static void add_random_course(struct builder *b)
{
    static const char *const outcomes[] = {"ordinaert_job", "fleksjob", "andet", "stoppet"};
    const day_number start = day("2020-01-01") + (day_number)chance(900);
    char who[8];
    snprintf(who, sizeof who, "B%u", chance(20));
    struct course *course =
        add_course(b, who, chance(2) ? "A1" : "A2", chance(2) ? "unge" : "fleksjob", "2020-01-01", "");
    course->start = start;
    if (chance(5)) {
        course->end = start + (day_number)chance(500);
        course->outcome = code_in(b, CODES_OUTCOME, outcomes[chance(4)]);
    }
}

/* S is a scenario, T the same with one thing changed by the caller. */
static void begin(struct builder *b)
{
    begin_effect(b);
    add_agreement(b, "A2", "2015-01-01", "");
    add_rate(b, "fleksjob", "2000-01-01", (int)chance(20000));
    add_rate(b, "unge", "2021-06-01", (int)chance(20000));
    add_payment(b, "udfald:ordinaert_job", (int)chance(50000));
    add_payment(b, "traening_gennemfoert", (int)chance(5000));
    add_post(b, INVESTED_PER_COURSE, (int)chance(30000), "");
    add_post(b, INVESTED_IN_PROGRAMME, (int)chance(100000), "2020-12-01");
    for (int i = 0; i < COURSES; i++)
        add_random_course(b);
    const int lapse = (int)chance(20);
    const int horizon = 1 + (int)chance(60);
    const int discount = (int)chance(20);
    add_scenario(b, "S", lapse, horizon, discount);
    add_scenario(b, "T", lapse, horizon, discount);
}

static struct scenario *changed(struct builder *b)
{
    return &((struct scenario *)b->data.tables[TABLE_SCENARIOS].data)[1];
}

static struct ratio figure_of(struct builder *b, enum figure_id figure, const char *scenario)
{
    const struct figure_key key = figure_key(&b->figures, figure);
    return figures_value(&b->figures, figure_key_code(&b->figures, key, sv_of(scenario)));
}

static void assert_not_more(struct builder *b, enum figure_id figure)
{
    const struct ratio before = figure_of(b, figure, "S");
    const struct ratio after = figure_of(b, figure, "T");
    if (ratio_compare(after, before) > 0)
        fail_msg("%s grew", figure_kind(figure)->key);
}

static void more_lapse_never_saves_more(void **state)
{
    (void)state;
    for (int i = 0; i < ROUNDS; i++) {
        struct builder b;
        begin(&b);
        changed(&b)->lapse += (decimal)chance(20 * DECIMAL_ONE);
        simulate(&b);
        assert_not_more(&b, FIGURE_EFFECT_SAVINGS);
        assert_not_more(&b, FIGURE_EFFECT_NET);
        builder_free(&b);
    }
}

static void more_discount_never_saves_or_costs_more(void **state)
{
    (void)state;
    for (int i = 0; i < ROUNDS; i++) {
        struct builder b;
        begin(&b);
        changed(&b)->discount += (decimal)chance(20 * DECIMAL_ONE);
        simulate(&b);
        assert_not_more(&b, FIGURE_EFFECT_SAVINGS);
        assert_not_more(&b, FIGURE_EFFECT_PAYMENTS);
        assert_not_more(&b, FIGURE_EFFECT_INVESTMENT);
        builder_free(&b);
    }
}

static void a_shorter_horizon_never_saves_or_costs_more(void **state)
{
    (void)state;
    for (int i = 0; i < ROUNDS; i++) {
        struct builder b;
        begin(&b);
        changed(&b)->horizon = 1 + (int32_t)chance((uint32_t)changed(&b)->horizon);
        simulate(&b);
        assert_not_more(&b, FIGURE_EFFECT_SAVINGS);
        assert_not_more(&b, FIGURE_EFFECT_PAYMENTS);
        assert_not_more(&b, FIGURE_EFFECT_INVESTMENT);
        builder_free(&b);
    }
}

static void assert_no_saving(struct builder *b)
{
    simulate(b);
    assert_int_equal(figure_of(b, FIGURE_EFFECT_SAVINGS, "S").num, 0);
    builder_free(b);
}

static void a_rate_of_0_saves_nothing(void **state)
{
    (void)state;
    for (int i = 0; i < ROUNDS; i++) {
        struct builder b;
        begin(&b);
        struct benefit_rate *rates = b.data.tables[TABLE_BENEFIT_RATES].data;
        for (size_t row = 0; row < row_count(&b.data, TABLE_BENEFIT_RATES); row++)
            rates[row].amount = 0;
        assert_no_saving(&b);
        begin(&b);
        struct outcome_saving *savings = b.data.tables[TABLE_OUTCOME_SAVINGS].data;
        for (size_t row = 0; row < row_count(&b.data, TABLE_OUTCOME_SAVINGS); row++)
            savings[row].share = 0;
        assert_no_saving(&b);
        begin(&b);
        struct refund_rate *refunds = b.data.tables[TABLE_REFUND_RATES].data;
        for (size_t row = 0; row < row_count(&b.data, TABLE_REFUND_RATES); row++)
            refunds[row].state_share = 100 * DECIMAL_ONE;
        assert_no_saving(&b);
    }
}

/* The sum over the groups of a kind; their dimension is the one that `all` leaves open. */
static struct ratio sum_over(struct builder *b, enum figure_id figure, bool agreements)
{
    const struct figure_key all = figure_key_code(&b->figures, figure_key(&b->figures, figure), sv_of("S"));
    struct ratio sum = ratio_whole(0);
    for (size_t i = 0; i < b->figures.count; i++) {
        const struct figure *row = &b->figures.rows[i];
        const bool is_part =
            agreements ? row->key.agreement != ALL_AGREEMENTS : row->key.target_group != ALL_TARGET_GROUPS;
        if (row->key.figure == figure && row->key.code == all.code && is_part)
            sum = ratio_add(sum, row->value);
    }
    return sum;
}

static void agreements_and_target_groups_add_up_to_all(void **state)
{
    static const enum figure_id added[] = {FIGURE_EFFECT_COURSES,  FIGURE_EFFECT_POSITIVE,
                                           FIGURE_EFFECT_PAYMENTS, FIGURE_EFFECT_INVESTMENT,
                                           FIGURE_EFFECT_SAVINGS,  FIGURE_EFFECT_NET};
    (void)state;
    for (int i = 0; i < ROUNDS; i++) {
        struct builder b;
        begin(&b);
        simulate(&b);
        for (size_t figure = 0; figure < sizeof added / sizeof *added; figure++) {
            const struct ratio all = figure_of(&b, added[figure], "S");
            assert_int_equal(ratio_compare(sum_over(&b, added[figure], true), all), 0);
            assert_int_equal(ratio_compare(sum_over(&b, added[figure], false), all), 0);
        }
        builder_free(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(more_lapse_never_saves_more),
        cmocka_unit_test(more_discount_never_saves_or_costs_more),
        cmocka_unit_test(a_shorter_horizon_never_saves_or_costs_more),
        cmocka_unit_test(a_rate_of_0_saves_nothing),
        cmocka_unit_test(agreements_and_target_groups_add_up_to_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
