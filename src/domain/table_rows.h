/*
 * The rows of any table while the rules are applied: their records, where they stand, and what they refer to.
 * References are still symbols of the other table's keys, and row_of_key tells the row of each.
 */
#ifndef AARSRAPPORT_TABLE_ROWS_H
#define AARSRAPPORT_TABLE_ROWS_H

#include "data_set.h"

#include <string.h>

/* What the rules are applied to. */
struct rules {
    struct data_set *data;
    struct diag *diag;
    day_number today; /* what "in the past" is measured by; DAY_NONE: not known */
};

static inline char *record_at(const struct data_set *data, enum table_id table, size_t row)
{
    return (char *)data->tables[table].data + row * table_schema(table)->record_size;
}

static inline struct source *source_of(const struct data_set *data, enum table_id table, size_t row)
{
    return (struct source *)(void *)record_at(data, table, row);
}

/* The key, the reference or the pseudonym in the record's field. */
static inline uint32_t symbol_in(const char *record, const struct column *column)
{
    uint32_t symbol;
    memcpy(&symbol, record + column->offset, sizeof symbol);
    return symbol;
}

/* The row of the table that a reference names; ROW_NONE: none. */
static inline uint32_t referred_row(const struct data_set *data, enum table_id table, uint32_t symbol)
{
    return symbol == SYMBOL_NONE ? ROW_NONE : data->tables[table].row_of_key[symbol];
}

/* The column of that name, which the table has. */
const struct column *column_called(enum table_id table, const char *name);

/* A row under check. */
struct row {
    const struct rules *rules;
    enum table_id table;
    struct source *source;
};

/*
 * Adds a finding at a column of the row; an error leaves the row out. Of a column that the file lacks nothing
 * is said: that it is missing has been found already.
 */
void row_report(const struct row *row, enum diag_code code, const char *column, struct sv value,
                struct sv detail);

/* A count with thousands dots: ten bare digits could be taken for a civil registration number. */
struct sv row_count_text(const struct row *row, int32_t count);

/* Where a cell stands in its file; column 0 when the file lacks it. */
struct place place_of(const struct rules *rules, enum table_id table, const struct source *source,
                      const struct column *column);

#endif
