#include "base_fixture.h"

static struct arena arena;

static void views_compare_bytewise_and_a_prefix_comes_first(void **state)
{
    (void)state;
    assert_true(sv_compare(sv_of("a"), sv_of("b")) < 0);
    assert_true(sv_compare(sv_of("b"), sv_of("aa")) > 0);
    assert_true(sv_compare(sv_of("a"), sv_of("ab")) < 0);
    assert_true(sv_compare(sv_of("z"), sv_of("æ")) < 0);
    assert_int_equal(sv_compare(sv_of(""), (struct sv){0}), 0);
    assert_true(sv_equal(sv_of(""), sv_of(NULL)));
    assert_false(sv_equal(sv_of("ab"), sv_of("ac")));
}

static void a_slice_never_reaches_beyond_the_view(void **state)
{
    (void)state;
    assert_sv(sv_slice(sv_of("abcdef"), 2, 3), "cde");
    assert_sv(sv_slice(sv_of("abcdef"), 4, SIZE_MAX), "ef");
    assert_int_equal(sv_slice(sv_of("abc"), 3, 1).size, 0);
    assert_int_equal(sv_slice(sv_of("abc"), 99, 1).size, 0);
}

static void trimming_takes_blanks_tabs_breaks_and_no_break_spaces(void **state)
{
    (void)state;
    assert_sv(sv_trim(sv_of(" \t\r\n\xC2\xA0 a b \xC2\xA0\n")), "a b");
    assert_int_equal(sv_trim(sv_of(" \xC2\xA0 ")).size, 0);
    assert_sv(sv_trim(sv_of("å\xC3\xA0")), "å\xC3\xA0"); /* à ends in the same byte as a no-break space */
    assert_sv(sv_trim(sv_of("\xC2\xA9")), "\xC2\xA9");
    assert_sv(sv_trim(sv_of("\xC2")), "\xC2");
}

static void splitting_gives_empty_parts_too(void **state)
{
    struct sv rest = sv_of("a||b|");
    struct sv part;
    (void)state;
    assert_true(sv_split(&rest, '|', &part));
    assert_sv(part, "a");
    assert_true(sv_split(&rest, '|', &part));
    assert_int_equal(part.size, 0);
    assert_true(sv_split(&rest, '|', &part));
    assert_sv(part, "b");
    assert_true(sv_split(&rest, '|', &part));
    assert_int_equal(part.size, 0);
    assert_false(sv_split(&rest, '|', &part));
}

static void prefixes_and_suffixes_are_found(void **state)
{
    (void)state;
    assert_true(sv_starts_with(sv_of("job-a.csv"), sv_of("job")));
    assert_false(sv_starts_with(sv_of("jo"), sv_of("job")));
    assert_true(sv_ends_with(sv_of("job-a.csv"), sv_of(".csv")));
    assert_false(sv_ends_with(sv_of("csv"), sv_of(".csv")));
    assert_int_equal(sv_find(sv_of("abc"), 'c'), 2);
    assert_true(sv_find(sv_of("abc"), 'x') == SIZE_MAX);
    assert_true(sv_find((struct sv){0}, 'x') == SIZE_MAX);
}

/* Texts that differ in one byte, at any place and of any length up to 40. */
static void hashes_differ_where_texts_do(void **state)
{
    char text[40];
    (void)state;
    memset(text, 'a', sizeof text);
    for (size_t size = 1; size <= sizeof text; size++) {
        const uint64_t hash = sv_hash((struct sv){text, size});
        assert_true(hash == sv_hash((struct sv){text, size}));
        assert_true(hash != sv_hash((struct sv){text, size - 1}));
        for (size_t i = 0; i < size; i++) {
            text[i] = 'b';
            assert_true(hash != sv_hash((struct sv){text, size}));
            text[i] = 'a';
        }
    }
}

static void formatting_gives_the_whole_text(void **state)
{
    (void)state;
    assert_sv(sv_format(&arena, "%d og %.*s", 7, SV_ARG(sv_of("åtte"))), "7 og åtte");
    assert_int_equal(sv_format(&arena, "%0200d", 1).size, 200);
}

static void a_long_text_is_cut_between_characters(void **state)
{
    (void)state;
    assert_string_equal(sv_text(&arena, sv_cut(&arena, sv_of("blå bog"), 8)), "blå bog");
    assert_string_equal(sv_text(&arena, sv_cut(&arena, sv_of("blå bog"), 4)), "blå…");
    assert_string_equal(sv_text(&arena, sv_cut(&arena, sv_of("blå bog"), 3)), "bl…");
    assert_string_equal(sv_text(&arena, sv_cut(&arena, sv_of("å"), 1)), "…");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(views_compare_bytewise_and_a_prefix_comes_first),
        cmocka_unit_test(a_slice_never_reaches_beyond_the_view),
        cmocka_unit_test(trimming_takes_blanks_tabs_breaks_and_no_break_spaces),
        cmocka_unit_test(splitting_gives_empty_parts_too),
        cmocka_unit_test(prefixes_and_suffixes_are_found),
        cmocka_unit_test(hashes_differ_where_texts_do),
        cmocka_unit_test(formatting_gives_the_whole_text),
        cmocka_unit_test(a_long_text_is_cut_between_characters),
    };
    arena_init(&arena, NULL);
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
