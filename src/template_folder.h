/*
 * The input templates: an empty CSV file per table, the code lists, rapport.ini and the workbook with help.
 */
#ifndef AARSRAPPORT_TEMPLATE_FOLDER_H
#define AARSRAPPORT_TEMPLATE_FOLDER_H

#include "run.h"

/* Writes them to `folder`; files that are there already stay and are named on stderr. false with run->fault
 * set. */
bool template_folder_write(struct run *run, const char *folder);

#endif
