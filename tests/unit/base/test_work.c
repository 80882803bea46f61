#include "base_fixture.h"

#include "work.h"

#include <sched.h>
#include <stdatomic.h>

enum { PIECES = 100 };

static void count_one(void *context)
{
    ++*(int *)context;
}

static void every_piece_is_done_once(void **state)
{
    int done[PIECES] = {0};
    struct work pieces[PIECES];
    (void)state;
    for (size_t i = 0; i < PIECES; i++)
        pieces[i] = (struct work){count_one, &done[i]};
    work_run_all(pieces, PIECES);
    for (size_t i = 0; i < PIECES; i++)
        assert_int_equal(done[i], 1);
}

/* Says that it is there, and waits for the other. */
static void meet(void *context)
{
    atomic_int *there = context;
    atomic_fetch_add(there, 1);
    while (atomic_load(there) < 2)
        sched_yield();
}

static void two_pieces_are_done_at_the_same_time(void **state)
{
    atomic_int there = 0;
    (void)state;
    work_run_all((struct work[]){{meet, &there}, {meet, &there}}, 2);
    assert_int_equal(atomic_load(&there), 2);
}

static void no_pieces_are_no_work(void **state)
{
    (void)state;
    work_run_all(NULL, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_piece_is_done_once),
        cmocka_unit_test(two_pieces_are_done_at_the_same_time),
        cmocka_unit_test(no_pieces_are_no_work),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
