#include "failing_calls.h"
#include "folder_fixture.h"

#include <errno.h>
#include <signal.h>
#include <sys/resource.h>

static void a_file_is_written_whole(void **state)
{
    struct fixture *fixture = *state;
    const char *path = inside(fixture, "a.txt");
    assert_true(file_write(path, sv_of("tekst"), &fixture->arena, &fixture->fault));
    assert_holds(path, "tekst");
}

static void a_file_that_exists_is_not_overwritten(void **state)
{
    struct fixture *fixture = *state;
    const char *path = inside(fixture, "a.txt");
    put(path, "gammel");
    assert_false(file_write(path, sv_of("ny"), &fixture->arena, &fixture->fault));
    assert_holds(path, "gammel");
    assert_says(fixture->fault, "Kan ikke skrive");
    assert_says(fixture->fault, "a.txt");
}

static void a_folder_that_vanished_is_said(void **state)
{
    struct fixture *fixture = *state;
    assert_false(file_write(inside(fixture, "mangler/a.txt"), sv_of("x"), &fixture->arena, &fixture->fault));
    assert_says(fixture->fault, "mappen findes ikke");
}

static void a_file_over_the_size_limit_is_a_fault(void **state)
{
    struct fixture *fixture = *state;
    struct rlimit before;
    char content[4096] = {0};
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    struct rlimit small = before;
    small.rlim_cur = 1000;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    const bool written = file_write(inside(fixture, "stor"), (struct sv){content, sizeof content},
                                    &fixture->arena, &fixture->fault);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_false(written);
    assert_says(fixture->fault, "større, end systemet tillader");
}

static void the_digest_of_a_file_is_sha_256(void **state)
{
    struct fixture *fixture = *state;
    unsigned char digest[SHA256_BYTES];
    char hex[SHA256_HEX + 1];
    uint64_t size;
    put(inside(fixture, "abc"), "abc");
    assert_true(file_digest(inside(fixture, "abc"), digest, &size, &fixture->arena, &fixture->fault));
    sha256_hex(digest, hex);
    /* The example of FIPS 180-4. */
    assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_int_equal(size, 3);
}

static void the_digest_of_a_missing_file_is_a_fault(void **state)
{
    struct fixture *fixture = *state;
    unsigned char digest[SHA256_BYTES];
    uint64_t size;
    assert_false(file_digest(inside(fixture, "intet"), digest, &size, &fixture->arena, &fixture->fault));
    assert_says(fixture->fault, "Kan ikke læse");
}

static void folders_are_made_with_those_above_them(void **state)
{
    struct fixture *fixture = *state;
    const char *deep = inside(fixture, "a/b/c");
    assert_true(folder_make(deep, &fixture->arena, &fixture->fault));
    assert_true(folder_make(deep, &fixture->arena, &fixture->fault));
    assert_true(exists(deep));
}

static void a_file_in_a_folders_place_is_a_fault(void **state)
{
    struct fixture *fixture = *state;
    put(inside(fixture, "a"), "");
    assert_false(folder_make(inside(fixture, "a"), &fixture->arena, &fixture->fault));
    assert_false(folder_make(inside(fixture, "a/b"), &fixture->arena, &fixture->fault));
    assert_says(fixture->fault, "oprette mappen");
}

static void removing_a_folder_does_not_follow_links(void **state)
{
    struct fixture *fixture = *state;
    assert_true(folder_make(inside(fixture, "bort/inde"), &fixture->arena, &fixture->fault));
    put(inside(fixture, "bliver"), "her");
    assert_int_equal(symlink(inside(fixture, "bliver"), inside(fixture, "bort/henvisning")), 0);
    folder_remove(inside(fixture, "bort"), &fixture->arena);
    assert_false(exists(inside(fixture, "bort")));
    assert_holds(inside(fixture, "bliver"), "her");
}

static void every_file_in_a_folder_can_be_flushed(void **state)
{
    struct fixture *fixture = *state;
    put(inside(fixture, "a"), "a");
    assert_true(folder_sync(fixture->folder, &fixture->arena, &fixture->fault));
    assert_false(folder_sync(inside(fixture, "intet"), &fixture->arena, &fixture->fault));
}

