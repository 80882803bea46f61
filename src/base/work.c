#include "work.h"

#include <pthread.h>
#include <stddef.h>

static void *run_beside(void *data)
{
    const struct work *work = data;
    work->run(work->context);
    return NULL;
}

void work_run_both(struct work here, struct work beside)
{
    pthread_t thread;
    const int error = pthread_create(&thread, NULL, run_beside, &beside);
    here.run(here.context);
    if (error)
        beside.run(beside.context);
    else
        pthread_join(thread, NULL);
}
