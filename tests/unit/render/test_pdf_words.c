/* What a screen reader gets: the text of each tag, with the words of two lines apart. */
#include "buffer.h"
#include "build.h"
#include "pdf_chart.h"
#include "pdf_front.h"
#include "pdf_parts.h"
#include "pdf_prose.h"
#include "pdf_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the headers above first */
#include <cmocka.h>

struct fixture {
    struct arena arena;
    struct style style;
    struct pdf_file *file;
    struct pdf_flow flow;
    struct piece_list list;
    struct document *document;
    struct section *section;
};

static const char long_text[] =
    "Året bød på flere aftaler og flere job end året før, og de fleste forløb endte med et positivt udfald, "
    "også for dem der stod længst fra arbejdsmarkedet, da de begyndte, og som derfor fik mest tid hos de "
    "virksomheder og initiativer, der havde skrevet under på en aftale med kommunen";

static int open_flow(void **state)
{
    static const struct pdf_info info = {.title = SV("Prøve"), .language = SV("da-DK")};
    struct fixture *fixture = calloc(1, sizeof *fixture);
    arena_init(&fixture->arena, NULL);
    fixture->style = style_of(sv_of(""));
    fixture->file = pdf_file_open(&fixture->arena, &info);
    flow_init(&fixture->flow, fixture->file, &fixture->style, &fixture->arena);
    fixture->document = document_create(&fixture->arena, NULL);
    fixture->section = document_add_section(fixture->document, "proeve", sv_of(long_text));
    fixture->flow.parent = pdf_file_root(fixture->file);
    *state = fixture;
    return 0;
}

static int close_flow(void **state)
{
    struct fixture *fixture = *state;
    pdf_file_close(fixture->file);
    arena_free(&fixture->arena);
    free(fixture);
    return 0;
}

static const struct pdf_tag *find_tag(const struct pdf_tag *tag, enum pdf_role role)
{
    if (tag->role == role)
        return tag;
    for (size_t i = 0; i < tag->kid_count; i++) {
        const struct pdf_tag *found =
            tag->kids[i].kind == PDF_KID_TAG ? find_tag(tag->kids[i].as.tag, role) : NULL;
        if (found)
            return found;
    }
    return NULL;
}

/* The characters of a shown string, four hexadecimal digits each; other operators have no '<'. */
static void add_shown(struct buffer *words, const char *at, const char *end)
{
    bool inside = false;
    while (at < end) {
        if (*at == '<' || *at == '>') {
            inside = *at++ == '<';
        } else if (inside) {
            char digits[5] = {at[0], at[1], at[2], at[3], 0};
            buffer_add_code_point(words, (uint32_t)strtoul(digits, NULL, 16));
            at += 4;
        } else {
            at++;
        }
    }
}

static void add_content(struct fixture *fixture, struct buffer *words, const struct pdf_kid *kid)
{
    const char *content = sv_text(&fixture->arena, buffer_view(&kid->page->ink.content));
    struct sv opening = sv_format(&fixture->arena, "<</MCID %u>> BDC\n", (unsigned)kid->as.mcid);
    const char *start = strstr(content, sv_text(&fixture->arena, opening));
    assert_non_null(start);
    start += opening.size;
    const char *end = strstr(start, "EMC\n");
    add_shown(words, start, end ? end : start + strlen(start));
}

static void add_words(struct fixture *fixture, struct buffer *words, const struct pdf_tag *tag)
{
    for (size_t i = 0; i < tag->kid_count; i++) {
        if (tag->kids[i].kind == PDF_KID_TAG)
            add_words(fixture, words, tag->kids[i].as.tag);
        else if (tag->kids[i].kind == PDF_KID_CONTENT)
            add_content(fixture, words, &tag->kids[i]);
    }
}

static void assert_words(struct fixture *fixture, enum pdf_role role, const char *wanted)
{
    const struct pdf_tag *tag = find_tag(pdf_file_root(fixture->file), role);
    struct buffer words = buffer_in(&fixture->arena);
    assert_non_null(tag);
    add_words(fixture, &words, tag);
    assert_string_equal(sv_text(&fixture->arena, buffer_view(&words)), wanted);
}

/* Draws what was added, on new pages. */
static void place(struct fixture *fixture)
{
    const struct layout_plan plan = flow_plan(&fixture->flow, &fixture->list);
    flow_place(&fixture->flow, &fixture->list, &plan);
    fixture->list = (struct piece_list){.count = 0};
}

static void draw_nothing(struct pdf_flow *flow, const struct piece *piece)
{
    (void)flow;
    (void)piece;
}

static void a_heading_of_two_lines_is_read_as_its_words(void **state)
{
    struct fixture *fixture = *state;
    prose_add_heading(&fixture->flow, &fixture->list, 1, sv_of(long_text), false, PARTING_FREE);
    place(fixture);
    assert_words(fixture, PDF_H1, long_text);
}

