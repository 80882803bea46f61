#include "verification.h"

#include "files.h"
#include "report_manifest.h"
#include "text_clean.h"
#include "versions.h"

#include <stdio.h>
#include <string.h>

static bool is_quiet(const struct verification *check)
{
    return check->run->options->given[OPTION_QUIET];
}

/* Names come from a folder or a manifest that anybody may have written. */
static struct sv shown(const struct verification *check, struct sv text)
{
    return text_for_finding(check->run->arena, text);
}

static void differs(struct verification *check, const char *how, struct sv name)
{
    check->differences++;
    printf("%s: %.*s\n", how, SV_ARG(shown(check, name)));
}

/* ---- The folder ---- */

static void say_what_is_verified(const struct verification *check)
{
    const struct past_run *past = &check->past;
    if (is_quiet(check))
        return;
    printf("%.*s, version %u%s%.*s\n", SV_ARG(shown(check, past->report)), past->version,
           past->document_date.size ? ", dateret " : "", SV_ARG(shown(check, past->document_date)));
}

/* Not a difference in itself: outputs may be the same all the same. */
static void say_other_program(const struct verification *check)
{
    if (!sv_is(check->past.program_version, AARSRAPPORT_VERSION))
        printf("Skrevet af programmets version %.*s; dette er version %s.\n",
               SV_ARG(shown(check, check->past.program_version)), AARSRAPPORT_VERSION);
}

static struct sv unreadable(const struct verification *check)
{
    return report_manifest_fault(check->run, check->folder, "efterprøves");
}

bool verification_open(struct verification *check, struct run *run, const char *folder)
{
    *check = (struct verification){.run = run, .folder = folder};
    if (!manifest_read(&check->past, folder, run->arena)) {
        run->fault = unreadable(check);
        if (!run->fault.size)
            run->fault = sv_format(run->arena,
                                   "Der er ingen rapport i »%s«: filen %s mangler. Skriv mappen med "
                                   "rapporten, for eksempel output/aarsrapport-2024.",
                                   folder, MANIFEST_FILE);
        return false;
    }
    say_what_is_verified(check);
    say_other_program(check);
    return true;
}

/* ---- Outputs ---- */

static bool check_output(struct verification *check, const struct manifest_output *output)
{
    struct run *run = check->run;
    switch (manifest_output_state(output, check->folder, run->arena, &run->fault)) {
    case OUTPUT_HOLDS:
        return true;
    case OUTPUT_MISSING:
        differs(check, "Mangler", output->name);
        return true;
    case OUTPUT_CHANGED:
        differs(check, "Ændret", output->name);
        return true;
    case OUTPUT_UNREADABLE:
        return false;
    }
    return false;
}

static bool is_output(const struct past_run *past, struct sv name)
{
    bool found = sv_is(name, MANIFEST_FILE);
    for (size_t i = 0; i < past->output_count && !found; i++)
        found = sv_equal(past->outputs[i].name, name);
    return found;
}

/* A workbook's lock file comes and goes with the program that has it open. */
static void find_surplus(struct verification *check)
{
    struct sv *names;
    struct arena *arena = check->run->arena;
    const size_t count = folder_names(check->folder, (struct sv){0}, &names, arena);
    for (size_t i = 0; i < count; i++)
        if (!is_output(&check->past, names[i]) && !workbook_of_lock(names[i], arena))
            differs(check, "Hører ikke til rapporten", names[i]);
}

static void say_all_good(const struct verification *check, size_t before, const char *format, size_t count)
{
    if (check->differences == before && !is_quiet(check))
        printf(format, count);
}

bool verification_of_outputs(struct verification *check)
{
    const struct past_run *past = &check->past;
    for (size_t i = 0; i < past->output_count; i++)
        if (!check_output(check, &past->outputs[i]))
            return false;
    find_surplus(check);
    say_all_good(check, 0, "Rapportens filer er, som de blev skrevet: %zu.\n", past->output_count);
    return true;
}

