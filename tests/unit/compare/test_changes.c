#include "changes.h"
#include "pair_fixture.h"

static void count_both(struct pair *pair)
{
    count(&pair->before, "2024");
    count(&pair->after, "2024");
}

static struct changes *compare(struct pair *pair, const struct printed_figures *printed)
{
    const struct changes_request request = {
        .before = {&pair->before.data, &pair->before.figures},
        .after = {&pair->after.data, &pair->after.figures},
        .printed = printed,
    };
    return changes_find(&request, &pair->after.arena);
}

/* The figures of the earlier run as its file has them. */
static struct printed_figures print(struct builder *builder)
{
    const struct figures *figures = &builder->figures;
    struct printed_figures printed = {.count = figures->count};
    printed.rows = arena_array(&builder->arena, figures->count, sizeof *printed.rows);
    for (size_t i = 0; i < figures->count; i++) {
        struct buffer value = buffer_in(&builder->arena);
        figures_write_value(&value, &figures->rows[i]);
        printed.rows[i] = figure_printed_key(figures, figures->rows[i].key, &builder->arena);
        printed.rows[i].value = buffer_view(&value);
    }
    return printed;
}

static struct figure *figure_of(struct builder *builder, enum figure_id id)
{
    const struct figure *found = figures_find(&builder->figures, figure_key(&builder->figures, id));
    assert_non_null(found);
    return &builder->figures.rows[found - builder->figures.rows];
}

static const struct figure_change *change_of(struct pair *pair, const struct changes *changes,
                                             enum figure_id id, const char *code)
{
    struct figure_key key = figure_key(&pair->after.figures, id);
    if (*code)
        key = figure_key_code(&pair->after.figures, key, sv_of(code));
    return changes_of(changes, key);
}

static void equal_data_have_no_changes(void **state)
{
    struct pair *pair = *state;
    count_both(pair);
    const struct printed_figures printed = print(&pair->before);
    const struct changes *changes = compare(pair, &printed);
    assert_true(changes_are_none(changes));
    assert_int_equal(changes->unchanged, pair->after.figures.count);
    assert_null(change_of(pair, changes, FIGURE_JOBS_NEW, ""));
}

static void with_nothing_earlier_nothing_has_moved(void **state)
{
    struct pair *pair = *state;
    count_both(pair);
    const struct changes_request request = {.after = {&pair->after.data, &pair->after.figures}};
    const struct changes *changes = changes_find(&request, &pair->after.arena);
    for (size_t i = 0; i < changes->figure_count; i++) {
        assert_false(changes->figures[i].data_moved);
        assert_false(changes->figures[i].method);
    }
    assert_int_equal(changes->unexplained, 0);
}

static void another_setting_is_a_change_though_no_figure_moved(void **state)
{
    struct pair *pair = *state;
    struct strategy renamed = pair->after.data.settings.strategies[0];
    renamed.name = sv_of("En anden strategi");
    pair->after.data.settings.strategies = &renamed;
    count_both(pair);
    const struct changes *changes = compare(pair, NULL);
    assert_int_equal(changes->figure_count, 0);
    assert_int_equal(changes->causes, CAUSE_SETTINGS);
    assert_false(changes_are_none(changes));
}

/* ---- Keys that only one of the countings has ---- */

static void a_year_that_was_not_counted_before_comes_of_the_setting(void **state)
{
    struct pair *pair = *state;
    struct strategy longer = pair->after.data.settings.strategies[0];
    longer.from_year--;
    pair->after.data.settings.strategies = &longer;
    count_both(pair);
    const struct changes *changes = compare(pair, NULL);
    const struct figures *figures = &pair->after.figures;
    uint16_t first = 0;
    while (!sv_is(period_name(&figures->periods[first]), "2020"))
        first++;
    const struct figure_key key = figure_key_in(figures, FIGURE_AGREEMENTS_AT_END, first);
    const struct figure_change *year = changes_of(changes, key);
    assert_non_null(year);
    assert_null(year->before);
    assert_int_equal(year->causes, CAUSE_SETTINGS);
    assert_int_equal(changes->unexplained, 0);
}

