#include "compare_folders.h"

#include "comparison_document.h"
#include "corrections_book.h"
#include "files.h"
#include "kept_input.h"
#include "printed_comparison.h"
#include "report_changes.h"
#include "report_data.h"
#include "report_files.h"
#include "report_manifest.h"
#include "report_past.h"
#include "report_revisions.h"
#include "verification.h"
#include "version_differences.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* One of the two folders. */
struct compared {
    const char *folder;
    struct past_run past; /* of a report's folder; version 0: it is a folder of data */
    struct previous_version report;
    const char *lost; /* why its rows cannot be read, a Danish clause; NULL: they are counted in `run` */
    struct run run;
    struct printed_figures *printed; /* as its file has them now; NULL: it cannot be read */
    struct printed_figures *written; /* NULL: they are not as they were written */
};

/* Both, and how they are compared. */
struct comparison {
    struct run *run;
    struct compared before, after;
    const struct report_type *type;
    struct options options; /* of both: the report's, the period's */
    size_t told;            /* differences besides rows and figures, said already */
};

static enum exit_status refuse(const char *sentence)
{
    fprintf(stderr, "aarsrapport: %s\nHjælp: aarsrapport sammenlign --help\n", sentence);
    return EXIT_USAGE;
}

/* ---- Which folders they are ---- */

/* Or a link to one: it is named on the command line. */
static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* A folder of data has no file of figures. */
static bool was_report(const char *folder, struct arena *arena)
{
    struct sv *names;
    return folder_names(folder, sv_of("noegletal-"), &names, arena) > 0;
}

/* Without a koersel.json that can be read it is data, unless it can be seen that it was a report. */
static bool is_data(const char *folder, struct run *run)
{
    run->fault = report_manifest_fault(run, folder, "sammenlignes");
    if (!run->fault.size && was_report(folder, run->arena))
        run->fault = sv_format(run->arena,
                               "Rapporten i »%s« kan ikke sammenlignes: filen %s mangler. Hent den fra en "
                               "sikkerhedskopi, eller sammenlign de data, rapporterne blev lavet af.",
                               folder, MANIFEST_FILE);
    return !run->fault.size;
}

static bool open_compared(struct compared *compared, const char *folder, struct run *run)
{
    *compared = (struct compared){.folder = folder};
    if (!is_folder(folder)) {
        run->fault = sv_format(run->arena, "Der er ingen mappe, der hedder »%s«.", folder);
        return false;
    }
    if (!manifest_read(&compared->past, folder, run->arena)) {
        compared->past.version = 0;
        return is_data(folder, run);
    }
    const char *beside = sv_format(run->arena, "%s/..", folder).data;
    compared->report = (struct previous_version){
        .exists = true,
        .run = &compared->past,
        .folder = folder,
        .input = kept_input_path(beside, sv_text(run->arena, compared->past.report), compared->past.version,
                                 run->arena),
    };
    return true;
}

/* ---- Reports ---- */

/* Reads and counts it from the folder; sets `lost` when that cannot be done. */
static void count_rows(struct comparison *comparison, struct compared *compared, const char *input)
{
    struct run *run = comparison->run;
    const struct run asked = {.options = &comparison->options, .arena = run->arena};
    compared->report.input = input;
    compared->run = run_begin(past_options(&asked, &compared->report), run->arena);
    compared->lost = past_count(&compared->run, &compared->report, comparison->type);
}

/* From what is kept, else from the folder that --data names, if it is what the report was made of. */
static void find_rows(struct comparison *comparison, struct compared *compared)
{
    const struct options *options = comparison->run->options;
    const char *const places[] = {compared->report.input, options->data, options->other_data};
    const char *lost = NULL;
    for (size_t i = 0; i < sizeof places / sizeof *places && places[i]; i++) {
        count_rows(comparison, compared, places[i]);
        if (!compared->lost)
            return;
        lost = lost ? lost : compared->lost;
    }
    compared->lost = lost;
}

static bool count_report(struct comparison *comparison, struct compared *compared)
{
    struct run *run = comparison->run;
    struct sv why;
    find_rows(comparison, compared);
    const struct report_files files = report_files(&compared->run, comparison->type, ALL_AGREEMENTS, false);
    const struct sv file = files.beside[FILE_FIGURES];
    compared->printed = version_figures_now(compared->folder, file, run->arena);
    compared->written = version_figures(&compared->past, compared->folder, file, run->arena, &why);
    return !compared->lost || compared->printed;
}

