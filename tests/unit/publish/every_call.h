/*
 * Some work in fresh folders, again and again: each system call that it makes fails once.
 */
#ifndef AARSRAPPORT_EVERY_CALL_H
#define AARSRAPPORT_EVERY_CALL_H

#include "failing_calls.h"
#include "folder_fixture.h"

/* Makes ready, asks for the nth call of that kind to fail, does the work and judges what is left. Returns
 * whether the call came, which end_failures tells. */
typedef bool work_with_a_failure(struct fixture *fixture, enum call call, unsigned nth);

/* Returns how many calls failed. */
static inline unsigned fail_each_call_of(work_with_a_failure *work)
{
    unsigned count = 0;
    for (int call = 0; call < CALL_KINDS; call++) {
        bool came = true;
        for (unsigned nth = 1; came; nth++) {
            void *state;
            assert_int_equal(open_folder(&state), 0);
            came = work(state, (enum call)call, nth);
            close_folder(&state);
            count += came;
        }
    }
    return count;
}

#endif
