#include "every_call.h"
#include "staging.h"

#include <fcntl.h>
#include <sys/file.h>

static void stage(struct fixture *fixture, struct staging *staging)
{
    assert_true(staging_open(staging, fixture->folder, "rapport", &fixture->arena, &fixture->fault));
    assert_true(staging_write(staging, sv_of("a.txt"), sv_of("ny"), &fixture->fault));
}

static void nothing_is_visible_before_it_is_put_in_its_place(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    stage(fixture, &staging);
    assert_false(exists(inside(fixture, "a.txt")));
    assert_false(exists(inside(fixture, "rapport")));
    staging_discard(&staging);
    assert_int_equal(names_in(fixture->folder), 0);
}

static void a_finished_folder_has_no_temporary_files(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    stage(fixture, &staging);
    put(sv_format(&fixture->arena, "%s/x", staging.temporary).data, "midlertidig");
    assert_true(staging_finish(&staging, &fixture->fault));
    assert_int_equal(names_in(staging.folder), 1);
    staging_discard(&staging);
}

static void a_closed_folder_stays(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    stage(fixture, &staging);
    staging_close(&staging);
    assert_true(exists(staging.folder));
    assert_int_equal(staging.lock, -1);
}

static void a_file_that_cannot_be_written_is_told_by_its_name(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    stage(fixture, &staging);
    assert_false(staging_write(&staging, sv_of("a.txt"), sv_of("ny"), &fixture->fault));
    assert_says(fixture->fault, "Kan ikke skrive »a.txt«: der ligger allerede noget med det navn.");
    fail_every_call(CALL_FSYNC, ENOSPC);
    assert_false(staging_finish(&staging, &fixture->fault));
    end_failures();
    assert_says(fixture->fault, "Kan ikke gemme »a.txt«: der er ikke mere plads på disken.");
    staging_discard(&staging);
}

static void a_file_takes_the_place_of_an_older_one_and_of_nothing_else(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    put(inside(fixture, "a.txt"), "gammel");
    put(inside(fixture, "brugerens.txt"), "egen");
    stage(fixture, &staging);
    assert_true(staging_replace(&staging, sv_of("a.txt"), &fixture->fault));
    staging_discard(&staging);
    assert_holds(inside(fixture, "a.txt"), "ny");
    assert_holds(inside(fixture, "brugerens.txt"), "egen");
    assert_int_equal(names_in(fixture->folder), 2);
}

static void a_file_cannot_take_the_place_of_a_folder(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    assert_true(folder_make(inside(fixture, "a.txt"), &fixture->arena, &fixture->fault));
    stage(fixture, &staging);
    assert_false(staging_replace(&staging, sv_of("a.txt"), &fixture->fault));
    assert_says(fixture->fault, "Kan ikke skrive");
    assert_false(staging_replace(&staging, sv_of("findes-ikke.txt"), &fixture->fault));
    staging_discard(&staging);
}

static void what_a_dead_run_left_is_removed_by_the_next(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    assert_true(
        folder_make(inside(fixture, ".rapport.under-arbejde-abc123"), &fixture->arena, &fixture->fault));
    put(inside(fixture, ".rapport.under-arbejde-abc123/a.txt"), "halv");
    stage(fixture, &staging);
    staging_discard(&staging);
    assert_int_equal(names_in(fixture->folder), 0);
}

static void the_folder_of_a_run_at_work_is_left_alone(void **state)
{
    struct fixture *fixture = *state;
    const char *busy = inside(fixture, ".rapport.under-arbejde-abc123");
    assert_true(folder_make(busy, &fixture->arena, &fixture->fault));
    const int lock = open(busy, O_RDONLY | O_DIRECTORY);
    assert_int_equal(flock(lock, LOCK_EX), 0);
    staging_clear(fixture->folder, "rapport", &fixture->arena);
    assert_true(exists(busy));
    close(lock);
}

