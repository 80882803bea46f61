/*
 * The half-year's own words: the introduction, how the efforts stand, and what calls for attention.
 */
#include "attention.h"
#include "effort_texts.h"
#include "narrative_text.h"
#include "sections.h"
#include "sentence.h"

void section_half_year_introduction(const struct section_context *context, struct section *section)
{
    add_narrative(context, section, "halvaar");
}

void section_half_year_efforts(const struct section_context *context, struct section *section)
{
    add_effort_statuses(context, section);
}

/* Says so when nothing is behind; only of what is known. */
static void add_all_well(const struct section_context *context, struct section *section, size_t goal_count)
{
    const bool efforts = has_effort_statuses(context);
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    if (goal_count)
        say(s, efforts ? "Ingen mål er bagud, og ingen indsatser er meldt gule eller røde."
                       : "Ingen mål er bagud.");
    else
        say(s, efforts ? "Ingen indsatser er meldt gule eller røde."
                       : "Der er ingen mål for året, og der er ikke meldt status for indsatserne.");
}

void section_half_year_risks(const struct section_context *context, struct section *section)
{
    struct goal_view *goals;
    const size_t count = goal_views(context, &goals);
    if (has_attention(context, goals, count))
        add_attention(context, section, goals, count);
    else
        add_all_well(context, section, count);
}