static void a_target_group_that_the_earlier_list_lacks_comes_of_its_rows(void **state)
{
    struct pair *pair = *state;
    struct code_list *groups = code_list_named(&pair->after.data.codes, sv_of("maalgruppe"));
    struct code *codes = arena_array(&pair->after.arena, groups->count + 1, sizeof *codes);
    memcpy(codes, groups->codes, groups->count * sizeof *codes);
    codes[groups->count] =
        (struct code){.code = sv_of("nye"), .name = sv_of("Nye"), .folded_code = sv_of("nye")};
    groups->codes = codes;
    groups->count++;
    add_course(&pair->after, "B3", "A1", "nye", "2024-02-01", "");
    count_both(pair);
    const struct changes *changes = compare(pair, NULL);
    struct figure_key key = figure_key(&pair->after.figures, FIGURE_COURSES_STARTED);
    key.target_group = code_in(&pair->after, CODES_TARGET_GROUP, "nye");
    const struct figure_change *started = changes_of(changes, key);
    assert_non_null(started);
    assert_int_equal(started->row_count, 1);
    assert_true(started->rows[0].counted_after);
    assert_int_equal(changes->rows[started->rows[0].change].kind, ROW_ADDED);
    assert_int_equal(changes->unexplained, 0);
}

static void a_code_that_only_one_of_the_countings_has_comes_of_its_rows(void **state)
{
    struct pair *pair = *state;
    add_purchase(&pair->before, "2024-02-01", "V1", "Teknik", 5);
    add_purchase(&pair->after, "2024-02-01", "V1", "Skole", 5);
    count_both(pair);
    const struct changes *changes = compare(pair, NULL);
    const struct figure_change *came = change_of(pair, changes, FIGURE_PURCHASES_AMOUNT, "Skole");
    const struct figure_change *went = change_of(pair, changes, FIGURE_PURCHASES_AMOUNT, "Teknik");
    assert_int_equal(came->row_count, 1);
    assert_true(came->rows[0].counted_after);
    assert_int_equal(went->row_count, 1);
    assert_true(went->rows[0].counted_before);
    assert_int_equal(changes->unexplained, 0);
}

/* ---- Rows that move a figure in other ways than by being counted ---- */

static void a_row_may_move_only_what_a_share_is_taken_of(void **state)
{
    struct pair *pair = *state;
    struct enterprise *before = pair->before.data.tables[TABLE_ENTERPRISES].data;
    struct enterprise *after = pair->after.data.tables[TABLE_ENTERPRISES].data;
    before->staff_from_edge = after->staff_from_edge = 5;
    before->staff = 10;
    after->staff = 20;
    count_both(pair);
    const struct changes *changes = compare(pair, NULL);
    const struct figure_change *share = change_of(pair, changes, FIGURE_ENTERPRISES_EDGE_SHARE, "");
    assert_int_equal(share->row_count, 1);
    assert_int_equal(share->rows[0].amount_before, share->rows[0].amount_after);
    assert_int_equal(share->rows[0].base_before, 10);
    assert_int_equal(share->rows[0].base_after, 20);
}

static void a_figure_without_rows_comes_of_its_own_agreements_rows(void **state)
{
    struct pair *pair = *state;
    add_agreement(&pair->before, "A2", "2022-01-01", "");
    add_agreement(&pair->after, "A2", "2022-01-01", "");
    add_course(&pair->after, "B3", "A1", "stu", "2024-02-01", "");
    add_course(&pair->after, "B4", "A2", "unge", "2024-02-01", "");
    count_both(pair);
    const struct changes *changes = compare(pair, NULL);
    struct figure_key key = figure_key(&pair->after.figures, FIGURE_COURSES_MEETINGS_SHARE);
    key.agreement = row_named(&pair->after, TABLE_AGREEMENTS, "A1");
    key.target_group = code_in(&pair->after, CODES_TARGET_GROUP, "stu");
    const struct figure_change *share = changes_of(changes, key);
    assert_non_null(share);
    assert_int_equal(changes->row_count, 2);
    assert_int_equal(share->row_count, 1);
    assert_int_equal(share->rows[0].table, TABLE_COURSES);
    assert_int_equal(share->rows[0].after, 2);
    assert_int_equal(changes->unexplained, 0);
}

static void a_figure_that_moved_for_no_reason_is_unexplained(void **state)
{
    struct pair *pair = *state;
    count_both(pair);
    figure_of(&pair->after, FIGURE_JOBS_NEW)->value.num++;
    const struct changes *changes = compare(pair, NULL);
    assert_int_equal(changes->figure_count, 1);
    assert_int_equal(changes->unexplained, 1);
    assert_true(sv_is(changes->figures[0].key.name, "job.nye"));
    assert_true(sv_is(changes->figures[0].key.value, "3"));
}

