/*
 * A field of a CSV file with `;` between fields, as every such file of ours is written.
 */
#ifndef AARSRAPPORT_CSV_WRITE_H
#define AARSRAPPORT_CSV_WRITE_H

#include "buffer.h"

/* In quotes, with its own doubled, only when there is a `;`, a quote or a line break in it. */
void csv_add_field(struct buffer *buffer, struct sv field);

#endif