static void a_handed_over_file_never_replaces_another(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    bool kept;
    put(inside(fixture, "a.txt"), "brugerens");
    assert_true(staging_open(&staging, fixture->folder, "skabeloner", &fixture->arena, &fixture->fault));
    assert_true(staging_write(&staging, sv_of("a.txt"), sv_of("ny"), &fixture->fault));
    assert_true(staging_write(&staging, sv_of("b.txt"), sv_of("ny"), &fixture->fault));
    assert_true(staging_hand_over(&staging, sv_of("a.txt"), &kept, &fixture->fault));
    assert_true(kept);
    assert_true(staging_hand_over(&staging, sv_of("b.txt"), &kept, &fixture->fault));
    assert_false(kept);
    staging_discard(&staging);
    assert_holds(inside(fixture, "a.txt"), "brugerens");
    assert_holds(inside(fixture, "b.txt"), "ny");
    assert_int_equal(names_in(fixture->folder), 2);
}

static void an_output_folder_that_cannot_be_made_is_a_fault(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    put(inside(fixture, "fil"), "");
    assert_false(
        staging_open(&staging, inside(fixture, "fil/output"), "rapport", &fixture->arena, &fixture->fault));
    assert_says(fixture->fault, "fil");
}

/* Removing it fails: there is a file in its place. */
static void temporary_files_that_cannot_be_removed_are_not_published(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    stage(fixture, &staging);
    assert_int_equal(rmdir(staging.temporary), 0);
    put(staging.temporary, "");
    assert_false(staging_finish(&staging, &fixture->fault));
    assert_says(fixture->fault, STAGING_TEMPORARY);
    staging_discard(&staging);
}

static void a_private_folder_is_closed_to_others_and_leaves_nothing(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    struct stat status;
    setenv("TMPDIR", fixture->folder, 1);
    assert_true(staging_open_private(&staging, &fixture->arena, &fixture->fault));
    assert_int_equal(stat(staging.folder, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0700);
    assert_int_equal(names_in(fixture->folder), 1);
    staging_discard(&staging);
    assert_int_equal(names_in(fixture->folder), 0);
    unsetenv("TMPDIR");
}

static void a_private_folder_that_cannot_be_made_is_a_fault(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    put(inside(fixture, "fil"), "");
    setenv("TMPDIR", inside(fixture, "fil"), 1);
    assert_false(staging_open_private(&staging, &fixture->arena, &fixture->fault));
    assert_says(fixture->fault, "fil");
    unsetenv("TMPDIR");
}

static bool open_it(struct fixture *fixture, struct staging *staging)
{
    return staging_open(staging, fixture->folder, "rapport", &fixture->arena, &fixture->fault);
}

static void a_hidden_folder_that_cannot_be_made_ready_leaves_nothing(void **state)
{
    static const enum call calls[] = {CALL_MKDTEMP, CALL_CHMOD, CALL_FLOCK};
    struct fixture *fixture = *state;
    struct staging staging;
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        fail_call(calls[i], 1, EIO);
        assert_false(open_it(fixture, &staging));
        assert_int_equal(end_failures(), 1);
        assert_says(fixture->fault, "mappen");
        assert_says(fixture->fault, "disken svarer ikke, som den skal");
        assert_int_equal(names_in(fixture->folder), 0);
    }
}

static bool open_with_a_failure(struct fixture *fixture, enum call call, unsigned nth)
{
    struct staging staging;
    put(inside(fixture, "a.txt"), "brugerens");
    fail_call(call, nth, EIO);
    const bool good = staging_open(&staging, fixture->folder, "rapport", &fixture->arena, &fixture->fault);
    const bool came = end_failures() > 0;
    assert_true(good || came);
    assert_true(good == (staging.lock >= 0));
    if (!good)
        assert_says(fixture->fault, "mappen");
    staging_discard(&staging);
    staging_clear(fixture->folder, "rapport", &fixture->arena);
    assert_int_equal(names_in(fixture->folder), 1);
    return came;
}

static void whichever_call_fails_a_folder_that_is_not_opened_is_not_left_locked(void **state)
{
    (void)state;
    assert_true(fail_each_call_of(open_with_a_failure) > 10);
}

static void a_file_where_a_hidden_folder_would_be_is_left(void **state)
{
    struct fixture *fixture = *state;
    put(inside(fixture, ".rapport.under-arbejde-abc123"), "brugerens");
    staging_clear(fixture->folder, "rapport", &fixture->arena);
    assert_holds(inside(fixture, ".rapport.under-arbejde-abc123"), "brugerens");
}

