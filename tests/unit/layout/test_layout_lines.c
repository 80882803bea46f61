/* Where the lines of a paragraph break, on items alone. */
#include "layout_lines.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the headers above first */
#include <cmocka.h>

enum { MOST = 400 };

struct fixture {
    struct arena arena;
    struct line_item items[MOST];
    size_t count;
    size_t ends[MOST];
};

static int make_fixture(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    arena_init(&fixture->arena, NULL);
    *state = fixture;
    return 0;
}

static int free_fixture(void **state)
{
    struct fixture *fixture = *state;
    arena_free(&fixture->arena);
    free(fixture);
    return 0;
}

/* Words of one letter a character, parted by blanks: "aaa bb c"; a hyphen is a place to break, '\n' a break.
 */
static void set_words(struct fixture *fixture, const char *words)
{
    fixture->count = 0;
    for (const char *at = words; *at;) {
        const size_t length = strcspn(at, " -\n");
        const char last = at[length];
        struct line_item *item = &fixture->items[fixture->count++];
        *item = (struct line_item){.width = (double)length + (last == ' '),
                                   .visible = (double)length + (last == '-'),
                                   .cost = last == '-' ? LINE_COST_HYPHEN : LINE_COST_BLANK,
                                   .forced = last == '\n'};
        at += length + (last != '\0');
    }
}

static size_t lines_of(struct fixture *fixture, double limit)
{
    return lines_break(&fixture->arena, fixture->items, fixture->count, limit, fixture->ends);
}

static void assert_ends(struct fixture *fixture, double limit, size_t count, const size_t *ends)
{
    assert_int_equal(lines_of(fixture, limit), count);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(fixture->ends[i], ends[i]);
}

static double width_between(const struct fixture *fixture, size_t from, size_t to)
{
    double width = fixture->items[to - 1].visible;
    for (size_t i = from; i + 1 < to; i++)
        width += fixture->items[i].width;
    return width;
}

/* As many items on every line as fit. */
static size_t greedy_lines(const struct fixture *fixture, double limit, size_t *ends)
{
    size_t lines = 0, from = 0;
    for (size_t to = 1; to <= fixture->count; to++) {
        const bool full = to == fixture->count || width_between(fixture, from, to + 1) > limit + 0.01;
        if (full || fixture->items[to - 1].forced) {
            ends[lines++] = to;
            from = to;
        }
    }
    return lines;
}

/* The sum of the squares of what is left empty of all lines but the last. */
static double raggedness(const struct fixture *fixture, double limit, const size_t *ends, size_t lines)
{
    double sum = 0;
    for (size_t i = 0, from = 0; i + 1 < lines; from = ends[i++]) {
        const double empty = 1 - width_between(fixture, from, ends[i]) / limit;
        sum += empty * empty;
    }
    return sum;
}

/* "aaa bb cc ddddd" in six: first fit leaves "cc" alone between a full line and a nearly full one. */
static void lines_are_alike_where_first_fit_leaves_a_hole(void **state)
{
    struct fixture *fixture = *state;
    size_t greedy[MOST];
    set_words(fixture, "aaa bb cc ddddd");
    assert_int_equal(greedy_lines(fixture, 6, greedy), 3);
    assert_int_equal(greedy[0], 2);
    assert_ends(fixture, 6, 3, (const size_t[]){1, 3, 4});
}

static void nothing_has_no_lines(void **state)
{
    assert_ends(*state, 10, 0, NULL);
}

static void what_fits_is_one_line(void **state)
{
    set_words(*state, "aa bb cc");
    assert_ends(*state, 8, 1, (const size_t[]){3});
}

static void a_forced_break_ends_the_line_and_starts_afresh(void **state)
{
    set_words(*state, "aa\n\nbb cc");
    assert_ends(*state, 20, 3, (const size_t[]){1, 2, 4});
}

static void an_item_wider_than_the_line_has_one_of_its_own(void **state)
{
    set_words(*state, "aa bbbbbbbbbbbb cc");
    assert_ends(*state, 5, 3, (const size_t[]){1, 2, 3});
}

/* Both ways take two lines. */
static void a_hyphen_is_avoided_where_no_line_gets_much_shorter(void **state)
{
    set_words(*state, "aaaaaaaaaaaaaaaaa b-bbbb");
    assert_ends(*state, 20, 2, (const size_t[]){1, 3});
    set_words(*state, "aaaaaaaaaaaa bb-bbbb");
    assert_ends(*state, 20, 1, (const size_t[]){3});
    set_words(*state, "aaaaaaaaaaaa bbbb-bbbb");
    assert_ends(*state, 20, 2, (const size_t[]){2, 3});
}

/* The hyphen has a width of its own, which the line must hold. */
static void a_hyphen_that_does_not_fit_is_not_used(void **state)
{
    set_words(*state, "aaa bbb-bbb");
    assert_ends(*state, 7, 2, (const size_t[]){1, 3});
    set_words(*state, "aaaa bbb-bbbb");
    assert_ends(*state, 9, 2, (const size_t[]){2, 3});
}

