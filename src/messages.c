#include "messages.h"

#include "text_da.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { FINDINGS_SHOWN = 50 };

static bool wants_colour(enum colour_choice choice)
{
    switch (choice) {
    case COLOUR_ALWAYS:
        return true;
    case COLOUR_NEVER:
        return false;
    case COLOUR_AUTO: {
        const char *no_colour = getenv("NO_COLOR");
        return isatty(STDERR_FILENO) && !(no_colour && *no_colour);
    }
    }
    return false;
}

struct messages messages_for(const struct options *options)
{
    const bool quiet = options->given[OPTION_QUIET];
    const bool everything = options->command == COMMAND_CHECK || options->given[OPTION_VERBOSE];
    return (struct messages){
        .least = quiet        ? DIAG_ERROR
                 : everything ? DIAG_NOTE
                              : DIAG_WARNING,
        .counts = !quiet,
        .account = everything && !quiet,
        .colour = wants_colour(options->colour),
        .progress = !quiet && isatty(STDERR_FILENO),
    };
}

static const char *level_colour(enum diag_level level)
{
    static const char *const colours[DIAG_LEVELS] = {
        [DIAG_NOTE] = "\033[36m", [DIAG_WARNING] = "\033[33m", [DIAG_ERROR] = "\033[31m"};
    return colours[level];
}

static void print_finding(const struct messages *messages, const struct finding *finding, struct arena *arena)
{
    const struct sv line = finding_line(arena, finding);
    if (messages->colour)
        fprintf(stderr, "%s%.*s\033[0m\n", level_colour(diag_kind(finding->code)->level), SV_ARG(line));
    else
        fprintf(stderr, "%.*s\n", SV_ARG(line));
}

static void print_first(const struct messages *messages, const struct diag *diag)
{
    size_t shown = 0;
    size_t hidden = 0;
    for (size_t i = 0; i < diag->count; i++) {
        if (diag_kind(diag->findings[i].code)->level < messages->least)
            continue;
        if (shown == FINDINGS_SHOWN) {
            hidden++;
            continue;
        }
        print_finding(messages, &diag->findings[i], diag->arena);
        shown++;
    }
    if (hidden)
        fprintf(stderr, "… og %zu mere; fejllisten har dem alle.\n", hidden);
}

static void print_counts(const struct messages *messages, const struct diag *diag)
{
    bool any = false;
    for (enum diag_code code = 0; code < DIAG_CODES; code++) {
        const struct diag_kind *kind = diag_kind(code);
        if (!diag->per_code[code] || kind->level < messages->least)
            continue;
        if (!any)
            fprintf(stderr, "\nAntal pr. kode:\n");
        any = true;
        fprintf(stderr, "  %s  %6zu  %s\n", kind->code, diag->per_code[code], diag_level_name(kind->level));
    }
}

static size_t letters(struct sv text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++)
        count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return count;
}

static void print_account(const struct data_set *data)
{
    size_t width = 4;
    for (size_t i = 0; i < data->file_count; i++)
        if (data->files[i].is_table && letters(data->files[i].name) > width)
            width = letters(data->files[i].name);
    fprintf(stderr, "\nRegnskab over rækker:\n  %-*s %10s %10s %10s %10s\n", (int)width, "Fil", "Rækker ",
            "Talt med", "Udeladt", "Tomme");
    for (size_t i = 0; i < data->file_count; i++) {
        const struct input_file *file = &data->files[i];
        if (!file->is_table)
            continue;
        fprintf(stderr, "  %.*s%*s %9llu %10llu %10llu %10llu\n", SV_ARG(file->name),
                (int)(width - letters(file->name)), "", (unsigned long long)file->rows,
                (unsigned long long)file->counted, (unsigned long long)file->left_out,
                (unsigned long long)file->empty);
    }
}

void messages_findings(const struct messages *messages, const struct diag *diag, const struct data_set *data)
{
    print_first(messages, diag);
    if (messages->counts)
        print_counts(messages, diag);
    if (messages->account)
        print_account(data);
}

static void draw_bar(struct sv file, int percent)
{
    enum { WIDTH = 40 };
    char bar[WIDTH + 1];
    for (int i = 0; i < WIDTH; i++)
        bar[i] = i * 100 < percent * WIDTH ? '#' : '.';
    bar[WIDTH] = '\0';
    fprintf(stderr, "\r  Læser %.*s  [%s] %3d %%", SV_ARG(file), bar, percent);
}

void messages_progress(void *bar, struct sv file, uint64_t done, uint64_t size)
{
    enum { LARGE = 16 * 1024 * 1024 };
    struct progress_bar *state = bar;
    if (!state->messages->progress || size < LARGE)
        return;
    const int percent = done < size ? (int)(done * 100 / size) : 100;
    if (percent == state->shown)
        return;
    state->shown = percent;
    if (percent < 100)
        draw_bar(file, percent);
    else
        fputs("\r\033[K", stderr);
    fflush(stderr);
}

static ssize_t drop(void *nothing, const char *bytes, size_t size)
{
    (void)nothing;
    (void)bytes;
    return (ssize_t)size;
}

/* stderr is a variable that may be set, as the GNU C Library's manual says of the standard streams. */
FILE *messages_hush(void)
{
    FILE *own = stderr;
    FILE *silent = fopencookie(NULL, "w", (cookie_io_functions_t){.write = drop});
    if (silent)
        stderr = silent;
    return own;
}

void messages_unhush(FILE *own)
{
    FILE *silent = stderr;
    stderr = own;
    if (silent != own)
        fclose(silent);
}

void messages_fault(const struct messages *messages, struct sv fault)
{
    if (messages->colour)
        fprintf(stderr, "%saarsrapport: %.*s\033[0m\n", level_colour(DIAG_ERROR), SV_ARG(fault));
    else
        fprintf(stderr, "aarsrapport: %.*s\n", SV_ARG(fault));
}
