#include "options.h"

#include "figures.h"
#include "reason.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum argument_kind {
    ARGUMENT_NONE,
    ARGUMENT_YEAR,
    ARGUMENT_HALF_YEAR,
    ARGUMENT_REPORT, /* a command that writes a report on a period, and its own argument: aar 2024 */
    ARGUMENT_FOLDER,
    ARGUMENT_FOLDERS, /* two of them */
    ARGUMENT_FIGURE   /* a figure's name, its period and what it is for: forloeb.effekt 2024 aftale=SA-01 */
};

struct command {
    const char *name;
    const char *argument; /* as shown in help; NULL: none */
    enum argument_kind argument_kind;
    const char *what; /* one line for the list of commands */
    const char *more; /* the paragraph in the command's own help */
    unsigned options; /* bit set of enum option_id, besides the common ones */
    bool needs_data;
    const char *data;   /* what --data names, when it is not a data folder */
    const char *output; /* what --output names, when it is not where a report goes */
    const char *ends;   /* the exit statuses 0 and 1, when they are not a report's */
};

#define OPTION_BIT(id) (1u << (id))

static const unsigned common_options = OPTION_BIT(OPTION_QUIET) | OPTION_BIT(OPTION_VERBOSE) |
                                       OPTION_BIT(OPTION_COLOUR) | OPTION_BIT(OPTION_HELP) |
                                       OPTION_BIT(OPTION_VERSION);

static const unsigned report_options = OPTION_BIT(OPTION_DATA) | OPTION_BIT(OPTION_OUTPUT) |
                                       OPTION_BIT(OPTION_EDITION) | OPTION_BIT(OPTION_AGREEMENT) |
                                       OPTION_BIT(OPTION_LEAVE_OUT) | OPTION_BIT(OPTION_TEXT) |
                                       OPTION_BIT(OPTION_DATE) | OPTION_BIT(OPTION_REASON);