/* ---- How the report was made ---- */

static const struct report_type *type_of(const struct past_run *past, struct options *options)
{
    const struct report_type *type = report_type_named(past->report, &options->command);
    options->period = period_none();
    return type && (type->is_timeless || period_parse(past->period, &options->period)) ? type : NULL;
}

static bool take_day(struct sv text, day_number *day)
{
    *day = DAY_NONE;
    return !text.size || day_parse(text, day) == DAY_OK;
}

static bool take_option(struct options *options, const struct manifest_option *option)
{
    const struct sv value = option->value;
    const bool given = value.size > 0;
    if (strcmp(option->name, option_name(OPTION_LEAVE_OUT)) == 0) {
        options->given[OPTION_LEAVE_OUT] = sv_is(value, "ja");
        return sv_is(value, "ja") || sv_is(value, "nej");
    }
    if (strcmp(option->name, option_name(OPTION_AGREEMENT)) == 0) {
        options->given[OPTION_AGREEMENT] = given;
        options->agreement = given ? value.data : NULL;
        return true;
    }
    if (strcmp(option->name, option_name(OPTION_CUTOFF)) == 0) {
        options->given[OPTION_CUTOFF] = given;
        return take_day(value, &options->cutoff);
    }
    if (strcmp(option->name, option_name(OPTION_DATE)) == 0) {
        options->given[OPTION_DATE] = given;
        return take_day(value, &options->date);
    }
    return false;
}

bool verification_options(const struct verification *check, struct options *options,
                          const struct report_type **type)
{
    struct run *run = check->run;
    const struct past_run *past = &check->past;
    bool good = (*type = type_of(past, options)) != NULL;
    good = good && take_day(past->document_date, &options->default_date);
    for (size_t i = 0; good && i < past->option_count; i++)
        good = take_option(options, &past->options[i]);
    if (!good && report_is_comparison(past->report))
        run->fault =
            sv_of("En sammenligning af kommuner bliver lavet af kommunernes rapporter, ikke af data. "
                  "Efterprøv hver kommunes rapport; programmet laver selv sammenligningen igen, når du "
                  "kører »aarsrapport alle«, og siger, om den er uændret.");
    else if (!good)
        run->fault =
            sv_format(run->arena,
                      "Rapporten »%.*s« kan ikke laves igen: %s nævner en rapport eller et valg, som "
                      "dette program ikke kender.",
                      SV_ARG(shown(check, past->report)), MANIFEST_FILE);
    return good;
}

/* ---- Inputs ---- */

static const struct input_file *input_named(const struct data_set *data, struct sv name)
{
    for (size_t i = 0; i < data->file_count; i++)
        if (sv_equal(data->files[i].name, name))
            return &data->files[i];
    return NULL;
}

static bool was_input(const struct past_run *past, struct sv name)
{
    for (size_t i = 0; i < past->input_count; i++)
        if (sv_equal(past->inputs[i].name, name))
            return true;
    return false;
}

static void check_input(struct verification *check, const struct manifest_input *input)
{
    const struct input_file *file = input_named(&check->run->data, input->name);
    if (!file)
        differs(check, "Data mangler", input->name);
    else if (file->size != input->size || memcmp(file->sha256, input->sha256, SHA256_BYTES) != 0)
        differs(check, "Data er ændret", input->name);
}

bool verification_of_inputs(struct verification *check)
{
    const struct past_run *past = &check->past;
    const struct data_set *data = &check->run->data;
    const size_t before = check->differences;
    for (size_t i = 0; i < past->input_count; i++)
        check_input(check, &past->inputs[i]);
    for (size_t i = 0; i < data->file_count; i++)
        if (!was_input(past, data->files[i].name))
            differs(check, "Data er nye", data->files[i].name);
    say_all_good(check, before, "Data er dem, rapporten blev lavet af: %zu filer.\n", past->input_count);
    if (check->differences != before)
        puts("Rapporten er ikke lavet igen, for data er ikke de samme.");
    return check->differences == before;
}

