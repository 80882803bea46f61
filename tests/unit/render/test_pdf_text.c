#include "pdf_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the headers above first */
#include <cmocka.h>

struct fixture {
    struct arena arena;
    struct pdf_file *file;
    struct pdf_type plain;
    struct pdf_type strong;
};

static int open_file(void **state)
{
    static const struct pdf_info info = {.title = SV("Prøve"), .language = SV("da-DK")};
    struct fixture *fixture = calloc(1, sizeof *fixture);
    arena_init(&fixture->arena, NULL);
    fixture->file = pdf_file_open(&fixture->arena, &info);
    fixture->plain = (struct pdf_type){pdf_file_font(fixture->file, PDF_REGULAR), 10, {0, 0, 0}};
    fixture->strong = (struct pdf_type){pdf_file_font(fixture->file, PDF_BOLD), 10, {0, 0, 0}};
    *state = fixture;
    return 0;
}

static int close_file(void **state)
{
    struct fixture *fixture = *state;
    pdf_file_close(fixture->file);
    arena_free(&fixture->arena);
    free(fixture);
    return 0;
}

static struct text_block broken(struct fixture *fixture, const char *text, double width)
{
    return text_break_one(&fixture->arena, sv_of(text), &fixture->plain, width);
}

static void assert_lines(const struct text_block *block, size_t count, const char *const *lines)
{
    assert_int_equal(block->line_count, count);
    for (size_t i = 0; i < count; i++) {
        size_t runs = block->lines[i].run_count;
        assert_int_equal(runs, lines[i][0] == '\0' ? 0 : 1);
        if (runs > 0)
            assert_true(sv_is(block->lines[i].runs[0].text, lines[i]));
    }
}

static void a_short_text_is_one_line(void **state)
{
    struct text_block block = broken(*state, "29 job", 200);
    assert_lines(&block, 1, (const char *const[]){"29 job"});
}

static void no_text_has_no_lines(void **state)
{
    assert_int_equal(broken(*state, "", 200).line_count, 0);
}

static void lines_break_at_blanks_and_do_not_end_in_one(void **state)
{
    struct text_block block = broken(*state, "et job og et til", 40);
    assert_lines(&block, 2, (const char *const[]){"et job og", "et til"});
}

static void no_line_is_wider_than_the_measure(void **state)
{
    struct fixture *fixture = *state;
    const char *text = "Årsnormen på 30 job blev nået den 14. august; ved årets udgang var der skabt 47 job.";
    for (double width = 45; width < 300; width += 7) {
        struct text_block block = broken(fixture, text, width);
        assert_true(block.width <= width + 0.1);
        assert_true(block.line_count >= 2);
    }
}

static void a_line_break_in_the_text_breaks_the_line(void **state)
{
    struct text_block block = broken(*state, "et\n\nto", 200);
    assert_lines(&block, 3, (const char *const[]){"et", "", "to"});
}

static void a_no_break_space_keeps_words_together(void **state)
{
    struct text_block block = broken(*state, "er 42\xC2\xA0% af", 30);
    assert_lines(&block, 3, (const char *const[]){"er", "42\xC2\xA0%", "af"});
}

static void a_word_wider_than_the_line_is_cut_between_characters(void **state)
{
    struct fixture *fixture = *state;
    char word[401];
    for (size_t i = 0; i < 200; i++)
        memcpy(word + 2 * i, "\xC3\xA6", 3);
    struct text_block block = broken(fixture, word, 100);
    size_t bytes = 0;
    for (size_t i = 0; i < block.line_count; i++) {
        assert_true(block.lines[i].width <= 100.1);
        assert_int_equal(block.lines[i].runs[0].text.size % 2, 0);
        bytes += block.lines[i].runs[0].text.size;
    }
    assert_int_equal(bytes, 400);
}

