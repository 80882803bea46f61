/*
 * The rule about refusion.csv as a whole: its weeks are all covered, once each, and the last row is open.
 * What a course lacks of rates is found where savings are known (effect_check in figures.h).
 */
#ifndef AARSRAPPORT_EFFECT_RULES_H
#define AARSRAPPORT_EFFECT_RULES_H

#include "table_rows.h"

/* Does nothing about a table without rows, or one with a row that is an error already. */
void check_refunds(const struct rules *rules);

#endif
