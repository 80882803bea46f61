/*
 * Telling how far the reading has come: called now and then while a file is read, from the thread that reads
 * the data folder, with the bytes read so far and the file's size. `tell` NULL: nobody asks.
 */
#ifndef AARSRAPPORT_PROGRESS_H
#define AARSRAPPORT_PROGRESS_H

#include "sv.h"

#include <stdint.h>

struct progress {
    void (*tell)(void *context, struct sv file, uint64_t done, uint64_t size);
    void *context;
};

#endif
