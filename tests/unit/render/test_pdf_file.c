#include "pdf_bytes.h"
#include "pdf_page.h"
#include "pdf_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the headers above first */
#include <cmocka.h>

struct fixture {
    struct arena arena;
    struct pdf_file *file;
    struct pdf_page *page;
    struct pdf_type type;
};

static const struct pdf_info info = {.title = SV("Prøve <1> & 2"),
                                     .author = SV("En kommune"),
                                     .creator = SV("prøven"),
                                     .language = SV("da-DK"),
                                     .created = 1735689600};

static int open_file(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    arena_init(&fixture->arena, NULL);
    fixture->file = pdf_file_open(&fixture->arena, &info);
    fixture->page = pdf_file_add_page(fixture->file, 400, 300);
    fixture->type = (struct pdf_type){pdf_file_font(fixture->file, PDF_REGULAR), 10, {0, 0, 0}};
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

static const char *content_of(const struct fixture *fixture)
{
    return sv_text(fixture->file->arena, buffer_view(&fixture->page->ink.content));
}

static void write_heading(struct fixture *fixture, const char *text)
{
    struct pdf_tag *heading = pdf_tag_add(pdf_file_root(fixture->file), PDF_H1);
    pdf_ink_text(pdf_page_tagged(fixture->page, heading), (struct pdf_point){40, 50}, &fixture->type,
                 sv_of(text));
}

static size_t count_of(const char *text, const char *part)
{
    size_t count = 0;
    for (const char *at = strstr(text, part); at; at = strstr(at + 1, part))
        count++;
    return count;
}

static bool bytes_contain(struct sv bytes, const char *part)
{
    return bytes_find(bytes, 0, part) != SIZE_MAX;
}

static void text_is_written_inside_the_marked_content_of_its_tag(void **state)
{
    struct fixture *fixture = *state;
    write_heading(fixture, "AB");
    const char *content = content_of(fixture);
    assert_ptr_equal(strstr(content, "/H1 <</MCID 0>> BDC\n"), content);
    assert_non_null(strstr(content, "40 250 Td\n[<00410042>] TJ ET\n"));
}

static void one_tag_drawn_in_several_goes_is_one_marked_content(void **state)
{
    struct fixture *fixture = *state;
    struct pdf_tag *tag = pdf_tag_add(pdf_file_root(fixture->file), PDF_P);
    for (int i = 0; i < 3; i++)
        pdf_ink_text(pdf_page_tagged(fixture->page, tag), (struct pdf_point){0, 50}, &fixture->type,
                     sv_of("x"));
    assert_int_equal(count_of(content_of(fixture), "BDC"), 1);
    pdf_ink_text(pdf_page_artifact(fixture->page, PDF_FOOTER), (struct pdf_point){0, 90}, &fixture->type,
                 sv_of("side 1"));
    pdf_ink_text(pdf_page_tagged(fixture->page, tag), (struct pdf_point){0, 60}, &fixture->type, sv_of("y"));
    const char *content = content_of(fixture);
    assert_non_null(strstr(content, "EMC\n/Artifact <</Type/Pagination/Subtype/Footer>> BDC\n"));
    assert_non_null(strstr(content, "EMC\n/P <</MCID 1>> BDC\n"));
}

static void lines_of_different_artifacts_do_not_share_marked_content(void **state)
{
    struct fixture *fixture = *state;
    struct pdf_stroke stroke = {1, {0, 0, 0}, 0};
    pdf_ink_line(pdf_page_artifact(fixture->page, PDF_LAYOUT), (struct pdf_point){0, 0},
                 (struct pdf_point){9, 0}, &stroke);
    pdf_ink_line(pdf_page_artifact(fixture->page, PDF_HEADER), (struct pdf_point){0, 0},
                 (struct pdf_point){9, 0}, &stroke);
    assert_int_equal(count_of(content_of(fixture), "BDC"), 2);
}

static void kerning_draws_letters_together_but_leaves_digits_alone(void **state)
{
    struct fixture *fixture = *state;
    struct pdf_font *font = fixture->type.font;
    double apart = pdf_font_width(font, 10, sv_of("A")) + pdf_font_width(font, 10, sv_of("V"));
    assert_true(pdf_font_width(font, 10, sv_of("AV")) < apart - 0.1);
    double digit = pdf_font_width(font, 10, sv_of("1"));
    assert_true(pdf_font_width(font, 10, sv_of("11")) > 2 * digit - 1e-9);
}

static void a_soft_hyphen_takes_no_room(void **state)
{
    struct fixture *fixture = *state;
    struct pdf_font *font = fixture->type.font;
    double plain = pdf_font_width(font, 10, sv_of("job"));
    double hyphened = pdf_font_width(font, 10,
                                     sv_of("j\xC2\xADo\xC2\xAD"
                                           "b"));
    assert_true(plain - hyphened < 1e-9 && hyphened - plain < 1e-9);
}

static void a_character_without_a_glyph_is_drawn_as_a_question_mark_and_reported_once(void **state)
{
    struct fixture *fixture = *state;
    write_heading(fixture, "\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xE2\x9C\x93");
    assert_non_null(strstr(content_of(fixture), "<003F003F003F>"));
    assert_int_equal(pdf_file_missing_count(fixture->file), 2);
    assert_int_equal(pdf_file_missing(fixture->file, 0), 0x1F600);
    assert_int_equal(pdf_file_missing(fixture->file, 1), 0x2713);
}

static void bytes_that_are_not_utf_8_do_not_stop_the_writing(void **state)
{
    struct fixture *fixture = *state;
    struct pdf_error error;
    write_heading(fixture, "a\xC3(\xFF\xE2\x82");
    assert_int_equal(pdf_file_finish(fixture->file, &error).size > 0, 1);
    assert_string_equal(error.text, "");
}

static void a_tag_in_the_wrong_place_is_an_error_of_the_file(void **state)
{
    struct fixture *fixture = *state;
    struct pdf_error error;
    write_heading(fixture, "Overskrift");
    pdf_tag_add(pdf_file_root(fixture->file), PDF_TR);
    assert_int_equal(pdf_file_finish(fixture->file, &error).size, 0);
    assert_non_null(strstr(error.text, "TR kan ikke stå i Document"));
}

static void the_first_error_is_the_one_that_is_told(void **state)
{
    struct fixture *fixture = *state;
    struct pdf_error error;
    pdf_tag_add(pdf_file_root(fixture->file), PDF_LI);
    pdf_tag_add(pdf_file_root(fixture->file), PDF_TD);
    pdf_file_finish(fixture->file, &error);
    assert_non_null(strstr(error.text, "LI"));
}

static void a_bookmark_may_not_skip_a_level(void **state)
{
    struct fixture *fixture = *state;
    struct pdf_anchor anchor = {fixture->page, 10};
    struct pdf_error error;
    write_heading(fixture, "Overskrift");
    pdf_file_add_bookmark(fixture->file, 2, sv_of("For dybt"), &anchor, NULL);
    pdf_file_finish(fixture->file, &error);
    assert_non_null(strstr(error.text, "For dybt"));
}

static void a_link_to_nowhere_is_an_error(void **state)
{
    struct fixture *fixture = *state;
    static const struct pdf_anchor nowhere;
    struct pdf_error error;
    struct pdf_tag *paragraph = pdf_tag_add(pdf_file_root(fixture->file), PDF_P);
    struct pdf_tag *link = pdf_tag_add(paragraph, PDF_LINK);
    pdf_page_add_link(fixture->page, link, (struct pdf_box){0, 0, 9, 9}, &nowhere, sv_of("Ingen steder"));
    pdf_file_finish(fixture->file, &error);
    assert_string_not_equal(error.text, "");
}

static void a_file_without_pages_is_refused(void **state)
{
    (void)state;
    struct arena arena;
    struct pdf_error error;
    arena_init(&arena, NULL);
    struct pdf_file *file = pdf_file_open(&arena, &info);
    pdf_file_finish(file, &error);
    assert_string_equal(error.text, "PDF-filen har ingen sider.");
    pdf_file_close(file);
    arena_free(&arena);
}

static void the_file_says_which_standards_it_follows(void **state)
{
    struct fixture *fixture = *state;
    struct pdf_error error;
    write_heading(fixture, "Overskrift");
    struct sv bytes = pdf_unpacked(&fixture->arena, pdf_file_finish(fixture->file, &error));
    assert_true(bytes_contain(bytes, "<pdfuaid:part>1</pdfuaid:part>"));
    assert_true(
        bytes_contain(bytes, "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"));
    assert_true(bytes_contain(bytes, "Prøve &lt;1&gt; &amp; 2"));
    assert_true(bytes_contain(bytes, "<xmp:CreateDate>2025-01-01T00:00:00Z</xmp:CreateDate>"));
    assert_true(bytes_contain(bytes, "/CreationDate(D:20250101000000Z)"));
    assert_true(bytes_contain(bytes, "/DisplayDocTitle true"));
    assert_true(bytes_contain(bytes, "/Lang (da-DK)"));
}

static struct sv make_small_file(struct arena *arena, const char *heading)
{
    struct pdf_error error;
    struct pdf_file *file = pdf_file_open(arena, &info);
    struct fixture fixture = {.file = file, .page = pdf_file_add_page(file, 400, 300)};
    fixture.type = (struct pdf_type){pdf_file_font(file, PDF_BOLD), 10, {0, 0, 0}};
    write_heading(&fixture, heading);
    struct sv bytes = pdf_file_finish(file, &error);
    pdf_file_close(file);
    return bytes;
}

static void the_same_document_gives_the_same_bytes_and_another_gives_another_identity(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL);
    struct sv one = make_small_file(&arena, "Ens"), two = make_small_file(&arena, "Ens");
    assert_true(one.size > 1000);
    assert_true(sv_equal(one, two));
    assert_false(sv_equal(one, make_small_file(&arena, "Sen")));
    arena_free(&arena);
}

