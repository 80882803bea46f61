/*
 * The rows of the data as text: what a file of the table would hold, column by column of the schema.
 */
#ifndef AARSRAPPORT_RECORD_TEXT_H
#define AARSRAPPORT_RECORD_TEXT_H

#include "data_set.h"

/* `row` may be one that is left out, from row_count on. Codes as codes, dates as 2024-08-14, numbers with a
 * decimal comma; empty when nothing is stated. */
struct sv record_text(const struct data_set *data, enum table_id table, uint32_t row,
                      const struct column *column, struct arena *arena);

/* The identifier of a row that counts, of a table that has a column of identifiers; empty for ROW_NONE. */
struct sv record_key(const struct data_set *data, enum table_id table, uint32_t row);

#endif
