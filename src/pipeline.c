#include "pipeline.h"

#include "compose.h"
#include "data_read.h"
#include "error_list.h"
#include "report_folder.h"
#include "report_types.h"
#include "template_folder.h"

#include <stdio.h>

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
    fprintf(stderr, "\nDer er fejl i data, så der er ikke skrevet nogen rapport. Fejllisten: %s/%s/%.*s\n",
            run->options->output, error_list_folder(), SV_ARG(error_list_file()));
    if (data_has_stopping_errors(&run->diag, true))
        fputs("Ret fejlene, og kør igen.\n", stderr);
    else
        fputs("Ret fejlene, eller lav rapporten uden de fejlramte rækker med --udelad-fejl.\n", stderr);
    return EXIT_DATA_ERRORS;
}

static struct read_request read_request_for(const struct run *run, const struct report_type *type)
{
    struct read_request request = {
        .folder = run->options->data,
        .report = type->name,
        .needs_settings = true,
        .leave_out = run->options->given[OPTION_LEAVE_OUT],
    };
    for (size_t table = 0; table < TABLES; table++)
        request.needed[table] = table_schema((enum table_id)table)->needed & type->need;
    return request;
}

static enum exit_status write_report(struct run *run, const struct report_type *type)
{
    const struct read_request read = read_request_for(run, type);
    if (!read_data(run, read))
        return failed(run);
    goals_check(&run->data, &run->diag);
    if (data_has_stopping_errors(&run->diag, read.leave_out))
        return stop_for_errors(run);
    if (!figures_count(&run->figures, &run->data, &run->options->period, &run->diag, run->arena, &run->fault))
        return failed(run);

    const struct report_request request = {
        .kind = type->kind,
        .date = run_document_date(run),
        .rows_left_out = run->options->given[OPTION_LEAVE_OUT],
        .program_version = AARSRAPPORT_VERSION,
    };
    const struct document *document = document_compose(&request, &run->figures, &run->diag, run->arena);
    if (data_has_stopping_errors(&run->diag, read.leave_out))
        return stop_for_errors(run);
    bool good = true;
    if (run->options->given[OPTION_TEXT])
        print_text(run, document);
    else
        good = report_folder_publish(run, type, document);
    if (!good || !tell_findings(run))
        return failed(run);
    if (run->diag.count && !run->options->given[OPTION_TEXT])
        run_say_written(run->options->output, error_list_folder(), error_list_file());
    return EXIT_DONE;
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
    if (!tell_findings(run))
        return failed(run);
    if (run->diag.count)
        run_say_written(run->options->output, error_list_folder(), error_list_file());
    else if (!run->options->given[OPTION_QUIET])
        fputs("\nIngen fejl, advarsler eller bemærkninger.\n", stderr);
    return run->diag.per_level[DIAG_ERROR] ? EXIT_DATA_ERRORS : EXIT_DONE;
}

enum exit_status pipeline_run(const struct options *options, struct arena *arena)
{
    struct run run = {.options = options, .arena = arena, .messages = messages_for(options)};
    switch (options->command) {
    case COMMAND_YEAR:
    case COMMAND_HALF_YEAR:
    case COMMAND_EVALUATION:
        return write_report(&run, report_type_of(options->command));
    case COMMAND_CHECK:
        return check_data(&run);
    case COMMAND_TEMPLATES:
        return template_folder_write(&run, options->argument) ? EXIT_DONE : failed(&run);
    }
    return EXIT_USAGE;
}
