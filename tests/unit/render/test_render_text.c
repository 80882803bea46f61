#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "build.h"
#include "render.h"

#include <string.h>

struct page {
    struct arena arena;
    struct document *document;
    struct section *section;
};

static void open_page(struct page *page)
{
    arena_init(&page->arena, NULL);
    page->document = document_create(&page->arena, NULL);
    page->section = document_add_section(page->document, "s", sv_of("Afsnit"));
}

static const char *rendered(struct page *page)
{
    struct buffer buffer = buffer_in(&page->arena);
    render_text(&buffer, document_release(page->document, EDITION_INTERNAL, &page->arena));
    return sv_text(&page->arena, buffer_view(&buffer));
}

static void assert_holds(struct page *page, const char *expected)
{
    const char *text = rendered(page);
    if (!strstr(text, expected))
        fail_msg("not found:\n%s\nin:\n%s", expected, text);
}

/* Letters in the longest line. */
static size_t widest_line(const char *text)
{
    size_t widest = 0, width = 0;
    for (; *text; text++) {
        width = *text == '\n' ? 0 : width + (((unsigned char)*text & 0xC0) != 0x80);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static struct table *add_table(struct page *page, const char *wide_heading)
{
    const struct table_column columns[] = {
        {.heading = SV("Mål")},
        {.heading = sv_of(wide_heading), .format = FORMAT_COUNT, .note = 1},
        {.heading = SV("Status"), .format = FORMAT_STATUS}};
    return section_add_table(page->document, page->section, "t", "T", sv_of("Strategiens mål"), columns, 3);
}

static void add_row(struct page *page, struct table *table, enum row_kind kind, const char *label,
                    int64_t value)
{
    struct table_row *row = table_add_row(page->document, table, kind);
    row->cells[0] = cell_of_text(sv_of(label));
    row->cells[1] = cell_of_value(ratio_whole(value), FORMAT_COUNT);
    if (kind == ROW_BODY)
        row->cells[2] = cell_of_value(ratio_whole(GOAL_NOT_REACHED), FORMAT_STATUS);
}

static void headings_are_underlined_as_far_as_they_are_long(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    section_add_heading(page.document, page.section, 2, sv_of("Året på én side"));
    section_add_heading(page.document, page.section, 3, sv_of("Øl"));
    assert_holds(&page, "Afsnit\n======\n\n");
    assert_holds(&page, "Året på én side\n---------------\n\n");
    assert_holds(&page, "Øl\n··\n\n");
    arena_free(&page.arena);
}

static void every_page_says_which_edition_it_is(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    page.document->cover.preliminary = true;
    assert_int_equal(strncmp(rendered(&page), "INTERN\nFORELØBIG\n", 18), 0);
    arena_free(&page.arena);
}

static void numbers_stand_under_each_other_and_status_is_a_word(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    struct table *table = add_table(&page, "Resultat");
    add_row(&page, table, ROW_BODY, "Årsnorm", 9);
    add_row(&page, table, ROW_BODY, "Bageri", 1234);
    add_row(&page, table, ROW_TOTAL, "I alt", 1243);
    table_add_note(table, sv_of("En note."));
    table->source = sv_of("job.csv");
    assert_holds(&page, "Tabel: Strategiens mål\n\n"
                        "Mål      Resultat [1]  Status\n"
                        "--------------------------------\n"
                        "Årsnorm             9  ikke nået\n"
                        "Bageri          1.234  ikke nået\n"
                        "--------------------------------\n"
                        "I alt           1.243\n"
                        "[1] En note.\n"
                        "Kilde: job.csv\n");
    arena_free(&page.arena);
}

static void a_long_heading_over_numbers_is_broken_between_words(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    struct table *table = add_table(&page, "Tæller ikke med i normen");
    add_row(&page, table, ROW_BODY, "a", 1);
    assert_holds(&page, "Mål   Tæller ikke  Status\n"
                        "     med i normen\n"
                        "              [1]\n");
    arena_free(&page.arena);
}

static void no_line_is_wider_than_the_page(void **state)
{
    (void)state;
    struct page page;
    char long_word[151];
    memset(long_word, 'x', sizeof long_word - 1);
    long_word[150] = 0;
    open_page(&page);
    struct table *table = add_table(&page, "Resultat");
    add_row(&page, table, ROW_BODY, long_word, 1);
    add_row(&page, table, ROW_BODY,
            "mange korte ord der tilsammen er meget længere end siden er bred og derfor må brydes", 2);
    struct paragraph *paragraph = section_add_paragraph(page.document, page.section, PARAGRAPH_BODY);
    for (int i = 0; i < 40; i++)
        paragraph_add_text(page.document, paragraph, "ørred og ål ");
    paragraph_add_text(page.document, paragraph, long_word);
    assert_true(widest_line(rendered(&page)) <= 100);
    arena_free(&page.arena);
}

static void names_stand_above_their_rows_where_columns_have_no_room_for_whole_words(void **state)
{
    enum { COLUMNS = 9 };
    (void)state;
    struct page page;
    struct table_column columns[COLUMNS] = {{.heading = SV("Aftale")}};
    open_page(&page);
    for (size_t i = 1; i < COLUMNS; i++)
        columns[i] = (struct table_column){.heading = SV("Afsluttede"), .format = FORMAT_COUNT};
    struct table *table =
        section_add_table(page.document, page.section, "t", "T", sv_of("Aftaler"), columns, COLUMNS);
    struct table_row *row = table_add_row(page.document, table, ROW_BODY);
    row->cells[0] = cell_of_text(sv_of("SA-01\nSamarbejdsaftale"));
    for (size_t i = 1; i < COLUMNS; i++)
        row->cells[i] = cell_of_value(ratio_whole(7), FORMAT_COUNT);
    assert_holds(&page, "\nAftale\n"
                        "     Afsluttede  Afsluttede");
    assert_holds(&page, "\nSA-01\nSamarbejdsaftale\n"
                        "              7           7");
    arena_free(&page.arena);
}

static void a_code_that_is_too_long_is_broken_before_any_word(void **state)
{
    static const struct table_column columns[] = {
        {.heading = SV("Nr."), .format = FORMAT_COUNT}, {.heading = SV("Linje")}, {.heading = SV("Nu")}};
    (void)state;
    struct page page;
    char code[121];
    memset(code, 'x', sizeof code - 1);
    code[120] = 0;
    open_page(&page);
    struct table *table =
        section_add_table(page.document, page.section, "t", "T", sv_of("Rækker"), columns, 3);
    struct table_row *row = table_add_row(page.document, table, ROW_BODY);
    row->cells[0] = cell_of_value(ratio_whole(1), FORMAT_COUNT);
    row->cells[1] = cell_of_text(sv_of("2"));
    row->cells[2] = cell_of_text(sv_of(code));
    assert_holds(&page, "Nr.  Linje  Nu\n");
    assert_holds(&page, "\n  1  2      xxxxxxxxxx");
    assert_int_equal(widest_line(rendered(&page)), 100);
    arena_free(&page.arena);
}

static void an_empty_table_is_its_sentence(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    add_table(&page, "Resultat")->empty = sv_of("Der er ingen mål.");
    assert_holds(&page, "Tabel: Strategiens mål\n\nDer er ingen mål.\n\n");
    arena_free(&page.arena);
}

static void a_chart_is_its_title_and_its_alternative_text(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    struct table *table = add_table(&page, "Resultat");
    struct chart *chart =
        section_add_chart(page.document, page.section, "c", sv_of("Job pr. år"), CHART_COLUMNS, table);
    chart->alt = sv_of("Søjlediagram: Job pr. år. Højest 41 i 2019.");
    assert_holds(&page, "Figur: Job pr. år\n       Søjlediagram: Job pr. år. Højest 41 i 2019.\n");
    arena_free(&page.arena);
}

static void list_items_are_set_in_under_their_mark(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    struct list *list = section_add_list(page.document, page.section);
    struct paragraph *item = list_add_item(page.document, list);
    for (int i = 0; i < 21; i++)
        paragraph_add_text(page.document, item, "fire ");
    assert_holds(&page, "- fire fire");
    assert_holds(&page, "\n  fire");
    arena_free(&page.arena);
}

static void a_line_break_in_a_text_is_kept(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    paragraph_add_text(page.document, section_add_paragraph(page.document, page.section, PARAGRAPH_BODY),
                       "To forløb;\nrammen kan bruges igen");
    assert_holds(&page, "To forløb;\nrammen kan bruges igen\n");
    arena_free(&page.arena);
}

static void lists_in_lists_are_numbered_and_set_in(void **state)
{
    static const struct {
        enum item_mark mark;
        uint8_t depth;
        const char *words;
    } items[] = {
        {ITEM_NUMBER, 0, "a"}, {ITEM_BULLET, 1, "b"}, {ITEM_BULLET, 2, "c"}, {ITEM_CONTINUED, 0, "d"}};
    (void)state;
    struct page page;
    open_page(&page);
    struct list *list = section_add_list(page.document, page.section);
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        struct paragraph *item = list_add_item(page.document, list);
        item->mark = items[i].mark;
        item->depth = items[i].depth;
        item->number = 12;
        paragraph_add_text(page.document, item, items[i].words);
    }
    assert_holds(&page, "12. a\n   - b\n      - c\n   d\n\n");
    arena_free(&page.arena);
}

static void a_quotation_is_set_in(void **state)
{
    (void)state;
    struct page page;
    open_page(&page);
    paragraph_add_text(page.document, section_add_paragraph(page.document, page.section, PARAGRAPH_QUOTE),
                       "Jeg lærte\nat møde.");
    assert_holds(&page, "\n\n    Jeg lærte\n    at møde.\n\n");
    arena_free(&page.arena);
}

static void links_say_where_they_lead(void **state)
{
    static const char *const links[] = {"https://eksempel.dk", "#t", "#ingen", "mailto:a@b.dk"};
    (void)state;
    struct page page;
    open_page(&page);
    add_table(&page, "Resultat");
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        struct cell cell = cell_of_text(sv_of("ord"));
        cell.link = sv_of(links[i]);
        paragraph_add(page.document, section_add_paragraph(page.document, page.section, PARAGRAPH_BODY),
                      cell);
    }
    assert_holds(&page,
                 "ord (https://eksempel.dk)\n\nord (se tabellen »Strategiens mål«)\n\nord\n\nord (a@b.dk)\n");
    arena_free(&page.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headings_are_underlined_as_far_as_they_are_long),
        cmocka_unit_test(every_page_says_which_edition_it_is),
        cmocka_unit_test(numbers_stand_under_each_other_and_status_is_a_word),
        cmocka_unit_test(a_long_heading_over_numbers_is_broken_between_words),
        cmocka_unit_test(no_line_is_wider_than_the_page),
        cmocka_unit_test(names_stand_above_their_rows_where_columns_have_no_room_for_whole_words),
        cmocka_unit_test(a_code_that_is_too_long_is_broken_before_any_word),
        cmocka_unit_test(an_empty_table_is_its_sentence),
        cmocka_unit_test(a_chart_is_its_title_and_its_alternative_text),
        cmocka_unit_test(list_items_are_set_in_under_their_mark),
        cmocka_unit_test(a_line_break_in_a_text_is_kept),
        cmocka_unit_test(lists_in_lists_are_numbered_and_set_in),
        cmocka_unit_test(a_quotation_is_set_in),
        cmocka_unit_test(links_say_where_they_lead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