static const struct command commands[] = {
    [COMMAND_YEAR] =
        {.name = "aar",
         .argument = "ÅR",
         .argument_kind = ARGUMENT_YEAR,
         .what = "Skriv årsrapporten for et år",
         .more = "Læser datamappen, efterprøver alle rækker og skriver årsrapporten som PDF, regneark og "
                 "nøgletal,\n"
                 "et regneark med aftalerne og en sagsfremstilling i mappen aarsrapport-ÅR. Har data fejl,\n"
                 "skrives der ingen rapport, men en fejlliste.",
         .options = report_options,
         .needs_data = true},
    [COMMAND_HALF_YEAR] =
        {.name = "halvaar",
         .argument = "HALVÅR",
         .argument_kind = ARGUMENT_HALF_YEAR,
         .what = "Skriv halvårsrapporten, for eksempel for 2024-1",
         .more =
             "Skriver i mappen halvaarsrapport-HALVÅR, hvor langt året er nået: målene med prognose, job,\n"
             "forløb, aftaler og indsatser. 2024-1 er januar til juni; 2024-2 er juli til december og har "
             "også\n"
             "status for hele året.",
         .options = report_options,
         .needs_data = true},
    [COMMAND_EVALUATION] =
        {.name = "evaluering",
         .argument = "ÅR",
         .argument_kind = ARGUMENT_YEAR,
         .what = "Skriv forårets evaluering af samarbejdsaftalerne",
         .more =
             "Skriver i mappen evaluering-ÅR svarene på de otte spørgsmål for hver aftale, effekten i alt "
             "til og\n"
             "med skæringsdagen og året før i tal, og til sidst aftalerne side om side.",
         .options = report_options | OPTION_BIT(OPTION_CUTOFF),
         .needs_data = true},
    [COMMAND_SURVEY] =
        {.name = "erfaring",
         .what = "Skriv erfaringsopsamlingen på tværs af kommuner",
         .more =
             "Tæller kommunernes svar på spørgsmålene, runde for runde, og skriver dem i mappen erfaring "
             "som\n"
             "PDF, regneark og nøgletal, med kommunernes virksomheder, pladser og tiltag. Rapporten bygger\n"
             "på spoergsmaal, svar, kommuner og skalaerne i koder; tiltag tages med, når de er der.",
         .options = report_options & ~OPTION_BIT(OPTION_AGREEMENT),
         .needs_data = true},
    [COMMAND_EFFECT] =
        {.name = "effekt",
         .what = "Beregn, om betaling for resultater ville have betalt sig",
         .more =
             "Simulerer kommunens investeringer, betalinger for resultater og besparelser måned for måned\n"
             "og skriver beregningen i mappen effekt som PDF, regneark og nøgletal. Beregningen bygger på\n"
             "forloeb, aftaler, satser, refusion, virkning og scenarier; betalinger, investering,\n"
             "opfoelgninger, accelerator og job tages med, når de er der.",
         .options = report_options & ~OPTION_BIT(OPTION_AGREEMENT),
         .needs_data = true},
    [COMMAND_ALL] =
        {.name = "alle",
         .argument = "RAPPORT PERIODE",
         .argument_kind = ARGUMENT_REPORT,
         .what = "Skriv den samme rapport for flere kommuner, og sammenlign dem",
         .more =
             "Finder alle datamapper under mappen (hver mappe med en rapport.ini) og skriver rapporten for "
             "hver af\n"
             "dem i en mappe af samme navn, flere ad gangen. Går én galt, bliver de andre skrevet "
             "alligevel.\n"
             "Til sidst står kommunernes nøgletal side om side i en mappe som "
             "sammenligning-aarsrapport-2024.\n"
             "Rapporten er aar, halvaar eller evaluering, og perioden skrives som i dens egen kommando:\n"
             "aarsrapport alle aar 2024 --data kommuner",
         .options = (report_options | OPTION_BIT(OPTION_CUTOFF)) &
                    ~(OPTION_BIT(OPTION_AGREEMENT) | OPTION_BIT(OPTION_TEXT)),
         .needs_data = true,
         .data = "Mappen, som kommunernes datamapper ligger i"},
    [COMMAND_EXPLAIN] =
        {.name = "forklar",
         .argument = "NØGLE PERIODE",
         .argument_kind = ARGUMENT_FIGURE,
         .what = "Vis, hvilke rækker et tal tæller",
         .more =
             "Viser tallets navn, hvordan det tælles, dets værdi og de rækker i data, der ligger bag: fil, "
             "linje og\n"
             "det, der afgjorde, at rækken tæller med. Nøglen er den, tallet har i noegletal.csv, for "
             "eksempel\n"
             "forloeb.effekt eller maal.job-norm.vaerdi; perioden er 2024 eller 2024-1. Tallet for en "
             "aftale,\n"
             "en målgruppe eller en kode: skriv aftale=SA-01, maalgruppe=unge eller kode=fleksjob efter "
             "perioden.\n"
             "De første 50 rækker vises; med -v alle.",
         .options = OPTION_BIT(OPTION_DATA) | OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_LEAVE_OUT) |
                    OPTION_BIT(OPTION_CUTOFF),
         .needs_data = true},
    [COMMAND_VERIFY] =
        {.name = "efterproev",
         .argument = "MAPPE",
         .argument_kind = ARGUMENT_FOLDER,
         .what = "Efterprøv, at en rapport er, som den blev skrevet",
         .more =
             "Sammenligner hver fil i rapportens mappe med koersel.json og nævner dem, der mangler, er "
             "ændret "
             "eller\n"
             "ikke hører til. Med --data også, om data er dem, rapporten blev lavet af, og om rapporten "
             "bliver "
             "den\n"
             "samme byte for byte, når den laves igen; det sker i en midlertidig mappe, og rapporten bliver "
             "ikke\n"
             "rørt.",
         .ends = "0, når alt er, som det skal være, 1, når noget ikke er",
         .options = OPTION_BIT(OPTION_DATA)},
    [COMMAND_COMPARE] = {.name = "sammenlign",
                         .argument = "GAMMEL NY",
                         .argument_kind = ARGUMENT_FOLDERS,
                         .what = "Vis, hvad der er ændret mellem to rapporter eller to datamapper",
                         .more = "Viser, hvilke rækker der er tilføjet, fjernet og rettet, hvilke tal det "
                                 "har flyttet, og skriver\n"
                                 "det hele i et regneark i mappen sammenligning. GAMMEL og NY er to mapper "
                                 "med den samme rapport,\n"
                                 "for eksempel output/aarsrapport-2024.version-1 og output/aarsrapport-2024, "
                                 "eller to mapper med\n"
                                 "data.",
                         .output = "Hvor mappen sammenligning lægges (ellers: output)",
                         .ends = "0, når der ingen forskel er, 1, når der er",
                         .options = OPTION_BIT(OPTION_DATA) | OPTION_BIT(OPTION_OUTPUT) |
                                    OPTION_BIT(OPTION_PERIOD) | OPTION_BIT(OPTION_LEAVE_OUT),
                         .data = "Data bag en rapport, hvis dem i .tilstand er væk; to gange: bag hver sin"},
    [COMMAND_CHECK] =
        {.name = "tjek",
         .what = "Læs og efterprøv data uden at skrive en rapport",
         .more =
             "Viser alle fejl, advarsler og bemærkninger og et regnskab over hver fils rækker, og skriver\n"
             "fejllisten tjek/fejlliste.xlsx, som kan sendes til den, der ejer data.",
         .options = OPTION_BIT(OPTION_DATA) | OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_LEAVE_OUT),
         .needs_data = true},
    [COMMAND_TEMPLATES] =
        {.name = "skabeloner",
         .argument = "MAPPE",
         .argument_kind = ARGUMENT_FOLDER,
         .what = "Skriv tomme skabeloner til data",
         .more = "Skriver en tom CSV-fil for hver tabel, kodelisterne, rapport.ini og et regneark med\n"
                 "forklaringer og rullelister. Filer, der er der i forvejen, bliver ikke rørt.",
         .options = 0},
};
enum { COMMANDS = sizeof commands / sizeof *commands };

