#include "data_folder_fixture.h"
#include "text_file.h"

static struct fixture f;
static struct folder folder;

static int begin(void **state)
{
    (void)state;
    fixture_init(&f);
    folder_make(&folder);
    return 0;
}

static int end(void **state)
{
    (void)state;
    folder_remove(&folder);
    fixture_free(&f);
    return 0;
}

static const char *read_text(const char *name, struct sv *failure)
{
    struct sv text = {0};
    *failure = (struct sv){0};
    const bool good = text_file_read(&f.data, &f.diag, folder.descriptor, sv_of(name), &text, failure);
    assert_int_equal(good, failure->size == 0);
    return sv_text(&f.arena, text);
}

static void a_file_is_read_whole_and_noted(void **state)
{
    struct sv failure;
    (void)state;
    folder_write(&folder, "a.md", "\xEF\xBB\xBFlinje\r\nto\r");
    assert_string_equal(read_text("a.md", &failure), "linje\nto\n");
    assert_int_equal(f.data.file_count, 1);
    assert_false(f.data.files[0].is_table);
    assert_int_equal(f.data.files[0].encoding, ENCODING_UTF8_BOM);
    assert_int_equal(f.data.files[0].size, 13);
    assert_string_equal(codes_found(&f), "");
}

static void faults_of_the_encoding_have_their_lines(void **state)
{
    static const char with_nul[] = "\xFF\xFE"
                                   "a\0\n\0\0\0"
                                   "b\0x";
    struct sv failure;
    (void)state;
    folder_write(&folder, "a.md", "æ\n\nb\xE5\n");
    folder_write(&folder, "b.md", "b\xE5\n\x81\n");
    const int file = openat(folder.descriptor, "c.md", O_WRONLY | O_CREAT, 0600);
    assert_int_equal(write(file, with_nul, sizeof with_nul - 1), sizeof with_nul - 1);
    close(file);
    read_text("a.md", &failure);
    read_text("b.md", &failure);
    read_text("c.md", &failure);
    assert_string_equal(codes_found(&f), "E105:3 E106:2 E107:2 E109:2");
}

static void a_link_in_its_place_is_a_failure(void **state)
{
    struct sv failure;
    (void)state;
    assert_int_equal(symlinkat("/etc/hostname", folder.descriptor, "a.md"), 0);
    read_text("a.md", &failure);
    assert_non_null(strstr(sv_text(&f.arena, failure), "a.md kan ikke læses: den er en genvej"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_is_read_whole_and_noted, begin, end),
        cmocka_unit_test_setup_teardown(faults_of_the_encoding_have_their_lines, begin, end),
        cmocka_unit_test_setup_teardown(a_link_in_its_place_is_a_failure, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
