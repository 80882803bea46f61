#include "other_causes.h"
#include "pair_fixture.h"

/* One thing that figures are counted by, made another. */
typedef void edit(struct data_set *data);

static struct code *first_code(struct data_set *data)
{
    return &code_list_named(&data->codes, sv_of("udfald"))->codes[0];
}

static void rename_code(struct data_set *data)
{
    first_code(data)->name = sv_of("Et andet navn");
}

static void recode(struct data_set *data)
{
    first_code(data)->code = sv_of("ny");
}

static void regroup_code(struct data_set *data)
{
    first_code(data)->group = sv_of("Samlet");
}

static void realias_code(struct data_set *data)
{
    first_code(data)->folded_alias = sv_of("ogsaa");
}

static void judge_code(struct data_set *data)
{
    first_code(data)->positive = !first_code(data)->positive;
}

static void move_code(struct data_set *data)
{
    first_code(data)->order++;
}

static void begin_code(struct data_set *data)
{
    first_code(data)->valid_from = day("2024-01-01");
}

static void end_code(struct data_set *data)
{
    first_code(data)->valid_to = day("2024-12-31");
}

static void drop_code(struct data_set *data)
{
    code_list_named(&data->codes, sv_of("udfald"))->count--;
}

static void rename_list(struct data_set *data)
{
    code_list_named(&data->codes, sv_of("udfald"))->name = sv_of("anden");
}

static void drop_list(struct data_set *data)
{
    data->codes.count--;
}

static void every_part_of_a_code_list_may_move_figures(void **state)
{
    static edit *const edits[] = {rename_code, recode,   regroup_code, realias_code, judge_code, move_code,
                                  begin_code,  end_code, drop_code,    rename_list,  drop_list};
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        assert_int_equal(open_pair(state), 0);
        struct pair *pair = *state;
        assert_int_equal(other_causes(&pair->before.data, &pair->after.data), 0);
        edits[i](&pair->after.data);
        assert_int_equal(other_causes(&pair->before.data, &pair->after.data), CAUSE_CODES);
        close_pair(state);
    }
}

/* ---- Settings ---- */

static struct strategy strategies[2];

/* The data's own strategy, which the fixture shares between both. */
static struct strategy *own_strategy(struct data_set *data)
{
    strategies[0] = data->settings.strategies[0];
    data->settings.strategies = strategies;
    return strategies;
}

static void rename_municipality(struct data_set *data)
{
    data->settings.municipality = sv_of("Sorø");
}

static void extract_later(struct data_set *data)
{
    data->settings.extract_date = day("2025-01-31");
}

static void settle_later(struct data_set *data)
{
    data->settings.effect_date = day("2025-01-31");
}

static void add_strategy(struct data_set *data)
{
    strategies[1] = *own_strategy(data);
    data->settings.strategy_count = 2;
}

static void rename_strategy(struct data_set *data)
{
    own_strategy(data)->name = sv_of("En anden");
}

static void begin_strategy(struct data_set *data)
{
    own_strategy(data)->from_year++;
}

static void end_strategy(struct data_set *data)
{
    own_strategy(data)->to_year++;
}

static void begin_second_generation(struct data_set *data)
{
    own_strategy(data)->second_generation_from++;
}

static void every_setting_that_is_counted_by_may_move_figures(void **state)
{
    static edit *const edits[] = {rename_municipality, extract_later,  settle_later, add_strategy,
                                  rename_strategy,     begin_strategy, end_strategy, begin_second_generation};
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        assert_int_equal(open_pair(state), 0);
        struct pair *pair = *state;
        edits[i](&pair->after.data);
        assert_int_equal(other_causes(&pair->before.data, &pair->after.data), CAUSE_SETTINGS);
        close_pair(state);
    }
}

static void what_is_only_printed_moves_no_figure(void **state)
{
    struct pair *pair = *state;
    pair->after.data.settings.title = sv_of("En anden titel");
    pair->after.data.settings.author = sv_of("En anden");
    assert_int_equal(other_causes(&pair->before.data, &pair->after.data), 0);
    rename_code(&pair->after.data);
    rename_municipality(&pair->after.data);
    assert_int_equal(other_causes(&pair->before.data, &pair->after.data), CAUSE_CODES | CAUSE_SETTINGS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_part_of_a_code_list_may_move_figures),
        cmocka_unit_test(every_setting_that_is_counted_by_may_move_figures),
        cmocka_unit_test_setup_teardown(what_is_only_printed_moves_no_figure, open_pair, close_pair),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
