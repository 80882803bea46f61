/*
 * The municipality's logo: the PNG file that rapport.ini names.
 *
 * Only the pixels pass. They are laid on white, made no larger than the cover prints them, and packed as a
 * PNG of our own, so that a file's texts and coordinates never reach a report. libpng is used here alone, by
 * its simplified functions, which return errors instead of jumping out of the program.
 */
#ifndef AARSRAPPORT_LOGO_H
#define AARSRAPPORT_LOGO_H

#include "data_set.h"

#include <stdbool.h>

/*
 * Reads the logo of data->settings, if it has one, from the open data folder: adds it to the data set's files
 * and makes data->logo. A name that is no file of the folder is a finding at `place`, a picture that is
 * broken or too large one at the file. False: the system would not give the file up, and *failure says why.
 */
bool logo_read(struct data_set *data, struct diag *diag, int folder, struct place place, struct sv *failure);

/* Bytes that claim to be a PNG file, as picture; NULL with a finding at `file` when they are not. */
const struct picture *logo_decode(struct arena *arena, struct diag *diag, struct sv file, struct sv bytes);

#endif
