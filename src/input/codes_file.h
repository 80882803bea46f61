/*
 * koder.csv: replaces the code lists that it names, and may add lists.
 */
#ifndef AARSRAPPORT_CODES_FILE_H
#define AARSRAPPORT_CODES_FILE_H

#include "table_reader.h"

/* The columns of koder.csv, for the template. The records are private to codes_file.c. */
const struct table_schema *codes_file_schema(void);

/* Reads the open reader to its end, closes it, and puts the lists into the data set. */
bool codes_file_read(struct table_reader *reader);

#endif
