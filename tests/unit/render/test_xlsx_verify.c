#include "xlsx_fixture.h"
#include "xlsx_verify.h"

#include <minizip/zip.h>

/* A workbook of one sheet with these members; NULL content leaves a member out. */
static void write_zip(struct fixture *f, const char *sheet, const char *strings)
{
    const char *const names[] = {"xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"};
    const char *const contents[] = {"<workbook/>", sheet, strings};
    zipFile zip = zipOpen(inside(f, "a.xlsx"), APPEND_STATUS_CREATE);
    assert_non_null(zip);
    for (size_t i = 0; i < 3; i++) {
        if (!contents[i])
            continue;
        assert_int_equal(zipOpenNewFileInZip(zip, names[i], NULL, NULL, 0, NULL, 0, NULL, Z_DEFLATED, 6),
                         ZIP_OK);
        assert_int_equal(zipWriteInFileInZip(zip, contents[i], (unsigned)strlen(contents[i])), ZIP_OK);
        assert_int_equal(zipCloseFileInZip(zip), ZIP_OK);
    }
    assert_int_equal(zipClose(zip, NULL), ZIP_OK);
}

static const char two_cells[] =
    "<worksheet><sheetData><row><c/><c><v>1</v></c></row></sheetData></worksheet>";
static const char one_string[] = "<sst count=\"1\" uniqueCount=\"1\"><si><t>a</t></si></sst>";

static bool verify(struct fixture *f, size_t cells)
{
    f->fault = (struct sv){0};
    return xlsx_verify(inside(f, "a.xlsx"), &cells, 1, &f->arena, &f->fault);
}

static void a_whole_workbook_passes(void **state)
{
    write_zip(*state, two_cells, one_string);
    assert_true(verify(*state, 2));
}

static void a_cell_too_few_or_too_many_is_seen(void **state)
{
    struct fixture *f = *state;
    write_zip(f, two_cells, one_string);
    assert_false(verify(f, 1));
    assert_false(verify(f, 3));
    assert_holds(f->fault.data, "sheet1.xml");
}

static void xml_that_is_cut_off_is_seen(void **state)
{
    write_zip(*state, "<worksheet><sheetData><row><c/><c/>", one_string);
    assert_false(verify(*state, 2));
}

/* A sheet of plain cells, so many that they are read in several pieces. */
static struct sv plain_sheet(struct fixture *f, size_t count)
{
    struct buffer sheet = buffer_in(&f->arena);
    buffer_add_text(&sheet, "<worksheet><sheetData><row>");
    for (size_t i = 0; i < count; i++)
        buffer_format(&sheet, "<c r=\"A%zu\" s=\"1\" t=\"s\"><v>%zu</v></c>", i + 1, i);
    buffer_add_text(&sheet, "</row></sheetData></worksheet>");
    return buffer_view(&sheet);
}

static void plain_cells_are_counted_across_pieces(void **state)
{
    enum { CELLS = 9000 };
    struct fixture *f = *state;
    write_zip(f, sv_text(&f->arena, plain_sheet(f, CELLS)), one_string);
    assert_true(verify(f, CELLS));
    assert_false(verify(f, CELLS - 1));
}

static size_t cells_in(struct sv xml)
{
    size_t count = 0;
    for (size_t i = 0; i + 2 < xml.size; i++)
        count += memcmp(xml.data + i, "<c ", 3) == 0;
    return count;
}

static void plain_cells_that_are_cut_off_are_seen(void **state)
{
    enum { CELLS = 9000, FROM = 250000, TO = FROM + 40 };
    struct fixture *f = *state;
    const struct sv whole = plain_sheet(f, CELLS);
    for (size_t size = FROM; size < TO; size++) {
        const struct sv cut = sv_slice(whole, 0, size);
        write_zip(f, sv_text(&f->arena, cut), one_string);
        assert_false(verify(f, cells_in(cut)));
        assert_false(verify(f, cells_in(cut) - 1));
    }
}

static void an_empty_member_is_seen(void **state)
{
    write_zip(*state, two_cells, "");
    assert_false(verify(*state, 2));
}

static void a_shared_string_that_is_missing_is_seen(void **state)
{
    write_zip(*state, two_cells, "<sst uniqueCount=\"2\"><si><t>a</t></si></sst>");
    assert_false(verify(*state, 2));
}

static void a_sheet_that_is_missing_is_seen(void **state)
{
    write_zip(*state, NULL, one_string);
    assert_false(verify(*state, 2));
}

static void a_file_that_is_no_archive_is_seen(void **state)
{
    struct fixture *f = *state;
    FILE *stream = fopen(inside(f, "a.xlsx"), "wb");
    assert_non_null(stream);
    fputs("PK", stream);
    fclose(stream);
    assert_false(verify(f, 2));
    assert_holds(f->fault.data, "blev ikke skrevet helt");
}

static void bytes_changed_in_the_archive_are_seen(void **state)
{
    struct fixture *f = *state;
    write_zip(f, two_cells, one_string);
    const struct sv bytes = file_bytes(f, "a.xlsx");
    FILE *stream = fopen(inside(f, "a.xlsx"), "r+b");
    assert_non_null(stream);
    for (size_t i = 0; i + 4 < bytes.size; i++)
        if (memcmp(bytes.data + i, "PK\1\2", 4) == 0) { /* central directory: its checksum of the member */
            fseek(stream, (long)i + 16, SEEK_SET);
            fputc(bytes.data[i + 16] ^ 1, stream);
        }
    fclose(stream);
    assert_false(verify(f, 2));
}

int main(void)
{
#define TEST(function) cmocka_unit_test_setup_teardown(function, open_report, close_report)
    const struct CMUnitTest tests[] = {
        TEST(a_whole_workbook_passes),
        TEST(a_cell_too_few_or_too_many_is_seen),
        TEST(xml_that_is_cut_off_is_seen),
        TEST(plain_cells_are_counted_across_pieces),
        TEST(plain_cells_that_are_cut_off_are_seen),
        TEST(an_empty_member_is_seen),
        TEST(a_shared_string_that_is_missing_is_seen),
        TEST(a_sheet_that_is_missing_is_seen),
        TEST(a_file_that_is_no_archive_is_seen),
        TEST(bytes_changed_in_the_archive_are_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
