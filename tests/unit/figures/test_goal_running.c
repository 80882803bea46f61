#include "data_builder.h"

#include "goal_running.h"

static void add_jobs_of_two_years(struct builder *b)
{
    builder_init(b);
    add_enterprise(b, "V1", "virksomhed", "2020-01-01", "");
    add_job(b, "a", "V1", "fleksjob", "2023-12-31", "");
    add_job(b, "a", "V1", "fleksjob", "2024-01-01", "");
    add_job(b, "b", "V1", "smaajob", "2024-01-31", "");
    add_job(b, "c", "V1", "loentilskud", "2024-02-01", "");
    add_job(b, "d", "V1", "fleksjob", "2024-12-31", "");
    add_job(b, "d", "V1", "fleksjob", "2025-01-01", "");
}

static void months_add_up_from_january_and_count_the_goals_types_only(void **state)
{
    (void)state;
    struct builder b;
    add_jobs_of_two_years(&b);
    const struct goal *goal = add_goal(&b, "norm", GOAL_YEARLY, "job.nye", "fleksjob| Småjob", 30);
    const struct goal_running running = goal_jobs_running(&b.data, goal, 2024);
    assert_int_equal(running.jobs[0], 2);
    assert_int_equal(running.jobs[1], 2);
    assert_int_equal(running.jobs[10], 2);
    assert_int_equal(running.jobs[11], 3);
    builder_free(&b);
}

static void without_categories_every_type_counts(void **state)
{
    (void)state;
    struct builder b;
    add_jobs_of_two_years(&b);
    const struct goal *goal = add_goal(&b, "norm", GOAL_YEARLY, "job.nye", "", 30);
    assert_int_equal(goal_jobs_running(&b.data, goal, 2024).jobs[11], 4);
    builder_free(&b);
}

static void the_last_month_is_the_goals_result(void **state)
{
    (void)state;
    struct builder b;
    add_jobs_of_two_years(&b);
    const struct goal *goal = add_goal(&b, "norm", GOAL_YEARLY, "job.nye", "fleksjob|loentilskud", 30);
    const struct goal_running running = goal_jobs_running(&b.data, goal, 2024);
    const struct figures *figures = count(&b, "2024");
    struct figure_key key = figure_key(figures, FIGURE_GOAL_VALUE);
    key.goal = 0;
    assert_int_equal(ratio_compare(figures_value(figures, key), ratio_whole(running.jobs[11])), 0);
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_add_up_from_january_and_count_the_goals_types_only),
        cmocka_unit_test(without_categories_every_type_counts),
        cmocka_unit_test(the_last_month_is_the_goals_result),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
