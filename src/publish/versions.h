/*
 * The versions of a report. The newest is the folder <name>; older ones stand whole beside it as
 * <name>.version-1, <name>.version-2 … A number is given once: the next is one more than the highest that any
 * of the folders bears.
 *
 * How a new one takes its place, so that a run that dies at any point loses nothing (names in the output
 * folder; N is the old version's number):
 *
 *   .<name>.under-arbejde-XXXXXX   the new one in the making (staging.h)
 *   .<name>.version-N              the new one whole and flushed to disk; then, exchanged in one step with
 *                                  <name>, the old one
 *   <name>.version-N               the old one
 *
 * All but versions_look need the report's lock (report_lock.h).
 */
#ifndef AARSRAPPORT_VERSIONS_H
#define AARSRAPPORT_VERSIONS_H

#include "manifest_read.h"
#include "staging.h"

struct versions {
    const char *folder; /* path of the newest */
    bool exists;        /* there is one */
    bool known;         /* and its manifest can be read: `newest` */
    struct past_run newest;
    unsigned old_number;       /* what the newest is called when it is put aside; 0: there is none */
    unsigned next;             /* the number of the version that would take its place */
    bool unfinished;           /* a run that died, or one at work, has left a hidden folder or a lock */
    const char *open_workbook; /* a workbook of the newest that is open in another program; NULL: none */
};

/* The workbook that a lock file of the program that has it open stands for ("~$x.xlsx"); NULL: it is none. */
const char *workbook_of_lock(struct sv name, struct arena *arena);

/* Only reads. */
struct versions versions_look(const char *output, const char *name, struct arena *arena);

/* A version that stands, and its manifest. */
struct standing_version {
    const char *folder; /* path; NULL: there is none */
    struct past_run run;
};

/* Of the versions whose manifest can be read the one with the highest number below `number`. Only reads. */
struct standing_version version_before(const char *output, const char *name, unsigned number,
                                       struct arena *arena);

/*
 * After a run that died: gives an old version that was put aside its name, keeps a new one that is whole (in
 * the report's place when that is free or an older version stands there, else as a version), and removes the
 * rest.
 */
bool versions_recover(const char *output, const char *name, struct arena *arena, struct sv *fault);

/* Puts the staged folder in the report's place and the old one, if there is one, aside as a version. */
bool versions_publish(struct staging *staging, const struct versions *versions, struct sv *fault);

/* The number after the prefix that the name begins with, 1–HIGHEST_VERSION; 0: it is not one as this program
 * writes it. */
unsigned version_number_in(struct sv name, struct sv prefix);

/* "output/aarsrapport-2024.version-1" */
struct sv version_path(const char *output, const char *name, unsigned number, struct arena *arena);

#endif
