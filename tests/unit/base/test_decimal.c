#include "base_fixture.h"
#include "decimal.h"

static struct arena arena;

struct number {
    const char *text;
    enum decimal_error error;
    decimal value;
};

static void numbers_are_read_as_danes_write_them(void **state)
{
    static const struct number numbers[] = {
        {"12", DECIMAL_OK, 12 * DECIMAL_ONE},
        {"0", DECIMAL_OK, 0},
        {"12,5", DECIMAL_OK, 12500000},
        {"-12,5", DECIMAL_OK, -12500000},
        {"1.234", DECIMAL_OK, 1234 * DECIMAL_ONE},
        {"1.234,50", DECIMAL_OK, 1234500000},
        {"12.345.678,9", DECIMAL_OK, INT64_C(12345678900000)},
        {"007", DECIMAL_OK, 7 * DECIMAL_ONE},
        {"0,000001", DECIMAL_OK, 1},
        {"9000000000", DECIMAL_OK, INT64_C(9000000000) * DECIMAL_ONE},
        {"12.5", DECIMAL_DOT_AS_COMMA, 12500000},
        {"1234.567", DECIMAL_DOT_AS_COMMA, 1234567000},
        {"12.50", DECIMAL_DOT_AS_COMMA, 12500000},
        {"0,0000004", DECIMAL_ROUNDED, 0},
        {"0,0000005", DECIMAL_ROUNDED, 1},
        {"0,99999951", DECIMAL_ROUNDED, 1000000},
        {"0,10000000", DECIMAL_OK, 100000},
    };
    (void)state;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        decimal value;
        if (decimal_parse(sv_of(numbers[i].text), &value) != numbers[i].error || value != numbers[i].value)
            fail_msg("»%s«", numbers[i].text);
    }
}

static void what_is_no_number_has_no_value(void **state)
{
    static const struct number numbers[] = {
        {"", DECIMAL_FORM, 0},
        {"-", DECIMAL_FORM, 0},
        {"abc", DECIMAL_FORM, 0},
        {"1,2,3", DECIMAL_FORM, 0},
        {"1,234.5", DECIMAL_FORM, 0},
        {"1.23,4", DECIMAL_FORM, 0},
        {"1.2.3", DECIMAL_FORM, 0},
        {",5", DECIMAL_FORM, 0},
        {"5,", DECIMAL_FORM, 0},
        {"--5", DECIMAL_FORM, 0},
        {"1 234", DECIMAL_FORM, 0},
        {"12 %", DECIMAL_FORM, 0},
        {"<10", DECIMAL_FORM, 0},
        {"9000000001", DECIMAL_RANGE, 0},
        {"9000000001.5", DECIMAL_RANGE, 0},
        {"99999999999999999999999999", DECIMAL_RANGE, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        decimal value = 1;
        if (decimal_parse(sv_of(numbers[i].text), &value) != numbers[i].error || value != DECIMAL_NONE)
            fail_msg("»%s«", numbers[i].text);
    }
}

/* Property: what is written plainly is read as the same number. */
static void a_written_number_reads_as_itself(void **state)
{
    uint64_t random = 7;
    (void)state;
    for (int i = 0; i < 20000; i++) {
        const decimal value =
            (decimal)(next_random(&random) % (UINT64_C(1) << (i % 50 + 1))) * (i % 2 ? 1 : -1);
        struct buffer text = buffer_in(&arena);
        decimal again;
        ratio_write_plain(&text, ratio_decimal(value));
        assert_int_equal(decimal_parse(buffer_view(&text), &again), DECIMAL_OK);
        assert_true(again == value);
    }
}

static void ratios_are_written_with_at_most_six_decimals(void **state)
{
    static const struct {
        struct ratio ratio;
        const char *text;
    } cases[] = {
        {{1, 3}, "0,333333"},
        {{2, 3}, "0,666667"},
        {{-2, 3}, "-0,666667"},
        {{1, 2}, "0,5"},
        {{42, 1}, "42"},
        {{0, 5}, "0"},
        {{1, 1000000}, "0,000001"},
        {{1, 2000000}, "0,000001"},
        {{1, 2000001}, "0"},
        {{-1, 2}, "-0,5"},
        {{0, 0}, ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer text = buffer_in(&arena);
        ratio_write_plain(&text, cases[i].ratio);
        assert_sv(buffer_view(&text), cases[i].text);
    }
}

static void halves_are_rounded_away_from_zero(void **state)
{
    (void)state;
    assert_int_equal(ratio_round(ratio_of(5, 2), 0), 3);
    assert_int_equal(ratio_round(ratio_of(-5, 2), 0), -3);
    assert_int_equal(ratio_round(ratio_of(1, 8), 2), 13);
    assert_int_equal(ratio_round(ratio_of(1249, 10000), 2), 12);
    assert_int_equal(ratio_round(ratio_of(7, 1), 6), 7000000);
}

/* Property: (a + b) − b = a, and (a / b) · b = a, for fractions of any sign. */
static void arithmetic_with_ratios_is_exact(void **state)
{
    uint64_t random = 11;
    (void)state;
    for (int i = 0; i < 20000; i++) {
        const struct ratio a = ratio_of((int64_t)(next_random(&random) % 2000001) - 1000000,
                                        (int64_t)(next_random(&random) % 1000) + 1);
        const struct ratio b = ratio_of((int64_t)(next_random(&random) % 2001) - 1000,
                                        (int64_t)(next_random(&random) % 1000) + 1);
        assert_int_equal(ratio_compare(ratio_subtract(ratio_add(a, b), b), a), 0);
        assert_int_equal(ratio_compare(ratio_magnitude(b), ratio_of(b.num < 0 ? -b.num : b.num, b.den)), 0);
        if (!b.num)
            continue;
        const struct ratio inverse = ratio_divide(ratio_whole(1), b);
        assert_int_equal(ratio_compare(ratio_divide(ratio_divide(a, b), inverse), a), 0);
    }
}

static void nothing_divided_or_by_nothing_has_no_value(void **state)
{
    (void)state;
    assert_false(ratio_has_value(ratio_of(5, 0)));
    assert_false(ratio_has_value(ratio_divide(ratio_whole(5), ratio_whole(0))));
    assert_false(ratio_has_value(ratio_divide(ratio_none(), ratio_whole(5))));
    assert_false(ratio_has_value(ratio_add(ratio_none(), ratio_whole(5))));
    assert_false(ratio_has_value(ratio_subtract(ratio_whole(5), ratio_none())));
    assert_int_equal(ratio_of(1, -2).den, 2);
    assert_int_equal(ratio_of(1, -2).num, -1);
}

static void large_ratios_are_reduced_rather_than_overflow(void **state)
{
    const struct ratio large = ratio_of(INT64_C(4000000000000000000), 3);
    (void)state;
    assert_int_equal(ratio_compare(ratio_divide(large, large), ratio_whole(1)), 0);
    assert_int_equal(ratio_compare(ratio_subtract(large, large), ratio_whole(0)), 0);
    assert_true(ratio_compare(ratio_add(large, large), large) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read_as_danes_write_them),
        cmocka_unit_test(what_is_no_number_has_no_value),
        cmocka_unit_test(a_written_number_reads_as_itself),
        cmocka_unit_test(ratios_are_written_with_at_most_six_decimals),
        cmocka_unit_test(halves_are_rounded_away_from_zero),
        cmocka_unit_test(arithmetic_with_ratios_is_exact),
        cmocka_unit_test(nothing_divided_or_by_nothing_has_no_value),
        cmocka_unit_test(large_ratios_are_reduced_rather_than_overflow),
    };
    arena_init(&arena, NULL);
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
