#include "byte_source.h"
#include "data_folder_fixture.h"

#include <errno.h>

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

static bool open_source(struct byte_source *source, const char *name, struct sv *failure)
{
    return byte_source_open(source, &f.arena, folder.descriptor, sv_of(name), failure);
}

/* Reads to the end; the content in the arena. */
static struct sv read_all(struct byte_source *source)
{
    struct buffer content = buffer_in(&f.arena);
    size_t size;
    do {
        const size_t room = byte_source_piece(source);
        unsigned char *piece = arena_alloc(&f.arena, room);
        assert_true(byte_source_read(source, piece, room, &size));
        byte_source_hash(source, (struct sv){(const char *)piece, size});
        buffer_add(&content, (struct sv){(const char *)piece, size});
    } while (size);
    return buffer_view(&content);
}

static void the_bytes_come_whole_with_size_and_hash(void **state)
{
    static const unsigned char sha256_of_abc[] = {0xba, 0x78, 0x16, 0xbf};
    struct byte_source source;
    struct input_file file = {0};
    struct sv failure;
    (void)state;
    folder_write(&folder, "a.csv", "abc");
    assert_true(open_source(&source, "a.csv", &failure));
    assert_int_equal(byte_source_left(&source), 3);
    assert_string_equal(sv_text(&f.arena, read_all(&source)), "abc");
    assert_true(byte_source_close(&source, &file, &failure));
    assert_int_equal(file.size, 3);
    assert_memory_equal(file.sha256, sha256_of_abc, sizeof sha256_of_abc);
}

static void check_refused(const char *name, const char *words)
{
    struct byte_source source;
    struct sv failure;
    assert_false(open_source(&source, name, &failure));
    if (!strstr(sv_text(&f.arena, failure), words))
        fail_msg("%.*s", SV_ARG(failure));
}

static void what_is_no_plain_file_is_refused(void **state)
{
    (void)state;
    folder_write(&folder, "a.csv", "abc");
    assert_int_equal(symlinkat("a.csv", folder.descriptor, "link.csv"), 0);
    assert_int_equal(mkdirat(folder.descriptor, "folder.csv", 0700), 0);
    assert_int_equal(mkfifoat(folder.descriptor, "pipe.csv", 0600), 0);
    check_refused("link.csv", "link.csv kan ikke læses: den er en genvej");
    check_refused("folder.csv", "den er en mappe");
    check_refused("pipe.csv", "ikke en almindelig fil");
    check_refused("nothing.csv", "den findes ikke");
}

static void a_file_that_changes_while_it_is_read_is_a_failure(void **state)
{
    struct byte_source source;
    struct input_file file = {0};
    struct sv failure;
    (void)state;
    folder_write(&folder, "a.csv", "abc");
    assert_true(open_source(&source, "a.csv", &failure));
    read_all(&source);
    folder_write(&folder, "a.csv", "abcdef");
    assert_false(byte_source_close(&source, &file, &failure));
    assert_non_null(strstr(sv_text(&f.arena, failure), "ændret, mens den blev læst"));
}

static void a_file_that_was_not_read_to_its_end_is_a_failure(void **state)
{
    struct byte_source source;
    struct input_file file = {0};
    struct sv failure;
    (void)state;
    folder_write(&folder, "a.csv", "abc");
    assert_true(open_source(&source, "a.csv", &failure));
    assert_false(byte_source_close(&source, &file, &failure));
}

static void every_reason_has_a_danish_name(void **state)
{
    static const int numbers[] = {ENOENT, EACCES, ELOOP, ENOTDIR, EISDIR, EIO, EMFILE, ENAMETOOLONG, ENOMEM};
    (void)state;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        assert_string_not_equal(read_error_da(numbers[i]), read_error_da(EPROTO));
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(read_error_da(numbers[i]), read_error_da(numbers[j]));
    }
    assert_string_equal(read_error_da(EPERM), read_error_da(EACCES));
    assert_string_equal(read_error_da(ENFILE), read_error_da(EMFILE));
}

/* The descriptor is taken away, as a disk that fails would do. */
static void a_read_that_fails_is_told_with_its_reason(void **state)
{
    struct byte_source source;
    struct sv failure;
    unsigned char piece[16];
    size_t size;
    (void)state;
    folder_write(&folder, "a.csv", "abc");
    assert_true(open_source(&source, "a.csv", &failure));
    struct input_file file = {0};
    const int kept = source.descriptor;
    source.descriptor = folder.descriptor;
    assert_false(byte_source_read(&source, piece, sizeof piece, &size));
    assert_int_equal(size, 0);
    assert_non_null(strstr(sv_text(&f.arena, byte_source_failure(&source)), "den er en mappe"));
    source.descriptor = kept;
    assert_false(byte_source_close(&source, &file, &failure));
}

static void memory_is_read_like_a_file(void **state)
{
    struct byte_source source;
    struct input_file file = {0};
    struct sv failure;
    (void)state;
    assert_true(byte_source_of(&source, &f.arena, sv_of("abc"), &failure));
    assert_string_equal(sv_text(&f.arena, read_all(&source)), "abc");
    assert_true(byte_source_close(&source, &file, &failure));
    assert_int_equal(file.size, 3);
}

struct told {
    size_t times;
    uint64_t done;
    uint64_t size;
};

static void note(void *context, struct sv file, uint64_t done, uint64_t size)
{
    struct told *told = context;
    assert_true(sv_is(file, "a.csv"));
    assert_true(done >= told->done);
    *told = (struct told){told->times + 1, done, size};
}

static void progress_is_told_up_to_the_files_size(void **state)
{
    enum { SIZE = 600 * 1024 };
    char *content = arena_alloc(&f.arena, SIZE + 1);
    struct byte_source source;
    struct input_file file = {0};
    struct told told = {0};
    struct sv failure;
    (void)state;
    memset(content, 'a', SIZE);
    folder_write(&folder, "a.csv", content);
    assert_true(open_source(&source, "a.csv", &failure));
    source.progress = (struct progress){note, &told};
    read_all(&source);
    assert_true(byte_source_close(&source, &file, &failure));
    assert_true(told.times >= 3);
    assert_int_equal(told.done, SIZE);
    assert_int_equal(told.size, SIZE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_bytes_come_whole_with_size_and_hash, begin, end),
        cmocka_unit_test_setup_teardown(what_is_no_plain_file_is_refused, begin, end),
        cmocka_unit_test_setup_teardown(a_file_that_changes_while_it_is_read_is_a_failure, begin, end),
        cmocka_unit_test_setup_teardown(a_file_that_was_not_read_to_its_end_is_a_failure, begin, end),
        cmocka_unit_test_setup_teardown(progress_is_told_up_to_the_files_size, begin, end),
        cmocka_unit_test_setup_teardown(every_reason_has_a_danish_name, begin, end),
        cmocka_unit_test_setup_teardown(a_read_that_fails_is_told_with_its_reason, begin, end),
        cmocka_unit_test_setup_teardown(memory_is_read_like_a_file, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
