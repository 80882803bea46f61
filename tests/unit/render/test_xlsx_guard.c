#include "xlsx_guard.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
/* cmocka wants the headers above first */
#include <cmocka.h>

static int open_arena(void **state)
{
    static struct arena arena;
    arena_init(&arena, NULL);
    *state = &arena;
    return 0;
}

static int close_arena(void **state)
{
    arena_free(*state);
    return 0;
}

static void assert_text(struct arena *arena, struct sv given, const char *expected)
{
    assert_string_equal(guard_text(arena, given, XLSX_CELL_LETTERS), expected);
}

static void danish_text_and_line_breaks_pass_unchanged(void **state)
{
    assert_text(*state, sv_of("Ærø & Åbenrå\n»æøå« – 100 %"), "Ærø & Åbenrå\n»æøå« – 100 %");
    assert_text(*state, (struct sv){0}, "");
    assert_text(*state, sv_of("\xF0\x9F\x98\x80"), "\xF0\x9F\x98\x80");
}

static void control_characters_vanish_and_tabs_become_blanks(void **state)
{
    assert_text(*state, (struct sv){"a\0b\x01\x7F\r\tc\xC2\x85", 10}, "ab c");
}

static void what_is_not_utf8_becomes_the_replacement_character(void **state)
{
    assert_text(*state, sv_of("a\xFF"), "a\xEF\xBF\xBD");
    assert_text(*state, sv_of("\xC3"), "\xEF\xBF\xBD");
    assert_text(*state, sv_of("\xC3(x"), "\xEF\xBF\xBD(x");
    assert_text(*state, sv_of("\xC0\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD");
    assert_text(*state, sv_of("\xE0\x80\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    assert_text(*state, sv_of("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    assert_text(*state, sv_of("\xF4\x90\x80\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

static void non_characters_are_replaced(void **state)
{
    assert_text(*state, sv_of("\xEF\xBF\xBE\xEF\xBF\xBF"), "\xEF\xBF\xBD\xEF\xBF\xBD");
}

static void what_excel_would_read_as_a_character_code_is_escaped(void **state)
{
    assert_text(*state, sv_of("_x0041_"), "_x005F_x0041_");
    assert_text(*state, sv_of("a_xBEEF_x00e6_"), "a_x005F_xBEEF_x005F_x00e6_");
    assert_text(*state, sv_of("_x41_ _y0041_ _x004"), "_x41_ _y0041_ _x004");
}

static void text_at_the_limit_stays_and_over_it_is_cut(void **state)
{
    assert_string_equal(guard_text(*state, sv_of("abcdef"), 6), "abcdef");
    assert_string_equal(guard_text(*state, sv_of("abcdefg"), 6), "abcde…");
    assert_string_equal(guard_text(*state, sv_of("ææææææ"), 6), "ææææææ");
    assert_string_equal(guard_text(*state, sv_of("æææææææ"), 6), "æææææ…");
}

static void a_character_outside_the_basic_plane_counts_as_two_letters(void **state)
{
    assert_string_equal(guard_text(*state, sv_of("abcd\xF0\x9F\x98\x80"), 6), "abcd\xF0\x9F\x98\x80");
    assert_string_equal(guard_text(*state, sv_of("abcde\xF0\x9F\x98\x80"), 6), "abcde…");
}

static void a_line_has_no_breaks(void **state)
{
    assert_string_equal(guard_line(*state, sv_of("en\nto"), XLSX_CELL_LETTERS), "en to");
}

static void a_description_is_cut_between_letters(void **state)
{
    struct buffer text = buffer_in(*state);
    while (text.size < 3000)
        buffer_add_text(&text, "aø");
    const char *cut = guard_description(*state, buffer_view(&text));
    assert_true(strlen(cut) <= 2003);
    assert_string_equal(cut + strlen(cut) - 6, "øa…");
    assert_string_equal(guard_description(*state, sv_of("en\nto")), "en to");
}

static void sheet_names_lose_what_excel_forbids(void **state)
{
    struct name_set names = {.arena = *state};
    assert_string_equal(guard_sheet_name(&names, sv_of("'Job: [2024]/'")), "Job   2024");
    assert_string_equal(guard_sheet_name(&names, sv_of("")), "Ark");
    assert_string_equal(guard_sheet_name(&names, sv_of("???")), "Ark (2)");
    assert_string_equal(guard_sheet_name(&names, sv_of("history")), "History ark");
}

static void sheet_names_are_at_most_31_letters_and_differ(void **state)
{
    struct name_set names = {.arena = *state};
    const struct sv wanted = sv_of("Ældre æbletræer på Ærø og Århus Øst");
    assert_string_equal(guard_sheet_name(&names, wanted), "Ældre æbletræer på Ærø og Århu…");
    assert_string_equal(guard_sheet_name(&names, wanted), "Ældre æbletræer på Ærø og … (2)");
    assert_string_equal(guard_sheet_name(&names, sv_of("ØKONOMI")), "ØKONOMI");
    assert_string_equal(guard_sheet_name(&names, sv_of("økonomi")), "økonomi (2)");
    assert_string_equal(guard_sheet_name(&names, sv_of("økonomi")), "økonomi (3)");
}

static void table_names_cannot_be_taken_for_cells(void **state)
{
    struct name_set names = {.arena = *state};
    assert_string_equal(guard_table_name(&names, sv_of("job2024")), "Tabel_job2024");
    assert_string_equal(guard_table_name(&names, sv_of("JOB2024")), "Tabel_JOB2024_2");
    assert_string_equal(guard_table_name(&names, sv_of("a b-ø")), "Tabel_a_b___");
}

static void headings_are_single_lines_never_empty_and_differ(void **state)
{
    struct name_set names = {.arena = *state};
    assert_string_equal(guard_heading(&names, sv_of("I\nalt")), "I alt");
    assert_string_equal(guard_heading(&names, sv_of("i alt")), "i alt (2)");
    assert_string_equal(guard_heading(&names, sv_of(" ")), "Kolonne");
}

static void a_ratio_without_a_value_is_no_number(void **state)
{
    (void)state;
    double number = -1;
    assert_false(guard_number(ratio_none(), &number));
    assert_true(guard_number(ratio_of(1, 4), &number));
    assert_true(number == 0.25);
}

int main(void)
{
#define TEST(function) cmocka_unit_test_setup_teardown(function, open_arena, close_arena)
    const struct CMUnitTest tests[] = {
        TEST(danish_text_and_line_breaks_pass_unchanged),
        TEST(control_characters_vanish_and_tabs_become_blanks),
        TEST(what_is_not_utf8_becomes_the_replacement_character),
        TEST(non_characters_are_replaced),
        TEST(what_excel_would_read_as_a_character_code_is_escaped),
        TEST(text_at_the_limit_stays_and_over_it_is_cut),
        TEST(a_character_outside_the_basic_plane_counts_as_two_letters),
        TEST(a_line_has_no_breaks),
        TEST(a_description_is_cut_between_letters),
        TEST(sheet_names_lose_what_excel_forbids),
        TEST(sheet_names_are_at_most_31_letters_and_differ),
        TEST(table_names_cannot_be_taken_for_cells),
        TEST(headings_are_single_lines_never_empty_and_differ),
        TEST(a_ratio_without_a_value_is_no_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
