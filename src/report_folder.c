#include "report_folder.h"

#include "data_book.h"
#include "files.h"
#include "manifest.h"
#include "text_da.h"
#include "work.h"

#include <ctype.h>
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
    struct buffer cutoff = buffer_in(run->arena);
    struct buffer text = buffer_in(run->arena);
    if (!digest_outputs(run, staging, files, count, outputs))
        return false;
    danish_short_date(&date, run_document_date(run));
    danish_short_date(&cutoff, run->options->cutoff);
    const struct manifest_option chosen[] = {
        {option_name(OPTION_LEAVE_OUT), yes_or_no(run->options->given[OPTION_LEAVE_OUT])},
        {option_name(OPTION_AGREEMENT), sv_of(run->options->agreement ? run->options->agreement : "")},
        {option_name(OPTION_CUTOFF),
         run->options->cutoff == DAY_NONE ? (struct sv){0} : buffer_view(&cutoff)},
        {option_name(OPTION_DATE), run->options->date == DAY_NONE ? (struct sv){0} : buffer_view(&date)},
    };
    manifest_write(&text, &(struct manifest){
                              .program_version = AARSRAPPORT_VERSION,
                              .report = sv_of(staging->name),
                              .period = period_name(&run->options->period),
                              .edition = sv_of(run->options->agreement ? "aftalepart" : "intern"),
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

/* A folder in the making: what goes into it, and the files that it has so far. */
struct report_folder {
    struct run *run;
    const struct report_documents *documents;
    struct sv name;
    struct sv period;
    struct staging staging;
    struct sv files[REPORT_FILES];
    size_t count;
    bool good; /* nothing failed */
};

static bool add_rendered(struct report_folder *folder, const struct document *document,
                         bool (*write)(const struct render_job *, struct sv *), struct sv file)
{
    folder->files[folder->count++] = file;
    return run_render(folder->run, &folder->staging, document, report_edition(folder->documents), write,
                      file);
}

static bool add_text(struct report_folder *folder, struct sv file, struct sv content)
{
    folder->files[folder->count++] = file;
    return staging_write(&folder->staging, file, content, &folder->run->fault);
}

static bool add_formats(struct report_folder *folder)
{
    size_t count;
    const struct renderer *formats = renderers(&count);
    bool good = true;
    for (size_t i = 0; good && i < count; i++)
        good = add_rendered(folder, folder->documents->report, formats[i].write,
                            sv_format(folder->run->arena, "%.*s%s", SV_ARG(folder->name), formats[i].suffix));
    return good;
}

static bool add_agreements(struct report_folder *folder)
{
    const struct sv file = sv_format(folder->run->arena, "aftaler-%.*s.xlsx", SV_ARG(folder->period));
    return add_rendered(folder, folder->documents->agreements, render_xlsx, file);
}

static bool add_case_paper(struct report_folder *folder)
{
    struct run *run = folder->run;
    struct buffer text = buffer_in(run->arena);
    render_case_text(&text, document_release(folder->documents->case_paper, EDITION_INTERNAL, run->arena));
    return add_text(folder, sv_format(run->arena, "sagsfremstilling-%.*s.txt", SV_ARG(folder->period)),
                    buffer_view(&text));
}

/* Composed here rather than with the others: it is large, and the report is written at the same time. */
static bool add_data_book(struct report_folder *folder)
{
    struct run *run = folder->run;
    const struct document *book = data_book_compose(&run->figures, run_document_date(run), run->arena);
    return add_rendered(folder, book, render_xlsx,
                        sv_format(run->arena, "datagrundlag-%.*s.xlsx", SV_ARG(folder->period)));
}

static bool add_figures(struct report_folder *folder)
{
    struct run *run = folder->run;
    struct buffer figures = buffer_in(run->arena);
    figures_write_csv(&figures, &run->figures);
    return add_text(folder, sv_format(run->arena, "noegletal-%.*s.csv", SV_ARG(folder->period)),
                    buffer_view(&figures));
}

static void add_the_report(void *context)
{
    struct report_folder *folder = context;
    folder->good = add_formats(folder);
}

static void add_what_goes_with_it(void *context)
{
    struct report_folder *folder = context;
    folder->good =
        add_agreements(folder) && add_case_paper(folder) && add_data_book(folder) && add_figures(folder);
}

/* One thread's share of the work: a run and a folder with the same content, and with memory of its own. */
struct share {
    struct arena arena;
    struct run run;
    struct report_folder folder;
};

static void open_share(struct share *share, const struct report_folder *folder)
{
    share->run = *folder->run;
    share->folder = *folder;
    arena_init(&share->arena, folder->run->arena->exhausted);
    diag_init(&share->run.diag, &share->arena);
    share->run.arena = share->folder.staging.arena = &share->arena;
    share->folder.run = &share->run;
}

/* The first fault stays. */
static void take_share(struct report_folder *folder, struct share *share)
{
    struct run *run = folder->run;
    arena_join(run->arena, &share->arena);
    diag_join(&run->diag, &share->run.diag);
    for (size_t i = 0; i < share->folder.count; i++)
        folder->files[folder->count++] = share->folder.files[i];
    if (folder->good && !share->folder.good)
        run->fault = share->run.fault;
    folder->good = folder->good && share->folder.good;
}

/* The report in its formats, and beside it what goes with it: each takes about half of the time. */
static bool add_all(struct report_folder *folder)
{
    struct share report;
    struct share rest;
    open_share(&report, folder);
    open_share(&rest, folder);
    work_run_both((struct work){add_the_report, &report.folder},
                  (struct work){add_what_goes_with_it, &rest.folder});
    take_share(folder, &report);
    take_share(folder, &rest);
    return folder->good;
}

static bool add_files(struct report_folder *folder)
{
    const bool good = folder->documents->report
                          ? add_all(folder)
                          : add_rendered(folder, folder->documents->agreements, render_xlsx,
                                         sv_format(folder->run->arena, "%.*s.xlsx", SV_ARG(folder->name)));
    return good && write_manifest(folder->run, &folder->staging, folder->files, folder->count);
}

/* The agreement's identifier as it stands; what no file name should hold becomes `_`. */
static struct sv agreement_in_name(const struct run *run, uint32_t agreement)
{
    const struct sv id = agreement_id(&run->data, agreement);
    char *name = arena_array(run->arena, id.size + 1, 1);
    for (size_t i = 0; i < id.size; i++)
        name[i] = isalnum((unsigned char)id.data[i]) || id.data[i] == '-' ? id.data[i] : '_';
    return (struct sv){name, id.size};
}

/* "aarsrapport-2024"; "aarsrapport-2024-aftale-SA-01" for the one agreement. */
static struct sv folder_name(const struct run *run, const struct report_type *type, uint32_t agreement)
{
    const struct sv period = period_name(&run->options->period);
    const struct sv name = sv_format(run->arena, "%s-%.*s", type->folder, SV_ARG(period));
    if (agreement == ALL_AGREEMENTS)
        return name;
    return sv_format(run->arena, "%.*s-aftale-%.*s", SV_ARG(name), SV_ARG(agreement_in_name(run, agreement)));
}

enum edition report_edition(const struct report_documents *documents)
{
    return documents->agreement == ALL_AGREEMENTS ? EDITION_INTERNAL : EDITION_PARTNER;
}

bool report_folder_publish(struct run *run, const struct report_type *type,
                           const struct report_documents *documents)
{
    struct report_folder folder = {
        .run = run,
        .documents = documents,
        .name = folder_name(run, type, documents->agreement),
        .period = period_name(&run->options->period),
        .good = true,
    };
    const char *name = sv_text(run->arena, folder.name);
    if (!staging_open(&folder.staging, run->options->output, name, run->arena, &run->fault))
        return false;
    if (!add_files(&folder)) {
        staging_discard(&folder.staging);
        return false;
    }
    if (!staging_publish(&folder.staging, &run->fault))
        return false;
    for (size_t i = 0; i < folder.count; i++)
        run_say_written(run->options->output, name, folder.files[i]);
    run_say_written(run->options->output, name, sv_of("koersel.json"));
    return true;
}
