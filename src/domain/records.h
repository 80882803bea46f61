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
    uint32_t agreement; /* ROW_NONE: none */
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

#endif
