/*
 * The command sammenlign: what differs between two folders, of reports or of data.
 */
#ifndef AARSRAPPORT_COMPARE_FOLDERS_H
#define AARSRAPPORT_COMPARE_FOLDERS_H

#include "run.h"

/*
 * Says on stdout what differs, and writes the workbook of it. EXIT_DIFFERENT when something does, EXIT_USAGE
 * for folders that cannot be compared with each other, EXIT_IO with run->fault for what cannot be read.
 */
enum exit_status compare_folders(struct run *run);

#endif
