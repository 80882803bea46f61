/*
 * Rules about the tables of the calculation of payment by results as wholes: the weeks of refusion are all
 * covered once, and there is a scenario. What a course lacks of rates is found where savings are known.
 */
#ifndef AARSRAPPORT_EFFECT_RULES_H
#define AARSRAPPORT_EFFECT_RULES_H

#include "table_rows.h"

/* Does nothing about tables that are not there. */
void check_effect_tables(const struct rules *rules);

#endif
