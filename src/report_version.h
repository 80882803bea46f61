/*
 * Which version of a report a run makes, decided before anything is counted or rendered, since the same data,
 * options, date and program give the same bytes.
 *
 *   report_version_open   finds out, and holds the report's lock from then on
 *   report_version_close  gives the lock back; also after any other state than REPORT_TO_WRITE
 */
#ifndef AARSRAPPORT_REPORT_VERSION_H
#define AARSRAPPORT_REPORT_VERSION_H

#include "report_files.h"
#include "report_lock.h"
#include "versions.h"

enum report_state {
    REPORT_TO_WRITE,
    REPORT_UNCHANGED, /* nothing is to be written */
    REPORT_FAULT      /* run->fault says why */
};

/* The version before: that with the highest number below the present one's of those that can be read. */
struct previous_version {
    bool exists;                /* there was one, though perhaps none that can be read */
    const struct past_run *run; /* NULL: none can be read */
    const char *folder;         /* its files */
    const char *input;          /* where its input is kept, if it is (kept_input.h) */
    const char *beside;         /* the folder in which it and older ones stand */
};

struct report_version {
    const char *name; /* of the folder in the output folder */
    struct versions versions;
    struct report_lock lock;
    unsigned number;  /* of the version that a run writes or has found unchanged */
    struct sv reason; /* why it is made again; empty: not said */
    struct previous_version previous;
    bool keeps_input; /* of the version, for the next one; not for one agreement, which is compared with none
                       */
};

enum report_state report_version_open(struct report_version *version, struct run *run,
                                      const struct report_type *type, uint32_t agreement);
void report_version_close(struct report_version *version);

/* Keeps what the run has read as the input of the version, if it keeps any, for the next one to be compared
 * with. False: run->fault says why. */
bool report_version_keep_input(const struct report_version *version, struct run *run);

/* The same for a run that writes no files: it only reads, takes no lock and asks nobody. */
struct report_version report_version_of_text(struct run *run, const struct report_type *type,
                                             uint32_t agreement);

/*
 * A version that is written once more in an empty output folder, to see that it comes out the same. What it
 * took the place of stands in the folder `history`.
 */
struct report_version report_version_again(struct run *run, const struct report_type *type,
                                           uint32_t agreement, const struct past_run *past,
                                           const char *history);

/* "Uændret siden version 2: output/aarsrapport-2024" */
void report_version_say_unchanged(const struct report_version *version, const struct run *run);

/* Where the older version is now, and which of its workbooks is open in another program. */
void report_version_say_kept(const struct report_version *version, const struct run *run);

#endif
