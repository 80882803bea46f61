/*
 * The half-yearly report (plan 2018, section 4): fewer pages than the yearly one, about how far the year has
 * come.
 */
#include "report_plan.h"

static const struct section_kind sections[] = {
    {"metode", "Metode og data", true, section_method},
};

const struct report_plan *half_year_plan(void)
{
    static const struct report_plan plan = {
        .word = "Halvårsrapport",
        .title = "Halvårsrapport for socialøkonomi",
        .keywords = "socialøkonomi, halvårsrapport, beskæftigelse, samarbejdsaftaler",
        .sections = sections,
        .count = sizeof sections / sizeof *sections,
    };
    return &plan;
}
