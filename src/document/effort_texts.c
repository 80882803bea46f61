#include "effort_texts.h"

#include "narrative_text.h"
#include "period_words.h"
#include "status_rows.h"

static const struct effort_status *status_in(const struct section_context *context, uint16_t effort,
                                             int32_t period)
{
    const struct effort_status *rows = effort_statuses(context->data);
    for (size_t i = 0; i < row_count(context->data, TABLE_EFFORT_STATUSES); i++)
        if (rows[i].effort == effort && rows[i].period == period)
            return &rows[i];
    return NULL;
}

const struct effort_status *effort_status_of(const struct section_context *context, uint16_t effort)
{
    const struct effort_status *own = status_in(context, effort, status_period(context));
    return own ? own : status_in(context, effort, status_period_instead(context));
}

/* The year's status has a figure of its own in the report on its second half; not the other way round. */
struct cell effort_light_cell(const struct section_context *context, const struct effort_status *status)
{
    const struct code_list *efforts = code_list(&context->data->codes, CODES_EFFORT);
    const struct period period = period_of_number(status->period);
    struct figure_key key = figure_key_in(context->figures, FIGURE_EFFORT_STATUS,
                                          period_index(context->figures, period.year, period.half));
    key = figure_key_code(context->figures, key, code_text(efforts, status->effort));
    return figures_find(context->figures, key) ? cell_of_figure(context->figures, key, FORMAT_LIGHT)
                                               : cell_of_value(ratio_whole(status->light), FORMAT_LIGHT);
}

static size_t effort_count(const struct section_context *context)
{
    return code_list(&context->data->codes, CODES_EFFORT)->count;
}

bool has_effort_statuses(const struct section_context *context)
{
    for (uint16_t effort = 0; effort < effort_count(context); effort++)
        if (effort_status_of(context, effort))
            return true;
    return false;
}

bool has_effort_statuses_of_both(const struct section_context *context)
{
    for (uint16_t effort = 0; effort < effort_count(context); effort++)
        if (status_in(context, effort, status_period(context)) &&
            status_in(context, effort, status_period_instead(context)))
            return true;
    return false;
}

struct sv effort_name(const struct section_context *context, uint16_t effort)
{
    return code_name(code_list(&context->data->codes, CODES_EFFORT), effort);
}

static struct sv text_of(const struct effort_status *status, enum effort_text kind)
{
    switch (kind) {
    case EFFORT_SUCCEEDED:
        return status->succeeded;
    case EFFORT_NOT_AS_EXPECTED:
        return status->not_as_expected;
    case EFFORT_ODD:
        return status->odd;
    case EFFORT_UNEXPECTED:
        return status->unexpected;
    case EFFORT_LESSON:
        return status->lesson;
    case EFFORT_CORRECTION:
        return status->correction;
    case EFFORT_RECOMMENDATION:
        return status->recommendation;
    }
    return (struct sv){0};
}

struct sv effort_text(const struct effort_status *status, enum effort_text kind)
{
    return status ? sv_trim(text_of(status, kind)) : (struct sv){0};
}

/* What next year's plan should be is said of the year: in its row or in that of its second half. */
static struct sv text_in_period(const struct section_context *context, uint16_t effort, enum effort_text kind)
{
    const struct sv text = effort_text(effort_status_of(context, effort), kind);
    if (text.size || kind != EFFORT_RECOMMENDATION)
        return text;
    return effort_text(status_in(context, effort, status_period_instead(context)), kind);
}

struct sv effort_text_heading(enum effort_text kind)
{
    static const char *const headings[] = {
        [EFFORT_SUCCEEDED] = "Det lykkedes",
        [EFFORT_NOT_AS_EXPECTED] = "Det gik ikke som forventet",
        [EFFORT_ODD] = "Det skæve",
        [EFFORT_UNEXPECTED] = "Det uventede",
        [EFFORT_LESSON] = "Det lærte vi",
        [EFFORT_CORRECTION] = "Det retter vi",
        [EFFORT_RECOMMENDATION] = "Tilretning af næste års plan",
    };
    return sv_of(headings[kind]);
}

bool has_effort_texts(const struct section_context *context, enum effort_text kind)
{
    for (uint16_t effort = 0; effort < effort_count(context); effort++)
        if (text_in_period(context, effort, kind).size)
            return true;
    return false;
}

/* "Fundraising: Tre ansøgninger …": the name opens the text's first paragraph. */
static void add_text(const struct section_context *context, struct section *section, struct sv name,
                     struct sv text)
{
    struct sv first = {0};
    struct paragraph *paragraph = section_add_paragraph(context->document, section, PARAGRAPH_BODY);
    struct cell label = cell_of_text(sv_format(context->document->arena, "%.*s: ", SV_ARG(name)));
    label.strong = true;
    sv_split(&text, '\n', &first);
    paragraph_add(context->document, paragraph, label);
    paragraph_add_sv(context->document, paragraph, sv_trim(first));
    add_long_text(context, section, PARAGRAPH_BODY, text);
}

void add_effort_texts(const struct section_context *context, struct section *section, enum effort_text kind)
{
    for (uint16_t effort = 0; effort < effort_count(context); effort++) {
        const struct sv text = text_in_period(context, effort, kind);
        if (text.size)
            add_text(context, section, effort_name(context, effort), text);
    }
}
