#include "effect_builder.h"
#include "effect_identities.h"
#include "store.h"

/* Months 0–24, 240 kr. in month 12; the course's end is month 12, and it saves 800 kr. a month. */
static void begin(struct builder *b)
{
    begin_effect(b);
    add_scenario(b, "S", 0, 24, 0);
    add_ended(b, "B1", "A1", "2022-01-01", "2023-01-31", "ordinaert_job");
}

/* ---- Repaid, and the return ---- */

static void money_is_repaid_when_the_net_so_far_stays_at_0_or_above(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_payment(&b, "udfald:ordinaert_job", 2400);
    simulate(&b);
    assert_effect(&b, "kumuleret", "m011", "0"); /* not there yet, though 0 */
    assert_effect(&b, "kumuleret", "m015", "0");
    assert_effect(&b, "tilbagebetalt_maaned", "", "15");
    builder_free(&b);
}

static void what_is_never_repaid_has_no_month(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_payment(&b, "udfald:ordinaert_job", 9601);
    simulate(&b);
    assert_effect(&b, "netto", "", "-1");
    assert_effect(&b, "tilbagebetalt_maaned", "", "");
    builder_free(&b);
}

static void without_expenses_money_is_repaid_in_month_0_and_there_is_no_return(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    simulate(&b);
    assert_effect(&b, "tilbagebetalt_maaned", "", "0");
    assert_effect(&b, "afkast", "", "");
    builder_free(&b);
}

static void the_return_is_net_by_investment_and_payments(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_post(&b, INVESTED_PER_COURSE, 1000, "");
    add_payment(&b, "udfald:ordinaert_job", 2000);
    simulate(&b);
    assert_effect(&b, "netto", "", "6600");
    assert_effect(&b, "afkast", "", "2,2");
    builder_free(&b);
}

/* ---- Groups ---- */

static void a_participant_is_counted_once_in_each_group(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_agreement(&b, "A2", "2015-01-01", "");
    add_course(&b, "B1", "A1", "unge", "2023-03-01", "");
    add_course(&b, "B1", "A2", "fleksjob", "2023-03-01", "");
    add_course(&b, "B2", "A2", "fleksjob", "2023-03-01", "");
    simulate(&b);
    assert_effect(&b, "forloeb", "", "4");
    assert_effect(&b, "deltagere", "", "2");
    assert_value(&b, "effekt.deltagere;;A1;;S", "1");
    assert_value(&b, "effekt.deltagere;;A2;;S", "2");
    assert_value(&b, "effekt.deltagere;;;fleksjob;S", "2");
    assert_effect(&b, "netto_pr_deltager", "", "4800");
    builder_free(&b);
}

static void only_groups_with_courses_have_rows_and_they_are_not_crossed(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_agreement(&b, "A2", "2015-01-01", "");
    simulate(&b);
    assert_value(&b, "effekt.forloeb;;A1;;S", "1");
    assert_value(&b, "effekt.forloeb;;A2;;S", "-");
    assert_value(&b, "effekt.forloeb;;;unge;S", "1");
    assert_value(&b, "effekt.forloeb;;;fleksjob;S", "-");
    assert_value(&b, "effekt.forloeb;;A1;unge;S", "-");
    builder_free(&b);
}

static void a_cluster_is_all_courses_of_its_agreements(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_agreement(&b, "A2", "2015-01-01", "")->cluster = sv_of("Klynge 1");
    add_agreement(&b, "A3", "2015-01-01", "")->cluster = sv_of("Klynge 1");
    add_agreement(&b, "A4", "2015-01-01", "")->cluster = sv_of("Klynge 2");
    add_course(&b, "B1", "A2", "unge", "2023-03-01", "");
    add_course(&b, "B1", "A3", "unge", "2023-03-01", "");
    add_post(&b, INVESTED_PER_COURSE, 7, "");
    simulate(&b);
    assert_value(&b, "effekt.forloeb;;;;S:Klynge 1", "2");
    assert_value(&b, "effekt.deltagere;;;;S:Klynge 1", "1");
    assert_value(&b, "effekt.netto;;;;S:Klynge 1", "-14");
    assert_value(&b, "effekt.forloeb;;;;S:Klynge 2", "-");
    builder_free(&b);
}

