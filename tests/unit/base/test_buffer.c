#include "base_fixture.h"

static struct arena arena;

static void pieces_of_all_kinds_follow_each_other(void **state)
{
    struct buffer buffer = buffer_in(&arena);
    (void)state;
    buffer_add(&buffer, sv_of("a"));
    buffer_add(&buffer, (struct sv){0});
    buffer_add_text(&buffer, "bc");
    buffer_add_byte(&buffer, ';');
    buffer_format(&buffer, "%03d", 7);
    assert_sv(buffer_view(&buffer), "abc;007");
}

static void code_points_become_utf8_of_one_to_four_bytes(void **state)
{
    struct buffer buffer = buffer_in(&arena);
    (void)state;
    buffer_add_code_point(&buffer, 'A');
    buffer_add_code_point(&buffer, 0xE6);
    buffer_add_code_point(&buffer, 0x20AC);
    buffer_add_code_point(&buffer, 0x1F600);
    assert_sv(buffer_view(&buffer), "Aæ€\xF0\x9F\x98\x80");
}

static void it_grows_as_long_as_there_is_something_to_add(void **state)
{
    enum { COUNT = 70000 };
    struct buffer buffer = buffer_in(&arena);
    (void)state;
    for (size_t i = 0; i < COUNT; i++)
        buffer_add_byte(&buffer, (char)('a' + i % 26));
    const struct sv view = buffer_view(&buffer);
    assert_int_equal(view.size, COUNT);
    for (size_t i = 0; i < COUNT; i++)
        assert_int_equal(view.data[i], 'a' + i % 26);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_of_all_kinds_follow_each_other),
        cmocka_unit_test(code_points_become_utf8_of_one_to_four_bytes),
        cmocka_unit_test(it_grows_as_long_as_there_is_something_to_add),
    };
    arena_init(&arena, NULL);
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
