#include "report_folder.h"

#include "data_book.h"
#include "files.h"
#include "report_manifest.h"
#include "work.h"

/* A folder in the making: what goes into it. */
struct report_folder {
    struct run *run;
    const struct report_documents *documents;
    struct report_files files;
    struct staging staging;
    bool good; /* nothing failed */
};

static bool add_rendered(struct report_folder *folder, const struct document *document,
                         bool (*write)(const struct render_job *, struct sv *), struct sv file)
{
    return run_render(folder->run, &folder->staging, document, report_edition(folder->documents), write,
                      file);
}

static bool add_text(struct report_folder *folder, struct sv file, const struct buffer *content)
{
    return staging_write(&folder->staging, file, buffer_view(content), &folder->run->fault);
}

static bool add_formats(struct report_folder *folder)
{
    size_t count;
    const struct renderer *formats = renderers(&count);
    bool good = true;
    for (size_t i = 0; good && i < count; i++)
        good = add_rendered(folder, folder->documents->report, formats[i].write, folder->files.names[i]);
    return good;
}

static bool add_agreements(struct report_folder *folder)
{
    return add_rendered(folder, folder->documents->agreements, render_xlsx,
                        folder->files.beside[FILE_AGREEMENTS]);
}

static bool add_case_paper(struct report_folder *folder)
{
    struct run *run = folder->run;
    struct buffer text = buffer_in(run->arena);
    render_case_text(&text, document_release(folder->documents->case_paper, EDITION_INTERNAL, run->arena));
    return add_text(folder, folder->files.beside[FILE_CASE_PAPER], &text);
}

/* Composed here rather than with the others: it is large, and the report is written at the same time. */
static bool add_data_book(struct report_folder *folder)
{
    struct run *run = folder->run;
    const struct document *book = data_book_compose(&run->figures, run_document_date(run), run->arena);
    return add_rendered(folder, book, render_xlsx, folder->files.beside[FILE_DATA_BOOK]);
}

static bool add_figures(struct report_folder *folder)
{
    struct run *run = folder->run;
    struct buffer figures = buffer_in(run->arena);
    figures_write_csv(&figures, &run->figures);
    return add_text(folder, folder->files.beside[FILE_FIGURES], &figures);
}

static bool has_file(const struct report_folder *folder, enum report_file file)
{
    return folder->files.beside[file].size > 0;
}

static void add_what_is_read(void *context)
{
    struct report_folder *folder = context;
    folder->good = add_formats(folder) && (!has_file(folder, FILE_AGREEMENTS) || add_agreements(folder)) &&
                   (!has_file(folder, FILE_CASE_PAPER) || add_case_paper(folder)) &&
                   (!has_file(folder, FILE_FIGURES) || add_figures(folder));
}

static void add_the_data_behind_it(void *context)
{
    struct report_folder *folder = context;
    folder->good = !has_file(folder, FILE_DATA_BOOK) || add_data_book(folder);
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
    if (folder->good && !share->folder.good)
        run->fault = share->run.fault;
    folder->good = folder->good && share->folder.good;
}

/* What people read, and at the same time the data behind it: each takes about half of the time. */
static bool add_all(struct report_folder *folder)
{
    struct share report;
    struct share rest;
    open_share(&report, folder);
    open_share(&rest, folder);
    work_run_both((struct work){add_what_is_read, &report.folder},
                  (struct work){add_the_data_behind_it, &rest.folder});
    take_share(folder, &report);
    take_share(folder, &rest);
    return folder->good;
}

static bool digest_outputs(struct report_folder *folder, struct manifest_output *outputs)
{
    struct run *run = folder->run;
    bool good = true;
    for (size_t i = 0; good && i < folder->files.count; i++) {
        outputs[i].name = folder->files.names[i];
        good = file_digest(staging_path(&folder->staging, outputs[i].name), outputs[i].sha256,
                           &outputs[i].size, run->arena, &run->fault);
    }
    return good;
}

static bool add_manifest(struct report_folder *folder, const struct report_version *version)
{
    struct run *run = folder->run;
    struct manifest_output outputs[REPORT_FILES];
    if (!digest_outputs(folder, outputs))
        return false;
    const struct sv text =
        report_manifest(run, version->name, version->number, version->reason, outputs, folder->files.count);
    return staging_write(&folder->staging, sv_of(MANIFEST_FILE), text, &run->fault);
}

static bool add_files(struct report_folder *folder)
{
    return folder->documents->report
               ? add_all(folder)
               : add_rendered(folder, folder->documents->agreements, render_xlsx, folder->files.names[0]);
}

enum edition report_edition(const struct report_documents *documents)
{
    return documents->agreement == ALL_AGREEMENTS ? EDITION_INTERNAL : EDITION_PARTNER;
}

bool report_folder_publish(struct run *run, const struct report_version *version,
                           const struct report_type *type, const struct report_documents *documents)
{
    const char *output = run->options->output;
    struct report_folder folder = {
        .run = run,
        .documents = documents,
        .files = report_files(run, type, documents->agreement),
        .good = true,
    };
    if (!staging_open(&folder.staging, output, version->name, run->arena, &run->fault))
        return false;
    if (!add_files(&folder) || !add_manifest(&folder, version)) {
        staging_discard(&folder.staging);
        return false;
    }
    if (!versions_publish(&folder.staging, &version->versions, &run->fault))
        return false;
    for (size_t i = 0; i < folder.files.count; i++)
        run_say_written(output, version->name, folder.files.names[i]);
    run_say_written(output, version->name, sv_of(MANIFEST_FILE));
    report_version_say_kept(version, run);
    return true;
}
