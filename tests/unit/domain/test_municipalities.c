#include "municipalities.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void a_code_names_its_municipality_with_or_without_the_leading_zero(void **state)
{
    (void)state;
    assert_string_equal(municipality_find((struct sv){0}, sv_of("330"))->name, "Slagelse");
    assert_string_equal(municipality_find((struct sv){0}, sv_of("0330"))->region, "Region Sjælland");
    assert_null(municipality_find(sv_of("Slagelse"), sv_of("999")));
}

static void without_a_code_the_name_finds_it(void **state)
{
    (void)state;
    assert_int_equal(municipality_find(sv_of("Aabenraa"), (struct sv){0})->code, 580);
    assert_int_equal(municipality_find(sv_of("Slagelse Kommune"), (struct sv){0})->code, 330);
    assert_null(municipality_find(sv_of("Andeby"), (struct sv){0}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_names_its_municipality_with_or_without_the_leading_zero),
        cmocka_unit_test(without_a_code_the_name_finds_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
