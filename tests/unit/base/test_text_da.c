#include "base_fixture.h"
#include "text_da.h"

static struct arena arena;

static const char *number(struct ratio value, int places)
{
    struct buffer text = buffer_in(&arena);
    danish_number(&text, value, places);
    return sv_text(&arena, buffer_view(&text));
}

static void numbers_have_thousands_dots_a_comma_and_a_true_minus(void **state)
{
    (void)state;
    assert_string_equal(number(ratio_whole(0), 0), "0");
    assert_string_equal(number(ratio_whole(999), 0), "999");
    assert_string_equal(number(ratio_whole(1000), 0), "1.000");
    assert_string_equal(number(ratio_whole(12345678), 0), "12.345.678");
    assert_string_equal(number(ratio_of(2469, 2), 1), "1.234,5");
    assert_string_equal(number(ratio_of(-2469, 2), 1), "\u22121.234,5");
    assert_string_equal(number(ratio_of(1, 3), 2), "0,33");
    assert_string_equal(number(ratio_of(1, 200), 2), "0,01");
    assert_string_equal(number(ratio_of(-1, 1000), 2), "0,00");
}

static const char *share(int64_t part, int64_t base)
{
    struct buffer text = buffer_in(&arena);
    danish_share(&text, ratio_of(part, base), base);
    return sv_text(&arena, buffer_view(&text));
}

static void shares_have_a_decimal_from_a_hundred_rows_up(void **state)
{
    (void)state;
    assert_string_equal(share(42, 99), "42\u00A0%");
    assert_string_equal(share(423, 1000), "42,3\u00A0%");
    assert_string_equal(share(1, 100), "1,0\u00A0%");
    assert_string_equal(share(5, 5), "100\u00A0%");
    assert_string_equal(share(0, 0), "0\u00A0%");
}

static void dates_are_written_out_and_in_short(void **state)
{
    struct buffer text = buffer_in(&arena);
    (void)state;
    danish_date(&text, day_from_date(2024, 8, 14));
    buffer_add_byte(&text, '|');
    danish_short_date(&text, day_from_date(2024, 8, 4));
    assert_sv(buffer_view(&text), "14.\u00A0august 2024|04-08-2024");
    assert_sv(danish_short_date_text(day_from_date(2024, 8, 4), &arena), "04-08-2024");
    assert_sv(danish_short_date_text(DAY_NONE, &arena), "");
    assert_string_equal(danish_month(1), "januar");
    assert_string_equal(danish_month(12), "december");
}

static const char *amount(int64_t kroner)
{
    struct buffer text = buffer_in(&arena);
    danish_amount(&text, ratio_whole(kroner));
    return sv_text(&arena, buffer_view(&text));
}

static void amounts_from_a_million_up_are_written_in_millions(void **state)
{
    (void)state;
    assert_string_equal(amount(980), "980\u00A0kr.");
    assert_string_equal(amount(14500), "14.500\u00A0kr.");
    assert_string_equal(amount(999999), "999.999\u00A0kr.");
    assert_string_equal(amount(1230000), "1,2\u00A0mio.\u00A0kr.");
}

static const char *folded(const char *text)
{
    return sv_text(&arena, danish_fold(&arena, sv_of(text)));
}

static void folding_makes_spellings_of_one_name_equal(void **state)
{
    (void)state;
    assert_string_equal(folded("Målgruppe"), "maalgruppe");
    assert_string_equal(folded("MÅLGRUPPE"), "maalgruppe");
    assert_string_equal(folded("Forløb-ID"), "forloeb_id");
    assert_string_equal(folded("aftale.id"), "aftale_id");
    assert_string_equal(folded("Aftale\u00A0id"), "aftale_id");
    assert_string_equal(folded("ÆØÅ æøå"), "aeoeaa_aeoeaa");
    assert_string_equal(folded("café"), "café");
    assert_string_equal(folded(""), "");
    assert_string_equal(folded("©"), "©");
    assert_string_equal(folded("a\xC3"), "a\xC3"); /* cut off in a letter */
    assert_string_equal(folded("a\xC2"), "a\xC2");
}

static void folding_into_too_little_room_is_told(void **state)
{
    char room[8];
    (void)state;
    assert_int_equal(danish_fold_into(sv_of("Året"), room, sizeof room), 5);
    assert_true(danish_fold_into(sv_of("ååååå"), room, sizeof room) == SIZE_MAX);
}

static void the_distance_counts_letters_added_dropped_changed_and_swapped(void **state)
{
    static const struct {
        const char *a;
        const char *b;
        size_t distance;
    } cases[] = {
        {"", "", 0},      {"abc", "abc", 0},          {"abc", "abd", 1},
        {"abc", "ab", 1}, {"abc", "xabc", 1},         {"abc", "acb", 1},
        {"", "abc", 3},   {"fleksjob", "flexjob", 2}, {"kitten", "sitting", 3},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(edit_distance(sv_of(cases[i].a), sv_of(cases[i].b)), cases[i].distance);
        assert_int_equal(edit_distance(sv_of(cases[i].b), sv_of(cases[i].a)), cases[i].distance);
    }
}

static void the_alphabet_ends_in_ae_oe_and_aa(void **state)
{
    static const char *const sorted[] = {"",    "a",   "Allerød",  "allerød by", "Assens",   "Slagelse",
                                         "Zoo", "Ærø", "Ølstykke", "Aabenraa",   "Åbenrå By"};
    (void)state;
    for (size_t i = 0; i + 1 < sizeof sorted / sizeof *sorted; i++) {
        assert_true(danish_order(sv_of(sorted[i]), sv_of(sorted[i + 1])) < 0);
        assert_true(danish_order(sv_of(sorted[i + 1]), sv_of(sorted[i])) > 0);
    }
    assert_int_equal(danish_order(sv_of("Køge"), sv_of("Køge")), 0);
    assert_true(danish_order(sv_of("Køge"), sv_of("køge")) != 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_have_thousands_dots_a_comma_and_a_true_minus),
        cmocka_unit_test(shares_have_a_decimal_from_a_hundred_rows_up),
        cmocka_unit_test(dates_are_written_out_and_in_short),
        cmocka_unit_test(amounts_from_a_million_up_are_written_in_millions),
        cmocka_unit_test(folding_makes_spellings_of_one_name_equal),
        cmocka_unit_test(folding_into_too_little_room_is_told),
        cmocka_unit_test(the_alphabet_ends_in_ae_oe_and_aa),
        cmocka_unit_test(the_distance_counts_letters_added_dropped_changed_and_swapped),
    };
    arena_init(&arena, NULL);
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
