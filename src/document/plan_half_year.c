/*
 * The half-yearly report (plan 2018, section 4): fewer pages than the yearly one, about how far the year has
 * come.
 */
#include "report_plan.h"

static const struct section_kind sections[] = {
    {"halvaaret", "Halvåret på én side", true, section_half_year_page},
    {"indledning", "Indledning", true, section_half_year_introduction},
    {"job", "Job", false, section_half_year_jobs},
    {"forloeb", "Forløb og aftaler", false, section_half_year_courses},
    {"evaluering", "Forårets evaluering af aftalerne", false, section_evaluation_summary},
    {"indsatser", "Indsatser", false, section_half_year_efforts},
    {"risici", "Risici", false, section_half_year_risks},
    {"hele_aaret", "Hele året", false, section_half_year_whole_year},
    {"anbefalinger", "Anbefalinger til udvalget", false, section_half_year_recommendations},
    {"aendringer", "Ændringer siden seneste kørsel", false, section_changes},
    {"metode", "Metode og data", false, section_half_year_method},
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
