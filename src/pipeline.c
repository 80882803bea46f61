#include "pipeline.h"

#include "compose.h"
#include "data_read.h"
#include "files.h"
#include "manifest.h"
#include "messages.h"
#include "render.h"
#include "staging.h"
#include "template_csv.h"
#include "text_da.h"
#include "text_da.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What the stages hand on. */
struct run {
    const struct options *options;
    struct arena *arena;
    struct messages messages;
    struct diag diag;
    struct data_set data;
    struct figures figures;
    struct sv fault; /* why something could not be read or written */
};

static enum exit_status failed(const struct run *run)
{
    messages_fault(&run->messages, run->fault);
    return EXIT_IO;
}

static void say_written(const char *folder, const char *name, struct sv file)
{
    printf("%s/%s/%.*s\n", folder, name, SV_ARG(file));
}

/* --dato, else SOURCE_DATE_EPOCH, else the extract's date, else the latest date in the data. */
static day_number document_date(const struct run *run)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    const long long seconds = epoch ? strtoll(epoch, &end, 10) : 0;
    if (run->options->date != DAY_NONE)
        return run->options->date;
    if (epoch && *epoch && !*end && seconds >= 0 && seconds < INT64_C(253402300800))
        return (day_number)(seconds / 86400);
    if (run->data.settings.extract_date != DAY_NONE)
        return run->data.settings.extract_date;
    const day_number latest = data_latest_date(&run->data);
    return latest != DAY_NONE ? latest : run->options->period.last;
}

static bool read_data(struct run *run, const struct read_request *request)
{
    diag_init(&run->diag, run->arena);
    data_set_init(&run->data, run->arena);
    return data_read(&run->data, request, &run->diag, &run->fault) == READ_DONE;
}

static bool render_one(struct run *run, const struct staging *staging, const struct document *document,
                       bool (*write)(const struct render_job *, struct sv *), struct sv file)
{
    const struct style style = style_of(document->colour);
    const struct render_job job = {
        .document = document_release(document, EDITION_INTERNAL, run->arena),
        .style = &style,
        .path = staging_path(staging, file),
        .temporary_folder = staging->temporary,
        .arena = run->arena,
        .diag = &run->diag,
    };
    return write(&job, &run->fault);
}

static const char error_list_folder[] = "tjek";
static const struct sv error_list_file = SV("fejlliste.xlsx");

/* A list that no longer holds is worse than none. */
static void remove_error_list(const struct run *run)
{
    const char *folder = sv_format(run->arena, "%s/%s", run->options->output, error_list_folder).data;
    unlink(sv_format(run->arena, "%s/%.*s", folder, SV_ARG(error_list_file)).data);
    rmdir(folder);
}

static bool write_error_list(struct run *run)
{
    struct staging staging;
    if (!run->diag.count) {
        remove_error_list(run);
        return true;
    }
    const struct document *list =
        document_of_findings(&run->diag, &run->data, document_date(run), run->arena);
    if (!staging_open(&staging, run->options->output, error_list_folder, run->arena, &run->fault))
        return false;
    if (render_one(run, &staging, list, render_xlsx, error_list_file))
        return staging_publish(&staging, &run->fault);
    staging_discard(&staging);
    return false;
}

/* What was found, on the terminal and as a list that can be sent to the owner of the data. */
static bool tell_findings(struct run *run)
{
    diag_sort(&run->diag);
    messages_findings(&run->messages, &run->diag, &run->data);
    return write_error_list(run);
}

static struct sv yes_or_no(bool value)
{
    return value ? sv_of("ja") : sv_of("nej");
}

static struct manifest_input *manifest_inputs(const struct run *run)
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

static size_t manifest_findings(const struct run *run, struct manifest_finding *findings)
{
    size_t count = 0;
    for (enum diag_code code = 0; code < DIAG_CODES; code++) {
        const struct diag_kind *kind = diag_kind(code);
        if (run->diag.per_code[code])
            findings[count++] =
                (struct manifest_finding){kind->code, diag_level_name(kind->level), run->diag.per_code[code]};
    }
    return count;
}

static bool digest_outputs(struct run *run, const struct staging *staging, const struct sv *files,
                           size_t count, struct manifest_output *outputs)
{
    bool good = true;
    for (size_t i = 0; good && i < count; i++) {
        outputs[i].name = files[i];
        good = file_digest(staging_path(staging, files[i]), outputs[i].sha256, &outputs[i].size, run->arena,
                           &run->fault);
    }
    return good;
}

