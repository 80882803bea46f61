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
static void break_row_with(struct builder *b, struct figure_key key, struct ratio value, const char *words)
{
    struct sv fault;
    struct figure *row = &b->figures.rows[figures_find(&b->figures, key) - b->figures.rows];
    const struct ratio before = row->value;
    assert_true(figures_check(&b->figures, &fault));
    row->value = value;
    assert_false(figures_check(&b->figures, &fault));
    assert_non_null(strstr(sv_text(&b->arena, fault), words));
    row->value = before;
    assert_true(figures_check(&b->figures, &fault));
}

static void break_row(struct builder *b, struct figure_key key, int64_t value, const char *words)
{
    break_row_with(b, key, ratio_whole(value), words);
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

static struct figure_key code_key(struct builder *b, enum figure_id figure, const char *code)
{
    return figure_key_code(&b->figures, figure_key(&b->figures, figure), sv_of(code));
}

static void causes_that_do_not_sum_to_the_stopped_are_named(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_agreement(&b, "A1", "2015-01-01", "");
    add_ended(&b, "B1", "A1", "2023-01-01", "2024-05-01", "stoppet");
    count(&b, "2024");
    break_row(&b, code_key(&b, FIGURE_COURSES_STOPPED, "andet"), 2,
              "forloeb.afbrud giver tilsammen 2, men forloeb.udfald stoppet er 1");
    builder_free(&b);
}

static void answers_that_do_not_sum_to_their_number_or_mean_are_named(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_agreement(&b, "A1", "2015-01-01", "");
    add_evaluation(&b, "A1", 2024, "plan", 3);
    add_evaluation(&b, "A1", 2024, "plan", 5);
    count(&b, "2024");
    break_row(&b, code_key(&b, FIGURE_EVALUATION_SPREAD, "plan:5"), 2,
              "evaluering.fordeling giver tilsammen 3, men evaluering.antal plan er 2");
    break_row(&b, code_key(&b, FIGURE_EVALUATION_ANSWER, "plan"), 3,
              "evaluering.fordeling giver tilsammen 4, men evaluering.svar plan er 3");
    builder_free(&b);
}

static void models_and_departments_that_do_not_sum_to_all_are_named(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_application(&b, "Fonden", "2024-01-01", "2024-02-01", 10, 10);
    add_purchase(&b, "2024-01-01", "V1", "Teknik", 5);
    count(&b, "2024");
    break_row(&b, code_key(&b, FIGURE_APPLICATIONS_SENT, "kommune"), 2, "fundraising.ansoegninger er 1");
    break_row(&b, code_key(&b, FIGURE_APPLICATIONS_SOUGHT, "kommune"), 2, "fundraising.ansoegt er 10");
    break_row(&b, code_key(&b, FIGURE_APPLICATIONS_GRANTED, "kommune"), 2, "fundraising.bevillinger er 1");
    break_row(&b, code_key(&b, FIGURE_APPLICATIONS_AMOUNT, "kommune"), 2, "fundraising.bevilget er 10");
    break_row(&b, code_key(&b, FIGURE_PURCHASES_AMOUNT, "Teknik"), 2, "men indkoeb.beloeb er 5");
    builder_free(&b);
}

static void a_part_that_is_more_than_the_whole_is_named(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_application(&b, "Fonden", "2024-01-01", "2024-02-01", 10, 10);
    add_purchase(&b, "2024-01-01", "V1", "Teknik", 5);
    add_trial(&b, "2024-01-01", "", "i_gang");
    count(&b, "2024");
    break_row(&b, figure_key(&b.figures, FIGURE_COURSES_POSITIVE), 2, "men forloeb.afsluttede er 1");
    break_row(&b, figure_key(&b.figures, FIGURE_DONORS), 2, "fundraising.givere er 2");
    break_row(&b, figure_key(&b.figures, FIGURE_DONORS_AGAIN), 2, "men fundraising.givere er 1");
    break_row(&b, figure_key(&b.figures, FIGURE_TRIALS_STARTED), 2, "men proevehandling.status er 1");
    break_row(&b, figure_key(&b.figures, FIGURE_TRIALS_ACROSS_SECTORS), 2, "tvaersektorielle er 2");
    break_row(&b, figure_key(&b.figures, FIGURE_TRIALS_LOCAL_PARTNER), 2, "lokal_partner er 2");
    break_row(&b, figure_key(&b.figures, FIGURE_PURCHASES_ENTERPRISES), 2, "men indkoeb.antal er 1");
    builder_free(&b);
}

static void a_count_that_has_no_value_is_named(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    break_row_with(&b, figure_key(&b.figures, FIGURE_COURSES_STARTED), ratio_none(), "startede uden værdi");
    break_row_with(&b, figure_key(&b.figures, FIGURE_COURSES_AT_END), ratio_none(),
                   "er ikke i gang ved slutningen uden værdi");
    break_row_with(&b, figure_key(&b.figures, FIGURE_COURSES_POSITIVE), ratio_none(),
                   "forloeb.positive er uden værdi");
    builder_free(&b);
}

static void what_an_agreement_has_come_to_in_all_is_checked_too(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_agreement(&b, "A1", "2015-01-01", "");
    add_ended(&b, "B1", "A1", "2023-01-01", "2024-01-01", "stoppet");
    count_evaluation(&b, 2024, "");
    struct figure_key key = code_key(&b, FIGURE_COURSES_OUTCOME_SO_FAR, "stoppet");
    key.agreement = 0;
    break_row(&b, key, 2, "2024, aftale A1: forloeb.udfald_ialt giver tilsammen 2");
    key = code_key(&b, FIGURE_COURSES_STOPPED_SO_FAR, "andet");
    key.agreement = 0;
    break_row(&b, key, 2, "forloeb.afbrud_ialt giver tilsammen 2, men forloeb.udfald_ialt stoppet er 1");
    key = figure_key(&b.figures, FIGURE_COURSES_POSITIVE_SO_FAR);
    key.agreement = 0;
    break_row(&b, key, 2, "forloeb.positive_ialt er 2, men forloeb.afsluttede_ialt er 1");
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(courses_that_do_not_balance_are_named_with_agreement_and_target_group),
        cmocka_unit_test(outcomes_that_do_not_sum_to_the_ended_are_named),
        cmocka_unit_test(types_that_do_not_sum_to_all_are_named),
        cmocka_unit_test(causes_that_do_not_sum_to_the_stopped_are_named),
        cmocka_unit_test(answers_that_do_not_sum_to_their_number_or_mean_are_named),
        cmocka_unit_test(models_and_departments_that_do_not_sum_to_all_are_named),
        cmocka_unit_test(a_part_that_is_more_than_the_whole_is_named),
        cmocka_unit_test(a_count_that_has_no_value_is_named),
        cmocka_unit_test(what_an_agreement_has_come_to_in_all_is_checked_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
