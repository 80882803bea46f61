#include "data_builder.h"

/* One agreement, and a course that ended with a positive outcome on 31 March 2024. */
static void begin(struct builder *b)
{
    builder_init(b);
    add_agreement(b, "A1", "2015-01-01", "");
    add_ended(b, "B1", "A1", "2024-01-01", "2024-03-31", "fleksjob");
}

static void meetings_are_counted_on_their_day_and_shared_by_all_that_were_planned(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_follow_up(&b, 0, "2023-12-31", true, "");
    add_follow_up(&b, 0, "2024-01-01", true, "");
    add_follow_up(&b, 0, "2024-02-01", false, "");
    add_follow_up(&b, 0, "2024-12-31", true, "");
    count(&b, "2024");
    assert_value(&b, "forloeb.opfoelgningsmoeder;2023;;;", "1");
    assert_value(&b, "forloeb.opfoelgningsmoeder;2024;A1;unge;", "2");
    assert_value(&b, "forloeb.opfoelgning_andel;2024;;;", "0,666667");
    assert_value(&b, "forloeb.opfoelgning_andel;2022;;;", "");
    builder_free(&b);
}

static void the_latest_status_after_the_end_is_counted_once_a_course(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_follow_up(&b, 0, "2024-09-01", true, "smaajob");
    add_follow_up(&b, 0, "2024-06-01", true, "uddannelse");
    add_follow_up(&b, 0, "2024-10-01", true, "");
    count(&b, "2024");
    assert_value(&b, "forloeb.status_efter;2024;;;smaajob", "1");
    assert_int_equal(rows_beginning(&b, "forloeb.status_efter;2024;;;"), 1);
    builder_free(&b);
}

static void the_last_row_wins_among_statuses_of_the_same_day(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_follow_up(&b, 0, "2024-09-01", true, "smaajob");
    add_follow_up(&b, 0, "2024-09-01", true, "andet");
    count(&b, "2024");
    assert_value(&b, "forloeb.status_efter;2024;A1;;andet", "1");
    assert_value(&b, "forloeb.status_efter;2024;A1;;smaajob", "-");
    builder_free(&b);
}

static void a_status_on_the_day_of_the_end_or_before_is_not_after_it(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_follow_up(&b, 0, "2024-03-31", true, "smaajob");
    count(&b, "2024");
    assert_int_equal(rows_beginning(&b, "forloeb.status_efter"), 0);
    add_follow_up(&b, 0, "2024-04-01", true, "smaajob");
    count(&b, "2024");
    assert_value(&b, "forloeb.status_efter;2024;;;smaajob", "1");
    builder_free(&b);
}

static void a_running_course_has_no_status_after_it(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_course(&b, "B2", "A1", "unge", "2024-01-01", "");
    add_follow_up(&b, 1, "2024-05-01", true, "praktik");
    count(&b, "2024");
    assert_int_equal(rows_beginning(&b, "forloeb.status_efter"), 0);
    builder_free(&b);
}

static void each_period_has_its_own_latest_status(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_follow_up(&b, 0, "2024-12-31", true, "smaajob");
    add_follow_up(&b, 0, "2025-01-01", true, "andet");
    count(&b, "2025");
    assert_value(&b, "forloeb.status_efter;2024;;;smaajob", "1");
    assert_value(&b, "forloeb.status_efter;2025;;;andet", "1");
    assert_value(&b, "forloeb.status_efter;2025;;;smaajob", "-");
    builder_free(&b);
}

/* Retention when the only status is dated so many days after the end, 31 March 2024. */
static const char *retention_after(struct builder *b, int days, const char *status, const char *row)
{
    begin(b);
    add_follow_up(b, 0, "2024-06-01", true, status)->date = day("2024-03-31") + days;
    count(b, "2025");
    return value_of(b, row);
}

static void retention_looks_half_a_year_to_a_year_after_the_end(void **state)
{
    static const struct {
        int days;
        const char *expected;
    } cases[] = {{179, ""}, {180, "1"}, {365, "1"}, {366, ""}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct builder b;
        const char *row =
            cases[i].days < 200 ? "forloeb.fastholdelse;2024;;;" : "forloeb.fastholdelse;2025;;;";
        assert_string_equal(retention_after(&b, cases[i].days, "smaajob", row), cases[i].expected);
        builder_free(&b);
    }
}

static void retention_asks_only_courses_with_a_positive_outcome(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_ended(&b, "B2", "A1", "2024-01-01", "2024-01-31", "andet");
    add_follow_up(&b, 1, "2024-09-01", true, "fleksjob");
    count(&b, "2024");
    assert_value(&b, "forloeb.fastholdelse;2024;;;", "");
    builder_free(&b);
}

static void retention_is_lost_when_the_latest_status_is_not_positive(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_ended(&b, "B2", "A1", "2024-01-01", "2024-03-31", "fleksjob");
    add_follow_up(&b, 0, "2024-10-01", true, "fleksjob");
    add_follow_up(&b, 0, "2024-11-01", true, "andet");
    add_follow_up(&b, 0, "2024-12-01", true, "");
    add_follow_up(&b, 1, "2024-10-01", true, "andet");
    add_follow_up(&b, 1, "2024-10-01", true, "smaajob");
    count(&b, "2024");
    assert_value(&b, "forloeb.fastholdelse;2024;;;", "0,5");
    builder_free(&b);
}

static void retention_follows_the_agreements_own_list(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_agreement(&b, "A2", "2015-01-01", "")->positive_outcomes = UINT64_C(1)
                                                                   << code_in(&b, CODES_OUTCOME, "praktik");
    add_ended(&b, "B2", "A2", "2024-01-01", "2024-03-31", "praktik");
    add_follow_up(&b, 1, "2024-10-01", true, "fleksjob");
    count(&b, "2024");
    assert_value(&b, "forloeb.fastholdelse;2024;A2;;", "0");
    builder_free(&b);
}

static void without_follow_ups_there_are_no_meetings_and_no_shares(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    count(&b, "2024");
    assert_value(&b, "forloeb.opfoelgningsmoeder;2024;;;", "0");
    assert_value(&b, "forloeb.opfoelgning_andel;2024;;;", "");
    assert_value(&b, "forloeb.fastholdelse;2024;;;", "");
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(meetings_are_counted_on_their_day_and_shared_by_all_that_were_planned),
        cmocka_unit_test(the_latest_status_after_the_end_is_counted_once_a_course),
        cmocka_unit_test(the_last_row_wins_among_statuses_of_the_same_day),
        cmocka_unit_test(a_status_on_the_day_of_the_end_or_before_is_not_after_it),
        cmocka_unit_test(a_running_course_has_no_status_after_it),
        cmocka_unit_test(each_period_has_its_own_latest_status),
        cmocka_unit_test(retention_looks_half_a_year_to_a_year_after_the_end),
        cmocka_unit_test(retention_asks_only_courses_with_a_positive_outcome),
        cmocka_unit_test(retention_is_lost_when_the_latest_status_is_not_positive),
        cmocka_unit_test(retention_follows_the_agreements_own_list),
        cmocka_unit_test(without_follow_ups_there_are_no_meetings_and_no_shares),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