static void a_full_disk_is_noticed(void **state)
{
    struct fixture *fixture = *state;
    struct pdf_error error;
    write_heading(fixture, "Overskrift");
    assert_false(pdf_file_save(fixture->file, "/dev/full", &error));
    assert_non_null(strstr(error.text, "PDF-filen »full« kan ikke skrives: "));
}

static void a_folder_that_is_not_there_is_noticed(void **state)
{
    struct fixture *fixture = *state;
    struct pdf_error error;
    write_heading(fixture, "Overskrift");
    assert_false(pdf_file_save(fixture->file, "/findes/ikke/fil.pdf", &error));
    assert_non_null(strstr(error.text, "PDF-filen »fil.pdf« kan ikke skrives: mappen findes ikke. "));
}

static void a_number_has_at_most_three_decimals_and_no_exponent(void **state)
{
    struct fixture *fixture = *state;
    const struct {
        double value;
        const char *text;
    } cases[] = {{0, "0"},         {-0.0001, "0"},   {1.5, "1.5"},
                 {-2.25, "-2.25"}, {0.007, "0.007"}, {595.28, "595.28"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buffer buffer = buffer_in(&fixture->arena);
        buffer_add_number(&buffer, cases[i].value);
        assert_true(sv_is(buffer_view(&buffer), cases[i].text));
    }
}

static void characters_outside_the_basic_plane_become_surrogates(void **state)
{
    struct fixture *fixture = *state;
    struct buffer buffer = buffer_in(&fixture->arena);
    buffer_add_pdf_text(&buffer, sv_of("\xC3\xA6\xF0\x9F\x98\x80"));
    assert_true(sv_is(buffer_view(&buffer), "<FEFF00E6D83DDE00>"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define WITH_FILE(test) cmocka_unit_test_setup_teardown(test, open_file, close_file)
        WITH_FILE(text_is_written_inside_the_marked_content_of_its_tag),
        WITH_FILE(one_tag_drawn_in_several_goes_is_one_marked_content),
        WITH_FILE(lines_of_different_artifacts_do_not_share_marked_content),
        WITH_FILE(kerning_draws_letters_together_but_leaves_digits_alone),
        WITH_FILE(a_soft_hyphen_takes_no_room),
        WITH_FILE(a_character_without_a_glyph_is_drawn_as_a_question_mark_and_reported_once),
        WITH_FILE(bytes_that_are_not_utf_8_do_not_stop_the_writing),
        WITH_FILE(a_tag_in_the_wrong_place_is_an_error_of_the_file),
        WITH_FILE(the_first_error_is_the_one_that_is_told),
        WITH_FILE(a_bookmark_may_not_skip_a_level),
        WITH_FILE(a_link_to_nowhere_is_an_error),
        cmocka_unit_test(a_file_without_pages_is_refused),
        WITH_FILE(the_file_says_which_standards_it_follows),
        cmocka_unit_test(the_same_document_gives_the_same_bytes_and_another_gives_another_identity),
        WITH_FILE(a_full_disk_is_noticed),
        WITH_FILE(a_folder_that_is_not_there_is_noticed),
        WITH_FILE(a_number_has_at_most_three_decimals_and_no_exponent),
        WITH_FILE(characters_outside_the_basic_plane_become_surrogates),
#undef WITH_FILE
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