static bool open_report(struct comparison *comparison)
{
    struct verification check = {
        .run = comparison->run, .folder = comparison->after.folder, .past = comparison->after.past};
    return verification_options(&check, &comparison->options, &comparison->type);
}

static enum exit_status count_reports(struct comparison *comparison)
{
    struct run *run = comparison->run;
    if (!sv_equal(comparison->before.past.report, comparison->after.past.report))
        return refuse("De to mapper er ikke den samme rapport for den samme periode.");
    if (!open_report(comparison))
        return EXIT_IO;
    if (comparison->options.agreement)
        return refuse("Regneark for én aftale kan ikke sammenlignes. Skriv to mapper med hele rapporten.");
    if (count_report(comparison, &comparison->before) && count_report(comparison, &comparison->after))
        return EXIT_DONE;
    const struct compared *bad =
        comparison->before.printed || !comparison->before.lost ? &comparison->after : &comparison->before;
    run->fault = sv_format(run->arena,
                           "Rapporten »%s« kan ikke sammenlignes: Hverken dens nøgletal eller "
                           "dens data kan læses.",
                           bad->folder);
    return EXIT_IO;
}

/* ---- Data ---- */

static bool read_folder(struct comparison *comparison, struct compared *compared)
{
    struct run *run = &compared->run;
    struct options *options = arena_alloc(comparison->run->arena, sizeof *options);
    *options = comparison->options;
    options->data = compared->folder;
    *run = run_begin(options, comparison->run->arena);
    const struct read_request request = {
        .folder = compared->folder,
        .lax_settings = true,
        .leave_out = options->given[OPTION_LEAVE_OUT],
    };
    diag_init(&run->diag, run->arena);
    data_set_init(&run->data, run->arena);
    if (data_read(&run->data, &request, &run->diag, &comparison->run->fault) != READ_DONE)
        return false;
    if (!data_has_stopping_errors(&run->diag, request.leave_out))
        return true;
    comparison->run->fault =
        sv_format(run->arena, "Der er fejl i data i »%s«. Se dem med: aarsrapport tjek --data %s",
                  compared->folder, compared->folder);
    return false;
}

/* The latest year that is over by the extract's date, else by the latest date in the data; 0: there is none.
 */
static int latest_whole_year(const struct data_set *data)
{
    const day_number extract = data->settings.extract_date;
    const day_number latest = extract == DAY_NONE ? data_latest_date(data) : extract;
    if (latest == DAY_NONE)
        return 0;
    const int year = day_year(latest);
    return latest == day_from_date(year, 12, 31) ? year : year - 1;
}

/* --periode, else the latest whole year of the present data. */
static struct period period_to_compare(const struct comparison *comparison)
{
    const int year = latest_whole_year(&comparison->after.run.data);
    if (comparison->options.period.year)
        return comparison->options.period;
    return year ? period_of(year, 0) : period_none();
}

static bool count_folder(struct comparison *comparison, struct compared *compared,
                         const struct period *period)
{
    struct options *options = arena_alloc(compared->run.arena, sizeof *options);
    *options = *compared->run.options;
    options->period = *period;
    compared->run.options = options;
    if (report_count(&compared->run, comparison->type))
        return true;
    comparison->run->fault = compared->run.fault;
    return false;
}

static enum exit_status count_data(struct comparison *comparison)
{
    if (!read_folder(comparison, &comparison->before) || !read_folder(comparison, &comparison->after))
        return EXIT_IO;
    const struct period period = period_to_compare(comparison);
    if (!period.year)
        return refuse("Der er ingen datoer i data. Skriv perioden med --periode.");
    comparison->type = report_type_of(period.half ? COMMAND_HALF_YEAR : COMMAND_YEAR);
    return count_folder(comparison, &comparison->before, &period) &&
                   count_folder(comparison, &comparison->after, &period)
               ? EXIT_DONE
               : EXIT_IO;
}

/* ---- What is told ---- */

static struct told_version tell(const struct comparison *comparison, const struct compared *compared)
{
    if (compared->past.version)
        return past_tell(comparison->run, &compared->past);
    struct told_version told = past_tell_present(&compared->run, 0);
    told.name = sv_of(compared->folder);
    return told;
}

static bool may_be_in_a_name(char byte)
{
    return isalnum((unsigned char)byte) || (unsigned char)byte >= 0x80 || strchr("-_.", byte);
}

