/*
 * The survey of the municipalities (the collection of experience from 17 municipalities, 2015).
 */
#include "report_plan.h"

static const struct section_kind sections[] = {
    {"overblik", "Erfaringerne på én side", true, section_survey_page},
    {"skalaer", "Svarene side om side", true, section_survey_side_by_side},
    {"spoergsmaal", "Spørgsmål for spørgsmål", true, section_survey_questions},
    {"kommunernestal", "Virksomheder og pladser", true, section_survey_enterprises},
    {"tiltagene", "De ti tiltag", true, section_survey_measures},
    {"aendringer", "Ændringer siden seneste kørsel", true, section_changes},
    {"metode", "Metode og data", true, section_survey_method},
};

const struct report_plan *survey_plan(void)
{
    static const struct report_plan plan = {
        .word = "Erfaringsopsamling",
        .title = "Erfaringsopsamling om socialøkonomi",
        .keywords = "socialøkonomi, erfaringsopsamling, kommuner, spørgeskema, tiltag",
        .sections = sections,
        .count = sizeof sections / sizeof *sections,
    };
    return &plan;
}
