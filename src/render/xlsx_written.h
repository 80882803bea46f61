/*
 * What was written to a workbook, kept to be held against the finished file (xlsx_verify.h).
 *
 * Rows and columns count from 0. Everything lives in the run's arena.
 */
#ifndef AARSRAPPORT_XLSX_WRITTEN_H
#define AARSRAPPORT_XLSX_WRITTEN_H

#include "arena.h"

#include <stddef.h>
#include <stdint.h>

struct written_formula {
    uint32_t row;
    uint16_t column;
    double value; /* that viewers show who do not calculate */
};

/* A named table; its header is a row of the sheet. */
struct written_table {
    const char *name;
    uint32_t header_row;
    uint32_t last_row;
    uint16_t column_count;
    const char *const *headings;
};

struct written_sheet {
    size_t cells;
    struct written_formula *formulas; /* in any order */
    size_t formula_count, formula_capacity;
    struct written_table *tables; /* in the order they were added */
    size_t table_count, table_capacity;
};

#endif
