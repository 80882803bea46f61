/*
 * The year on one page: goals, what they say, and six key figures beside last year's.
 */
#include "goals_table.h"
#include "key_figures.h"
#include "sections.h"
#include "status_sentences.h"

void section_year_page(const struct section_context *context, struct section *section)
{
    struct goal_view *goals;
    const size_t count = goal_views(context, &goals);
    section->one_page = true;
    add_reservation(context, section);
    add_goals_table(context, section, goals, count);
    section_add_heading(context->document, section, 2, sv_of("Det viser tallene"));
    add_status_sentences(context, section, goals, count);
    section_add_heading(context->document, section, 2, sv_of("Nøgletal"));
    add_key_figures(context, section, "noegletal", "Nøgletal", TABLE_CARDS);
}
