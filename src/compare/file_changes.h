/*
 * The files that differ between two data sets, and how: what explains a difference of bytes that no row and
 * no setting shows.
 */
#ifndef AARSRAPPORT_FILE_CHANGES_H
#define AARSRAPPORT_FILE_CHANGES_H

#include "changes.h"
#include "row_match.h"

/* Fills in files and file_count, once the rows that differ are known. */
void file_changes_find(struct changes *changes, const struct row_match *match, struct arena *arena);

#endif
