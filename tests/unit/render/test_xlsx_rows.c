#include "xlsx_fixture.h"
#include "xlsx_rows.h"

enum { ROWS = 3000, COLUMNS = 30 };

static const char *const texts[] = {"forloeb.csv", "Småjob & <andet>", " med luft ", "_x0041_",
                                    "=1+1",        "\xE2\x82\xAC"};
static const double numbers[] = {
    0, 1, 45292, 12.5, -3, 1e15, 123456789012345, 0.1, 1e-7, -0.333333333333333333};

static const char *text_at(size_t row, size_t column)
{
    return texts[(row + column) % (sizeof texts / sizeof *texts)];
}

static double number_at(size_t row, size_t column)
{
    return numbers[(row + column) % (sizeof numbers / sizeof *numbers)];
}

static bool is_empty(size_t row, size_t column)
{
    return (row * column) % 3 == 1;
}

static struct xlsx_sheet *open_sheet(struct fixture *f, const char *name)
{
    const struct xlsx_settings settings = {
        .path = inside(f, name),
        .temporary_folder = f->folder,
        .arena = &f->arena,
        .style = &f->style,
        .created = DAY_NONE,
        .streamed = true,
    };
    return xlsx_book_add_sheet(xlsx_book_open(&settings), sv_of("Ark"));
}

static void write_above(struct xlsx_sheet *sheet)
{
    xlsx_write_text(sheet, 0, 0, sv_of("Titel"), XLSX_TITLE, XLSX_NORMAL);
    for (uint16_t column = 0; column < COLUMNS; column++)
        xlsx_write_text(sheet, 1, column, sv_of("Kolonne"), XLSX_HEAD_TEXT, XLSX_NORMAL);
}

static void close_sheet(struct fixture *f, struct xlsx_sheet *sheet)
{
    xlsx_write_text(sheet, ROWS + 2, 0, sv_of("I alt"), XLSX_TEXT, XLSX_TOTAL);
    assert_true(xlsx_book_close(sheet->book, &f->fault));
}

static void add_row(struct xlsx_rows *rows, uint32_t row)
{
    xlsx_rows_add(rows, row + 2);
    for (uint16_t column = 0; column < COLUMNS; column++)
        if (is_empty(row, column))
            continue;
        else if (column % 2)
            xlsx_rows_add_text(rows, column, sv_of(text_at(row, column)), XLSX_DATUM);
        else
            xlsx_rows_add_number(rows, column, number_at(row, column), XLSX_DECIMAL);
}

static void write_by_rows(struct fixture *f, const char *name)
{
    struct xlsx_rows rows;
    struct xlsx_sheet *sheet = open_sheet(f, name);
    write_above(sheet);
    xlsx_rows_begin(&rows, sheet, COLUMNS);
    for (uint32_t row = 0; row < ROWS; row++)
        add_row(&rows, row);
    xlsx_rows_end(&rows);
    close_sheet(f, sheet);
}

static void write_by_library(struct fixture *f, const char *name)
{
    struct xlsx_sheet *sheet = open_sheet(f, name);
    write_above(sheet);
    for (uint32_t row = 0; row < ROWS; row++)
        for (uint16_t column = 0; column < COLUMNS; column++)
            if (is_empty(row, column))
                continue;
            else if (column % 2)
                xlsx_write_text(sheet, row + 2, column, sv_of(text_at(row, column)), XLSX_DATUM, XLSX_BARE);
            else
                xlsx_write_number(sheet, row + 2, column, number_at(row, column), XLSX_DECIMAL, XLSX_BARE);
    close_sheet(f, sheet);
}

static void rows_are_written_as_the_library_writes_them(void **state)
{
    struct fixture *f = *state;
    write_by_rows(f, "a.xlsx");
    write_by_library(f, "b.xlsx");
    const struct sv ours = file_bytes(f, "a.xlsx");
    const struct sv theirs = file_bytes(f, "b.xlsx");
    assert_int_equal(ours.size, theirs.size);
    assert_memory_equal(ours.data, theirs.data, ours.size);
}

static void no_rows_are_a_sheet_too(void **state)
{
    struct fixture *f = *state;
    struct xlsx_rows rows;
    struct xlsx_sheet *sheet = open_sheet(f, "a.xlsx");
    write_above(sheet);
    xlsx_rows_begin(&rows, sheet, COLUMNS);
    xlsx_rows_end(&rows);
    close_sheet(f, sheet);
}

int main(void)
{
#define TEST(function) cmocka_unit_test_setup_teardown(function, open_report, close_report)
    const struct CMUnitTest tests[] = {
        TEST(rows_are_written_as_the_library_writes_them),
        TEST(no_rows_are_a_sheet_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
