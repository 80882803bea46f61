#include "data_builder.h"

#include "categories.h"

static const char *code_at(struct builder *b, enum figure_id figure, size_t category)
{
    return sv_text(&b->arena, category_code(&b->arena, &b->data, figure, category));
}

static const char *name_at(struct builder *b, enum figure_id figure, size_t category)
{
    return sv_text(&b->arena, category_name(&b->arena, &b->data, figure, category));
}

static void every_category_of_every_figure_is_found_by_its_code(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_enterprise(&b, "V1", "virksomhed", "2020-01-01", "");
    add_purchase(&b, "2024-01-01", "V1", "Teknik og Miljø", 10);
    for (enum figure_id figure = 0; figure < FIGURES; figure++)
        for (size_t i = 0; i < category_count(&b.data, figure); i++) {
            const struct sv code = category_code(&b.arena, &b.data, figure, i);
            assert_int_not_equal(code.size, 0);
            assert_int_not_equal(category_name(&b.arena, &b.data, figure, i).size, 0);
            assert_int_equal(category_find(&b.data, figure, code), i);
        }
    builder_free(&b);
}

static void a_figure_without_codes_has_no_category(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    assert_int_equal(category_count(&b.data, FIGURE_DONORS), 0);
    assert_int_equal(category_find(&b.data, FIGURE_DONORS, sv_of("1")), CATEGORY_NONE);
    assert_int_equal(category_count(&b.data, FIGURE_PURCHASES_AMOUNT), 0);
    builder_free(&b);
}

static void an_answer_is_a_question_and_one_of_five(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    assert_int_equal(category_count(&b.data, FIGURE_EVALUATION_SPREAD), 8 * 5);
    assert_string_equal(code_at(&b, FIGURE_EVALUATION_SPREAD, 0), "i_brug:1");
    assert_string_equal(code_at(&b, FIGURE_EVALUATION_SPREAD, 39), "samarbejde:5");
    assert_string_equal(name_at(&b, FIGURE_EVALUATION_SPREAD, 8), "Har deltageren en plan? Svar 4");
    assert_int_equal(category_of_answer(1, 4), 8);
    builder_free(&b);
}

static void what_is_no_answer_is_not_found(void **state)
{
    static const char *const texts[] = {
        "i_brug", "i_brug:0", "plan:0", "i_brug:6", "i_brug:", ":1", "andet:1", "1", ""};
    struct builder b;
    (void)state;
    builder_init(&b);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(category_find(&b.data, FIGURE_EVALUATION_SPREAD, sv_of(texts[i])), CATEGORY_NONE);
    builder_free(&b);
}

static void a_transition_is_from_one_known_step_to_another(void **state)
{
    static const char *const texts[] = {"motivation", "ukendt>praktik", "praktik>ukendt", ">", ""};
    struct builder b;
    (void)state;
    builder_init(&b);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(category_find(&b.data, FIGURE_COURSES_VALUE_CHAIN, sv_of(texts[i])), CATEGORY_NONE);
    assert_int_equal(category_find(&b.data, FIGURE_COURSES_VALUE_CHAIN, sv_of("motivation > praktik")), 2);
    builder_free(&b);
}

static void departments_are_those_of_the_purchases_as_written_each_once(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_enterprise(&b, "V1", "virksomhed", "2020-01-01", "");
    add_purchase(&b, "2024-01-01", "V1", "Teknik", 10);
    add_purchase(&b, "2024-01-02", "V1", "Børn og Unge", 10);
    add_purchase(&b, "2024-01-03", "V1", "Teknik", 10);
    assert_int_equal(category_count(&b.data, FIGURE_PURCHASES_AMOUNT), 2);
    assert_string_equal(code_at(&b, FIGURE_PURCHASES_AMOUNT, 0), "Teknik");
    assert_string_equal(name_at(&b, FIGURE_PURCHASES_AMOUNT, 1), "Børn og Unge");
    assert_int_equal(category_of_department(&b.data, sv_of("teknik")), CATEGORY_NONE);
    builder_free(&b);
}

static void the_un_goals_are_named_with_their_numbers(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    assert_string_equal(code_at(&b, FIGURE_TRIALS_UN_GOAL, 7), "8");
    assert_string_equal(name_at(&b, FIGURE_TRIALS_UN_GOAL, 7), "8. Anstændige jobs og økonomisk vækst");
    assert_string_equal(name_at(&b, FIGURE_EFFORT_STATUS, 0), "CSR");
    builder_free(&b);
}

static void only_fixed_lists_have_rows_for_categories_that_are_zero(void **state)
{
    (void)state;
    assert_true(categories_all_written(FIGURE_COURSES_PROGRESSION));
    assert_true(categories_all_written(FIGURE_JOBS_HOURS_BAND));
    assert_true(categories_all_written(FIGURE_ENTERPRISES_GENERATION));
    assert_false(categories_all_written(FIGURE_COURSES_OUTCOME));
    assert_false(categories_all_written(FIGURE_COURSES_VALUE_CHAIN));
    assert_false(categories_all_written(FIGURE_EVALUATION_SPREAD));
    assert_false(categories_all_written(FIGURE_PURCHASES_AMOUNT));
    assert_false(categories_all_written(FIGURE_TRIALS_UN_GOAL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_category_of_every_figure_is_found_by_its_code),
        cmocka_unit_test(a_figure_without_codes_has_no_category),
        cmocka_unit_test(an_answer_is_a_question_and_one_of_five),
        cmocka_unit_test(what_is_no_answer_is_not_found),
        cmocka_unit_test(a_transition_is_from_one_known_step_to_another),
        cmocka_unit_test(departments_are_those_of_the_purchases_as_written_each_once),
        cmocka_unit_test(the_un_goals_are_named_with_their_numbers),
        cmocka_unit_test(only_fixed_lists_have_rows_for_categories_that_are_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
