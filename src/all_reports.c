#include "all_reports.h"

#include "byte_source.h"
#include "data_folders.h"
#include "error_list.h"
#include "files.h"
#include "printed_figures_read.h"
#include "report_folder.h"
#include "side_by_side.h"
#include "workers.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What a child tells its parent, before the municipality's name. */
struct report_note {
    struct run_outcome outcome;
    size_t per_level[DIAG_LEVELS];
    day_number date; /* of the report */
    int32_t inhabitants;
    char code[8];
};

/* One data folder and what became of it. */
struct folder_run {
    struct sv name; /* below the folder of all */
    struct worker_end end;
    bool started;
    struct sv fault; /* why it could not be started */
    struct report_note note;
    bool has_note;
    struct sv municipality;
};

struct all_runs {
    struct run *run;
    struct folder_run *folders;
    size_t count;
    size_t done;
};

/* ---- In the child ---- */

static struct options options_for(const struct all_runs *all, const struct folder_run *folder)
{
    struct options options = *all->run->options;
    struct arena *arena = all->run->arena;
    options.command = options.each;
    options.given[OPTION_REASON] = false; /* it is of those that change, and makes no new version by itself */
    options.data = sv_format(arena, "%s/%.*s", options.data, SV_ARG(folder->name)).data;
    options.output = sv_format(arena, "%s/%.*s", options.output, SV_ARG(folder->name)).data;
    return options;
}

/* Less than a pipe holds, so that nobody waits. */
static void write_note(const struct run *run, int descriptor)
{
    enum { LONGEST_NAME = 2000 };
    const struct settings *settings = &run->data.settings;
    struct report_note note;
    memset(&note, 0, sizeof note); /* what lies between its fields is written too */
    note.outcome = run->outcome;
    note.date = run_document_date(run);
    note.inhabitants = settings->inhabitants;
    struct buffer text = buffer_in(run->arena);
    memcpy(note.per_level, run->diag.per_level, sizeof note.per_level);
    const struct sv code = sv_slice(settings->municipality_code, 0, sizeof note.code - 1);
    memcpy(note.code, sv_bytes(code), code.size);
    buffer_add(&text, (struct sv){(const char *)&note, sizeof note});
    buffer_add(&text, sv_slice(settings->municipality, 0, LONGEST_NAME));
    const ssize_t written = write(descriptor, text.data, text.size);
    (void)written; /* without it the folder is told of by its name */
    close(descriptor);
}

static enum exit_status run_folder(const struct all_runs *all, size_t piece, int note, run_command *command)
{
    const struct options options = options_for(all, &all->folders[piece]);
    struct run run = run_begin(&options, all->run->arena);
    const enum exit_status status = command(&run);
    write_note(&run, note);
    return status;
}

/* ---- In the parent ---- */

static void take_note(struct folder_run *folder)
{
    const struct sv text = folder->end.texts[WORKER_NOTE];
    folder->has_note = text.size >= sizeof folder->note;
    if (!folder->has_note)
        return;
    memcpy(&folder->note, text.data, sizeof folder->note);
    folder->municipality = sv_slice(text, sizeof folder->note, text.size);
}

static void show_progress(const struct all_runs *all)
{
    enum { WIDTH = 40 };
    char bar[WIDTH + 1];
    if (!all->run->messages.progress)
        return;
    for (size_t i = 0; i < WIDTH; i++)
        bar[i] = i * all->count < all->done * WIDTH ? '#' : '.';
    bar[WIDTH] = '\0';
    if (all->done < all->count)
        fprintf(stderr, "\r  [%s] %zu af %zu", bar, all->done, all->count);
    else
        fputs("\r\033[K", stderr);
    fflush(stderr);
}

/* False when none is at work. */
static bool take_one(struct all_runs *all, struct workers *workers)
{
    struct worker_end end;
    if (!workers_wait(workers, &end))
        return false;
    struct folder_run *folder = &all->folders[end.piece];
    folder->end = end;
    take_note(folder);
    all->done++;
    show_progress(all);
    return true;
}

