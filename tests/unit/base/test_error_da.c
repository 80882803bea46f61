#include "error_da.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
/* cmocka wants the headers above first */
#include <cmocka.h>

static void a_known_error_has_a_danish_reason(void **state)
{
    (void)state;
    assert_string_equal(error_da(ENOSPC), "der er ikke mere plads på disken");
    assert_string_equal(error_da(ENOENT), "mappen findes ikke");
}

static void any_other_number_has_a_reason_too(void **state)
{
    (void)state;
    assert_string_equal(error_da(0), "fejl fra systemet");
    assert_string_equal(error_da(-1), "fejl fra systemet");
}

static void the_name_of_a_file_is_what_comes_after_the_last_stroke(void **state)
{
    (void)state;
    assert_string_equal(path_name("output/.rapport.under-arbejde-x/a.pdf"), "a.pdf");
    assert_string_equal(path_name("a.pdf"), "a.pdf");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_known_error_has_a_danish_reason),
        cmocka_unit_test(any_other_number_has_a_reason_too),
        cmocka_unit_test(the_name_of_a_file_is_what_comes_after_the_last_stroke),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
