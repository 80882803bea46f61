#include "csv_table.h"

#include "buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;
static struct csv_encoding encoding;
static char separator;

/* All rows as text: `line[cell|cell]`, with a mark for a fault. */
static const char *rows_of_bytes(struct sv bytes)
{
    static const char *const faults[] = {[CSV_WELL_FORMED] = "",
                                         [CSV_QUOTE_IN_CELL] = "!in",
                                         [CSV_TEXT_AFTER_QUOTE] = "!after",
                                         [CSV_QUOTE_NOT_CLOSED] = "!open",
                                         [CSV_CELL_TOO_LONG] = "!long"};
    struct byte_source source;
    struct input_file file;
    struct sv failure = {0};
    struct buffer text = buffer_in(&arena);
    assert_true(byte_source_of(&source, &arena, bytes, &failure));
    struct csv_table *table = csv_table_open(&source);
    const struct csv_row *row;
    while ((row = csv_table_next(table, &failure)) != NULL) {
        buffer_format(&text, "%lu[", (unsigned long)row->line);
        for (uint32_t i = 0; i < row->count; i++) {
            if (i)
                buffer_add_byte(&text, '|');
            buffer_add(&text, csv_cell_view(table, &csv_cells(table, row)[i]));
        }
        buffer_format(&text, "]%s", faults[row->fault]);
    }
    assert_int_equal(failure.size, 0);
    encoding = csv_table_encoding(table);
    separator = csv_table_separator(table);
    csv_table_close(table);
    assert_true(byte_source_close(&source, &file, &failure));
    return sv_text(&arena, buffer_view(&text));
}

static const char *rows_of(const char *text)
{
    return rows_of_bytes(sv_of(text));
}

static void the_separator_is_found_in_the_first_line(void **state)
{
    (void)state;
    assert_string_equal(rows_of("a;b\n1,5;2\n"), "1[a|b]2[1,5|2]");
    assert_string_equal(rows_of("a,b,c\n1;2;3;4;5\n"), "1[a|b|c]2[1;2;3;4;5]");
    assert_string_equal(rows_of("a\tb\n1\t\t2\n"), "1[a|b]2[1||2]");
    assert_string_equal(rows_of("\"a;b;c;d\",x,y\n1,2,3\n"), "1[a;b;c;d|x|y]2[1|2|3]");
    assert_string_equal(rows_of("\n  \n a,b\n"), "1[]2[]3[a|b]");
    assert_string_equal(rows_of("\t\na,b\n"), "1[]2[a|b]");
    assert_string_equal(rows_of("alone\n1\n"), "1[alone]2[1]");
    assert_int_equal(separator, ';');
}

static void a_sep_line_is_obeyed_and_skipped_but_counted(void **state)
{
    (void)state;
    assert_string_equal(rows_of("sep=,\na,b;c\n"), "2[a|b;c]");
    assert_string_equal(rows_of("SEP=|\r\na|b;c;d\r\n"), "2[a|b;c;d]");
    assert_string_equal(rows_of("\"sep=\t\"\na\tb;c;d\n"), "2[a|b;c;d]");
    assert_string_equal(rows_of("sep=;"), "");
    assert_string_equal(rows_of("sep=x\naxb\n"), "1[sep=x]2[axb]");
    assert_string_equal(rows_of("Sep=:\na:b;c\n"), "2[a|b;c]");
    assert_string_equal(rows_of("sep=^\na^b;c\n"), "2[a|b;c]");
    assert_string_equal(rows_of("sep=~\na~b;c\n"), "2[a|b;c]");
    assert_string_equal(rows_of("\"sep\n"), "1[sep]!open");
}

static void every_line_end_counts_as_one(void **state)
{
    (void)state;
    assert_string_equal(rows_of("a;b\r\n\r\n1;2\r3;4\n\n5;6"), "1[a|b]2[]3[1|2]4[3|4]5[]6[5|6]");
    assert_string_equal(rows_of("a;b\r\r\n1;2\n\r"), "1[a|b]2[]3[1|2]4[]");
}

