/*
 * The yearly report (strategy 2022–2025, section 4; plan 2018, section 4).
 */
#include "report_plan.h"

static const struct section_kind sections[] = {
    {"aaret", "Året på én side", true, section_year_page},
    {"indledning", "Indledning", true, section_introduction},
    {"vaerdiskabelse", "Værdiskabelse på tre bundlinjer", true, section_value_creation},
    {"beskaeftigelse", "Beskæftigelse", true, section_employment},
    {"progression", "Progression", true, section_progression},
    {"virksomheder", "Virksomheder og initiativer", true, section_enterprises},
    {"indsatser", "Indsatser", true, section_efforts},
    {"laering", "Erfaringer og læring", true, section_learning},
    {"anbefalinger", "Anbefalinger til udvalget", true, section_recommendations},
    {"aendringer", "Ændringer siden seneste kørsel", true, section_changes},
    {"metode", "Metode og data", true, section_method},
};

const struct report_plan *year_plan(void)
{
    static const struct report_plan plan = {
        .word = "Årsrapport",
        .title = "Årsrapport for socialøkonomi",
        .keywords = "socialøkonomi, årsrapport, beskæftigelse, samarbejdsaftaler",
        .sections = sections,
        .count = sizeof sections / sizeof *sections,
    };
    return &plan;
}
