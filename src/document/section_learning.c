/*
 * What succeeded and what did not go as expected, the odd and the unexpected, what was learnt and what is
 * corrected (strategy 2022–2025, section 4). Goals stand where they belong by their status: one that was not
 * reached is always told.
 */
#include "effort_texts.h"
#include "goal_sentences.h"
#include "narrative_text.h"
#include "sections.h"

typedef bool goal_test(const struct section_context *context, const struct goal_view *goal);

/* A goal that was reached in an earlier year is no news. */
static bool is_reached(const struct section_context *context, const struct goal_view *goal)
{
    const struct ratio day = figures_value(context->figures, goal_key(context, goal, FIGURE_GOAL_DATE));
    const day_number first = context->figures->periods[context->figures->report].first;
    return (goal->status == GOAL_REACHED || goal->status == GOAL_REACHED_EARLY) &&
           (!ratio_has_value(day) || ratio_compare(day, ratio_whole(first)) >= 0);
}

static bool is_missed(const struct section_context *context, const struct goal_view *goal)
{
    (void)context;
    return goal->status == GOAL_NOT_REACHED || goal->status == GOAL_BEHIND;
}

static size_t goals_that_are(const struct section_context *context, goal_test *is, struct goal_view *found)
{
    struct goal_view *goals_of_year;
    const size_t count = goal_views(context, &goals_of_year);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (is(context, &goals_of_year[i]))
            found[kept++] = goals_of_year[i];
    return kept;
}

/* Under one heading: the goals that belong under it, and what the efforts say. */
struct topic {
    enum effort_text text;
    goal_test *goals; /* NULL: none */
};

static const struct topic topics[] = {
    {EFFORT_SUCCEEDED, is_reached},
    {EFFORT_NOT_AS_EXPECTED, is_missed},
    {EFFORT_ODD, NULL},
    {EFFORT_UNEXPECTED, NULL},
    {EFFORT_LESSON, NULL},
    {EFFORT_CORRECTION, NULL},
};

static void add_goals(const struct section_context *context, struct section *section,
                      const struct goal_view *found, size_t count)
{
    struct list *list = section_add_list(context->document, section);
    for (size_t i = 0; i < count; i++)
        say_goal_status((struct sentence){context, list_add_item(context->document, list)}, &found[i]);
}

static void add_topic(const struct section_context *context, struct section *section,
                      const struct topic *topic)
{
    struct goal_view *found =
        arena_array(context->document->arena, row_count(context->data, TABLE_GOALS), sizeof *found);
    const size_t count = topic->goals ? goals_that_are(context, topic->goals, found) : 0;
    if (!count && !has_effort_texts(context, topic->text))
        return;
    section_add_heading(context->document, section, 2, effort_text_heading(topic->text));
    if (count)
        add_goals(context, section, found, count);
    add_effort_texts(context, section, topic->text);
}

void section_learning(const struct section_context *context, struct section *section)
{
    add_narrative(context, section, "laeringer");
    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++)
        add_topic(context, section, &topics[i]);
}
