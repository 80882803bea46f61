#include "text_clean.h"

#include "cpr_guard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;

static struct cleaned_text clean(const char *text)
{
    return text_clean(&arena, sv_of(text));
}

static void letters_and_their_marks_become_one(void **state)
{
    (void)state;
    assert_string_equal(sv_text(&arena, clean("A\u030Arhus og Ma\u030Algruppe e\u0301").text),
                        "Århus og Målgruppe é");
    assert_string_equal(sv_text(&arena, clean("\u212Bngstr\u00F6m").text), "Ångström");
    assert_string_equal(sv_text(&arena, clean("“æøå” – €").text), "“æøå” – €");
}

static void text_that_is_clean_is_not_copied(void **state)
{
    const struct sv text = sv_of("Målgruppe – øst");
    (void)state;
    assert_ptr_equal(text_clean(&arena, text).text.data, text.data);
}

static void control_characters_go_and_are_told(void **state)
{
    const struct cleaned_text cleaned = clean("a\x01\x02"
                                              "b\x7F"
                                              "c\xC2\x85"
                                              "d\x1B[0m");
    (void)state;
    assert_string_equal(sv_text(&arena, cleaned.text), "abcd[0m");
    assert_true(cleaned.control_removed);
    assert_false(cleaned.replaced);
    assert_false(clean("a\tb\nc").control_removed);
    assert_string_equal(sv_text(&arena, clean("a\tb\nc").text), "a b\nc");
}

static void marks_of_direction_and_blanks_of_no_width_go_with_them(void **state)
{
    const struct cleaned_text cleaned = clean("a\u200Bb\u200E\u200Fc\u202A\u202Ed\u2066\u2069e");
    (void)state;
    assert_string_equal(sv_text(&arena, cleaned.text), "abcde");
    assert_true(cleaned.control_removed);
    assert_false(clean("a\u200Db\u2013\u2029\u202F\u2065\u206A").control_removed);
}

static void characters_that_no_document_may_hold_are_replaced(void **state)
{
    const struct cleaned_text cleaned = clean("a\xEF\xBF\xBE"
                                              "b\xEF\xBF\xBF"
                                              "c\xEF\xBF\xBD");
    (void)state;
    assert_string_equal(sv_text(&arena, cleaned.text), "a\uFFFDb\uFFFDc\uFFFD");
    assert_true(cleaned.replaced);
    assert_false(clean("\xEF\xBF\xBC").replaced);
    assert_false(clean("\xEF\xBC\xBE").replaced);
}

static void text_is_trimmed_after_it_is_cleaned(void **state)
{
    (void)state;
    assert_string_equal(sv_text(&arena, clean("\x01 \u00A0 a \x02\t").text), "a");
    assert_int_equal(clean(" \u00A0\x01").text.size, 0);
}

static void a_finding_shows_at_most_120_bytes_and_no_number(void **state)
{
    char text[300];
    (void)state;
    memset(text, 'x', sizeof text);
    const struct sv shown = text_for_finding(&arena, (struct sv){text, sizeof text});
    assert_int_equal(shown.size, 120 + strlen("…"));
    memcpy(text + 109,
           "\xC3\xA6"
           "31125750051",
           13); /* cut, ten digits would be left */
    assert_int_equal(cpr_find(text_for_finding(&arena, (struct sv){text, sizeof text})), CPR_NONE);
    for (size_t i = 0; i + 1 < sizeof text; i += 2)
        memcpy(text + i, "æ", 2);
    const struct sv letters = text_for_finding(&arena, (struct sv){text + 1, sizeof text - 2});
    assert_true(letters.size <= 120 + strlen("…"));
}

static void what_is_no_utf8_is_neither_control_nor_kept(void **state)
{
    const struct cleaned_text cleaned = clean("\xC2"
                                              "a\xCC");
    (void)state;
    assert_string_equal(sv_text(&arena, cleaned.text), "\uFFFDa\uFFFD");
    assert_false(cleaned.control_removed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_and_their_marks_become_one),
        cmocka_unit_test(text_that_is_clean_is_not_copied),
        cmocka_unit_test(control_characters_go_and_are_told),
        cmocka_unit_test(marks_of_direction_and_blanks_of_no_width_go_with_them),
        cmocka_unit_test(characters_that_no_document_may_hold_are_replaced),
        cmocka_unit_test(text_is_trimmed_after_it_is_cleaned),
        cmocka_unit_test(a_finding_shows_at_most_120_bytes_and_no_number),
        cmocka_unit_test(what_is_no_utf8_is_neither_control_nor_kept),
    };
    arena_init(&arena, NULL);
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
