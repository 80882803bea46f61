/*
 * What differs between two runs or two folders of data, for the terminal: what the report's section of
 * changes says, with more rows, and with the pseudonyms and texts that a report does not show.
 */
#ifndef AARSRAPPORT_COMPARISON_DOCUMENT_H
#define AARSRAPPORT_COMPARISON_DOCUMENT_H

#include "compose.h"

/* `request` has a correction; `workbook` is where the rest stands, as it is told on the terminal; empty:
 * nowhere. */
struct document *comparison_compose(const struct report_request *request, struct figures *figures,
                                    struct sv workbook, struct diag *diag, struct arena *arena);

#endif
