/*
 * Tables on the page: title, header, rows, notes.
 *
 * A table breaks between rows only, and its header is repeated on the next page, where it is decoration; the
 * structure tree has one table with one header. A row that no page can hold is the only one that is broken.
 */
#ifndef AARSRAPPORT_PDF_TABLE_H
#define AARSRAPPORT_PDF_TABLE_H

#include "pdf_table_layout.h"

void table_place(struct pdf_flow *flow, struct table_layout *layout);

#endif
