#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "build.h"
#include "render.h"

struct paper {
    struct arena arena;
    struct document *document;
    struct section *section;
};

static void open_paper(struct paper *paper)
{
    arena_init(&paper->arena, NULL);
    paper->document = document_create(&paper->arena, NULL);
    paper->document->cover.title = sv_of("Årsrapport 2024 (B)");
    paper->document->cover.subtitle = sv_of("Udkast til sagsfremstilling – intern");
    paper->section = document_add_section(paper->document, "s", sv_of("Baggrund"));
}

static void assert_rendered(struct paper *paper, const char *below_the_title)
{
    struct buffer buffer = buffer_in(&paper->arena);
    render_case_text(&buffer, document_release(paper->document, EDITION_INTERNAL, &paper->arena));
    const struct sv expected = sv_format(
        &paper->arena, "Udkast til sagsfremstilling – intern\n\nÅrsrapport 2024 (B)\n\n%s", below_the_title);
    assert_string_equal(sv_text(&paper->arena, buffer_view(&buffer)), sv_text(&paper->arena, expected));
    arena_free(&paper->arena);
}

static struct paragraph *add_paragraph(struct paper *paper, const char *text)
{
    struct paragraph *paragraph = section_add_paragraph(paper->document, paper->section, PARAGRAPH_BODY);
    paragraph_add_text(paper->document, paragraph, text);
    return paragraph;
}

static void the_first_line_says_that_it_is_an_internal_draft_and_no_page_says_intern(void **state)
{
    (void)state;
    struct paper paper;
    open_paper(&paper);
    paper.document->cover.municipality = sv_of("Prøveby Kommune");
    paper.document->cover.unit = sv_of("Enheden");
    add_paragraph(&paper, "Tekst.");
    assert_rendered(&paper, "Prøveby Kommune\nEnheden\n\nBaggrund\n\nTekst.\n");
}

static void a_preliminary_paper_says_so(void **state)
{
    (void)state;
    struct paper paper;
    open_paper(&paper);
    paper.document->cover.preliminary = true;
    struct buffer buffer = buffer_in(&paper.arena);
    render_case_text(&buffer, document_release(paper.document, EDITION_INTERNAL, &paper.arena));
    assert_int_equal(
        sv_starts_with(buffer_view(&buffer), sv_of("Udkast til sagsfremstilling – intern\n\nFORELØBIG\n\n")),
        true);
    arena_free(&paper.arena);
}

static void a_paragraph_is_one_line_however_long_it_is(void **state)
{
    (void)state;
    struct paper paper;
    open_paper(&paper);
    struct paragraph *paragraph = add_paragraph(&paper, "");
    for (int i = 0; i < 12; i++)
        paragraph_add_text(paper.document, paragraph, "tolv ord i en lang sætning ");
    paragraph_add_text(paper.document, paragraph, "og et\nlinjeskift. ");
    add_paragraph(&paper, "Kort.");
    assert_rendered(&paper,
                    "\nBaggrund\n\n"
                    "tolv ord i en lang sætning tolv ord i en lang sætning tolv ord i en lang sætning "
                    "tolv ord i en lang sætning tolv ord i en lang sætning tolv ord i en lang sætning "
                    "tolv ord i en lang sætning tolv ord i en lang sætning tolv ord i en lang sætning "
                    "tolv ord i en lang sætning tolv ord i en lang sætning tolv ord i en lang sætning "
                    "og et linjeskift.\n\nKort.\n");
}

static void lists_have_marks_and_numbers_and_are_set_in(void **state)
{
    (void)state;
    struct paper paper;
    open_paper(&paper);
    struct list *plain = section_add_list(paper.document, paper.section);
    paragraph_add_text(paper.document, list_add_item(paper.document, plain), "ude");
    struct paragraph *inner = list_add_item(paper.document, plain);
    inner->depth = 1;
    paragraph_add_text(paper.document, inner, "inde");
    struct list *numbered = section_add_list(paper.document, paper.section);
    numbered->ordered = true;
    numbered->first = 3;
    paragraph_add_text(paper.document, list_add_item(paper.document, numbered), "tre");
    inner = list_add_item(paper.document, numbered);
    inner->depth = 1;
    inner->mark = ITEM_BULLET;
    paragraph_add_text(paper.document, inner, "under tre");
    paragraph_add_text(paper.document, list_add_item(paper.document, numbered), "fire");
    assert_rendered(&paper, "\nBaggrund\n\n- ude\n   - inde\n\n3. tre\n   - under tre\n4. fire\n");
}

static void headings_stand_alone_and_tables_are_pointed_to(void **state)
{
    (void)state;
    struct paper paper;
    open_paper(&paper);
    const struct table_column columns[] = {{.heading = SV("Mål")}};
    section_add_heading(paper.document, paper.section, 2, sv_of("Det lykkedes"));
    section_add_table(paper.document, paper.section, "t", "T", sv_of("Strategiens mål"), columns, 1);
    document_add_section(paper.document, "v", sv_of("Vurdering"));
    assert_rendered(&paper, "\nBaggrund\n\nDet lykkedes\n\n(Se tabellen »Strategiens mål« i rapporten.)\n"
                            "\nVurdering\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_line_says_that_it_is_an_internal_draft_and_no_page_says_intern),
        cmocka_unit_test(a_preliminary_paper_says_so),
        cmocka_unit_test(a_paragraph_is_one_line_however_long_it_is),
        cmocka_unit_test(lists_have_marks_and_numbers_and_are_set_in),
        cmocka_unit_test(headings_stand_alone_and_tables_are_pointed_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
