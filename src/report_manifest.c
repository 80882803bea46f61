#include "report_manifest.h"

#include "files.h"
#include "manifest_read.h"
#include "text_da.h"

#include <errno.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static struct sv yes_or_no(bool value)
{
    return value ? sv_of("ja") : sv_of("nej");
}

struct manifest_input *report_manifest_inputs(const struct run *run)
{
    struct manifest_input *inputs = arena_array(run->arena, run->data.file_count, sizeof *inputs);
    for (size_t i = 0; i < run->data.file_count; i++) {
        const struct input_file *file = &run->data.files[i];
        inputs[i] = (struct manifest_input){
            .name = file->name,
            .size = file->size,
            .is_table = file->is_table,
            .rows = file->rows,
            .counted = file->counted,
            .left_out = file->left_out,
            .empty = file->empty,
        };
        memcpy(inputs[i].sha256, file->sha256, sizeof file->sha256);
    }
    return inputs;
}

/* Of every code that was found, how often: `per_code` has a count for each. */
static size_t manifest_findings(const size_t *per_code, struct manifest_finding *findings)
{
    size_t count = 0;
    for (enum diag_code code = 0; code < DIAG_CODES; code++) {
        const struct diag_kind *kind = diag_kind(code);
        if (per_code[code])
            findings[count++] =
                (struct manifest_finding){kind->code, diag_level_name(kind->level), per_code[code]};
    }
    return count;
}

static struct sv short_date(const struct run *run, day_number day)
{
    struct buffer text = buffer_in(run->arena);
    if (day != DAY_NONE)
        danish_short_date(&text, day);
    return buffer_view(&text);
}

struct manifest_option *report_manifest_options(const struct run *run, size_t *count)
{
    const struct options *options = run->options;
    const struct manifest_option chosen[] = {
        {option_name(OPTION_LEAVE_OUT), yes_or_no(options->given[OPTION_LEAVE_OUT])},
        {option_name(OPTION_AGREEMENT), sv_of(options->agreement ? options->agreement : "")},
        {option_name(OPTION_CUTOFF), short_date(run, options->cutoff)},
        {option_name(OPTION_DATE), short_date(run, options->date)},
    };
    struct manifest_option *copy = arena_alloc(run->arena, sizeof chosen);
    *count = sizeof chosen / sizeof *chosen;
    return memcpy(copy, chosen, sizeof chosen);
}

static struct manifest manifest_of(const struct run *run, const char *report)
{
    struct manifest_finding *found = arena_array(run->arena, DIAG_CODES, sizeof *found);
    struct manifest manifest = {
        .program_version = AARSRAPPORT_VERSION,
        .report = sv_of(report),
        .period = period_name(&run->options->period),
        .edition = sv_of(run->options->agreement ? "aftalepart" : "intern"),
        .document_date = short_date(run, run_document_date(run)),
        .inputs = report_manifest_inputs(run),
        .input_count = run->data.file_count,
        .found_in_data = found,
        .found_in_data_count = manifest_findings(run->found_in_data, found),
        .time = time(NULL),
    };
    manifest.options = report_manifest_options(run, &manifest.option_count);
    return manifest;
}

static struct sv text_of(const struct run *run, const struct manifest *manifest)
{
    struct buffer text = buffer_in(run->arena);
    manifest_write(&text, manifest);
    return buffer_view(&text);
}

struct sv report_manifest_basis(const struct run *run, const char *report)
{
    const struct manifest manifest = manifest_of(run, report);
    return manifest_basis(text_of(run, &manifest), run->arena);
}

struct sv report_manifest(const struct run *run, const char *report, unsigned version, struct sv reason,
                          const struct manifest_output *outputs, size_t output_count)
{
    struct manifest_finding findings[DIAG_CODES];
    struct manifest manifest = manifest_of(run, report);
    manifest.version = version;
    manifest.reason = reason;
    manifest.findings = findings;
    manifest.finding_count = manifest_findings(run->diag.per_code, findings);
    manifest.outputs = outputs;
    manifest.output_count = output_count;
    return text_of(run, &manifest);
}

struct sv report_manifest_fault(const struct run *run, const char *folder, const char *deed)
{
    const char *path = sv_format(run->arena, "%s/%s", folder, MANIFEST_FILE).data;
    if (!path_is_there(path) && (errno == ENOENT || errno == ENOTDIR))
        return (struct sv){0};
    if (access(path, R_OK) != 0)
        return file_fault(run->arena, "læse", path);
    return sv_format(run->arena,
                     "Kan ikke læse »%s«: filen er ikke, som programmet har skrevet den. Rapporten kan ikke "
                     "%s.",
                     path, deed);
}
