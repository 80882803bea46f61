#include "xlsx_book.h"
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
    "<worksheet><sheetData><row><c r=\"A1\"/><c r=\"B1\"><v>1</v></c></row></sheetData></worksheet>";
static const char one_string[] = "<sst count=\"1\" uniqueCount=\"1\"><si><t>a</t></si></sst>";

static bool verify(struct fixture *f, size_t cells)
{
    const struct written_sheet sheet = {.cells = cells};
    f->fault = (struct sv){0};
    return xlsx_verify(inside(f, "a.xlsx"), &sheet, 1, &f->arena, &f->fault);
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
    write_zip(*state, "<worksheet><sheetData><row><c r=\"A1\"/><c r=\"B1\"/>", one_string);
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

static const char *many_strings(struct fixture *f, size_t count)
{
    struct buffer strings = buffer_in(&f->arena);
    buffer_add_text(&strings, "<sst>");
    for (size_t i = 0; i < count; i++)
        buffer_add_text(&strings, "<si><t>a</t></si>");
    buffer_add_text(&strings, "</sst>");
    return sv_text(&f->arena, buffer_view(&strings));
}

static void plain_cells_are_counted_across_pieces(void **state)
{
    enum { CELLS = 9000 };
    struct fixture *f = *state;
    write_zip(f, sv_text(&f->arena, plain_sheet(f, CELLS)), many_strings(f, CELLS));
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

/* ---- A workbook as the library writes it, with one thing changed in it ---- */

/* A member with the first `from` in it replaced; the others as they are. */
struct mutation {
    const char *member;
    const char *from;
    const char *to;
    const char *reason; /* a part of the sentence that tells the fault */
};

static const char *mutated(struct fixture *f, const char *content, const struct mutation *mutation)
{
    const char *found = strstr(content, mutation->from);
    if (!found)
        fail_msg("»%s« is not in %s: %s", mutation->from, mutation->member, content);
    return sv_format(&f->arena, "%.*s%s%s", (int)(found - content), content, mutation->to,
                     found + strlen(mutation->from))
        .data;
}

/* a.xlsx is b.xlsx but for the mutation. */
static void write_mutated(struct fixture *f, const struct mutation *mutation)
{
    unzFile from = unzOpen64(inside(f, "b.xlsx"));
    zipFile to = zipOpen(inside(f, "a.xlsx"), APPEND_STATUS_CREATE);
    assert_true(from && to);
    for (int state = unzGoToFirstFile(from); state == UNZ_OK; state = unzGoToNextFile(from)) {
        char name[256];
        char *content = arena_alloc(&f->arena, LARGEST_FILE);
        assert_int_equal(unzGetCurrentFileInfo64(from, NULL, name, sizeof name, NULL, 0, NULL, 0), UNZ_OK);
        assert_int_equal(unzOpenCurrentFile(from), UNZ_OK);
        assert_true(unzReadCurrentFile(from, content, LARGEST_FILE - 1) > 0);
        unzCloseCurrentFile(from);
        const bool is_it = mutation && strcmp(name, mutation->member) == 0;
        const char *written = is_it ? mutated(f, content, mutation) : content;
        assert_int_equal(zipOpenNewFileInZip(to, name, NULL, NULL, 0, NULL, 0, NULL, Z_DEFLATED, 1), ZIP_OK);
        assert_int_equal(zipWriteInFileInZip(to, written, (unsigned)strlen(written)), ZIP_OK);
        assert_int_equal(zipCloseFileInZip(to), ZIP_OK);
    }
    unzClose(from);
    zipClose(to, NULL);
}

/* A sheet with a table of two rows and their sum, and another with a table of one. */
static bool verify_mutated(struct fixture *f, const struct mutation *mutation)
{
    static const char *const headings[] = {"År", "Antal"};
    static const bool numeric[] = {false, true};
    struct xlsx_book *book = xlsx_book_open(&(struct xlsx_settings){.path = inside(f, "b.xlsx"),
                                                                    .temporary_folder = f->folder,
                                                                    .arena = &f->arena,
                                                                    .style = &f->style,
                                                                    .created = DAY_NONE});
    struct written_sheet written[2];
    for (uint32_t i = 0; i < 2; i++) {
        struct xlsx_sheet *sheet = xlsx_book_add_sheet(book, sv_of(i ? "B" : "A"));
        const uint32_t rows = i ? 1 : 3;
        xlsx_write_text(sheet, 0, 0, sv_of("Titel"), XLSX_TITLE, XLSX_NORMAL);
        const struct xlsx_table_place place = {.name = i ? "Tabel_b" : "Tabel_a",
                                               .header_row = 2,
                                               .last_row = 2 + rows,
                                               .headings = headings,
                                               .numeric = numeric,
                                               .column_count = 2};
        xlsx_add_table(sheet, &place);
        for (uint32_t row = 3; row < 3 + rows; row++) {
            xlsx_write_text(sheet, row, 0, sv_of("2024"), XLSX_TEXT, XLSX_NORMAL);
            if (row < 5)
                xlsx_write_number(sheet, row, 1, 20.5, XLSX_COUNT, XLSX_NORMAL);
        }
        if (!i)
            xlsx_write_formula(sheet, 5, 1, "=SUM(B4:B5)", 41, XLSX_COUNT, XLSX_TOTAL);
        written[i] = sheet->written;
    }
    assert_true(xlsx_book_close(book, &f->fault));
    write_mutated(f, mutation);
    unlink(inside(f, "b.xlsx"));
    f->fault = (struct sv){0};
    return xlsx_verify(inside(f, "a.xlsx"), written, 2, &f->arena, &f->fault);
}

static void a_workbook_as_it_was_written_passes(void **state)
{
    struct fixture *f = *state;
    if (!verify_mutated(f, NULL))
        fail_msg("%.*s", SV_ARG(f->fault));
}

#define SHEET "xl/worksheets/sheet1.xml"
#define TABLE "xl/tables/table1.xml"
#define STRINGS "xl/sharedStrings.xml"

static const struct mutation mutations[] = {
    {SHEET, "<v>41</v>", "<v>42</v>", "en formel har en anden værdi"},
    {SHEET, "<v>41</v>", "<v>0</v>", "en formel har en anden værdi"},
    {SHEET, "<v>41</v>", "<v>NAN</v>", "et tal er ikke et tal"},
    {SHEET, "<v>41</v>", "<v></v>", "et tal er ikke et tal"},
    {SHEET, "<v>20.5</v>", "<v>nan</v>", "et tal er ikke et tal"},
    {SHEET, "<v>20.5</v>", "<v>INF</v>", "et tal er ikke et tal"},
    {SHEET, "<v>41</v>", "<v>2.1E+999</v>", "et tal er ikke et tal"},
    {SHEET, "SUM(B4:B5)", "SUM(#REF!)", "en formel peger på en celle, der ikke er der"},
    {SHEET, "<f>SUM(B4:B5)</f>", "", "der mangler formler"},
    {SHEET, "r=\"B6\"", "r=\"C6\"", "en formel står et andet sted"},
    {SHEET, "><v>20.5</v>", " t=\"e\"><v>#N/A</v>", "en celle er hverken tal eller tekst"},
    {SHEET, "r=\"B6\"", "r=\"6\"", "en celle har ingen plads"},
    {SHEET, "t=\"s\"><v>3</v>", "t=\"s\"><v>9999</v>", "en tekst er der ikke"},
    {SHEET, "t=\"s\"><v>1</v>", "t=\"s\"><v>2</v>", "en tabel har en anden overskrift i arket"},
    {SHEET, "t=\"s\"><v>1</v>", "><v>1</v>", "en tabel mangler en overskrift i arket"},
    {STRINGS, "Antal", "Andel", "en tabel har en anden overskrift i arket"},
    {STRINGS, "uniqueCount=\"4\"", "uniqueCount=\"5\"", "der mangler tekster"},
    {TABLE, "displayName=\"Tabel_a\"", "displayName=\"Tabel_b\"", "en tabel hedder noget andet"},
    {TABLE, " name=\"Tabel_a\"", "", "en tabel hedder noget andet"},
    {TABLE, "ref=\"A3:B6\"", "ref=\"A3:B7\"", "en tabel dækker andre celler"},
    {TABLE, "name=\"Antal\"", "name=\"År\"", "en kolonne i en tabel hedder noget andet"},
    {TABLE, "<tableColumn id=\"2\" name=\"Antal\"/>", "", "en tabel mangler en kolonne"},
};

static void whatever_is_changed_in_a_workbook_is_seen(void **state)
{
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof mutations / sizeof *mutations; i++) {
        if (verify_mutated(f, &mutations[i]))
            fail_msg("not seen: »%s« in place of »%s«", mutations[i].to, mutations[i].from);
        assert_holds(f->fault.data, mutations[i].reason);
        unlink(inside(f, "a.xlsx"));
    }
}

static void add_member(zipFile zip, const char *name, struct sv content)
{
    assert_int_equal(zipOpenNewFileInZip(zip, name, NULL, NULL, 0, NULL, 0, NULL, Z_DEFLATED, 1), ZIP_OK);
    assert_int_equal(zipWriteInFileInZip(zip, content.data, (unsigned)content.size), ZIP_OK);
    assert_int_equal(zipCloseFileInZip(zip), ZIP_OK);
}

/* The file is as it was written, a sheet with two tables, but what was written would be refused. */
static bool verify_names(struct fixture *f, const char *first, const char *second, const char *heading)
{
    static const char sheet_xml[] =
        "<worksheet><row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"B3\" t=\"s\"><v>1</v></c></row>"
        "<row r=\"9\"><c r=\"A9\" t=\"s\"><v>0</v></c><c r=\"B9\" t=\"s\"><v>1</v></c></row></worksheet>";
    const char *const headings[] = {"År", heading};
    struct written_table tables[] = {{first, 2, 5, 2, headings}, {second, 8, 11, 2, headings}};
    const struct written_sheet sheet = {.cells = 4, .tables = tables, .table_count = 2};
    zipFile zip = zipOpen(inside(f, "a.xlsx"), APPEND_STATUS_CREATE);
    add_member(zip, "xl/worksheets/sheet1.xml", sv_of(sheet_xml));
    for (size_t i = 0; i < 2; i++)
        add_member(zip, i ? "xl/tables/table2.xml" : "xl/tables/table1.xml",
                   sv_format(&f->arena,
                             "<table name=\"%s\" displayName=\"%s\" ref=\"%s\"><tableColumn name=\"År\"/>"
                             "<tableColumn name=\"%s\"/></table>",
                             tables[i].name, tables[i].name, i ? "A9:B12" : "A3:B6", heading));
    add_member(zip, "xl/sharedStrings.xml",
               sv_format(&f->arena, "<sst><si><t>År</t></si><si><t>%s</t></si></sst>", heading));
    zipClose(zip, NULL);
    f->fault = (struct sv){0};
    const bool whole = xlsx_verify(inside(f, "a.xlsx"), &sheet, 1, &f->arena, &f->fault);
    unlink(inside(f, "a.xlsx"));
    return whole;
}

static void names_that_excel_refuses_are_seen(void **state)
{
    static const char *const names[] = {"", "1_a", "A1", "XFD12", "Tabel a", "Tabel-a", "Tabel_å"};
    struct fixture *f = *state;
    assert_true(verify_names(f, "Tabel_a", "Tabel_b", "Antal"));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_false(verify_names(f, names[i], "Tabel_b", "Antal"));
        assert_holds(f->fault.data, "et navn, som Excel ikke tager imod");
    }
    assert_false(verify_names(f, "Tabel_b", "tabel_B", "Antal"));
    assert_holds(f->fault.data, "to tabeller hedder det samme");
    assert_false(verify_names(f, "Tabel_a", "Tabel_b", "År"));
    assert_holds(f->fault.data, "to kolonner i en tabel hedder det samme");
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
        TEST(a_workbook_as_it_was_written_passes),
        TEST(whatever_is_changed_in_a_workbook_is_seen),
        TEST(names_that_excel_refuses_are_seen),
        TEST(bytes_changed_in_the_archive_are_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
