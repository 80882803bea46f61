/*
 * Tables of how many municipalities gave each answer: a row for a question and round, a column for each
 * answer of the list, then who has answered and who has not. For numbers the columns are mean, median and so
 * on; for lists too long for columns, the answers are the rows.
 */
#ifndef AARSRAPPORT_SURVEY_MATRIX_H
#define AARSRAPPORT_SURVEY_MATRIX_H

#include "survey_view.h"

enum { MATRIX_CODES = CHART_SERIES }; /* answers that can stand as columns, and in a chart */

struct matrix_request {
    const char *id;
    struct sv sheet;
    struct sv title;
    const uint32_t
        *questions; /* rows of spoergsmaal.csv, of one type and one list, each asked at least once */
    size_t count;
    bool with_totals; /* all rounds together, and the change from the first to the last */
};

struct table *add_matrix(const struct survey_view *view, struct section *section,
                         const struct matrix_request *request);

/* A question with a list that is too long for columns. */
struct table *add_long_table(const struct survey_view *view, struct section *section,
                             const struct matrix_request *request);

/* Whether the question's list is short enough for columns. */
bool fits_in_columns(const struct survey_view *view, uint32_t question);

#endif
