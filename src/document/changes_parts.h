/*
 * What is told of a correction, in words and tables: for the report's section, the summary of the workbook,
 * and the comparison on the terminal.
 */
#ifndef AARSRAPPORT_CHANGES_PARTS_H
#define AARSRAPPORT_CHANGES_PARTS_H

#include "changed_rows.h"

/* How much is told. */
struct changes_form {
    size_t figures;         /* rows of the table of figures at most */
    struct rows_most rows;  /* that have a number */
    bool row_table;         /* whether they stand in a table of this section */
    bool sentences;         /* the status sentences that changed */
    bool revisions;         /* of key figures over several versions, when there is room */
    bool persons_and_texts; /* what a report does not show: pseudonyms and free text of changed rows, and
                               divisions that few rows about citizens have moved */
    struct sv elsewhere;    /* the file where the rest stands: "rettelser-2024.xlsx"; empty: nowhere */
    struct sv inputs;       /* where every changed setting and code stands, likewise */
};

void add_changes(const struct section_context *context, struct section *section,
                 const struct changes_form *form);

#endif
