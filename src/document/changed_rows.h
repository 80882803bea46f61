/*
 * The rows that were added, removed or changed: which are shown, where they stand, and what they say, for the
 * columns "Før" and "Nu". What a report does not show is veiled: of a citizen's course, job, follow-up or
 * reading everything but a changed job's days and hours, and free text; the unit's own workbook shows all.
 */
#ifndef AARSRAPPORT_CHANGED_ROWS_H
#define AARSRAPPORT_CHANGED_ROWS_H

#include "told_change.h"

/* The rows shown: each has a number from 1, in the order of changes.rows; 0: it is not shown. */
struct shown_rows {
    uint32_t *numbers; /* by index in changes.rows */
    size_t count;
    size_t lines; /* a changed row takes one a cell */
    size_t following;
};

/* How many at most; of those that follow another (row_follows) a number of their own. */
struct rows_most {
    size_t lines, following;
};

/* First what others follow, then those that the told changes come from; at least one row if there is any. */
struct shown_rows shown_rows(const struct changes *changes, const struct told_change *told, size_t count,
                             struct rows_most most, struct arena *arena);

/* Whether it is left out of one version because it refers to a row that is. */
bool row_follows(const struct row_change *row);

/* How many lines the row takes. */
size_t lines_of_row(const struct row_change *row);

/* How many figures each row moves, by index in changes.rows. */
uint32_t *figures_moved_by_rows(const struct changes *changes, struct arena *arena);

/* "tilføjet", "fjernet", "rettet", "var udeladt", "nu udeladt" */
const char *row_change_word(enum row_change_kind kind);

/* Where it stood and stands; empty where it was or is not. */
struct cell row_change_file_before(const struct changes *changes, const struct row_change *row);
struct cell row_change_file_after(const struct changes *changes, const struct row_change *row);
struct cell row_change_line_before(const struct changes *changes, const struct row_change *row);
struct cell row_change_line_after(const struct changes *changes, const struct row_change *row);

/* The file of the present data, else of the earlier. */
struct sv row_change_file(const struct changes *changes, const struct row_change *row);

/* Courses, jobs, follow-ups, readings: each row is about one citizen. */
bool table_is_of_citizens(enum table_id table);

/* A cell of a row that was changed; `after`: as it is now. Numbers have every decimal that the file has. */
struct cell changed_cell(const struct section_context *context, const struct row_change *row,
                         const struct cell_change *cell, bool after);

/* Whether a report does not show it. */
bool changed_cell_is_veiled(const struct row_change *row, const struct cell_change *cell);

/* All that helps to see what the row is about, "V1; Småjob; start 16-12-2024"; empty when it is not there. */
struct cell whole_row(const struct section_context *context, const struct row_change *row, bool after,
                      bool persons_and_texts);

/* Whether the row counts in one version, and is left out of the other for an error. */
bool row_is_left_out_once(const struct row_change *row);

/* Of such a row the column that the error is in; else "hele rækken". */
struct sv left_out_column(const struct changes *changes, const struct row_change *row);

/* Of such a row what its cell says where it counts, and which error it has where it is left out. Without
 * persons and texts: that it counts, and the error's code. */
struct cell left_out_cell(const struct section_context *context, const struct row_change *row, bool after,
                          bool persons_and_texts);

/* Whether a report shows nothing of an added or a removed row but where it stands. */
bool whole_row_is_veiled(const struct row_change *row);

/* Whether something of the row is not shown. */
bool row_is_veiled(const struct row_change *row);

#endif
