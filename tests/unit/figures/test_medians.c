#include "data_builder.h"

#include "medians.h"

#include <stdlib.h>

static uint32_t random_below(uint64_t *state, uint32_t limit)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((*state >> 33) % limit);
}

static int compare_keys(const void *a, const void *b)
{
    const struct keyed *left = a;
    const struct keyed *right = b;
    if (left->key != right->key)
        return left->key < right->key ? -1 : 1;
    return left->value < right->value ? -1 : left->value > right->value;
}

static void sorting_keeps_the_order_of_equal_keys(void **state)
{
    enum { COUNT = 1000 };
    static const uint32_t limits[] = {1, 3, 300, 70000, UINT32_MAX};
    struct keyed items[COUNT];
    struct keyed expected[COUNT];
    struct keyed spare[COUNT];
    uint64_t seed = 7;
    (void)state;
    for (size_t limit = 0; limit < sizeof limits / sizeof *limits; limit++) {
        for (uint32_t i = 0; i < COUNT; i++)
            items[i] = expected[i] = (struct keyed){random_below(&seed, limits[limit]), i};
        radix_sort(items, spare, COUNT);
        qsort(expected, COUNT, sizeof *expected, compare_keys);
        assert_memory_equal(items, expected, sizeof items);
    }
    radix_sort(NULL, NULL, 0);
}

static void keys_of_signed_numbers_keep_their_order(void **state)
{
    static const int32_t numbers[] = {INT32_MIN, -1000000, -1, 0, 1, 1000000, INT32_MAX};
    (void)state;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        assert_int_equal(radix_value(radix_key(numbers[i])), numbers[i]);
        assert_true(i == 0 || radix_key(numbers[i - 1]) < radix_key(numbers[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sorting_keeps_the_order_of_equal_keys),
        cmocka_unit_test(keys_of_signed_numbers_keep_their_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
