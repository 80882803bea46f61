/*
 * The plan of a report: its title and its sections in reading order. One file a report (plan_*.c); a new
 * section is a file (section_*.c), its name in sections.h and a line in each plan that has it.
 */
#ifndef AARSRAPPORT_REPORT_PLAN_H
#define AARSRAPPORT_REPORT_PLAN_H

#include "sections.h"

struct section_kind {
    const char *id; /* ASCII, unique in the report */
    const char *title;
    bool starts_page;
    section_writer *write;
};

struct report_plan {
    const char *word;  /* "Årsrapport": takes the place of that word in rapport.ini's title */
    const char *title; /* when rapport.ini has none; the period follows */
    const char *keywords;
    const struct section_kind *sections;
    size_t count;
};

const struct report_plan *report_plan_of(enum report_kind kind);

/* "Årsrapport for socialøkonomi 2024": the report's title with its period. */
struct sv report_title(const struct section_context *context, const struct report_plan *plan);

/* Whether that committee hears the report. */
bool report_is_for(const struct section_context *context, const struct committee *committee);

const struct report_plan *year_plan(void);
const struct report_plan *half_year_plan(void);
const struct report_plan *evaluation_plan(void);
const struct report_plan *effect_plan(void);
const struct report_plan *survey_plan(void);

#endif
