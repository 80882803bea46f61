/*
 * What the system answers when a disk, a share or memory fails while a data folder is read: its functions are
 * taken over here, pass on to the real ones, and fail when a test asks for it.
 */
#define _GNU_SOURCE

#include "byte_source.h"
#include "data_folder_fixture.h"
#include "data_read.h"
#include "logo.h"
#include "narrative_read.h"
#include "text_file.h"

#include <csv.h>
#include <dlfcn.h>
#include <errno.h>
#include <openssl/evp.h>
#include <pthread.h>
#include <sys/resource.h>

#define NEXT(name) (__extension__(__typeof__(&name)) dlsym(RTLD_NEXT, #name))

/* What is to fail: the n-th call from now on, 0: none. `reading` is called before a read passes. */
static struct {
    int read;
    int interrupted; /* reads that a signal ends before they have read */
    int fstat;
    int readdir;
    int dup;
    int fdopendir;
    int thread;
    int digest;
    int parser; /* libcsv finds no memory where it else would find a fault of form */
    void (*reading)(void);
} faults;

static bool fails(int *count)
{
    return *count && --*count == 0;
}

ssize_t read(int file, void *bytes, size_t size)
{
    if (fails(&faults.read)) {
        errno = EIO;
        return -1;
    }
    if (faults.interrupted) {
        faults.interrupted--;
        errno = EINTR;
        return -1;
    }
    if (faults.reading)
        faults.reading();
    return NEXT(read)(file, bytes, size);
}

int fstat(int file, struct stat *found)
{
    if (fails(&faults.fstat)) {
        errno = EIO;
        return -1;
    }
    return NEXT(fstat)(file, found);
}

struct dirent *readdir(DIR *stream)
{
    if (fails(&faults.readdir)) {
        errno = EIO;
        return NULL;
    }
    return NEXT(readdir)(stream);
}

int dup(int file)
{
    if (fails(&faults.dup)) {
        errno = EMFILE;
        return -1;
    }
    return NEXT(dup)(file);
}

DIR *fdopendir(int file)
{
    if (fails(&faults.fdopendir)) {
        errno = ENOMEM;
        return NULL;
    }
    return NEXT(fdopendir)(file);
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *data)
{
    if (fails(&faults.thread))
        return EAGAIN;
    return NEXT(pthread_create)(thread, attributes, start, data);
}

int EVP_DigestInit_ex(EVP_MD_CTX *context, const EVP_MD *type, ENGINE *engine)
{
    if (fails(&faults.digest))
        return 0;
    return NEXT(EVP_DigestInit_ex)(context, type, engine);
}

int csv_error(struct csv_parser *parser)
{
    return fails(&faults.parser) ? CSV_ENOMEM : NEXT(csv_error)(parser);
}

/* ---- the data folder ---- */

static struct fixture f;
static struct folder folder;

static int begin(void **state)
{
    (void)state;
    fixture_init(&f);
    folder_make(&folder);
    memset(&faults, 0, sizeof faults);
    return 0;
}

static int end(void **state)
{
    (void)state;
    memset(&faults, 0, sizeof faults);
    unlinkat(folder.descriptor, "tekster/a.md", 0);
    folder_remove(&folder);
    fixture_free(&f);
    return 0;
}

static const char FOLLOW_UPS[] = "forloeb_id;dato;moede_holdt;status\nF1;01-02-2024;ja;\n";

/* Begins a new data set: what one test has read must not be in the way of what it reads next. */
static void start_again(void)
{
    fixture_free(&f);
    fixture_init(&f);
}

/* The failure, or "" when the folder was read. Whatever fails, nothing is left open. */
static const char *read_folder(void)
{
    const struct read_request request = {.folder = folder.path};
    struct sv failure = {0};
    const int free_before = dup(folder.descriptor);
    close(free_before);
    const enum read_result result = data_read(&f.data, &request, &f.diag, &failure);
    memset(&faults, 0, sizeof faults);
    assert_int_equal(result == READ_FAILED, failure.size > 0);
    const int free_after = dup(folder.descriptor);
    close(free_after);
    assert_int_equal(free_after, free_before);
    return sv_text(&f.arena, failure);
}

/* A file of `size` bytes or a little more. */
static void write_large(const char *name, size_t size)
{
    struct buffer text = buffer_in(&f.arena);
    buffer_add_text(&text, FOLLOW_UPS);
    while (text.size < size)
        buffer_add_text(&text, "F1;01-02-2024;ja;\n");
    folder_write(&folder, name, sv_text(&f.arena, buffer_view(&text)));
}

