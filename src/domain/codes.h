/*
 * Code lists: target groups, outcomes, job types and so on, so that a reform is a change of data.
 *
 * The built-in lists are constant data (codes.c); code_lists_init copies them into the run's arena, where
 * koder.csv may replace a list or add one. A record holds a code as its index in its list.
 */
#ifndef AARSRAPPORT_CODES_H
#define AARSRAPPORT_CODES_H

#include "day.h"
#include "sv.h"

#include <stdbool.h>
#include <stdint.h>

/* The lists that the program itself uses, in the order in which they are written to the template. */
enum code_list_id {
    CODES_TARGET_GROUP,          /* maalgruppe */
    CODES_STEP,                  /* trin: the value chain, in order */
    CODES_OUTCOME,               /* udfald */
    CODES_DROPOUT_REASON,        /* aarsag */
    CODES_JOB_TYPE,              /* jobtype */
    CODES_AGREEMENT_TYPE,        /* aftaletype */
    CODES_ENTERPRISE_TYPE,       /* virksomhedstype */
    CODES_ENTERPRISE_STATUS,     /* virksomhedsstatus */
    CODES_EVALUATION_QUESTION,   /* evalueringsspoergsmaal */
    CODES_EFFORT,                /* indsats */
    CODES_RECOMMENDATION_STATUS, /* anbefalingsstatus */
    CODES_FUNDRAISING_MODEL,     /* fundraisingmodel */
    CODES_TRIAL_STATUS,          /* proevehandlingsstatus */
    CODES_SECTOR,                /* sektor */
    CODES_INDICATOR,             /* indikator */
    CODES_ROUND,                 /* runde: of the survey, in time order */
    CODES_MEASURE,               /* tiltag: the ten measures */
    CODES_MEASURE_STATUS,        /* tiltagsstatus: ja, delvist, nej */
    CODES_GOAL_TYPE,        /* maaltype; this and the following are fixed: koder.csv cannot replace them */
    CODES_LIGHT,            /* statusfarve: groen, gul, roed; see enum light */
    CODES_ASSESSOR,         /* vurderet_af */
    CODES_UN_GOAL,          /* verdensmaal 1–17, by their official Danish names */
    CODES_INVESTMENT_BASIS, /* investering_pr: see enum investment_basis */
    CODES_QUESTION_TYPE,    /* spoergsmaalstype; see enum question_type */
    CODES_BUILT_IN
};

#define CODE_NONE UINT16_MAX

/* Of municipalities that were asked and gave no answer; no list of answers may have it. */
#define CODE_NOT_ANSWERED "ikke_besvaret"

/* The codes of CODES_LIGHT, in order: how an effort or an agreement stands. */
enum light { LIGHT_GREEN, LIGHT_YELLOW, LIGHT_RED };

enum { CODE_LIST_LONGEST = 64 }; /* codes in a list that is used as a set */

struct code {
    struct sv code;
    struct sv name;        /* printed */
    struct sv folded_code; /* what a cell is matched against, see danish_fold */
    struct sv folded_name;
    struct sv folded_alias; /* of another name that is read but not printed; empty: none */
    struct sv group;        /* codes with the same group are added under it in tables that span a reform */
    bool positive;          /* outcomes only */
    int order;              /* raekkefoelge, else row order */
    day_number valid_from;  /* DAY_NONE: always */
    day_number valid_to;
    uint32_t line; /* in koder.csv; 0: built in */
};

struct code_list {
    struct sv name;
    struct code *codes; /* in order */
    size_t count;
    bool fixed; /* not to be replaced, and not written to the template */
};

struct code_lists {
    struct code_list *lists; /* the built-in ones first, by enum code_list_id */
    size_t count;
    size_t capacity;
};

void code_lists_init(struct code_lists *codes, struct arena *arena);
const struct code_list *code_list(const struct code_lists *codes, enum code_list_id id);
struct code_list *code_list_named(struct code_lists *codes, struct sv name); /* NULL when there is none */

/* The index of the code, name or alias that `text` folds to; CODE_NONE when there is none. */
uint16_t code_find(const struct code_list *list, struct sv text);

/* The code whose code or name is nearest to `text`; CODE_NONE only for an empty list. */
uint16_t code_nearest(const struct code_list *list, struct sv text);

/* "groen" and "grøn": as in data and as printed. */
const char *light_code(enum light light);
const char *light_name(enum light light);

struct sv code_text(const struct code_list *list, uint16_t code); /* empty for CODE_NONE */
struct sv code_name(const struct code_list *list, uint16_t code);

/* Whether the code is valid on any day of the span, both ends included; true when the days are DAY_NONE. */
bool code_is_valid_within(const struct code *code, day_number first, day_number last);

/* Codes that counting rules name. CODE_NONE when a replaced list no longer has them. */
uint16_t code_of(const struct code_lists *codes, enum code_list_id id, const char *code);

#endif
