/*
 * The half-year on one page: goals with their pace and forecast, what the figures say, what calls for
 * attention, and six key figures beside those of the same half a year before.
 */
#include "attention.h"
#include "goals_table.h"
#include "key_figures.h"
#include "sections.h"
#include "status_sentences.h"

static bool year_is_over(const struct section_context *context)
{
    return context->figures->judged_at >= day_from_date(report_year(context), 12, 31);
}

void section_half_year_page(const struct section_context *context, struct section *section)
{
    struct goal_view *goals;
    const size_t count = goal_views(context, &goals);
    section->one_page = true;
    add_reservation(context, section);
    if (year_is_over(context))
        add_goals_table(context, section, goals, count);
    else
        add_goals_pace(context, section, goals, count);
    section_add_heading(context->document, section, 2, sv_of("Det viser tallene"));
    add_status_sentences(context, section, goals, count);
    add_attention_in_short(context, section, goals, count);
    add_key_figures(context, section, "noegletal", "Nøgletal", TABLE_CARDS);
}
