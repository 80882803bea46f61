/*
 * How the tables are described, for the files that describe them: schema_<group>.c, a group of tables each,
 * of which schema.c makes the one list.
 */
#ifndef AARSRAPPORT_SCHEMA_TABLES_H
#define AARSRAPPORT_SCHEMA_TABLES_H

#include "records.h"
#include "schema.h"

#define REQUIRED .column_required = true, .value_required = true
#define MAY_BE_EMPTY .column_required = true
#define COUNT(array) (sizeof(array) / sizeof *(array))

#define TABLE(table_name, table_title, needed_by, read_by, record, table_columns)                            \
    {                                                                                                        \
        .name = (table_name), .title = (table_title), .needed = (needed_by), .read = (read_by),              \
        .record_size = sizeof(struct record), .columns = (table_columns),                                    \
        .column_count = COUNT(table_columns)                                                                 \
    }

/* Of the tables that the yearly and half-yearly reports and the evaluation read, if they are there. */
#define READ_BY_REPORTS (NEEDED_BY_REPORTS | NEEDED_BY_EVALUATION)

extern const struct table_schema courses_schema;
extern const struct table_schema jobs_schema;
extern const struct table_schema follow_ups_schema;
extern const struct table_schema agreements_schema;
extern const struct table_schema enterprises_schema;
extern const struct table_schema goals_schema;
extern const struct table_schema agreement_statuses_schema;
extern const struct table_schema evaluations_schema;
extern const struct table_schema effort_statuses_schema;
extern const struct table_schema recommendations_schema;
extern const struct table_schema applications_schema;
extern const struct table_schema trials_schema;
extern const struct table_schema purchases_schema;
extern const struct table_schema readings_schema;
extern const struct table_schema benefit_rates_schema;
extern const struct table_schema refund_rates_schema;
extern const struct table_schema outcome_savings_schema;
extern const struct table_schema result_payments_schema;
extern const struct table_schema investments_schema;
extern const struct table_schema scenarios_schema;
extern const struct table_schema accelerators_schema;
extern const struct table_schema municipalities_schema;
extern const struct table_schema questions_schema;
extern const struct table_schema answers_schema;
extern const struct table_schema measures_schema;

#endif
