/* The sheets of words: the unit's own texts in the workbook. */
#include "xlsx_fixture.h"

static const char *sheet(struct fixture *f, unsigned number)
{
    return member(f, sv_format(&f->arena, "xl/worksheets/sheet%u.xml", number).data);
}

static const char *strings(struct fixture *f)
{
    return member(f, "xl/sharedStrings.xml");
}

/* A section after the first, with a text of the unit's own. */
static struct section *add_text(struct fixture *f, const char *title)
{
    struct section *section = document_add_section(f->document, "tekst", sv_of(title));
    section->narrated = true;
    f->section = section;
    return section;
}

static void add_words(struct fixture *f, const char *words, const char *link)
{
    struct cell cell = cell_of_text(sv_of(words));
    cell.link = sv_of(link);
    paragraph_add(f->document, section_add_paragraph(f->document, f->section, PARAGRAPH_BODY), cell);
}

static void a_section_with_a_text_has_a_sheet_of_its_title(void **state)
{
    struct fixture *f = *state;
    add_text(f, "Indledning");
    add_words(f, "Året gik godt.", "");
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(member(f, "xl/workbook.xml"), "name=\"Indledning\" sheetId=\"4\"");
    assert_holds(strings(f), "<t>Året gik godt.</t>");
}

static void other_sections_after_the_first_have_none(void **state)
{
    struct fixture *f = *state;
    add_text(f, "Metode")->narrated = false;
    add_words(f, "Sådan er det talt.", "");
    assert_true(write_report(f, "a.xlsx"));
    assert_lacks(strings(f), "Sådan er det talt.");
}

static void a_sheet_of_words_leaves_a_tables_sheet_its_name(void **state)
{
    struct fixture *f = *state;
    add_text(f, "Indsatser");
    add_words(f, "Ord.", "");
    add_years(f, "a", "Indsatser", (int64_t[]){1}, 1);
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(member(f, "xl/workbook.xml"), "name=\"Indsatser, tekst\" sheetId=\"4\"");
    assert_holds(member(f, "xl/workbook.xml"), "name=\"Indsatser\" sheetId=\"5\"");
}

static void a_heading_stands_over_words_and_not_over_tables_alone(void **state)
{
    struct fixture *f = *state;
    struct section *section = add_text(f, "Indledning");
    section_add_heading(f->document, section, 2, sv_of("Over alt"));
    section_add_heading(f->document, section, 3, sv_of("Over ord"));
    add_words(f, "Ord.", "");
    section_add_heading(f->document, section, 2, sv_of("Over tal"));
    add_years(f, "a", "A", (int64_t[]){1}, 1);
    section_add_heading(f->document, section, 2, sv_of("Over intet"));
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(strings(f), "<t>Over alt</t>");
    assert_holds(strings(f), "<t>Over ord</t>");
    assert_lacks(strings(f), "Over tal");
    assert_lacks(strings(f), "Over intet");
}

static void words_that_are_all_one_link_can_be_clicked(void **state)
{
    struct fixture *f = *state;
    add_text(f, "Indledning");
    add_words(f, "Siden", "https://eksempel.dk/a");
    add_words(f, "Skriv", "mailto:a@b.dk");
    add_words(f, "Tabellen", "#tal");
    add_words(f, "Ingen", "#ingen");
    add_years(f, "tal", "Tal", (int64_t[]){1}, 1);
    assert_true(write_report(f, "a.xlsx"));
    const char *links = member(f, "xl/worksheets/_rels/sheet4.xml.rels");
    assert_holds(links, "Target=\"https://eksempel.dk/a\"");
    assert_holds(links, "Target=\"mailto:a@b.dk\"");
    assert_holds(sheet(f, 4), "location=\"'Tal'!A1\" display=\"Tabellen\"");
    assert_holds(strings(f), "<t>Siden</t>");
    assert_holds(strings(f), "<t>Ingen</t>");
}

static void other_links_say_where_they_lead(void **state)
{
    struct fixture *f = *state;
    add_text(f, "Indledning");
    add_words(f, "Se ", "");
    struct paragraph *paragraph = &f->section->blocks[0].as.paragraph;
    struct cell cell = cell_of_text(sv_of("tallene"));
    cell.link = sv_of("#tal");
    paragraph_add(f->document, paragraph, cell);
    add_years(f, "tal", "Tal", (int64_t[]){1}, 1);
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(strings(f), "<t>Se tallene (se arket »Tal«)</t>");
}

static void an_address_that_is_too_long_for_a_workbook_is_only_words(void **state)
{
    enum { LETTERS = 2500 };
    struct fixture *f = *state;
    struct buffer address = buffer_in(&f->arena);
    buffer_add_text(&address, "https://eksempel.dk/");
    while (address.size < LETTERS)
        buffer_add_byte(&address, 'x');
    add_text(f, "Indledning");
    add_words(f, "Siden", sv_text(&f->arena, buffer_view(&address)));
    assert_true(write_report(f, "a.xlsx"));
    assert_int_equal(f->fault.size, 0);
    assert_holds(strings(f), "<t>Siden</t>");
    assert_lacks(sheet(f, 4), "<hyperlink r:id");
}

static void items_have_their_numbers_and_are_set_in(void **state)
{
    struct fixture *f = *state;
    struct list *list = section_add_list(f->document, add_text(f, "Indledning"));
    list->ordered = true;
    paragraph_add_text(f->document, list_add_item(f->document, list), "ude");
    struct paragraph *inner = list_add_item(f->document, list);
    inner->mark = ITEM_BULLET;
    inner->depth = 1;
    paragraph_add_text(f->document, inner, "inde");
    paragraph_add_text(f->document, list_add_item(f->document, list), "igen");
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(strings(f), "<t>1. ude</t>");
    assert_holds(strings(f), "    • inde</t>");
    assert_holds(strings(f), "<t>2. igen</t>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_section_with_a_text_has_a_sheet_of_its_title, open_report,
                                        close_report),
        cmocka_unit_test_setup_teardown(other_sections_after_the_first_have_none, open_report, close_report),
        cmocka_unit_test_setup_teardown(a_sheet_of_words_leaves_a_tables_sheet_its_name, open_report,
                                        close_report),
        cmocka_unit_test_setup_teardown(a_heading_stands_over_words_and_not_over_tables_alone, open_report,
                                        close_report),
        cmocka_unit_test_setup_teardown(words_that_are_all_one_link_can_be_clicked, open_report,
                                        close_report),
        cmocka_unit_test_setup_teardown(other_links_say_where_they_lead, open_report, close_report),
        cmocka_unit_test_setup_teardown(an_address_that_is_too_long_for_a_workbook_is_only_words, open_report,
                                        close_report),
        cmocka_unit_test_setup_teardown(items_have_their_numbers_and_are_set_in, open_report, close_report),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
