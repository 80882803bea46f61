#include "base_fixture.h"

#include "failing_calls.h"

#include <errno.h>

#include <stdlib.h>

static void memory_is_zeroed_and_aligned(void **state)
{
    struct arena arena;
    (void)state;
    arena_init(&arena, NULL);
    for (size_t size = 0; size < 200; size++) {
        const char *memory = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)memory % 16, 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(memory[i], 0);
        memset((char *)(uintptr_t)memory, 0xAA, size);
    }
    arena_free(&arena);
}

static void an_array_keeps_its_content_while_it_grows(void **state)
{
    enum { COUNT = 5000000 }; /* from small blocks through large ones to mapped ones that move */
    struct arena arena;
    uint32_t *numbers = NULL;
    size_t capacity = 0;
    (void)state;
    arena_init(&arena, NULL);
    for (uint32_t i = 0; i < COUNT; i++) {
        numbers = arena_grow(&arena, numbers, i, &capacity, sizeof *numbers);
        assert_true(capacity > i);
        numbers[i] = i;
    }
    for (uint32_t i = 0; i < COUNT; i++)
        if (numbers[i] != i)
            fail_msg("%u became %u", i, numbers[i]);
    arena_free(&arena);
}

static void mapped_memory_is_zeroed_and_does_not_meet(void **state)
{
    enum { SIZE = 9 * 1024 * 1024 };
    struct arena arena;
    unsigned char *blocks[2];
    (void)state;
    arena_init(&arena, NULL);
    for (size_t i = 0; i < 2; i++) {
        blocks[i] = arena_alloc(&arena, SIZE);
        assert_int_equal(blocks[i][0], 0);
        assert_int_equal(blocks[i][SIZE - 1], 0);
        memset(blocks[i], (int)i + 1, SIZE);
    }
    assert_int_equal(blocks[0][0], 1);
    assert_int_equal(blocks[0][SIZE - 1], 1);
    arena_free(&arena);
}

static void two_arrays_that_grow_in_turns_do_not_meet(void **state)
{
    enum { COUNT = 20000 };
    struct arena arena;
    uint64_t *a = NULL;
    uint64_t *b = NULL;
    size_t room_a = 0;
    size_t room_b = 0;
    (void)state;
    arena_init(&arena, NULL);
    for (size_t i = 0; i < COUNT; i++) {
        a = arena_grow(&arena, a, i, &room_a, sizeof *a);
        b = arena_grow(&arena, b, i, &room_b, sizeof *b);
        a[i] = i;
        b[i] = ~(uint64_t)i;
    }
    for (size_t i = 0; i < COUNT; i++) {
        assert_true(a[i] == i);
        assert_true(b[i] == ~(uint64_t)i);
    }
    arena_free(&arena);
}

static jmp_buf way_out;

static void leave(void)
{
    longjmp(way_out, 1);
}

static void more_than_there_is_calls_the_function_that_was_given(void **state)
{
    static struct arena arena;
    (void)state;
    arena_init(&arena, leave);
    if (setjmp(way_out) == 0) {
        arena_array(&arena, SIZE_MAX / 2, 16);
        fail();
    }
    if (setjmp(way_out) == 0) {
        arena_alloc(&arena, SIZE_MAX - 8);
        fail();
    }
    arena_free(&arena);
}

static void a_copy_ends_with_a_zero_byte(void **state)
{
    struct arena arena;
    (void)state;
    arena_init(&arena, NULL);
    assert_string_equal(arena_copy(&arena, "abcdef", 3), "abc");
    assert_string_equal(arena_copy(&arena, NULL, 0), "");
    arena_free(&arena);
}

static void joined_memory_lives_on_and_the_other_arena_begins_anew(void **state)
{
    enum { LARGE = 100000 };
    struct arena arena;
    struct arena other;
    (void)state;
    arena_init(&arena, NULL);
    arena_init(&other, NULL);
    arena_join(&arena, &other);
    for (int round = 0; round < 3; round++) {
        size_t room = LARGE;
        const char *text = arena_copy(&other, "abc", 3);
        char *large = memset(arena_alloc(&other, LARGE), 'x', LARGE);
        arena_copy(&arena, "def", 3);
        arena_alloc(&arena, LARGE);
        arena_join(&arena, &other);
        assert_null(other.blocks);
        assert_null(other.large);
        large = arena_grow(&arena, large, LARGE, &room, 1);
        assert_int_equal(large[LARGE - 1], 'x');
        assert_string_equal(text, "abc");
    }
    arena_free(&other);
    arena_free(&arena);
}

static void sizes_that_no_memory_has_call_it_too(void **state)
{
    static struct arena arena;
    static size_t capacity = SIZE_MAX / 16;
    (void)state;
    arena_init(&arena, leave);
    if (setjmp(way_out) == 0) {
        arena_grow(&arena, NULL, capacity, &capacity, 16);
        fail();
    }
    if (setjmp(way_out) == 0) {
        arena_copy(&arena, "", SIZE_MAX - 100);
        fail();
    }
    assert_non_null(arena_array(&arena, SIZE_MAX, 0)); /* nothing, so often */
    arena_free(&arena);
}

/* An array that grows from the heap to mapped memory, and then within that, where the system gives none. */
static void an_array_that_finds_no_more_memory_calls_it_too(void **state)
{
    enum { PIECE = 1024 * 1024 };
    static const enum call calls[] = {CALL_MMAP, CALL_MMAP, CALL_MREMAP};
    static const size_t from[] = {0, 4, 16}; /* pieces before: none, on the heap, mapped */
    static struct arena arena;
    static volatile size_t i;
    (void)state;
    for (i = 0; i < sizeof calls / sizeof *calls; i++) {
        static size_t capacity;
        static void *array;
        arena_init(&arena, leave);
        capacity = from[i];
        array = capacity ? arena_array(&arena, capacity, PIECE) : NULL;
        fail_every_call(calls[i], ENOMEM);
        if (setjmp(way_out) == 0) {
            arena_grow(&arena, array, capacity, &capacity, PIECE);
            fail();
        }
        end_failures();
        arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned),
        cmocka_unit_test(an_array_keeps_its_content_while_it_grows),
        cmocka_unit_test(mapped_memory_is_zeroed_and_does_not_meet),
        cmocka_unit_test(two_arrays_that_grow_in_turns_do_not_meet),
        cmocka_unit_test(more_than_there_is_calls_the_function_that_was_given),
        cmocka_unit_test(joined_memory_lives_on_and_the_other_arena_begins_anew),
        cmocka_unit_test(a_copy_ends_with_a_zero_byte),
        cmocka_unit_test(sizes_that_no_memory_has_call_it_too),
        cmocka_unit_test(an_array_that_finds_no_more_memory_calls_it_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
