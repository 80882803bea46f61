/*
 * tjek/fejlliste.xlsx in the output folder: what was found in the data, to be sent to its owner.
 */
#ifndef AARSRAPPORT_ERROR_LIST_H
#define AARSRAPPORT_ERROR_LIST_H

#include "run.h"

/* Writes the list anew, or removes an old one when nothing was found. false with run->fault set. */
bool error_list_write(struct run *run);

/* Removes what a run that died while it wrote the list has left. */
void error_list_clear(const struct run *run);

/* Its path below the output folder: "tjek" and "fejlliste.xlsx". */
const char *error_list_folder(void);
struct sv error_list_file(void);

#endif
