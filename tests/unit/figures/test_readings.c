#include "data_builder.h"

/* Courses 0 and 1 under A1, 2 under A2. */
static void begin(struct builder *b)
{
    builder_init(b);
    add_agreement(b, "A1", "2015-01-01", "");
    add_agreement(b, "A2", "2015-01-01", "");
    add_course(b, "B1", "A1", "unge", "2022-01-01", "");
    add_course(b, "B2", "A1", "unge", "2022-01-01", "");
    add_course(b, "B3", "A2", "unge", "2022-01-01", "");
}

static void the_change_is_the_latest_reading_minus_the_first(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_reading(&b, 0, "2024-06-01", "robusthed", 5);
    add_reading(&b, 0, "2024-01-01", "robusthed", 1);
    add_reading(&b, 0, "2024-03-01", "robusthed", 3);
    add_reading(&b, 1, "2024-01-01", "robusthed", 3);
    add_reading(&b, 1, "2024-02-01", "robusthed", 2);
    add_reading(&b, 2, "2024-01-01", "robusthed", 3);
    add_reading(&b, 2, "2024-02-01", "robusthed", 4);
    count(&b, "2024");
    assert_value(&b, "progression.forloeb;2024;;;robusthed", "3");
    assert_value(&b, "progression.aendring;2024;;;robusthed", "1,333333");
    assert_value(&b, "progression.forloeb;2024;A1;;robusthed", "2");
    assert_value(&b, "progression.aendring;2024;A1;;robusthed", "1,5");
    assert_value(&b, "progression.aendring;2024;A2;;robusthed", "1");
    builder_free(&b);
}

static void one_reading_is_no_change_and_a_change_of_nothing_has_a_row(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_reading(&b, 0, "2024-06-01", "robusthed", 5);
    add_reading(&b, 1, "2024-01-01", "afklaring", 3);
    add_reading(&b, 1, "2024-02-01", "afklaring", 3);
    count(&b, "2024");
    assert_value(&b, "progression.forloeb;2024;;;robusthed", "-");
    assert_value(&b, "progression.aendring;2024;;;robusthed", "-");
    assert_value(&b, "progression.aendring;2024;;;afklaring", "0");
    assert_value(&b, "progression.aendring;2024;A2;;afklaring", "-");
    builder_free(&b);
}

static void a_course_counts_in_the_period_of_its_latest_reading_until_then(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_reading(&b, 0, "2022-12-31", "robusthed", 1);
    add_reading(&b, 0, "2023-12-31", "robusthed", 2);
    add_reading(&b, 0, "2024-01-01", "robusthed", 5);
    add_reading(&b, 0, "2025-01-01", "robusthed", 1);
    count(&b, "2024");
    assert_value(&b, "progression.forloeb;2022;;;robusthed", "-");
    assert_value(&b, "progression.aendring;2023;;;robusthed", "1");
    assert_value(&b, "progression.aendring;2024;;;robusthed", "4");
    count(&b, "2024-2");
    assert_value(&b, "progression.aendring;2024;;;robusthed", "4");
    assert_value(&b, "progression.forloeb;2024-2;;;robusthed", "-");
    builder_free(&b);
}

static void on_one_day_the_rows_follow_each_other_whoever_assessed(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_reading(&b, 0, "2024-01-01", "robusthed", 2)->assessor = code_in(&b, CODES_ASSESSOR, "borger");
    add_reading(&b, 0, "2024-01-01", "robusthed", 4)->assessor = code_in(&b, CODES_ASSESSOR, "sagsbehandler");
    count(&b, "2024");
    assert_value(&b, "progression.aendring;2024;;;robusthed", "2");
    builder_free(&b);
}

static void indicators_and_courses_are_kept_apart(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_reading(&b, 0, "2024-01-01", "robusthed", 1);
    add_reading(&b, 0, "2024-02-01", "afklaring", 5);
    add_reading(&b, 1, "2024-03-01", "robusthed", 5);
    add_reading(&b, 0, "2024-04-01", "robusthed", 2);
    count(&b, "2024");
    assert_int_equal(rows_beginning(&b, "progression.forloeb;2024;"), 2);
    assert_value(&b, "progression.aendring;2024;A1;;robusthed", "1");
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_change_is_the_latest_reading_minus_the_first),
        cmocka_unit_test(one_reading_is_no_change_and_a_change_of_nothing_has_a_row),
        cmocka_unit_test(a_course_counts_in_the_period_of_its_latest_reading_until_then),
        cmocka_unit_test(on_one_day_the_rows_follow_each_other_whoever_assessed),
        cmocka_unit_test(indicators_and_courses_are_kept_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
