#include "pipeline.h"

#include "all_reports.h"
#include "compare_folders.h"
#include "compose.h"
#include "corrections_book.h"
#include "data_read.h"
#include "error_list.h"
#include "explain.h"
#include "kept_account.h"
#include "narrative_check.h"
#include "reason.h"
#include "report_changes.h"
#include "report_data.h"
#include "report_folder.h"
#include "report_revisions.h"
#include "template_folder.h"
#include "verification.h"

#include <stdio.h>
#include <string.h>

static enum exit_status failed(const struct run *run)
{
    messages_fault(&run->messages, run->fault);
    return EXIT_IO;
}

static bool read_data(struct run *run, struct read_request request)
{
    struct progress_bar bar = {.messages = &run->messages, .shown = -1};
    request.progress = (struct progress){messages_progress, &bar};
    diag_init(&run->diag, run->arena);
    data_set_init(&run->data, run->arena);
    return data_read(&run->data, &request, &run->diag, &run->fault) == READ_DONE;
}

/* What was found, on the terminal and as a list that can be sent to the owner of the data. */
static bool tell_findings(struct run *run)
{
    diag_sort(&run->diag);
    messages_findings(&run->messages, &run->diag, &run->data);
    return error_list_write(run);
}

static void print_text(const struct run *run, const struct report_documents *documents)
{
    struct buffer text = buffer_in(run->arena);
    const struct document *shown = documents->report ? documents->report : documents->agreements;
    render_text(&text, document_release(shown, report_edition(documents), run->arena));
    fwrite(text.data, 1, text.size, stdout);
}

static enum exit_status stop_for_errors(struct run *run)
{
    if (!tell_findings(run))
        return failed(run);
    const char *missing = run->options->command == COMMAND_EXPLAIN ? "tallet kan ikke forklares"
                                                                   : "der er ikke skrevet nogen rapport";
    fprintf(stderr, "\nDer er fejl i data, så %s. Fejllisten: %s/%s/%.*s\n", missing, run->options->output,
            error_list_folder(), SV_ARG(error_list_file()));
    if (data_has_stopping_errors(&run->diag, true))
        fputs("Ret fejlene, og kør igen.\n", stderr);
    else
        fprintf(stderr, "Ret fejlene, eller %s uden de fejlramte rækker med --udelad-fejl.\n",
                run->options->command == COMMAND_EXPLAIN ? "tæl" : "lav rapporten");
    return EXIT_DATA_ERRORS;
}

/* The row of the agreement that --aftale names; ROW_NONE: there is none. */
static uint32_t agreement_asked_for(const struct run *run)
{
    for (uint32_t row = 0; row < row_count(&run->data, TABLE_AGREEMENTS); row++)
        if (sv_is(agreement_id(&run->data, row), run->options->agreement))
            return row;
    return ROW_NONE;
}

static enum exit_status refuse_agreement(const struct run *run)
{
    fprintf(stderr,
            "aarsrapport: »%s« er ikke en aftale i aftaler.csv. Aftalerne hedder:", run->options->agreement);
    for (uint32_t row = 0; row < row_count(&run->data, TABLE_AGREEMENTS); row++)
        fprintf(stderr, "%s %.*s", row ? "," : "", SV_ARG(agreement_id(&run->data, row)));
    fputs(".\n", stderr);
    return EXIT_USAGE;
}

static void tell_not_in_force(const struct run *run)
{
    fprintf(stderr,
            "aarsrapport: Aftalen »%s« var ikke i kraft i perioden. Det står på arket, som er uden tal.\n",
            run->options->agreement);
}

/* What the run writes: the report with its agreements' book and case paper, or one agreement's book alone. */
static struct report_documents compose(struct run *run, const struct report_type *type, uint32_t agreement,
                                       const struct report_version *version,
                                       const struct correction *correction)
{
    const struct report_request request = {
        .kind = type->kind,
        .date = run_document_date(run),
        .rows_left_out = run->options->given[OPTION_LEAVE_OUT],
        .program_version = AARSRAPPORT_VERSION,
        .version = version->number,
        .reason = version->reason,
        .data_book = report_files(run, type, agreement, false).beside[FILE_DATA_BOOK],
        .correction = correction,
    };
    struct report_documents documents = {.agreement = agreement};
    if (type->files[FILE_AGREEMENTS])
        documents.agreements =
            agreements_book_compose(&request, &run->figures, &run->diag, run->arena, agreement);
    if (agreement != ALL_AGREEMENTS) {
        if (!agreements_book_tells_of(&request, &run->figures, agreement))
            tell_not_in_force(run);
        return documents;
    }
    documents.report = document_compose(&request, &run->figures, &run->diag, run->arena);
    if (type->files[FILE_CASE_PAPER])
        documents.case_paper = case_paper_compose(&request, &run->figures, &run->diag, run->arena);
    if (request.correction)
        documents.corrections = corrections_book_compose(&request, &run->figures, &run->diag, run->arena);
    return documents;
}

