#include "data_builder.h"

static void begin(struct builder *b)
{
    builder_init(b);
    add_enterprise(b, "V1", "virksomhed", "2015-01-01", "");
    add_enterprise(b, "V2", "initiativ", "2015-01-01", "");
}

static void a_job_is_new_in_the_period_it_starts_in_and_active_until_it_ends(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_job(&b, "B1", "V1", "fleksjob", "2024-01-01", "2024-12-31");
    add_job(&b, "B2", "V1", "smaajob", "2024-12-31", "2025-01-01");
    add_job(&b, "B3", "V1", "smaajob", "2023-12-31", "");
    add_job(&b, "B4", "V1", "smaajob", "2025-01-01", "");
    count(&b, "2024");
    assert_value(&b, "job.nye;2024;;;", "2");
    assert_value(&b, "job.nye;2024;;;fleksjob", "1");
    assert_value(&b, "job.nye;2024;;;ordinaert", "-");
    assert_value(&b, "job.aktive_ultimo;2024;;;", "2");
    assert_value(&b, "job.aktive_ultimo;2024;;;smaajob", "2");
    assert_value(&b, "job.aktive_ultimo;2024;;;fleksjob", "-");
    assert_value(&b, "job.nye;2022;;;", "0");
    builder_free(&b);
}

static void job_types_are_shown_for_all_only(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_agreement(&b, "A1", "2015-01-01", "");
    add_job(&b, "B1", "V1", "fleksjob", "2024-02-01", "")->agreement = 0;
    count(&b, "2024");
    assert_value(&b, "job.nye;2024;A1;;", "1");
    assert_value(&b, "job.nye;2024;A1;;fleksjob", "-");
    assert_value(&b, "job.nye;2024;;unge;", "1");
    assert_value(&b, "job.nye;2024;;unge;fleksjob", "-");
    assert_value(&b, "job.nye;2024;A1;unge;", "-");
    assert_value(&b, "job.timebaand;2024;A1;;10-20", "1");
    assert_value(&b, "job.foerste;2024;;;", "1");
    assert_value(&b, "job.foerste;2024;A1;;", "-");
    builder_free(&b);
}

static void a_job_without_agreement_counts_for_all_and_its_target_group(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_agreement(&b, "A1", "2015-01-01", "");
    add_job(&b, "B1", "V1", "fleksjob", "2024-02-01", "");
    count(&b, "2024");
    assert_value(&b, "job.nye;2024;;;", "1");
    assert_value(&b, "job.nye;2024;;unge;", "1");
    assert_value(&b, "job.nye;2024;A1;;", "0");
    assert_value(&b, "job.personer;2024;A1;;", "0");
    builder_free(&b);
}

static void persons_and_enterprises_are_counted_once(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_job(&b, "B1", "V1", "fleksjob", "2024-02-01", "2024-03-01");
    add_job(&b, "B2", "V2", "fleksjob", "2024-02-01", "2024-03-01");
    add_job(&b, "B1", "V1", "smaajob", "2024-04-01", "");
    add_job(&b, "B1", "V2", "fleksjob", "2024-05-01", "");
    count(&b, "2024");
    assert_value(&b, "job.personer;2024;;;", "2");
    assert_value(&b, "job.personer;2024;;;fleksjob", "2");
    assert_value(&b, "job.personer;2024;;;smaajob", "1");
    assert_value(&b, "job.virksomheder;2024;;;", "2");
    assert_value(&b, "job.virksomheder;2024;;unge;", "2");
    assert_value(&b, "job.virksomhedstype;2024;;;initiativ", "2");
    assert_value(&b, "job.virksomhedstype;2024;;;fond", "-");
    builder_free(&b);
}

static void the_lower_bound_of_an_hours_band_belongs_to_it(void **state)
{
    static const decimal hours[] = {0,        4999999,  5000000,  9999999, 10000000,
                                    19999999, 20000000, 29999999, 30000000};
    struct builder b;
    (void)state;
    begin(&b);
    for (size_t i = 0; i < sizeof hours / sizeof *hours; i++)
        add_job(&b, "B1", "V1", "fleksjob", "2024-02-01", "")->hours = hours[i];
    count(&b, "2024");
    assert_value(&b, "job.timebaand;2024;;;0-5", "2");
    assert_value(&b, "job.timebaand;2024;;;5-10", "2");
    assert_value(&b, "job.timebaand;2024;;;10-20", "2");
    assert_value(&b, "job.timebaand;2024;;;20-30", "2");
    assert_value(&b, "job.timebaand;2024;;;30+", "1");
    assert_value(&b, "job.timebaand;2023;;;30+", "0");
    builder_free(&b);
}

static void hours_are_summed_and_37_make_a_full_time_job(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_job(&b, "B1", "V1", "fleksjob", "2024-02-01", "")->hours = 12500000;
    add_job(&b, "B2", "V1", "smaajob", "2024-02-01", "")->hours = 24500000;
    add_job(&b, "B3", "V1", "smaajob", "2023-02-01", "")->hours = 24500000;
    count(&b, "2024");
    assert_value(&b, "job.timer;2024;;;", "37");
    assert_value(&b, "job.timer;2024;;;fleksjob", "12,5");
    assert_value(&b, "job.aarsvaerk;2024;;;", "1");
    assert_value(&b, "job.aarsvaerk;2024;;;fleksjob", "0,337838");
    builder_free(&b);
}

