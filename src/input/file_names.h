/*
 * The names in a data folder: those that hold a civil registration number are refused, and files that look
 * like tables but are not read are named, so that no extract is missing unseen.
 */
#ifndef AARSRAPPORT_FILE_NAMES_H
#define AARSRAPPORT_FILE_NAMES_H

#include "extracts.h"

/*
 * Takes names with a number, or with ten digits that are like one, out of the list, each with a finding that
 * shows it masked. `path` stands before the names in findings: "" or "tekster/".
 */
void file_names_guard(struct data_set *data, struct diag *diag, const char *path, struct folder_names *names);

/* Adds a note on each `*.csv` that is neither a table nor koder.csv, with the name that may have been meant.
 */
void file_names_note_unread(struct diag *diag, const struct folder_names *names);

#endif