/* Its last name, of letters, digits, `-`, `_` and `.` alone. */
static struct sv short_name(const char *folder, struct arena *arena)
{
    struct sv path = sv_of(folder);
    struct buffer name = buffer_in(arena);
    while (sv_ends_with(path, sv_of("/")))
        path.size--;
    for (size_t i = 0; i < path.size; i++)
        if (path.data[i] == '/')
            name.size = 0;
        else
            buffer_add_byte(&name, may_be_in_a_name(path.data[i]) ? path.data[i] : '_');
    return sv_find(buffer_view(&name), '.') == 0 ? sv_of("mappe") : buffer_view(&name);
}

static struct report_request request_of(const struct comparison *comparison,
                                        const struct correction *correction)
{
    return (struct report_request){
        .kind = comparison->type->kind,
        .date = run_document_date(&comparison->after.run),
        .program_version = AARSRAPPORT_VERSION,
        .version = comparison->after.past.version,
        .correction = correction,
    };
}

static bool write_workbook(struct run *run, const struct document *book, struct sv file)
{
    static const char folder[] = "sammenligning";
    struct staging staging;
    const char *path = sv_format(run->arena, "%s/%s", run->options->output, folder).data;
    if (!staging_open(&staging, path, folder, run->arena, &run->fault))
        return false;
    FILE *own = messages_hush();
    const bool good = run_render(run, &staging, book, EDITION_INTERNAL, render_xlsx, file) &&
                      staging_replace(&staging, file, &run->fault);
    messages_unhush(own);
    staging_discard(&staging);
    if (good)
        run_say_written(run->options->output, folder, file);
    return good;
}

static struct sv workbook_name(const struct comparison *comparison)
{
    struct arena *arena = comparison->run->arena;
    return sv_format(arena, "sammenligning-%.*s-%.*s.xlsx",
                     SV_ARG(short_name(comparison->before.folder, arena)),
                     SV_ARG(short_name(comparison->after.folder, arena)));
}

static void show(struct run *run, const struct document *shown)
{
    struct buffer text = buffer_in(run->arena);
    render_text(&text, document_release(shown, EDITION_INTERNAL, run->arena));
    if (!run->options->given[OPTION_QUIET])
        fwrite(text.data, 1, text.size, stdout);
}

static enum exit_status tell_differences(struct comparison *comparison, const struct correction *correction)
{
    struct run *run = comparison->run;
    struct figures *figures = &comparison->after.run.figures;
    const struct report_request request = request_of(comparison, correction);
    const struct sv file = workbook_name(comparison);
    show(run, comparison_compose(&request, figures, file, &run->diag, run->arena));
    return write_workbook(run, corrections_book_compose(&request, figures, &run->diag, run->arena), file)
               ? EXIT_DIFFERENT
               : EXIT_IO;
}

static void say_findings(const struct run *run)
{
    for (size_t i = 0; i < run->diag.count; i++)
        fprintf(stderr, "%.*s\n", SV_ARG(finding_line(run->arena, &run->diag.findings[i])));
}

/* ---- Files besides the tables: texts, settings, code lists, the logo ---- */

static void say_file(struct sv name, const char *what)
{
    printf("Filen »%.*s« %s.\n", SV_ARG(name), what);
}

/* Says which of the earlier data's files are others now; returns how many. */
static size_t say_changed_files(const struct data_set *before, const struct data_set *after)
{
    size_t count = 0;
    for (size_t i = 0; i < before->file_count; i++) {
        const struct input_file *was = &before->files[i];
        const struct input_file *is = data_set_file(after, was->name);
        if (was->is_table || (is && memcmp(was->sha256, is->sha256, SHA256_BYTES) == 0))
            continue;
        say_file(was->name, is ? "er ændret" : "er der ikke mere");
        count++;
    }
    return count;
}

static size_t say_new_files(const struct data_set *before, const struct data_set *after)
{
    size_t count = 0;
    for (size_t i = 0; i < after->file_count; i++)
        if (!after->files[i].is_table && !data_set_file(before, after->files[i].name)) {
            say_file(after->files[i].name, "er ny");
            count++;
        }
    return count;
}

/* ---- Besides rows and files of data: how two versions were made, and what they printed ---- */

static struct compared_version version_in(const struct compared *compared)
{
    return (struct compared_version){&compared->past, compared->folder, compared->printed};
}

