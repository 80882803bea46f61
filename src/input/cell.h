/*
 * One cell → the field of a record, by the column's value type. The text is cleaned and trimmed by then.
 */
#ifndef AARSRAPPORT_CELL_H
#define AARSRAPPORT_CELL_H

#include "data_set.h"

struct cell_reader {
    struct data_set *data;
    struct diag *diag;
    enum table_id table; /* whose keys a key belongs to; TABLES for a file that is not a table */
};

/*
 * Reads a cell that is not empty into `field`. Adds a finding for what is wrong; false when it is an error:
 * the field then holds "not stated".
 */
bool cell_read(const struct cell_reader *reader, const struct column *column, struct sv text,
               const struct place *place, void *field);

/* Sets the field to "not stated". */
void cell_clear(const struct column *column, void *field);

/* How many bytes the field has. */
size_t cell_field_size(enum value_type type);

/* Whole numbers, amounts, years and yes/no also stand in rapport.ini. False: not of that form. */
bool whole_parse(struct sv text, int32_t *whole);
bool year_parse(struct sv text, int32_t *year);

/* Whether the day lies in the years that dates may have, 1900–2199: others are slips of the keyboard. */
bool day_is_in_range(day_number day);
bool yes_no_parse(struct sv text, uint8_t *value);

/* The eight digits of a CVR number with or without `DK` and blanks; false when the check digit fails. */
bool cvr_parse(struct sv text, uint32_t *cvr);

#endif
