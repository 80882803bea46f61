#include "base_fixture.h"

#include "workers.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_child_writes_its_streams_and_ends_with_its_status),
        cmocka_unit_test(a_child_that_a_signal_ends_is_told_of_and_the_other_goes_on),
        cmocka_unit_test(there_is_room_for_as_many_as_there_are_processors),
    };
    arena_init(&arena, NULL);
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(&arena);
    return failed;
}
