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
    struct sv program_version;
    unsigned version; /* 1–HIGHEST_VERSION */
    struct sv reason;
    struct sv report; /* "aarsrapport-2024": the folder's name when it was written */
    struct sv period;
    struct sv document_date; /* "31-01-2025" */
    struct manifest_option *options;
    size_t option_count;
    struct manifest_input *inputs; /* name, size and checksum; no account of rows */
    size_t input_count;
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

/* koersel.json of a folder; false: there is none that can be read. */
bool manifest_text(const char *folder, struct sv *text, struct arena *arena);

/* The same as manifest_parse from koersel.json of a folder; false also when there is none. */
bool manifest_read(struct past_run *run, const char *folder, struct arena *arena);

enum output_state { OUTPUT_HOLDS, OUTPUT_MISSING, OUTPUT_CHANGED, OUTPUT_UNREADABLE };

/* What is wrong with it, as said of a file: "mangler"; NULL: nothing. */
const char *output_fault(enum output_state state);

/* How the output stands in the folder; OUTPUT_UNREADABLE: *fault is a Danish sentence. */
enum output_state manifest_output_state(const struct manifest_output *output, const char *folder,
                                        struct arena *arena, struct sv *fault);

/* Whether every output is in the folder with the checksum that the manifest gives it. */
bool manifest_outputs_hold(const struct past_run *run, const char *folder, struct arena *arena);

#endif
