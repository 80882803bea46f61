/*
 * What the user reads on the terminal: findings, the account of rows, faults. All of it goes to stderr.
 */
#ifndef AARSRAPPORT_MESSAGES_H
#define AARSRAPPORT_MESSAGES_H

#include "data_set.h"
#include "options.h"

#include <stdio.h>

struct messages {
    enum diag_level least; /* findings below this level are only counted */
    bool counts;           /* also the count per code */
    bool account;          /* also the account of rows per file */
    bool colour;
    bool progress; /* a bar while a large file is read */
};

struct messages messages_for(const struct options *options);

/* The first 50 findings, then a count per code, then the account. The findings must be sorted. */
void messages_findings(const struct messages *messages, const struct diag *diag, const struct data_set *data);

/* Draws the bar of a file from 16 MiB up, and removes it when the file has been read. `shown` is its state.
 */
struct progress_bar {
    const struct messages *messages;
    int shown; /* per cent; begins at -1 */
};
void messages_progress(void *bar, struct sv file, uint64_t done, uint64_t size);

/*
 * Libraries say in English on stderr what our own sentence says afterwards: what is written there in between
 * is dropped. Not while another thread writes a message. The result is handed to messages_unhush.
 */
FILE *messages_hush(void);
void messages_unhush(FILE *own);

void messages_fault(const struct messages *messages, struct sv fault);

#endif
