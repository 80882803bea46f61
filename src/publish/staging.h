/*
 * All or nothing: a report folder is written beside its final name and moved into place as a whole.
 *
 *   staging_open    a hidden folder in the output folder, locked, nothing visible yet
 *   staging_path    where a file of it goes; staging_write for files that are one piece of memory
 *   staging_publish every file and folder is flushed to disk, then the folder takes the final name in one
 * step; what stood there is removed afterwards staging_discard removes the folder instead
 *
 * A run that dies leaves only its hidden folder, which the next staging_open with the same name removes.
 * Every function that can fail returns false with a Danish sentence in *fault: what, where, and what to do.
 */
#ifndef AARSRAPPORT_STAGING_H
#define AARSRAPPORT_STAGING_H

#include "sv.h"

#include <stdbool.h>

struct staging {
    struct arena *arena;
    const char *output;    /* the output folder, made when it is missing */
    const char *name;      /* final name in it */
    const char *folder;    /* the hidden folder's path */
    const char *temporary; /* a folder for libraries' temporary files; never published */
    int lock;              /* descriptor of the hidden folder, locked */
};

bool staging_open(struct staging *staging, const char *output, const char *name, struct arena *arena,
                  struct sv *fault);
const char *staging_path(const struct staging *staging, struct sv file);
bool staging_write(const struct staging *staging, struct sv file, struct sv content, struct sv *fault);
bool staging_publish(struct staging *staging, struct sv *fault);

/* Moves one file of the hidden folder into the output folder itself; *kept: a file of that name was there and
 * stays. */
bool staging_hand_over(const struct staging *staging, struct sv file, bool *kept, struct sv *fault);
void staging_discard(struct staging *staging);

#endif