/* The parent's side returns WORKER_PARENT; a child's, with *piece and *note, WORKER_CHILD. */
static enum worker_side start_all(struct all_runs *all, struct workers *workers, size_t *piece, int *note)
{
    for (*piece = 0; *piece < all->count; ++*piece) {
        struct folder_run *folder = &all->folders[*piece];
        if (workers_are_full(workers))
            take_one(all, workers);
        fflush(stdout);
        const enum worker_side side = workers_start(workers, *piece, note);
        if (side == WORKER_CHILD)
            return side;
        folder->started = side == WORKER_PARENT;
        if (!folder->started)
            folder->fault = file_fault(all->run->arena, "begynde på", sv_text(all->run->arena, folder->name));
    }
    while (take_one(all, workers))
        continue;
    return WORKER_PARENT;
}

/* Without its note nobody knows how it went. */
static enum exit_status status_of(const struct folder_run *folder)
{
    if (!folder->started || !folder->end.exited || !folder->has_note)
        return EXIT_IO;
    return (enum exit_status)folder->end.status;
}

static bool is_done(const struct folder_run *folder)
{
    return status_of(folder) == EXIT_DONE;
}

/* ---- What the user reads ---- */

static struct sv outcome_text(const struct folder_run *folder, struct arena *arena)
{
    const size_t errors = folder->note.per_level[DIAG_ERROR];
    if (!folder->started)
        return folder->fault;
    if (!folder->end.exited)
        return sv_format(arena, "Programmet blev afbrudt (signal %d)", folder->end.status);
    if (status_of(folder) == EXIT_IO)
        return sv_of("Kunne ikke læses eller skrives");
    if (status_of(folder) == EXIT_DATA_ERRORS)
        return sv_format(arena, "%zu fejl i data", errors);
    if (status_of(folder) != EXIT_DONE)
        return sv_of("Forkert brug");
    return sv_format(arena,
                     folder->note.outcome.unchanged ? "Uændret siden version %u" : "Version %u skrevet",
                     folder->note.outcome.version);
}

static void print_stream(const struct folder_run *folder, enum worker_stream stream, FILE *file)
{
    const struct sv text = folder->end.texts[stream];
    fwrite(sv_bytes(text), 1, text.size, file);
}

/* Errors in data are counted in the summary, and the list of errors has them; -v shows everything. */
static bool is_worth_showing(const struct all_runs *all, const struct folder_run *folder)
{
    const enum exit_status status = status_of(folder);
    if (!folder->end.texts[WORKER_ERR].size)
        return status == EXIT_IO;
    return all->run->options->given[OPTION_VERBOSE] || (status != EXIT_DONE && status != EXIT_DATA_ERRORS);
}

/* Of one that could not say itself why it failed. */
static struct sv silent_fault(const struct folder_run *folder, struct arena *arena)
{
    if (!folder->started)
        return folder->fault;
    if (!folder->end.exited)
        return sv_format(arena, "Kørslen blev afbrudt (signal %d). Kør igen.", folder->end.status);
    return sv_of("Kørslen gav ikke besked om, hvordan den gik. Kør igen.");
}

/* Files written, and what was said. */
static void print_what_they_said(const struct all_runs *all)
{
    for (size_t i = 0; i < all->count; i++) {
        const struct folder_run *folder = &all->folders[i];
        print_stream(folder, WORKER_OUT, stdout);
        if (!is_worth_showing(all, folder))
            continue;
        fprintf(stderr, "\n%.*s:\n", SV_ARG(folder->name));
        if (folder->end.texts[WORKER_ERR].size)
            print_stream(folder, WORKER_ERR, stderr);
        else
            messages_fault(&all->run->messages, silent_fault(folder, all->run->arena));
    }
}

static int width_of(struct sv text)
{
    int width = 0;
    for (size_t i = 0; i < text.size; i++)
        width += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return width;
}

/* `width` is at least the text's own. */
static void print_padded(struct sv text, int width)
{
    fprintf(stderr, "%.*s%*s", SV_ARG(text), width - width_of(text), "");
}

static void print_where_errors_are(const struct all_runs *all)
{
    bool any = false;
    for (size_t i = 0; i < all->count; i++)
        any = any || status_of(&all->folders[i]) == EXIT_DATA_ERRORS;
    if (any)
        fprintf(stderr, "\nFejlene står i %s/MAPPE/%s/%.*s. Ret dem, og kør igen.\n",
                all->run->options->output, error_list_folder(), SV_ARG(error_list_file()));
}

