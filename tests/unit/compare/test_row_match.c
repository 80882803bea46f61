#include "pair_fixture.h"
#include "row_match.h"

static struct row_match match(struct pair *pair)
{
    struct row_match matched;
    row_match_init(&matched, &pair->before.data, &pair->after.data, &pair->after.arena);
    return matched;
}

static bool same_cell(struct pair *pair, const char *name, uint32_t before, uint32_t after)
{
    const struct row_match matched = match(pair);
    const struct table_schema *schema = table_schema(TABLE_COURSES);
    for (size_t i = 0; i < schema->column_count; i++)
        if (strcmp(schema->columns[i].name, name) == 0)
            return row_match_same_cell(&matched, TABLE_COURSES, &schema->columns[i], before, after);
    fail_msg("%s", name);
    return false;
}

static struct course *courses_after(struct pair *pair)
{
    return pair->after.data.tables[TABLE_COURSES].data;
}

static void rows_with_an_identifier_are_found_wherever_they_stand(void **state)
{
    struct pair *pair = *state;
    add_agreement(&pair->before, "A2", "2023-01-01", "");
    add_agreement(&pair->before, "A3", "2023-01-01", "");
    add_agreement(&pair->after, "A4", "2023-01-01", "");
    add_agreement(&pair->after, "A3", "2023-01-01", "");
    const struct row_match matched = match(pair);
    const uint32_t *after = matched.after_of[TABLE_AGREEMENTS];
    assert_int_equal(after[0], 0);
    assert_int_equal(after[1], ROW_NONE);
    assert_int_equal(after[2], 2);
    assert_int_equal(matched.before_of[TABLE_AGREEMENTS][1], ROW_NONE);
}

static void equal_rows_without_a_key_are_paired_as_often_as_they_are_there(void **state)
{
    struct pair *pair = *state;
    for (int i = 0; i < 3; i++)
        add_follow_up(&pair->before, 0, "2024-02-01", true, "");
    for (int i = 0; i < 2; i++)
        add_follow_up(&pair->after, 0, "2024-02-01", true, "");
    const struct row_match matched = match(pair);
    const uint32_t *after = matched.after_of[TABLE_FOLLOW_UPS];
    assert_int_equal(after[0], 0);
    assert_int_equal(after[1], 1);
    assert_int_equal(after[2], ROW_NONE);
}

static void rows_about_the_same_are_the_same_with_other_cells(void **state)
{
    struct pair *pair = *state;
    add_follow_up(&pair->before, 0, "2024-02-01", true, "");
    add_follow_up(&pair->before, 0, "2024-03-01", true, "");
    add_follow_up(&pair->after, 1, "2024-02-01", true, "");
    add_follow_up(&pair->after, 0, "2024-03-01", false, "");
    const struct row_match matched = match(pair);
    const uint32_t *after = matched.after_of[TABLE_FOLLOW_UPS];
    assert_int_equal(after[0], ROW_NONE); /* the first of the present ones is of another course */
    assert_int_equal(after[1], 1);
}

static void of_several_the_one_that_differs_least_is_the_same(void **state)
{
    struct pair *pair = *state;
    add_follow_up(&pair->before, 0, "2024-02-01", true, "fleksjob");
    add_follow_up(&pair->after, 0, "2024-02-01", false, "uddannelse");
    add_follow_up(&pair->after, 0, "2024-02-01", false, "fleksjob");
    assert_int_equal(match(pair).after_of[TABLE_FOLLOW_UPS][0], 1);
}

static void codes_are_compared_by_what_they_are_called(void **state)
{
    struct pair *pair = *state;
    struct code_list *groups = code_list_named(&pair->after.data.codes, sv_of("maalgruppe"));
    const uint16_t at = code_find(groups, sv_of("unge"));
    const uint16_t other = at ? 0 : 1;
    const struct code swapped = groups->codes[at];
    groups->codes[at] = groups->codes[other];
    groups->codes[other] = swapped;
    courses_after(pair)[0].target_group = other; /* the same code, which now stands there */
    assert_true(same_cell(pair, "maalgruppe", 0, 0));
    assert_false(same_cell(pair, "maalgruppe", 1, 1));
}

static void a_code_that_is_not_there_any_more_is_no_other_code(void **state)
{
    struct pair *pair = *state;
    struct code_list *groups = code_list_named(&pair->after.data.codes, sv_of("maalgruppe"));
    groups->codes[code_find(groups, sv_of("unge"))].code = sv_of("yngre");
    assert_false(same_cell(pair, "maalgruppe", 0, 0));
}

static void a_set_of_codes_with_one_that_is_gone_is_no_other_set(void **state)
{
    struct pair *pair = *state;
    struct code_list *outcomes = code_list_named(&pair->after.data.codes, sv_of("udfald"));
    const uint16_t job = code_find(outcomes, sv_of("fleksjob"));
    const struct table_schema *schema = table_schema(TABLE_AGREEMENTS);
    const struct column *column = schema->columns;
    while (strcmp(column->name, "positive_udfald") != 0)
        column++;
    struct agreement *before = pair->before.data.tables[TABLE_AGREEMENTS].data;
    struct agreement *after = pair->after.data.tables[TABLE_AGREEMENTS].data;
    before->positive_outcomes = after->positive_outcomes = UINT64_C(1) << job;
    struct row_match matched = match(pair);
    assert_true(row_match_same_cell(&matched, TABLE_AGREEMENTS, column, 0, 0));
    outcomes->codes[job].code = sv_of("fleks");
    matched = match(pair);
    assert_false(row_match_same_cell(&matched, TABLE_AGREEMENTS, column, 0, 0));
}