static void a_line_narrower_than_a_letter_still_takes_one(void **state)
{
    assert_int_equal(broken(*state, "abc", 1).line_count, 3);
    assert_int_equal(broken(*state, "a b", -5).line_count, 2);
}

static void a_soft_hyphen_is_drawn_only_where_a_line_breaks_at_it(void **state)
{
    struct fixture *fixture = *state;
    const char *text = "uddannelses\xC2\xADparathed";
    struct text_block whole = broken(fixture, text, 200), cut = broken(fixture, text, 70);
    assert_int_equal(whole.line_count, 1);
    assert_lines(&cut, 2, (const char *const[]){"uddannelses\xC2\xAD", "parathed"});
    assert_true(cut.lines[0].width > text_width(&fixture->plain, sv_of("uddannelses")) + 1);
}

static void a_compound_with_a_hyphen_may_break_after_it(void **state)
{
    struct text_block block = broken(*state, "CSR-virksomhed", 60);
    assert_lines(&block, 2, (const char *const[]){"CSR-", "virksomhed"});
    block = broken(*state, "nr. 10-20", 200);
    assert_int_equal(block.line_count, 1);
}

static void spans_follow_each_other_on_the_line(void **state)
{
    struct fixture *fixture = *state;
    struct text_span spans[3] = {{sv_of("Der er "), &fixture->plain, NULL},
                                 {sv_of("47 job"), &fixture->strong, NULL},
                                 {sv_of(" i alt."), &fixture->plain, NULL}};
    struct text_block block = text_break(&fixture->arena, spans, 3, 300);
    assert_int_equal(block.line_count, 1);
    assert_int_equal(block.lines[0].run_count, 3);
    double expected = text_width(&fixture->plain, spans[0].text);
    assert_true(block.lines[0].runs[1].x > expected - 1e-6 && block.lines[0].runs[1].x < expected + 1e-6);
    assert_ptr_equal(block.lines[0].runs[1].type, &fixture->strong);
}

static void a_word_of_two_spans_is_not_broken_between_them(void **state)
{
    struct fixture *fixture = *state;
    struct text_span spans[2] = {{sv_of("omkring 1.234"), &fixture->strong, NULL},
                                 {sv_of("."), &fixture->plain, NULL}};
    double width = text_width(&fixture->strong, spans[0].text) + 0.5;
    struct text_block block = text_break(&fixture->arena, spans, 2, width);
    assert_int_equal(block.line_count, 2);
    assert_true(sv_is(block.lines[0].runs[0].text, "omkring"));
    assert_int_equal(block.lines[1].run_count, 2);
}

/* Nothing of the text is lost but the blanks that lines broke at; no line is too wide. */
static size_t bytes_of(const struct text_block *block, double width)
{
    size_t bytes = 0;
    for (size_t i = 0; i < block->line_count; i++) {
        const struct text_line *line = &block->lines[i];
        assert_true(line->width <= width + 0.1);
        for (size_t r = 0; r < line->run_count; r++)
            bytes += line->runs[r].text.size;
        bytes += line->blank_after ? 1 : 0;
    }
    return bytes;
}

static void what_is_left_of_a_cut_word_shares_its_line_with_the_next(void **state)
{
    struct fixture *fixture = *state;
    char text[2004];
    memset(text, 'm', 2000);
    memcpy(text + 2000, " ni", 4);
    const double letter = text_width(&fixture->plain, sv_of("m"));
    struct text_block block = broken(fixture, text, letter * 6.5); /* 333 lines of six letters and two more */
    assert_int_equal(block.line_count, 334);
    assert_true(sv_is(block.lines[332].runs[0].text, "mmmmmm"));
    assert_true(sv_is(block.lines[333].runs[0].text, "mm ni"));
    assert_int_equal(bytes_of(&block, letter * 6.5), 2003);
}

