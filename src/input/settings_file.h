/*
 * rapport.ini: read with libinih into the data set's settings. Every key that is unknown, repeated, missing
 * or impossible is a finding with its line.
 */
#ifndef AARSRAPPORT_SETTINGS_FILE_H
#define AARSRAPPORT_SETTINGS_FILE_H

#include "data_set.h"

#include <stdbool.h>

/* Reads `rapport.ini` in the open folder; `whole`: no required key may be missing. False: *failure says why.
 */
bool settings_file_read(struct data_set *data, struct diag *diag, int folder, bool whole, struct sv *failure);

/* The settings in a text that is UTF-8 with LF line ends. `name` is the file that findings name. */
void settings_parse(struct data_set *data, struct diag *diag, struct sv name, struct sv text);

#endif
