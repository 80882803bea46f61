/*
 * What koersel.json says of a run.
 */
#ifndef AARSRAPPORT_REPORT_MANIFEST_H
#define AARSRAPPORT_REPORT_MANIFEST_H

#include "manifest.h"
#include "run.h"

struct manifest_input *report_manifest_inputs(const struct run *run); /* data.file_count of them */
struct manifest_option *report_manifest_options(const struct run *run, size_t *count);

/* What of it decides the outputs, as manifest_read.h has it of an earlier run. `report`: the folder's name.
 */
struct sv report_manifest_basis(const struct run *run, const char *report);

/* The whole, with the version's number and reason and the outputs. */
struct sv report_manifest(const struct run *run, const char *report, unsigned version, struct sv reason,
                          const struct manifest_output *outputs, size_t output_count);

/*
 * Why koersel.json of a folder cannot be read, and that the report therefore cannot be what `deed` says
 * ("efterprøves"), Danish sentences; empty: there is none in the folder.
 */
struct sv report_manifest_fault(const struct run *run, const char *folder, const char *deed);

#endif
