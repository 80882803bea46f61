#include "base_fixture.h"
#include "symbols.h"

#include <stdio.h>

static struct arena arena;

static void names_are_numbered_in_the_order_of_their_first_appearance(void **state)
{
    struct symbols symbols;
    (void)state;
    symbols_init(&symbols, &arena);
    assert_int_equal(symbols_intern(&symbols, sv_of("b")), 0);
    assert_int_equal(symbols_intern(&symbols, sv_of("a")), 1);
    assert_int_equal(symbols_intern(&symbols, sv_of("b")), 0);
    assert_int_equal(symbols_intern(&symbols, sv_of("")), 2);
    assert_sv(symbols_name(&symbols, 1), "a");
    assert_int_equal(symbols_name(&symbols, 3).size, 0);
    assert_int_equal(symbols_name(&symbols, SYMBOL_NONE).size, 0);
}

static void what_was_never_interned_is_not_found(void **state)
{
    struct symbols symbols;
    (void)state;
    symbols_init(&symbols, &arena);
    assert_int_equal(symbols_find(&symbols, sv_of("a")), SYMBOL_NONE);
    symbols_intern(&symbols, sv_of("a"));
    assert_int_equal(symbols_find(&symbols, sv_of("a")), 0);
    assert_int_equal(symbols_find(&symbols, sv_of("A")), SYMBOL_NONE);
}

static void a_name_outlives_the_memory_it_was_interned_from(void **state)
{
    struct symbols symbols;
    char text[] = "B00123";
    (void)state;
    symbols_init(&symbols, &arena);
    const uint32_t symbol = symbols_intern(&symbols, sv_of(text));
    memset(text, 'x', sizeof text - 1);
    assert_sv(symbols_name(&symbols, symbol), "B00123");
}

/* Growing moves every name; all must be found again under their number. */
static void many_names_keep_their_numbers(void **state)
{
    enum { COUNT = 50000 };
    struct symbols symbols;
    char text[16];
    (void)state;
    symbols_init(&symbols, &arena);
    for (uint32_t i = 0; i < COUNT; i++) {
        const int size = snprintf(text, sizeof text, "F%07u", i * 7);
        symbols_prefetch(&symbols, (struct sv){text, (size_t)size});
        assert_int_equal(symbols_intern(&symbols, (struct sv){text, (size_t)size}), i);
    }
    for (uint32_t i = 0; i < COUNT; i++) {
        const int size = snprintf(text, sizeof text, "F%07u", i * 7);
        assert_int_equal(symbols_find(&symbols, (struct sv){text, (size_t)size}), i);
    }
    assert_int_equal(symbols.count, COUNT);
}

static void reserved_room_holds_that_many_names_without_growing(void **state)
{
    struct symbols symbols;
    char text[16];
    (void)state;
    symbols_init(&symbols, &arena);
    symbols_reserve(&symbols, 1000);
    const unsigned bits = symbols.slot_bits;
    for (uint32_t i = 0; i < 1000; i++)
        symbols_intern(&symbols, (struct sv){text, (size_t)snprintf(text, sizeof text, "%u", i)});
    assert_int_equal(symbols.slot_bits, bits);
    assert_int_equal(symbols.count, 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_numbered_in_the_order_of_their_first_appearance),
        cmocka_unit_test(what_was_never_interned_is_not_found),
        cmocka_unit_test(a_name_outlives_the_memory_it_was_interned_from),
        cmocka_unit_test(many_names_keep_their_numbers),
        cmocka_unit_test(reserved_room_holds_that_many_names_without_growing),
    };
    arena_init(&arena, NULL);
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
