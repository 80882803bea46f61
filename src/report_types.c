#include "report_types.h"

/* What a report about courses, jobs and agreements has beside it. */
#define EVERY_FILE                                                                                           \
    {                                                                                                        \
        [FILE_AGREEMENTS] = true, [FILE_CASE_PAPER] = true, [FILE_DATA_BOOK] = true, [FILE_FIGURES] = true,  \
        [FILE_CORRECTIONS] = true                                                                            \
    }

/* One for each command; without a folder: it writes no report. */
enum { COMMANDS = COMMAND_TEMPLATES + 1 };

static const struct report_type types[COMMANDS] = {
    [COMMAND_YEAR] = {.kind = REPORT_YEAR,
                      .folder = "aarsrapport",
                      .name = "årsrapporten",
                      .need = NEEDED_BY_REPORTS,
                      .files = EVERY_FILE},
    [COMMAND_HALF_YEAR] = {.kind = REPORT_HALF_YEAR,
                           .folder = "halvaarsrapport",
                           .name = "halvårsrapporten",
                           .need = NEEDED_BY_REPORTS,
                           .files = EVERY_FILE},
    [COMMAND_EVALUATION] = {.kind = REPORT_EVALUATION,
                            .folder = "evaluering",
                            .name = "evalueringen",
                            .need = NEEDED_BY_EVALUATION,
                            .files = EVERY_FILE},
    [COMMAND_SURVEY] = {.kind = REPORT_SURVEY,
                        .folder = "erfaring",
                        .name = "erfaringsopsamlingen",
                        .need = NEEDED_BY_SURVEY,
                        .is_timeless = true,
                        .needs_codes = true,
                        .files = {[FILE_FIGURES] = true, [FILE_CORRECTIONS] = true}},
    [COMMAND_EFFECT] = {.kind = REPORT_EFFECT,
                        .folder = "effekt",
                        .name = "effektberegningen",
                        .need = NEEDED_BY_EFFECT,
                        .is_timeless = true,
                        .files = {[FILE_FIGURES] = true, [FILE_CORRECTIONS] = true}},
};

const struct report_type *report_type_of(enum command_id command)
{
    return types[command].folder ? &types[command] : NULL;
}

/* The one whose folder the name begins with; COMMANDS: none. */
static size_t find_named(const struct report_type *of, struct sv report)
{
    for (size_t i = 0; i < COMMANDS; i++) {
        const struct sv folder = sv_of(of[i].folder);
        const struct sv rest = sv_slice(report, folder.size, report.size);
        if (folder.size && sv_starts_with(report, folder) && (!rest.size || rest.data[0] == '-'))
            return i;
    }
    return COMMANDS;
}

const struct report_type *report_type_named(struct sv report, enum command_id *command)
{
    const size_t found = find_named(types, report);
    if (found == COMMANDS)
        return NULL;
    *command = (enum command_id)found;
    return &types[found];
}

static const struct report_type comparisons[COMMANDS] = {
    [COMMAND_YEAR] = {.kind = REPORT_YEAR, .folder = "sammenligning-aarsrapport", .file = "sammenligning"},
    [COMMAND_HALF_YEAR] = {.kind = REPORT_HALF_YEAR,
                           .folder = "sammenligning-halvaarsrapport",
                           .file = "sammenligning"},
    [COMMAND_EVALUATION] = {.kind = REPORT_EVALUATION,
                            .folder = "sammenligning-evaluering",
                            .file = "sammenligning"},
};

const struct report_type *report_type_of_comparison(enum command_id command)
{
    return comparisons[command].folder ? &comparisons[command] : NULL;
}

bool report_is_comparison(struct sv report)
{
    return find_named(comparisons, report) < COMMANDS;
}
