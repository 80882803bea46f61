/*
 * Value creation on the three bottom lines, social, local and economic (strategy 2022–2025, section 2.3): the
 * unit's own words, and a table of figures for each line.
 */
#include "comparison.h"
#include "narrative_text.h"
#include "period_words.h"
#include "sections.h"

static const struct compared social[] = {
    {"Borgere i forløb", FIGURE_COURSES_PERSONS, NULL, FIGURES, TABLE_COURSES},
    {"Borgere i nye job", FIGURE_JOBS_PERSONS, NULL, FIGURES, TABLE_JOBS},
    {"Nye job, alle typer", FIGURE_JOBS_NEW, NULL, FIGURES, TABLE_JOBS},
    {"Effekt af afsluttede forløb", FIGURE_COURSES_EFFECT, NULL, FIGURE_COURSES_ENDED, TABLE_COURSES},
    {"Fastholdelse efter et halvt til et helt år", FIGURE_COURSES_RETENTION, NULL, FIGURES, TABLE_FOLLOW_UPS},
};

static const struct compared local[] = {
    {"Virksomheder og initiativer", FIGURE_ENTERPRISES_AT_END, NULL, FIGURES, TABLE_ENTERPRISES},
    {"Heraf med tre bundlinjer", FIGURE_ENTERPRISES_THREE_LINES, NULL, FIGURES, TABLE_ENTERPRISES},
    {"Prøvehandlinger med en lokal partner", FIGURE_TRIALS_LOCAL_PARTNER, NULL, FIGURES, TABLE_TRIALS},
    {"Lokale indkøb i kr.", FIGURE_PURCHASES_AMOUNT, NULL, FIGURES, TABLE_PURCHASES},
    {"Virksomheder, der er købt hos", FIGURE_PURCHASES_ENTERPRISES, NULL, FIGURES, TABLE_PURCHASES},
};

static const struct compared economic[] = {
    {"Årsværk i nye job", FIGURE_JOBS_FULL_TIME, NULL, FIGURES, TABLE_JOBS},
    {"Ansatte fra kanten af arbejdsmarkedet", FIGURE_ENTERPRISES_EDGE_STAFF, NULL, FIGURES,
     TABLE_ENTERPRISES},
    {"Andel ansatte fra kanten", FIGURE_ENTERPRISES_EDGE_SHARE, NULL, FIGURE_ENTERPRISES_STAFF,
     TABLE_ENTERPRISES},
    {"Virksomheder med mindst 30 % ansatte fra kanten", FIGURE_ENTERPRISES_EDGE_30, NULL, FIGURES,
     TABLE_ENTERPRISES},
    {"Bevilget til ansøgninger i kr.", FIGURE_APPLICATIONS_AMOUNT, NULL, FIGURES, TABLE_APPLICATIONS},
};

struct bottom_line {
    const char *id;
    const char *name;
    const struct compared *rows;
    size_t count;
};

static const struct bottom_line lines[] = {
    {"social", "Den sociale bundlinje", social, sizeof social / sizeof *social},
    {"lokal", "Den lokale bundlinje", local, sizeof local / sizeof *local},
    {"oekonomisk", "Den økonomiske bundlinje", economic, sizeof economic / sizeof *economic},
};

static bool has_figures(const struct section_context *context)
{
    bool any = false;
    if (period_has_not_begun(context->figures, context->figures->report))
        return false;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        any = any || comparison_says_something(context, lines[i].rows, lines[i].count);
    return any;
}

void section_value_creation(const struct section_context *context, struct section *section)
{
    const bool told = add_narrative(context, section, "vaerdiskabelse");
    if (!has_figures(context))
        return;
    if (told)
        section_add_heading(context->document, section, 2, sv_of("Bundlinjerne i tal"));
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        add_comparison(context, section, lines[i].id, lines[i].name, table_title(context, lines[i].name),
                       lines[i].rows, lines[i].count);
}
