/* The unit's own texts in the PDF: links, emphasis, quotations and lists, as tags in reading order. */
#include "buffer.h"
#include "build.h"
#include "pdf_parts.h"
#include "pdf_section.h"

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
    struct document *document;
    struct section *section;
};

static int open_flow(void **state)
{
    static const struct pdf_info info = {.title = SV("Prøve"), .language = SV("da-DK")};
    struct fixture *fixture = calloc(1, sizeof *fixture);
    arena_init(&fixture->arena, NULL);
    fixture->style = style_of(sv_of(""));
    fixture->file = pdf_file_open(&fixture->arena, &info);
    flow_init(&fixture->flow, fixture->file, &fixture->style, &fixture->arena);
    fixture->document = document_create(&fixture->arena, NULL);
    fixture->section = document_add_section(fixture->document, "proeve", sv_of("Prøve"));
    fixture->flow.document = fixture->document;
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

/* "P(~ Link(~@) ~)": roles, with ~ for a piece of text and @ for an area to click on. */
static void write_tag(struct buffer *out, const struct pdf_tag *tag)
{
    buffer_format(out, "%s(", pdf_role_name(tag->role));
    for (size_t i = 0; i < tag->kid_count; i++) {
        const struct pdf_kid *kid = &tag->kids[i];
        switch (kid->kind) {
        case PDF_KID_TAG:
            write_tag(out, kid->as.tag);
            break;
        case PDF_KID_CONTENT:
            buffer_add_byte(out, '~');
            break;
        case PDF_KID_LINK:
            buffer_add_byte(out, '@');
            break;
        }
    }
    buffer_add_byte(out, ')');
}

/* The tags of the section's blocks, after its heading. */
static const char *placed(struct fixture *fixture)
{
    struct buffer out = buffer_in(&fixture->arena);
    struct piece_list list = {.count = 0};
    section_add(&fixture->flow, &list, fixture->section);
    const struct layout_plan plan = flow_plan(&fixture->flow, &list);
    flow_place(&fixture->flow, &list, &plan);
    const struct pdf_tag *root = pdf_file_root(fixture->file);
    const struct pdf_tag *section = root->kids[root->kid_count - 1].as.tag;
    for (size_t i = 1; i < section->kid_count; i++)
        write_tag(&out, section->kids[i].as.tag);
    assert_false(fixture->file->failed);
    return sv_text(&fixture->arena, buffer_view(&out));
}

static struct paragraph *add_paragraph(struct fixture *fixture, enum paragraph_look look)
{
    return section_add_paragraph(fixture->document, fixture->section, look);
}

static struct cell *add_words(struct fixture *fixture, struct paragraph *paragraph, const char *words,
                              struct sv link)
{
    paragraph_add_text(fixture->document, paragraph, words);
    struct cell *cell = &paragraph->spans[paragraph->span_count - 1];
    cell->link = link;
    return cell;
}

static const struct pdf_link *link_at(const struct fixture *fixture, size_t index)
{
    assert_true(index < fixture->flow.page->link_count);
    return &fixture->flow.page->links[index];
}

static const struct sv none = {0};

static void the_words_of_a_link_are_one_link_between_the_others(void **state)
{
    struct fixture *fixture = *state;
    struct paragraph *paragraph = add_paragraph(fixture, PARAGRAPH_BODY);
    const struct sv web = sv_of("https://eksempel.dk");
    add_words(fixture, paragraph, "Se ", none);
    add_words(fixture, paragraph, "siden ", web);
    add_words(fixture, paragraph, "her", web)->strong = true;
    add_words(fixture, paragraph, " eller skriv ", none);
    add_words(fixture, paragraph, "til os", sv_of("mailto:a@b.dk"));
    assert_string_equal(placed(fixture), "P(~Link(~@)~Link(~@))");
    assert_true(sv_is(link_at(fixture, 0)->uri, "https://eksempel.dk"));
    assert_true(sv_is(link_at(fixture, 0)->description, "Gå til https://eksempel.dk"));
    assert_true(sv_is(link_at(fixture, 1)->uri, "mailto:a@b.dk"));
    assert_true(sv_is(link_at(fixture, 1)->description, "Skriv til a@b.dk"));
    assert_true(link_at(fixture, 0)->box.width > 20 && link_at(fixture, 0)->box.height > 8);
}

static void a_link_over_two_lines_is_one_with_two_areas(void **state)
{
    struct fixture *fixture = *state;
    struct paragraph *paragraph = add_paragraph(fixture, PARAGRAPH_BODY);
    add_words(fixture, paragraph, "Her er\nto linjer", sv_of("https://eksempel.dk"));
    assert_string_equal(placed(fixture), "P(Link(~@~@))");
    assert_true(link_at(fixture, 1)->box.y > link_at(fixture, 0)->box.y);
}

static void two_links_to_one_address_are_two_when_words_part_them(void **state)
{
    struct fixture *fixture = *state;
    struct paragraph *paragraph = add_paragraph(fixture, PARAGRAPH_BODY);
    const struct sv web = sv_of("https://eksempel.dk");
    add_words(fixture, paragraph, "en", web);
    add_words(fixture, paragraph, " og ", none);
    add_words(fixture, paragraph, "to", web);
    assert_string_equal(placed(fixture), "P(Link(~@)~Link(~@))");
}

static void a_link_to_a_table_leads_to_its_place_also_further_on(void **state)
{
    static const struct table_column columns[] = {{.heading = SV("Type")}};
    struct fixture *fixture = *state;
    add_words(fixture, add_paragraph(fixture, PARAGRAPH_BODY), "tabellen", sv_of("#tal"));
    struct table *table =
        section_add_table(fixture->document, fixture->section, "tal", "Tal", sv_of("Job i år"), columns, 1);
    table->empty = sv_of("Der er ingen.");
    assert_string_equal(placed(fixture), "P(Link(~@))P(~)P(~)");
    const struct pdf_link *link = link_at(fixture, 0);
    assert_non_null(link->target);
    assert_ptr_equal(link->target->page, fixture->flow.page);
    assert_true(link->target->y > link->box.y);
    assert_true(sv_is(link->description, "Gå til tabellen »Job i år«"));
}

static void a_link_to_a_table_that_is_not_there_is_words(void **state)
{
    struct fixture *fixture = *state;
    add_words(fixture, add_paragraph(fixture, PARAGRAPH_BODY), "tabellen", sv_of("#tal"));
    assert_string_equal(placed(fixture), "P(~)");
}

static void slanted_faces_are_loaded_only_where_words_are_emphasised(void **state)
{
    struct fixture *fixture = *state;
    struct paragraph *paragraph = add_paragraph(fixture, PARAGRAPH_BODY);
    add_words(fixture, paragraph, "ord", none);
    placed(fixture);
    assert_false(fixture->file->fonts[PDF_ITALIC].loaded);
    paragraph = add_paragraph(fixture, PARAGRAPH_BODY);
    add_words(fixture, paragraph, "ord", none)->emphasis = true;
    placed(fixture);
    assert_true(fixture->file->fonts[PDF_ITALIC].loaded);
    assert_false(fixture->file->fonts[PDF_BOLD_ITALIC].loaded);
}

static void a_quotation_is_a_block_quote(void **state)
{
    struct fixture *fixture = *state;
    add_words(fixture, add_paragraph(fixture, PARAGRAPH_QUOTE), "Jeg lærte at møde.", none);
    assert_string_equal(placed(fixture), "BlockQuote(P(~))");
}

static struct paragraph *add_item(struct fixture *fixture, struct list *list, uint8_t depth,
                                  enum item_mark mark, const char *words)
{
    struct paragraph *item = list_add_item(fixture->document, list);
    item->depth = depth;
    item->mark = mark;
    item->number = 7;
    add_words(fixture, item, words, none);
    return item;
}

static void lists_stand_in_the_items_that_they_belong_to(void **state)
{
    struct fixture *fixture = *state;
    struct list *list = section_add_list(fixture->document, fixture->section);
    add_item(fixture, list, 0, ITEM_NUMBER, "a");
    add_item(fixture, list, 1, ITEM_BULLET, "b");
    add_item(fixture, list, 2, ITEM_BULLET, "c");
    add_item(fixture, list, 1, ITEM_BULLET, "d");
    add_item(fixture, list, 0, ITEM_CONTINUED, "mere a");
    add_item(fixture, list, 0, ITEM_NUMBER, "e");
    assert_string_equal(placed(fixture), "L(LI(Lbl(~)LBody(~"
                                         "L(LI(Lbl(~)LBody(~L(LI(Lbl(~)LBody(~)))))LI(Lbl(~)LBody(~)))"
                                         "~))LI(Lbl(~)LBody(~)))");
    const struct pdf_tag *root = pdf_file_root(fixture->file);
    const struct pdf_tag *section = root->kids[root->kid_count - 1].as.tag;
    assert_true(section->kids[1].as.tag->numbered);
}

static void an_item_that_is_set_in_too_far_or_goes_on_from_nothing_does_no_harm(void **state)
{
    struct fixture *fixture = *state;
    struct list *list = section_add_list(fixture->document, fixture->section);
    add_item(fixture, list, 200, ITEM_CONTINUED, "a");
    assert_string_equal(placed(fixture), "L(LI(LBody(~)))");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_words_of_a_link_are_one_link_between_the_others, open_flow,
                                        close_flow),
        cmocka_unit_test_setup_teardown(a_link_over_two_lines_is_one_with_two_areas, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(two_links_to_one_address_are_two_when_words_part_them, open_flow,
                                        close_flow),
        cmocka_unit_test_setup_teardown(a_link_to_a_table_leads_to_its_place_also_further_on, open_flow,
                                        close_flow),
        cmocka_unit_test_setup_teardown(a_link_to_a_table_that_is_not_there_is_words, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(slanted_faces_are_loaded_only_where_words_are_emphasised, open_flow,
                                        close_flow),
        cmocka_unit_test_setup_teardown(a_quotation_is_a_block_quote, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(lists_stand_in_the_items_that_they_belong_to, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(an_item_that_is_set_in_too_far_or_goes_on_from_nothing_does_no_harm,
                                        open_flow, close_flow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