static enum exit_status write_documents(struct run *run, const struct report_version *version,
                                        const struct report_type *type,
                                        const struct report_documents *documents)
{
    if (run->options->given[OPTION_TEXT]) {
        print_text(run, documents);
        return tell_findings(run) ? EXIT_DONE : failed(run);
    }
    if (!report_folder_publish(run, version, type, documents, tell_findings))
        return failed(run);
    report_folder_say(run, version, type, documents);
    kept_account_say_left(run);
    if (run->diag.count)
        run_say_written(run->options->output, error_list_folder(), error_list_file());
    return EXIT_DONE;
}

static bool has_stopping_errors(const struct run *run)
{
    return data_has_stopping_errors(&run->diag, run->options->given[OPTION_LEAVE_OUT]);
}

/* Reads and checks what a report is counted from. */
static bool read_and_check(struct run *run, const struct report_type *type)
{
    if (!read_data(run, report_read_request(run, type)))
        return false;
    goals_check(&run->data, &run->diag);
    narratives_check(&run->data, &run->diag);
    if (type->kind == REPORT_EFFECT && !has_stopping_errors(run))
        effect_check(&run->data, &run->diag);
    memcpy(run->found_in_data, run->diag.per_code, sizeof run->found_in_data);
    return true;
}

static enum exit_status read_for(struct run *run, const struct report_type *type)
{
    if (!read_and_check(run, type))
        return failed(run);
    return has_stopping_errors(run) ? stop_for_errors(run) : EXIT_DONE;
}

static enum exit_status make_version(struct run *run, const struct report_version *version,
                                     const struct report_type *type, uint32_t agreement)
{
    if (!report_count(run, type))
        return failed(run);
    const struct correction *correction = report_changes_find(run, version, type, agreement);
    const struct report_documents documents = compose(run, type, agreement, version, correction);
    if (has_stopping_errors(run))
        return stop_for_errors(run);
    return write_documents(run, version, type, &documents);
}

/* What was found says what it said when the version was made; nothing is written. */
static enum exit_status leave_unchanged(struct run *run, const struct report_version *version)
{
    diag_sort(&run->diag);
    messages_findings(&run->messages, &run->diag, &run->data);
    error_list_clear(run);
    report_version_say_unchanged(version, run);
    run->outcome.unchanged = true;
    return EXIT_DONE;
}

static enum exit_status make_report(struct run *run, const struct report_type *type, uint32_t agreement)
{
    struct report_version version;
    enum exit_status status = EXIT_IO;
    switch (report_version_open(&version, run, type, agreement)) {
    case REPORT_TO_WRITE:
        status = make_version(run, &version, type, agreement);
        break;
    case REPORT_UNCHANGED:
        status = leave_unchanged(run, &version);
        break;
    case REPORT_FAULT:
        status = failed(run);
        break;
    }
    report_version_close(&version);
    if (status == EXIT_DONE)
        run->outcome.version = version.number;
    return status;
}

static enum exit_status print_report(struct run *run, const struct report_type *type, uint32_t agreement)
{
    const struct report_version version = report_version_of_text(run, type, agreement);
    return make_version(run, &version, type, agreement);
}

static enum exit_status write_report(struct run *run, const struct report_type *type)
{
    const enum exit_status read = read_for(run, type);
    if (read != EXIT_DONE)
        return read;
    const uint32_t agreement = run->options->agreement ? agreement_asked_for(run) : ALL_AGREEMENTS;
    if (run->options->agreement && agreement == ROW_NONE)
        return refuse_agreement(run);
    const char *refused = reason_check_persons(run->arena, run->options->reason, &run->data);
    if (refused) {
        fprintf(stderr, "aarsrapport: %s\n", refused);
        return EXIT_USAGE;
    }
    return run->options->given[OPTION_TEXT] ? print_report(run, type, agreement)
                                            : make_report(run, type, agreement);
}

/* The figure is counted as in the report that has it. */
static enum exit_status explain_figure(struct run *run)
{
    const struct report_type *type = explained_in(run->options);
    if (!type)
        return EXIT_USAGE;
    const enum exit_status read = read_for(run, type);
    if (read != EXIT_DONE)
        return read;
    if (!report_count(run, type))
        return failed(run);
    return explain_print(run) ? EXIT_DONE : EXIT_USAGE;
}

/* ---- efterproev ---- */