struct option {
    const char *name;
    char letter;       /* 0: none */
    const char *value; /* as shown in help; NULL: the option takes none */
    const char *what;
};

static const struct option option_table[OPTIONS] = {
    [OPTION_DATA] = {"--data", 0, "MAPPE", "Datamappen med CSV-filer og rapport.ini"},
    [OPTION_OUTPUT] = {"--output", 'o', "MAPPE", "Hvor rapporten lægges (ellers: output)"},
    [OPTION_EDITION] = {"--udgave", 0, "UDGAVE", "intern (den eneste, der findes endnu)"},
    [OPTION_AGREEMENT] = {"--aftale", 0, "AFTALE",
                          "Skriv kun regnearket for én aftale, for eksempel SA-01, til aftalens part"},
    [OPTION_CUTOFF] = {"--skaering", 0, "DATO", "Skæringsdagen (ellers: den sidste dag i februar)"},
    [OPTION_PERIOD] = {"--periode", 0, "PERIODE",
                       "År eller halvår, to datamappers tal tælles for (ellers: det seneste hele år i NY)"},
    [OPTION_LEAVE_OUT] = {"--udelad-fejl", 0, NULL,
                          "Udelad rækker med fejl, og dem, der henviser til dem; rapporten siger hvor mange"},
    [OPTION_TEXT] = {"--tekst", 0, NULL, "Vis rapporten som ren tekst i stedet for at skrive filer"},
    [OPTION_DATE] = {"--dato", 0, "DATO", "Datoen på forsiden, for eksempel 31-01-2025"},
    [OPTION_REASON] = {"--begrundelse", 0, "TEKST",
                       "Hvorfor rapporten laves igen; står på forsiden af den nye version"},
    [OPTION_QUIET] = {"--quiet", 'q', NULL, "Vis kun fejl"},
    [OPTION_VERBOSE] = {"--verbose", 'v', NULL, "Vis også bemærkninger og regnskabet over rækker"},
    [OPTION_COLOUR] = {"--color", 0, "HVORNÅR",
                       "Farver i beskeder: auto, always eller never (NO_COLOR respekteres)"},
    [OPTION_HELP] = {"--help", 'h', NULL, "Vis denne hjælp"},
    [OPTION_VERSION] = {"--version", 'V', NULL, "Vis programmets version"},
};

const char *option_name(enum option_id id)
{
    return option_table[id].name;
}

