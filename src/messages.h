/*
 * What the user reads on the terminal: findings, the account of rows, faults. All of it goes to stderr.
 */
#ifndef AARSRAPPORT_MESSAGES_H
#define AARSRAPPORT_MESSAGES_H

#include "data_set.h"
#include "options.h"

struct messages {
    enum diag_level least; /* findings below this level are only counted */
    bool counts;           /* also the count per code */
    bool account;          /* also the account of rows per file */
    bool colour;
};

struct messages messages_for(const struct options *options);

/* The first 50 findings, then a count per code, then the account. The findings must be sorted. */
void messages_findings(const struct messages *messages, const struct diag *diag, const struct data_set *data);

void messages_fault(const struct messages *messages, struct sv fault);

#endif