/* ---- Fixed price ---- */

static void a_fixed_price_is_held_against_the_payments_of_the_same_courses(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_agreement(&b, "A2", "2015-01-01", "")->price_per_course = 150 * DECIMAL_ONE + DECIMAL_ONE / 2;
    add_ended(&b, "B2", "A2", "2023-01-01", "2023-06-30", "andet");
    add_ended(&b, "B3", "A2", "2023-01-01", "2023-06-30", "stoppet");
    add_payment(&b, "udfald:andet", 100);
    add_payment(&b, "udfald:ordinaert_job", 5000);
    simulate(&b);
    assert_effect(&b, "fastpris_forloeb", "", "2");
    assert_effect(&b, "fastpris", "", "301");
    assert_effect(&b, "fastpris_forskel", "", "201");
    assert_value(&b, "effekt.fastpris_forskel;;A1;;S", "");
    assert_value(&b, "effekt.fastpris;;A1;;S", "0");
    builder_free(&b);
}

/* ---- Sensitivity ---- */

#define assert_changed(builder, input, down, up)                                                             \
    do {                                                                                                     \
        assert_value((builder), "effekt.foelsomhed;;;;S:" input ":ned", (down));                             \
        assert_value((builder), "effekt.foelsomhed;;;;S:" input ":op", (up));                                \
    } while (0)

static void each_input_is_changed_alone_and_only_in_the_base_scenario(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    ((struct outcome_saving *)b.data.tables[TABLE_OUTCOME_SAVINGS].data)->tax = 10 * DECIMAL_ONE;
    add_scenario(&b, "T", 1, 12, 0);
    add_post(&b, INVESTED_PER_COURSE, 100, "");
    add_payment(&b, "udfald:ordinaert_job", 200);
    simulate(&b); /* 12 × 810 − 300 = 9420 */
    assert_effect(&b, "netto", "", "9420");
    assert_changed(&b, "ydelse", "7500", "11340");
    assert_changed(&b, "statens_andel", "9900", "8940");
    assert_changed(&b, "skat", "9396", "9444");
    assert_changed(&b, "frafald", "9420", "9420");
    assert_changed(&b, "diskontering", "9420", "9420");
    assert_changed(&b, "betalinger", "9460", "9380");
    assert_changed(&b, "investering", "9440", "9400");
    assert_changed(&b, "besparelse", "7500", "9420"); /* 120 % is 100 % */
    assert_changed(&b, "horisont", "5370", "13470");  /* 19,2 → 19 and 28,8 → 29 months */
    assert_int_equal(rows_beginning(&b, "effekt.foelsomhed;"), 18);
    builder_free(&b);
}

static void a_horizon_of_half_a_month_is_rounded_up(void **state)
{
    struct builder b;
    (void)state;
    begin_effect(&b);
    add_scenario(&b, "S", 0, 15, 0);
    add_ended(&b, "B1", "A1", "2022-01-01", "2023-01-31", "ordinaert_job");
    simulate(&b);
    assert_changed(&b, "horisont", "0", "4800"); /* 12 and 18 */
    builder_free(&b);
    begin_effect(&b);
    add_scenario(&b, "S", 0, 13, 0); /* 10,4 → 10 and 15,6 → 16 */
    add_ended(&b, "B1", "A1", "2022-01-01", "2023-01-31", "ordinaert_job");
    simulate(&b);
    assert_changed(&b, "horisont", "0", "3200");
    builder_free(&b);
}

