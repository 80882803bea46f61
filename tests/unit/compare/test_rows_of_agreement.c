#include "pair_fixture.h"
#include "rows_of_agreement.h"

/* The places of the list at which the agreement's rows stand, "02"; of both data sets. */
static const char *walked(struct pair *pair, const struct affected_list *list, uint32_t before,
                          uint32_t after)
{
    struct row_match match;
    struct rows_of_agreement rows = {.list = NULL};
    struct buffer text = buffer_in(&pair->after.arena);
    const struct affected_row *row;
    row_match_init(&match, &pair->before.data, &pair->after.data, &pair->after.arena);
    rows_of_agreement_make(&rows, TABLE_COURSES, list, &match, &pair->after.arena);
    struct agreement_walk walk = agreement_walk(&rows, before, after);
    while ((row = agreement_walk_next(&walk)) != NULL)
        buffer_format(&text, "%d", (int)(row - list->rows));
    return sv_text(&pair->after.arena, buffer_view(&text));
}

static void a_row_that_went_to_another_agreement_is_of_both_and_told_once(void **state)
{
    struct pair *pair = *state;
    struct affected_row rows[] = {{0, ROW_NONE, 0}, {0, 0, 0}, {1, 1, 1}, {ROW_NONE, 1, 1}};
    const struct affected_list list = {rows, 4};
    add_agreement(&pair->before, "A2", "2023-01-01", "");
    add_agreement(&pair->after, "A2", "2023-01-01", "");
    ((struct course *)pair->after.data.tables[TABLE_COURSES].data)[1].agreement = 1;
    assert_string_equal(walked(pair, &list, 0, 0), "012");
    assert_string_equal(walked(pair, &list, 1, 1), "23");
    assert_string_equal(walked(pair, &list, 0, 1), "0123");
    assert_string_equal(walked(pair, &list, 0, ROW_NONE), "012");
    assert_string_equal(walked(pair, &list, ROW_NONE, 0), "1");
    assert_string_equal(walked(pair, &list, ROW_NONE, ROW_NONE), "");
}

static void a_list_without_rows_has_none_of_any_agreement(void **state)
{
    struct pair *pair = *state;
    const struct affected_list list = {NULL, 0};
    assert_string_equal(walked(pair, &list, 0, 0), "");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_pair, close_pair)
    const struct CMUnitTest tests[] = {
        TEST(a_row_that_went_to_another_agreement_is_of_both_and_told_once),
        TEST(a_list_without_rows_has_none_of_any_agreement),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
