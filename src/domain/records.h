/*
 * One record a row of each table, typed, with file and line kept to the end.
 *
 * A field that may be empty has a value for "not stated": DAY_NONE, DECIMAL_NONE, WHOLE_NONE, CODE_NONE,
 * ROW_NONE, UNSTATED or an empty view. References are row numbers in the table they refer to (link_references
 * in data_set.h has turned the identifiers into them). Columns and their rules: schema.c.
 */
#ifndef AARSRAPPORT_RECORDS_H
#define AARSRAPPORT_RECORDS_H

#include "codes.h"
#include "day.h"
#include "decimal.h"
#include "sv.h"

#include <stdbool.h>
#include <stdint.h>

#define WHOLE_NONE INT32_MIN
#define ROW_NONE UINT32_MAX

enum yes_no { UNSTATED, NO, YES };

/* Where a record was read. Every record begins with one. */
struct source {
    uint32_t line; /* physical line, from 1 */
    uint16_t file; /* index in data_set.files */
    bool left_out; /* the row has an error and is not counted */
};

/* forloeb.csv: one citizen's course under an agreement. */
struct course {
    struct source source;
    uint32_t id;          /* symbol of forloeb_id */
    uint32_t participant; /* symbol of borger_id, shared with jobs */
    uint32_t agreement;   /* row of the agreement */
    day_number start;
    day_number end; /* DAY_NONE: still running */
    uint16_t target_group;
    uint16_t step_start;
    uint16_t step_end;
    uint16_t outcome;
    uint16_t dropout_reason;
    uint8_t plan;        /* enum yes_no */
    uint8_t ownership;   /* enum yes_no: the citizen owns the plan */
    decimal hours_start; /* a week */
    decimal hours_end;
};

/* job.csv: one job that came of the effort. */
struct job {
    struct source source;
    uint32_t id;
    uint32_t participant;
    uint32_t enterprise;
    uint32_t enterprise_id; /* symbol of virksomhed_id, also where virksomheder.csv is not there */
    uint32_t agreement;     /* ROW_NONE: none */
    day_number start;
    day_number end;
    uint16_t job_type;
    uint16_t target_group;
    uint8_t in_house;
    uint8_t csr;
    decimal hours; /* a week */
};

/* opfoelgninger.csv: a follow-up meeting. */
struct follow_up {
    struct source source;
    uint32_t course;
    day_number date;
    uint16_t status; /* outcome code: where the citizen is now */
    uint8_t held;
};

/* aftaler.csv: a cooperation agreement. */
struct agreement {
    struct source source;
    uint32_t id;
    struct sv name;
    uint32_t enterprise;
    uint16_t type;
    uint16_t target_group;
    day_number start;
    day_number end;
    int32_t places;
    decimal price_per_course;   /* kroner */
    struct sv cluster;          /* of growth partnerships; empty: none */
    uint64_t positive_outcomes; /* set of outcome codes, bit = index; 0: the codes marked positive */
};

/* virksomheder.csv: an enterprise or initiative. */
struct enterprise {
    struct source source;
    uint32_t id;
    struct sv name;
    uint32_t cvr; /* 0: not stated */
    uint16_t type;
    uint16_t status;
    struct sv line_of_business;
    day_number start;
    day_number end;
    struct sv closing_reason;
    struct sv municipality;
    day_number registered; /* entry in the register of registered social enterprises */
    uint8_t bottom_line_social;
    uint8_t bottom_line_local;
    uint8_t bottom_line_economic;
    int32_t staff;
    int32_t staff_from_edge; /* from the edge of the labour market */
    decimal income_private;  /* kroner */
    decimal income_public;
    decimal income_civil;
};

/* Order of the codes in CODES_GOAL_TYPE. */
enum goal_type { GOAL_YEARLY, GOAL_FINAL, GOAL_MILESTONE };

/* maal.csv: a goal of a strategy. */
struct goal {
    struct source source;
    uint32_t id;
    struct sv name;
    uint16_t type;        /* enum goal_type */
    struct sv figure;     /* noegle; empty for a milestone */
    struct sv categories; /* kode, several by `|` */
    decimal target;       /* DECIMAL_NONE: without a target */
    decimal target_to;    /* upper end of a range */
    int32_t from_year;
    int32_t to_year;
    day_number reached; /* milestone */
};

