/*
 * The typed records of one CSV file, read against a list of columns.
 *
 * Open it, take records until there is none, close it. The file's account in the data set is filled in on the
 * way: rows and empty rows here, counted and left-out rows by rules_apply. Findings go to diag; only what
 * stops the run (a file that cannot be read) is a failure.
 */
#ifndef AARSRAPPORT_TABLE_READER_H
#define AARSRAPPORT_TABLE_READER_H

#include "cell.h"
#include "csv_table.h"

struct read_column;

struct table_reader {
    struct cell_reader cells;
    struct byte_source source;
    uint64_t size; /* of the file, when it was opened */
    struct csv_table *csv;
    const struct table_schema *schema;
    uint16_t file;               /* its index in data_set.files */
    struct read_column *columns; /* by position in the file */
    size_t column_count;
    size_t *key_columns; /* positions of the columns that hold keys and pseudonyms */
    size_t key_column_count;
    char *blank_record; /* every field "not stated" */
    bool is_table;      /* the first line holds column names */
    bool complete;      /* nothing is wrong with the columns */
    struct sv failure;
};

/* What to read a file as. `table` is TABLES for a file that is not one of the data set's tables. */
struct table_request {
    struct data_set *data;
    struct diag *diag;
    const struct table_schema *schema;
    enum table_id table;
    struct sv name; /* of the file; must live as long as the run */
    struct progress progress;
};

/* Opens the file in the open folder and reads its header. False: reader->failure says why. */
bool table_reader_open(struct table_reader *reader, const struct table_request *request, int folder);

/* The same for bytes in memory, which must outlive the reader. */
bool table_reader_of(struct table_reader *reader, const struct table_request *request, struct sv bytes);

/*
 * The next record, into memory of schema->record_size bytes that begins with a struct source. Rows of only
 * empty cells are passed over. False at the end and on a failure.
 */
bool table_reader_next(struct table_reader *reader, void *record);

/* Ends the reading and adds the findings on the file's encoding. False on a failure. */
bool table_reader_close(struct table_reader *reader);

#endif
