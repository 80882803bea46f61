/*
 * The command line: one table of commands and one of options, which parsing, help and messages all follow.
 */
#ifndef AARSRAPPORT_OPTIONS_H
#define AARSRAPPORT_OPTIONS_H

#include "buffer.h"
#include "period.h"

enum command_id {
    COMMAND_YEAR,
    COMMAND_HALF_YEAR,
    COMMAND_EVALUATION,
    COMMAND_SURVEY,
    COMMAND_EFFECT,
    COMMAND_ALL,
    COMMAND_EXPLAIN,
    COMMAND_VERIFY,
    COMMAND_COMPARE,
    COMMAND_CHECK,
    COMMAND_TEMPLATES
};

enum option_id {
    OPTION_DATA,
    OPTION_OUTPUT,
    OPTION_EDITION,
    OPTION_AGREEMENT,
    OPTION_CUTOFF,
    OPTION_PERIOD,
    OPTION_LEAVE_OUT,
    OPTION_TEXT,
    OPTION_DATE,
    OPTION_REASON,
    OPTION_QUIET,
    OPTION_VERBOSE,
    OPTION_COLOUR,
    OPTION_HELP,
    OPTION_VERSION
};
enum { OPTIONS = OPTION_VERSION + 1 };

enum colour_choice { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

struct options {
    enum command_id command;
    enum command_id each;     /* COMMAND_ALL: the report that is made for each data folder */
    const char *argument;     /* what follows the command: "2024", the templates' folder, a figure's name */
    const char *other;        /* COMMAND_COMPARE: the second of the two folders */
    struct period period;     /* of a report or a figure; none of a report that has no period */
    const char *data;         /* the data folder; NULL: not given */
    const char *other_data;   /* COMMAND_COMPARE: where --data is given twice, the second */
    const char *output;       /* where reports go; "output" unless told otherwise */
    const char *agreement;    /* --aftale, or a figure's aftale=; NULL: not given */
    const char *target_group; /* a figure's maalgruppe= */
    const char *code;         /* a figure's kode= */
    day_number date;          /* --dato; DAY_NONE: not given */
    day_number default_date;  /* where no --dato is given; DAY_NONE: one that follows from the data */
    day_number cutoff;        /* --skaering; DAY_NONE: not given */
    struct sv reason;         /* --begrundelse; empty: not given */
    enum colour_choice colour;
    bool given[OPTIONS];
};

enum options_result {
    OPTIONS_RUN,  /* go on */
    OPTIONS_DONE, /* *text is help or the version, for stdout: exit 0 */
    OPTIONS_WRONG /* *text says what is wrong, for stderr: exit 2 */
};

enum options_result options_parse(int argc, char *const argv[], struct options *options, struct buffer *text);

/* "--data" */
const char *option_name(enum option_id id);

#endif
