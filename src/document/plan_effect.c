/*
 * The calculation of payment by results (Social inklusion gennem Vækstpartnerskaber, 2019): would paying for
 * results have paid for itself, and when?
 */
#include "report_plan.h"

static const struct section_kind sections[] = {
    {"svar", "Svaret på én side", true, section_effect_answer},
    {"pengestroem", "Pengestrømmen", true, section_effect_flow},
    {"sideomside", "Aftaler, målgrupper og klynger", true, section_effect_groups},
    {"resultater", "Resultater og betalinger", true, section_effect_results},
    {"virksomheder", "Virksomhederne i acceleratoren", false, section_effect_enterprises},
    {"foelsomhed", "Følsomhed", true, section_effect_sensitivity},
    {"forudsaetninger", "Forudsætninger", true, section_effect_assumptions},
    {"aendringer", "Ændringer siden seneste kørsel", true, section_changes},
    {"metode", "Metode og data", true, section_method},
};

const struct report_plan *effect_plan(void)
{
    static const struct report_plan plan = {
        .word = "Effektberegning",
        .title = "Effektberegning (simulering)",
        .keywords = "socialøkonomi, betaling for resultater, simulering, effekt",
        .sections = sections,
        .count = sizeof sections / sizeof *sections,
    };
    return &plan;
}
