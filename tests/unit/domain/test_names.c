#include "names.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void names_match_like_codes_and_are_printed_as_first_written(void **state)
{
    struct arena arena;
    struct names names;
    (void)state;
    arena_init(&arena, NULL);
    names_init(&names, &arena);
    const uint32_t first = names_intern(&names, sv_of("Høje-Taastrup"));
    assert_int_equal(names_intern(&names, sv_of("hoeje taastrup")), first);
    assert_int_equal(names_intern(&names, sv_of("HØJE_TAASTRUP")), first);
    const uint32_t second = names_intern(&names, sv_of("Ærø"));
    assert_int_not_equal(second, first);
    assert_true(sv_is(names_text(&names, first), "Høje-Taastrup"));
    assert_true(sv_is(names_text(&names, second), "Ærø"));
    arena_free(&arena);
}

static void a_name_that_nobody_has_is_not_found_and_not_added(void **state)
{
    struct arena arena;
    struct names names;
    (void)state;
    arena_init(&arena, NULL);
    names_init(&names, &arena);
    names_intern(&names, sv_of("Ærø"));
    assert_int_equal(names_find(&names, sv_of("Fanø")), SYMBOL_NONE);
    assert_int_equal(names_find(&names, sv_of("aeroe")), 0);
    assert_int_equal(names.folded.count, 1);
    assert_int_equal(names_text(&names, SYMBOL_NONE).size, 0);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_match_like_codes_and_are_printed_as_first_written),
        cmocka_unit_test(a_name_that_nobody_has_is_not_found_and_not_added),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
