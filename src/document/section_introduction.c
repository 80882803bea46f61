/*
 * The introduction: the unit's own words, and a few facts beside them. Without a text there is no chapter,
 * for the facts stand in the others too.
 */
#include "narrative_text.h"
#include "period_words.h"
#include "sections.h"
#include "sentence.h"
#include "status_sentences.h"

/* "Strategien gælder fra 2022 til 2025." Its name stands on the cover. */
static void say_strategy(struct sentence s)
{
    const struct strategy *strategy = s.context->figures->strategy;
    if (!strategy) {
        say_year_text(s, "Ingen strategi dækker ", report_year(s.context), ".");
        return;
    }
    say(s, "Rapporten følger »");
    say_sv(s, strategy->name);
    say_year_text(s, "«, som gælder fra ", strategy->from_year, " ");
    say_year_text(s, "til og med ", strategy->to_year, ".");
}

static void say_agreements(struct sentence s)
{
    say_opening_at_end(s);
    say(s, " var der ");
    say_count(s, figure_key(s.context->figures, FIGURE_AGREEMENTS_AT_END), NOUN_AGREEMENT);
    say(s, " i kraft.");
}

static void say_enterprises_open(struct sentence s)
{
    const struct figures *figures = s.context->figures;
    const struct figure_key open = figure_key(figures, FIGURE_ENTERPRISES_AT_END);
    say_opening_at_end(s);
    say(s, " var der ");
    say_count(s, open, NOUN_ENTERPRISE);
    if (figures_value(figures, open).num != 0) {
        say(s, "; ");
        say_three_lines(s);
    }
    say(s, ".");
}

static void say_citizens(struct sentence s)
{
    say(s, "Der var ");
    say_count(s, figure_key(s.context->figures, FIGURE_COURSES_PERSONS), NOUN_CITIZEN);
    say(s, " i forløb ");
    say_during(s);
    say(s, ".");
}

static void add_fact(const struct section_context *context, struct list *list, void (*write)(struct sentence))
{
    write((struct sentence){context, list_add_item(context->document, list)});
}

static void add_facts(const struct section_context *context, struct section *section)
{
    section_add_heading(context->document, section, 2, sv_of("Kort om området"));
    struct list *list = section_add_list(context->document, section);
    add_fact(context, list, say_strategy);
    add_fact(context, list, say_agreements);
    add_fact(context, list, say_enterprises_open);
    add_fact(context, list, say_citizens);
}

void section_introduction(const struct section_context *context, struct section *section)
{
    const bool begun = !period_has_not_begun(context->figures, context->figures->report);
    if (add_narrative(context, section, "indledning") && begun)
        add_facts(context, section);
}
