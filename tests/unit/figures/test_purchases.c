#include "data_builder.h"

static void begin(struct builder *b)
{
    builder_init(b);
    add_enterprise(b, "V1", "virksomhed", "2015-01-01", "");
    add_enterprise(b, "V2", "virksomhed", "2015-01-01", "");
}

static void purchases_of_the_period_are_added_up_and_counted(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_purchase(&b, "2024-01-01", "V1", "Teknik", 100);
    add_purchase(&b, "2024-12-31", "V1", "Teknik", 50)->amount = 50 * DECIMAL_ONE + 500000;
    add_purchase(&b, "2023-12-31", "V1", "Teknik", 7);
    count(&b, "2024");
    assert_value(&b, "indkoeb.beloeb;2024;;;", "150,5");
    assert_value(&b, "indkoeb.antal;2024;;;", "2");
    assert_value(&b, "indkoeb.beloeb;2023;;;", "7");
    assert_value(&b, "indkoeb.beloeb;2022;;;", "0");
    builder_free(&b);
}

static void departments_have_rows_where_they_bought(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_purchase(&b, "2024-01-01", "V1", "Teknik; Miljø", 100);
    add_purchase(&b, "2024-01-02", "V1", "Børn og Unge", 20);
    add_purchase(&b, "2024-01-03", "V2", "Børn og Unge", 1);
    add_purchase(&b, "2023-01-03", "V2", "Ældre", 3);
    count(&b, "2024");
    assert_value(&b, "indkoeb.beloeb;2024;;;Børn og Unge", "21");
    assert_value(&b, "indkoeb.beloeb;2024;;;\"Teknik; Miljø\"", "100");
    assert_value(&b, "indkoeb.beloeb;2024;;;Ældre", "-");
    assert_value(&b, "indkoeb.beloeb;2023;;;Ældre", "3");
    assert_int_equal(rows_beginning(&b, "indkoeb.beloeb;2024;"), 3);
    builder_free(&b);
}

static void an_enterprise_counts_once_a_period(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_purchase(&b, "2024-01-01", "V1", "Teknik", 100);
    add_purchase(&b, "2024-01-02", "V2", "Teknik", 100);
    add_purchase(&b, "2024-08-01", "V1", "Teknik", 100);
    add_purchase(&b, "2023-08-01", "V1", "Teknik", 100);
    count(&b, "2024-2");
    assert_value(&b, "indkoeb.virksomheder;2024;;;", "2");
    assert_value(&b, "indkoeb.virksomheder;2024-2;;;", "1");
    assert_value(&b, "indkoeb.virksomheder;2023;;;", "1");
    assert_value(&b, "indkoeb.virksomheder;2022;;;", "0");
    builder_free(&b);
}

static void reserved_contracts_are_those_marked_so(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    add_purchase(&b, "2024-01-01", "V1", "Teknik", 100)->reserved = YES;
    add_purchase(&b, "2024-01-02", "V1", "Teknik", 20)->reserved = NO;
    add_purchase(&b, "2024-01-03", "V1", "Teknik", 3)->reserved = UNSTATED;
    count(&b, "2024");
    assert_value(&b, "indkoeb.reserveret;2024;;;", "100");
    assert_value(&b, "indkoeb.reserveret;2023;;;", "0");
    builder_free(&b);
}

static void what_was_bought_after_the_extract_is_not_counted(void **state)
{
    struct builder b;
    (void)state;
    begin(&b);
    b.data.settings.extract_date = day("2024-03-31");
    add_purchase(&b, "2024-03-31", "V1", "Teknik", 100);
    add_purchase(&b, "2024-04-01", "V2", "Ældre", 20);
    count(&b, "2024");
    assert_value(&b, "indkoeb.beloeb;2024;;;", "100");
    assert_value(&b, "indkoeb.virksomheder;2024;;;", "1");
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(purchases_of_the_period_are_added_up_and_counted),
        cmocka_unit_test(departments_have_rows_where_they_bought),
        cmocka_unit_test(an_enterprise_counts_once_a_period),
        cmocka_unit_test(reserved_contracts_are_those_marked_so),
        cmocka_unit_test(what_was_bought_after_the_extract_is_not_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
