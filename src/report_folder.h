/*
 * The folder of a report: every format, the key figures and the manifest, written beside its final name and
 * moved into place as a whole.
 */
#ifndef AARSRAPPORT_REPORT_FOLDER_H
#define AARSRAPPORT_REPORT_FOLDER_H

#include "run.h"

/* Publishes <output>/<name> and names its files on stdout. false with run->fault set: nothing was touched. */
bool report_folder_publish(struct run *run, const struct document *document, const char *name);

#endif