/* Writes the version that is verified once more, into the empty folder run->options->output. */
static bool write_again(struct run *run, struct verification *check, const struct report_type *type,
                        uint32_t agreement)
{
    const char *beside = sv_format(run->arena, "%s/..", check->folder).data;
    const struct report_version version = report_version_again(run, type, agreement, &check->past, beside);
    if (!sv_is(check->past.report, version.name)) {
        verification_stops(check, "Rapporten kan ikke laves igen: dens navn passer ikke til dens valg.");
        return true;
    }
    if (!report_count(run, type))
        return false;
    const struct correction *correction = report_changes_find(run, &version, type, agreement);
    const struct report_documents documents = compose(run, type, agreement, &version, correction);
    if (agreement == ALL_AGREEMENTS)
        check->lost = versions_lost(run, &version, correction);
    check->figures_file = report_files(run, type, agreement, false).beside[FILE_FIGURES];
    if (has_stopping_errors(run)) {
        verification_stops(check, "Rapporten kan ikke laves igen: der er fejl i data.");
        return true;
    }
    const char *folder = sv_format(run->arena, "%s/%s", run->options->output, version.name).data;
    return report_folder_publish(run, &version, type, &documents, NULL) &&
           verification_of_rerun(check, folder);
}

/* A folder of our own, for nobody else to see: the data behind the report are written in it too. */
static bool verify_in_private(struct run *run, struct verification *check, struct options *options,
                              const struct report_type *type, uint32_t agreement)
{
    struct staging private;
    if (!staging_open_private(&private, run->arena, &run->fault))
        return false;
    options->output = private.folder;
    const bool good = write_again(run, check, type, agreement);
    staging_discard(&private);
    return good;
}

static bool verify_by_running(struct run *run, struct verification *check)
{
    struct options options = *run->options;
    const struct report_type *type;
    if (!verification_options(check, &options, &type))
        return false;
    run->options = &options;
    const bool good = read_and_check(run, type);
    const uint32_t agreement = options.agreement ? agreement_asked_for(run) : ALL_AGREEMENTS;
    if (!good || !verification_of_inputs(check))
        return good;
    if (!has_stopping_errors(run) && !(options.agreement && agreement == ROW_NONE))
        return verify_in_private(run, check, &options, type, agreement);
    verification_stops(check, "Rapporten kan ikke laves igen: der er fejl i data.");
    return true;
}

static enum exit_status verify_report(struct run *run)
{
    const struct options *options = run->options;
    struct verification check;
    const bool good = verification_open(&check, run, options->argument) && verification_of_outputs(&check) &&
                      (!options->data || verify_by_running(run, &check));
    run->options = options;
    if (!good)
        return failed(run);
    const enum exit_status status = verification_close(&check);
    return status == EXIT_IO ? failed(run) : status;
}

static enum exit_status check_data(struct run *run)
{
    const struct read_request read = {
        .folder = run->options->data,
        .leave_out = run->options->given[OPTION_LEAVE_OUT],
    };
    if (!read_data(run, read))
        return failed(run);
    goals_check(&run->data, &run->diag);
    narratives_check(&run->data, &run->diag);
    if (!has_stopping_errors(run) && row_count(&run->data, TABLE_SCENARIOS))
        effect_check(&run->data, &run->diag);
    if (!tell_findings(run))
        return failed(run);
    if (run->diag.count)
        run_say_written(run->options->output, error_list_folder(), error_list_file());
    else if (!run->options->given[OPTION_QUIET])
        fputs("\nIngen fejl, advarsler eller bemærkninger.\n", stderr);
    kept_account_say(run);
    return run->diag.per_level[DIAG_ERROR] ? EXIT_DATA_ERRORS : EXIT_DONE;
}

static enum exit_status compare(struct run *run)
{
    const enum exit_status status = compare_folders(run);
    return status == EXIT_IO ? failed(run) : status;
}

static enum exit_status carry_out(struct run *run)
{
    switch (run->options->command) {
    case COMMAND_YEAR:
    case COMMAND_HALF_YEAR:
    case COMMAND_EVALUATION:
    case COMMAND_SURVEY:
    case COMMAND_EFFECT:
        return write_report(run, report_type_of(run->options->command));
    case COMMAND_ALL:
        return all_reports_run(run, carry_out);
    case COMMAND_EXPLAIN:
        return explain_figure(run);
    case COMMAND_VERIFY:
        return verify_report(run);
    case COMMAND_COMPARE:
        return compare(run);
    case COMMAND_CHECK:
        return check_data(run);
    case COMMAND_TEMPLATES:
        return template_folder_write(run, run->options->argument) ? EXIT_DONE : failed(run);
    }
    return EXIT_USAGE;
}

enum exit_status pipeline_run(const struct options *options, struct arena *arena)
{
    struct run run = run_begin(options, arena);
    return carry_out(&run);
}
