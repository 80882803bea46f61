/*
 * The folder of a report: every format, the agreements' workbook, the case paper, the data behind it, the key
 * figures and the manifest, written beside its final name and moved into place as a whole. Of one agreement
 * for its partner: its workbook and the manifest.
 */
#ifndef AARSRAPPORT_REPORT_FOLDER_H
#define AARSRAPPORT_REPORT_FOLDER_H

#include "report_version.h"

/* What a run writes. */
struct report_documents {
    const struct document *report;      /* NULL: only the workbook of one agreement */
    const struct document *agreements;  /* NULL for a report that has no such file beside it */
    const struct document *case_paper;  /* NULL as that, and as the report is */
    const struct document *corrections; /* NULL: there is no version before to hold it up against */
    uint32_t agreement;                 /* row of the one agreement, or ALL_AGREEMENTS */
};

enum edition report_edition(const struct report_documents *documents);

/* Writes what does not lie in the folder; false with run->fault set. */
typedef bool report_folder_beside(struct run *run);

/*
 * Publishes the folder in the output folder as the version that is told. `write_beside` (NULL: nothing) is
 * called when all of it has been made and none of it is in place: a run that dies then is made again whole.
 * False with run->fault set: the report was not touched.
 */
bool report_folder_publish(struct run *run, const struct report_version *version,
                           const struct report_type *type, const struct report_documents *documents,
                           report_folder_beside *write_beside);

/* Names its files on stdout, and says where the older version is now. */
void report_folder_say(const struct run *run, const struct report_version *version,
                       const struct report_type *type, const struct report_documents *documents);

#endif
