/*
 * The half-year's own words: the introduction, how the efforts stand, and what calls for attention.
 */
#include "attention.h"
#include "effort_texts.h"
#include "narrative_text.h"
#include "sections.h"
#include "sentence.h"
#include "status_rows.h"

void section_half_year_introduction(const struct section_context *context, struct section *section)
{
    add_narrative(context, section, "halvaar");
}

/* Recommendations have a chapter of their own. */
static const enum effort_text told[] = {EFFORT_SUCCEEDED,  EFFORT_NOT_AS_EXPECTED, EFFORT_ODD,
                                        EFFORT_UNEXPECTED, EFFORT_LESSON,          EFFORT_CORRECTION};
enum { TOLD = sizeof told / sizeof *told };

static bool has_more_to_say(const struct effort_status *status)
{
    bool has = status_other_lines(status->text).size > 0;
    for (size_t i = 0; i < TOLD; i++)
        has = has || effort_text(status, told[i]).size > 0;
    return has;
}

/* "Fundraising. Det lykkedes: Tre ansøgninger …": the name is set off once, before the effort's first words.
 */
struct effort_words {
    const struct section_context *context;
    struct section *section;
    struct sv name; /* until it is written */
};

static void add_words(struct effort_words *words, struct sv label, struct sv text)
{
    const struct sentence s = sentence_in(words->context, words->section, PARAGRAPH_BODY);
    struct cell name = cell_of_text(words->name);
    name.strong = true;
    if (words->name.size) {
        paragraph_add(s.context->document, s.paragraph, name);
        say(s, ". ");
    }
    words->name = (struct sv){0};
    if (label.size) {
        say_sv(s, label);
        say(s, ": ");
    }
    say_sv(s, status_first_line(text));
    add_long_text(words->context, words->section, PARAGRAPH_BODY, status_other_lines(text));
}

/* What the table has no room for: the status text after its first line, and the other texts. */
static void add_effort(const struct section_context *context, struct section *section,
                       const struct effort_status *status)
{
    struct effort_words words = {context, section, effort_name(context, status->effort)};
    if (status_other_lines(status->text).size)
        add_words(&words, (struct sv){0}, status_other_lines(status->text));
    for (size_t i = 0; i < TOLD; i++)
        if (effort_text(status, told[i]).size)
            add_words(&words, effort_text_heading(told[i]), effort_text(status, told[i]));
}

void section_half_year_efforts(const struct section_context *context, struct section *section)
{
    add_effort_statuses(context, section, "indsatser", "Indsatser");
    for (uint16_t i = 0; i < code_list(&context->data->codes, CODES_EFFORT)->count; i++) {
        const struct effort_status *status = effort_status_of(context, i);
        if (status && has_more_to_say(status))
            add_effort(context, section, status);
    }
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