static size_t say_other_making(const struct comparison *comparison)
{
    const struct compared_version before = version_in(&comparison->before);
    const struct compared_version after = version_in(&comparison->after);
    struct arena *arena = comparison->run->arena;
    if (!comparison->after.past.version)
        return 0;
    const size_t count = version_making_differs(before.past, after.past, arena) +
                         version_files_differ(&before, arena) +
                         (strcmp(before.folder, after.folder) == 0 ? 0 : version_files_differ(&after, arena));
    return count + version_surplus_files(&before, &after, arena) +
           version_surplus_files(&after, &before, arena);
}

static size_t say_other_figures(const struct comparison *comparison, const struct changes *changes)
{
    const struct compared_version before = version_in(&comparison->before);
    const struct compared_version after = version_in(&comparison->after);
    return version_figures_differ(&before, &after, changes);
}

static void add_lost(struct buffer *text, const struct compared *compared, const struct options *options)
{
    if (!compared->lost)
        return;
    buffer_format(text, "Om »%s«: %s", compared->folder, compared->lost);
    if (options->data)
        buffer_format(text, ", og data i »%s«", options->data);
    if (options->other_data)
        buffer_format(text, " og »%s«", options->other_data);
    buffer_add_text(text, options->data ? " kan heller ikke bruges. " : ". ");
}

/* Why rows cannot be shown, of which report, and what helps: never without a word. */
static struct sv why_no_rows(const struct comparison *comparison)
{
    struct buffer text = buffer_in(comparison->run->arena);
    add_lost(&text, &comparison->before, comparison->run->options);
    add_lost(&text, &comparison->after, comparison->run->options);
    buffer_add_text(&text, comparison->before.lost && comparison->after.lost
                               ? "Skriv --data to gange, med hver sin mappe: de data, de blev lavet af."
                               : "Skriv --data og mappen med de data, den blev lavet af; har de hver sin, "
                                 "så to gange.");
    return buffer_view(&text);
}

static void say_lost(const struct comparison *comparison)
{
    if (comparison->before.lost)
        fprintf(stderr, "Rækkerne kan ikke sammenlignes. %.*s\n", SV_ARG(why_no_rows(comparison)));
}

static enum exit_status tell_equal(const struct comparison *comparison)
{
    const struct data_set *before = &comparison->before.run.data;
    const struct data_set *after = &comparison->after.run.data;
    const size_t files =
        comparison->before.lost ? 0 : say_changed_files(before, after) + say_new_files(before, after);
    const size_t figures = say_other_figures(comparison, NULL);
    const size_t count = comparison->told + files + figures;
    const bool known = comparison->before.printed && comparison->after.printed;
    const bool same_figures = !figures && (!comparison->after.past.version || known);
    const char *same = !same_figures ? "Rækkerne er de samme." : "Rækkerne og tallene er de samme.";
    if (comparison->before.lost)
        same = !same_figures ? NULL : "Tallene er de samme.";
    if (!comparison->run->options->given[OPTION_QUIET] && (!count || same))
        puts(count ? same : "Der er ingen forskel.");
    return count ? EXIT_DIFFERENT : EXIT_DONE;
}

static struct counted_run counted_run_of(struct compared *compared)
{
    return (struct counted_run){&compared->run.data, &compared->run.figures};
}

static enum exit_status compare_counted(struct comparison *comparison)
{
    struct run *run = comparison->run;
    struct changes_request request = {
        .after = counted_run_of(&comparison->after),
        .found_before = &comparison->before.run.diag,
        .found_after = &comparison->after.run.diag,
        .printed = comparison->before.lost ? comparison->before.printed : comparison->before.written,
        .options_differ =
            past_counts_otherwise(comparison->before.run.options, comparison->after.run.options),
    };
    if (!comparison->before.lost)
        request.before = counted_run_of(&comparison->before);
    struct correction correction = {
        .before = tell(comparison, &comparison->before),
        .after = tell(comparison, &comparison->after),
        .rows_lost = comparison->before.lost,
        .side_by_side = true,
    };
    struct changes *changes = changes_find(&request, run->arena);
    correction.changes = changes;
    report_changes_unexplained(run, changes, comparison->before.past.version);
    say_lost(comparison);
    if (!changes_are_none(changes))
        say_other_figures(comparison, changes);
    const enum exit_status status =
        changes_are_none(changes) ? tell_equal(comparison) : tell_differences(comparison, &correction);
    say_findings(run);
    return status;
}

/* ---- Without the rows of the newer report ---- */

