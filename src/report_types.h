/*
 * The reports that a command writes: what each is called, and which tables it cannot do without.
 */
#ifndef AARSRAPPORT_REPORT_TYPES_H
#define AARSRAPPORT_REPORT_TYPES_H

#include "compose.h"
#include "options.h"
#include "schema.h"

struct report_type {
    enum report_kind kind;
    const char *folder; /* "aarsrapport": the report's name is this and its period */
    const char *name;   /* "årsrapporten", as findings name it */
    enum need need;
};

/* NULL for a command that writes no report. */
const struct report_type *report_type_of(enum command_id command);

#endif