static bool write_manifest(struct run *run, const struct staging *staging, const struct sv *files,
                           size_t count)
{
    struct manifest_finding findings[DIAG_CODES];
    struct manifest_output *outputs = arena_array(run->arena, count, sizeof *outputs);
    struct buffer date = buffer_in(run->arena);
    struct buffer text = buffer_in(run->arena);
    if (!digest_outputs(run, staging, files, count, outputs))
        return false;
    danish_short_date(&date, document_date(run));
    const struct manifest_option chosen[] = {
        {option_name(OPTION_LEAVE_OUT), yes_or_no(run->options->given[OPTION_LEAVE_OUT])},
        {option_name(OPTION_DATE), run->options->date == DAY_NONE ? (struct sv){0} : buffer_view(&date)},
    };
    manifest_write(&text, &(struct manifest){
                              .program_version = AARSRAPPORT_VERSION,
                              .report = sv_of(staging->name),
                              .period = period_name(&run->options->period),
                              .edition = sv_of("intern"),
                              .document_date = buffer_view(&date),
                              .options = chosen,
                              .option_count = sizeof chosen / sizeof *chosen,
                              .inputs = manifest_inputs(run),
                              .input_count = run->data.file_count,
                              .findings = findings,
                              .finding_count = manifest_findings(run, findings),
                              .outputs = outputs,
                              .output_count = count,
                              .time = time(NULL),
                          });
    return staging_write(staging, sv_of("koersel.json"), buffer_view(&text), &run->fault);
}

enum { REPORT_FILES = 8 };

static bool render_files(struct run *run, const struct staging *staging, const struct document *document,
                         struct sv *files, size_t *count)
{
    size_t formats;
    const struct renderer *formats_list = renderers(&formats);
    for (size_t i = 0; i < formats; i++) {
        files[*count] = sv_format(run->arena, "%s%s", staging->name, formats_list[i].suffix);
        if (!render_one(run, staging, document, formats_list[i].write, files[*count]))
            return false;
        ++*count;
    }
    struct buffer figures = buffer_in(run->arena);
    figures_write_csv(&figures, &run->figures);
    files[*count] = sv_format(run->arena, "noegletal-%.*s.csv", SV_ARG(period_name(&run->options->period)));
    return staging_write(staging, files[(*count)++], buffer_view(&figures), &run->fault) &&
           write_manifest(run, staging, files, *count);
}

static bool publish_report(struct run *run, const struct document *document, const char *name)
{
    struct staging staging;
    struct sv files[REPORT_FILES];
    size_t count = 0;
    if (!staging_open(&staging, run->options->output, name, run->arena, &run->fault))
        return false;
    if (!render_files(run, &staging, document, files, &count)) {
        staging_discard(&staging);
        return false;
    }
    if (!staging_publish(&staging, &run->fault))
        return false;
    for (size_t i = 0; i < count; i++)
        say_written(run->options->output, name, files[i]);
    say_written(run->options->output, name, sv_of("koersel.json"));
    return true;
}

static void print_text(const struct run *run, const struct document *document)
{
    struct buffer text = buffer_in(run->arena);
    render_text(&text, document_release(document, EDITION_INTERNAL, run->arena));
    fwrite(text.data, 1, text.size, stdout);
}

static enum exit_status stop_for_errors(struct run *run)
{
    if (!tell_findings(run))
        return failed(run);
    fprintf(stderr,
            "\nDer er fejl i data, så der er ikke skrevet nogen rapport. Fejllisten: %s/%s/%.*s\n"
            "Ret fejlene, eller lav rapporten uden de fejlramte rækker med --udelad-fejl.\n",
            run->options->output, error_list_folder, SV_ARG(error_list_file));
    return EXIT_DATA_ERRORS;
}

static enum exit_status write_year_report(struct run *run)
{
    const struct read_request read = {
        .folder = run->options->data,
        .report = "årsrapporten",
        .needed = {[TABLE_COURSES] = true,
                   [TABLE_JOBS] = true,
                   [TABLE_FOLLOW_UPS] = false,
                   [TABLE_AGREEMENTS] = true,
                   [TABLE_ENTERPRISES] = true,
                   [TABLE_GOALS] = true},
        .needs_settings = true,
        .leave_out = run->options->given[OPTION_LEAVE_OUT],
    };
    if (!read_data(run, &read))
        return failed(run);
    goals_check(&run->data, &run->diag);
    if (data_has_stopping_errors(&run->diag, read.leave_out))
        return stop_for_errors(run);
    if (!figures_count(&run->figures, &run->data, &run->options->period, &run->diag, run->arena, &run->fault))
        return failed(run);

