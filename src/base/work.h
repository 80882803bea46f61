/*
 * Pieces of work that do not touch each other's things, done at the same time on two processors.
 */
#ifndef AARSRAPPORT_WORK_H
#define AARSRAPPORT_WORK_H

#include <stddef.h>

struct work {
    void (*run)(void *context);
    void *context;
};

/*
 * Returns when all are done. Two threads, of which the caller's is one, take the next piece each time that
 * they are free: the largest stand first. Where there can be no other thread, this one does them all. Each
 * piece needs an arena of its own.
 */
void work_run_all(const struct work *pieces, size_t count);

#endif
