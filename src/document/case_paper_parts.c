/*
 * The longer sections of the case paper: judgement, economy and motion. Their sentences are the reports' own.
 */
#include "case_paper.h"
#include "sections.h"
#include "status_sentences.h"

/* ---- Judgement ---- */

void add_judgement(const struct section_context *context, struct section *section)
{
    if (context->request->kind == REPORT_EVALUATION)
        return;
    struct goal_view *goals;
    const size_t count = goal_views(context, &goals);
    add_status_sentences(context, section, goals, count);
}

/* ---- Economy ---- */

void add_economy(const struct section_context *context, struct section *section)
{
    (void)context;
    (void)section;
}

/* ---- Motion ---- */

/* The report that ends a year brings the recommendations (plan 2018, section 4). */
static bool brings_recommendations(const struct section_context *context)
{
    const struct period *period = &context->figures->periods[context->figures->report];
    switch (context->request->kind) {
    case REPORT_YEAR:
        return true;
    case REPORT_HALF_YEAR:
        return period->half == 2;
    case REPORT_EVALUATION:
        return false;
    }
    return false;
}

static bool is_to_decide(const struct section_context *context, const struct recommendation *recommendation)
{
    return brings_recommendations(context) && recommendation->year == report_year(context) &&
           recommendation->status == code_of(&context->data->codes, CODES_RECOMMENDATION_STATUS, "stillet");
}

size_t recommendations_to_decide(const struct section_context *context)
{
    size_t count = 0;
    for (size_t i = 0; i < row_count(context->data, TABLE_RECOMMENDATIONS); i++)
        count += is_to_decide(context, &recommendations(context->data)[i]);
    return count;
}

/* The recommendation with the next higher number than `after`; NULL: none. Rows need not be in order. */
static const struct recommendation *next_to_decide(const struct section_context *context, int64_t after)
{
    const struct recommendation *next = NULL;
    for (size_t i = 0; i < row_count(context->data, TABLE_RECOMMENDATIONS); i++) {
        const struct recommendation *row = &recommendations(context->data)[i];
        if (is_to_decide(context, row) && row->number > after && (!next || row->number < next->number))
            next = row;
    }
    return next;
}

/* "At årsnormen fastholdes." follows "indstiller, at" as "årsnormen fastholdes."; other words are quoted. */
static void add_moved(const struct section_context *context, struct list *list, struct sv text)
{
    struct document *document = context->document;
    struct paragraph *item = list_add_item(document, list);
    if (sv_starts_with(text, sv_of("At ")) || sv_starts_with(text, sv_of("at "))) {
        paragraph_add_sv(document, item, sv_trim(sv_slice(text, sizeof "At", text.size)));
        return;
    }
    paragraph_add_text(document, item, "denne anbefaling følges: »");
    paragraph_add_sv(document, item, text);
    paragraph_add_text(document, item, "«");
}

void add_motion(const struct section_context *context, struct section *section)
{
    struct list *list = section_add_list(context->document, section);
    list->ordered = true;
    list->first = 1;
    const struct recommendation *row = next_to_decide(context, INT64_MIN);
    for (; row; row = next_to_decide(context, row->number))
        add_moved(context, list, row->text);
}