static size_t width_of(const char *text)
{
    size_t width = 0;
    for (; *text; text++)
        width += ((unsigned char)*text & 0xC0) != 0x80;
    return width;
}

static void add_padded(struct buffer *text, struct sv cell, size_t width)
{
    buffer_add(text, cell);
    for (size_t i = width_of(sv_text(text->arena, cell)); i < width; i++)
        buffer_add_byte(text, ' ');
}

static void add_option_help(struct buffer *text, const struct option *option)
{
    struct buffer usage = buffer_in(text->arena);
    buffer_add_text(&usage, "  ");
    if (option->letter)
        buffer_format(&usage, "-%c, ", option->letter);
    buffer_add_text(&usage, option->name);
    if (option->value)
        buffer_format(&usage, " %s", option->value);
    add_padded(text, buffer_view(&usage), 24);
    buffer_format(text, "  %s\n", option->what);
}

static void add_usage(struct buffer *text, const struct command *command)
{
    buffer_format(text, "aarsrapport %s", command->name);
    if (command->argument)
        buffer_format(text, " %s", command->argument);
    if (command->needs_data)
        buffer_add_text(text, " --data MAPPE");
}

static void add_command_help(struct buffer *text, const struct command *command)
{
    buffer_add_text(text, "Brug: ");
    add_usage(text, command);
    buffer_format(text, " [valg]\n\n%s\n\nValg:\n", command->more);
    for (size_t id = 0; id < OPTIONS; id++) {
        struct option option = option_table[id];
        if (id == OPTION_DATA && command->data)
            option.what = command->data;
        if (id == OPTION_OUTPUT && command->output)
            option.what = command->output;
        if ((command->options | common_options) & OPTION_BIT(id))
            add_option_help(text, &option);
    }
    buffer_format(text,
                  "\nSlutter med %s, 2 ved forkert brug\nog 3, når noget ikke kunne læses eller skrives.\n",
                  command->ends ? command->ends : "0, når alt gik godt, 1 ved fejl i data");
}

static void add_general_help(struct buffer *text)
{
    buffer_add_text(text, "aarsrapport laver rapporterne om socialøkonomi ud fra en mappe med CSV-filer.\n\n"
                          "Brug: aarsrapport KOMMANDO [valg]\n\nKommandoer:\n");
    for (size_t i = 0; i < COMMANDS; i++) {
        struct buffer usage = buffer_in(text->arena);
        buffer_format(&usage, "  %s", commands[i].name);
        if (commands[i].argument)
            buffer_format(&usage, " %s", commands[i].argument);
        add_padded(text, buffer_view(&usage), 24);
        buffer_format(text, "  %s\n", commands[i].what);
    }
    buffer_add_text(text, "\nHjælp til en kommando: aarsrapport KOMMANDO --help\n"
                          "Eksempel: aarsrapport aar 2024 --data samples/slagelse\n");
}

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; i < COMMANDS; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

/* The option that `word` names, whole ("--data", "-o") or with its value ("--data=x"); *value: the part after
 * `=`. */
static const struct option *find_option(const char *word, const char **value)
{
    const char *equals = strncmp(word, "--", 2) == 0 ? strchr(word, '=') : NULL;
    const size_t size = equals ? (size_t)(equals - word) : strlen(word);
    *value = equals ? equals + 1 : NULL;
    for (size_t id = 0; id < OPTIONS; id++) {
        const struct option *option = &option_table[id];
        const bool by_name = strlen(option->name) == size && strncmp(option->name, word, size) == 0;
        if (by_name || (option->letter && size == 2 && word[0] == '-' && word[1] == option->letter))
            return option;
    }
    return NULL;
}

__attribute__((format(printf, 2, 3))) static enum options_result wrong(struct buffer *text,
                                                                       const char *format, ...)
{
    char sentence[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    text->size = 0;
    buffer_format(text, "aarsrapport: %s\nHjælp: aarsrapport --help\n", sentence);
    return OPTIONS_WRONG;
}

static enum options_result set_date(day_number *date, const char *value, struct buffer *text)
{
    if (day_parse(sv_of(value), date) == DAY_OK)
        return OPTIONS_RUN;
    return wrong(text, "»%s« er ikke en dato. Skriv den som 31-01-2025.", value);
}

static enum options_result set_colour(struct options *options, const char *value, struct buffer *text)
{
    static const char *const choices[] = {
        [COLOUR_AUTO] = "auto", [COLOUR_ALWAYS] = "always", [COLOUR_NEVER] = "never"};
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
        if (strcmp(choices[i], value) == 0) {
            options->colour = (enum colour_choice)i;
            return OPTIONS_RUN;
        }
    }
    return wrong(text, "--color kan være auto, always eller never, ikke »%s«.", value);
}

