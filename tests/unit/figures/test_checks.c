#include "data_builder.h"

#include "checks.h"

/* A filled store that is sound: two courses, one ended, and a job. */
static void begin(struct builder *b)
{
    builder_init(b);
    add_agreement(b, "A1", "2015-01-01", "");
    add_enterprise(b, "V1", "virksomhed", "2015-01-01", "");
    add_ended(b, "B1", "A1", "2023-01-01", "2024-05-01", "fleksjob");
    add_course(b, "B2", "A1", "stu", "2024-01-01", "");
    add_job(b, "B1", "V1", "fleksjob", "2024-01-01", "");
    count(b, "2024");
}

/* Puts another value in a row, and expects the check to fail with a sentence that holds `words`. */
static void break_row(struct builder *b, struct figure_key key, int64_t value, const char *words)
{
    struct sv fault;
    struct figure *row = &b->figures.rows[figures_find(&b->figures, key) - b->figures.rows];
    const struct ratio before = row->value;
    assert_true(figures_check(&b->figures, &fault));
    row->value = ratio_whole(value);
    assert_false(figures_check(&b->figures, &fault));
    assert_non_null(strstr(sv_text(&b->arena, fault), words));
    row->value = before;
    assert_true(figures_check(&b->figures, &fault));
}

static void courses_that_do_not_balance_are_named_with_agreement_and_target_group(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    struct figure_key key = figure_key(&b.figures, FIGURE_COURSES_STARTED);
    key.agreement = 0;
    key.target_group = code_in(&b, CODES_TARGET_GROUP, "stu");
    break_row(&b, key, 7, "2024, aftale A1, målgruppe stu: i gang ved begyndelsen 0 + startede 7");
    break_row(&b, figure_key_in(&b.figures, FIGURE_COURSES_AT_END, 2), 9, "op for 2023: ");
    builder_free(&b);
}

static void outcomes_that_do_not_sum_to_the_ended_are_named(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    struct figure_key key = figure_key(&b.figures, FIGURE_COURSES_OUTCOME);
    key = figure_key_code(&b.figures, key, sv_of("fleksjob"));
    break_row(&b, key, 2, "forloeb.udfald giver tilsammen 2, men forloeb.afsluttede er 1");
    builder_free(&b);
}

static void types_that_do_not_sum_to_all_are_named(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    struct figure_key key = figure_key(&b.figures, FIGURE_JOBS_NEW);
    break_row(&b, figure_key_code(&b.figures, key, sv_of("fleksjob")), 4, "job.nye giver tilsammen 4");
    key = figure_key(&b.figures, FIGURE_ENTERPRISES_AT_END);
    break_row(&b, key, 3, "men virksomhed.aktive_ultimo er 3");
    key = figure_key(&b.figures, FIGURE_AGREEMENTS_AT_END);
    break_row(&b, key, 3, "men aftale.aktive_ultimo er 3");
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(courses_that_do_not_balance_are_named_with_agreement_and_target_group),
        cmocka_unit_test(outcomes_that_do_not_sum_to_the_ended_are_named),
        cmocka_unit_test(types_that_do_not_sum_to_all_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
