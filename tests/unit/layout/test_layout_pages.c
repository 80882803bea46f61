/* Where boxes stand on their pages: pages of 100 with a grid of 2, so that a line is 2 and half of it 1. */
#include "layout_pages.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the headers above first */
#include <cmocka.h>

enum { MOST = 300 };

static const struct layout_paper paper = {.standing = 100, .lying = 60, .line = 2};

struct fixture {
    struct arena arena;
    struct layout_box boxes[MOST];
    size_t count;
    struct layout_plan plan;
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

static struct layout_box *add(struct fixture *fixture, double height, double parting)
{
    assert_true(fixture->count < MOST);
    struct layout_box *box = &fixture->boxes[fixture->count++];
    *box = (struct layout_box){.height = height, .parting = parting};
    return box;
}

/* Lines of a paragraph: two stay together at either end. */
static void add_lines(struct fixture *fixture, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const bool kept = i > 0 && (count <= 3 || i == 1 || i + 1 == count);
        add(fixture, 2, kept ? PARTING_NEVER : i > 0 ? 6 : PARTING_FREE)->joined = i > 0;
    }
}

static void add_rows(struct fixture *fixture, size_t count, double parting)
{
    add(fixture, 4, PARTING_FREE); /* title and header */
    for (size_t i = 0; i < count; i++) {
        struct layout_box *row = add(fixture, 4, i < 3 || i + 3 > count ? PARTING_NEVER : parting);
        row->joined = true;
        row->carried = 5;
    }
}

static void plan(struct fixture *fixture)
{
    fixture->plan = pages_plan(&fixture->arena, fixture->boxes, fixture->count, &paper);
}

static size_t page_of(const struct fixture *fixture, size_t box)
{
    return fixture->plan.places[box].page;
}

static double y_of(const struct fixture *fixture, size_t box)
{
    return fixture->plan.places[box].y;
}

static bool same(double a, double b)
{
    return fabs(a - b) < 1e-6;
}

static void nothing_takes_no_page(void **state)
{
    struct fixture *fixture = *state;
    plan(fixture);
    assert_int_equal(fixture->plan.pages, 0);
}

static void boxes_stand_below_each_other_on_the_grid(void **state)
{
    struct fixture *fixture = *state;
    add(fixture, 3.5, PARTING_FREE)->before = 10; /* dropped at the top */
    add(fixture, 4, PARTING_FREE)->before = 2.2;
    fixture->boxes[1].after = 5;
    add(fixture, 4, PARTING_FREE)->before = 3; /* the larger of the two spaces */
    plan(fixture);
    assert_true(same(y_of(fixture, 0), 0) && same(y_of(fixture, 1), 6) && same(y_of(fixture, 2), 15));
}

static void parts_of_a_block_stand_close_off_the_grid(void **state)
{
    struct fixture *fixture = *state;
    add(fixture, 3.3, PARTING_FREE)->after = 9;
    add(fixture, 3.3, PARTING_FREE)->joined = true;
    add(fixture, 3.3, PARTING_FREE)->joined = true;
    fixture->boxes[2].before = 0.4;
    plan(fixture);
    assert_true(same(y_of(fixture, 1), 3.3) && same(y_of(fixture, 2), 7));
}

static void no_line_of_a_paragraph_stands_alone_on_a_page(void **state)
{
    for (size_t lines = 2; lines < 30; lines++) {
        for (size_t above = 30; above < 50; above++) {
            struct fixture *fixture = *state;
            size_t here = 0;
            fixture->count = 0;
            add(fixture, 2 * (double)above, PARTING_FREE);
            add_lines(fixture, lines);
            plan(fixture);
            for (size_t i = 1; i <= lines; i++)
                here += page_of(fixture, i) == 0;
            assert_true(here != 1 && here + 1 != lines);
        }
    }
}

