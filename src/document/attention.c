#include "attention.h"

#include "agreement_page.h"
#include "effort_texts.h"
#include "goal_sentences.h"
#include "narrative_text.h"
#include "sections.h"
#include "status_rows.h"

/* ---- Which ---- */

static bool goal_lags(const struct goal_view *goal)
{
    return goal->status == GOAL_BEHIND || goal->status == GOAL_NOT_REACHED;
}

static size_t goals_with(const struct goal_view *goals, size_t count, enum goal_status status)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        found += goals[i].status == status;
    return found;
}

static bool effort_lags(const struct section_context *context, uint16_t effort)
{
    const struct effort_status *status = effort_status_of(context, effort);
    return status && status->light != LIGHT_GREEN;
}

static bool agreement_lags(const struct section_context *context, uint32_t agreement)
{
    const struct agreement_status *status = agreement_status_of(context, agreement);
    return status && status->light != CODE_NONE && status->light != LIGHT_GREEN &&
           agreement_is_shown(context, agreement);
}

static size_t goals_lagging(const struct goal_view *goals, size_t count)
{
    return goals_with(goals, count, GOAL_BEHIND) + goals_with(goals, count, GOAL_NOT_REACHED);
}

static size_t effort_count(const struct section_context *context)
{
    return code_list(&context->data->codes, CODES_EFFORT)->count;
}

static size_t efforts_lagging(const struct section_context *context)
{
    size_t found = 0;
    for (uint16_t i = 0; i < effort_count(context); i++)
        found += effort_lags(context, i);
    return found;
}

static size_t agreements_lagging(const struct section_context *context)
{
    size_t found = 0;
    for (uint32_t i = 0; i < row_count(context->data, TABLE_AGREEMENTS); i++)
        found += agreement_lags(context, i);
    return found;
}

bool has_attention(const struct section_context *context, const struct goal_view *goals, size_t count)
{
    return goals_lagging(goals, count) || efforts_lagging(context) || agreements_lagging(context);
}

/* ---- How they stand ---- */

static void say_effort_light(struct sentence s, uint16_t effort)
{
    paragraph_add(s.context->document, s.paragraph,
                  effort_light_cell(s.context, effort_status_of(s.context, effort)));
}

static void say_agreement_light(struct sentence s, uint32_t agreement)
{
    say_value(s, ratio_whole(agreement_status_of(s.context, agreement)->light), FORMAT_LIGHT);
}

/* ---- By name ---- */

/* Between the names of a list: ", ", and " og " before the last. */
static void say_separator(struct sentence s, size_t done, size_t count)
{
    if (done)
        say(s, done + 1 == count ? " og " : ", ");
}

/* "Bagud er målet »…«. " */
static void say_goals_by_name(struct sentence s, const struct goal_view *goals, size_t count,
                              enum goal_status status, const char *how)
{
    const size_t lagging = goals_with(goals, count, status);
    size_t done = 0;
    if (!lagging)
        return;
    say(s, how);
    say(s, lagging == 1 ? " er målet " : " er målene ");
    for (size_t i = 0; i < count; i++) {
        if (goals[i].status != status)
            continue;
        say_separator(s, done++, lagging);
        say(s, "»");
        say_sv(s, goals[i].goal->name);
        say(s, "«");
    }
    say(s, ". ");
}

static void say_efforts_by_name(struct sentence s)
{
    const size_t lagging = efforts_lagging(s.context);
    size_t done = 0;
    if (!lagging)
        return;
    say(s, "Indsatser, der ikke er grønne: ");
    for (uint16_t i = 0; i < effort_count(s.context); i++) {
        if (!effort_lags(s.context, i))
            continue;
        say_separator(s, done++, lagging);
        say_sv(s, text_lowered(s.context->document->arena, effort_name(s.context, i)));
        say(s, " (");
        say_effort_light(s, i);
        say(s, ")");
    }
    say(s, ". ");
}

