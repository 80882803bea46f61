/*
 * The municipalities side by side: a report on the key figures that the same report of several municipalities
 * has, made from the noegletal files they wrote. Ranked by what each has per inhabitant or per course, with
 * the number that the share is of; small numbers are marked.
 */
#ifndef AARSRAPPORT_SIDE_BY_SIDE_H
#define AARSRAPPORT_SIDE_BY_SIDE_H

#include "compose.h"
#include "printed_figures.h"

/* What came of one municipality's data folder. */
struct municipality_result {
    struct sv folder;    /* below the folder of all, "slagelse" */
    struct sv name;      /* as rapport.ini has it; empty: not known, and the folder names it */
    struct sv code;      /* "330"; empty: not stated */
    int32_t inhabitants; /* WHOLE_NONE: not stated */
    const struct printed_figures *figures; /* NULL: there is no report */
    struct sv missing;                     /* why there is none: "4 fejl i data" */
};

struct side_by_side {
    const struct report_request *report; /* kind, date, version: of the comparison */
    const char *report_name;             /* "årsrapporten" */
    struct period period;
    const struct code_lists *codes;            /* the questions of the evaluation */
    const struct municipality_result *results; /* in folder order */
    size_t count;
};

struct document *side_by_side_compose(const struct side_by_side *request, struct arena *arena);

#endif
