/* Sections: what stands together on a page, and where tables break. */
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

static void add_lines(struct fixture *fixture, struct section *section, int lines)
{
    struct paragraph *paragraph = section_add_paragraph(fixture->document, section, PARAGRAPH_BODY);
    for (int i = 0; i < lines; i++)
        paragraph_add_text(fixture->document, paragraph, i == 0 ? "linje" : "\nlinje");
}

static struct section *section_after(struct fixture *fixture, int lines)
{
    struct section *section = document_add_section(fixture->document, "proeve", sv_of("Prøve"));
    section->starts_page = true;
    add_lines(fixture, section, lines);
    return section;
}

static void add_table(struct fixture *fixture, struct section *section, size_t rows)
{
    static const struct table_column columns[] = {{.heading = SV("Type"), .format = FORMAT_TEXT},
                                                  {.heading = SV("Antal"), .format = FORMAT_COUNT}};
    struct table *table =
        section_add_table(fixture->document, section, "tal", "Tal", sv_of("En tabel"), columns, 2);
    for (size_t i = 0; i < rows; i++) {
        struct table_row *row = table_add_row(fixture->document, table, i + 1 < rows ? ROW_BODY : ROW_TOTAL);
        row->cells[0] = cell_of_text(sv_of("Fleksjob"));
        row->cells[1] = cell_of_value(ratio_whole((int64_t)i), FORMAT_COUNT);
    }
    table->source = sv_of("job.csv");
}

static void place(struct fixture *fixture, const struct section *section)
{
    struct piece_list list = {.count = 0};
    section_add(&fixture->flow, &list, section);
    const struct layout_plan plan = flow_plan(&fixture->flow, &list);
    flow_place(&fixture->flow, &list, &plan);
}

static const struct pdf_tag *placed(const struct fixture *fixture, size_t block)
{
    const struct pdf_tag *root = pdf_file_root(fixture->file);
    return root->kids[root->kid_count - 1].as.tag->kids[block].as.tag;
}

static const struct pdf_page *page_of(const struct pdf_tag *tag)
{
    while (tag->kids[0].kind == PDF_KID_TAG)
        tag = tag->kids[0].as.tag;
    return tag->kids[0].page;
}

static const struct pdf_page *last_page_of(const struct pdf_tag *tag)
{
    return tag->kids[tag->kid_count - 1].page;
}

enum { HEADING = 2, FACTS, TEXT, TABLE }; /* places in the section; the section's title and a filler first */

static void a_heading_and_its_line_of_facts_stand_with_the_text_below(void **state)
{
    struct fixture *fixture = *state;
    bool moved = false, stayed = false;
    for (int above = 20; above < 50; above++) {
        struct section *section = section_after(fixture, above);
        section_add_heading(fixture->document, section, 2, sv_of("En aftale"));
        add_lines(fixture, section, 1);
        add_lines(fixture, section, 4);
        add_table(fixture, section, 2);
        place(fixture, section);
        const struct pdf_page *page = page_of(placed(fixture, HEADING));
        assert_ptr_equal(page_of(placed(fixture, FACTS)), page);
        assert_ptr_equal(page_of(placed(fixture, TEXT)), page);
        moved = moved || page != page_of(placed(fixture, 0));
        stayed = stayed || page == page_of(placed(fixture, 0));
    }
    assert_true(moved && stayed);
}

static void a_few_lines_stay_with_their_table_unless_that_leaves_a_hole(void **state)
{
    struct fixture *fixture = *state;
    for (int above = 10; above < 50; above++) {
        struct section *section = section_after(fixture, above);
        section_add_heading(fixture->document, section, 2, sv_of("En aftale"));
        add_lines(fixture, section, 1);
        add_lines(fixture, section, 4);
        add_table(fixture, section, 5);
        place(fixture, section);
        bool together = last_page_of(placed(fixture, TEXT)) == page_of(placed(fixture, TABLE));
        double used = (above + 3) * fixture->style.baseline; /* title and filler */
        assert_ptr_equal(last_page_of(placed(fixture, TEXT)), page_of(placed(fixture, TEXT)));
        assert_true(together || used < 0.7 * flow_page_room(&fixture->flow, false));
    }
}

static void a_heading_stands_with_the_first_of_many_quotes_not_with_them_all(void **state)
{
    enum { HALF_A_PAGE = 20, QUOTES = 30 };
    struct fixture *fixture = *state;
    struct section *section = section_after(fixture, HALF_A_PAGE);
    section_add_heading(fixture->document, section, 3, sv_of("Bemærkninger"));
    for (int i = 0; i < QUOTES; i++)
        paragraph_add_text(fixture->document,
                           section_add_paragraph(fixture->document, section, PARAGRAPH_QUOTE), "»Ord.«");
    place(fixture, section);
    assert_ptr_equal(page_of(placed(fixture, HEADING)), page_of(placed(fixture, 0)));
    assert_ptr_equal(page_of(placed(fixture, HEADING)), page_of(placed(fixture, HEADING + 1)));
}

static size_t rows_on_first_page(const struct pdf_tag *table)
{
    const struct pdf_tag *body = table->kids[2].as.tag;
    size_t count = 0;
    while (count < body->kid_count && page_of(body->kids[count].as.tag) == page_of(table))
        count++;
    return count;
}

