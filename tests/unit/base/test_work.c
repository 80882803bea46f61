#include "base_fixture.h"

#include "work.h"

#include <pthread.h>

/* What a piece of work saw. */
struct seen {
    pthread_t thread;
    int runs;
};

static void see(void *context)
{
    struct seen *seen = context;
    seen->thread = pthread_self();
    seen->runs++;
}

static void both_are_done_once_and_one_of_them_here(void **state)
{
    struct seen here = {0};
    struct seen beside = {0};
    (void)state;
    work_run_both((struct work){see, &here}, (struct work){see, &beside});
    assert_int_equal(here.runs, 1);
    assert_int_equal(beside.runs, 1);
    assert_true(pthread_equal(here.thread, pthread_self()));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_are_done_once_and_one_of_them_here),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