static void a_changed_lapse_is_the_percentage_multiplied(void **state)
{
    struct builder b;
    (void)state;
    begin_effect(&b);
    add_scenario(&b, "S", 90, 13, 0); /* 120 % of 90 is 108: all lapses */
    add_ended(&b, "B1", "A1", "2022-01-01", "2023-01-31", "ordinaert_job");
    simulate(&b);
    assert_changed(&b, "frafald", "224", "0");
    builder_free(&b);
}

/* ---- Rows ---- */

static void rows_of_0_are_written(void **state)
{
    struct builder b;
    (void)state;
    begin_effect(&b);
    add_scenario(&b, "S", 0, 2, 0);
    add_payment(&b, "praktik", 1);
    add_course(&b, "B1", "A1", "unge", "2024-01-01", "");
    simulate(&b);
    assert_value(&b, "effekt.resultater;;;;S:praktik", "0");
    assert_value(&b, "effekt.betaling;;;;S:praktik", "0");
    assert_int_equal(rows_beginning(&b, "effekt.kumuleret;m"), 3);
    assert_int_equal(rows_beginning(&b, "effekt.netto;m"), 3);
    builder_free(&b);
}

static void without_any_course_there_are_totals_only(void **state)
{
    struct builder b;
    (void)state;
    begin_effect(&b);
    add_scenario(&b, "S", 0, 2, 0);
    add_post(&b, INVESTED_IN_PROGRAMME, 5, "2024-01-01");
    simulate(&b);
    assert_effect(&b, "investering", "", "5");
    assert_effect(&b, "netto_pr_deltager", "", "");
    assert_effect(&b, "tilbagebetalt_maaned", "", "");
    builder_free(&b);
}

static void amounts_beyond_counting_are_refused(void **state)
{
    struct builder b;
    struct sv fault = {0};
    (void)state;
    begin_effect(&b);
    add_scenario(&b, "S", 0, 2, 0);
    add_post(&b, INVESTED_PER_COURSE, 0, "")->amount = INT64_C(9000000000) * DECIMAL_ONE;
    for (int i = 0; i < 200; i++)
        add_course(&b, "B1", "A1", "unge", "2024-01-01", "");
    assert_false(figures_count_effect(&b.figures, &b.data, &b.arena, &fault));
    assert_true(fault.size > 0);
    builder_free(&b);
}

static void a_post_or_a_price_beyond_counting_is_refused(void **state)
{
    enum { POSTS = 200 };
    (void)state;
    for (int price = 0; price < 2; price++) {
        struct builder b;
        struct sv fault = {0};
        begin_effect(&b);
        add_scenario(&b, "S", 0, 2, 0);
        struct agreement *agreement = b.data.tables[TABLE_AGREEMENTS].data;
        agreement->price_per_course = price ? INT64_C(9000000000) * DECIMAL_ONE : DECIMAL_NONE;
        for (int i = 0; i < POSTS; i++)
            if (price)
                add_course(&b, "B1", "A1", "unge", "2024-01-01", "");
            else
                add_post(&b, INVESTED_IN_PROGRAMME, 0, "2024-01-01")->amount =
                    INT64_C(9000000000) * DECIMAL_ONE;
        assert_false(figures_count_effect(&b.figures, &b.data, &b.arena, &fault));
        assert_true(fault.size > 0);
        builder_free(&b);
    }
}

static void payments_to_enterprises_beyond_counting_are_refused(void **state)
{
    enum { ENTERPRISES = 200 };
    struct builder b;
    struct sv fault = {0};
    (void)state;
    begin_effect(&b);
    add_scenario(&b, "S", 0, 24, 0);
    add_payment(&b, "virksomhed_vaekst", 0)->amount = INT64_C(9000000000) * DECIMAL_ONE;
    for (int i = 0; i < ENTERPRISES; i++) {
        char id[8];
        snprintf(id, sizeof id, "V%d", i);
        add_enterprise(&b, id, "virksomhed", "2020-01-01", "");
        add_accelerator(&b, id, "2024-01-01", "2024-06-30", 1, 2);
    }
    assert_false(figures_count_effect(&b.figures, &b.data, &b.arena, &fault));
    assert_true(fault.size > 0);
    builder_free(&b);
}