static void a_broken_table_has_three_rows_on_either_side(void **state)
{
    enum { ROWS = 30 };
    struct fixture *fixture = *state;
    bool broken = false;
    for (int above = 10; above < 50; above++) {
        struct section *section = section_after(fixture, above);
        add_table(fixture, section, ROWS);
        place(fixture, section);
        size_t here = rows_on_first_page(placed(fixture, 2));
        assert_true(here >= 3);
        assert_true(here == ROWS || ROWS - here >= 3);
        broken = broken || here < ROWS;
    }
    assert_true(broken);
}

static void moving_a_long_table_leaves_no_hole(void **state)
{
    struct fixture *fixture = *state;
    for (int above = 10; above < 50; above++) {
        struct section *section = section_after(fixture, above);
        add_table(fixture, section, 30);
        place(fixture, section);
        bool moved = page_of(placed(fixture, 2)) != page_of(placed(fixture, 1));
        double used = (above + 3.5) * fixture->style.baseline;
        assert_true(!moved || used > 0.6 * flow_page_room(&fixture->flow, false));
    }
}

static void add_wide_table(struct fixture *fixture, struct section *section)
{
    enum { COLUMNS = 14 };
    struct table_column columns[COLUMNS];
    for (unsigned i = 0; i < COLUMNS; i++)
        columns[i] = (struct table_column){.heading = sv_format(&fixture->arena, "Kolonne%u", i),
                                           .format = FORMAT_AMOUNT};
    struct table *table =
        section_add_table(fixture->document, section, "bred", "Bred", sv_of("Bred"), columns, COLUMNS);
    struct table_row *row = table_add_row(fixture->document, table, ROW_BODY);
    for (unsigned i = 0; i < COLUMNS; i++)
        row->cells[i] = cell_of_value(ratio_whole(12345678), FORMAT_AMOUNT);
}

static void a_wide_table_lies_on_a_page_of_its_own_with_its_heading(void **state)
{
    enum { WIDE_HEADING = 2, WIDE_TABLE, AFTER };
    struct fixture *fixture = *state;
    struct section *section = section_after(fixture, 5);
    section_add_heading(fixture->document, section, 2, sv_of("På tværs"));
    add_wide_table(fixture, section);
    add_lines(fixture, section, 5);
    place(fixture, section);
    const struct pdf_page *lying = page_of(placed(fixture, WIDE_TABLE));
    assert_true(pdf_page_width(lying) > pdf_page_height(lying));
    assert_ptr_equal(page_of(placed(fixture, WIDE_HEADING)), lying);
    assert_int_equal(pdf_file_page_count(fixture->file), 3);
    const struct pdf_page *after = page_of(placed(fixture, AFTER));
    assert_true(pdf_page_width(after) < pdf_page_height(after));
}

static void a_heading_below_the_facts_of_a_higher_one_stands_with_both(void **state)
{
    struct fixture *fixture = *state;
    for (int above = 30; above < 50; above++) {
        struct section *section = section_after(fixture, above);
        section_add_heading(fixture->document, section, 2, sv_of("En aftale"));
        add_lines(fixture, section, 2);
        section_add_heading(fixture->document, section, 3, sv_of("Svar"));
        add_lines(fixture, section, 5);
        place(fixture, section);
        const struct pdf_page *page = page_of(placed(fixture, HEADING));
        for (size_t block = FACTS; block <= TABLE; block++)
            assert_ptr_equal(page_of(placed(fixture, block)), page);
    }
}

static void a_question_stands_with_its_first_answer(void **state)
{
    struct fixture *fixture = *state;
    for (int above = 30; above < 50; above++) {
        struct section *section = section_after(fixture, above);
        section_add_heading(fixture->document, section, 3, sv_of("Bemærkninger"));
        add_lines(fixture, section, 1);
        paragraph_add_text(fixture->document,
                           section_add_paragraph(fixture->document, section, PARAGRAPH_QUOTE), "»Ord.«");
        place(fixture, section);
        assert_ptr_equal(page_of(placed(fixture, HEADING)), page_of(placed(fixture, TEXT)));
    }
}

static void a_last_line_below_a_table_does_not_stand_alone_on_the_next_page(void **state)
{
    struct fixture *fixture = *state;
    for (int above = 10; above < 45; above++) {
        struct section *section = section_after(fixture, above);
        add_table(fixture, section, 5);
        add_lines(fixture, section, 1);
        place(fixture, section);
        assert_ptr_equal(page_of(placed(fixture, 2)), page_of(placed(fixture, 3)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_heading_and_its_line_of_facts_stand_with_the_text_below, open_flow,
                                        close_flow),
        cmocka_unit_test_setup_teardown(a_few_lines_stay_with_their_table_unless_that_leaves_a_hole,
                                        open_flow, close_flow),
        cmocka_unit_test_setup_teardown(a_heading_stands_with_the_first_of_many_quotes_not_with_them_all,
                                        open_flow, close_flow),
        cmocka_unit_test_setup_teardown(a_broken_table_has_three_rows_on_either_side, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(moving_a_long_table_leaves_no_hole, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(a_heading_below_the_facts_of_a_higher_one_stands_with_both, open_flow,
                                        close_flow),
        cmocka_unit_test_setup_teardown(a_wide_table_lies_on_a_page_of_its_own_with_its_heading, open_flow,
                                        close_flow),
        cmocka_unit_test_setup_teardown(a_question_stands_with_its_first_answer, open_flow, close_flow),
        cmocka_unit_test_setup_teardown(a_last_line_below_a_table_does_not_stand_alone_on_the_next_page,
                                        open_flow, close_flow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