static void of_very_many_about_the_same_the_first_are_looked_at(void **state)
{
    enum { LOOKED_AT = 64 };
    struct pair *pair = *state;
    add_follow_up(&pair->before, 0, "2024-02-01", true, "fleksjob");
    add_follow_up(&pair->after, 0, "2024-02-01", true, "uddannelse");
    for (int i = 1; i < LOOKED_AT; i++)
        add_follow_up(&pair->after, 0, "2024-02-01", false, "uddannelse");
    add_follow_up(&pair->after, 0, "2024-02-01", false, "fleksjob");
    assert_int_equal(match(pair).after_of[TABLE_FOLLOW_UPS][0], 0);
}

static void pseudonyms_are_compared_by_what_they_are(void **state)
{
    struct pair *pair = *state;
    courses_after(pair)[0].participant = participant(&pair->after, "B2");
    courses_after(pair)[1].participant =
        participant(&pair->after, "B3"); /* whom the earlier data do not know */
    assert_false(same_cell(pair, "borger_id", 0, 0));
    assert_false(same_cell(pair, "borger_id", 1, 1));
    assert_true(same_cell(pair, "borger_id", 1, 0));
}

/* The last row of the table has an error: its reference, if it has one, stays a symbol. */
static struct source *leave_out_last(struct builder *builder, enum table_id table)
{
    struct rows *rows = &builder->data.tables[table];
    rows->count--;
    rows->left_out++;
    struct source *source =
        (struct source *)(void *)((char *)rows->data + rows->count * table_schema(table)->record_size);
    source->left_out = true;
    return source;
}

static void a_row_that_was_left_out_is_found_by_its_key(void **state)
{
    struct pair *pair = *state;
    add_agreement(&pair->before, "A2", "2023-01-01", "");
    add_agreement(&pair->after, "A2", "2023-01-01", "");
    struct agreement *broken = (struct agreement *)(void *)leave_out_last(&pair->before, TABLE_AGREEMENTS);
    broken->start = DAY_NONE;
    const struct row_match repaired = match(pair);
    assert_int_equal(repaired.before_of[TABLE_AGREEMENTS][1], ROW_NONE);
    assert_int_equal(repaired.out_before_of[TABLE_AGREEMENTS][0], ROW_NONE);
    assert_int_equal(repaired.out_before_of[TABLE_AGREEMENTS][1], 1);
}

static void a_row_that_is_left_out_now_is_found_the_same_way(void **state)
{
    struct pair *pair = *state;
    add_agreement(&pair->before, "A2", "2023-01-01", "");
    add_agreement(&pair->after, "A2", "2023-01-01", "");
    leave_out_last(&pair->after, TABLE_AGREEMENTS);
    const struct row_match failed = match(pair);
    assert_int_equal(failed.after_of[TABLE_AGREEMENTS][1], ROW_NONE);
    assert_int_equal(failed.out_after_of[TABLE_AGREEMENTS][1], 1);
    assert_int_equal(failed.out_after_of[TABLE_AGREEMENTS][0], ROW_NONE);
}

/* A follow-up has no key, and of one whose date is wrong it is not known what it is about. */
static void add_broken_follow_up(struct pair *pair, bool held_before)
{
    struct builder *const both[] = {&pair->before, &pair->after};
    for (size_t i = 0; i < 2; i++) {
        data_set_add_file(&both[i]->data, sv_of("opfoelgninger.csv"));
        add_follow_up(both[i], 0, "2024-02-01", i || held_before, "")->source.line = 2;
    }
    struct follow_up *broken = (struct follow_up *)(void *)leave_out_last(&pair->before, TABLE_FOLLOW_UPS);
    broken->course = courses(&pair->before.data)[0].id;
    broken->date = DAY_NONE;
}

static void without_a_key_it_is_the_row_at_the_same_line_that_agrees_otherwise(void **state)
{
    struct pair *pair = *state;
    add_broken_follow_up(pair, true);
    assert_int_equal(match(pair).out_before_of[TABLE_FOLLOW_UPS][0], 0);
}

static void a_row_at_the_same_line_that_says_something_else_is_another(void **state)
{
    struct pair *pair = *state;
    add_broken_follow_up(pair, false);
    assert_int_equal(match(pair).out_before_of[TABLE_FOLLOW_UPS][0], ROW_NONE);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_pair, close_pair)
    const struct CMUnitTest tests[] = {
        TEST(rows_with_an_identifier_are_found_wherever_they_stand),
        TEST(equal_rows_without_a_key_are_paired_as_often_as_they_are_there),
        TEST(rows_about_the_same_are_the_same_with_other_cells),
        TEST(of_several_the_one_that_differs_least_is_the_same),
        TEST(codes_are_compared_by_what_they_are_called),
        TEST(a_code_that_is_not_there_any_more_is_no_other_code),
        TEST(a_set_of_codes_with_one_that_is_gone_is_no_other_set),
        TEST(of_very_many_about_the_same_the_first_are_looked_at),
        TEST(pseudonyms_are_compared_by_what_they_are),
        TEST(a_row_that_was_left_out_is_found_by_its_key),
        TEST(a_row_that_is_left_out_now_is_found_the_same_way),
        TEST(without_a_key_it_is_the_row_at_the_same_line_that_agrees_otherwise),
        TEST(a_row_at_the_same_line_that_says_something_else_is_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
