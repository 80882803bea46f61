#include "folder_fixture.h"

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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