static void what_was_printed_otherwise_is_the_programs_doing(void **state)
{
    struct pair *pair = *state;
    count_both(pair);
    struct printed_figures printed = print(&pair->before);
    const size_t row = (size_t)(figure_of(&pair->before, FIGURE_JOBS_NEW) - pair->before.figures.rows);
    printed.rows[row].value = sv_of("7");
    const struct changes *changes = compare(pair, &printed);
    assert_int_equal(changes->figure_count, 1);
    assert_true(changes->figures[0].method);
    assert_false(changes->figures[0].data_moved);
    assert_true(sv_is(changes->figures[0].printed, "7"));
    assert_int_equal(changes->figures[0].causes, CAUSE_PROGRAM);
    assert_int_equal(changes->causes, CAUSE_PROGRAM);
    assert_int_equal(changes->unexplained, 0);
}

static void a_figure_that_the_program_counts_no_more_is_its_doing(void **state)
{
    struct pair *pair = *state;
    count_both(pair);
    struct printed_figures printed = print(&pair->before);
    printed.rows[printed.count - 1].name = sv_of("x.talt_engang");
    const struct changes *changes = compare(pair, &printed);
    const struct figure_change *gone = &changes->figures[changes->figure_count - 1];
    assert_true(sv_is(gone->key.name, "x.talt_engang"));
    assert_null(gone->before);
    assert_null(gone->after);
    assert_int_equal(gone->causes, CAUSE_PROGRAM);
}

static void without_the_earlier_rows_what_was_printed_is_compared(void **state)
{
    struct pair *pair = *state;
    add_job(&pair->after, "B3", "V1", "smaajob", "2024-06-01", "");
    count_both(pair);
    const struct printed_figures printed = print(&pair->before);
    const struct changes_request request = {.after = {&pair->after.data, &pair->after.figures},
                                            .printed = &printed};
    const struct changes *changes = changes_find(&request, &pair->after.arena);
    const struct figure_change *jobs = change_of(pair, changes, FIGURE_JOBS_NEW, "");
    assert_true(sv_is(jobs->printed, "2"));
    assert_true(sv_is(jobs->key.value, "3"));
    assert_true(jobs->data_moved);
    assert_false(jobs->method);
    assert_int_equal(changes->row_count, 0);
    assert_int_equal(changes->unexplained, 0);
}

static void an_added_row_is_behind_the_figures_that_count_it(void **state)
{
    struct pair *pair = *state;
    add_job(&pair->after, "B3", "V1", "smaajob", "2024-06-01", "");
    count_both(pair);
    const struct changes *changes = compare(pair, NULL);
    const struct figure_change *jobs = change_of(pair, changes, FIGURE_JOBS_NEW, "smaajob");
    assert_int_equal(changes->row_count, 1);
    assert_int_equal(changes->rows[0].kind, ROW_ADDED);
    assert_int_equal(jobs->row_count, 1);
    assert_int_equal(jobs->rows[0].change, 0);
    assert_true(jobs->rows[0].counted_after);
    assert_null(change_of(pair, changes, FIGURE_JOBS_NEW, "fleksjob"));
}

static void a_count_that_fell_to_zero_is_found(void **state)
{
    struct pair *pair = *state;
    struct job *jobs_after = pair->after.data.tables[TABLE_JOBS].data;
    jobs_after[1].job_type = code_in(&pair->after, CODES_JOB_TYPE, "fleksjob");
    count_both(pair);
    const struct changes *changes = compare(pair, NULL);
    const struct figure_change *fell = change_of(pair, changes, FIGURE_JOBS_NEW, "smaajob");
    assert_non_null(fell);
    assert_null(fell->after);
    assert_int_equal(changes->rows[0].kind, ROW_CHANGED);
    assert_int_equal(changes->rows[0].cell_count, 1);
    assert_true(sv_is(changes->rows[0].cells[0].before, "smaajob"));
    assert_true(sv_is(changes->rows[0].cells[0].after, "fleksjob"));
}

static void a_row_is_moved_by_the_row_that_it_refers_to(void **state)
{
    struct pair *pair = *state;
    struct agreement *agreement = pair->after.data.tables[TABLE_AGREEMENTS].data;
    agreement->positive_outcomes = UINT64_C(1) << code_in(&pair->after, CODES_OUTCOME, "fleksjob");
    count_both(pair);
    const struct changes *changes = compare(pair, NULL);
    const struct figure_change *effect = change_of(pair, changes, FIGURE_COURSES_EFFECT, "");
    assert_int_equal(effect->row_count, 1);
    assert_int_equal(effect->rows[0].table, TABLE_COURSES);
    assert_int_equal(changes->rows[effect->rows[0].change].table, TABLE_AGREEMENTS);
    assert_int_equal(effect->causes, 0);
}

