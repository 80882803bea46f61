/*
 * The data behind a report as a working book (datagrundlag): every row that counts in it, as it was read and
 * understood, with a column for each figure that says whether the row counts in it; and first a sheet of all
 * figures, each with how it is counted, how many rows it has, and a link to them. For the unit's own use: it
 * holds the pseudonyms of persons.
 */
#ifndef AARSRAPPORT_DATA_BOOK_H
#define AARSRAPPORT_DATA_BOOK_H

#include "build.h"

/* `date` of the document. Changes nothing of the figures: another thread may read them meanwhile. */
struct document *data_book_compose(const struct figures *figures, day_number date, struct arena *arena);

#endif