static void line_breaks_within_quotes_are_lines_too(void **state)
{
    (void)state;
    assert_string_equal(rows_of("a;b\n\"x\r\ny\rz\";\"\n\"\nlast;row\n"), "1[a|b]2[x\ny\nz|\n]6[last|row]");
    assert_string_equal(rows_of("a;\"b\nc\"\n1;2\n"), "1[a|b\nc]3[1|2]");
}

static void quoted_cells_may_hold_separators_and_doubled_quotes(void **state)
{
    (void)state;
    assert_string_equal(rows_of("a;b\n\"1;\"\"2\"\"\";\"\"\n \" x \" ; y z \n"),
                        "1[a|b]2[1;\"2\"|]3[ x |y z]");
}

static void after_a_fault_the_reading_goes_on_at_the_next_line(void **state)
{
    (void)state;
    assert_string_equal(rows_of("a;b\n1;x\"y;z\n2;3\n"), "1[a|b]2[1|x\"y;z]!in3[2|3]");
    assert_string_equal(rows_of("a;b\n1;\"x\"y;z\n2;3\n"), "1[a|b]2[1|x\"y;z]!after3[2|3]");
    assert_string_equal(rows_of("a;b\n1;\"x\ny\"z;w\n2;3\n"), "1[a|b]2[1|x]!after3[y\"z;w]!in4[2|3]");
    assert_string_equal(rows_of("a;b\n1;x\"y"), "1[a|b]2[1|x\"y]!in");
    assert_string_equal(rows_of("a;b\n1;;\"x\ny\";z\"w\n2;3\n"), "1[a|b]2[1||x]!in3[y\";z\"w]!in4[2|3]");
    assert_string_equal(rows_of("a;b\n1;x\"y\r\n\r\n\"q\"q\n2;3"),
                        "1[a|b]2[1|x\"y]!in3[]4[q\"q]!after5[2|3]");
}

static void a_quote_that_is_never_closed_costs_one_line_only(void **state)
{
    (void)state;
    assert_string_equal(rows_of("a;b\n1;\"x;y\n2;3\n\n4;5\n"), "1[a|b]2[1|x;y]!open3[2|3]4[]5[4|5]");
    assert_string_equal(rows_of("a;b\n1;\"x"), "1[a|b]2[1|x]!open");
    assert_string_equal(rows_of("a;b\n1;\""), "1[a|b]2[1|]!open");
    assert_string_equal(rows_of("a;b\n1;\"x\n2;y\"\"z\n3;4\n"), "1[a|b]2[1|x]!open3[2|y\"\"z]!in4[3|4]");
    assert_string_equal(rows_of("a;b\n\"p\nq\";\"x\n2;3\n"), "1[a|b]2[p]!open3[q\";\"x]!in4[2|3]");
}

static void a_forgotten_quote_swallows_no_other_row(void **state)
{
    (void)state;
    assert_string_equal(rows_of("a;b\n1;\"x\n2;y\n\n3;\"z\"\n4;5\n"),
                        "1[a|b]2[1|x]!after3[2|y]4[]5[3|z]6[4|5]");
    assert_string_equal(rows_of("a;b;c\n1;\"x\r\n2;y\r\n3;\";z\";w\r\n4;5"),
                        "1[a|b|c]2[1|x]!in3[2|y]4[3|;z|w]5[4|5]");
    assert_string_equal(rows_of("a;b\n\"1;2\n\"3;4\n\"5;6\n7;8\n"),
                        "1[a|b]2[1;2]!after3[3;4]!after4[5;6]!open5[7|8]");
}

/* A quote opened in the first row is closed in the last. */
static struct sv make_swallowing(size_t rows, struct buffer *expected)
{
    struct buffer text = buffer_in(&arena);
    buffer_add_text(&text, "a;b\n\"1;2\n");
    buffer_add_text(expected, "1[a|b]2[1;2]!after");
    for (size_t i = 0; i < rows; i++) {
        buffer_format(&text, "K%zu;%zu\n", i, i);
        buffer_format(expected, "%zu[K%zu|%zu]", i + 3, i, i);
    }
    buffer_add_text(&text, "\"last\";1\n");
    buffer_format(expected, "%zu[last|1]", rows + 3);
    return buffer_view(&text);
}

