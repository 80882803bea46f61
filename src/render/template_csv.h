/*
 * The input templates as text files, made from the one description of the tables (schema.h), the code lists
 * and the settings. CSV is written as Danish Excel opens it: UTF-8 with BOM, `;`, CRLF.
 */
#ifndef AARSRAPPORT_TEMPLATE_CSV_H
#define AARSRAPPORT_TEMPLATE_CSV_H

#include "buffer.h"
#include "schema.h"

/* A table's header line and no rows. */
void template_csv(struct buffer *buffer, const struct table_schema *schema);

/* koder.csv: every list that a data folder may replace, with its codes as they are. */
void template_codes_csv(struct buffer *buffer, const struct code_lists *codes);

/* rapport.ini: required keys to fill in, optional ones as comments, each with what it means and an example.
 */
void template_settings(struct buffer *buffer);

#endif
