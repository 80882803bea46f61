#include "report_past.h"

#include "report_data.h"
#include "report_manifest.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

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
struct options *past_options(const struct run *run, const struct previous_version *previous)
{
    struct options *options = arena_alloc(run->arena, sizeof *options);
    *options = *run->options;
    options->data = previous->input;
    options->given[OPTION_LEAVE_OUT] = sv_is(past_option(previous->run, OPTION_LEAVE_OUT), "ja");
    options->cutoff = past_day(past_option(previous->run, OPTION_CUTOFF));
    return options;
}

bool past_counts_otherwise(const struct options *a, const struct options *b)
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

const char *past_count(struct run *past, const struct previous_version *previous,
                       const struct report_type *type)
{
    struct read_request request = report_read_request(past, type);
    diag_init(&past->diag, past->arena);
    data_set_init(&past->data, past->arena);
    if (access(previous->input, R_OK | X_OK) != 0)
        return errno == EACCES ? "Dens data i mappen .tilstand må ikke læses af dig"
                               : "Dens data er ikke gemt i mappen .tilstand";
    if (data_read(&past->data, &request, &past->diag, &past->fault) != READ_DONE ||
        !is_what_it_was(&past->data, previous->run))
        return "Dens data i mappen .tilstand er ikke, som de var, da den blev lavet";
    if (data_has_stopping_errors(&past->diag, request.leave_out) || !report_count(past, type))
        return "Dens data kan ikke tælles af denne udgave af programmet";
    return NULL;
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

struct told_version past_tell(const struct run *run, const struct past_run *past)
{
    return (struct told_version){
        .number = past->version,
        .date = past_day(past->document_date),
        .program = past->program_version,
        .reason = past->reason,
        .options = tell_options(run, past->options, past->option_count),
        .option_count = past->option_count,
    };
}

struct told_version past_tell_present(const struct run *run, unsigned number)
{
    struct told_version told = {
        .number = number,
        .date = run_document_date(run),
        .program = sv_of(AARSRAPPORT_VERSION),
    };
    const struct manifest_option *options = report_manifest_options(run, &told.option_count);
    told.options = tell_options(run, options, told.option_count);
    return told;
}
