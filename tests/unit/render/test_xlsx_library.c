#include "xlsx_fixture.h"
#include "xlsx_library.h"

#include <sys/resource.h>
#include <xlsxwriter.h>

static char folder[] = "findes ikke";

static void what_is_written_can_be_read_after_a_rewind(void **state)
{
    enum { SIZE = 100000 };
    FILE *file = lxw_tmpfile(folder);
    (void)state;
    assert_non_null(file);
    for (int i = 0; i < SIZE; i++)
        assert_int_equal(fputc(i % 251, file), i % 251);
    rewind(file);
    for (int i = 0; i < SIZE; i++)
        assert_int_equal(fgetc(file), i % 251);
    assert_int_equal(fgetc(file), EOF);
    assert_int_equal(ferror(file), 0);
    assert_int_equal(fclose(file), 0);
}

static void a_place_can_be_written_again(void **state)
{
    char line[16];
    FILE *file = lxw_tmpfile(folder);
    (void)state;
    fputs("abcdef", file);
    assert_int_equal(fseek(file, 2, SEEK_SET), 0);
    fputs("XY", file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    assert_int_equal(ftell(file), 6);
    rewind(file);
    assert_non_null(fgets(line, sizeof line, file));
    assert_string_equal(line, "abXYef");
    fclose(file);
}

static void bytes_that_were_passed_over_are_zero(void **state)
{
    FILE *file = lxw_tmpfile(folder);
    (void)state;
    assert_int_equal(fseek(file, 40000, SEEK_SET), 0);
    fputc('x', file);
    rewind(file);
    for (int i = 0; i < 40000; i++)
        assert_int_equal(fgetc(file), 0);
    assert_int_equal(fgetc(file), 'x');
    fclose(file);
}

/* Lets the process open one more file and no other. */
static struct rlimit allow_one_file(void)
{
    struct rlimit before;
    const int next = dup(STDIN_FILENO);
    assert_true(next >= 0);
    close(next);
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    const struct rlimit one = {.rlim_cur = (rlim_t)next + 1, .rlim_max = before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &one), 0);
    return before;
}

/* The workbook is the one file; a temporary one would be the second. */
static void the_library_takes_its_files_from_here(void **state)
{
    struct fixture *f = *state;
    lxw_workbook_options options = {.tmpdir = folder};
    lxw_workbook *book = workbook_new_opt(inside(f, "a.xlsx"), &options);
    assert_non_null(book);
    assert_int_equal(worksheet_write_number(workbook_add_worksheet(book, NULL), 0, 0, 1, NULL), LXW_NO_ERROR);
    const struct rlimit before = allow_one_file();
    const lxw_error closed = workbook_close(book);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_int_equal(closed, LXW_NO_ERROR);
    assert_true(xlsx_temporary_files_work(folder));
}

/* Of a part's general flags, bits 1 and 2 say that it was packed for speed. */
static void the_library_packs_for_speed(void **state)
{
    struct fixture *f = *state;
    lxw_workbook_options options = {.tmpdir = folder};
    lxw_workbook *book = workbook_new_opt(inside(f, "a.xlsx"), &options);
    (void)workbook_add_worksheet(book, NULL);
    assert_int_equal(workbook_close(book), LXW_NO_ERROR);
    const struct sv bytes = file_bytes(f, "a.xlsx");
    assert_memory_equal(bytes.data, "PK\3\4", 4);
    assert_int_equal(bytes.data[6] & 6, 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_can_be_read_after_a_rewind),
        cmocka_unit_test(a_place_can_be_written_again),
        cmocka_unit_test(bytes_that_were_passed_over_are_zero),
        cmocka_unit_test_setup_teardown(the_library_takes_its_files_from_here, open_report, close_report),
        cmocka_unit_test_setup_teardown(the_library_packs_for_speed, open_report, close_report),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
