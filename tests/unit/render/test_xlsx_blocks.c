/* Sections whose blocks stand on one sheet of a working book. */
#include "xlsx_fixture.h"

static int open_working(void **state)
{
    const int failed = open_report(state);
    struct fixture *f = *state;
    f->document->use = DOCUMENT_WORKING;
    return failed;
}

static const char *sheet(struct fixture *f, int number)
{
    return member(f, sv_format(&f->arena, "xl/worksheets/sheet%d.xml", number).data);
}

static void add_total(struct fixture *f, struct table *table, int64_t sum)
{
    struct table_row *row = table_add_row(f->document, table, ROW_TOTAL);
    row->cells[0] = cell_of_text(sv_of("I alt"));
    row->cells[1] = cell_of_value(ratio_whole(sum), FORMAT_COUNT);
    row->cells[1].derivation.kind = DERIVED_SUM_ABOVE;
}

static void tables_of_a_section_stand_below_each_other_without_filters(void **state)
{
    struct fixture *f = *state;
    f->section->sheet = sv_of("SA-01 Gården");
    paragraph_add_text(f->document, section_add_paragraph(f->document, f->section, PARAGRAPH_BODY), "Fakta.");
    add_total(f, add_years(f, "a", "A", (int64_t[]){1, 2}, 2), 3);
    struct table *second = add_years(f, "b", "B", (int64_t[]){4}, 1);
    second->title_note = table_add_note(second, sv_of("En note."));
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(member(f, "xl/workbook.xml"), "<sheet name=\"SA-01 Gården\" sheetId=\"1\"");
    assert_lacks(member(f, "xl/workbook.xml"), "Print_Titles");
    assert_holds(member(f, "xl/tables/table1.xml"), "ref=\"A6:B9\""); /* title, mark, text, blank, heading */
    assert_holds(member(f, "xl/tables/table2.xml"), "ref=\"A12:B13\"");
    assert_lacks(member(f, "xl/tables/table1.xml"), "autoFilter");
    assert_lacks(sheet(f, 1), "state=\"frozen\"");
    assert_holds(sheet(f, 1), "<f>SUM(B7:B8)</f><v>3</v>");
    assert_holds(member(f, "xl/sharedStrings.xml"), "<t>Job pr. år [note 1]</t>");
    assert_holds(member(f, "xl/sharedStrings.xml"), "<t>[note 1] En note.</t>");
    assert_lacks(member(f, "xl/sharedStrings.xml"), "job.csv");
}

static void an_empty_table_says_why_on_the_sheet(void **state)
{
    struct fixture *f = *state;
    f->section->sheet = sv_of("SA-01");
    add_years(f, "a", "A", NULL, 0)->empty = sv_of("Der er ingen forløb.");
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(member(f, "xl/sharedStrings.xml"), "<t>Der er ingen forløb.</t>");
}

static void a_cell_of_the_overview_leads_to_the_sheet_of_its_section(void **state)
{
    struct fixture *f = *state;
    struct table *overview = add_years(f, "a", "Overblik", (int64_t[]){1, 2}, 2);
    overview->rows[0].cells[0].link = sv_of("#aftale1");
    overview->rows[1].cells[0].link = sv_of("#findes-ikke");
    struct section *section = document_add_section(f->document, "aftale1", sv_of("SA-01"));
    section->sheet = sv_of("SA-01");
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(sheet(f, 1), "<hyperlink ref=\"A5\" location=\"'SA-01'!A1\"");
    assert_lacks(sheet(f, 1), "ref=\"A6\" location");
}

static void a_cell_can_lead_to_one_row_of_another_table(void **state)
{
    struct fixture *f = *state;
    struct table *from = add_years(f, "a", "A", (int64_t[]){1}, 1);
    struct table *to = add_years(f, "b", "B", (int64_t[]){1, 2, 3}, 3);
    to->title_note = table_add_note(to, sv_of("En note."));
    from->rows[0].cells[0].link = sv_of("#b:3");
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(member(f, "xl/tables/table2.xml"), "ref=\"A5:B8\"");
    assert_holds(sheet(f, 1), "<hyperlink ref=\"A5\" location=\"'B'!A8\"");
}

static void the_total_stands_below_what_can_be_filtered(void **state)
{
    struct fixture *f = *state;
    add_total(f, add_years(f, "a", "A", (int64_t[]){1, 2}, 2), 3);
    assert_true(write_report(f, "a.xlsx"));
    assert_holds(member(f, "xl/tables/table1.xml"), "<autoFilter ref=\"A4:B6\"/>");
    assert_holds(sheet(f, 1), "<f>SUM(B5:B6)</f><v>3</v>");
}

static void a_report_gives_each_table_a_sheet_whatever_the_section(void **state)
{
    struct fixture *f = *state;
    f->document->use = DOCUMENT_PUBLISHED;
    f->section->sheet = sv_of("SA-01");
    add_years(f, "a", "A", (int64_t[]){1}, 1);
    assert_true(write_report(f, "a.xlsx"));
    assert_lacks(member(f, "xl/workbook.xml"), "SA-01");
}

static void a_partners_book_says_whom_it_is_for(void **state)
{
    struct fixture *f = *state;
    f->section->sheet = sv_of("SA-01");
    add_years(f, "a", "A", (int64_t[]){1}, 1);
    const struct render_job job = {
        .document = document_release(f->document, EDITION_PARTNER, &f->arena),
        .style = &f->style,
        .path = inside(f, "a.xlsx"),
        .temporary_folder = f->folder,
        .arena = &f->arena,
    };
    assert_true(render_xlsx(&job, &f->fault));
    assert_holds(member(f, "xl/sharedStrings.xml"), "<t>Fortroligt – kun til aftaleparten</t>");
    assert_holds(sheet(f, 1), "Fortroligt – kun til aftaleparten</oddHeader>");
    assert_lacks(member(f, "xl/sharedStrings.xml"), "INTERN");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tables_of_a_section_stand_below_each_other_without_filters,
                                        open_working, close_report),
        cmocka_unit_test_setup_teardown(an_empty_table_says_why_on_the_sheet, open_working, close_report),
        cmocka_unit_test_setup_teardown(a_cell_of_the_overview_leads_to_the_sheet_of_its_section,
                                        open_working, close_report),
        cmocka_unit_test_setup_teardown(a_cell_can_lead_to_one_row_of_another_table, open_working,
                                        close_report),
        cmocka_unit_test_setup_teardown(the_total_stands_below_what_can_be_filtered, open_working,
                                        close_report),
        cmocka_unit_test_setup_teardown(a_report_gives_each_table_a_sheet_whatever_the_section, open_working,
                                        close_report),
        cmocka_unit_test_setup_teardown(a_partners_book_says_whom_it_is_for, open_working, close_report),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