static enum options_result set_edition(const char *value, struct buffer *text)
{
    if (strcmp(value, "intern") == 0)
        return OPTIONS_RUN;
    if (strcmp(value, "offentlig") == 0)
        return wrong(text, "Den offentlige udgave findes endnu ikke.");
    return wrong(text, "--udgave kan være intern eller offentlig, ikke »%s«.", value);
}

static enum options_result set_reason(struct options *options, const char *value, struct buffer *text)
{
    const char *refused = reason_check(text->arena, sv_of(value), &options->reason);
    return refused ? wrong(text, "%s", refused) : OPTIONS_RUN;
}

/* Two reports that are compared may each have data of their own. */
static enum options_result set_data(struct options *options, const char *value, struct buffer *text)
{
    const bool second = options->command == COMMAND_COMPARE && options->data;
    if (!*value)
        return wrong(text, "--data mangler navnet på en mappe.");
    if (second && options->other_data)
        return wrong(text, "--data kan stå højst to gange.");
    *(second ? &options->other_data : &options->data) = value;
    return OPTIONS_RUN;
}

static enum options_result set_option(struct options *options, enum option_id id, const char *value,
                                      struct buffer *text)
{
    options->given[id] = true;
    switch (id) {
    case OPTION_DATA:
        return set_data(options, value, text);
    case OPTION_OUTPUT:
        options->output = value;
        return *value ? OPTIONS_RUN : wrong(text, "--output mangler navnet på en mappe.");
    case OPTION_EDITION:
        return set_edition(value, text);
    case OPTION_DATE:
        return set_date(&options->date, value, text);
    case OPTION_REASON:
        return set_reason(options, value, text);
    case OPTION_CUTOFF:
        return set_date(&options->cutoff, value, text);
    case OPTION_PERIOD:
        if (period_parse(sv_of(value), &options->period))
            return OPTIONS_RUN;
        return wrong(text, "»%s« er ikke en periode. Skriv den som 2024, 2024-1 eller 2024-2.", value);
    case OPTION_AGREEMENT:
        options->agreement = value;
        return *value ? OPTIONS_RUN : wrong(text, "--aftale mangler aftalens nummer.");
    case OPTION_COLOUR:
        return set_colour(options, value, text);
    case OPTION_LEAVE_OUT:
    case OPTION_TEXT:
    case OPTION_QUIET:
    case OPTION_VERBOSE:
    case OPTION_HELP:
    case OPTION_VERSION:
        return OPTIONS_RUN;
    }
    return OPTIONS_RUN;
}

/* "aftale=SA-01": what a figure is for. */
static enum options_result set_dimension(struct options *options, const char *word, struct buffer *text)
{
    const struct {
        const char *name;
        const char **value;
    } dimensions[] = {{"aftale=", &options->agreement},
                      {"maalgruppe=", &options->target_group},
                      {"målgruppe=", &options->target_group},
                      {"kode=", &options->code}};
    for (size_t i = 0; i < sizeof dimensions / sizeof *dimensions; i++) {
        const size_t size = strlen(dimensions[i].name);
        if (strncmp(word, dimensions[i].name, size) != 0)
            continue;
        if (*dimensions[i].value)
            return wrong(text, "%.*s står to gange.", (int)size - 1, word);
        *dimensions[i].value = word + size;
        return word[size] ? OPTIONS_RUN : wrong(text, "%s mangler sin værdi.", word);
    }
    return wrong(text, "»%s«: der kan stå aftale=, maalgruppe= og kode=.", word);
}

