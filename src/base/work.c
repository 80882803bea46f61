#include "work.h"

#include <pthread.h>
#include <stdatomic.h>

struct queue {
    const struct work *pieces;
    size_t count;
    atomic_size_t next;
};

static void *run_pieces(void *data)
{
    struct queue *queue = data;
    for (size_t i = atomic_fetch_add(&queue->next, 1); i < queue->count;
         i = atomic_fetch_add(&queue->next, 1))
        queue->pieces[i].run(queue->pieces[i].context);
    return NULL;
}

void work_run_all(const struct work *pieces, size_t count)
{
    pthread_t thread;
    struct queue queue = {.pieces = pieces, .count = count};
    const int error = pthread_create(&thread, NULL, run_pieces, &queue);
    run_pieces(&queue);
    if (!error)
        pthread_join(thread, NULL);
}
