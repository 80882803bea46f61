#define _GNU_SOURCE /* locks that are no process's */
#include "failing_calls.h"
#include "folder_fixture.h"
#include "report_lock.h"

#include <fcntl.h>
#include <sys/wait.h>

static void a_lock_leaves_nothing_behind(void **state)
{
    struct fixture *fixture = *state;
    struct report_lock lock;
    for (int i = 0; i < 2; i++) {
        assert_true(report_lock_take(&lock, fixture->folder, "rapport", &fixture->arena, &fixture->fault));
        assert_true(exists(inside(fixture, ".rapport.laas")));
        report_lock_release(&lock);
        report_lock_release(&lock);
        assert_false(exists(inside(fixture, ".rapport.laas")));
    }
}

static void a_lock_file_that_nobody_holds_is_taken_over(void **state)
{
    struct fixture *fixture = *state;
    struct report_lock lock;
    put(inside(fixture, ".rapport.laas"), "");
    assert_true(report_lock_take(&lock, fixture->folder, "rapport", &fixture->arena, &fixture->fault));
    report_lock_release(&lock);
    assert_false(exists(inside(fixture, ".rapport.laas")));
}

/* A process of its own that holds the lock until the pipe is closed. */
static pid_t hold(struct fixture *fixture, int until[2])
{
    int ready[2];
    char byte = 0;
    assert_int_equal(pipe(ready), 0);
    assert_int_equal(pipe(until), 0);
    const pid_t process = fork();
    assert_true(process >= 0);
    if (process == 0) {
        struct report_lock lock;
        close(until[1]);
        const bool held =
            report_lock_take(&lock, fixture->folder, "rapport", &fixture->arena, &fixture->fault);
        if (!held || write(ready[1], "x", 1) != 1)
            _exit(1);
        _exit(read(until[0], &byte, 1) == 0 ? 0 : 1);
    }
    assert_int_equal(read(ready[0], &byte, 1), 1);
    close(ready[0]);
    close(ready[1]);
    close(until[0]);
    return process;
}

static void a_second_run_is_told_which_process_holds_the_report(void **state)
{
    struct fixture *fixture = *state;
    struct report_lock lock;
    int until[2];
    int status;
    const pid_t holder = hold(fixture, until);
    assert_false(report_lock_take(&lock, fixture->folder, "rapport", &fixture->arena, &fixture->fault));
    assert_says(fixture->fault, sv_format(&fixture->arena, "(proces %ld)", (long)holder).data);
    assert_true(report_lock_take(&lock, fixture->folder, "anden", &fixture->arena, &fixture->fault));
    report_lock_release(&lock);
    close(until[1]);
    assert_int_equal(waitpid(holder, &status, 0), holder);
    assert_int_equal(status, 0);
    /* It ended without giving the lock back. */
    assert_true(report_lock_take(&lock, fixture->folder, "rapport", &fixture->arena, &fixture->fault));
    report_lock_release(&lock);
}

static void a_link_in_the_locks_place_is_not_followed(void **state)
{
    struct fixture *fixture = *state;
    struct report_lock lock;
    assert_int_equal(symlink(inside(fixture, "maal"), inside(fixture, ".rapport.laas")), 0);
    assert_false(report_lock_take(&lock, fixture->folder, "rapport", &fixture->arena, &fixture->fault));
    assert_says(fixture->fault,
                ".rapport.laas«: der er en genvej (et link) med det navn. Flyt eller slet genvejen");
    assert_false(exists(inside(fixture, "maal")));
    assert_int_equal(unlink(inside(fixture, ".rapport.laas")), 0);
    assert_int_equal(mkdir(inside(fixture, ".rapport.laas"), 0777), 0);
    assert_false(report_lock_take(&lock, fixture->folder, "rapport", &fixture->arena, &fixture->fault));
    assert_says(fixture->fault, ".rapport.laas«: der ligger en mappe med det navn.");
}

static void an_output_folder_that_cannot_be_made_is_a_fault(void **state)
{
    struct fixture *fixture = *state;
    struct report_lock lock;
    put(inside(fixture, "fil"), "");
    assert_false(
        report_lock_take(&lock, inside(fixture, "fil/output"), "rapport", &fixture->arena, &fixture->fault));
    assert_says(fixture->fault, "oprette mappen");
}