/* aftalestatus.csv: how an agreement stands in a period. Texts keep their line breaks. */
struct agreement_status {
    struct source source;
    int32_t period; /* period_number */
    uint32_t agreement;
    uint16_t light; /* enum light, or CODE_NONE */
    struct sv text;
    struct sv learning;
    struct sv development; /* renegotiated, extended … */
};

/* evalueringer.csv: one answer of the spring evaluation. */
struct evaluation {
    struct source source;
    uint32_t agreement;
    int32_t year;
    uint16_t question;
    uint8_t answer; /* 1 not at all – 5 to a high degree; 0: none, then there is a remark */
    struct sv remark;
    day_number date;
    struct sv answered_by;
};

/* indsatser.csv: how an effort stands in a period. Texts keep their line breaks. */
struct effort_status {
    struct source source;
    int32_t period; /* period_number */
    uint16_t effort;
    uint16_t light; /* enum light */
    struct sv text;
    struct sv succeeded;
    struct sv not_as_expected;
    struct sv odd;
    struct sv unexpected;
    struct sv lesson;
    struct sv correction;
    struct sv recommendation;
};

/* anbefalinger.csv: a recommendation to the committee, and what became of it. */
struct recommendation {
    struct source source;
    int32_t year;
    int32_t number;
    struct sv text;
    uint16_t effort;
    uint16_t status;
    struct sv follow_up;
};

/* fundraising.csv: an application for a grant. */
struct application {
    struct source source;
    uint32_t id;
    uint32_t enterprise; /* ROW_NONE: none */
    struct sv donor;
    struct sv project;
    day_number submitted;
    day_number decided; /* DAY_NONE: not yet */
    decimal sought;     /* kroner */
    decimal granted;    /* kroner; 0 or DECIMAL_NONE: refused, or not decided */
    uint16_t model;
};

/* proevehandlinger.csv: a trial action. */
struct trial {
    struct source source;
    uint32_t id;
    struct sv title;
    day_number start;
    day_number end;
    uint16_t status;
    uint8_t local_partner;
    uint64_t sectors;  /* set of codes, bit = index */
    uint64_t un_goals; /* set of codes of CODES_UN_GOAL: bit 0 is goal 1 */
};

/* indkoeb.csv: a local purchase. */
struct purchase {
    struct source source;
    day_number date;
    uint32_t enterprise;
    struct sv department; /* forvaltning */
    decimal amount;       /* kroner */
    uint8_t reserved;     /* enum yes_no: a reserved contract under the light regime */
};

/* progression.csv: a reading of an indicator besides the step of the value chain. */
struct progression_reading {
    struct source source;
    uint32_t course;
    day_number date;
    uint16_t indicator;
    uint16_t assessor; /* CODE_NONE: not stated */
    uint8_t value;     /* 1–5 */
};

/* satser.csv: what a benefit comes to a month, for a target group, from a day on. */
struct benefit_rate {
    struct source source;
    uint16_t target_group;
    day_number valid_from;
    decimal amount; /* kroner a month */
};

/* refusion.csv: the state's part of a benefit, by weeks since the course began. */
struct refund_rate {
    struct source source;
    int32_t week_from;   /* from 1 */
    int32_t week_to;     /* included; WHOLE_NONE: open */
    decimal state_share; /* per cent */
};

/* virkning.csv: what a positive outcome saves. */
struct outcome_saving {
    struct source source;
    uint16_t outcome;
    decimal share; /* per cent of the benefit that ceases */
    decimal tax;   /* kroner a month of further municipal tax; DECIMAL_NONE: none */
};

/* Order of the words in betalinger.csv. RESULT_OUTCOME has a code of CODES_OUTCOME with it. */
enum result_kind {
    RESULT_TRAINING,        /* traening_gennemfoert */
    RESULT_PLACEMENT,       /* praktik */
    RESULT_OUTCOME,         /* udfald:<code> */
    RESULT_KEPT_HALF_YEAR,  /* fastholdt_6 */
    RESULT_KEPT_YEAR,       /* fastholdt_12 */
    RESULT_STAFF_HIRED,     /* virksomhed_ansat */
    RESULT_ENTERPRISE_GREW, /* virksomhed_vaekst */
    RESULT_KINDS
};