static void a_private_folder_that_cannot_be_closed_to_others_is_a_fault(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    setenv("TMPDIR", fixture->folder, 1);
    fail_call(CALL_CHMOD, 2, EPERM);
    assert_false(staging_open_private(&staging, &fixture->arena, &fixture->fault));
    assert_int_equal(end_failures(), 1);
    assert_says(fixture->fault, "adgang nægtet");
    assert_int_equal(names_in(fixture->folder), 0);
    unsetenv("TMPDIR");
}

static void without_a_folder_of_its_own_the_systems_is_used(void **state)
{
    static const char *const places[] = {NULL, ""};
    struct fixture *fixture = *state;
    struct staging staging;
    for (size_t i = 0; i < 2; i++) {
        unsetenv("TMPDIR");
        if (places[i])
            setenv("TMPDIR", places[i], 1);
        assert_true(staging_open_private(&staging, &fixture->arena, &fixture->fault));
        assert_true(sv_starts_with(sv_of(staging.folder), sv_of("/tmp/.aarsrapport.")));
        staging_discard(&staging);
        assert_false(exists(staging.folder));
    }
    unsetenv("TMPDIR");
}

static void temporary_files_that_go_at_the_second_try_are_gone(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    stage(fixture, &staging);
    fail_call(CALL_RMDIR, 1, EBUSY);
    assert_true(staging_finish(&staging, &fixture->fault));
    assert_int_equal(end_failures(), 1);
    assert_false(exists(staging.temporary));
    staging_discard(&staging);
}

static void where_a_file_system_cannot_hand_over_safely_it_is_looked_first(void **state)
{
    struct fixture *fixture = *state;
    struct staging staging;
    bool kept;
    put(inside(fixture, "b.txt"), "brugerens");
    stage(fixture, &staging);
    assert_true(staging_write(&staging, sv_of("b.txt"), sv_of("ny"), &fixture->fault));
    fail_every_call(CALL_RENAMEAT2, EINVAL);
    assert_true(staging_hand_over(&staging, sv_of("a.txt"), &kept, &fixture->fault));
    assert_false(kept);
    assert_true(staging_hand_over(&staging, sv_of("b.txt"), &kept, &fixture->fault));
    assert_true(kept);
    assert_false(staging_hand_over(&staging, sv_of("mangler.txt"), &kept, &fixture->fault));
    assert_false(kept);
    end_failures();
    assert_says(fixture->fault, "mangler.txt");
    staging_discard(&staging);
    assert_holds(inside(fixture, "a.txt"), "ny");
    assert_holds(inside(fixture, "b.txt"), "brugerens");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_is_visible_before_it_is_put_in_its_place, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_finished_folder_has_no_temporary_files, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_file_that_cannot_be_written_is_told_by_its_name, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_closed_folder_stays, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_file_takes_the_place_of_an_older_one_and_of_nothing_else,
                                        open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_file_cannot_take_the_place_of_a_folder, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(what_a_dead_run_left_is_removed_by_the_next, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(the_folder_of_a_run_at_work_is_left_alone, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_handed_over_file_never_replaces_another, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(an_output_folder_that_cannot_be_made_is_a_fault, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(temporary_files_that_cannot_be_removed_are_not_published, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_private_folder_is_closed_to_others_and_leaves_nothing, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_private_folder_that_cannot_be_made_is_a_fault, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_hidden_folder_that_cannot_be_made_ready_leaves_nothing, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(whichever_call_fails_a_folder_that_is_not_opened_is_not_left_locked,
                                        open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_file_where_a_hidden_folder_would_be_is_left, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_private_folder_that_cannot_be_closed_to_others_is_a_fault,
                                        open_folder, close_folder),
        cmocka_unit_test_setup_teardown(without_a_folder_of_its_own_the_systems_is_used, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(temporary_files_that_go_at_the_second_try_are_gone, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(where_a_file_system_cannot_hand_over_safely_it_is_looked_first,
                                        open_folder, close_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