/* A figure of a report without a period cannot be explained, whatever period is given. */
static enum options_result set_key(struct options *options, const char *word, struct buffer *text)
{
    const enum figure_id figure = figure_named(sv_of(word));
    options->argument = word;
    if (figure == FIGURES || !figure_is_timeless(figure))
        return OPTIONS_RUN;
    if (figure_is_of_effect(figure))
        return wrong(
            text,
            "%s er et tal fra effektberegningen. Dets rækker kan forklar ikke vise; den rapport, som "
            "kommandoen effekt skriver, siger, hvordan det er regnet.",
            word);
    return wrong(text, "%s hører til en rapport uden periode, og forklar viser ikke dens rækker.", word);
}

static enum options_result set_figure(struct options *options, const char *word, struct buffer *text)
{
    if (strchr(word, '='))
        return set_dimension(options, word, text);
    if (!options->argument)
        return set_key(options, word, text);
    if (options->period.year)
        return wrong(text, "»%s« er ét ord for meget.", word);
    if (period_parse(sv_of(word), &options->period))
        return OPTIONS_RUN;
    return wrong(text, "»%s« er ikke en periode. Skriv den som 2024, 2024-1 eller 2024-2.", word);
}

/* The period as the command's reports have it; other commands' arguments are words. */
static enum options_result set_period(struct options *options, enum argument_kind kind, const char *word,
                                      struct buffer *text)
{
    switch (kind) {
    case ARGUMENT_YEAR:
        if (period_parse(sv_of(word), &options->period) && options->period.half == 0)
            return OPTIONS_RUN;
        return wrong(text, "»%s« er ikke et år. Skriv det som 2024.", word);
    case ARGUMENT_HALF_YEAR:
        if (period_parse(sv_of(word), &options->period) && options->period.half != 0)
            return OPTIONS_RUN;
        return wrong(text, "»%s« er ikke et halvår. Skriv det som 2024-1 eller 2024-2.", word);
    case ARGUMENT_FOLDER:
    case ARGUMENT_FOLDERS:
    case ARGUMENT_REPORT:
    case ARGUMENT_FIGURE:
    case ARGUMENT_NONE:
        return OPTIONS_RUN;
    }
    return OPTIONS_RUN;
}

static bool has_period(const struct command *command)
{
    return command->argument_kind == ARGUMENT_YEAR || command->argument_kind == ARGUMENT_HALF_YEAR;
}

/* The report first, then its period. */
static enum options_result set_report(struct options *options, const char *word, struct buffer *text)
{
    if (options->argument && options->period.year)
        return wrong(text, "»%s« er ét ord for meget.", word);
    if (options->argument)
        return set_period(options, commands[options->each].argument_kind, word, text);
    const struct command *each = find_command(word);
    if (!each || !has_period(each))
        return wrong(text, "»%s« er ikke en rapport. Skriv aar, halvaar eller evaluering.", word);
    options->argument = word;
    options->each = (enum command_id)(each - commands);
    return OPTIONS_RUN;
}

static enum options_result set_argument(struct options *options, const struct command *command,
                                        const char *word, struct buffer *text)
{
    if (command->argument_kind == ARGUMENT_FIGURE)
        return set_figure(options, word, text);
    if (command->argument_kind == ARGUMENT_REPORT)
        return set_report(options, word, text);
    if (command->argument_kind == ARGUMENT_FOLDERS && options->argument && !options->other) {
        options->other = word;
        return OPTIONS_RUN;
    }
    if (!command->argument || options->argument)
        return wrong(text, "»%s« er ét ord for meget.", word);
    options->argument = word;
    return set_period(options, command->argument_kind, word, text);
}

static enum options_result parse_words(int argc, char *const argv[], struct options *options,
                                       const struct command *command, struct buffer *text)
{
    bool only_arguments = false;
    for (int i = 2; i < argc; i++) {
        const char *word = argv[i];
        const char *value = NULL;
        enum options_result result;
        if (!only_arguments && strcmp(word, "--") == 0) {
            only_arguments = true;
            continue;
        }
        if (only_arguments || word[0] != '-') {
            result = set_argument(options, command, word, text);
        } else {
            const struct option *option = find_option(word, &value);
            const unsigned allowed = command->options | common_options;
            if (!option || !(allowed & OPTION_BIT(option - option_table)))
                return wrong(text, "Kommandoen %s har ikke valget »%s«.", command->name, word);
            if (!option->value && value)
                return wrong(text, "Valget %s skal stå alene.", option->name);
            if (option->value && !value && i + 1 < argc)
                value = argv[++i];
            if (option->value && !value)
                return wrong(text, "Valget %s mangler sin værdi.", option->name);
            result = set_option(options, (enum option_id)(option - option_table), value ? value : "", text);
        }
        if (result != OPTIONS_RUN)
            return result;
    }
    return OPTIONS_RUN;
}

