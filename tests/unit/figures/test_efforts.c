#include "data_builder.h"

static void an_effort_stands_as_was_stated_of_the_reports_period(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_effort(&b, "2024", "csr", LIGHT_GREEN);
    add_effort(&b, "2024", "trends", LIGHT_YELLOW);
    add_effort(&b, "2024", "in_house", LIGHT_RED);
    add_effort(&b, "2023", "csr", LIGHT_RED);
    add_effort(&b, "2024-1", "csr", LIGHT_RED);
    count(&b, "2024");
    assert_value(&b, "indsats.status;2024;;;csr", "groen");
    assert_value(&b, "indsats.status;2024;;;trends", "gul");
    assert_value(&b, "indsats.status;2024;;;in_house", "roed");
    assert_value(&b, "indsats.status;2024;;;fundraising", "-");
    assert_int_equal(rows_beginning(&b, "indsats.status;"), 3);
    assert_int_equal(rows_beginning(&b, "indsats.status;2024;;;csr;groen;status"), 1);
    builder_free(&b);
}

static void the_second_half_year_has_what_was_stated_of_the_year_too(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_effort(&b, "2024", "csr", LIGHT_GREEN);
    add_effort(&b, "2024-1", "csr", LIGHT_YELLOW);
    add_effort(&b, "2024-2", "csr", LIGHT_RED);
    add_effort(&b, "2023-2", "csr", LIGHT_RED);
    count(&b, "2024-2");
    assert_value(&b, "indsats.status;2024;;;csr", "groen");
    assert_value(&b, "indsats.status;2024-2;;;csr", "roed");
    assert_int_equal(rows_beginning(&b, "indsats.status;"), 2);
    count(&b, "2024-1");
    assert_value(&b, "indsats.status;2024-1;;;csr", "gul");
    assert_int_equal(rows_beginning(&b, "indsats.status;"), 1);
    builder_free(&b);
}

static void recommendations_are_counted_by_status_in_every_year(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_recommendation(&b, 2024, "stillet");
    add_recommendation(&b, 2024, "stillet");
    add_recommendation(&b, 2023, "gennemfoert");
    add_recommendation(&b, 2020, "afvist");
    count(&b, "2024");
    assert_value(&b, "anbefaling.antal;2024;;;stillet", "2");
    assert_value(&b, "anbefaling.antal;2024;;;gennemfoert", "-");
    assert_value(&b, "anbefaling.antal;2023;;;gennemfoert", "1");
    assert_value(&b, "anbefaling.sidste_aar;2024;;;gennemfoert", "1");
    assert_value(&b, "anbefaling.sidste_aar;2024;;;stillet", "-");
    assert_value(&b, "anbefaling.sidste_aar;2021;;;afvist", "1");
    assert_int_equal(rows_beginning(&b, "anbefaling."), 4);
    builder_free(&b);
}

static void a_half_year_has_the_recommendations_of_its_year(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_recommendation(&b, 2024, "stillet");
    add_recommendation(&b, 2023, "vedtaget");
    count(&b, "2024-1");
    assert_value(&b, "anbefaling.antal;2024-1;;;stillet", "1");
    assert_value(&b, "anbefaling.sidste_aar;2024-1;;;vedtaget", "1");
    assert_value(&b, "anbefaling.antal;2023-1;;;vedtaget", "1");
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_effort_stands_as_was_stated_of_the_reports_period),
        cmocka_unit_test(the_second_half_year_has_what_was_stated_of_the_year_too),
        cmocka_unit_test(recommendations_are_counted_by_status_in_every_year),
        cmocka_unit_test(a_half_year_has_the_recommendations_of_its_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
