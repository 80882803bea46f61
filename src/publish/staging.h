/*
 * All or nothing: what is written stands in a hidden folder until all of it is there.
 *
 *   staging_open       a hidden folder in the output folder, locked, nothing visible yet
 *   staging_path       where a file of it goes; staging_write for files that are one piece of memory
 *   staging_finish     every file is flushed to disk: the folder can take its place (versions.h)
 *   staging_replace    one file takes its place in the output folder instead
 *   staging_hand_over  the same, but never in place of another file
 *   staging_discard    removes the folder; staging_close leaves it, where its name is another now
 *
 * A run that dies leaves only its hidden folder, which staging_clear, and the next staging_open with the same
 * name, removes. Every function that can fail returns false with a Danish sentence in *fault: what, where,
 * and what to do.
 */
#ifndef AARSRAPPORT_STAGING_H
#define AARSRAPPORT_STAGING_H

#include "sv.h"

#include <stdbool.h>

/* The name of the folder for temporary files; a hidden folder that has one is not finished. */
#define STAGING_TEMPORARY ".midlertidig"

struct staging {
    struct arena *arena;
    const char *output;    /* the output folder, made when it is missing */
    const char *name;      /* the hidden folder's name is made from it */
    const char *folder;    /* the hidden folder's path; NULL: it is no longer ours to remove */
    const char *temporary; /* a folder for libraries' temporary files; never published */
    int lock;              /* descriptor of the hidden folder, locked */
};

bool staging_open(struct staging *staging, const char *output, const char *name, struct arena *arena,
                  struct sv *fault);

/* The same in the system's folder for temporary files, closed to everybody else. Removed by staging_discard.
 */
bool staging_open_private(struct staging *staging, struct arena *arena, struct sv *fault);
const char *staging_path(const struct staging *staging, struct sv file);
bool staging_write(const struct staging *staging, struct sv file, struct sv content, struct sv *fault);
bool staging_finish(struct staging *staging, struct sv *fault);

/* Moves one file of the hidden folder into the output folder, in place of one of that name. */
bool staging_replace(const struct staging *staging, struct sv file, struct sv *fault);

/* Moves one file of the hidden folder into the output folder itself; *kept: a file of that name was there and
 * stays. */
bool staging_hand_over(const struct staging *staging, struct sv file, bool *kept, struct sv *fault);
void staging_discard(struct staging *staging);
void staging_close(struct staging *staging);

/* What every hidden folder of the name begins with. */
struct sv staging_prefix(struct arena *arena, const char *name);

/* Removes hidden folders of the name that nobody holds locked. */
void staging_clear(const char *output, const char *name, struct arena *arena);

#endif
