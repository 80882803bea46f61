/*
 * The input stage: a data folder → the data set.
 *
 * Reads rapport.ini, then koder.csv, then the tables (`name.csv` and `name-*.csv`, bytewise in name order),
 * then applies the rules over rows. Everything that is wrong with the data becomes a finding and stops
 * nothing; a folder or file that the system will not give up is a failure.
 */
#ifndef AARSRAPPORT_DATA_READ_H
#define AARSRAPPORT_DATA_READ_H

#include "data_set.h"
#include "progress.h"

#include <stdbool.h>

struct read_request {
    const char *folder;
    const char *report;  /* what is to be made, as E101 names it: "årsrapporten"; NULL: only to be checked */
    bool needed[TABLES]; /* tables that the report cannot do without */
    bool unread[TABLES]; /* tables that the report has nothing to do with: what is wrong in them stops nothing
                          */
    bool without_texts;  /* the same for tekster/ */
    bool needs_codes;    /* koder.csv */
    bool needs_settings; /* rapport.ini, with every required key */
    bool lax_settings;   /* rapport.ini may lack required keys */
    bool leave_out;      /* --udelad-fejl: rows with an error are left out, and those that refer to them */
    struct progress progress; /* of large tables */
};

enum read_result { READ_DONE, READ_FAILED };

/* `data` and `diag` have been initialised with the same arena. READ_FAILED: *failure is a Danish sentence. */
enum read_result data_read(struct data_set *data, const struct read_request *request, struct diag *diag,
                           struct sv *failure);

/*
 * Whether the findings stop the run: any error, or with `leave_out` only those that no row can be left out
 * for: of a whole file or the run, and in rapport.ini, koder.csv, maal.csv and tekster/.
 */
bool data_has_stopping_errors(const struct diag *diag, bool leave_out);

#endif