static void print_summary(const struct all_runs *all)
{
    struct arena *arena = all->run->arena;
    int name_width = width_of(sv_of("Mappe"));
    int outcome_width = width_of(sv_of("Resultat"));
    if (all->run->options->given[OPTION_QUIET])
        return;
    for (size_t i = 0; i < all->count; i++) {
        const int name = width_of(all->folders[i].name);
        const int outcome = width_of(outcome_text(&all->folders[i], arena));
        name_width = name > name_width ? name : name_width;
        outcome_width = outcome > outcome_width ? outcome : outcome_width;
    }
    fputs("\n", stderr);
    print_padded(sv_of("Mappe"), name_width + 2);
    print_padded(sv_of("Resultat"), outcome_width + 2);
    fputs("Advarsler\n", stderr);
    for (size_t i = 0; i < all->count; i++) {
        const struct folder_run *folder = &all->folders[i];
        print_padded(folder->name, name_width + 2);
        print_padded(outcome_text(folder, arena), outcome_width + 2);
        if (folder->has_note)
            fprintf(stderr, "%9zu", folder->note.per_level[DIAG_WARNING]);
        fputs("\n", stderr);
    }
    print_where_errors_are(all);
}

/* ---- Side by side ---- */

/* Reads a file below the output folder whole, and notes it among the comparison's inputs. */
static bool read_input(struct run *run, int output, struct sv name, struct sv *text)
{
    struct byte_source source;
    struct buffer bytes = buffer_in(run->arena);
    struct input_file file = {.name = name};
    if (!byte_source_open(&source, run->arena, output, name, &run->fault))
        return false;
    const size_t room = byte_source_piece(&source);
    unsigned char *piece = arena_alloc(run->arena, room);
    size_t size = 0;
    bool good = true;
    while ((good = byte_source_read(&source, piece, room, &size)) && size) {
        const struct sv got = {(const char *)piece, size};
        byte_source_hash(&source, got);
        buffer_add(&bytes, got);
    }
    *text = buffer_view(&bytes);
    if (!byte_source_close(&source, &file, &run->fault) || !good)
        return false;
    *data_set_add_file(&run->data, name) = file;
    return true;
}

/* The figures that the folder's report printed; NULL: they cannot be read. */
static const struct printed_figures *figures_of(const struct all_runs *all, int output,
                                                const struct folder_run *folder)
{
    struct run *run = all->run;
    const struct report_type *type = report_type_of(run->options->each);
    const struct sv period = period_name(&run->options->period);
    const struct sv name = sv_format(run->arena, "%.*s/%s-%.*s/noegletal-%.*s.csv", SV_ARG(folder->name),
                                     type->folder, SV_ARG(period), SV_ARG(period));
    struct printed_figures *figures = arena_alloc(run->arena, sizeof *figures);
    struct sv text;
    if (!read_input(run, output, name, &text) || !printed_figures_parse(figures, text, run->arena))
        return NULL;
    return figures;
}

static struct municipality_result folder_result(const struct all_runs *all, int output,
                                                const struct folder_run *folder)
{
    struct municipality_result result = {
        .folder = folder->name,
        .name = folder->municipality,
        .code = folder->has_note ? sv_of(folder->note.code) : (struct sv){0},
        .inhabitants = folder->has_note ? folder->note.inhabitants : WHOLE_NONE,
        .missing = outcome_text(folder, all->run->arena),
    };
    if (!is_done(folder))
        return result;
    result.figures = figures_of(all, output, folder);
    return result;
}

/* The latest of the reports' dates is the comparison's, unless another is asked for. */
static day_number latest_date(const struct all_runs *all)
{
    day_number latest = DAY_NONE;
    for (size_t i = 0; i < all->count; i++)
        if (is_done(&all->folders[i]) && all->folders[i].note.date > latest)
            latest = all->folders[i].note.date;
    return latest;
}

static struct document *compose(struct run *run, const struct report_version *version,
                                const struct municipality_result *results, size_t count)
{
    const struct report_type *type = report_type_of(run->options->each);
    const struct report_request request = {
        .kind = type->kind,
        .date = run_document_date(run),
        .program_version = AARSRAPPORT_VERSION,
        .version = version->number,
        .reason = version->reason,
    };
    const struct side_by_side side_by_side = {
        .report = &request,
        .report_name = type->name,
        .period = run->options->period,
        .codes = &run->data.codes,
        .results = results,
        .count = count,
    };
    return side_by_side_compose(&side_by_side, run->arena);
}