static bool write_it(struct fixture *fixture)
{
    return file_write(inside(fixture, "a.txt"), sv_of("tekst"), &fixture->arena, &fixture->fault);
}

static void a_write_that_a_signal_interrupts_goes_on(void **state)
{
    struct fixture *fixture = *state;
    fail_call(CALL_WRITE, 1, EINTR);
    const bool good = write_it(fixture);
    assert_int_equal(end_failures(), 1);
    assert_true(good);
    assert_holds(inside(fixture, "a.txt"), "tekst");
}

static void what_does_not_reach_the_disk_is_a_fault(void **state)
{
    static const enum call calls[] = {CALL_WRITE, CALL_FSYNC, CALL_CLOSE};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        fail_call(calls[i], 1, EIO);
        const bool good = write_it(fixture);
        assert_int_equal(end_failures(), 1);
        assert_false(good);
        assert_says(fixture->fault, "a.txt«: disken svarer ikke, som den skal.");
        unlink(inside(fixture, "a.txt"));
    }
}

static void of_two_faults_the_first_is_told(void **state)
{
    struct fixture *fixture = *state;
    fail_call(CALL_WRITE, 1, ENOSPC);
    fail_call(CALL_CLOSE, 1, EIO);
    const bool good = write_it(fixture);
    assert_int_equal(end_failures(), 2);
    assert_false(good);
    assert_says(fixture->fault, "der er ikke mere plads på disken");
}

static void a_file_is_read_up_to_the_size_asked_for(void **state)
{
    struct fixture *fixture = *state;
    struct sv text;
    const char *path = inside(fixture, "a.txt");
    char content[10001];
    memset(content, 'x', sizeof content - 1);
    content[sizeof content - 1] = '\0';
    put(path, content);
    assert_true(file_read(path, 10000, &text, &fixture->arena));
    assert_int_equal(text.size, 10000);
    assert_false(file_read(path, 4000, &text, &fixture->arena));
    assert_int_equal(errno, 0);
}

static void a_file_that_cannot_be_read_to_its_end_is_not_read(void **state)
{
    static const enum call calls[] = {CALL_FSTAT, CALL_READ};
    struct fixture *fixture = *state;
    struct sv text;
    put(inside(fixture, "a.txt"), "tekst");
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        fail_call(calls[i], 1, EIO);
        const bool good = file_read(inside(fixture, "a.txt"), 100, &text, &fixture->arena);
        const int number = errno;
        assert_int_equal(end_failures(), 1);
        assert_false(good);
        assert_int_equal(number, EIO);
    }
}

static void the_names_in_a_folder_that_cannot_be_read_to_its_end_are_not_all(void **state)
{
    static const enum call calls[] = {CALL_OPENDIR, CALL_READDIR};
    struct fixture *fixture = *state;
    struct sv *names;
    put(inside(fixture, "a.txt"), "tekst");
    assert_int_equal(folder_names(fixture->folder, (struct sv){0}, &names, &fixture->arena), 1);
    assert_int_equal(errno, 0);
    assert_int_equal(folder_names(inside(fixture, "none"), (struct sv){0}, &names, &fixture->arena), 0);
    assert_int_equal(errno, 0);
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        fail_call(calls[i], 1, EIO);
        assert_int_equal(folder_names(fixture->folder, (struct sv){0}, &names, &fixture->arena), 0);
        assert_int_equal(errno, EIO);
        assert_int_equal(end_failures(), 1);
    }
}

static void a_digest_that_cannot_be_taken_is_a_fault(void **state)
{
    static const enum call calls[] = {CALL_READ, CALL_DIGEST_NEW, CALL_DIGEST_INIT};
    struct fixture *fixture = *state;
    unsigned char digest[SHA256_BYTES];
    uint64_t size;
    put(inside(fixture, "a.txt"), "tekst");
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        fail_call(calls[i], 1, ENOMEM);
        const bool good =
            file_digest(inside(fixture, "a.txt"), digest, &size, &fixture->arena, &fixture->fault);
        assert_int_equal(end_failures(), 1);
        assert_false(good);
        assert_says(fixture->fault, "a.txt«: der er ikke hukommelse nok.");
    }
}