static void a_heading_is_never_last_on_a_page(void **state)
{
    for (size_t above = 30; above < 50; above++) {
        struct fixture *fixture = *state;
        fixture->count = 0;
        add(fixture, 2 * (double)above, PARTING_FREE);
        add(fixture, 4, PARTING_FREE);
        add_lines(fixture, 8);
        fixture->boxes[2].parting = PARTING_NEVER;
        plan(fixture);
        assert_int_equal(page_of(fixture, 1), page_of(fixture, 2));
        assert_int_equal(page_of(fixture, 1), page_of(fixture, 3));
    }
}

/* A heading, its line of facts, and the heading below. */
static void what_is_chained_moves_on_together(void **state)
{
    struct fixture *fixture = *state;
    add(fixture, 88, PARTING_FREE);
    add(fixture, 4, PARTING_FREE);
    add(fixture, 2, PARTING_NEVER);
    add(fixture, 4, PARTING_NEVER);
    add(fixture, 6, PARTING_NEVER);
    plan(fixture);
    for (size_t i = 1; i < 5; i++)
        assert_int_equal(page_of(fixture, i), 1);
}

static void a_chain_higher_than_a_page_is_broken_where_the_page_ends(void **state)
{
    struct fixture *fixture = *state;
    add(fixture, 20, PARTING_FREE);
    for (int i = 0; i < 12; i++)
        add(fixture, 20, PARTING_NEVER)->joined = true;
    plan(fixture);
    assert_int_equal(fixture->plan.pages, 3);
    assert_int_equal(page_of(fixture, 4), 0);
    assert_int_equal(page_of(fixture, 5), 1);
    assert_int_equal(page_of(fixture, 12), 2);
}

static void a_box_higher_than_a_page_stands_alone_at_the_top_of_one(void **state)
{
    struct fixture *fixture = *state;
    add(fixture, 10, PARTING_FREE);
    add(fixture, 130, PARTING_FREE);
    add(fixture, 10, PARTING_FREE);
    plan(fixture);
    assert_int_equal(page_of(fixture, 1), 1);
    assert_int_equal(page_of(fixture, 2), 2);
    assert_true(same(y_of(fixture, 1), 0));
}

static void rows_on_the_next_page_leave_room_for_the_header(void **state)
{
    struct fixture *fixture = *state;
    add(fixture, 50, PARTING_FREE);
    add_rows(fixture, 40, 5);
    plan(fixture);
    assert_int_equal(page_of(fixture, 1), 0);
    for (size_t i = 2; i < fixture->count; i++)
        if (page_of(fixture, i) != page_of(fixture, i - 1))
            assert_true(same(y_of(fixture, i), 5));
    assert_int_equal(fixture->plan.pages, 3);
}

static void three_rows_stay_together_at_either_end_of_a_table(void **state)
{
    for (size_t above = 0; above < 50; above++) {
        struct fixture *fixture = *state;
        fixture->count = 0;
        add(fixture, 2 * (double)above, PARTING_FREE);
        add_rows(fixture, 40, 5);
        plan(fixture);
        const size_t last = fixture->count - 1;
        assert_int_equal(page_of(fixture, 1), page_of(fixture, 4));
        assert_int_equal(page_of(fixture, last), page_of(fixture, last - 2));
    }
}

static void a_table_is_torn_only_where_moving_it_leaves_a_larger_hole_than_it_is_worth(void **state)
{
    bool torn = false, moved = false;
    for (size_t above = 20; above < 48; above++) {
        struct fixture *fixture = *state;
        fixture->count = 0;
        add(fixture, 2 * (double)above, PARTING_FREE);
        add_rows(fixture, 16, 62.5); /* a quarter of a page */
        plan(fixture);
        const bool tears = page_of(fixture, 1) != page_of(fixture, 17);
        const double hole = 1 - 2 * (double)above / 100;
        assert_true(tears || page_of(fixture, 1) == 0 || hole < 0.29);
        assert_true(!tears || hole > 0.25);
        torn = torn || tears;
        moved = moved || page_of(fixture, 1) == 1;
    }
    assert_true(torn && moved);
}