static void a_type_with_jobs_of_no_hours_has_no_row_of_hours(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_job(&b, "B1", "V1", "fleksjob", "2024-02-01", "")->hours = 0;
    count(&b, "2024");
    assert_value(&b, "job.nye;2024;;;fleksjob", "1");
    assert_value(&b, "job.timer;2024;;;fleksjob", "-");
    assert_value(&b, "job.timer;2024;;;", "0");
    builder_free(&b);
}

static void marks_are_counted_among_the_new_jobs(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_job(&b, "B1", "V1", "fleksjob", "2024-02-01", "")->in_house = YES;
    add_job(&b, "B2", "V1", "fleksjob", "2024-02-01", "")->csr = YES;
    add_job(&b, "B3", "V1", "fleksjob", "2024-02-01", "")->csr = NO;
    add_job(&b, "B4", "V1", "fleksjob", "2023-02-01", "")->csr = YES;
    count(&b, "2024");
    assert_value(&b, "job.in_house;2024;;;", "1");
    assert_value(&b, "job.csr;2024;;;", "1");
    builder_free(&b);
}

static void the_running_count_adds_up_month_by_month(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_job(&b, "B1", "V1", "fleksjob", "2023-12-31", "");
    add_job(&b, "B2", "V1", "fleksjob", "2024-01-31", "");
    add_job(&b, "B3", "V1", "fleksjob", "2024-02-01", "");
    add_job(&b, "B4", "V1", "fleksjob", "2024-12-31", "");
    count(&b, "2024");
    assert_value(&b, "job.akkumuleret;2024;;;01", "1");
    assert_value(&b, "job.akkumuleret;2024;;;02", "2");
    assert_value(&b, "job.akkumuleret;2024;;;11", "2");
    assert_value(&b, "job.akkumuleret;2024;;;12", "3");
    assert_value(&b, "job.akkumuleret;2023;;;11", "0");
    assert_value(&b, "job.akkumuleret;2023;;;12", "1");
    assert_int_equal(rows_beginning(&b, "job.akkumuleret;2024;;;"), 12);
    builder_free(&b);
}

static void a_half_year_counts_the_months_from_january_that_are_over(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_job(&b, "B1", "V1", "fleksjob", "2024-03-31", "");
    add_job(&b, "B2", "V1", "fleksjob", "2024-07-01", "");
    count(&b, "2024-1");
    assert_value(&b, "job.akkumuleret;2024-1;;;06", "1");
    assert_value(&b, "job.akkumuleret;2024-1;;;07", "-");
    count(&b, "2024-2");
    assert_value(&b, "job.akkumuleret;2024-2;;;03", "1");
    assert_value(&b, "job.akkumuleret;2024-2;;;12", "2");
    assert_value(&b, "job.nye;2024-2;;;", "1");
    builder_free(&b);
}

static void the_first_job_is_the_first_in_all_of_the_data(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_job(&b, "B1", "V2", "fleksjob", "2024-06-01", "");
    add_job(&b, "B1", "V1", "fleksjob", "2016-01-01", "2016-02-01");
    add_job(&b, "B1", "V2", "fleksjob", "2024-09-01", "");
    add_job(&b, "B2", "V1", "fleksjob", "2024-09-01", "");
    count(&b, "2024");
    assert_value(&b, "job.foerste;2024;;;", "1");
    assert_value(&b, "job.naeste;2024;;;", "2");
    assert_value(&b, "job.naeste_anden;2024;;;", "1");
    builder_free(&b);
}

static void jobs_that_start_on_the_same_day_follow_each_other_by_row(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_job(&b, "B1", "V1", "fleksjob", "2024-06-01", "");
    add_job(&b, "B1", "V2", "fleksjob", "2024-06-01", "");
    add_job(&b, "B1", "V2", "fleksjob", "2024-06-01", "");
    add_job(&b, "B1", "V2", "fleksjob", "2024-06-01", "");
    count(&b, "2024");
    assert_value(&b, "job.foerste;2024;;;", "1");
    assert_value(&b, "job.naeste;2024;;;", "3");
    assert_value(&b, "job.naeste_anden;2024;;;", "1");
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_job_is_new_in_the_period_it_starts_in_and_active_until_it_ends),
        cmocka_unit_test(job_types_are_shown_for_all_only),
        cmocka_unit_test(a_job_without_agreement_counts_for_all_and_its_target_group),
        cmocka_unit_test(persons_and_enterprises_are_counted_once),
        cmocka_unit_test(the_lower_bound_of_an_hours_band_belongs_to_it),
        cmocka_unit_test(hours_are_summed_and_37_make_a_full_time_job),
        cmocka_unit_test(a_type_with_jobs_of_no_hours_has_no_row_of_hours),
        cmocka_unit_test(marks_are_counted_among_the_new_jobs),
        cmocka_unit_test(the_running_count_adds_up_month_by_month),
        cmocka_unit_test(a_half_year_counts_the_months_from_january_that_are_over),
        cmocka_unit_test(the_first_job_is_the_first_in_all_of_the_data),
        cmocka_unit_test(jobs_that_start_on_the_same_day_follow_each_other_by_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
