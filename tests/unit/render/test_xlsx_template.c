#include "xlsx_fixture.h"

static bool write_templates(struct fixture *f, const char *name)
{
    struct code_lists codes;
    code_lists_init(&codes, &f->arena);
    return render_templates(inside(f, name), f->folder, &codes, &f->arena, &f->fault);
}

static void there_is_a_sheet_for_each_table_and_one_that_explains(void **state)
{
    struct fixture *f = *state;
    assert_true(write_templates(f, "a.xlsx"));
    const char *book = member(f, "xl/workbook.xml");
    assert_holds(book, "name=\"Vejledning\" sheetId=\"1\"");
    for (size_t id = 0; id < TABLES; id++)
        assert_holds(book, sv_format(&f->arena, "name=\"%s\"", table_schema((enum table_id)id)->name).data);
    assert_holds(book, "name=\"Kodelister\"");
    assert_lacks(book, "state=\"hidden\"");
}

static void cells_are_checked_by_what_the_column_holds(void **state)
{
    struct fixture *f = *state;
    assert_true(write_templates(f, "a.xlsx"));
    const char *courses = member(f, "xl/worksheets/sheet3.xml");
    assert_holds(courses, "<formula1>Kodelister!$B$3:$B$13</formula1>"); /* eleven target groups */
    assert_holds(courses, "<formula1>\"ja,nej\"</formula1>");
    assert_holds(courses, "<dataValidation type=\"date\"");
    assert_holds(courses, "<formula1>0</formula1><formula2>60</formula2>");
    assert_holds(courses, "promptTitle=\"forloeb_id\"");
}

static void lists_that_belong_to_the_program_are_drop_downs_too(void **state)
{
    struct fixture *f = *state;
    assert_true(write_templates(f, "a.xlsx"));
    const char *statuses = member(f, "xl/worksheets/sheet9.xml");
    assert_holds(statuses, "promptTitle=\"statustekst\"");
    assert_holds(statuses, "<formula1>Kodelister!$B$114:$B$116</formula1>");
    assert_holds(statuses, "<dataValidation type=\"textLength\"");
    const char *evaluations = member(f, "xl/worksheets/sheet10.xml");
    assert_holds(evaluations, "<formula1>1</formula1><formula2>5</formula2>");
}

static void the_explanation_says_which_reports_need_a_file(void **state)
{
    struct fixture *f = *state;
    assert_true(write_templates(f, "a.xlsx"));
    const char *words = member(f, "xl/sharedStrings.xml");
    assert_holds(words, "<t>Kræves af</t>");
    assert_holds(words, "<t>årsrapport og halvårsrapport</t>");
    assert_holds(words, "<t>årsrapport, halvårsrapport og evaluering</t>");
    assert_holds(words, "<t>evaluering</t>");
    assert_holds(words, "<t>ingen</t>");
}

static void two_runs_give_the_same_bytes(void **state)
{
    struct fixture *f = *state;
    assert_true(write_templates(f, "a.xlsx"));
    assert_true(write_templates(f, "b.xlsx"));
    assert_true(sv_equal(file_bytes(f, "a.xlsx"), file_bytes(f, "b.xlsx")));
}

static void a_folder_that_is_not_there_is_an_error(void **state)
{
    struct fixture *f = *state;
    assert_false(write_templates(f, "findes/ikke.xlsx"));
    assert_holds(f->fault.data, "kunne ikke skrives");
}

int main(void)
{
#define TEST(function) cmocka_unit_test_setup_teardown(function, open_report, close_report)
    const struct CMUnitTest tests[] = {
        TEST(there_is_a_sheet_for_each_table_and_one_that_explains),
        TEST(cells_are_checked_by_what_the_column_holds),
        TEST(lists_that_belong_to_the_program_are_drop_downs_too),
        TEST(the_explanation_says_which_reports_need_a_file),
        TEST(two_runs_give_the_same_bytes),
        TEST(a_folder_that_is_not_there_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
