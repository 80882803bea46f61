/*
 * The workbook of corrections (rettelser): everything that moved since the version before, every changed row,
 * which rows each figure comes from and back again, and what the two runs were made of. A working book for
 * the unit's own use: it holds the pseudonyms of persons.
 */
#ifndef AARSRAPPORT_CORRECTIONS_BOOK_H
#define AARSRAPPORT_CORRECTIONS_BOOK_H

#include "compose.h"

/* `request` has a correction. */
struct document *corrections_book_compose(const struct report_request *request, struct figures *figures,
                                          struct diag *diag, struct arena *arena);

#endif
