#include "base_fixture.h"

#include "csv_write.h"

static void a_field_is_quoted_only_where_it_must_be(void **state)
{
    static const char *const fields[][2] = {
        {"", ""},
        {"Ærø", "Ærø"},
        {"a,b", "a,b"},
        {"a;b", "\"a;b\""},
        {"a\nb", "\"a\nb\""},
        {"a\rb", "\"a\rb\""},
        {"»a\"b«", "\"»a\"\"b«\""},
        {"\"", "\"\"\"\""},
    };
    struct arena arena;
    (void)state;
    arena_init(&arena, NULL);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        struct buffer text = buffer_in(&arena);
        csv_add_field(&text, sv_of(fields[i][0]));
        assert_true(sv_is(buffer_view(&text), fields[i][1]));
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_field_is_quoted_only_where_it_must_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
