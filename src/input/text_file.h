/*
 * A whole text file in memory, decoded like a table (text_decoder.h), with the same findings on its encoding.
 */
#ifndef AARSRAPPORT_TEXT_FILE_H
#define AARSRAPPORT_TEXT_FILE_H

#include "data_set.h"

#include <stdbool.h>

/*
 * Reads `name` (which must live as long as the run) in the open folder and adds it to the data set's files.
 * False: *failure says why.
 */
bool text_file_read(struct data_set *data, struct diag *diag, int folder, struct sv name, struct sv *text,
                    struct sv *failure);

#endif
