/*
 * The data folders below a folder: those that hold a rapport.ini, each of which can be reported on alone.
 */
#ifndef AARSRAPPORT_DATA_FOLDERS_H
#define AARSRAPPORT_DATA_FOLDERS_H

#include "sv.h"

#include <stdbool.h>

struct data_folders {
    struct sv *names; /* paths below the folder, "slagelse" or "sjaelland/slagelse", bytewise in order */
    size_t count;
    bool is_data_folder; /* the folder itself holds a rapport.ini, which is not among them */
};

/*
 * Looks in every folder below `folder` that is not hidden and not a symbolic link, at most 32 deep. False
 * with a Danish sentence in *fault when a folder cannot be read.
 */
bool data_folders_find(struct data_folders *found, const char *folder, struct arena *arena, struct sv *fault);

#endif
