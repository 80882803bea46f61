#include "report_changes.h"

#include "report_data.h"
#include "report_manifest.h"
#include "report_revisions.h"

#include <string.h>
#include <sys/stat.h>

/* ---- What the earlier version was asked ---- */

static struct sv past_option(const struct past_run *past, enum option_id id)
{
    for (size_t i = 0; i < past->option_count; i++)
        if (strcmp(past->options[i].name, option_name(id)) == 0)
            return past->options[i].value;
    return (struct sv){0};
}

static day_number past_day(struct sv text)
{
    day_number day;
    return day_parse(text, &day) == DAY_OK ? day : DAY_NONE;
}

/* The present run's options, with those of the earlier one that decide what is counted. */
static struct options *past_options(const struct run *run, const struct previous_version *previous)
{
    struct options *options = arena_alloc(run->arena, sizeof *options);
    *options = *run->options;
    options->data = previous->input;
    options->given[OPTION_LEAVE_OUT] = sv_is(past_option(previous->run, OPTION_LEAVE_OUT), "ja");
    options->cutoff = past_day(past_option(previous->run, OPTION_CUTOFF));
    return options;
}

static bool counts_otherwise(const struct options *a, const struct options *b)
{
    return a->given[OPTION_LEAVE_OUT] != b->given[OPTION_LEAVE_OUT] || a->cutoff != b->cutoff;
}

/* ---- Its input ---- */

/* Whether what was read is what the version was made of: every file, and no other. */
static bool is_what_it_was(const struct data_set *data, const struct past_run *past)
{
    if (data->file_count != past->input_count)
        return false;
    for (size_t i = 0; i < past->input_count; i++)
        if (!sv_equal(data->files[i].name, past->inputs[i].name) ||
            memcmp(data->files[i].sha256, past->inputs[i].sha256, SHA256_BYTES) != 0)
            return false;
    return true;
}

/* Reads and counts it. What is wrong, as a Danish clause; NULL: nothing. */
static const char *count_past(struct run *past, const struct report_version *version,
                              const struct report_type *type)
{
    struct stat status;
    struct read_request request = report_read_request(past, type);
    diag_init(&past->diag, past->arena);
    data_set_init(&past->data, past->arena);
    if (stat(version->previous.input, &status) != 0)
        return "Dens data er ikke gemt i mappen .tilstand";
    if (data_read(&past->data, &request, &past->diag, &past->fault) != READ_DONE ||
        !is_what_it_was(&past->data, version->previous.run))
        return "Dens data i mappen .tilstand er ikke, som de var, da den blev lavet";
    if (data_has_stopping_errors(&past->diag, request.leave_out) || !report_count(past, type))
        return "Dens data kan ikke tælles af denne udgave af programmet";
    return NULL;
}

static void find_lost(struct run *run, unsigned number, const char *why)
{
    diag_add(&run->diag, DIAG_PAST_INPUT_LOST, (struct place){0}, (struct sv){0},
             sv_format(run->arena, "%u", number), sv_of(why), (struct sv){0});
}

/* ---- What is told ---- */

static struct told_option *tell_options(const struct run *run, const struct manifest_option *options,
                                        size_t count)
{
    struct told_option *told = arena_array(run->arena, count, sizeof *told);
    for (size_t i = 0; i < count; i++)
        told[i] = (struct told_option){sv_of(options[i].name), options[i].value};
    return told;
}

static struct told_version tell_past(const struct run *run, const struct past_run *past)
{
    return (struct told_version){
        .number = past->version,
        .date = past_day(past->document_date),
        .program = past->program_version,
        .options = tell_options(run, past->options, past->option_count),
        .option_count = past->option_count,
    };
}

static struct told_version tell_present(const struct run *run, const struct report_version *version)
{
    struct told_version told = {
        .number = version->number,
        .date = run_document_date(run),
        .program = sv_of(AARSRAPPORT_VERSION),
    };
    const struct manifest_option *options = report_manifest_options(run, &told.option_count);
    told.options = tell_options(run, options, told.option_count);
    return told;
}

static void find_unexplained(struct run *run, const struct changes *changes, unsigned number)
{
    for (size_t i = 0; changes->unexplained && i < changes->figure_count; i++) {
        const struct figure_change *figure = &changes->figures[i];
        const struct printed_figure *key = &figure->key;
        if (figure->row_count || figure->causes)
            continue;
        diag_add(&run->diag, DIAG_FIGURE_UNEXPLAINED, (struct place){0},
                 sv_format(run->arena, "%.*s;%.*s;%.*s;%.*s;%.*s", SV_ARG(key->name), SV_ARG(key->period),
                           SV_ARG(key->agreement), SV_ARG(key->target_group), SV_ARG(key->code)),
                 sv_format(run->arena, "%u", number), (struct sv){0}, (struct sv){0});
    }
}

static struct changes *compare(struct run *run, const struct report_version *version,
                               const struct report_type *type, struct sv figures_file)
{
    const struct previous_version *previous = &version->previous;
    struct run *past = arena_alloc(run->arena, sizeof *past);
    *past = (struct run){.options = past_options(run, previous), .arena = run->arena};
    struct changes_request request = {
        .after = {&run->data, &run->figures},
        .printed = version_figures(previous->run, previous->folder, figures_file, run->arena),
        .options_differ = counts_otherwise(run->options, past->options),
    };
    const char *lost = count_past(past, version, type);
    if (lost)
        find_lost(run, previous->run->version, lost);
    else
        request.before = (struct counted_run){&past->data, &past->figures};
    if (!request.before.data && !request.printed)
        return NULL;
    struct changes *changes = changes_find(&request, run->arena);
    find_unexplained(run, changes, previous->run->version);
    return changes;
}

struct correction *report_changes_find(struct run *run, const struct report_version *version,
                                       const struct report_type *type, uint32_t agreement)
{
    const struct report_files files = report_files(run, type, agreement, false);
    const struct sv figures_file = files.beside[FILE_FIGURES];
    if (!figures_file.size || !version->previous.exists)
        return NULL;
    if (!version->previous.run) {
        find_lost(run, version->number - 1, "Dens koersel.json kan ikke læses");
        return NULL;
    }
    struct correction *correction = arena_alloc(run->arena, sizeof *correction);
    correction->before = tell_past(run, version->previous.run);
    correction->after = tell_present(run, version);
    correction->changes = compare(run, version, type, figures_file);
    correction->older = older_versions(run, version, figures_file, &correction->older_count);
    return correction;
}
