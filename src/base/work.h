/*
 * Two pieces of work that do not touch each other's things, done at the same time on two processors.
 */
#ifndef AARSRAPPORT_WORK_H
#define AARSRAPPORT_WORK_H

struct work {
    void (*run)(void *context);
    void *context;
};

/*
 * Returns when both are done. `beside` runs in a thread of its own; where there can be none, after `here`.
 * Each needs an arena of its own.
 */
void work_run_both(struct work here, struct work beside);

#endif