static void a_forgotten_quote_swallows_no_row_over_many_pieces(void **state)
{
    (void)state;
    for (size_t rows = 65000; rows < 65005; rows++) {
        struct buffer expected = buffer_in(&arena);
        const struct sv text = make_swallowing(rows, &expected);
        assert_true(text.size > 3 * 256 * 1024 && text.size < CSV_CELL_MOST);
        const char *read = rows_of_bytes(text);
        assert_int_equal(strlen(read), expected.size);
        assert_memory_equal(read, expected.data, expected.size);
    }
}

static void every_line_with_a_stray_quote_is_one_faulty_row(void **state)
{
    struct buffer text = buffer_in(&arena);
    struct buffer expected = buffer_in(&arena);
    (void)state;
    buffer_add_text(&text, "a;b\n");
    buffer_add_text(&expected, "1[a|b]");
    for (size_t i = 0; i < 100000; i++) {
        buffer_format(&text, "%zu;\"x\n", i);
        buffer_format(&expected, "%zu[%zu|x]!%s", i + 2, i, i < 99999 ? "after" : "open");
    }
    const char *read = rows_of_bytes(buffer_view(&text));
    assert_int_equal(strlen(read), expected.size);
    assert_memory_equal(read, expected.data, expected.size);
}

/* Quoted cells with line breaks, each of a row that never ends: more text than a row may have. */
static void a_row_of_too_many_lines_is_given_up_at_its_first(void **state)
{
    struct buffer text = buffer_in(&arena);
    (void)state;
    buffer_add_text(&text, "a;b\n0");
    for (int i = 0; i < 100000; i++)
        buffer_format(&text, ";\"%0100d\n\"", i);
    buffer_add_text(&text, "\n2;3\n");
    const char *rows = rows_of_bytes(buffer_view(&text));
    const char *first_fault = strchr(rows, '!');
    assert_non_null(first_fault);
    assert_int_equal(strncmp(first_fault, "!long3[;\"000", 12), 0);
    assert_non_null(strstr(rows, "100003[2|3]"));
}

static void an_empty_file_has_no_rows(void **state)
{
    (void)state;
    assert_string_equal(rows_of(""), "");
    assert_string_equal(rows_of("\xEF\xBB\xBF"), "");
    assert_string_equal(rows_of("\n"), "1[]");
    assert_string_equal(rows_of(";;\n"), "1[||]");
}

static void faults_of_the_encoding_have_the_line_of_the_first_bad_byte(void **state)
{
    (void)state;
    rows_of("a;b\n\"x\ny\";1\næ;2\n\xE5;3\n");
    assert_int_equal(encoding.mixed_line, 5);
    rows_of("a;b\n\"x\n\x81\";1\n");
    assert_int_equal(encoding.undefined_line, 3);
    assert_int_equal(encoding.mixed_line, 0);
    rows_of_bytes((struct sv){"a;b\n1;2\n\0", 9});
    assert_int_equal(encoding.nul_line, 3);
    rows_of_bytes((struct sv){"\xFF\xFE"
                              "a\0\n\0b",
                              7});
    assert_int_equal(encoding.broken_utf16_line, 2);
}

/* A table of many pieces, read by a thread: long and short cells, quotes and line breaks across every border.
 */
static struct sv make_large(size_t rows, size_t shift, struct buffer *expected)
{
    struct buffer text = buffer_in(&arena);
    uint32_t line = 2;
    buffer_add_text(&text, "a;b;c\r\n");
    buffer_add_text(expected, "1[a|b|c]");
    for (size_t i = 0; i < rows; i++) {
        const size_t filling = (i * 7 + shift) % 50;
        buffer_format(&text, "K%zu;\"%.*s\n\"\"x\"\"\";%zu\r\n", i, (int)filling,
                      "ffffffffffffffffffffffffffffffffffffffffffffffffff", i);
        buffer_format(expected, "%lu[K%zu|%.*s\n\"x\"|%zu]", (unsigned long)line, i, (int)filling,
                      "ffffffffffffffffffffffffffffffffffffffffffffffffff", i);
        line += 2;
    }
    return buffer_view(&text);
}

