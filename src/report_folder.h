/*
 * The folder of a report: every format, the key figures and the manifest, written beside its final name and
 * moved into place as a whole.
 */
#ifndef AARSRAPPORT_REPORT_FOLDER_H
#define AARSRAPPORT_REPORT_FOLDER_H

#include "report_types.h"
#include "run.h"

/*
 * Publishes the report's folder in the output folder and names its files on stdout. False with run->fault
 * set: nothing was touched.
 */
bool report_folder_publish(struct run *run, const struct report_type *type, const struct document *document);

#endif
