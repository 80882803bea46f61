#include "xlsx_fixture.h"
#include "xlsx_plain_cells.h"

static size_t size_of_cell(const char *xml)
{
    return plain_cell(xml, strlen(xml)).size;
}

static void cells_of_numbers_strings_and_nothing_are_plain(void **state)
{
    static const char *const cells[] = {
        "<c r=\"A1\"><v>0</v></c>",
        "<c r=\"AB1048576\" s=\"12\"><v>-1.5E-10</v></c>",
        "<c r=\"B2\" s=\"3\" t=\"s\"><v>17</v></c>",
        "<c r=\"C3\" s=\"4\"/>",
        "<c r=\"D4\" s=\"4\" t=\"inlineStr\"><is><t>småjob, 5\xC3\x98</t></is></c>",
    };
    (void)state;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        assert_int_equal(size_of_cell(cells[i]), strlen(cells[i]));
}

static void nothing_else_is_plain(void **state)
{
    static const char *const others[] = {
        "",
        "<col min=\"1\"/>",
        "<c><v>1</v></c>",
        "<c r=\"1\"><v>1</v></c>",
        "<c r=\"A\"><v>1</v></c>",
        "<c r=\"A1\"><v></v></c>",
        "<c r=\"A1\"><v>nan</v></c>",
        "<c r=\"A1\" s=\"\"><v>1</v></c>",
        "<c r=\"A1\"><f>1+1</f><v>2</v></c>",
        "<c r=\"A1\" t=\"b\"><v>1</v></c>",
        "<c r=\"A1\"><v>1</v></r>",
        "<c r=\"A1\" t=\"inlineStr\"><is><t></t></is></c>",
        "<c r=\"A1\" t=\"inlineStr\"><is><t>a & b</t></is></c>",
        "<c r=\"A1\" t=\"inlineStr\"><is><t>a\xC3</t></is></c>",
        "<c r=\"A1\" t=\"inlineStr\"><is><t>\xE2\x82\xAC</t></is></c>",
        "<c r=\"A1\" t=\"inlineStr\"><is><t>a\x01</t></is></c>",
        "<c r=\"A1\" t=\"inlineStr\"><is><t>a</t></c>",
    };
    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(size_of_cell(others[i]), 0);
}

static size_t size_of_link(const char *xml)
{
    return plain_link_size(xml, strlen(xml));
}

static void links_with_plain_words_are_plain(void **state)
{
    static const char *const links[] = {
        "<hyperlink ref=\"A1\" r:id=\"rId1\" location=\"'Nøgletal'!A57\" tooltip=\"Rækkerne bag tallet\"/>",
        "<Relationship Id=\"rId1\" Type=\"http://x/y\" Target=\"a.xlsx\" TargetMode=\"External\"/>",
    };
    (void)state;
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        assert_int_equal(size_of_link(links[i]), strlen(links[i]));
}

static void no_other_links_are_plain(void **state)
{
    static const char *const others[] = {
        "<hyperlinks>",
        "<Relationships xmlns=\"x\">",
        "<hyperlink ref=\"A1\">",
        "<hyperlink ref=\"\"/>",
        "<hyperlink ref=\"A1\"location=\"B\"/>",
        "<hyperlink ref=\"A1\" location=\"a&amp;b\"/>",
        "<hyperlink ref=\"A1\" location=\"a<b\"/>",
        "<hyperlink ref=\"A1\" location=\"a",
        "<hyperlink ref=\"A1\" ",
        "<hyperlink ref=A1/>",
    };
    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(size_of_link(others[i]), 0);
}

static void a_cell_that_is_cut_off_anywhere_is_not_plain(void **state)
{
    static const char cell[] = "<c r=\"B12\" s=\"3\" t=\"s\"><v>17</v></c>";
    (void)state;
    for (size_t size = 0; size < sizeof cell - 1; size++)
        assert_int_equal(plain_cell(cell, size).size, 0);
}

static void everything_else_is_left_as_it_is(void **state)
{
    static const char xml[] =
        "<row><c r=\"A1\"><v>1</v></c>&lt;<c r=\"B1\"/><c><v>2</v></c></row><c r=\"A2\"";
    static const char left[] = "<row>&lt;<c><v>2</v></c></row><c r=\"A2\"";
    char rest[sizeof xml];
    struct plain_cells taken = {0};
    (void)state;
    const size_t kept = plain_cells_take(&taken, rest, xml, sizeof xml - 1);
    assert_int_equal(taken.cells, 2);
    assert_int_equal(kept, sizeof left - 1);
    assert_memory_equal(rest, left, kept);
}

static void the_highest_number_of_a_shared_string_is_kept(void **state)
{
    static const char xml[] = "<c r=\"A1\" t=\"s\"><v>7</v></c><c r=\"B1\" t=\"s\"><v>3</v></c>"
                              "<c r=\"C1\"><v>90</v></c>";
    char rest[sizeof xml];
    struct plain_cells taken = {0};
    (void)state;
    assert_int_equal(plain_cells_take(&taken, rest, xml, sizeof xml - 1), 0);
    assert_int_equal(taken.strings, 8);
}

static void cells_of_watched_rows_are_left(void **state)
{
    static const char xml[] = "<row r=\"6\"><c r=\"A6\"/></row><row r=\"16\"><c r=\"A16\"/></row>"
                              "<row r=\"17\"><c r=\"A17\"/></row>";
    static const char left[] = "<row r=\"6\"></row><row r=\"16\"><c r=\"A16\"/></row><row r=\"17\"></row>";
    static const uint32_t rows[] = {4, 16};
    char rest[sizeof xml];
    struct plain_cells taken = {.watched = rows, .watched_count = 2};
    (void)state;
    const size_t kept = plain_cells_take(&taken, rest, xml, sizeof xml - 1);
    assert_int_equal(taken.cells, 2);
    assert_int_equal(kept, sizeof left - 1);
    assert_memory_equal(rest, left, kept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_of_numbers_strings_and_nothing_are_plain),
        cmocka_unit_test(nothing_else_is_plain),
        cmocka_unit_test(links_with_plain_words_are_plain),
        cmocka_unit_test(no_other_links_are_plain),
        cmocka_unit_test(a_cell_that_is_cut_off_anywhere_is_not_plain),
        cmocka_unit_test(the_highest_number_of_a_shared_string_is_kept),
        cmocka_unit_test(cells_of_watched_rows_are_left),
        cmocka_unit_test(everything_else_is_left_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