static void a_forced_break_costs_nothing_for_the_page_it_leaves_empty(void **state)
{
    struct fixture *fixture = *state;
    add(fixture, 30, PARTING_FREE);
    add(fixture, 90, PARTING_ALWAYS);
    plan(fixture);
    const double forced = fixture->plan.cost;
    assert_int_equal(page_of(fixture, 1), 1);
    fixture->boxes[1].parting = PARTING_FREE;
    plan(fixture);
    assert_int_equal(page_of(fixture, 1), 1);
    assert_true(fixture->plan.cost > forced);
}

static void lying_boxes_have_lying_pages_of_their_own(void **state)
{
    struct fixture *fixture = *state;
    add(fixture, 10, PARTING_FREE);
    for (int i = 0; i < 3; i++)
        add(fixture, 25, PARTING_FREE)->lying = true;
    add(fixture, 10, PARTING_FREE);
    plan(fixture);
    assert_int_equal(page_of(fixture, 1), 1);
    assert_int_equal(page_of(fixture, 2), 1); /* 50 of 60 */
    assert_int_equal(page_of(fixture, 3), 2);
    assert_int_equal(page_of(fixture, 4), 3);
}

static void a_box_may_overhang_the_foot_by_as_much_as_it_says(void **state)
{
    struct fixture *fixture = *state;
    add(fixture, 98, PARTING_FREE);
    add(fixture, 4, PARTING_FREE);
    plan(fixture);
    assert_int_equal(fixture->plan.pages, 2);
    fixture->boxes[1].overhang = 2;
    plan(fixture);
    assert_int_equal(fixture->plan.pages, 1);
}

/* 52 lines: first fit would leave two lines alone on the second page. */
static void a_few_lines_on_the_last_page_get_company_from_the_page_before(void **state)
{
    struct fixture *fixture = *state;
    size_t last = 0;
    add_lines(fixture, 52);
    plan(fixture);
    for (size_t i = 0; i < 52; i++)
        last += page_of(fixture, i) == 1;
    assert_int_equal(fixture->plan.pages, 2);
    assert_true(last >= 7);
}

static void a_last_page_with_enough_on_it_takes_nothing_from_a_full_one(void **state)
{
    struct fixture *fixture = *state;
    add_lines(fixture, 66);
    plan(fixture);
    assert_int_equal(page_of(fixture, 49), 0);
    assert_int_equal(page_of(fixture, 50), 1);
}

static void a_section_shorter_than_a_few_lines_stays_as_it_is(void **state)
{
    struct fixture *fixture = *state;
    add_lines(fixture, 3);
    plan(fixture);
    assert_int_equal(fixture->plan.pages, 1);
}

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 16;
}

static void add_random(struct fixture *fixture, unsigned *seed)
{
    static const double partings[] = {PARTING_FREE, PARTING_FREE, 5, 62.5, PARTING_NEVER, PARTING_ALWAYS};
    const unsigned kind = next_random(seed) % 40;
    struct layout_box *box = add(fixture, next_random(seed) % (kind == 0 ? 95 : 12),
                                 partings[next_random(seed) % (next_random(seed) % 8 ? 5 : 6)]);
    box->before = next_random(seed) % 5;
    box->after = next_random(seed) % 5;
    box->joined = next_random(seed) % 2;
    box->carried = box->joined ? next_random(seed) % 5 : 0;
    box->lying = kind > 36;
}

/* Every box once, in order, within its page, below the one before, and where it is told to begin a page. */
static void assert_well_placed(const struct fixture *fixture)
{
    for (size_t i = 0; i < fixture->count; i++) {
        const struct layout_box *box = &fixture->boxes[i];
        const double height = box->lying ? paper.lying : paper.standing;
        const bool begins = i == 0 || page_of(fixture, i) != page_of(fixture, i - 1);
        assert_true(box->height > height || y_of(fixture, i) + box->height <= height + 0.02);
        assert_true(begins ? same(y_of(fixture, i), box->carried)
                           : y_of(fixture, i) >= y_of(fixture, i - 1) + fixture->boxes[i - 1].height - 0.02);
        if (i > 0)
            assert_true(page_of(fixture, i) == page_of(fixture, i - 1) + begins);
        if (i > 0 && (box->parting < 0 || box->lying != box[-1].lying))
            assert_true(begins);
    }
    assert_int_equal(fixture->plan.pages, page_of(fixture, fixture->count - 1) + 1);
}

