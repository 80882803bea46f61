/*
 * Tables on the page: title, header, rows, notes.
 *
 * A table breaks between rows only, and its header is repeated on the next page, where it is decoration; the
 * structure tree has one table with one header. Three rows stay together at either end, and the notes with
 * the last of them. A row that no page can hold is the only one that is broken.
 */
#ifndef AARSRAPPORT_PDF_TABLE_H
#define AARSRAPPORT_PDF_TABLE_H

#include "pdf_table_layout.h"

/* `parting`: of the table from what stands above. */
void table_add(struct pdf_flow *flow, struct piece_list *list, const struct table_layout *layout,
               double parting);

#endif
