#include "codes.h"

#include "arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct arena arena;
static struct code_lists codes;

static const char *found(enum code_list_id id, const char *text)
{
    const struct code_list *list = code_list(&codes, id);
    return sv_text(&arena, code_text(list, code_find(list, sv_of(text))));
}

static void a_cell_may_hold_the_code_or_its_name_in_any_spelling(void **state)
{
    (void)state;
    assert_string_equal(found(CODES_TARGET_GROUP, "kontanthjaelp"), "kontanthjaelp");
    assert_string_equal(found(CODES_TARGET_GROUP, "Kontanthjælp"), "kontanthjaelp");
    assert_string_equal(found(CODES_STEP, "Lille job"), "lille_job");
    assert_string_equal(found(CODES_JOB_TYPE, "ORDINÆRT JOB"), "ordinaert");
    assert_string_equal(found(CODES_ENTERPRISE_STATUS, "På vej"), "paa_vej");
    assert_string_equal(found(CODES_OUTCOME, "fleks"), "");
    assert_string_equal(found(CODES_OUTCOME, ""), "");
}

static void a_un_goal_is_known_by_its_number_its_name_and_what_others_call_it(void **state)
{
    const struct code_list *list = code_list(&codes, CODES_UN_GOAL);
    (void)state;
    assert_string_equal(found(CODES_UN_GOAL, "4"), "4");
    assert_string_equal(found(CODES_UN_GOAL, "Kvalitetsuddannelse"), "4");
    assert_string_equal(found(CODES_UN_GOAL, "Kvalitet i uddannelse"), "4");
    assert_string_equal(found(CODES_UN_GOAL, "ansvarlige jobs og økonomisk vækst"), "8");
    assert_string_equal(found(CODES_UN_GOAL, "Anstændige jobs og økonomisk vækst"), "8");
    assert_string_equal(found(CODES_UN_GOAL, "17"), "17");
    assert_string_equal(found(CODES_UN_GOAL, "18"), "");
    assert_string_equal(sv_text(&arena, code_name(list, 3)), "Kvalitetsuddannelse");
    assert_string_equal(sv_text(&arena, code_name(list, 7)), "Anstændige jobs og økonomisk vækst");
}

static void fixed_lists_are_in_the_order_the_program_relies_on(void **state)
{
    (void)state;
    assert_int_equal(code_of(&codes, CODES_LIGHT, light_code(LIGHT_GREEN)), LIGHT_GREEN);
    assert_int_equal(code_of(&codes, CODES_LIGHT, light_code(LIGHT_YELLOW)), LIGHT_YELLOW);
    assert_int_equal(code_of(&codes, CODES_LIGHT, light_code(LIGHT_RED)), LIGHT_RED);
    assert_string_equal(found(CODES_LIGHT, "Grøn"), "groen");
    assert_string_equal(found(CODES_LIGHT, "RØD"), "roed");
    assert_string_equal(found(CODES_ASSESSOR, "Sagsbehandler"), "sagsbehandler");
    assert_int_equal(code_list(&codes, CODES_UN_GOAL)->count, 17);
    for (enum code_list_id id = 0; id < CODES_BUILT_IN; id++)
        assert_int_equal(code_list(&codes, id)->fixed, id >= CODES_GOAL_TYPE);
}

static void the_nearest_code_is_near_in_letters(void **state)
{
    const struct code_list *list = code_list(&codes, CODES_OUTCOME);
    (void)state;
    assert_string_equal(sv_text(&arena, code_text(list, code_nearest(list, sv_of("flexjob")))), "fleksjob");
    assert_string_equal(sv_text(&arena, code_text(list, code_nearest(list, sv_of("Stopet")))), "stoppet");
    char text[500];
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)(i % 2 ? '\x85' : '\xC3');
    assert_int_not_equal(code_nearest(list, (struct sv){text, sizeof text}), CODE_NONE);
    assert_int_equal(code_nearest(&(struct code_list){0}, sv_of("x")), CODE_NONE);
}

