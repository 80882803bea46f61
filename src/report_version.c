#include "report_version.h"

#include "files.h"
#include "kept_input.h"
#include "reason.h"
#include "report_manifest.h"

#include <stdio.h>
#include <unistd.h>

/* Whether the newest version was asked for another reason; a run that gives none asks for no other. */
static bool has_other_reason(const struct report_version *version, const struct run *run)
{
    return run->options->given[OPTION_REASON] &&
           !sv_equal(version->versions.newest.reason, run->options->reason);
}

static bool has_output(const struct past_run *past, struct sv name)
{
    for (size_t i = 0; i < past->output_count; i++)
        if (name.size && sv_equal(past->outputs[i].name, name))
            return true;
    return false;
}

/* The workbook of corrections may be there besides: only some versions have one. */
static bool has_every_file(const struct past_run *past, const struct report_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        if (!has_output(past, files->names[i]))
            return false;
    return past->output_count == files->count + has_output(past, files->beside[FILE_CORRECTIONS]);
}

/* The newest version was made of the same, and all of it is still as it was written. */
static bool is_unchanged(const struct report_version *version, const struct run *run,
                         const struct report_files *files)
{
    const struct past_run *newest = &version->versions.newest;
    return version->versions.known && !has_other_reason(version, run) && has_every_file(newest, files) &&
           sv_equal(newest->basis, report_manifest_basis(run, version->name)) &&
           manifest_outputs_hold(newest, version->versions.folder, run->arena);
}

static struct previous_version previous_of(const struct report_version *version, const char *output,
                                           struct arena *arena)
{
    struct standing_version *before = arena_alloc(arena, sizeof *before);
    *before = version_before(output, version->name, version->number, arena);
    if (!before->folder)
        return (struct previous_version){.exists = version->number > 1, .beside = output};
    return (struct previous_version){
        .exists = true,
        .run = &before->run,
        .folder = before->folder,
        .input = kept_input_path(output, version->name, before->run.version, arena),
        .beside = output,
    };
}

static enum report_state look(struct report_version *version, struct run *run,
                              const struct report_files *files)
{
    version->versions = versions_look(run->options->output, version->name, run->arena);
    if (is_unchanged(version, run, files)) {
        version->number = version->versions.newest.version;
        version->reason = version->versions.newest.reason;
        return REPORT_UNCHANGED;
    }
    version->number = version->versions.next;
    version->reason = run->options->reason;
    return REPORT_TO_WRITE;
}

static struct report_version version_of(struct run *run, const struct report_files *files)
{
    return (struct report_version){
        .name = sv_text(run->arena, files->folder),
        .lock = {.descriptor = -1},
    };
}

