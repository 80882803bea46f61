/*
 * Why a report is made again: one line in the user's words, which its cover and its manifest repeat.
 */
#ifndef AARSRAPPORT_REASON_H
#define AARSRAPPORT_REASON_H

#include "data_set.h"

enum { LONGEST_REASON = 300 }; /* characters */

/* The reason as it is printed, in *reason; else what is wrong with it, a Danish sentence. NULL: nothing. */
const char *reason_check(struct arena *arena, struct sv text, struct sv *reason);

/* Whether it names a citizen of the data by the pseudonym, which is known when they are read: a Danish
 * sentence; NULL: it does not. */
const char *reason_check_persons(struct arena *arena, struct sv reason, const struct data_set *data);

/* Asks on the terminal until the answer can be used; empty when there is none. */
struct sv reason_ask(struct arena *arena, const struct data_set *data);

#endif