static void a_line_has_the_runs_of_its_own_spans_alone(void **state)
{
    enum { SPANS = 900 };
    struct fixture *fixture = *state;
    struct text_span spans[SPANS];
    static const char *const words[3] = {"29 ", "", "job "};
    for (size_t i = 0; i < SPANS; i++)
        spans[i] = (struct text_span){sv_of(words[i % 3]), i % 3 ? &fixture->plain : &fixture->strong, NULL};
    struct text_block block = text_break(&fixture->arena, spans, SPANS, 100);
    size_t runs = 0;
    for (size_t i = 0; i < block.line_count; i++) {
        assert_ptr_equal(block.lines[i].runs[0].type,
                         runs % 2 ? &fixture->plain : &fixture->strong); /* they take turns */
        runs += block.lines[i].run_count;
    }
    assert_int_equal(runs, SPANS / 3 * 2);
    assert_true(block.line_count > 10);
}

static void a_text_too_wide_is_shortened_to_what_fits(void **state)
{
    struct fixture *fixture = *state;
    const struct sv text = sv_of("Årsrapport for socialøkonomi æøå");
    const double whole = text_width(&fixture->plain, text);
    assert_true(sv_equal(text_shortened(&fixture->arena, text, &fixture->plain, whole + 0.1), text));
    for (double width = 12; width < whole; width += 3) {
        const struct sv cut = text_shortened(&fixture->arena, text, &fixture->plain, width);
        assert_true(text_width(&fixture->plain, cut) <= width + 0.1);
        assert_true(cut.size >= 3 && sv_is(sv_slice(cut, cut.size - 3, 3), "…"));
        const size_t kept = cut.size - 3;
        assert_true(sv_starts_with(text, sv_slice(cut, 0, kept)));
        assert_true(((unsigned char)text.data[kept] & 0xC0) != 0x80); /* no half character */
    }
}

static void the_widest_word_is_found(void **state)
{
    struct fixture *fixture = *state;
    double widest = text_widest_word(&fixture->plain, sv_of("et værksted for alle"));
    double expected = text_width(&fixture->plain, sv_of("værksted"));
    assert_true(widest > expected - 1e-6 && widest < expected + 1e-6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_short_text_is_one_line, open_file, close_file),
        cmocka_unit_test_setup_teardown(no_text_has_no_lines, open_file, close_file),
        cmocka_unit_test_setup_teardown(lines_break_at_blanks_and_do_not_end_in_one, open_file, close_file),
        cmocka_unit_test_setup_teardown(no_line_is_wider_than_the_measure, open_file, close_file),
        cmocka_unit_test_setup_teardown(a_line_break_in_the_text_breaks_the_line, open_file, close_file),
        cmocka_unit_test_setup_teardown(a_no_break_space_keeps_words_together, open_file, close_file),
        cmocka_unit_test_setup_teardown(a_word_wider_than_the_line_is_cut_between_characters, open_file,
                                        close_file),
        cmocka_unit_test_setup_teardown(a_line_narrower_than_a_letter_still_takes_one, open_file, close_file),
        cmocka_unit_test_setup_teardown(a_soft_hyphen_is_drawn_only_where_a_line_breaks_at_it, open_file,
                                        close_file),
        cmocka_unit_test_setup_teardown(a_compound_with_a_hyphen_may_break_after_it, open_file, close_file),
        cmocka_unit_test_setup_teardown(spans_follow_each_other_on_the_line, open_file, close_file),
        cmocka_unit_test_setup_teardown(a_word_of_two_spans_is_not_broken_between_them, open_file,
                                        close_file),
        cmocka_unit_test_setup_teardown(what_is_left_of_a_cut_word_shares_its_line_with_the_next, open_file,
                                        close_file),
        cmocka_unit_test_setup_teardown(a_line_has_the_runs_of_its_own_spans_alone, open_file, close_file),
        cmocka_unit_test_setup_teardown(a_text_too_wide_is_shortened_to_what_fits, open_file, close_file),
        cmocka_unit_test_setup_teardown(the_widest_word_is_found, open_file, close_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
