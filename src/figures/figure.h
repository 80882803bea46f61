/*
 * What figures there are: name, unit, and one sentence on how each is counted, which the method chapter
 * prints. figure.def is the one list. A figure with a key (figure_key) has one value in the store
 * (figures.h).
 */
#ifndef AARSRAPPORT_FIGURE_H
#define AARSRAPPORT_FIGURE_H

#include "codes.h"
#include "decimal.h"
#include "sv.h"

#include <stdbool.h>
#include <stdint.h>

enum figure_unit {
    UNIT_COUNT,  /* antal */
    UNIT_SHARE,  /* andel: a fraction, 0,42 = 42 % */
    UNIT_HOURS,  /* timer */
    UNIT_DAYS,   /* dage */
    UNIT_AMOUNT, /* kr */
    UNIT_DATE,   /* dato: the value is a day_number */
    UNIT_MONTH,  /* maaned: a month of a course's own clock */
    UNIT_STATUS, /* status: the value is an enum goal_status */
    UNIT_LIGHT,  /* status too: the value is an enum light (codes.h) */
    UNIT_OF_GOAL /* the unit of the figure that the goal is about */
};

/* What the code (kode) of a figure's key is, which decides how it is printed. */
enum figure_code_kind {
    FIGURE_WITHOUT_CODE,
    FIGURE_BY_LIST,             /* a code of a code list */
    FIGURE_BY_DIRECTION,        /* frem, uaendret, tilbage, uoplyst */
    FIGURE_BY_TRANSITION,       /* `from>to`: two steps of the value chain */
    FIGURE_BY_HOURS_BAND,       /* 0-5, 5-10, 10-20, 20-30, 30+ */
    FIGURE_BY_MONTH,            /* 01–12 */
    FIGURE_BY_GENERATION,       /* 1, 2 */
    FIGURE_BY_SECTOR_OF_INCOME, /* privat, offentlig, civil */
    FIGURE_BY_ANSWER,           /* `question:1` to `question:5` */
    FIGURE_BY_DEPARTMENT,       /* the departments named in indkoeb.csv */
    FIGURE_BY_SCENARIO,         /* `scenario`, or `scenario:cluster` */
    FIGURE_BY_RESULT,           /* `scenario:result` */
    FIGURE_BY_INPUT,            /* `scenario:input:ned`, `scenario:input:op` */
    FIGURE_BY_QUESTION,         /* a question of spoergsmaal.csv, or `question:answer` */
    FIGURE_BY_MEASURE,          /* `measure:status` */
    FIGURE_BY_MUNICIPALITY,     /* of kommuner.csv */
    FIGURE_BY_STATEMENT,        /* a column of kommuner.csv */
    FIGURE_BY_CLUSTER           /* of kommuner.csv */
};
enum { FIGURE_CODE_KINDS = FIGURE_BY_CLUSTER + 1 };

enum figure_id {
#define FIGURE(id, key, name, unit, code_kind, list, has_total, how) FIGURE_##id,
#include "figure.def"
#undef FIGURE
    FIGURES
};

struct figure_kind {
    const char *key;  /* noegle, "forloeb.startede"; for goals "vaerdi", printed as maal.<id>.vaerdi */
    const char *name; /* Danish, as printed */
    enum figure_unit unit;
    enum figure_code_kind code_kind;
    enum code_list_id list; /* FIGURE_BY_LIST */
    bool has_total;         /* by code, and also without one */
    const char *how;        /* Danish sentence: how it is counted */
};

const struct figure_kind *figure_kind(enum figure_id id);
bool figure_is_of_goal(enum figure_id id);

/* A figure of the calculation of payment by results. */
bool figure_is_of_effect(enum figure_id id);

/* A figure of a report that has no period: no goal and no text can be about it. */
bool figure_is_timeless(enum figure_id id);

/* A mean by code: without a row it has no value, where counts are 0. Its unit is that of what it is taken of.
 */
bool figure_is_mean(enum figure_id id);

/* The figure with that noegle; FIGURES when there is none. Goals' own figures are not found. */
enum figure_id figure_named(struct sv key);

/* "antal", "andel", … as in noegletal.csv. UNIT_OF_GOAL has none. */
const char *figure_unit_name(enum figure_unit unit);

/* Order of severity; see figures on goals. Printed names and symbols: goal_status_name. */
enum goal_status {
    GOAL_REACHED,       /* naaet */
    GOAL_REACHED_EARLY, /* naaet_foer_tid */
    GOAL_ON_TRACK,      /* paa_vej */
    GOAL_BEHIND,        /* bagud */
    GOAL_NOT_REACHED,   /* ikke_naaet */
    GOAL_WITHOUT_TARGET /* uden_maal */
};
enum { GOAL_STATUSES = 6 };

const char *goal_status_code(enum goal_status status); /* "naaet_foer_tid" */
const char *goal_status_name(enum goal_status status); /* "nået før tid" */

#endif
