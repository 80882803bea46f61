#include "report_folder.h"

#include "data_book.h"
#include "files.h"
#include "kept_input.h"
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

static bool add_format(struct report_folder *folder, size_t format)
{
    size_t count;
    return add_rendered(folder, folder->documents->report, renderers(&count)[format].write,
                        folder->files.names[format]);
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

static bool add_corrections(struct report_folder *folder)
{
    return add_rendered(folder, folder->documents->corrections, render_xlsx,
                        folder->files.beside[FILE_CORRECTIONS]);
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
    return folder->files.beside[file].size && (file != FILE_CORRECTIONS || folder->documents->corrections);
}

/* How what goes with the report is made. */
static bool (*const add_beside[REPORT_FILE_KINDS])(struct report_folder *) = {
    [FILE_AGREEMENTS] = add_agreements,   [FILE_CASE_PAPER] = add_case_paper,
    [FILE_DATA_BOOK] = add_data_book,     [FILE_FIGURES] = add_figures,
    [FILE_CORRECTIONS] = add_corrections,
};

/* A file and the work of making it: a run and a folder with the same content as all have, and memory of its
 * own, since other files are made at the same time. */
struct share {
    struct arena arena;
    struct run run;
    struct report_folder folder;
    bool (*add)(struct report_folder *); /* NULL: the report in a format */
    size_t format;
};

struct shares {
    struct share of[REPORT_FILES];
    struct work works[REPORT_FILES];
    size_t count;
};

static void do_share(void *context)
{
    struct share *share = context;
    share->folder.good = share->add ? share->add(&share->folder) : add_format(&share->folder, share->format);
}

static struct share *open_share(struct shares *shares, const struct report_folder *folder)
{
    struct share *share = &shares->of[shares->count];
    shares->works[shares->count++] = (struct work){do_share, share};
    *share = (struct share){.run = *folder->run, .folder = *folder};
    arena_init(&share->arena, folder->run->arena->exhausted);
    diag_init(&share->run.diag, &share->arena);
    share->run.arena = share->folder.staging.arena = &share->arena;
    share->folder.run = &share->run;
    return share;
}

static void share_beside(struct shares *shares, const struct report_folder *folder, enum report_file file)
{
    if (has_file(folder, file))
        open_share(shares, folder)->add = add_beside[file];
}

static void share_formats(struct shares *shares, const struct report_folder *folder)
{
    size_t count;
    renderers(&count);
    for (size_t format = 0; format < count; format++)
        open_share(shares, folder)->format = format;
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

/* The data book takes longest, and is begun first. */
static bool add_all(struct report_folder *folder)
{
    struct shares shares = {.count = 0};
    share_beside(&shares, folder, FILE_DATA_BOOK);
    share_formats(&shares, folder);
    for (enum report_file file = 0; file < REPORT_FILE_KINDS; file++)
        if (file != FILE_DATA_BOOK)
            share_beside(&shares, folder, file);
    work_run_all(shares.works, shares.count);
    for (size_t i = 0; i < shares.count; i++)
        take_share(folder, &shares.of[i]);
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
    FILE *own = messages_hush();
    const bool good = folder->documents->report ? add_all(folder)
                                                : add_rendered(folder, folder->documents->agreements,
                                                               render_xlsx, folder->files.names[0]);
    messages_unhush(own);
    return good;
}

enum edition report_edition(const struct report_documents *documents)
{
    return documents->agreement == ALL_AGREEMENTS ? EDITION_INTERNAL : EDITION_PARTNER;
}

static bool put_in_place(struct report_folder *folder, const struct report_version *version,
                         report_folder_beside *write_beside)
{
    if (!write_beside || write_beside(folder->run))
        return versions_publish(&folder->staging, &version->versions, &folder->run->fault);
    staging_discard(&folder->staging);
    return false;
}

bool report_folder_publish(struct run *run, const struct report_version *version,
                           const struct report_type *type, const struct report_documents *documents,
                           report_folder_beside *write_beside)
{
    struct report_folder folder = {
        .run = run,
        .documents = documents,
        .files = report_files(run, type, documents->agreement, documents->corrections),
        .good = true,
    };
    if (!staging_open(&folder.staging, run->options->output, version->name, run->arena, &run->fault))
        return false;
    if (!add_files(&folder) || !add_manifest(&folder, version) || !report_version_keep_input(version, run)) {
        staging_discard(&folder.staging);
        return false;
    }
    const bool good = put_in_place(&folder, version, write_beside);
    if (!good && version->keeps_input)
        kept_input_clear(run->options->output, version->name, run->arena);
    return good;
}

void report_folder_say(const struct run *run, const struct report_version *version,
                       const struct report_type *type, const struct report_documents *documents)
{
    const char *output = run->options->output;
    const struct report_files files = report_files(run, type, documents->agreement, documents->corrections);
    for (size_t i = 0; i < files.count; i++)
        run_say_written(output, version->name, files.names[i]);
    run_say_written(output, version->name, sv_of(MANIFEST_FILE));
    report_version_say_kept(version, run);
}