static void a_folder_that_cannot_be_made_is_named(void **state)
{
    struct fixture *fixture = *state;
    const unsigned parts = 3; /* "/tmp" and what is below it is there */
    for (unsigned nth = 1; nth <= parts; nth++) {
        fail_call(CALL_MKDIR, nth, ENOSPC);
        assert_false(folder_make(inside(fixture, "a"), &fixture->arena, &fixture->fault));
        assert_int_equal(end_failures(), 1);
        assert_says(fixture->fault, "der er ikke mere plads på disken");
        assert_false(exists(inside(fixture, "a")));
    }
}

static void a_link_that_leads_nowhere_is_no_folder(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(symlink(inside(fixture, "intet"), inside(fixture, "a")), 0);
    assert_false(folder_make(inside(fixture, "a"), &fixture->arena, &fixture->fault));
    assert_says(fixture->fault, "Kan ikke oprette mappen");
}

static void a_file_system_that_cannot_flush_folders_is_no_fault(void **state)
{
    struct fixture *fixture = *state;
    fail_every_call(CALL_FSYNC, EINVAL);
    assert_true(path_sync(fixture->folder, &fixture->arena, &fixture->fault));
    fail_every_call(CALL_FSYNC, EIO);
    assert_false(path_sync(fixture->folder, &fixture->arena, &fixture->fault));
    end_failures();
    assert_says(fixture->fault, "Kan ikke gemme");
}

static void a_folder_that_is_not_flushed_to_its_last_file_is_a_fault(void **state)
{
    static const enum call calls[] = {CALL_FSYNC, CALL_READDIR, CALL_OPENDIR, CALL_OPEN};
    struct fixture *fixture = *state;
    put(inside(fixture, "a"), "a");
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        fail_call(calls[i], 1, EIO);
        const bool good = folder_sync(fixture->folder, &fixture->arena, &fixture->fault);
        assert_int_equal(end_failures(), 1);
        assert_false(good);
        assert_says(fixture->fault, "Kan ikke gemme");
    }
}

static void of_a_folder_what_cannot_be_removed_stays(void **state)
{
    static const enum call calls[] = {CALL_OPEN, CALL_FDOPENDIR, CALL_LSTAT, CALL_RMDIR};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        assert_true(folder_make(inside(fixture, "bort/inde"), &fixture->arena, &fixture->fault));
        fail_call(calls[i], 1, EIO);
        folder_remove(inside(fixture, "bort"), &fixture->arena);
        assert_int_equal(end_failures(), 1);
        assert_true(exists(inside(fixture, "bort")));
        folder_remove(inside(fixture, "bort"), &fixture->arena);
        assert_false(exists(inside(fixture, "bort")));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_is_written_whole, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_file_that_exists_is_not_overwritten, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_folder_that_vanished_is_said, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_file_over_the_size_limit_is_a_fault, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(the_digest_of_a_file_is_sha_256, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(the_digest_of_a_missing_file_is_a_fault, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(folders_are_made_with_those_above_them, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_file_in_a_folders_place_is_a_fault, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(removing_a_folder_does_not_follow_links, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(every_file_in_a_folder_can_be_flushed, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_write_that_a_signal_interrupts_goes_on, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(what_does_not_reach_the_disk_is_a_fault, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(of_two_faults_the_first_is_told, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_file_is_read_up_to_the_size_asked_for, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_file_that_cannot_be_read_to_its_end_is_not_read, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(the_names_in_a_folder_that_cannot_be_read_to_its_end_are_not_all,
                                        open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_digest_that_cannot_be_taken_is_a_fault, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_folder_that_cannot_be_made_is_named, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_link_that_leads_nowhere_is_no_folder, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_file_system_that_cannot_flush_folders_is_no_fault, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_folder_that_is_not_flushed_to_its_last_file_is_a_fault, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(of_a_folder_what_cannot_be_removed_stays, open_folder, close_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