static const struct manifest_input *input_in(const struct past_run *past, struct sv name)
{
    for (size_t i = 0; i < past->input_count; i++)
        if (sv_equal(past->inputs[i].name, name))
            return &past->inputs[i];
    return NULL;
}

static size_t tell_inputs(const struct past_run *was, const struct past_run *is, struct told_input *told)
{
    size_t count = 0;
    for (size_t i = 0; i < is->input_count; i++) {
        const struct manifest_input *before = input_in(was, is->inputs[i].name);
        if (!before || memcmp(before->sha256, is->inputs[i].sha256, SHA256_BYTES) != 0)
            told[count++] = (struct told_input){is->inputs[i].name, before ? "ændret" : "kommet til"};
    }
    for (size_t i = 0; i < was->input_count; i++)
        if (!input_in(is, was->inputs[i].name))
            told[count++] = (struct told_input){was->inputs[i].name, "faldet bort"};
    return count;
}

static enum exit_status tell_printed(struct comparison *comparison)
{
    enum { FIGURES_SHOWN = 40 };
    struct run *run = comparison->run;
    const struct past_run *was = &comparison->before.past;
    const struct past_run *is = &comparison->after.past;
    struct told_input *inputs = arena_array(run->arena, was->input_count + is->input_count, sizeof *inputs);
    const struct printed_comparison told = {
        .report = is->report,
        .period = is->period,
        .missing =
            sv_format(run->arena, "Rækkerne er ikke sammenlignet. %.*s", SV_ARG(why_no_rows(comparison))),
        .before = past_tell(run, was),
        .after = past_tell(run, is),
        .was = comparison->before.printed,
        .is = comparison->after.printed,
        .inputs = inputs,
        .input_count = tell_inputs(was, is, inputs),
    };
    const struct figures none = {.arena = run->arena};
    const struct sv file = workbook_name(comparison);
    show(run, printed_comparison_compose(&told, FIGURES_SHOWN, file, &none, run->arena));
    return write_workbook(run, printed_comparison_compose(&told, SIZE_MAX, (struct sv){0}, &none, run->arena),
                          file)
               ? EXIT_DIFFERENT
               : EXIT_IO;
}

static enum exit_status compare_printed(struct comparison *comparison)
{
    const struct compared *after = &comparison->after;
    fprintf(stderr, "Kun de skrevne nøgletal kan sammenlignes. %.*s\n", SV_ARG(why_no_rows(comparison)));
    if (printed_differences(comparison->before.printed, after->printed))
        return tell_printed(comparison);
    if (!comparison->run->options->given[OPTION_QUIET])
        puts("Der er ingen forskel på nøgletallene.");
    return comparison->told ? EXIT_DIFFERENT : EXIT_DONE;
}

static enum exit_status refuse_mixed(const struct comparison *comparison)
{
    const bool first = comparison->before.past.version > 0;
    return refuse(
        sv_format(comparison->run->arena,
                  "»%s« er en rapport, men »%s« er det ikke: Der er ingen %s i den. Skriv to af samme slags.",
                  first ? comparison->before.folder : comparison->after.folder,
                  first ? comparison->after.folder : comparison->before.folder, MANIFEST_FILE)
            .data);
}

enum exit_status compare_folders(struct run *run)
{
    struct comparison comparison = {.run = run, .options = *run->options};
    diag_init(&run->diag, run->arena);
    if (!open_compared(&comparison.before, run->options->argument, run) ||
        !open_compared(&comparison.after, run->options->other, run))
        return EXIT_IO;
    if (!comparison.before.past.version != !comparison.after.past.version)
        return refuse_mixed(&comparison);
    if (run->options->data && !comparison.after.past.version)
        return refuse("Valget --data bruges kun, når to rapporter sammenlignes.");
    const enum exit_status counted =
        comparison.after.past.version ? count_reports(&comparison) : count_data(&comparison);
    if (counted != EXIT_DONE)
        return counted;
    comparison.told = say_other_making(&comparison);
    if (!comparison.after.lost)
        return compare_counted(&comparison);
    if (comparison.before.printed && comparison.after.printed)
        return compare_printed(&comparison);
    run->fault =
        sv_format(run->arena, "Rapporterne kan ikke sammenlignes: Nøgletallene i »%s« kan ikke læses.",
                  comparison.before.printed ? comparison.after.folder : comparison.before.folder);
    return EXIT_IO;
}
