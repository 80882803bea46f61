#include "report_folder.h"

#include "files.h"
#include "manifest.h"
#include "text_da.h"

#include <string.h>
#include <time.h>

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
    danish_short_date(&date, run_document_date(run));
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
        if (!run_render(run, staging, document, formats_list[i].write, files[*count]))
            return false;
        ++*count;
    }
    struct buffer figures = buffer_in(run->arena);
    figures_write_csv(&figures, &run->figures);
    files[*count] = sv_format(run->arena, "noegletal-%.*s.csv", SV_ARG(period_name(&run->options->period)));
    return staging_write(staging, files[(*count)++], buffer_view(&figures), &run->fault) &&
           write_manifest(run, staging, files, *count);
}

bool report_folder_publish(struct run *run, const struct report_type *type, const struct document *document)
{
    const struct sv name =
        sv_format(run->arena, "%s-%.*s", type->folder, SV_ARG(period_name(&run->options->period)));
    struct staging staging;
    struct sv files[REPORT_FILES];
    size_t count = 0;
    if (!staging_open(&staging, run->options->output, name.data, run->arena, &run->fault))
        return false;
    if (!render_files(run, &staging, document, files, &count)) {
        staging_discard(&staging);
        return false;
    }
    if (!staging_publish(&staging, &run->fault))
        return false;
    for (size_t i = 0; i < count; i++)
        run_say_written(run->options->output, name.data, files[i]);
    run_say_written(run->options->output, name.data, sv_of("koersel.json"));
    return true;
}
