/*
 * What a version was made of, kept so that the next one can say which rows have changed: copies of the input
 * files, named as in the data folder, in <output>/.tilstand/<report>/version-N.
 *
 * They are rows about persons, so the folders and files are for their owner alone (0700, 0600). A file that
 * is the same as in the version before is a hard link to that one's where the file system has them. A copy
 * is there as a whole, flushed to disk, before the report that it belongs to: a run that dies may leave a
 * copy without a report, never a report without its copy. Only the holder of the report's lock changes
 * anything, and only of that report. .tilstand and <report> must be folders: a link is never written through.
 */
#ifndef AARSRAPPORT_KEPT_INPUT_H
#define AARSRAPPORT_KEPT_INPUT_H

#include "manifest.h"

struct kept_input {
    const char *output; /* the output folder */
    const char *name;   /* of the report */
    unsigned version;   /* as its manifest has it */
    unsigned previous;  /* of the version that it takes the place of; 0: none */
    const char *data;   /* the folder that was read */
    const struct manifest_input *inputs;
    size_t input_count;
};

/* In place of what a run that died may have left. False: something could not be written, or a file is not
 * what was read any more; *fault is a Danish sentence. */
bool kept_input_write(const struct kept_input *kept, struct arena *arena, struct sv *fault);

/* Whether it is certain that nothing is kept of the version. */
bool kept_input_is_lost(const char *output, const char *name, unsigned version, struct arena *arena);

/* Where the version's input is, if it is there. */
const char *kept_input_path(const char *output, const char *name, unsigned version, struct arena *arena);

/*
 * Whether there is something to clear of the report, and clearing it: the input of versions of which no
 * folder stands any more, and what a run that died has left. Of what is in doubt nothing is cleared; nor is
 * what this program has not named, a link, or anything behind one.
 */
bool kept_input_is_stale(const char *output, const char *name, struct arena *arena);
void kept_input_clear(const char *output, const char *name, struct arena *arena);

/* What is kept of a report. */
struct kept_report {
    struct sv name;
    size_t versions;
    uint64_t bytes; /* a file that several versions share is divided among them, rounded down */
    bool stands;    /* a folder of the report, or of a version of it, is there, or may be */
};

/* Of every report of which something is kept in the output folder, by name; returns how many. Only reads. */
size_t kept_input_list(const char *output, struct kept_report **reports, struct arena *arena);

#endif