/* ---- Identities ---- */

static struct figure *row_of(struct builder *b, enum figure_id figure, bool of_agreement)
{
    for (size_t i = 0; i < b->figures.count; i++)
        if (b->figures.rows[i].key.figure == figure &&
            (b->figures.rows[i].key.agreement != ALL_AGREEMENTS) == of_agreement)
            return &b->figures.rows[i];
    return NULL;
}

static void a_sum_that_is_not_that_of_its_parts_stops_the_run(void **state)
{
    static const struct {
        enum figure_id figure;
        bool of_agreement;
    } broken[] = {{FIGURE_EFFECT_SAVINGS, true},
                  {FIGURE_EFFECT_NET, false},
                  {FIGURE_EFFECT_COURSES, true},
                  {FIGURE_EFFECT_PAYMENTS, false}};
    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct builder b;
        struct sv fault = {0};
        begin(&b);
        simulate(&b);
        assert_true(effect_figures_check(&b.figures, &fault));
        struct figure *row = row_of(&b, broken[i].figure, broken[i].of_agreement);
        row->value = ratio_add(row->value, ratio_whole(1));
        assert_false(effect_figures_check(&b.figures, &fault));
        assert_true(fault.size > 0);
        builder_free(&b);
    }
}

/* Clusters do not add up to the whole, so their net is held against what it is made of. */
static void a_net_that_is_not_savings_less_expenses_stops_the_run(void **state)
{
    struct builder b;
    struct sv fault = {0};
    (void)state;
    begin(&b);
    ((struct agreement *)b.data.tables[TABLE_AGREEMENTS].data)->cluster = sv_of("K");
    simulate(&b);
    struct figure_key key = figure_key(&b.figures, FIGURE_EFFECT_NET);
    key.code = symbols_find(&b.figures.codes, sv_of("S:K"));
    for (size_t i = 0; i < b.figures.count; i++)
        if (memcmp(&b.figures.rows[i].key, &key, sizeof key) == 0)
            b.figures.rows[i].value = ratio_whole(1);
    assert_false(effect_figures_check(&b.figures, &fault));
    assert_true(fault.size > 0);
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(money_is_repaid_when_the_net_so_far_stays_at_0_or_above),
        cmocka_unit_test(what_is_never_repaid_has_no_month),
        cmocka_unit_test(without_expenses_money_is_repaid_in_month_0_and_there_is_no_return),
        cmocka_unit_test(the_return_is_net_by_investment_and_payments),
        cmocka_unit_test(a_participant_is_counted_once_in_each_group),
        cmocka_unit_test(only_groups_with_courses_have_rows_and_they_are_not_crossed),
        cmocka_unit_test(a_cluster_is_all_courses_of_its_agreements),
        cmocka_unit_test(a_fixed_price_is_held_against_the_payments_of_the_same_courses),
        cmocka_unit_test(each_input_is_changed_alone_and_only_in_the_base_scenario),
        cmocka_unit_test(a_horizon_of_half_a_month_is_rounded_up),
        cmocka_unit_test(a_changed_lapse_is_the_percentage_multiplied),
        cmocka_unit_test(rows_of_0_are_written),
        cmocka_unit_test(without_any_course_there_are_totals_only),
        cmocka_unit_test(amounts_beyond_counting_are_refused),
        cmocka_unit_test(a_post_or_a_price_beyond_counting_is_refused),
        cmocka_unit_test(payments_to_enterprises_beyond_counting_are_refused),
        cmocka_unit_test(a_net_that_is_not_savings_less_expenses_stops_the_run),
        cmocka_unit_test(a_sum_that_is_not_that_of_its_parts_stops_the_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