static void a_disk_that_fails_at_any_read_is_told_with_the_file(void **state)
{
    enum { PIECES = 4, PIECE = 256 * 1024 };
    (void)state;
    write_large("opfoelgninger.csv", (size_t)PIECES * PIECE);
    for (int i = 1; i <= PIECES + 2; i++) {
        start_again();
        faults.read = i;
        assert_string_equal(read_folder(), "Filen opfoelgninger.csv kan ikke læses: disken melder fejl.");
    }
    start_again();
    assert_string_equal(read_folder(), "");
}

static void a_disk_that_fails_is_told_whichever_file_is_read(void **state)
{
    static const char *const names[] = {"koder.csv", "rapport.ini", "tekster/a.md"};
    (void)state;
    mkdirat(folder.descriptor, "tekster", 0700);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        folder_write(&folder, names[i], "liste;kode;navn\n");
        for (int reads = 1; reads <= 2; reads++) {
            start_again();
            faults.read = reads;
            assert_string_equal(
                read_folder(),
                sv_text(&f.arena,
                        sv_format(&f.arena, "Filen %s kan ikke læses: disken melder fejl.", names[i])));
        }
        unlinkat(folder.descriptor, names[i], 0);
    }
}

static void a_read_that_a_signal_ends_is_done_again(void **state)
{
    (void)state;
    folder_write(&folder, "opfoelgninger.csv", FOLLOW_UPS);
    faults.interrupted = 3;
    assert_string_equal(read_folder(), "");
    assert_int_equal(row_count(&f.data, TABLE_FOLLOW_UPS), 1);
}

static void a_file_that_nothing_is_known_of_is_a_failure(void **state)
{
    (void)state;
    folder_write(&folder, "opfoelgninger.csv", FOLLOW_UPS);
    for (int i = 1; i <= 2; i++) {
        start_again();
        faults.fstat = i;
        const char *failure = read_folder();
        assert_non_null(strstr(failure, "kan ikke læses"));
    }
}

static void change_the_file(void)
{
    folder_write(&folder, "opfoelgninger.csv", FOLLOW_UPS + 1);
}

static void a_table_that_changes_while_it_is_read_is_a_failure(void **state)
{
    (void)state;
    folder_write(&folder, "opfoelgninger.csv", FOLLOW_UPS);
    faults.reading = change_the_file;
    assert_string_equal(
        read_folder(),
        "Filen opfoelgninger.csv kan ikke læses: den blev ændret, mens den blev læst; prøv igen.");
}

/* The time of the last change, `seconds` and `nanoseconds` after what it was. */
static void touch(const char *name, time_t seconds, long nanoseconds)
{
    struct stat found;
    assert_int_equal(fstatat(folder.descriptor, name, &found, 0), 0);
    const struct timespec times[] = {{.tv_nsec = UTIME_OMIT}, {found.st_mtim.tv_sec + seconds, nanoseconds}};
    assert_int_equal(utimensat(folder.descriptor, name, times, 0), 0);
}

static void touch_the_second(void)
{
    touch("a.md", 1, 0);
}

static void touch_the_nanosecond(void)
{
    touch("a.md", 0, 7);
}

static void shorten_the_text(void)
{
    folder_write(&folder, "a.md", "Or");
}

static void a_text_that_is_written_while_it_is_read_is_a_failure(void **state)
{
    static void (*const changes[])(void) = {touch_the_second, touch_the_nanosecond, shorten_the_text};
    (void)state;
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        struct sv text;
        struct sv failure = {0};
        folder_write(&folder, "a.md", "Ord.");
        touch("a.md", 0, 0);
        faults.reading = changes[i];
        assert_false(text_file_read(&f.data, &f.diag, folder.descriptor, sv_of("a.md"), &text, &failure));
        assert_string_equal(sv_text(&f.arena, failure),
                            "Filen a.md kan ikke læses: den blev ændret, mens den blev læst; prøv igen.");
    }
}

static void change_the_logo(void)
{
    folder_write(&folder, "logo.png", "yy");
}

static void a_logo_that_cannot_be_read_or_that_changes_is_a_failure(void **state)
{
    struct sv failure = {0};
    (void)state;
    folder_write(&folder, "logo.png", "x");
    f.data.settings.logo = sv_of("logo.png");
    faults.read = 2;
    assert_false(logo_read(&f.data, &f.diag, folder.descriptor, (struct place){0}, &failure));
    assert_string_equal(sv_text(&f.arena, failure), "Filen logo.png kan ikke læses: disken melder fejl.");
    faults.reading = change_the_logo;
    assert_false(logo_read(&f.data, &f.diag, folder.descriptor, (struct place){0}, &failure));
    assert_non_null(strstr(sv_text(&f.arena, failure), "den blev ændret"));
    faults.reading = NULL;
    faults.fstat = 1;
    assert_false(logo_read(&f.data, &f.diag, folder.descriptor, (struct place){0}, &failure));
    assert_string_equal(sv_text(&f.arena, failure), "Filen logo.png kan ikke læses: disken melder fejl.");
}

