/*
 * Rules about one row and what it refers to: dates in their order and within what the row belongs to,
 * statuses and outcomes that agree with dates, codes used while they are valid. A row with an error is left
 * out.
 */
#ifndef AARSRAPPORT_ROW_RULES_H
#define AARSRAPPORT_ROW_RULES_H

#include "table_rows.h"

void check_rows(const struct rules *rules, enum table_id table);

/* Codes outside their validity (W223), by the day or the period that the row is about. */
void check_codes(const struct rules *rules, enum table_id table);

#endif
