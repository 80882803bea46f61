/*
 * The longer sections of the case paper: judgement, economy and motion. Their sentences are the reports' own.
 */
#include "agreement_page.h"
#include "attention.h"
#include "case_paper.h"
#include "effort_parts.h"
#include "effort_sentences.h"
#include "effort_texts.h"
#include "evaluation_sentences.h"
#include "recommendation_sentence.h"
#include "sections.h"
#include "status_sentences.h"

/* The report that ends a year brings the recommendations (plan 2018, section 4). */
static bool brings_recommendations(const struct section_context *context)
{
    switch (context->request->kind) {
    case REPORT_YEAR:
        return true;
    case REPORT_HALF_YEAR:
        return context->figures->periods[context->figures->report].half == 2;
    case REPORT_EVALUATION:
    case REPORT_EFFECT:
    case REPORT_SURVEY:
        return false;
    }
    return false;
}

/* ---- Judgement of a year or a half-year ---- */

static void add_efforts(const struct section_context *context, struct section *section)
{
    static const enum effort_text told[] = {EFFORT_SUCCEEDED, EFFORT_NOT_AS_EXPECTED, EFFORT_CORRECTION};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        if (!has_effort_texts(context, told[i]))
            continue;
        section_add_heading(context->document, section, 2, effort_text_heading(told[i]));
        add_effort_texts(context, section, told[i]);
    }
}

static void judge_period(const struct section_context *context, struct section *section)
{
    struct goal_view *goals;
    const size_t count = goal_views(context, &goals);
    add_status_sentences(context, section, goals, count);
    if (has_attention(context, goals, count))
        say_attention(sentence_in(context, section, PARAGRAPH_BODY), goals, count);
    add_efforts(context, section);
    struct paragraph before = {.look = PARAGRAPH_BODY};
    if (brings_recommendations(context))
        say_recommendations_before((struct sentence){context, &before});
    if (before.span_count)
        *section_add_paragraph(context->document, section, PARAGRAPH_BODY) = before;
}

/* ---- Judgement of the agreements ---- */

/* "SA-01 Gartneriet: 10 af 20 forløb endte med et positivt udfald, 50 %." */
static void say_agreement(struct sentence s, uint32_t agreement)
{
    struct figure_key ended = figure_key(s.context->figures, FIGURE_COURSES_ENDED_SO_FAR);
    struct figure_key positive = figure_key(s.context->figures, FIGURE_COURSES_POSITIVE_SO_FAR);
    struct figure_key effect = figure_key(s.context->figures, FIGURE_COURSES_EFFECT_SO_FAR);
    ended.agreement = positive.agreement = effect.agreement = agreement;
    say_sv(s, agreement_title(s.context, agreement));
    if (!ratio_has_value(figures_value(s.context->figures, effect))) {
        say(s, ": Ingen forløb er afsluttet endnu.");
        return;
    }
    say(s, ": ");
    say_share(s, effect, ended);
    say(s, ", ");
    say_part(s, positive, ended, NOUN_COURSE);
    say(s, ".");
}

static void judge_agreements(const struct section_context *context, struct section *section)
{
    const struct evaluation_view view = evaluation_view(context);
    if (!evaluation_size(&view)) {
        say_no_agreements(sentence_in(context, section, PARAGRAPH_BODY), &view);
        return;
    }
    const struct sentence answers = sentence_in(context, section, PARAGRAPH_BODY);
    say_answer_counts(answers, &view, ALL_AGREEMENTS);
    say_highest_and_lowest(answers, &view, ALL_AGREEMENTS);
    say_largest_changes(answers, &view, ALL_AGREEMENTS);
    const struct sentence opening = sentence_in(context, section, PARAGRAPH_BODY);
    say(opening, "Så mange af de forløb, der er afsluttet til og med ");
    say_value(opening, ratio_whole(cut_off_day(context)), FORMAT_DATE);
    say(opening, ", endte med et udfald, som aftalen selv regner for positivt:");
    struct list *list = section_add_list(context->document, section);
    for (uint32_t i = 0; i < row_count(context->data, TABLE_AGREEMENTS); i++)
        if (evaluation_covers(&view, i))
            say_agreement((struct sentence){context, list_add_item(context->document, list)}, i);
}

void add_judgement(const struct section_context *context, struct section *section)
{
    if (context->request->kind == REPORT_EVALUATION)
        judge_agreements(context, section);
    else
        judge_period(context, section);
}

/* ---- Economy ---- */

typedef void economy_sentence(struct sentence s);

void add_economy(const struct section_context *context, struct section *section)
{
    static economy_sentence *const grants[] = {say_applications, say_grants, say_donors};
    static economy_sentence *const buying[] = {say_purchases, say_reserved};
    if (context->request->kind == REPORT_EVALUATION)
        return;
    if (has_fundraising(context))
        add_sentences(context, section, grants, sizeof grants / sizeof *grants);
    if (has_purchasing(context))
        add_sentences(context, section, buying, sizeof buying / sizeof *buying);
}

/* ---- Motion ---- */

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

void add_moved_recommendations(const struct section_context *context, struct list *list)
{
    const struct recommendation *row = next_to_decide(context, INT64_MIN);
    for (; row; row = next_to_decide(context, row->number))
        add_moved(context, list, row->text);
}