    const struct report_request request = {
        .kind = REPORT_YEAR,
        .date = document_date(run),
        .rows_left_out = run->options->given[OPTION_LEAVE_OUT],
        .program_version = AARSRAPPORT_VERSION,
    };
    const struct sv name =
        sv_format(run->arena, "aarsrapport-%.*s", SV_ARG(period_name(&run->options->period)));
    const struct document *document = document_compose(&request, &run->figures, &run->diag, run->arena);
    bool good = true;
    if (run->options->given[OPTION_TEXT])
        print_text(run, document);
    else
        good = publish_report(run, document, name.data);
    if (!good || !tell_findings(run))
        return failed(run);
    if (run->diag.count && !run->options->given[OPTION_TEXT])
        say_written(run->options->output, error_list_folder, error_list_file);
    return EXIT_DONE;
}

static enum exit_status check_data(struct run *run)
{
    const struct read_request read = {.folder = run->options->data};
    if (!read_data(run, &read))
        return failed(run);
    goals_check(&run->data, &run->diag);
    if (!tell_findings(run))
        return failed(run);
    if (run->diag.count)
        say_written(run->options->output, error_list_folder, error_list_file);
    else if (!run->options->given[OPTION_QUIET])
        fputs("\nIngen fejl, advarsler eller bemærkninger.\n", stderr);
    return run->diag.per_level[DIAG_ERROR] ? EXIT_DATA_ERRORS : EXIT_DONE;
}

enum { TEMPLATE_FILES = TABLES + 3 };

static bool stage_templates(struct run *run, const struct staging *staging, const struct code_lists *codes,
                            struct sv *files, size_t *count)
{
    bool good = true;
    for (size_t id = 0; good && id < TABLES; id++) {
        const struct table_schema *schema = table_schema((enum table_id)id);
        struct buffer text = buffer_in(run->arena);
        template_csv(&text, schema);
        files[*count] = sv_format(run->arena, "%s.csv", schema->name);
        good = staging_write(staging, files[(*count)++], buffer_view(&text), &run->fault);
    }
    struct buffer code_text = buffer_in(run->arena);
    template_codes_csv(&code_text, codes);
    files[*count] = sv_of("koder.csv");
    good = good && staging_write(staging, files[(*count)++], buffer_view(&code_text), &run->fault);
    struct buffer settings_text = buffer_in(run->arena);
    template_settings(&settings_text);
    files[*count] = sv_of("rapport.ini");
    good = good && staging_write(staging, files[(*count)++], buffer_view(&settings_text), &run->fault);
    files[*count] = sv_of("skabeloner.xlsx");
    return good && render_templates(staging_path(staging, files[(*count)++]), staging->temporary, codes,
                                    run->arena, &run->fault);
}

static enum exit_status write_templates(struct run *run)
{
    struct staging staging;
    struct code_lists codes;
    struct sv files[TEMPLATE_FILES];
    size_t count = 0;
    code_lists_init(&codes, run->arena);
    if (!staging_open(&staging, run->options->argument, "skabeloner", run->arena, &run->fault))
        return failed(run);
    bool good = stage_templates(run, &staging, &codes, files, &count);
    for (size_t i = 0; good && i < count; i++) {
        bool kept;
        good = staging_hand_over(&staging, files[i], &kept, &run->fault);
        if (good && kept)
            fprintf(stderr, "%s/%.*s var der i forvejen og er ikke rørt.\n", run->options->argument,
                    SV_ARG(files[i]));
        else if (good)
            printf("%s/%.*s\n", run->options->argument, SV_ARG(files[i]));
    }
    staging_discard(&staging);
    return good ? EXIT_DONE : failed(run);
}

enum exit_status pipeline_run(const struct options *options, struct arena *arena)
{
    struct run run = {.options = options, .arena = arena, .messages = messages_for(options)};
    switch (options->command) {
    case COMMAND_YEAR:
        return write_year_report(&run);
    case COMMAND_CHECK:
        return check_data(&run);
    case COMMAND_TEMPLATES:
        return write_templates(&run);
    }
    return EXIT_USAGE;
}
