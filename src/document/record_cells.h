/*
 * The rows of the data as cells: what was read and understood, column by column of the schema.
 */
#ifndef AARSRAPPORT_RECORD_CELLS_H
#define AARSRAPPORT_RECORD_CELLS_H

#include "model.h"

/* What most cells of a column hold. */
enum value_format record_format(const struct column *column);

/* The cell of a row: codes by name, references by the other table's identifier; empty when nothing is stated.
 */
struct cell record_cell(const struct data_set *data, enum table_id table, uint32_t row,
                        const struct column *column, struct arena *arena);

/* The column of that name; NULL: the table has none. */
const struct column *record_column(enum table_id table, const char *name);

/* The file that the row was read from, and its line there. */
struct cell record_file(const struct data_set *data, enum table_id table, uint32_t row);
struct cell record_line(const struct data_set *data, enum table_id table, uint32_t row);

#endif
