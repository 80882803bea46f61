#include "release.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "build.h"

static void the_internal_edition_shows_the_whole_document(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL);
    const struct document *document = document_create(&arena, NULL);
    const struct released_document *released = document_release(document, EDITION_INTERNAL, &arena);
    assert_ptr_equal(released_content(released), document);
    arena_free(&arena);
}

static void the_internal_edition_says_so(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL);
    const struct document *document = document_create(&arena, NULL);
    assert_true(sv_is(released_mark(document_release(document, EDITION_INTERNAL, &arena)), "INTERN"));
    arena_free(&arena);
}

static void the_edition_for_a_partner_says_so(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL);
    const struct document *document = document_create(&arena, NULL);
    assert_true(sv_is(released_mark(document_release(document, EDITION_PARTNER, &arena)),
                      "Fortroligt – kun til aftaleparten"));
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_internal_edition_shows_the_whole_document),
        cmocka_unit_test(the_internal_edition_says_so),
        cmocka_unit_test(the_edition_for_a_partner_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
