/*
 * The spring evaluation of the agreements (plan 2018, section 4): all after the same model, so that they can
 * be read as a whole.
 */
#include "report_plan.h"

static const struct section_kind sections[] = {
    {"evaluering", "Evalueringen", true, section_evaluation_introduction},
    {"aftaler", "Aftale for aftale", true, section_evaluation_agreements},
    {"sideomside", "Aftalerne side om side", true, section_evaluation_side_by_side},
    {"aendringer", "Ændringer siden seneste kørsel", true, section_changes},
    {"metode", "Metode og data", true, section_method},
};

const struct report_plan *evaluation_plan(void)
{
    static const struct report_plan plan = {
        .word = "Evaluering af samarbejdsaftaler",
        .title = "Evaluering af samarbejdsaftaler",
        .keywords = "socialøkonomi, evaluering, samarbejdsaftaler, effekt",
        .sections = sections,
        .count = sizeof sections / sizeof *sections,
    };
    return &plan;
}
