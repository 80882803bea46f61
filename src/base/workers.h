/*
 * Pieces of work in processes of their own, several at a time: what goes wrong in one, whatever it is, does
 * not touch the others.
 *
 *   workers_open    room for so many at a time
 *   workers_start   forks: the child goes on with its piece of work and ends its own process
 *   workers_wait    until one has ended: what it wrote, and how it ended
 *
 * A child's standard output and standard error are kept until it ends. Nothing may be in the parent's output
 * buffers when one is started.
 */
#ifndef AARSRAPPORT_WORKERS_H
#define AARSRAPPORT_WORKERS_H

#include "buffer.h"

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum worker_stream { WORKER_OUT, WORKER_ERR, WORKER_NOTE };
enum { WORKER_STREAMS = WORKER_NOTE + 1 };

struct worker {
    size_t piece; /* which piece of work it has */
    pid_t process;
    int streams[WORKER_STREAMS]; /* to read from; -1 once at its end */
    struct buffer texts[WORKER_STREAMS];
};

struct workers {
    struct arena *arena;
    struct worker *busy;   /* `count` of them */
    struct pollfd *polled; /* room to wait for all their streams */
    size_t count;
    size_t room;
};

/* How a piece of work ended. */
struct worker_end {
    size_t piece;
    bool exited; /* of itself, with `status`; else a signal of that number ended it */
    int status;
    struct sv texts[WORKER_STREAMS];
};

enum worker_side { WORKER_PARENT, WORKER_CHILD, WORKER_FAILED };

/* `room`: 0 stands for as many as there are processors. */
void workers_open(struct workers *workers, size_t room, struct arena *arena);

bool workers_are_full(const struct workers *workers);

/* The child is told where to write its note, a few bytes for the parent (*note). WORKER_FAILED: errno says
 * why. */
enum worker_side workers_start(struct workers *workers, size_t piece, int *note);

/* False when none is at work. */
bool workers_wait(struct workers *workers, struct worker_end *end);

#endif
