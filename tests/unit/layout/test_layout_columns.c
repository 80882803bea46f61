#include "layout_columns.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
/* cmocka wants the headers above first */
#include <cmocka.h>

static int same(double a, double b)
{
    return fabs(a - b) < 0.001;
}

static void columns_that_fit_get_what_they_ask_for_and_a_little_more(void **state)
{
    (void)state;
    const struct column_wish wishes[2] = {{30, 100}, {30, 50}};
    double widths[2];
    assert_true(same(columns_share_out(wishes, 2, 170, widths), 170));
    assert_true(same(widths[0], 110));
    assert_true(same(widths[1], 60));
}

static void spare_room_is_not_all_used_up(void **state)
{
    (void)state;
    const struct column_wish wishes[2] = {{30, 40}, {30, 40}};
    double widths[2];
    double sum = columns_share_out(wishes, 2, 500, widths);
    assert_true(sum > 80 && sum < 250);
    assert_true(same(widths[0], widths[1]));
}

static void a_column_of_long_texts_does_not_take_everything(void **state)
{
    (void)state;
    const struct column_wish wishes[3] = {{40, 120}, {40, 2000}, {50, 50}};
    double widths[3];
    assert_true(same(columns_share_out(wishes, 3, 400, widths), 400));
    assert_true(widths[0] > 60);
    assert_true(widths[1] > widths[0]);
    assert_true(same(widths[2], 50));
}

static void no_column_gets_less_than_its_least_while_there_is_room(void **state)
{
    (void)state;
    const struct column_wish wishes[4] = {{60, 900}, {30, 31}, {45, 300}, {20, 20}};
    for (double room = 156; room < 1500; room += 13) {
        double widths[4];
        assert_true(columns_share_out(wishes, 4, room, widths) <= room + 0.001);
        for (size_t i = 0; i < 4; i++)
            assert_true(widths[i] >= wishes[i].least - 0.001);
    }
}

static void when_even_the_least_is_too_much_all_shrink_alike(void **state)
{
    (void)state;
    const struct column_wish wishes[2] = {{300, 300}, {100, 100}};
    double widths[2];
    assert_true(same(columns_share_out(wishes, 2, 200, widths), 200));
    assert_true(same(widths[0], 150));
    assert_true(same(widths[1], 50));
}

/* A short name, and a text that wants all it can get. */
static void width_moves_to_the_column_that_makes_the_table_lower(void **state)
{
    (void)state;
    const struct column_wish wishes[2] = {{40, 120}, {40, 400}};
    const double texts[] = {60, 380, 30, 395, 50, 390};
    const struct cell_widths cells = {texts, 3, 0};
    double widths[2] = {120, 180};
    columns_lower(wishes, 2, &cells, widths);
    assert_true(same(widths[0] + widths[1], 300));
    assert_true(widths[0] >= 60 && widths[0] < 90 && widths[1] > 210);
}

static void a_table_without_a_broken_cell_keeps_its_widths(void **state)
{
    (void)state;
    const struct column_wish wishes[2] = {{40, 120}, {40, 400}};
    const double texts[] = {60, 100, 30, 120, 0, 0};
    const struct cell_widths cells = {texts, 3, 10};
    double widths[2] = {120, 180};
    columns_lower(wishes, 2, &cells, widths);
    assert_true(same(widths[0], 120) && same(widths[1], 180));
}

static void no_column_gives_away_what_it_cannot_do_without(void **state)
{
    (void)state;
    const struct column_wish wishes[3] = {{90, 100}, {50, 2000}, {70, 70}};
    const double texts[] = {95, 2000, 0, 80, 1800, 0};
    const struct cell_widths cells = {texts, 2, 0};
    double widths[3] = {100, 100, 70};
    columns_lower(wishes, 3, &cells, widths);
    for (size_t i = 0; i < 3; i++)
        assert_true(widths[i] >= wishes[i].least - 0.001);
    assert_true(same(widths[0] + widths[1] + widths[2], 270));
}

static void commas_stand_below_each_other(void **state)
{
    (void)state;
    struct number_column column = {0, 0};
    number_column_take(&column, 30, 0);  /* 1.234 */
    number_column_take(&column, 22, 10); /* 12,5 */
    number_column_take(&column, 26, 14); /* 12,25 */
    assert_true(same(number_column_width(&column), 44));
    assert_true(same(number_start(&column, 0, 100, 30, 0) + 30, 86));  /* a whole number ends at the comma */
    assert_true(same(number_start(&column, 0, 100, 22, 10) + 12, 86)); /* and so do the others' whole parts */
    assert_true(same(number_start(&column, 0, 100, 26, 14) + 12, 86));
}

static void a_number_that_has_no_room_beside_the_commas_ends_where_the_column_does(void **state)
{
    (void)state;
    struct number_column column = {0, 0};
    number_column_take(&column, 26, 14);
    assert_true(same(number_start(&column, 60, 100, 30, 0), 70));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_that_fit_get_what_they_ask_for_and_a_little_more),
        cmocka_unit_test(spare_room_is_not_all_used_up),
        cmocka_unit_test(a_column_of_long_texts_does_not_take_everything),
        cmocka_unit_test(no_column_gets_less_than_its_least_while_there_is_room),
        cmocka_unit_test(when_even_the_least_is_too_much_all_shrink_alike),
        cmocka_unit_test(width_moves_to_the_column_that_makes_the_table_lower),
        cmocka_unit_test(a_table_without_a_broken_cell_keeps_its_widths),
        cmocka_unit_test(no_column_gives_away_what_it_cannot_do_without),
        cmocka_unit_test(commas_stand_below_each_other),
        cmocka_unit_test(a_number_that_has_no_room_beside_the_commas_ends_where_the_column_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
