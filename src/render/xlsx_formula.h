/*
 * Cell references as Excel writes them, and the live formulas of values that follow from others in their
 * table.
 */
#ifndef AARSRAPPORT_XLSX_FORMULA_H
#define AARSRAPPORT_XLSX_FORMULA_H

#include "xlsx_plan.h"

/* Rows of a sheet, both included, from 0. */
struct xlsx_run {
    uint32_t first;
    uint32_t last;
};

/* The next run of body rows among the table's rows [*from, end); false when there is none. */
bool xlsx_next_run(const struct xlsx_entry *entry, size_t *from, size_t end, struct xlsx_run *run);

/* `B6:D9` */
void xlsx_add_range(struct buffer *buffer, struct xlsx_run run, uint16_t first_column, uint16_t last_column);

/* The body rows among the table's rows [0, end) of a column: `B6:B9`, with the separator between runs. */
void xlsx_add_body_ranges(struct buffer *buffer, const struct xlsx_entry *entry, size_t end, uint16_t column,
                          char separator);

/* The formula of a cell of the table, beginning with "="; NULL when its value follows from no others. */
const char *xlsx_formula(struct arena *arena, const struct xlsx_entry *entry, size_t row, uint16_t column);

#endif
