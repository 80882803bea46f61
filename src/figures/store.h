/*
 * How the store is filled and put in order; what it offers to its readers is in figures.h.
 */
#ifndef AARSRAPPORT_STORE_H
#define AARSRAPPORT_STORE_H

#include "figures.h"

void store_add(struct figures *figures, struct figure_key key, struct ratio value);

/* Sorts the rows as in noegletal.csv. Nothing is found before that; nothing may be added after it. */
void store_sort(struct figures *figures);

/* The sum of the rows that differ from `key` only in their code; 0 when there are none. */
struct ratio store_sum_of_codes(const struct figures *figures, struct figure_key key);

#endif