static void a_row_is_moved_by_one_that_is_counted_with_it(void **state)
{
    struct pair *pair = *state;
    add_job(&pair->after, "B2", "V1", "fleksjob", "2023-06-01", "");
    count_both(pair);
    const struct changes *changes = compare(pair, NULL);
    const struct figure_change *first = change_of(pair, changes, FIGURE_JOBS_FIRST, "");
    assert_int_equal(first->row_count, 1); /* the job of 2024, which is not the first one any more */
    assert_int_equal(first->rows[0].after, 1);
    assert_int_equal(first->rows[0].change, 0);
    assert_true(first->rows[0].counted_before);
    assert_false(first->rows[0].counted_after);
}

static void other_codes_move_figures_without_a_row_that_differs(void **state)
{
    struct pair *pair = *state;
    struct code_list *outcomes = code_list_named(&pair->after.data.codes, sv_of("udfald"));
    outcomes->codes[code_find(outcomes, sv_of("uddannelse"))].positive = false;
    count_both(pair);
    const struct changes *changes = compare(pair, NULL);
    const struct figure_change *positive = change_of(pair, changes, FIGURE_COURSES_POSITIVE, "");
    assert_int_equal(changes->causes, CAUSE_CODES);
    assert_int_equal(positive->causes, CAUSE_CODES);
    assert_int_equal(positive->row_count, 1);
    assert_int_equal(positive->rows[0].change, NO_ROW_CHANGE);
    assert_int_equal(changes->unexplained, 0);
}

static void other_options_are_a_cause(void **state)
{
    struct pair *pair = *state;
    count_both(pair);
    figure_of(&pair->after, FIGURE_JOBS_NEW)->value.num++;
    const struct changes_request request = {
        .before = {&pair->before.data, &pair->before.figures},
        .after = {&pair->after.data, &pair->after.figures},
        .options_differ = true,
    };
    const struct changes *changes = changes_find(&request, &pair->after.arena);
    assert_int_equal(changes->causes, CAUSE_OPTIONS);
    assert_int_equal(change_of(pair, changes, FIGURE_JOBS_NEW, "")->causes, CAUSE_OPTIONS);
    assert_int_equal(changes->unexplained, 0);
}

static void another_day_of_the_extract_is_a_cause(void **state)
{
    struct pair *pair = *state;
    pair->after.data.settings.extract_date = day("2024-04-01");
    count_both(pair);
    const struct changes *changes = compare(pair, NULL);
    assert_int_equal(change_of(pair, changes, FIGURE_JOBS_NEW, "")->causes, CAUSE_SETTINGS);
    assert_int_equal(changes->unexplained, 0);
}

static void a_goals_own_row_is_behind_what_becomes_of_it(void **state)
{
    struct pair *pair = *state;
    add_goal(&pair->before, "G1", GOAL_YEARLY, "job.nye", "", 2);
    add_goal(&pair->after, "G1", GOAL_YEARLY, "job.nye", "", 5);
    count_both(pair);
    const struct changes *changes = compare(pair, NULL);
    assert_int_equal(changes->row_count, 1);
    assert_int_equal(changes->figure_count, 4); /* status, target, fulfilment, date */
    for (size_t i = 0; i < changes->figure_count; i++) {
        assert_int_equal(changes->figures[i].row_count, 1);
        assert_int_equal(changes->figures[i].rows[0].table, TABLE_GOALS);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_pair, close_pair)
    const struct CMUnitTest tests[] = {
        TEST(equal_data_have_no_changes),
        TEST(with_nothing_earlier_nothing_has_moved),
        TEST(another_setting_is_a_change_though_no_figure_moved),
        TEST(a_year_that_was_not_counted_before_comes_of_the_setting),
        TEST(a_target_group_that_the_earlier_list_lacks_comes_of_its_rows),
        TEST(a_code_that_only_one_of_the_countings_has_comes_of_its_rows),
        TEST(a_row_may_move_only_what_a_share_is_taken_of),
        TEST(a_figure_without_rows_comes_of_its_own_agreements_rows),
        TEST(a_figure_that_moved_for_no_reason_is_unexplained),
        TEST(what_was_printed_otherwise_is_the_programs_doing),
        TEST(a_figure_that_the_program_counts_no_more_is_its_doing),
        TEST(without_the_earlier_rows_what_was_printed_is_compared),
        TEST(an_added_row_is_behind_the_figures_that_count_it),
        TEST(a_count_that_fell_to_zero_is_found),
        TEST(a_row_is_moved_by_the_row_that_it_refers_to),
        TEST(a_row_is_moved_by_one_that_is_counted_with_it),
        TEST(other_codes_move_figures_without_a_row_that_differs),
        TEST(other_options_are_a_cause),
        TEST(another_day_of_the_extract_is_a_cause),
        TEST(a_goals_own_row_is_behind_what_becomes_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
