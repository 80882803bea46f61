/*
 * koersel.json: what a run was made of, for the next run and for the auditor.
 */
#ifndef AARSRAPPORT_MANIFEST_H
#define AARSRAPPORT_MANIFEST_H

#include "buffer.h"
#include "sha256.h"

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

struct manifest_option {
    const char *name;
    struct sv value;
};

struct manifest_input {
    struct sv name;
    uint64_t size;
    unsigned char sha256[SHA256_BYTES];
    bool is_table;
    uint64_t rows, counted, left_out, empty;
};

struct manifest_finding {
    const char *code;
    const char *level;
    size_t count;
};

struct manifest_output {
    struct sv name;
    uint64_t size;
    unsigned char sha256[SHA256_BYTES];
};

struct manifest {
    const char *program_version;
    unsigned version; /* of the report: 1 for the first, one more for each that took its place */
    struct sv reason; /* why it was made again; empty: none was given */
    struct sv report;
    struct sv period;
    struct sv edition;
    struct sv document_date;
    const struct manifest_option *options;
    size_t option_count;
    const struct manifest_input *inputs;
    size_t input_count;
    const struct manifest_finding *found_in_data; /* what reading alone found: the report counts it */
    size_t found_in_data_count;
    const struct manifest_finding *findings;
    size_t finding_count;
    const struct manifest_output *outputs;
    size_t output_count;
    time_t time; /* the only thing in it that two equal runs differ in */
};

/* The name that it has in every report folder. */
#define MANIFEST_FILE "koersel.json"

void manifest_write(struct buffer *buffer, const struct manifest *manifest);

#endif
