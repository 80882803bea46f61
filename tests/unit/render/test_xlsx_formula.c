#include "xlsx_formula.h"

#include "build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
/* cmocka wants the headers above first */
#include <cmocka.h>

enum { COLUMNS = 4, BODY = ROW_BODY, TOTAL = ROW_TOTAL };

struct sheet {
    struct arena arena;
    struct document *document;
    struct table *table;
    struct xlsx_entry entry;
};

/* A table with its header in the sheet's row 6 and rows of these kinds, all cells 1. */
static void make_sheet(struct sheet *sheet, const int *kinds, size_t count)
{
    static const struct table_column columns[COLUMNS] = {
        {.heading = SV("A")}, {.heading = SV("B")}, {.heading = SV("C")}, {.heading = SV("D")}};
    arena_init(&sheet->arena, NULL);
    sheet->document = document_create(&sheet->arena, NULL);
    struct section *section = document_add_section(sheet->document, "s", sv_of("S"));
    sheet->table = section_add_table(sheet->document, section, "t", "T", sv_of("T"), columns, COLUMNS);
    for (size_t row = 0; row < count; row++) {
        struct table_row *added = table_add_row(sheet->document, sheet->table, (enum row_kind)kinds[row]);
        for (size_t column = 0; column < COLUMNS; column++)
            added->cells[column] = cell_of_value(ratio_whole(1), FORMAT_COUNT);
    }
    sheet->entry = (struct xlsx_entry){.kind = XLSX_TABLE, .table = sheet->table, .header_row = 5};
}

static void assert_formula(struct sheet *sheet, size_t row, uint16_t column, struct derivation derivation,
                           const char *expected)
{
    sheet->table->rows[row].cells[column].derivation = derivation;
    const char *formula = xlsx_formula(&sheet->arena, &sheet->entry, row, column);
    if (expected)
        assert_string_equal(formula, expected);
    else
        assert_null(formula);
}

static void a_total_adds_the_body_rows_above_it(void **state)
{
    (void)state;
    struct sheet sheet;
    make_sheet(&sheet, (int[]){BODY, BODY, BODY, TOTAL}, 4);
    assert_formula(&sheet, 3, 1, (struct derivation){DERIVED_SUM_ABOVE, 0, 0}, "=SUM(B7:B9)");
    arena_free(&sheet.arena);
}

static void a_total_leaves_out_the_totals_above_it(void **state)
{
    (void)state;
    struct sheet sheet;
    make_sheet(&sheet, (int[]){BODY, BODY, TOTAL, BODY, TOTAL}, 5);
    assert_formula(&sheet, 4, 2, (struct derivation){DERIVED_SUM_ABOVE, 0, 0}, "=SUM(C7:C8,C10:C10)");
    arena_free(&sheet.arena);
}

static void a_total_of_nothing_has_no_formula(void **state)
{
    (void)state;
    struct sheet sheet;
    make_sheet(&sheet, (int[]){TOTAL}, 1);
    assert_formula(&sheet, 0, 1, (struct derivation){DERIVED_SUM_ABOVE, 0, 0}, NULL);
    assert_formula(&sheet, 0, 1, (struct derivation){DERIVED_NOT, 0, 0}, NULL);
    arena_free(&sheet.arena);
}

static void columns_of_the_row_are_added_divided_and_subtracted(void **state)
{
    (void)state;
    struct sheet sheet;
    make_sheet(&sheet, (int[]){BODY, BODY}, 2);
    assert_formula(&sheet, 1, 3, (struct derivation){DERIVED_SUM_COLUMNS, 1, 2}, "=SUM(B8:C8)");
    assert_formula(&sheet, 1, 3, (struct derivation){DERIVED_QUOTIENT, 1, 2}, "=B8/C8");
    assert_formula(&sheet, 1, 3, (struct derivation){DERIVED_DIFFERENCE, 2, 1}, "=C8-B8");
    arena_free(&sheet.arena);
}

static void what_is_left_is_a_cell_less_those_before_it(void **state)
{
    (void)state;
    struct sheet sheet;
    make_sheet(&sheet, (int[]){BODY, BODY, BODY, BODY}, 4);
    assert_formula(&sheet, 1, 3, (struct derivation){DERIVED_LESS_COLUMNS, 2, 0}, "=C8-SUM(A8:B8)");
    assert_formula(&sheet, 1, 3, (struct derivation){DERIVED_LESS_COLUMNS, 2, 2}, NULL);
    assert_formula(&sheet, 1, 3, (struct derivation){DERIVED_LESS_COLUMNS, COLUMNS, 2}, NULL);
    assert_formula(&sheet, 3, 1, (struct derivation){DERIVED_LESS_ROWS, 2, 0}, "=B9-SUM(B7:B8)");
    assert_formula(&sheet, 3, 1, (struct derivation){DERIVED_LESS_ROWS, 4, 0}, NULL);
    assert_formula(&sheet, 3, 1, (struct derivation){DERIVED_LESS_ROWS, 0, 2}, NULL);
    arena_free(&sheet.arena);
}