/* A terminal that can answer, and nobody has said why the report is made again. */
static bool can_ask(const struct report_version *version, const struct run *run)
{
    return version->number > 1 && !run->options->given[OPTION_REASON] && !run->options->given[OPTION_QUIET] &&
           isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

bool report_version_keep_input(const struct report_version *version, struct run *run)
{
    const struct kept_input kept = {
        .output = run->options->output,
        .name = version->name,
        .version = version->number,
        .previous = version->previous.run ? version->previous.run->version : 0,
        .data = run->options->data,
        .inputs = report_manifest_inputs(run),
        .input_count = run->data.file_count,
    };
    return !version->keeps_input || kept_input_write(&kept, run->arena, &run->fault);
}

static bool has_lost_input(const struct report_version *version, const struct run *run)
{
    return version->keeps_input &&
           kept_input_is_lost(run->options->output, version->name, version->number, run->arena);
}

/* The run has read what the version was made of; the version is as good without, so a fault is only told. */
static void keep_lost_input(const struct report_version *version, struct run *run)
{
    if (has_lost_input(version, run) && !report_version_keep_input(version, run) &&
        !run->options->given[OPTION_QUIET])
        fprintf(stderr, "Bemærk: Data bag version %u blev ikke gemt igen. %.*s\n", version->number,
                SV_ARG(run->fault));
}

/* What is kept for a version that is left unchanged; where nothing can be written, or another run is at work,
 * it stays as it is. */
static void tend_kept(struct report_version *version, struct run *run)
{
    struct sv fault;
    const char *output = run->options->output;
    if (!kept_input_is_stale(output, version->name, run->arena) && !has_lost_input(version, run))
        return;
    if (!report_lock_take(&version->lock, output, version->name, run->arena, &fault))
        return;
    kept_input_clear(output, version->name, run->arena);
    version->previous = previous_of(version, output, run->arena);
    keep_lost_input(version, run);
}

/* With the report's lock. */
static enum report_state decide(struct report_version *version, struct run *run,
                                const struct report_files *files)
{
    const char *output = run->options->output;
    kept_input_clear(output, version->name, run->arena);
    const enum report_state state = look(version, run, files);
    version->previous = previous_of(version, output, run->arena);
    if (state == REPORT_UNCHANGED)
        keep_lost_input(version, run);
    else if (can_ask(version, run))
        version->reason = reason_ask(run->arena, &run->data);
    return state;
}

/* What is no folder stays, and nothing is counted in vain. */
static bool has_free_place(const struct report_version *version, struct run *run)
{
    const struct versions *versions = &version->versions;
    if (!versions->exists || folder_is_there(versions->folder))
        return true;
    run->fault = file_fault(run->arena, "lægge rapporten på plads som", versions->folder);
    return false;
}

enum report_state report_version_open(struct report_version *version, struct run *run,
                                      const struct report_type *type, uint32_t agreement)
{
    const struct report_files files = report_files(run, type, agreement, false);
    const char *output = run->options->output;
    *version = version_of(run, &files);
    version->keeps_input = type->files[FILE_CORRECTIONS] && agreement == ALL_AGREEMENTS;
    if (look(version, run, &files) == REPORT_UNCHANGED && !version->versions.unfinished) {
        tend_kept(version, run);
        return REPORT_UNCHANGED;
    }
    if (!has_free_place(version, run) ||
        !report_lock_take(&version->lock, output, version->name, run->arena, &run->fault) ||
        !versions_recover(output, version->name, run->arena, &run->fault))
        return REPORT_FAULT;
    return decide(version, run, &files);
}

void report_version_close(struct report_version *version)
{
    report_lock_release(&version->lock);
}

struct report_version report_version_of_text(struct run *run, const struct report_type *type,
                                             uint32_t agreement)
{
    const struct report_files files = report_files(run, type, agreement, false);
    struct report_version version = version_of(run, &files);
    look(&version, run, &files);
    version.previous = previous_of(&version, run->options->output, run->arena);
    return version;
}

struct report_version report_version_again(struct run *run, const struct report_type *type,
                                           uint32_t agreement, const struct past_run *past,
                                           const char *history)
{
    const struct report_files files = report_files(run, type, agreement, false);
    struct report_version version = version_of(run, &files);
    version.versions = versions_look(run->options->output, version.name, run->arena);
    version.number = past->version;
    version.reason = past->reason;
    version.previous = previous_of(&version, history, run->arena);
    return version;
}

void report_version_say_unchanged(const struct report_version *version, const struct run *run)
{
    if (!run->options->given[OPTION_QUIET])
        fprintf(stderr, "Uændret siden version %u: %s\n", version->number, version->versions.folder);
}

static void say_open_workbook(const struct versions *versions, const char *kept)
{
    fprintf(stderr,
            "Bemærk: »%s« ser ud til at være åben i et andet program. Det, der er åbent, er nu i %s;\n"
            "luk det, og åbn regnearket igen fra %s.\n",
            versions->open_workbook, kept, versions->folder);
}

void report_version_say_kept(const struct report_version *version, const struct run *run)
{
    const struct versions *versions = &version->versions;
    if (!versions->exists || run->options->given[OPTION_QUIET])
        return;
    const struct sv kept =
        version_path(run->options->output, version->name, versions->old_number, run->arena);
    fprintf(stderr, "Version %u er skrevet. Den forrige ligger i %.*s\n", version->number, SV_ARG(kept));
    if (versions->open_workbook)
        say_open_workbook(versions, kept.data);
}