static enum exit_status write_comparison(struct run *run, const struct municipality_result *results,
                                         size_t count)
{
    const struct report_type *type = report_type_of_comparison(run->options->each);
    struct report_version version;
    struct report_documents documents = {.agreement = ALL_AGREEMENTS};
    bool good = false;
    switch (report_version_open(&version, run, type, ALL_AGREEMENTS)) {
    case REPORT_TO_WRITE:
        documents.report = compose(run, &version, results, count);
        good = report_folder_publish(run, &version, type, &documents, NULL);
        if (good)
            report_folder_say(run, &version, type, &documents);
        break;
    case REPORT_UNCHANGED:
        report_version_say_unchanged(&version, run);
        good = true;
        break;
    case REPORT_FAULT:
        break;
    }
    report_version_close(&version);
    if (!good)
        messages_fault(&run->messages, run->fault);
    return good ? EXIT_DONE : EXIT_IO;
}

/* False, which is said: a report that was written cannot be read, so that the comparison would be without it.
 */
static bool gather_results(const struct all_runs *all, struct municipality_result *results, size_t *shown)
{
    struct run *run = all->run;
    const int output = open(run->options->output, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool good = true;
    *shown = 0;
    for (size_t i = 0; good && i < all->count; i++) {
        results[i] = folder_result(all, output, &all->folders[i]);
        *shown += results[i].figures != NULL;
        good = results[i].figures || !is_done(&all->folders[i]);
        if (!good)
            run->fault = sv_format(run->arena,
                                   "Nøgletallene for »%.*s« kan ikke læses, så der er ikke skrevet en ny "
                                   "sammenligning. Kør igen.",
                                   SV_ARG(all->folders[i].name));
    }
    if (output >= 0)
        close(output);
    if (!good)
        messages_fault(&run->messages, run->fault);
    return good;
}

static enum exit_status compare(const struct all_runs *all)
{
    struct run *run = all->run;
    struct municipality_result *results = arena_array(run->arena, all->count, sizeof *results);
    size_t shown;
    diag_init(&run->diag, run->arena);
    data_set_init(&run->data, run->arena);
    if (!gather_results(all, results, &shown))
        return EXIT_IO;
    run->data.settings.extract_date = latest_date(all);
    if (shown)
        return write_comparison(run, results, all->count);
    if (!run->options->given[OPTION_QUIET])
        fputs("Ingen kommune fik en rapport, så der er ikke skrevet en ny sammenligning.\n", stderr);
    return EXIT_DONE;
}

/* ---- The whole ---- */

static enum exit_status worst_of(const struct all_runs *all, enum exit_status worst)
{
    for (size_t i = 0; i < all->count; i++)
        if (status_of(&all->folders[i]) > worst)
            worst = status_of(&all->folders[i]);
    return worst;
}

static bool find_folders(struct all_runs *all)
{
    struct run *run = all->run;
    struct data_folders found;
    if (!data_folders_find(&found, run->options->data, run->arena, &run->fault))
        return false;
    if (!found.count && found.is_data_folder) {
        run->fault = sv_format(run->arena,
                               "»%s« er selv en datamappe. Skriv mappen over den, eller lav rapporten alene "
                               "med aarsrapport %s.",
                               run->options->data, run->options->argument);
        return false;
    }
    if (!found.count) {
        run->fault = sv_format(run->arena,
                               "Der er ingen datamapper under »%s«: en datamappe er en mappe med filen "
                               "rapport.ini.",
                               run->options->data);
        return false;
    }
    all->folders = arena_array(run->arena, found.count, sizeof *all->folders);
    all->count = found.count;
    for (size_t i = 0; i < found.count; i++)
        all->folders[i].name = found.names[i];
    return true;
}

enum exit_status all_reports_run(struct run *run, run_command *command)
{
    struct all_runs all = {.run = run};
    struct workers workers;
    size_t piece;
    int note;
    if (!find_folders(&all)) {
        messages_fault(&run->messages, run->fault);
        return EXIT_IO;
    }
    workers_open(&workers, 0, run->arena);
    if (start_all(&all, &workers, &piece, &note) == WORKER_CHILD)
        return run_folder(&all, piece, note, command);
    print_what_they_said(&all);
    const enum exit_status compared = compare(&all);
    print_summary(&all);
    return worst_of(&all, compared);
}