static void a_folder_that_cannot_be_listed_to_its_end_is_a_failure(void **state)
{
    (void)state;
    folder_write(&folder, "opfoelgninger.csv", FOLLOW_UPS);
    for (int i = 1; i <= 4; i++) {
        start_again();
        faults.readdir = i;
        assert_string_equal(read_folder(), "Datamappen kan ikke læses: disken melder fejl.");
    }
    start_again();
    faults.fdopendir = 1;
    assert_string_equal(read_folder(), "Datamappen kan ikke læses: der er ikke mere hukommelse.");
    start_again();
    faults.dup = 2; /* the first is the test's own */
    assert_string_equal(read_folder(), "Datamappen kan ikke læses: for mange åbne filer.");
}

static void a_folder_of_texts_may_be_one_file_too_many(void **state)
{
    struct sv failure = {0};
    struct rlimit before;
    (void)state;
    mkdirat(folder.descriptor, "tekster", 0700);
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    const struct rlimit none = {(rlim_t)folder.descriptor, before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
    const bool good = narratives_read(&f.data, &f.diag, folder.descriptor, &failure);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_false(good);
    assert_string_equal(sv_text(&f.arena, failure), "Mappen tekster kan ikke læses: for mange åbne filer.");
}

static void a_large_file_is_read_without_a_thread_when_there_can_be_none(void **state)
{
    enum { SIZE = 1024 * 1024 };
    (void)state;
    write_large("opfoelgninger.csv", SIZE);
    faults.thread = 1;
    assert_string_equal(read_folder(), "");
    const size_t rows = row_count(&f.data, TABLE_FOLLOW_UPS);
    start_again();
    assert_string_equal(read_folder(), "");
    assert_int_equal(row_count(&f.data, TABLE_FOLLOW_UPS), rows);
}

static void a_parser_without_memory_ends_the_reading(void **state)
{
    static const char *const texts[] = {"a\"b\n",
                                        "forloeb_id;dato;moede_holdt\nF1;a\"b;ja\nF2;01-02-2024;ja\n"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        start_again();
        folder_write(&folder, "opfoelgninger.csv", texts[i]);
        faults.parser = 1;
        assert_string_equal(read_folder(), "Der er ikke mere hukommelse.");
    }
}

static void a_library_without_sha_256_is_a_failure(void **state)
{
    struct byte_source source;
    struct sv failure = {0};
    (void)state;
    folder_write(&folder, "opfoelgninger.csv", FOLLOW_UPS);
    faults.digest = 1;
    assert_string_equal(read_folder(),
                        "Filen opfoelgninger.csv kan ikke læses: SHA-256 er ikke til rådighed.");
    faults.digest = 1;
    assert_false(byte_source_of(&source, &f.arena, sv_of("abc"), &failure));
    assert_string_equal(sv_text(&f.arena, failure),
                        "Filen data kan ikke læses: SHA-256 er ikke til rådighed.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_disk_that_fails_at_any_read_is_told_with_the_file, begin, end),
        cmocka_unit_test_setup_teardown(a_disk_that_fails_is_told_whichever_file_is_read, begin, end),
        cmocka_unit_test_setup_teardown(a_read_that_a_signal_ends_is_done_again, begin, end),
        cmocka_unit_test_setup_teardown(a_file_that_nothing_is_known_of_is_a_failure, begin, end),
        cmocka_unit_test_setup_teardown(a_table_that_changes_while_it_is_read_is_a_failure, begin, end),
        cmocka_unit_test_setup_teardown(a_text_that_is_written_while_it_is_read_is_a_failure, begin, end),
        cmocka_unit_test_setup_teardown(a_logo_that_cannot_be_read_or_that_changes_is_a_failure, begin, end),
        cmocka_unit_test_setup_teardown(a_folder_that_cannot_be_listed_to_its_end_is_a_failure, begin, end),
        cmocka_unit_test_setup_teardown(a_folder_of_texts_may_be_one_file_too_many, begin, end),
        cmocka_unit_test_setup_teardown(a_large_file_is_read_without_a_thread_when_there_can_be_none, begin,
                                        end),
        cmocka_unit_test_setup_teardown(a_parser_without_memory_ends_the_reading, begin, end),
        cmocka_unit_test_setup_teardown(a_library_without_sha_256_is_a_failure, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