static void a_short_word_does_not_stand_alone_on_the_last_line(void **state)
{
    struct fixture *fixture = *state;
    size_t greedy[MOST];
    set_words(fixture, "aaaaa bbbbb ccccc ddddd eeeee ff");
    assert_int_equal(greedy_lines(fixture, 30, greedy), 2);
    assert_int_equal(greedy[0], 5);
    assert_ends(fixture, 30, 2, (const size_t[]){4, 6});
}

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 16;
}

static void set_random(struct fixture *fixture, unsigned *seed)
{
    fixture->count = 1 + next_random(seed) % (MOST - 1);
    for (size_t i = 0; i < fixture->count; i++) {
        const double width = next_random(seed) % 9;
        const bool blank = next_random(seed) % 4 > 0;
        fixture->items[i] = (struct line_item){.width = width + blank,
                                               .visible = width + !blank,
                                               .cost = blank ? LINE_COST_BLANK : LINE_COST_JOINT,
                                               .forced = next_random(seed) % 40 == 0};
    }
}

/* Every item once and in order, no line too wide unless it is one item, none past a forced break. */
static void assert_well_broken(const struct fixture *fixture, double limit, size_t lines)
{
    size_t from = 0;
    for (size_t i = 0; i < lines; from = fixture->ends[i++]) {
        assert_true(fixture->ends[i] > from && fixture->ends[i] <= fixture->count);
        assert_true(fixture->ends[i] == from + 1 ||
                    width_between(fixture, from, fixture->ends[i]) <= limit + 0.02);
        for (size_t item = from; item + 1 < fixture->ends[i]; item++)
            assert_false(fixture->items[item].forced);
    }
    assert_int_equal(from, fixture->count);
}

static void any_items_are_broken_whole_into_lines_that_fit(void **state)
{
    struct fixture *fixture = *state;
    unsigned seed = 4;
    for (int round = 0; round < 300; round++) {
        const double limit = 6 + next_random(&seed) % 60;
        set_random(fixture, &seed);
        assert_well_broken(fixture, limit, lines_of(fixture, limit));
    }
}

static void no_paragraph_gets_more_lines_or_more_ragged_than_by_first_fit(void **state)
{
    struct fixture *fixture = *state;
    unsigned seed = 20;
    int better = 0;
    for (int round = 0; round < 300; round++) {
        size_t greedy[MOST];
        const double limit = 20 + next_random(&seed) % 60;
        set_random(fixture, &seed);
        for (size_t i = 0; i < fixture->count; i++) /* blanks alone: hyphens cost besides */
            fixture->items[i] = (struct line_item){.width = 2 + next_random(&seed) % 8};
        for (size_t i = 0; i < fixture->count; i++)
            fixture->items[i].visible = fixture->items[i].width - 1;
        const size_t lines = lines_of(fixture, limit);
        assert_int_equal(lines, greedy_lines(fixture, limit, greedy));
        const double ours = raggedness(fixture, limit, fixture->ends, lines);
        const double theirs = raggedness(fixture, limit, greedy, lines);
        assert_true(ours <= theirs + 0.13); /* what a last line of a word may cost */
        better += ours < theirs - 1e-9;
    }
    assert_true(better > 200);
}

static void many_items_without_width_are_one_line(void **state)
{
    struct fixture *fixture = *state;
    memset(fixture->items, 0, sizeof fixture->items);
    fixture->count = MOST;
    assert_int_equal(lines_of(fixture, 10), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lines_are_alike_where_first_fit_leaves_a_hole, make_fixture,
                                        free_fixture),
        cmocka_unit_test_setup_teardown(nothing_has_no_lines, make_fixture, free_fixture),
        cmocka_unit_test_setup_teardown(what_fits_is_one_line, make_fixture, free_fixture),
        cmocka_unit_test_setup_teardown(a_forced_break_ends_the_line_and_starts_afresh, make_fixture,
                                        free_fixture),
        cmocka_unit_test_setup_teardown(an_item_wider_than_the_line_has_one_of_its_own, make_fixture,
                                        free_fixture),
        cmocka_unit_test_setup_teardown(a_hyphen_is_avoided_where_no_line_gets_much_shorter, make_fixture,
                                        free_fixture),
        cmocka_unit_test_setup_teardown(a_hyphen_that_does_not_fit_is_not_used, make_fixture, free_fixture),
        cmocka_unit_test_setup_teardown(a_short_word_does_not_stand_alone_on_the_last_line, make_fixture,
                                        free_fixture),
        cmocka_unit_test_setup_teardown(any_items_are_broken_whole_into_lines_that_fit, make_fixture,
                                        free_fixture),
        cmocka_unit_test_setup_teardown(no_paragraph_gets_more_lines_or_more_ragged_than_by_first_fit,
                                        make_fixture, free_fixture),
        cmocka_unit_test_setup_teardown(many_items_without_width_are_one_line, make_fixture, free_fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
