#include "template_csv.h"

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

static const char *as_text(struct arena *arena, const struct buffer *buffer)
{
    return sv_text(arena, buffer_view(buffer));
}

static void a_tables_template_is_its_header_line(void **state)
{
    struct buffer buffer = buffer_in(*state);
    template_csv(&buffer, table_schema(TABLE_FOLLOW_UPS));
    assert_string_equal(as_text(*state, &buffer), "\xEF\xBB\xBF"
                                                  "forloeb_id;dato;moede_holdt;status\r\n");
}

static void the_code_lists_are_written_with_what_is_positive(void **state)
{
    struct code_lists codes;
    struct buffer buffer = buffer_in(*state);
    code_lists_init(&codes, *state);
    template_codes_csv(&buffer, &codes);
    const char *text = as_text(*state, &buffer);
    assert_non_null(strstr(text, "liste;kode;navn;raekkefoelge;positiv;gruppe;gyldig_fra;gyldig_til\r\n"));
    assert_non_null(strstr(text, "\r\nudfald;uddannelse;Uddannelse;1;ja;;;\r\n"));
    assert_non_null(strstr(text, "\r\nudfald;stoppet;Stoppet;8;nej;;;\r\n"));
    assert_non_null(strstr(text, "\r\ntrin;praktik;Praktik;3;;;;\r\n"));
}

static void a_list_that_cannot_be_replaced_is_not_written(void **state)
{
    struct code_lists codes;
    struct buffer buffer = buffer_in(*state);
    code_lists_init(&codes, *state);
    template_codes_csv(&buffer, &codes);
    assert_true(code_list(&codes, CODES_GOAL_TYPE)->fixed);
    assert_null(strstr(as_text(*state, &buffer), "\r\nmaaltype;"));
}

static void a_name_with_a_separator_or_quote_is_quoted_and_dates_are_danish(void **state)
{
    struct code_lists codes;
    struct buffer buffer = buffer_in(*state);
    code_lists_init(&codes, *state);
    struct code *code = &codes.lists[CODES_STEP].codes[0];
    code->name = sv_of("a;\"b\"");
    code->group = sv_of("ny");
    code->valid_from = day_from_date(2026, 7, 1);
    template_codes_csv(&buffer, &codes);
    assert_non_null(
        strstr(as_text(*state, &buffer), "\r\ntrin;motivation;\"a;\"\"b\"\"\";1;;ny;01-07-2026;\r\n"));
}

static void required_settings_are_to_be_filled_in_and_others_are_comments(void **state)
{
    struct buffer buffer = buffer_in(*state);
    template_settings(&buffer);
    const char *text = as_text(*state, &buffer);
    assert_non_null(strstr(text, "\r\n[kommune]\r\n"));
    assert_non_null(strstr(text, "\r\nnavn =\r\n"));
    assert_non_null(strstr(text, "\r\n;indbyggere = "));
    assert_null(strstr(text, "\r\nindbyggere"));
}

int main(void)
{
#define TEST(function) cmocka_unit_test_setup_teardown(function, open_arena, close_arena)
    const struct CMUnitTest tests[] = {
        TEST(a_tables_template_is_its_header_line),
        TEST(the_code_lists_are_written_with_what_is_positive),
        TEST(a_list_that_cannot_be_replaced_is_not_written),
        TEST(a_name_with_a_separator_or_quote_is_quoted_and_dates_are_danish),
        TEST(required_settings_are_to_be_filled_in_and_others_are_comments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
