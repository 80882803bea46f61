/* The whole report as a PDF file, from a released document to the bytes on disk. */
#include "build.h"
#include "pdf_bytes.h"
#include "pdf_section.h"
#include "release.h"
#include "render.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
/* cmocka wants the headers above first */
#include <cmocka.h>

struct fixture {
    struct arena arena;
    struct style style;
    struct diag diag;
    struct document *document;
    char folder[40];
    char path[64];
};

static int make_document(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    arena_init(&fixture->arena, NULL);
    diag_init(&fixture->diag, &fixture->arena);
    fixture->style = style_of(sv_of(""));
    struct document *document = document_create(&fixture->arena, NULL);
    document->title = sv_of("Årsrapport 2024");
    document->date = day_from_date(2025, 2, 14);
    document->cover.title = sv_of("Årsrapport 2024");
    document->cover.municipality = sv_of("En kommune");
    document->cover.lines[document->cover.line_count++] = sv_of("Udtræk af 14. februar 2025");
    fixture->document = document;
    strcpy(fixture->folder, "/tmp/render_pdf_XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    snprintf(fixture->path, sizeof fixture->path, "%s/rapport.pdf", fixture->folder);
    *state = fixture;
    return 0;
}

static int remove_document(void **state)
{
    struct fixture *fixture = *state;
    unlink(fixture->path);
    rmdir(fixture->folder);
    arena_free(&fixture->arena);
    free(fixture);
    return 0;
}

static bool render_to(struct fixture *fixture, const char *path, struct sv *fault)
{
    struct render_job job = {
        .style = &fixture->style, .path = path, .arena = &fixture->arena, .diag = &fixture->diag};
    job.document = document_release(fixture->document, EDITION_INTERNAL, &fixture->arena);
    return render_pdf(&job, fault);
}

static struct sv read_file(struct fixture *fixture)
{
    FILE *stream = fopen(fixture->path, "rb");
    char *bytes = arena_alloc(&fixture->arena, 1 << 20);
    assert_non_null(stream);
    size_t size = fread(bytes, 1, 1 << 20, stream);
    fclose(stream);
    return pdf_unpacked(&fixture->arena, (struct sv){bytes, size});
}

static size_t count_in(struct sv bytes, const char *part)
{
    size_t count = 0, length = strlen(part);
    for (size_t i = 0; i + length <= bytes.size; i++)
        count += memcmp(bytes.data + i, part, length) == 0;
    return count;
}

static struct section *add_section(struct fixture *fixture, const char *title)
{
    struct section *section = document_add_section(fixture->document, "afsnit", sv_of(title));
    struct paragraph *paragraph = section_add_paragraph(fixture->document, section, PARAGRAPH_BODY);
    section->starts_page = true;
    paragraph_add_text(fixture->document, paragraph, "Brødtekst.");
    return section;
}

static void a_report_has_a_cover_contents_and_its_sections(void **state)
{
    struct fixture *fixture = *state;
    struct sv fault = sv_of("");
    add_section(fixture, "Beskæftigelse");
    section_add_heading(fixture->document, add_section(fixture, "Virksomheder"), 2, sv_of("Udviklingen"));
    assert_true(render_to(fixture, fixture->path, &fault));
    struct sv bytes = read_file(fixture);
    assert_int_equal(count_in(bytes, "/Type /Page\n"), 4);
    assert_int_equal(count_in(bytes, "/S/H1/"), 3); /* the contents, and two sections */
    assert_int_equal(count_in(bytes, "/S/H2/"), 1);
    assert_int_equal(count_in(bytes, "/S/TOCI/"), 3);
    assert_int_equal(count_in(bytes, "/Subtype/Link"), 3);
}

static void a_report_without_sections_is_a_cover_alone(void **state)
{
    struct fixture *fixture = *state;
    struct sv fault = sv_of("");
    assert_true(render_to(fixture, fixture->path, &fault));
    assert_int_equal(count_in(read_file(fixture), "/Type /Page\n"), 1);
}

static void the_same_report_is_the_same_file(void **state)
{
    struct fixture *fixture = *state;
    struct sv fault = sv_of("");
    add_section(fixture, "Beskæftigelse");
    assert_true(render_to(fixture, fixture->path, &fault));
    struct sv first = read_file(fixture);
    assert_true(render_to(fixture, fixture->path, &fault));
    assert_true(sv_equal(first, read_file(fixture)));
}

static void a_character_that_the_font_lacks_is_a_finding_that_names_it(void **state)
{
    struct fixture *fixture = *state;
    struct sv fault = sv_of("");
    add_section(fixture, "Smil \xF0\x9F\x98\x80 og \xF0\x9F\x98\x80");
    assert_true(render_to(fixture, fixture->path, &fault));
    assert_int_equal(fixture->diag.per_code[DIAG_CHARACTER_NOT_IN_FONT], 1);
    struct sv text = finding_text(&fixture->arena, &fixture->diag.findings[0]);
    assert_int_equal(count_in(text, "U+1F600"), 1);
}

static void a_full_disk_is_told_in_danish(void **state)
{
    struct fixture *fixture = *state;
    struct sv fault = sv_of("");
    add_section(fixture, "Beskæftigelse");
    assert_false(render_to(fixture, "/dev/full", &fault));
    assert_int_equal(count_in(fault, "der er ikke mere plads på disken"), 1);
}

static void the_municipalitys_colour_and_a_preliminary_report_change_the_file(void **state)
{
    struct fixture *fixture = *state;
    struct sv fault = sv_of("");
    add_section(fixture, "Beskæftigelse");
    assert_true(render_to(fixture, fixture->path, &fault));
    struct sv plain = read_file(fixture);
    fixture->style = style_of(sv_of("#6B1F3A"));
    assert_true(render_to(fixture, fixture->path, &fault));
    struct sv coloured = read_file(fixture);
    fixture->document->cover.preliminary = true;
    assert_true(render_to(fixture, fixture->path, &fault));
    assert_false(sv_equal(plain, coloured));
    assert_false(sv_equal(coloured, read_file(fixture)));
}

static struct section *section_of_lines(struct fixture *fixture, int lines)
{
    struct section *section = add_section(fixture, "Virksomheder");
    for (int i = 1; i < lines; i++) {
        struct paragraph *paragraph = section_add_paragraph(fixture->document, section, PARAGRAPH_BODY);
        paragraph_add_text(fixture->document, paragraph, "Brødtekst.");
    }
    return section;
}

static bool ends_short(struct fixture *fixture, const struct section *section)
{
    struct pdf_info info = {.title = sv_of("Prøve"), .language = sv_of("da-DK")};
    struct section_fit fit = {.tight = false};
    struct pdf_file *file = pdf_file_open(&fixture->arena, &info);
    struct pdf_flow flow;
    flow_init(&flow, file, &fixture->style, &fixture->arena);
    flow_new_page(&flow, false);
    section_place(&flow, section, &fit);
    pdf_file_close(file);
    return fit.ends_short;
}

static size_t pages_of_report(struct fixture *fixture)
{
    struct sv fault = sv_of("");
    assert_true(render_to(fixture, fixture->path, &fault));
    return count_in(read_file(fixture), "/Type /Page\n");
}

static void a_page_of_few_lines_is_spared_by_setting_its_section_tight(void **state)
{
    struct fixture *fixture = *state;
    int lines = 10;
    while (!ends_short(fixture, section_of_lines(fixture, lines)))
        lines++;
    fixture->document->section_count = 0;
    section_of_lines(fixture, lines);
    assert_int_equal(pages_of_report(fixture), 3); /* the cover, the contents, and all of the section */
}

static void a_last_page_of_many_lines_is_left_as_it_is(void **state)
{
    struct fixture *fixture = *state;
    int lines = 10;
    while (!ends_short(fixture, section_of_lines(fixture, lines)))
        lines++;
    while (ends_short(fixture, section_of_lines(fixture, lines)))
        lines++;
    fixture->document->section_count = 0;
    section_of_lines(fixture, lines);
    assert_int_equal(pages_of_report(fixture), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_report_has_a_cover_contents_and_its_sections, make_document,
                                        remove_document),
        cmocka_unit_test_setup_teardown(a_report_without_sections_is_a_cover_alone, make_document,
                                        remove_document),
        cmocka_unit_test_setup_teardown(the_same_report_is_the_same_file, make_document, remove_document),
        cmocka_unit_test_setup_teardown(a_character_that_the_font_lacks_is_a_finding_that_names_it,
                                        make_document, remove_document),
        cmocka_unit_test_setup_teardown(a_full_disk_is_told_in_danish, make_document, remove_document),
        cmocka_unit_test_setup_teardown(a_page_of_few_lines_is_spared_by_setting_its_section_tight,
                                        make_document, remove_document),
        cmocka_unit_test_setup_teardown(a_last_page_of_many_lines_is_left_as_it_is, make_document,
                                        remove_document),
        cmocka_unit_test_setup_teardown(the_municipalitys_colour_and_a_preliminary_report_change_the_file,
                                        make_document, remove_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