static void any_boxes_are_placed_once_in_order_within_their_pages(void **state)
{
    struct fixture *fixture = *state;
    unsigned seed = 11;
    for (int round = 0; round < 400; round++) {
        fixture->count = 0;
        for (unsigned i = 1 + next_random(&seed) % (MOST - 1); i > 0; i--)
            add_random(fixture, &seed);
        plan(fixture);
        assert_well_placed(fixture);
    }
}

/* A break where none may be is used only when a page cannot hold what must stand together. */
static void nothing_that_fits_a_page_is_parted_from_what_it_stands_with(void **state)
{
    struct fixture *fixture = *state;
    unsigned seed = 5;
    for (int round = 0; round < 400; round++) {
        fixture->count = 0;
        for (unsigned group = 0; group < 40; group++)
            for (unsigned i = 0; i <= group % 5; i++)
                add(fixture, next_random(&seed) % 20, i > 0 ? PARTING_NEVER : PARTING_FREE);
        plan(fixture);
        for (size_t i = 1; i < fixture->count; i++)
            assert_true(fixture->boxes[i].parting < PARTING_NEVER ||
                        page_of(fixture, i) == page_of(fixture, i - 1));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_takes_no_page, make_fixture, free_fixture),
        cmocka_unit_test_setup_teardown(boxes_stand_below_each_other_on_the_grid, make_fixture, free_fixture),
        cmocka_unit_test_setup_teardown(parts_of_a_block_stand_close_off_the_grid, make_fixture,
                                        free_fixture),
        cmocka_unit_test_setup_teardown(no_line_of_a_paragraph_stands_alone_on_a_page, make_fixture,
                                        free_fixture),
        cmocka_unit_test_setup_teardown(a_heading_is_never_last_on_a_page, make_fixture, free_fixture),
        cmocka_unit_test_setup_teardown(what_is_chained_moves_on_together, make_fixture, free_fixture),
        cmocka_unit_test_setup_teardown(a_chain_higher_than_a_page_is_broken_where_the_page_ends,
                                        make_fixture, free_fixture),
        cmocka_unit_test_setup_teardown(a_box_higher_than_a_page_stands_alone_at_the_top_of_one, make_fixture,
                                        free_fixture),
        cmocka_unit_test_setup_teardown(rows_on_the_next_page_leave_room_for_the_header, make_fixture,
                                        free_fixture),
        cmocka_unit_test_setup_teardown(three_rows_stay_together_at_either_end_of_a_table, make_fixture,
                                        free_fixture),
        cmocka_unit_test_setup_teardown(
            a_table_is_torn_only_where_moving_it_leaves_a_larger_hole_than_it_is_worth, make_fixture,
            free_fixture),
        cmocka_unit_test_setup_teardown(a_forced_break_costs_nothing_for_the_page_it_leaves_empty,
                                        make_fixture, free_fixture),
        cmocka_unit_test_setup_teardown(lying_boxes_have_lying_pages_of_their_own, make_fixture,
                                        free_fixture),
        cmocka_unit_test_setup_teardown(a_box_may_overhang_the_foot_by_as_much_as_it_says, make_fixture,
                                        free_fixture),
        cmocka_unit_test_setup_teardown(a_few_lines_on_the_last_page_get_company_from_the_page_before,
                                        make_fixture, free_fixture),
        cmocka_unit_test_setup_teardown(a_last_page_with_enough_on_it_takes_nothing_from_a_full_one,
                                        make_fixture, free_fixture),
        cmocka_unit_test_setup_teardown(a_section_shorter_than_a_few_lines_stays_as_it_is, make_fixture,
                                        free_fixture),
        cmocka_unit_test_setup_teardown(any_boxes_are_placed_once_in_order_within_their_pages, make_fixture,
                                        free_fixture),
        cmocka_unit_test_setup_teardown(nothing_that_fits_a_page_is_parted_from_what_it_stands_with,
                                        make_fixture, free_fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