static void rows_of_a_large_file_come_whole_and_in_order(void **state)
{
    (void)state;
    for (size_t shift = 0; shift < 3; shift++) {
        struct buffer expected = buffer_in(&arena);
        const struct sv text = make_large(20000, shift, &expected);
        assert_true(text.size > 3 * 256 * 1024);
        const char *rows = rows_of_bytes(text);
        assert_int_equal(strlen(rows), expected.size);
        assert_memory_equal(rows, expected.data, expected.size);
    }
}

static void a_large_file_may_be_closed_before_its_end(void **state)
{
    struct byte_source source;
    struct input_file file;
    struct sv failure = {0};
    struct buffer expected = buffer_in(&arena);
    (void)state;
    assert_true(byte_source_of(&source, &arena, make_large(40000, 0, &expected), &failure));
    struct csv_table *table = csv_table_open(&source);
    assert_non_null(csv_table_next(table, &failure));
    assert_non_null(csv_table_ahead(table, 5));
    csv_table_close(table);
    byte_source_close(&source, &file, &failure);
}

static struct sv long_text(const char *before, size_t size, const char *after)
{
    struct buffer text = buffer_in(&arena);
    buffer_add_text(&text, before);
    for (size_t i = 0; i < size; i++)
        buffer_add_byte(&text, i % 100 == 99 ? ' ' : 'x');
    buffer_add_text(&text, after);
    return buffer_view(&text);
}

static void a_cell_of_more_than_a_mebibyte_is_a_fault(void **state)
{
    (void)state;
    const char *longest = rows_of_bytes(long_text("a;b\n1;", CSV_CELL_MOST, "\n2;3\n"));
    assert_null(strstr(longest, "!"));
    const char *quoted = rows_of_bytes(long_text("a;b\n1;\"", CSV_CELL_MOST + 1, "\"\n2;3\n"));
    assert_non_null(strstr(quoted, "]!long3[2|3]"));
    const char *plain = rows_of_bytes(long_text("a;b\n1;", 3 * CSV_CELL_MOST, "\n2;3\n"));
    assert_non_null(strstr(plain, "]!long3[2|3]"));
}

static void a_quote_open_for_megabytes_is_given_up_at_its_own_line(void **state)
{
    struct buffer text = buffer_in(&arena);
    (void)state;
    buffer_add_text(&text, "a;b\n1;\"open\n");
    for (int i = 0; i < 400000; i++)
        buffer_add_text(&text, "2;\"\"\n");
    const char *rows = rows_of_bytes(buffer_view(&text));
    assert_int_equal(strncmp(rows, "1[a|b]2[1|open]!long3[2|]4[2|]5[2|]", 35), 0);
}

static void a_row_of_very_many_cells_keeps_memory_within_bounds(void **state)
{
    struct buffer text = buffer_in(&arena);
    (void)state;
    buffer_add_text(&text, "a;b\n");
    for (int i = 0; i < 1000000; i++)
        buffer_add_text(&text, "1;");
    buffer_add_text(&text, "\n2;3\n");
    const char *rows = rows_of_bytes(buffer_view(&text));
    assert_non_null(strstr(rows, "3[2|3]"));
}

static void a_first_line_of_more_than_a_mebibyte_is_a_fault(void **state)
{
    (void)state;
    const char *rows = rows_of_bytes(long_text("a;", 2 * CSV_CELL_MOST, "\n2;3\n"));
    assert_int_equal(strncmp(rows, "1[a|xxx", 7), 0);
    assert_non_null(strstr(rows, "]!long2[2|3]"));
}

/* A row whose cells are too long together, below a header, and what stands after them. */
static const char *rows_after_long_cells(int count, const char *after)
{
    const struct sv cell = long_text("", CSV_CELL_MOST - 1, ";");
    struct buffer text = buffer_in(&arena);
    buffer_add_text(&text, "a;b\n");
    for (int i = 0; i < count; i++)
        buffer_add(&text, cell);
    buffer_add_text(&text, after);
    const char *rows = rows_of_bytes(buffer_view(&text));
    assert_int_equal(strncmp(rows, "1[a|b]2[xxx", 11), 0);
    return rows;
}