static void no_list_has_the_same_code_or_name_twice(void **state)
{
    (void)state;
    for (size_t l = 0; l < CODES_BUILT_IN; l++) {
        const struct code_list *list = &codes.lists[l];
        assert_true(list->count > 0 && list->count <= CODE_LIST_LONGEST);
        for (size_t i = 0; i < list->count; i++) {
            assert_int_equal(code_find(list, list->codes[i].code), i);
            assert_int_equal(code_find(list, list->codes[i].name), i);
            assert_true(sv_equal(list->codes[i].code, list->codes[i].folded_code));
        }
    }
}

static void the_lists_are_those_that_the_data_description_names(void **state)
{
    (void)state;
    assert_int_equal(code_list(&codes, CODES_TARGET_GROUP)->count, 11);
    assert_int_equal(code_list(&codes, CODES_STEP)->count, 5);
    assert_int_equal(code_list(&codes, CODES_OUTCOME)->count, 12);
    assert_int_equal(code_list(&codes, CODES_EVALUATION_QUESTION)->count, 8);
    assert_ptr_equal(code_list_named(&codes, sv_of("Målgruppe")), code_list(&codes, CODES_TARGET_GROUP));
    assert_null(code_list_named(&codes, sv_of("ukendt")));
    assert_true(code_list(&codes, CODES_GOAL_TYPE)->fixed);
    assert_int_equal(code_of(&codes, CODES_OUTCOME, "uoplyst"), 11);
    assert_int_equal(code_of(&codes, CODES_OUTCOME, "Uoplyst"), CODE_NONE);
}

static void positive_outcomes_are_education_and_work(void **state)
{
    static const char *const positive[] = {"uddannelse", "ordinaert_job", "fleksjob", "smaajob",
                                           "loentilskud"};
    const struct code_list *list = code_list(&codes, CODES_OUTCOME);
    size_t count = 0;
    (void)state;
    for (size_t i = 0; i < list->count; i++)
        count += list->codes[i].positive;
    assert_int_equal(count, sizeof positive / sizeof *positive);
    for (size_t i = 0; i < count; i++)
        assert_true(list->codes[code_of(&codes, CODES_OUTCOME, positive[i])].positive);
}

static void a_code_is_valid_from_its_first_day_to_its_last(void **state)
{
    const struct code code = {.valid_from = 100, .valid_to = 200};
    const struct code always = {.valid_from = DAY_NONE, .valid_to = DAY_NONE};
    (void)state;
    assert_false(code_is_valid_within(&code, 99, 99));
    assert_true(code_is_valid_within(&code, 100, 100));
    assert_true(code_is_valid_within(&code, 200, 200));
    assert_false(code_is_valid_within(&code, 201, 201));
    assert_true(code_is_valid_within(&code, DAY_NONE, DAY_NONE));
    assert_true(code_is_valid_within(&always, 0, 0));
}

static void a_code_that_is_valid_for_a_part_of_a_period_is_valid_in_it(void **state)
{
    const struct code code = {.valid_from = 100, .valid_to = 200};
    (void)state;
    assert_false(code_is_valid_within(&code, 1, 99));
    assert_true(code_is_valid_within(&code, 1, 100));
    assert_true(code_is_valid_within(&code, 120, 130));
    assert_true(code_is_valid_within(&code, 1, 300));
    assert_true(code_is_valid_within(&code, 200, 300));
    assert_false(code_is_valid_within(&code, 201, 300));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cell_may_hold_the_code_or_its_name_in_any_spelling),
        cmocka_unit_test(a_un_goal_is_known_by_its_number_its_name_and_what_others_call_it),
        cmocka_unit_test(fixed_lists_are_in_the_order_the_program_relies_on),
        cmocka_unit_test(the_nearest_code_is_near_in_letters),
        cmocka_unit_test(no_list_has_the_same_code_or_name_twice),
        cmocka_unit_test(the_lists_are_those_that_the_data_description_names),
        cmocka_unit_test(positive_outcomes_are_education_and_work),
        cmocka_unit_test(a_code_is_valid_from_its_first_day_to_its_last),
        cmocka_unit_test(a_code_that_is_valid_for_a_part_of_a_period_is_valid_in_it),
    };
    arena_init(&arena, NULL);
    code_lists_init(&codes, &arena);
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
