/*
 * The data set: every table of a data folder as typed records, the code lists, the settings, and an account
 * of each file that was read. Made once by input's data_read, then only read. Everything lives in the run's
 * arena.
 */
#ifndef AARSRAPPORT_DATA_SET_H
#define AARSRAPPORT_DATA_SET_H

#include "arena.h"
#include "codes.h"
#include "diag.h"
#include "narrative.h"
#include "picture.h"
#include "records.h"
#include "schema.h"
#include "settings.h"
#include "sha256.h"
#include "symbols.h"

enum text_encoding {
    ENCODING_UTF8,
    ENCODING_UTF8_BOM,
    ENCODING_WINDOWS_1252,
    ENCODING_UTF16_LE,
    ENCODING_UTF16_BE
};

/* Where a column of the schema stands in a file. */
struct file_column {
    uint16_t position; /* from 1; 0: the file lacks it */
    struct sv heading; /* as it stands in the file */
};

/* The account of one file: rows == counted + left_out + empty, or the run stops. */
struct input_file {
    struct sv name; /* within the data folder */
    uint64_t size;  /* bytes */
    unsigned char sha256[SHA256_BYTES];
    enum text_encoding encoding;
    char separator; /* 0 for a file that is not a table */
    bool is_table;
    enum table_id table;
    struct file_column *columns; /* by the table schema's columns; NULL for a file that is not a table */
    uint64_t rows;               /* below the header, blank lines too */
    uint64_t counted;
    uint64_t left_out; /* with a reason: each has a finding of level error */
    uint64_t empty;    /* blank lines and rows of only empty fields */
};

/*
 * The rows of one table, in file-name order, then row order. Rows that are left out are not among them: they
 * stand after them with what could be read, for telling what has become of a row. A reference of theirs is
 * still the symbol of the other table's key.
 */
struct rows {
    void *data; /* count + left_out records of schema.record_size bytes */
    size_t count;
    size_t left_out;
    size_t capacity;
    struct symbols keys;  /* identifiers, also those only referred to */
    uint32_t *row_of_key; /* by symbol; ROW_NONE when no row has that key */
    bool present;         /* at least one file of the table was there */
    bool partial;         /* a file of it could not be read as a table: references to it are not checked */
};

struct data_set {
    struct arena *arena;
    struct code_lists codes;
    struct settings settings;
    bool has_settings;          /* rapport.ini was there */
    const struct picture *logo; /* NULL: none */
    struct rows tables[TABLES];
    struct symbols participants;
    struct names names[NAME_KINDS]; /* of municipalities and clusters */
    struct symbols departments;     /* of the purchases, as written, in the order of first appearance */
    struct narrative *narratives;   /* the texts of tekster/, bytewise by folder and file */
    size_t narrative_count;
    size_t narrative_capacity;
    struct input_file *files; /* in the order read */
    size_t file_count;
    size_t file_capacity;
};

void data_set_init(struct data_set *data, struct arena *arena);

/* One more file that is read; its account is filled in as it is. Valid until the next is added. */
struct input_file *data_set_add_file(struct data_set *data, struct sv name);

/* The file of that name among those that were read; NULL: none, or no data set. */
const struct input_file *data_set_file(const struct data_set *data, struct sv name);

/* Numbers the departments of the purchases that are in the data set. rules_apply does it. */
void data_set_number_departments(struct data_set *data);

static inline size_t row_count(const struct data_set *data, enum table_id id)
{
    return data->tables[id].count;
}

static inline const struct course *courses(const struct data_set *data)
{
    return data->tables[TABLE_COURSES].data;
}

static inline const struct job *jobs(const struct data_set *data)
{
    return data->tables[TABLE_JOBS].data;
}

static inline const struct follow_up *follow_ups(const struct data_set *data)
{
    return data->tables[TABLE_FOLLOW_UPS].data;
}

static inline const struct agreement *agreements(const struct data_set *data)
{
    return data->tables[TABLE_AGREEMENTS].data;
}