static void a_paragraph_is_read_as_its_words_also_over_two_pages(void **state)
{
    struct fixture *fixture = *state;
    struct paragraph *paragraph = section_add_paragraph(fixture->document, fixture->section, PARAGRAPH_BODY);
    paragraph_add_text(fixture->document, paragraph, long_text);
    paragraph_add_text(fixture->document, paragraph, " ");
    paragraph_add_text(fixture->document, paragraph, long_text);
    const struct piece filler = {
        .box = {.height = flow_page_room(&fixture->flow, false) - 3.5 * fixture->style.baseline},
        .draw = draw_nothing};
    flow_add_piece(&fixture->flow, &fixture->list, &filler);
    prose_add_paragraph(&fixture->flow, &fixture->list, paragraph, PARTING_FREE);
    place(fixture);
    assert_int_equal(pdf_file_page_count(fixture->file), 2);
    struct sv wanted = sv_format(&fixture->arena, "%s %s", long_text, long_text);
    assert_words(fixture, PDF_P, sv_text(&fixture->arena, wanted));
}

static void a_list_item_is_read_as_its_bullet_and_its_words(void **state)
{
    struct fixture *fixture = *state;
    struct list *list = section_add_list(fixture->document, fixture->section);
    paragraph_add_text(fixture->document, list_add_item(fixture->document, list), long_text);
    prose_add_list(&fixture->flow, &fixture->list, list, PARTING_FREE);
    place(fixture);
    struct sv wanted = sv_format(&fixture->arena, "• %s", long_text);
    assert_words(fixture, PDF_LI, sv_text(&fixture->arena, wanted));
}

static void caption_heading_cell_and_note_of_a_table_are_read_as_their_words(void **state)
{
    static const struct table_column columns[] = {
        {.heading = SV("Hvad aftalen hedder, og hvem den er indgået med"), .format = FORMAT_TEXT},
        {.heading = SV("Antal"), .format = FORMAT_COUNT},
        {.heading = SV("Bemærkning"), .format = FORMAT_TEXT},
    };
    struct fixture *fixture = *state;
    struct table *table =
        section_add_table(fixture->document, fixture->section, "tal", "Tal", sv_of(long_text), columns, 3);
    struct table_row *row = table_add_row(fixture->document, table, ROW_BODY);
    row->cells[0] = cell_of_text(sv_of(long_text));
    row->cells[1] = cell_of_value(ratio_whole(3), FORMAT_COUNT);
    row->cells[2] = cell_of_text(sv_of(long_text));
    table->title_note = table_add_note(table, sv_of(long_text));
    table_add(&fixture->flow, &fixture->list, table_measure(&fixture->flow, table), PARTING_FREE);
    place(fixture);
    struct sv noted = sv_format(&fixture->arena, "%s 1", long_text);
    struct sv note = sv_format(&fixture->arena, "1 %s", long_text);
    assert_words(fixture, PDF_CAPTION, sv_text(&fixture->arena, noted));
    assert_words(fixture, PDF_TH, "Hvad aftalen hedder, og hvem den er indgået med");
    assert_words(fixture, PDF_TBODY,
                 sv_text(&fixture->arena, sv_format(&fixture->arena, "%s3%s", long_text, long_text)));
    assert_words(fixture, PDF_NOTE, sv_text(&fixture->arena, note));
}

static void an_entry_of_the_contents_is_read_with_its_page_number_apart(void **state)
{
    struct fixture *fixture = *state;
    struct contents *contents = contents_place(&fixture->flow, fixture->document);
    prose_add_heading(&fixture->flow, &fixture->list, 1, fixture->section->title, false, PARTING_FREE);
    place(fixture);
    contents_fill(&fixture->flow, contents);
    struct sv wanted = sv_format(&fixture->arena, "%s 2", long_text);
    assert_words(fixture, PDF_TOCI, sv_text(&fixture->arena, wanted));
}

static void breaks_inside_words_add_no_blank(void **state)
{
    struct fixture *fixture = *state;
    struct text_block block = text_break_one(&fixture->arena, sv_of("støtte/hjælp socialøkonomi-virksomhed"),
                                             &fixture->flow.types[TYPE_BODY], 40);
    struct pdf_tag *tag = pdf_tag_add(pdf_file_root(fixture->file), PDF_P);
    assert_true(block.line_count > 4);
    flow_new_page(&fixture->flow, false);
    flow_draw_lines(&fixture->flow, tag, &block, fixture->flow.left, 14);
    assert_words(fixture, PDF_P, "støtte/hjælp socialøkonomi-virksomhed");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_heading_of_two_lines_is_read_as_its_words, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(a_paragraph_is_read_as_its_words_also_over_two_pages, open_flow,
                                        close_flow),
        cmocka_unit_test_setup_teardown(a_list_item_is_read_as_its_bullet_and_its_words, open_flow,
                                        close_flow),
        cmocka_unit_test_setup_teardown(caption_heading_cell_and_note_of_a_table_are_read_as_their_words,
                                        open_flow, close_flow),
        cmocka_unit_test_setup_teardown(an_entry_of_the_contents_is_read_with_its_page_number_apart,
                                        open_flow, close_flow),
        cmocka_unit_test_setup_teardown(breaks_inside_words_add_no_blank, open_flow, close_flow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
