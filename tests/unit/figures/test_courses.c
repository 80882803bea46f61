#include "data_builder.h"

static void a_course_is_counted_in_every_period_it_touches(void **state)
{
    struct builder b;
    (void)state;
    builder_init(&b);
    add_agreement(&b, "A1", "2020-01-01", "");
    add_course(&b, "B1", "A1", "unge", "2023-12-31", "2024-01-01")->outcome =
        code_in(&b, CODES_OUTCOME, "fleksjob");
    count(&b, "2024");
    assert_value(&b, "forloeb.igang_primo;2024;;;", "1");
    assert_value(&b, "forloeb.startede;2023;;;", "1");
    assert_value(&b, "forloeb.startede;2024;;;", "0");
    assert_value(&b, "forloeb.afsluttede;2024;;;", "1");
    assert_value(&b, "forloeb.igang_ultimo;2023;;;", "1");
    assert_value(&b, "forloeb.igang_ultimo;2024;;;", "0");
    assert_value(&b, "forloeb.aktive;2023;;;", "1");
    assert_value(&b, "forloeb.aktive;2024;A1;unge;", "1");
    assert_value(&b, "forloeb.varighed;2024;;;", "2");
    builder_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_course_is_counted_in_every_period_it_touches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
