/*
 * What a report is made of: the tables it reads, and counting them.
 */
#ifndef AARSRAPPORT_REPORT_DATA_H
#define AARSRAPPORT_REPORT_DATA_H

#include "data_read.h"
#include "report_types.h"
#include "run.h"

/* What the report asks of the run's data folder. */
struct read_request report_read_request(const struct run *run, const struct report_type *type);

/* Counts the run's data as the report does; false with run->fault set. */
bool report_count(struct run *run, const struct report_type *type);

#endif