/* ---- The report made again ---- */

void verification_stops(struct verification *check, const char *sentence)
{
    check->differences++;
    puts(sentence);
}

/* The text without the line of the one thing that two equal runs differ in. */
static struct sv without_time(struct sv text, struct arena *arena)
{
    struct buffer kept = buffer_in(arena);
    while (text.size) {
        const size_t end = sv_find(text, '\n');
        const size_t size = end == SIZE_MAX ? text.size : end + 1;
        const struct sv line = sv_slice(text, 0, size);
        if (!sv_starts_with(line, sv_of("  \"tidspunkt\": ")))
            buffer_add(&kept, line);
        text = sv_slice(text, size, text.size);
    }
    return buffer_view(&kept);
}

/* An output that is made otherwise, or not at all, where what it tells of is not there any more. */
static void differs_again(struct verification *check, const char *how, struct sv name)
{
    if (!check->lost.size || sv_equal(name, check->figures_file)) {
        differs(check, how, name);
        return;
    }
    check->incomplete = true;
    printf("%s: %.*s\n", how, SV_ARG(shown(check, name)));
}

static bool check_output_again(struct verification *check, const struct manifest_output *output,
                               const char *folder)
{
    struct run *run = check->run;
    switch (manifest_output_state(output, folder, run->arena, &run->fault)) {
    case OUTPUT_HOLDS:
        return true;
    case OUTPUT_MISSING:
        differs_again(check, "Bliver ikke lavet", output->name);
        return true;
    case OUTPUT_CHANGED:
        differs_again(check, check->lost.size ? "Kan ikke efterprøves" : "Bliver anderledes", output->name);
        return true;
    case OUTPUT_UNREADABLE:
        return false;
    }
    return false;
}

static bool check_manifest(struct verification *check, const char *folder)
{
    struct arena *arena = check->run->arena;
    struct sv old;
    struct sv new;
    if (!manifest_text(check->folder, &old, arena) || !manifest_text(folder, &new, arena)) {
        check->run->fault = unreadable(check);
        return false;
    }
    if (!sv_equal(without_time(old, arena), without_time(new, arena)))
        differs_again(check, check->lost.size ? "Kan ikke efterprøves" : "Bliver anderledes",
                      sv_of(MANIFEST_FILE));
    return true;
}

bool verification_of_rerun(struct verification *check, const char *folder)
{
    const struct past_run *past = &check->past;
    const size_t before = check->differences;
    for (size_t i = 0; i < past->output_count; i++)
        if (!check_output_again(check, &past->outputs[i], folder))
            return false;
    if (!check_manifest(check, folder))
        return false;
    if (check->incomplete)
        return true;
    say_all_good(check, before,
                 "Lavet igen bliver alle filer de samme, byte for byte: %zu og koersel.json.\n",
                 past->output_count);
    return true;
}

static enum exit_status close_incomplete(const struct verification *check)
{
    struct run *run = check->run;
    const struct sv sentence = sv_format(run->arena, "Kan ikke laves helt igen: %.*s.", SV_ARG(check->lost));
    if (!check->differences) {
        run->fault = sentence;
        return EXIT_IO;
    }
    printf("%.*s\n", SV_ARG(sentence));
    return EXIT_DIFFERENT;
}

enum exit_status verification_close(const struct verification *check)
{
    const size_t count = check->differences;
    const enum exit_status status = check->incomplete ? close_incomplete(check)
                                    : count           ? EXIT_DIFFERENT
                                                      : EXIT_DONE;
    if (count == 1)
        puts("Én ting er ikke, som den skal være.");
    else if (count > 1)
        printf("%zu ting er ikke, som de skal være.\n", count);
    else if (status == EXIT_DONE && !is_quiet(check))
        puts("Alt er, som det skal være.");
    return status;
}
