/*
 * What is said of the data that are kept for telling corrections (publish/kept_input.h): they are rows about
 * persons, so whoever keeps them should know.
 */
#ifndef AARSRAPPORT_KEPT_ACCOUNT_H
#define AARSRAPPORT_KEPT_ACCOUNT_H

#include "run.h"

/* On stderr, a line for each report of which something is kept in the output folder; nothing when nothing is.
 */
void kept_account_say(const struct run *run);

/* Only those of which no folder stands any more, with what to do. */
void kept_account_say_left(const struct run *run);

#endif