static void a_row_of_more_than_eight_mebibytes_is_a_fault(void **state)
{
    (void)state;
    const char *rows = rows_after_long_cells(10, "1;2\n3;4\n5;6\n");
    assert_string_equal(rows + strlen(rows) - 18, "]!long3[3|4]4[5|6]");
    const char *cut = rows_after_long_cells(10, "");
    assert_string_equal(cut + strlen(cut) - 6, "]!long");
    const char *open = rows_after_long_cells(8, sv_text(&arena, long_text("", CSV_CELL_MOST - 1, "")));
    assert_string_equal(open + strlen(open) - 6, "]!long");
}

static void a_stray_quote_behind_too_many_cells_is_a_fault(void **state)
{
    struct buffer text = buffer_in(&arena);
    (void)state;
    buffer_add_text(&text, "a;b\n");
    for (int i = 0; i < CSV_CELLS_MOST + 9; i++)
        buffer_add_text(&text, "1;");
    buffer_add_text(&text, "x\"y\n2;3\n");
    const char *rows = rows_of_bytes(buffer_view(&text));
    assert_string_equal(rows + strlen(rows) - 15, "1 x\"y]!in3[2|3]");
}

static void what_stands_behind_a_fault_is_kept_within_bounds(void **state)
{
    (void)state;
    const char *rows = rows_of_bytes(long_text("a;b\n1;x\"y;", 9 * CSV_CELL_MOST, "\n2;3\n"));
    assert_true(strlen(rows) < 9 * CSV_CELL_MOST);
    assert_string_equal(rows + strlen(rows) - 12, "]!long3[2|3]");
}

static void a_row_may_begin_with_empty_cells_at_the_end_of_a_piece(void **state)
{
    enum { PIECE = 256 * 1024 };
    (void)state;
    const char *rows = rows_of_bytes(long_text("a;b;c\n1;2;", PIECE - 14, "\n;;z\n2;3;4\n"));
    assert_non_null(strstr(rows, "]3[||z]4[2|3|4]"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_separator_is_found_in_the_first_line),
        cmocka_unit_test(a_sep_line_is_obeyed_and_skipped_but_counted),
        cmocka_unit_test(every_line_end_counts_as_one),
        cmocka_unit_test(line_breaks_within_quotes_are_lines_too),
        cmocka_unit_test(quoted_cells_may_hold_separators_and_doubled_quotes),
        cmocka_unit_test(after_a_fault_the_reading_goes_on_at_the_next_line),
        cmocka_unit_test(a_quote_that_is_never_closed_costs_one_line_only),
        cmocka_unit_test(a_forgotten_quote_swallows_no_other_row),
        cmocka_unit_test(a_forgotten_quote_swallows_no_row_over_many_pieces),
        cmocka_unit_test(every_line_with_a_stray_quote_is_one_faulty_row),
        cmocka_unit_test(a_row_of_too_many_lines_is_given_up_at_its_first),
        cmocka_unit_test(an_empty_file_has_no_rows),
        cmocka_unit_test(faults_of_the_encoding_have_the_line_of_the_first_bad_byte),
        cmocka_unit_test(rows_of_a_large_file_come_whole_and_in_order),
        cmocka_unit_test(a_large_file_may_be_closed_before_its_end),
        cmocka_unit_test(a_cell_of_more_than_a_mebibyte_is_a_fault),
        cmocka_unit_test(a_quote_open_for_megabytes_is_given_up_at_its_own_line),
        cmocka_unit_test(a_row_of_very_many_cells_keeps_memory_within_bounds),
        cmocka_unit_test(a_first_line_of_more_than_a_mebibyte_is_a_fault),
        cmocka_unit_test(a_row_of_more_than_eight_mebibytes_is_a_fault),
        cmocka_unit_test(a_stray_quote_behind_too_many_cells_is_a_fault),
        cmocka_unit_test(what_stands_behind_a_fault_is_kept_within_bounds),
        cmocka_unit_test(a_row_may_begin_with_empty_cells_at_the_end_of_a_piece),
    };
    arena_init(&arena, NULL);
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
