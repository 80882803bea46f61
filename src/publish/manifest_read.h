/*
 * Reads koersel.json of an earlier run. It may have been edited, cut off or be somebody else's file: nothing
 * in it is believed without a check, and whatever is not as manifest_write would have written it makes the
 * whole of it unreadable. Everything is in the arena.
 */
#ifndef AARSRAPPORT_MANIFEST_READ_H
#define AARSRAPPORT_MANIFEST_READ_H

#include "manifest.h"

enum { HIGHEST_VERSION = 999999 };

struct past_run {
    unsigned version; /* 1–HIGHEST_VERSION */
    struct sv reason;
    /* All that decides what a run writes: report, period, edition, date, program, options, inputs and what
     * was found in them. Equal texts, equal outputs. */
    struct sv basis;
    struct manifest_output *outputs; /* names without a folder in them */
    size_t output_count;
};

/* The basis of a manifest's text; empty when it has none. */
struct sv manifest_basis(struct sv text, struct arena *arena);

/* False: `text` is not a manifest of this program's making. */
bool manifest_parse(struct past_run *run, struct sv text, struct arena *arena);

/* The same from koersel.json of a folder; false also when there is none. */
bool manifest_read(struct past_run *run, const char *folder, struct arena *arena);

/* Whether every output is in the folder with the checksum that the manifest gives it. */
bool manifest_outputs_hold(const struct past_run *run, const char *folder, struct arena *arena);

#endif
