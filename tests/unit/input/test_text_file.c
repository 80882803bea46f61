#include "data_folder_fixture.h"
#include "narrative_guard.h"
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

static const char *guard_texts(void)
{
    struct sv failure = {0};
    const bool good = narrative_guard(&f.data, &f.diag, folder.descriptor, &failure);
    assert_int_equal(good, failure.size == 0);
    return sv_text(&f.arena, failure);
}

/* Removes what lies below tekster, which the fixture does not. */
static void remove_texts(void)
{
    static const char *const names[] = {"tekster/a.md", "tekster/2024/b.md", "tekster/2024/c.txt",
                                        "tekster/note/d.md"};
    static const char *const folders[] = {"tekster/2024", "tekster/note", "tekster/2025"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlinkat(folder.descriptor, names[i], 0);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (unlinkat(folder.descriptor, folders[i], AT_REMOVEDIR) != 0)
            unlinkat(folder.descriptor, folders[i], 0);
}

static void texts_and_those_of_periods_are_guarded_line_by_line(void **state)
{
    (void)state;
    mkdirat(folder.descriptor, "tekster", 0700);
    mkdirat(folder.descriptor, "tekster/2024", 0700);
    mkdirat(folder.descriptor, "tekster/note", 0700);
    folder_write(&folder, "tekster/a.md", "# Overskrift\n\nBorger 311257-5005.\n");
    folder_write(&folder, "tekster/2024/b.md", "Sag 0101701234\n");
    folder_write(&folder, "tekster/2024/c.txt", "311257-5005\n");
    folder_write(&folder, "tekster/note/d.md", "311257-5005\n");
    assert_string_equal(guard_texts(), "");
    assert_string_equal(codes_found(&f), "W122:1 E121:3");
    assert_string_equal(sv_text(&f.arena, f.diag.findings[1].value), "Borger ******-****.");
    assert_int_equal(f.data.file_count, 2);
    remove_texts();
}

static void a_link_to_a_folder_of_texts_is_refused(void **state)
{
    (void)state;
    assert_int_equal(symlinkat("/etc", folder.descriptor, "tekster"), 0);
    assert_non_null(strstr(guard_texts(), "Mappen tekster kan ikke læses"));
    unlinkat(folder.descriptor, "tekster", 0);
    mkdirat(folder.descriptor, "tekster", 0700);
    assert_int_equal(symlinkat("/etc", folder.descriptor, "tekster/2025"), 0);
    assert_non_null(strstr(guard_texts(), "Mappen tekster/2025 kan ikke læses"));
    remove_texts();
}

static void a_text_that_cannot_be_read_is_a_failure(void **state)
{
    (void)state;
    mkdirat(folder.descriptor, "tekster", 0700);
    assert_int_equal(symlinkat("/etc/hostname", folder.descriptor, "tekster/a.md"), 0);
    assert_non_null(strstr(guard_texts(), "Filen tekster/a.md kan ikke læses"));
    remove_texts();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_is_read_whole_and_noted, begin, end),
        cmocka_unit_test_setup_teardown(faults_of_the_encoding_have_their_lines, begin, end),
        cmocka_unit_test_setup_teardown(a_link_in_its_place_is_a_failure, begin, end),
        cmocka_unit_test_setup_teardown(texts_and_those_of_periods_are_guarded_line_by_line, begin, end),
        cmocka_unit_test_setup_teardown(a_link_to_a_folder_of_texts_is_refused, begin, end),
        cmocka_unit_test_setup_teardown(a_text_that_cannot_be_read_is_a_failure, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