static void a_running_sum_begins_with_the_first_row(void **state)
{
    (void)state;
    struct sheet sheet;
    make_sheet(&sheet, (int[]){BODY, BODY, BODY}, 3);
    assert_formula(&sheet, 0, 3, (struct derivation){DERIVED_RUNNING_SUM, 1, 0}, "=SUM(B7:B7)");
    assert_formula(&sheet, 2, 3, (struct derivation){DERIVED_RUNNING_SUM, 1, 0}, "=SUM(B7:B9)");
    assert_formula(&sheet, 2, 3, (struct derivation){DERIVED_RUNNING_SUM, COLUMNS, 0}, NULL);
    arena_free(&sheet.arena);
}

static void a_difference_of_shares_is_in_points(void **state)
{
    (void)state;
    struct sheet sheet;
    make_sheet(&sheet, (int[]){BODY}, 1);
    sheet.table->rows[0].cells[3].format = FORMAT_POINTS;
    assert_formula(&sheet, 0, 3, (struct derivation){DERIVED_DIFFERENCE, 1, 2}, "=(B7-C7)*100");
    arena_free(&sheet.arena);
}

static void a_part_is_divided_by_the_total_that_ends_its_rows(void **state)
{
    (void)state;
    struct sheet sheet;
    make_sheet(&sheet, (int[]){BODY, TOTAL, BODY, BODY, TOTAL}, 5);
    const struct derivation part = {DERIVED_PART_OF_TOTAL, 1, 0};
    assert_formula(&sheet, 0, 2, part, "=B7/B8");
    assert_formula(&sheet, 2, 2, part, "=B9/B11");
    sheet.table->rows[4].cells[1] = cell_of_value(ratio_none(), FORMAT_COUNT);
    assert_formula(&sheet, 2, 2, part, NULL);
    arena_free(&sheet.arena);
}

static void a_part_without_a_total_has_no_formula(void **state)
{
    (void)state;
    struct sheet sheet;
    make_sheet(&sheet, (int[]){TOTAL, BODY}, 2);
    assert_formula(&sheet, 1, 2, (struct derivation){DERIVED_PART_OF_TOTAL, 1, 0}, NULL);
    arena_free(&sheet.arena);
}

static void rows_of_a_column_are_divided(void **state)
{
    (void)state;
    struct sheet sheet;
    make_sheet(&sheet, (int[]){BODY, BODY, BODY}, 3);
    assert_formula(&sheet, 2, 3, (struct derivation){DERIVED_QUOTIENT_ROWS, 1, 0}, "=D8/D7");
    assert_formula(&sheet, 2, 3, (struct derivation){DERIVED_QUOTIENT_ROWS, 1, 3}, NULL);
    sheet.table->rows[0].cells[3] = (struct cell){.kind = CELL_EMPTY};
    assert_formula(&sheet, 2, 3, (struct derivation){DERIVED_QUOTIENT_ROWS, 1, 0}, NULL);
    arena_free(&sheet.arena);
}

static void nothing_is_computed_from_a_cell_without_a_number(void **state)
{
    (void)state;
    struct sheet sheet;
    make_sheet(&sheet, (int[]){BODY}, 1);
    struct cell *cells = sheet.table->rows[0].cells;
    cells[1] = cell_of_text(sv_of("tekst"));
    assert_formula(&sheet, 0, 3, (struct derivation){DERIVED_QUOTIENT, 1, 2}, NULL);
    cells[1] = cell_of_value(ratio_none(), FORMAT_COUNT);
    assert_formula(&sheet, 0, 3, (struct derivation){DERIVED_DIFFERENCE, 2, 1}, NULL);
    assert_formula(&sheet, 0, 3, (struct derivation){DERIVED_QUOTIENT, 2, COLUMNS}, NULL);
    assert_formula(&sheet, 0, 3, (struct derivation){DERIVED_SUM_COLUMNS, 2, COLUMNS}, NULL);
    assert_formula(&sheet, 0, 3, (struct derivation){DERIVED_SUM_COLUMNS, 2, 1}, NULL);
    arena_free(&sheet.arena);
}

static void columns_are_lettered_as_excel_does(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, NULL);
    static const struct {
        uint16_t column;
        const char *range;
    } cases[] = {{0, "A1:A2"},     {25, "Z1:Z2"},      {26, "AA1:AA2"},
                 {701, "ZZ1:ZZ2"}, {702, "AAA1:AAA2"}, {16383, "XFD1:XFD2"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer buffer = buffer_in(&arena);
        xlsx_add_range(&buffer, (struct xlsx_run){0, 1}, cases[i].column, cases[i].column);
        assert_true(sv_is(buffer_view(&buffer), cases[i].range));
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_total_adds_the_body_rows_above_it),
        cmocka_unit_test(a_total_leaves_out_the_totals_above_it),
        cmocka_unit_test(a_total_of_nothing_has_no_formula),
        cmocka_unit_test(columns_of_the_row_are_added_divided_and_subtracted),
        cmocka_unit_test(what_is_left_is_a_cell_less_those_before_it),
        cmocka_unit_test(a_running_sum_begins_with_the_first_row),
        cmocka_unit_test(a_difference_of_shares_is_in_points),
        cmocka_unit_test(a_part_is_divided_by_the_total_that_ends_its_rows),
        cmocka_unit_test(a_part_without_a_total_has_no_formula),
        cmocka_unit_test(rows_of_a_column_are_divided),
        cmocka_unit_test(nothing_is_computed_from_a_cell_without_a_number),
        cmocka_unit_test(columns_are_lettered_as_excel_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
