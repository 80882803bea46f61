/*
 * Tables over years: what is counted down the side, one column a year, the report's year last. Codes with the
 * same group (gruppe in koder.csv) share a row, so that a table can span a reform.
 */
#ifndef AARSRAPPORT_SERIES_H
#define AARSRAPPORT_SERIES_H

#include "compose.h"

enum { SERIES_YEARS = 6 };

/* The whole years of the store up to the report's, oldest first; the last SERIES_YEARS of them. */
struct years {
    uint16_t periods[SERIES_YEARS];
    size_t count;
};

struct years series_years(const struct figures *figures);

/*
 * The columns of a table over time: in a yearly report the years above; in a half-yearly one the last three
 * whole years, then the same half of the year before beside the report's own.
 */
struct years report_series(const struct figures *figures);
struct sv series_span(struct arena *arena, const struct figures *figures,
                      const struct years *years); /* "2021–2024", "2024", "2022 til 1. halvår 2024" */

/* "2024", "1. halvår 2024"; "2024 (foreløbig)" for the report's own period, and one that the extract cuts
 * short, while preliminary. */
struct sv period_label(const struct figures *figures, uint16_t period);

/* One row of a table by code: a code, or all codes of a group. */
struct code_row {
    struct sv name;
    uint16_t codes[CODE_LIST_LONGEST];
    size_t count;
};

size_t code_rows(const struct section_context *context, enum code_list_id list, struct code_row **rows);

/* What a code of the list is in a figure's key. */
enum code_dimension { BY_CODE, BY_TARGET_GROUP };

/* The figure of a code row in a period: with its key when the row is one code, else the sum. */
struct cell code_row_cell(const struct section_context *context, const struct code_row *row,
                          struct figure_key key, enum code_list_id list, enum code_dimension dimension);

/* A table with the years as columns. Rows are added by the functions below. */
struct year_table {
    const struct section_context *context;
    struct table *table;
    struct years years;
};

struct year_table add_year_table(const struct section_context *context, struct section *section,
                                 const char *id, const char *sheet, struct sv title, const char *heading);

/* One figure a row. */
void year_table_add_figure(struct year_table *years, const char *name, enum figure_id id,
                           enum value_format format);

/* A note to the row that was added last. */
void year_table_add_note(struct year_table *years, struct sv note);

/* A row for each code whose count is not zero in every year; then the total, unless there is no such row. */
void year_table_add_codes(struct year_table *years, enum figure_id id, enum code_list_id list,
                          enum code_dimension dimension);
void year_table_add_total(struct year_table *years, enum figure_id id);

/* The same for figures whose codes are no list: the codes are given. Rows that are zero stand too. */
void year_table_add_given(struct year_table *years, enum figure_id id, const char *const *codes,
                          size_t count);

#endif
