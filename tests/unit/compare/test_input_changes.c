#include "input_changes.h"
#include "pair_fixture.h"

static struct changes found;

static void find(struct pair *pair)
{
    found = (struct changes){.before.data = &pair->before.data, .after.data = &pair->after.data};
    input_changes_find(&found, &pair->after.arena);
}

static struct code_list *list_of(struct builder *builder, const char *name)
{
    return code_list_named(&builder->data.codes, sv_of(name));
}

static void assert_change(size_t at, enum row_change_kind kind, const char *name, const char *before,
                          const char *after)
{
    assert_true(at < found.input_count);
    assert_int_equal(found.inputs[at].kind, kind);
    assert_true(sv_is(found.inputs[at].name, name));
    assert_true(sv_is(found.inputs[at].before, before));
    assert_true(sv_is(found.inputs[at].after, after));
}

static void a_key_without_a_value_is_not_stated(void **state)
{
    struct stated_setting before[] = {{SV("a.x"), {0}, 1}, {SV("a.y"), SV("1"), 2}, {SV("a.z"), {0}, 3}};
    struct stated_setting after[] = {{SV("a.x"), SV("2"), 1}, {SV("a.y"), {0}, 2}};
    struct pair *pair = *state;
    pair->before.data.settings.stated = before;
    pair->before.data.settings.stated_count = 3;
    pair->after.data.settings.stated = after;
    pair->after.data.settings.stated_count = 2;
    find(pair);
    assert_int_equal(found.input_count, 2);
    assert_change(0, ROW_ADDED, "a.x", "", "2");
    assert_change(1, ROW_REMOVED, "a.y", "1", "");
    assert_int_equal(found.inputs[1].line_before, 2);
    assert_int_equal(found.inputs[1].line_after, 0);
}

static void every_column_of_a_code_is_told_as_the_file_has_it(void **state)
{
    struct pair *pair = *state;
    struct code *code = &list_of(&pair->after, "trin")->codes[1];
    const struct sv name = code->name;
    code->name = sv_of("Nyt navn");
    code->positive = true;
    code->group = sv_of("Samlet");
    code->valid_from = day("2024-01-01");
    code->valid_to = day("2024-12-31");
    code->line = 7;
    find(pair);
    assert_int_equal(found.input_count, 5);
    assert_change(0, ROW_CHANGED, sv_text(&pair->after.arena, code->code), sv_text(&pair->after.arena, name),
                  "Nyt navn");
    static const char *const columns[] = {"navn", "positiv", "gruppe", "gyldig_fra", "gyldig_til"};
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(found.inputs[i].column, columns[i]);
    assert_true(sv_is(found.inputs[1].after, "ja"));
    assert_true(sv_is(found.inputs[4].after, "31-12-2024"));
    assert_int_equal(found.inputs[0].line_before, 0);
    assert_int_equal(found.inputs[0].line_after, 7);
}

static void codes_that_changed_places_are_told_and_those_that_only_moved_up_are_not(void **state)
{
    struct pair *pair = *state;
    struct code_list *steps = list_of(&pair->after, "trin");
    const struct code first = steps->codes[0];
    steps->codes[0] = steps->codes[1];
    steps->codes[1] = first;
    find(pair);
    assert_int_equal(found.input_count, 2);
    assert_string_equal(found.inputs[0].column, "raekkefoelge");
    assert_change(1, ROW_CHANGED, sv_text(&pair->after.arena, first.code), "1", "2");
    steps->codes++;
    steps->count--;
    find(pair);
    assert_int_equal(found.input_count, 1);
    assert_int_equal(found.inputs[0].kind, ROW_REMOVED);
}

static void a_list_that_came_or_went_is_told_code_by_code(void **state)
{
    struct pair *pair = *state;
    struct code_list *list = list_of(&pair->after, "udfald");
    const size_t count = list->count;
    list->name = sv_of("ny");
    find(pair);
    assert_int_equal(found.input_count, 2 * count);
    assert_true(sv_is(found.inputs[0].list, "ny"));
    assert_int_equal(found.inputs[0].kind, ROW_ADDED);
    assert_true(sv_is(found.inputs[count].list, "udfald"));
    assert_int_equal(found.inputs[count].kind, ROW_REMOVED);
    assert_true(sv_starts_with(found.inputs[count].before, sv_of("navn ")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_key_without_a_value_is_not_stated, open_pair, close_pair),
        cmocka_unit_test_setup_teardown(every_column_of_a_code_is_told_as_the_file_has_it, open_pair,
                                        close_pair),
        cmocka_unit_test_setup_teardown(
            codes_that_changed_places_are_told_and_those_that_only_moved_up_are_not, open_pair, close_pair),
        cmocka_unit_test_setup_teardown(a_list_that_came_or_went_is_told_code_by_code, open_pair, close_pair),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