static enum options_result check_complete(const struct options *options, const struct command *command,
                                          struct buffer *text)
{
    static const char *const arguments[] = {
        [ARGUMENT_NONE] = "",
        [ARGUMENT_YEAR] = "et år, for eksempel 2024",
        [ARGUMENT_HALF_YEAR] = "et halvår, for eksempel 2024-1",
        [ARGUMENT_REPORT] = "en rapport, for eksempel aar 2024",
        [ARGUMENT_FOLDER] = "navnet på en mappe",
        [ARGUMENT_FOLDERS] = "navnene på de to mapper",
        [ARGUMENT_FIGURE] = "nøglen til et tal, for eksempel forloeb.effekt",
    };
    if (command->argument && !options->argument)
        return wrong(text, "Kommandoen %s mangler %s.", command->name, arguments[command->argument_kind]);
    if (command->argument_kind == ARGUMENT_FOLDERS && !options->other)
        return wrong(text, "Skriv også den mappe, »%s« skal sammenlignes med.", options->argument);
    if (command->argument_kind == ARGUMENT_FIGURE && !options->period.year)
        return wrong(text, "Skriv også perioden: et år som 2024 eller et halvår som 2024-1.");
    if (command->argument_kind == ARGUMENT_REPORT && !options->period.year)
        return wrong(text, "Skriv også perioden: alle %s %s.", options->argument,
                     options->each == COMMAND_HALF_YEAR ? "2024-1" : "2024");
    if (options->command == COMMAND_ALL && options->each != COMMAND_EVALUATION &&
        options->given[OPTION_CUTOFF])
        return wrong(text, "Valget --skaering hører til alle evaluering.");
    if (command->needs_data && !options->data)
        return wrong(text, "Skriv, hvor data ligger: --data MAPPE.");
    return OPTIONS_RUN;
}

static enum options_result answer_without_command(const char *word, struct buffer *text)
{
    const char *value;
    const struct option *option = find_option(word, &value);
    if (option == &option_table[OPTION_HELP]) {
        add_general_help(text);
        return OPTIONS_DONE;
    }
    if (option == &option_table[OPTION_VERSION]) {
        buffer_format(text, "aarsrapport %s\n", AARSRAPPORT_VERSION);
        return OPTIONS_DONE;
    }
    return wrong(text, "»%s« er ikke en kommando.", word);
}

/* SOURCE_DATE_EPOCH, seconds since 1970; DAY_NONE when it is not set to a number. */
static day_number day_of_environment(void)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    const long long seconds = epoch ? strtoll(epoch, &end, 10) : 0;
    const bool is_number = epoch && *epoch && !*end && seconds >= 0 && seconds < INT64_C(253402300800);
    return is_number ? (day_number)(seconds / 86400) : DAY_NONE;
}

enum options_result options_parse(int argc, char *const argv[], struct options *options, struct buffer *text)
{
    *options = (struct options){.output = "output",
                                .period = period_none(),
                                .date = DAY_NONE,
                                .default_date = day_of_environment(),
                                .cutoff = DAY_NONE};
    if (argc < 2) {
        add_general_help(text);
        return OPTIONS_WRONG;
    }
    const struct command *command = find_command(argv[1]);
    if (!command)
        return answer_without_command(argv[1], text);
    options->command = (enum command_id)(command - commands);
    const enum options_result result = parse_words(argc, argv, options, command, text);
    if (result != OPTIONS_RUN && !options->given[OPTION_HELP])
        return result;
    if (options->given[OPTION_HELP]) {
        text->size = 0;
        add_command_help(text, command);
        return OPTIONS_DONE;
    }
    if (options->given[OPTION_VERSION])
        return answer_without_command("--version", text);
    return check_complete(options, command, text);
}
