/*
 * The tables that a data folder may hold and their columns: what a cell may be, whether it may be empty,
 * which code list or table it refers to, and where in the record its value goes. Reading, checking, the
 * templates and their help all follow this one description.
 */
#ifndef AARSRAPPORT_SCHEMA_H
#define AARSRAPPORT_SCHEMA_H

#include "codes.h"
#include "names.h"

#include <stdbool.h>
#include <stddef.h>

enum table_id {
    TABLE_COURSES,
    TABLE_JOBS,
    TABLE_FOLLOW_UPS,
    TABLE_AGREEMENTS,
    TABLE_ENTERPRISES,
    TABLE_GOALS,
    TABLE_AGREEMENT_STATUSES,
    TABLE_EVALUATIONS,
    TABLE_EFFORT_STATUSES,
    TABLE_RECOMMENDATIONS,
    TABLE_APPLICATIONS,
    TABLE_TRIALS,
    TABLE_PURCHASES,
    TABLE_READINGS,
    TABLE_BENEFIT_RATES,
    TABLE_REFUND_RATES,
    TABLE_OUTCOME_SAVINGS,
    TABLE_RESULT_PAYMENTS,
    TABLE_INVESTMENTS,
    TABLE_SCENARIOS,
    TABLE_ACCELERATOR,
    TABLE_MUNICIPALITIES, /* before what names them, so that names are written as here */
    TABLE_QUESTIONS,
    TABLE_ANSWERS,
    TABLE_MEASURES,
    TABLES
};

/* What a cell holds, and the type of the record's field. */
enum value_type {
    VALUE_KEY,         /* uint32_t: symbol among the table's keys */
    VALUE_PARTICIPANT, /* uint32_t: symbol among the participants */
    VALUE_REFERENCE,   /* uint32_t: symbol among the other table's keys, later its row */
    VALUE_NAME,        /* uint32_t: symbol among the names of its kind (names.h), which match like codes */
    VALUE_TEXT,        /* struct sv */
    VALUE_CODE,        /* uint16_t */
    VALUE_CODE_SET,    /* uint64_t: codes separated by `|` */
    VALUE_DATE,        /* day_number */
    VALUE_HOURS,       /* decimal: 0–60 hours a week */
    VALUE_NUMBER,      /* decimal */
    VALUE_AMOUNT,      /* decimal: kroner */
    VALUE_MONEY,       /* decimal: kroner, with two decimals at most */
    VALUE_PERCENT,     /* decimal: per cent, 0–100 */
    VALUE_WHOLE,       /* int32_t ≥ 0 */
    VALUE_YEAR,        /* int32_t */
    VALUE_PERIOD,      /* int32_t: period_number of "2024", "2024-1" or "2024-2" (period.h) */
    VALUE_RATING,      /* uint8_t: 1–5; 0: not stated */
    VALUE_YES_NO,      /* uint8_t: enum yes_no */
    VALUE_CVR,         /* uint32_t */
    VALUE_RESULT       /* uint32_t: see result_of (records.h) */
};

struct column {
    const char *name; /* canonical: what headers are folded to */
    enum value_type type;
    bool column_required;    /* the column must be there */
    bool value_required;     /* and its cells filled in */
    bool part_of_key;        /* rows that agree in all of these are duplicates */
    bool may_be_open;        /* VALUE_DATE: an end, where 31-12-9999 stands for "none yet" */
    enum code_list_id list;  /* VALUE_CODE, VALUE_CODE_SET */
    enum table_id reference; /* VALUE_REFERENCE */
    enum name_kind names;    /* VALUE_NAME */
    size_t offset;           /* of the field in the record */
    const char *help;        /* Danish: what to write in the column, for the templates */
    const char *example;     /* a well-formed cell, for the templates' explanation */
};

/*
 * The reports that read tables: the yearly and half-yearly ones, the evaluation of the agreements, the survey
 * of the municipalities, and the calculation of payment by results.
 */
enum need { NEEDED_BY_REPORTS = 1, NEEDED_BY_EVALUATION = 2, NEEDED_BY_SURVEY = 4, NEEDED_BY_EFFECT = 8 };

struct table_schema {
    const char *name;  /* "forloeb": the file is forloeb.csv, or any number of forloeb-*.csv */
    const char *title; /* Danish: what a row is */
    unsigned needed;   /* set of enum need: the reports that cannot be made without it */
    unsigned read;     /* set of enum need: the reports that read it if it is there; holds `needed` */
    size_t record_size;
    const struct column *columns;
    size_t column_count;
};

const struct table_schema *table_schema(enum table_id id);

/* The column of the table's identifiers; NULL: it has none. */
const struct column *table_key_column(enum table_id id);

/* rapport.ini's sections, keys and help, for the template and for reading it. */
struct setting_schema {
    const char *section;
    const char *key;
    bool required;
    bool repeats; /* the section may stand again as [section.2], [section.3] … */
    const char *help;
    const char *example;
};

const struct setting_schema *setting_schemas(size_t *count);

#endif
