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

/* As the benchmark does, to see what tags cost. */
static void a_file_without_tags_shows_the_same_pages(void **state)
{
    struct fixture *fixture = *state;
    struct sv fault = sv_of("");
    add_section(fixture, "Virksomheder");
    assert_true(render_to(fixture, fixture->path, &fault));
    struct sv tagged = read_file(fixture);
    struct render_job job = {.style = &fixture->style,
                             .path = fixture->path,
                             .arena = &fixture->arena,
                             .diag = &fixture->diag,
                             .untagged = true};
    job.document = document_release(fixture->document, EDITION_INTERNAL, &fixture->arena);
    unlink(fixture->path);
    assert_true(render_pdf(&job, &fault));
    struct sv untagged = read_file(fixture);
    assert_int_equal(count_in(tagged, "/Type /Page\n"), count_in(untagged, "/Type /Page\n"));
    assert_true(count_in(tagged, "StructTreeRoot") > 0);
    assert_int_equal(count_in(untagged, "StructTreeRoot") + count_in(untagged, "/StructElem"), 0);
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

static size_t pages_of_report(struct fixture *fixture)
{
    struct sv fault = sv_of("");
    assert_true(render_to(fixture, fixture->path, &fault));
    return count_in(read_file(fixture), "/Type /Page\n");
}

/* Pages of a report of one section with so many lines, without the cover and the contents. */
static size_t pages_of_lines(struct fixture *fixture, int lines, bool one_page)
{
    fixture->document->section_count = 0;
    section_of_lines(fixture, lines)->one_page = one_page;
    return pages_of_report(fixture) - 2;
}

/* The most lines that stand on one page as they are: a paragraph alone has a space below it of half a line.
 */
static int lines_that_fit(const struct fixture *fixture)
{
    const struct style *style = &fixture->style;
    const double room = style->page_height - style->margin_top - style->margin_bottom - 3 * style->baseline;
    return (int)(room / style->baseline / 1.5);
}

static void a_page_of_few_lines_is_spared_by_setting_its_section_tight(void **state)
{
    struct fixture *fixture = *state;
    const int lines = lines_that_fit(fixture);
    assert_int_equal(pages_of_lines(fixture, lines, false), 1);
    assert_int_equal(pages_of_lines(fixture, lines + 1, false), 1);
}

static void a_section_that_no_setting_brings_in_on_a_page_has_its_usual_space(void **state)
{
    struct fixture *fixture = *state;
    const int lines = 3 * lines_that_fit(fixture) / 2;
    struct sv fault = sv_of("");
    assert_int_equal(pages_of_lines(fixture, lines, false), 2);
    struct sv usual = read_file(fixture);
    fixture->document->section_count = 0;
    section_of_lines(fixture, lines)->one_page = true; /* is set tight, and back */
    assert_true(render_to(fixture, fixture->path, &fault));
    assert_true(sv_equal(usual, read_file(fixture)));
}

/* As pages_of_lines, with six key figures below. */
static size_t pages_with_cards(struct fixture *fixture, int lines, bool one_page)
{
    static const struct table_column columns[] = {{.heading = SV("Nøgletal"), .format = FORMAT_TEXT},
                                                  {.heading = SV("2024"), .format = FORMAT_COUNT}};
    fixture->document->section_count = 0;
    struct section *section = section_of_lines(fixture, lines);
    struct table *table =
        section_add_table(fixture->document, section, "kort", "Kort", sv_of("Seks nøgletal"), columns, 2);
    table->look = TABLE_CARDS;
    for (int i = 0; i < 6; i++)
        table_add_row(fixture->document, table, ROW_BODY)->cells[0] = cell_of_text(sv_of("Job"));
    section->one_page = one_page;
    return pages_of_report(fixture) - 2;
}

/* Whatever its key figures' cards take. */
static void key_figures_stand_in_a_table_where_that_brings_page_one_on_one_page(void **state)
{
    struct fixture *fixture = *state;
    int lines = 5;
    while (pages_with_cards(fixture, lines, false) == 1)
        lines++;
    assert_int_equal(pages_with_cards(fixture, lines, true), 1);
    assert_int_equal(pages_with_cards(fixture, 2 * lines, true), 2);
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
        cmocka_unit_test_setup_teardown(a_file_without_tags_shows_the_same_pages, make_document,
                                        remove_document),
        cmocka_unit_test_setup_teardown(a_full_disk_is_told_in_danish, make_document, remove_document),
        cmocka_unit_test_setup_teardown(a_page_of_few_lines_is_spared_by_setting_its_section_tight,
                                        make_document, remove_document),
        cmocka_unit_test_setup_teardown(a_section_that_no_setting_brings_in_on_a_page_has_its_usual_space,
                                        make_document, remove_document),
        cmocka_unit_test_setup_teardown(key_figures_stand_in_a_table_where_that_brings_page_one_on_one_page,
                                        make_document, remove_document),
        cmocka_unit_test_setup_teardown(the_municipalitys_colour_and_a_preliminary_report_change_the_file,
                                        make_document, remove_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