static void say_agreements_by_name(struct sentence s)
{
    const size_t lagging = agreements_lagging(s.context);
    size_t done = 0;
    if (!lagging)
        return;
    say(s, "Aftaler, der ikke er grønne: ");
    for (uint32_t i = 0; i < row_count(s.context->data, TABLE_AGREEMENTS); i++) {
        if (!agreement_lags(s.context, i))
            continue;
        say_separator(s, done++, lagging);
        say_sv(s, agreement_id(s.context->data, i));
        say(s, " (");
        say_agreement_light(s, i);
        say(s, ")");
    }
    say(s, ". ");
}

void say_attention(struct sentence s, const struct goal_view *goals, size_t count)
{
    say_goals_by_name(s, goals, count, GOAL_BEHIND, "Bagud");
    say_goals_by_name(s, goals, count, GOAL_NOT_REACHED, "Ikke nået");
    say_efforts_by_name(s);
    say_agreements_by_name(s);
}

void add_attention_in_short(const struct section_context *context, struct section *section,
                            const struct goal_view *goals, size_t count)
{
    if (!has_attention(context, goals, count))
        return;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say_attention(s, goals, count);
    say(s, "Mere om det står under »Risici«.");
}

void add_agreements_in_short(const struct section_context *context, struct section *section)
{
    if (agreements_lagging(context))
        say_agreements_by_name(sentence_in(context, section, PARAGRAPH_BODY));
}

/* ---- With their reasons ---- */

static struct sentence item_in(const struct section_context *context, struct list *list)
{
    return (struct sentence){context, list_add_item(context->document, list)};
}

static void add_goals(const struct section_context *context, struct section *section,
                      const struct goal_view *goals, size_t count)
{
    if (!goals_lagging(goals, count))
        return;
    section_add_heading(context->document, section, 2, sv_of("Mål"));
    struct list *list = section_add_list(context->document, section);
    for (size_t i = 0; i < count; i++)
        if (goal_lags(&goals[i]))
            say_goal_shortfall(item_in(context, list), &goals[i]);
}

static void add_efforts(const struct section_context *context, struct section *section)
{
    if (!efforts_lagging(context))
        return;
    section_add_heading(context->document, section, 2, sv_of("Indsatser"));
    struct list *list = section_add_list(context->document, section);
    for (uint16_t i = 0; i < effort_count(context); i++) {
        if (!effort_lags(context, i))
            continue;
        const struct sentence s = item_in(context, list);
        say(s, "Indsatsen »");
        say_sv(s, effort_name(context, i));
        say(s, "« er meldt ");
        say_effort_light(s, i);
        say(s, ".");
    }
    say(sentence_in(context, section, PARAGRAPH_BODY), "Hvordan det går, står under »Indsatser«.");
}

/* The first line stands beside the light, each other line is a paragraph. */
static void add_agreement(const struct section_context *context, struct section *section, uint32_t agreement)
{
    const struct sv text = agreement_status_of(context, agreement)->text;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say(s, "Aftalen »");
    say_sv(s, agreement_title(context, agreement));
    say(s, "« er meldt ");
    say_agreement_light(s, agreement);
    say(s, ". ");
    say_sv(s, status_first_line(text));
    add_long_text(context, section, PARAGRAPH_BODY, status_other_lines(text));
}

static void add_agreements(const struct section_context *context, struct section *section)
{
    if (!agreements_lagging(context))
        return;
    section_add_heading(context->document, section, 2, sv_of("Aftaler"));
    for (uint32_t i = 0; i < row_count(context->data, TABLE_AGREEMENTS); i++)
        if (agreement_lags(context, i))
            add_agreement(context, section, i);
}

void add_attention(const struct section_context *context, struct section *section,
                   const struct goal_view *goals, size_t count)
{
    add_goals(context, section, goals, count);
    add_efforts(context, section);
    add_agreements(context, section);
}
