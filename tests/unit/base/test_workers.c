#include "base_fixture.h"

#include "failing_calls.h"
#include "workers.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static struct arena arena;

static void put(int descriptor, const char *text)
{
    const ssize_t written = write(descriptor, text, strlen(text));
    if (written < 0)
        _exit(99);
}

/* More than a pipe holds at a time. */
static void put_much(int descriptor)
{
    for (int i = 0; i < 20000; i++)
        put(descriptor, "sytten\n");
}

static void a_child_writes_its_streams_and_ends_with_its_status(void **state)
{
    struct workers workers;
    struct worker_end end;
    int note = -1;
    (void)state;
    workers_open(&workers, 1, &arena);
    if (workers_start(&workers, 7, &note) == WORKER_CHILD) {
        put(STDOUT_FILENO, "ud");
        put(STDERR_FILENO, "fejl");
        put(note, "besked");
        _exit(3);
    }
    assert_true(workers_are_full(&workers));
    assert_true(workers_wait(&workers, &end));
    assert_int_equal(end.piece, 7);
    assert_true(end.exited);
    assert_int_equal(end.status, 3);
    assert_true(sv_is(end.texts[WORKER_OUT], "ud"));
    assert_true(sv_is(end.texts[WORKER_ERR], "fejl"));
    assert_true(sv_is(end.texts[WORKER_NOTE], "besked"));
    assert_false(workers_wait(&workers, &end));
}

static void a_child_that_a_signal_ends_is_told_of_and_the_other_goes_on(void **state)
{
    struct workers workers;
    struct worker_end ends[2];
    int note;
    (void)state;
    workers_open(&workers, 2, &arena);
    if (workers_start(&workers, 0, &note) == WORKER_CHILD) {
        raise(SIGKILL);
        _exit(0);
    }
    if (workers_start(&workers, 1, &note) == WORKER_CHILD) {
        put_much(STDOUT_FILENO);
        put_much(STDERR_FILENO);
        _exit(0);
    }
    assert_true(workers_wait(&workers, &ends[0]));
    assert_true(workers_wait(&workers, &ends[1]));
    const struct worker_end *killed = &ends[ends[0].piece == 0 ? 0 : 1];
    const struct worker_end *other = &ends[ends[0].piece == 0 ? 1 : 0];
    assert_false(killed->exited);
    assert_int_equal(killed->status, SIGKILL);
    assert_true(other->exited);
    assert_int_equal(other->texts[WORKER_OUT].size, 20000 * strlen("sytten\n"));
    assert_int_equal(other->texts[WORKER_ERR].size, 20000 * strlen("sytten\n"));
}

static void there_is_room_for_as_many_as_there_are_processors(void **state)
{
    struct workers workers;
    (void)state;
    workers_open(&workers, 0, &arena);
    assert_int_equal(workers.room, sysconf(_SC_NPROCESSORS_ONLN));
    assert_false(workers_are_full(&workers));
}

static size_t open_descriptors(void)
{
    size_t count = 0;
    for (int descriptor = 0; descriptor < 256; descriptor++)
        count += fcntl(descriptor, F_GETFD, NULL) >= 0;
    return count;
}

static void a_piece_that_cannot_be_started_leaves_nothing_open(void **state)
{
    static const struct {
        enum call call;
        unsigned nth;
    } ways[] = {{CALL_PIPE, 1}, {CALL_PIPE, 2}, {CALL_PIPE, 3}, {CALL_FORK, 1}};
    struct workers workers;
    int note = -1;
    (void)state;
    workers_open(&workers, 1, &arena);
    const size_t before = open_descriptors();
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        fail_call(ways[i].call, ways[i].nth, EAGAIN);
        assert_int_equal(workers_start(&workers, 0, &note), WORKER_FAILED);
        assert_int_equal(errno, EAGAIN);
        assert_int_equal(end_failures(), 1);
        assert_int_equal(workers.count, 0);
        assert_int_equal(open_descriptors(), before);
    }
}

/* One that prints and ends well, while the parent's nth call of that kind fails. */
static struct worker_end end_with_a_failure(enum call call, int error)
{
    struct workers workers;
    struct worker_end end;
    int note = -1;
    workers_open(&workers, 1, &arena);
    if (workers_start(&workers, 0, &note) == WORKER_CHILD) {
        put(STDOUT_FILENO, "ud");
        put(STDERR_FILENO, "fejl");
        _exit(0);
    }
    fail_call(call, 1, error);
    assert_true(workers_wait(&workers, &end));
    assert_int_equal(end_failures(), 1);
    return end;
}

static void what_a_signal_interrupts_is_waited_for_again(void **state)
{
    static const enum call calls[] = {CALL_READ, CALL_POLL, CALL_WAITPID};
    (void)state;
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        const struct worker_end end = end_with_a_failure(calls[i], EINTR);
        assert_true(end.exited);
        assert_int_equal(end.status, 0);
        assert_true(sv_is(end.texts[WORKER_OUT], "ud"));
        assert_true(sv_is(end.texts[WORKER_ERR], "fejl"));
    }
}

static void where_nothing_can_be_waited_for_each_stream_is_read_in_turn(void **state)
{
    (void)state;
    const struct worker_end end = end_with_a_failure(CALL_POLL, ENOMEM);
    assert_true(sv_is(end.texts[WORKER_OUT], "ud"));
    assert_true(sv_is(end.texts[WORKER_ERR], "fejl"));
}

static void a_stream_that_cannot_be_read_is_at_its_end(void **state)
{
    (void)state;
    const struct worker_end end = end_with_a_failure(CALL_READ, EIO);
    assert_true(end.exited);
    assert_int_equal((end.texts[WORKER_OUT].size == 0) + (end.texts[WORKER_ERR].size == 0), 1);
}

static void where_processors_are_not_counted_there_is_room_for_one(void **state)
{
    struct workers workers;
    (void)state;
    fail_call(CALL_SYSCONF, 1, EINVAL);
    workers_open(&workers, 0, &arena);
    assert_int_equal(end_failures(), 1);
    assert_int_equal(workers.room, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_child_writes_its_streams_and_ends_with_its_status),
        cmocka_unit_test(a_child_that_a_signal_ends_is_told_of_and_the_other_goes_on),
        cmocka_unit_test(there_is_room_for_as_many_as_there_are_processors),
        cmocka_unit_test(a_piece_that_cannot_be_started_leaves_nothing_open),
        cmocka_unit_test(what_a_signal_interrupts_is_waited_for_again),
        cmocka_unit_test(where_nothing_can_be_waited_for_each_stream_is_read_in_turn),
        cmocka_unit_test(a_stream_that_cannot_be_read_is_at_its_end),
        cmocka_unit_test(where_processors_are_not_counted_there_is_room_for_one),
    };
    arena_init(&arena, NULL);
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