static inline const struct enterprise *enterprises(const struct data_set *data)
{
    return data->tables[TABLE_ENTERPRISES].data;
}

static inline const struct goal *goals(const struct data_set *data)
{
    return data->tables[TABLE_GOALS].data;
}

static inline const struct agreement_status *agreement_statuses(const struct data_set *data)
{
    return data->tables[TABLE_AGREEMENT_STATUSES].data;
}

static inline const struct evaluation *evaluations(const struct data_set *data)
{
    return data->tables[TABLE_EVALUATIONS].data;
}

static inline const struct effort_status *effort_statuses(const struct data_set *data)
{
    return data->tables[TABLE_EFFORT_STATUSES].data;
}

static inline const struct recommendation *recommendations(const struct data_set *data)
{
    return data->tables[TABLE_RECOMMENDATIONS].data;
}

static inline const struct application *applications(const struct data_set *data)
{
    return data->tables[TABLE_APPLICATIONS].data;
}

static inline const struct trial *trials(const struct data_set *data)
{
    return data->tables[TABLE_TRIALS].data;
}

static inline const struct purchase *purchases(const struct data_set *data)
{
    return data->tables[TABLE_PURCHASES].data;
}

static inline const struct progression_reading *readings(const struct data_set *data)
{
    return data->tables[TABLE_READINGS].data;
}

static inline const struct benefit_rate *benefit_rates(const struct data_set *data)
{
    return data->tables[TABLE_BENEFIT_RATES].data;
}

static inline const struct refund_rate *refund_rates(const struct data_set *data)
{
    return data->tables[TABLE_REFUND_RATES].data;
}

static inline const struct outcome_saving *outcome_savings(const struct data_set *data)
{
    return data->tables[TABLE_OUTCOME_SAVINGS].data;
}

static inline const struct result_payment *result_payments(const struct data_set *data)
{
    return data->tables[TABLE_RESULT_PAYMENTS].data;
}

static inline const struct investment *investments(const struct data_set *data)
{
    return data->tables[TABLE_INVESTMENTS].data;
}

static inline const struct scenario *scenarios(const struct data_set *data)
{
    return data->tables[TABLE_SCENARIOS].data;
}

static inline const struct accelerator *accelerators(const struct data_set *data)
{
    return data->tables[TABLE_ACCELERATOR].data;
}

/* A scenario's name as written. */
static inline struct sv scenario_name(const struct data_set *data, size_t row)
{
    return symbols_name(&data->tables[TABLE_SCENARIOS].keys, scenarios(data)[row].id);
}

static inline const struct municipality *municipalities(const struct data_set *data)
{
    return data->tables[TABLE_MUNICIPALITIES].data;
}

static inline const struct question *questions(const struct data_set *data)
{
    return data->tables[TABLE_QUESTIONS].data;
}

static inline const struct answer *answers(const struct data_set *data)
{
    return data->tables[TABLE_ANSWERS].data;
}

static inline const struct measure_status *measure_statuses(const struct data_set *data)
{
    return data->tables[TABLE_MEASURES].data;
}

/* The identifier as written in the data, e.g. "SA-01" for an agreement. */
static inline struct sv agreement_id(const struct data_set *data, uint32_t row)
{
    return symbols_name(&data->tables[TABLE_AGREEMENTS].keys, agreements(data)[row].id);
}

/* Whether an outcome is a success for the agreement: its own list, else the codes marked positive. */
bool outcome_is_positive(const struct data_set *data, uint32_t agreement, uint16_t outcome);

/*
 * The latest day on which something happened: a course, a job or a trial began, a follow-up was held, a
 * purchase made, an application sent, a reading taken or an answer given; DAY_NONE when there is none.
 * Neither ends count, which may be planned or written as 31-12-9999 for "none", nor what is dated after the
 * extract, nor a table whose last day is over twenty years after that of every other one: its year is a slip.
 */
day_number data_latest_date(const struct data_set *data);

#endif