/* A result as one number: the kind, and the outcome's code where there is one. */
#define RESULT_NONE UINT32_MAX

static inline uint32_t result_of(enum result_kind kind, uint16_t outcome)
{
    return (uint32_t)kind << 16 | outcome;
}

static inline enum result_kind result_kind(uint32_t result)
{
    return (enum result_kind)(result >> 16);
}

static inline uint16_t result_outcome(uint32_t result)
{
    return (uint16_t)(result & UINT16_MAX);
}

/* betalinger.csv: what is paid for a result. */
struct result_payment {
    struct source source;
    uint32_t result;
    decimal amount; /* kroner */
};

/* Order of the codes in CODES_INVESTMENT_BASIS. */
enum investment_basis { INVESTED_PER_COURSE, INVESTED_IN_PROGRAMME };

/* investering.csv: a post of what the effort costs. */
struct investment {
    struct source source;
    struct sv post;
    decimal amount;  /* kroner */
    uint16_t basis;  /* enum investment_basis */
    day_number date; /* of the programme's posts only */
};

/* scenarier.csv: what a simulation assumes. The first row is the base scenario. */
struct scenario {
    struct source source;
    uint32_t id;      /* symbol of its name */
    decimal lapse;    /* per cent of the positive outcomes that lapse a month */
    int32_t horizon;  /* months */
    decimal discount; /* per cent a year; DECIMAL_NONE: none */
};

/* accelerator.csv: an enterprise's time in the accelerator. */
struct accelerator {
    struct source source;
    uint32_t enterprise;
    uint32_t enterprise_id; /* symbol of virksomhed_id */
    day_number start;
    day_number end;
    int32_t staff_start;
    int32_t staff_end;
    decimal turnover_start; /* kroner */
    decimal turnover_end;
};

/* kommuner.csv: a municipality in a cluster; a municipality in two clusters has two. */
struct municipality {
    struct source source;
    uint32_t name; /* symbol of NAMES_MUNICIPALITY */
    struct sv code;
    uint32_t cluster;    /* symbol of NAMES_CLUSTER; SYMBOL_NONE: none */
    int32_t places;      /* in the cluster */
    int32_t enterprises; /* these four on at most one row of a municipality */
    int32_t registered;
    int32_t established;
    int32_t coming;
    int32_t inhabitants;
    uint8_t asked; /* enum yes_no; UNSTATED: asked */
};

/* Order of the codes in CODES_QUESTION_TYPE. */
enum question_type { ANSWERED_BY_ONE, ANSWERED_BY_SEVERAL, ANSWERED_BY_NUMBER, ANSWERED_BY_TEXT };

#define LIST_NONE UINT16_MAX

/* spoergsmaal.csv: a question to the municipalities. */
struct question {
    struct source source;
    uint32_t id;
    struct sv text;
    uint16_t type; /* enum question_type */
    struct sv scale_name;
    uint16_t scale; /* index in data_set.codes.lists, set by the rules; LIST_NONE: answers are no codes */
    int32_t order;  /* WHOLE_NONE: as the rows stand */
    struct sv group;
};

/* svar.csv: what a municipality answered in a round. The rules read `text` into what the question asks for.
 */
struct answer {
    struct source source;
    uint32_t municipality; /* symbol of NAMES_MUNICIPALITY */
    uint32_t question;
    uint16_t round;
    struct sv text; /* as written; empty: not answered */
    uint64_t codes; /* set of codes of the question's scale, bit = index */
    decimal number; /* DECIMAL_NONE: none */
};

/* tiltag.csv: how far a municipality is with a measure. */
struct measure_status {
    struct source source;
    uint32_t municipality; /* symbol of NAMES_MUNICIPALITY */
    uint16_t measure;
    uint16_t status;
    struct sv example;
};

#endif