static bool take(struct fixture *fixture, struct report_lock *lock)
{
    return report_lock_take(lock, fixture->folder, "rapport", &fixture->arena, &fixture->fault);
}

static void remove_the_lock_file(void *about)
{
    assert_int_equal(unlink(inside(about, ".rapport.laas")), 0);
}

static void replace_the_lock_file(void *about)
{
    struct fixture *fixture = about;
    const char *path = inside(fixture, ".rapport.laas");
    assert_int_equal(rename(path, inside(fixture, "gammel.laas")),
                     0); /* so that its inode is not used again */
    put(path, "");
}

/* The run that had it before lets go between the opening and the locking. */
static void a_lock_on_a_file_that_is_gone_is_none(void **state)
{
    static void (*const others[])(void *about) = {remove_the_lock_file, replace_the_lock_file};
    struct fixture *fixture = *state;
    struct report_lock lock;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        put(inside(fixture, ".rapport.laas"), "");
        before_call(CALL_FCNTL, others[i], fixture);
        assert_true(take(fixture, &lock));
        end_failures();
        assert_true(exists(inside(fixture, ".rapport.laas")));
        report_lock_release(&lock);
        assert_false(exists(inside(fixture, ".rapport.laas")));
    }
}

static void a_lock_that_cannot_be_looked_at_is_given_up(void **state)
{
    static const enum call calls[] = {CALL_LSTAT, CALL_FSTAT};
    struct fixture *fixture = *state;
    struct report_lock lock;
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        fail_every_call(calls[i], EIO);
        assert_false(take(fixture, &lock));
        end_failures();
        assert_int_equal(lock.descriptor, -1);
        assert_says(fixture->fault, "disken svarer ikke, som den skal");
    }
}

static void a_file_system_without_locks_is_a_fault(void **state)
{
    struct fixture *fixture = *state;
    struct report_lock lock;
    fail_call(CALL_FCNTL, 1, ENOLCK);
    assert_false(take(fixture, &lock));
    assert_int_equal(end_failures(), 1);
    assert_says(fixture->fault, "Kan ikke skrive i mappen");
}

/* It let go before it could be asked for, the kernel does not tell, or another machine has it. */
static void a_holder_that_is_not_known_is_not_named(void **state)
{
    struct fixture *fixture = *state;
    struct report_lock lock;
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    static const int errors[] = {EAGAIN, EACCES};
    for (size_t i = 0; i < 2; i++) {
        fail_call(CALL_FCNTL, 1, errors[i]);
        fail_call(CALL_CLOSE, 1, EIO);
        assert_false(take(fixture, &lock));
        assert_int_equal(end_failures(), 2);
        assert_says(fixture->fault, "af en anden kørsel. Vent");
    }
    fail_every_call(CALL_FCNTL, EAGAIN);
    assert_false(take(fixture, &lock));
    end_failures();
    assert_says(fixture->fault, "af en anden kørsel. Vent");
    const int open_file = open(inside(fixture, ".rapport.laas"), O_RDWR);
    assert_int_equal(fcntl(open_file, F_OFD_SETLK, &whole), 0); /* a lock that is no process's */
    assert_false(take(fixture, &lock));
    assert_says(fixture->fault, "af en anden kørsel. Vent");
    close(open_file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_lock_leaves_nothing_behind, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_lock_file_that_nobody_holds_is_taken_over, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_second_run_is_told_which_process_holds_the_report, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_link_in_the_locks_place_is_not_followed, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(an_output_folder_that_cannot_be_made_is_a_fault, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_lock_on_a_file_that_is_gone_is_none, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_lock_that_cannot_be_looked_at_is_given_up, open_folder,
                                        close_folder),
        cmocka_unit_test_setup_teardown(a_file_system_without_locks_is_a_fault, open_folder, close_folder),
        cmocka_unit_test_setup_teardown(a_holder_that_is_not_known_is_not_named, open_folder, close_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
