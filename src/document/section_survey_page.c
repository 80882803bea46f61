/*
 * The survey on one page: who was asked and who answered, what has moved between the rounds, where the
 * answers lie highest and lowest, and what the municipalities state besides.
 */
#include "sections.h"
#include "sentence.h"
#include "survey_codes.h"
#include "survey_moved.h"
#include "survey_ranking.h"
#include "survey_words.h"

/* Questions that are named where several lie as high as each other. */
enum { MOST_NAMED = 3 };

/* Before the item at `at` of `count`: ", " and at last " og ". */
static void say_separator(struct sentence s, size_t at, size_t count)
{
    if (at)
        say(s, at + 1 == count ? " og " : ", ");
}

/* ---- Who was asked ---- */

static size_t questions_of_round(const struct survey_view *view, size_t round)
{
    size_t count = 0;
    for (size_t i = 0; i < view->survey.question_count; i++)
        count += survey_is_asked(&view->survey, view->survey.questions[i], round);
    return count;
}

static size_t questions_asked(const struct survey_view *view)
{
    size_t count = 0;
    for (size_t i = 0; i < view->survey.question_count; i++)
        count += survey_rounds_asked(&view->survey, view->survey.questions[i]) > 0;
    return count;
}

/* "16 spørgsmål i runden »Start« og 17 i runden »Slut«" */
static void say_rounds(struct sentence s, const struct survey_view *view)
{
    struct arena *arena = view->context->document->arena;
    struct sv *rounds = arena_array(arena, view->survey.rounds, sizeof *rounds);
    size_t count = 0;
    for (size_t round = 0; round < view->survey.rounds; round++) {
        const size_t asked = questions_of_round(view, round);
        if (!asked)
            continue;
        rounds[count] = sv_format(arena, "%zu%s i runden »%.*s«", asked, count ? "" : " spørgsmål",
                                  SV_ARG(survey_round_name(view, round)));
        count++;
    }
    say_sv(s, text_joined(arena, rounds, count));
}

static void add_extent(const struct survey_view *view, struct section *section)
{
    const struct sentence s = sentence_in(view->context, section, PARAGRAPH_LEAD);
    const int64_t asked = (int64_t)view->survey.asked_count;
    if (!asked || !questions_asked(view)) {
        say(s, asked ? "Der er ikke stillet noget spørgsmål." : "Ingen kommune er spurgt.");
        return;
    }
    say_number(s, ratio_whole(asked), NOUN_MUNICIPALITY);
    say(s, " er spurgt. ");
    say(s, asked == 1 ? "Den er stillet " : "De er stillet ");
    say_rounds(s, view);
    say(s, ".");
}

/* ---- Who has not answered ---- */

static struct figure_key missing_key(const struct survey_view *view, uint32_t question, size_t round)
{
    return survey_code_key(view, FIGURE_SURVEY_COUNT, question, sv_of(CODE_NOT_ANSWERED),
                           survey_period(round));
}

static struct ranking gaps_of(const struct survey_view *view)
{
    struct ranking gaps = survey_ranking(view);
    for (size_t i = 0; i < view->survey.question_count; i++)
        for (size_t round = 0; round < view->survey.rounds; round++) {
            const uint32_t question = view->survey.questions[i];
            if (!survey_is_asked(&view->survey, question, round))
                continue;
            const struct ratio missing = survey_value(view, missing_key(view, question, round));
            if (missing.num > 0)
                ranking_add(&gaps, (struct ranked){question, round, missing});
        }
    return gaps;
}

static void add_gap(const struct survey_view *view, struct list *list, const struct ranked *gap)
{
    const struct sentence s = survey_item(view, list);
    say_figure(s, missing_key(view, gap->question, gap->round), FORMAT_COUNT);
    say(s, " af ");
    say_number(s, ratio_whole((int64_t)view->survey.asked_count), NOUN_MUNICIPALITY);
    say(s, " har ikke svaret på ");
    say_survey_question(s, view, gap->question);
    say(s, " i runden ");
    say_survey_round(s, view, gap->round);
    say(s, ".");
}

static void add_gaps(const struct survey_view *view, struct section *section)
{
    if (!view->survey.asked_count || !questions_asked(view))
        return;
    const struct ranking gaps = gaps_of(view);
    if (!gaps.count) {
        say(sentence_in(view->context, section, PARAGRAPH_BODY),
            "Alle spurgte kommuner har svaret på alle spørgsmål, de er stillet.");
        return;
    }
    struct list *list = section_add_list(view->context->document, section);
    for (size_t i = 0; i < gaps.count && i < SURVEY_MOST_ITEMS; i++)
        add_gap(view, list, &gaps.items[i]);
    if (gaps.count > SURVEY_MOST_ITEMS)
        say(sentence_in(view->context, section, PARAGRAPH_BODY),
            "Det er de spørgsmål, hvor flest mangler at svare. Tabellerne viser, hvor der ellers mangler "
            "svar.");
}

/* ---- Highest and lowest ---- */

/* The questions of a list that somebody answered, by their mean step in the last round. */
static struct ranking steps_on(const struct survey_view *view, uint16_t scale)
{
    struct ranking steps = survey_ranking(view);
    for (size_t i = 0; i < view->survey.question_count; i++) {
        const uint32_t question = view->survey.questions[i];
        const size_t last = survey_last_round(&view->survey, question);
        if (!survey_is_scale(view, question) || survey_question(view, question)->scale != scale ||
            last == ROUND_NONE)
            continue;
        const struct ratio mean = survey_mean_step(view, question, last);
        if (ratio_has_value(mean))
            ranking_add(&steps, (struct ranked){question, last, mean});
    }
    return steps;
}

/* Those that lie as high as each other, items[first …]: "»Hvor tit?« (21 kommuner har svaret) og »…«". */
static void say_tied(struct sentence s, const struct survey_view *view, const struct ranked *tied,
                     size_t count)
{
    const size_t named = count > MOST_NAMED ? MOST_NAMED : count;
    const size_t said = named + (count > named);
    for (size_t i = 0; i < named; i++) {
        say_separator(s, i, said);
        say_survey_question(s, view, tied[i].question);
        say(s, " (");
        say_survey_answered(s, view, tied[i].question, tied[i].round);
        say(s, " har svaret)");
    }
    if (count > named)
        say_sv(s, sv_format(view->context->document->arena, " og %zu spørgsmål til", count - named));
}

static void add_ends(const struct survey_view *view, struct list *list, const struct ranking *steps,
                     const struct code_list *scale)
{
    const struct sentence s = survey_item(view, list);
    const size_t lowest = ranking_ties(steps, steps->count - 1);
    say(s, "Fra ");
    say_quoted(s, scale->codes[0].name);
    say(s, " til ");
    say_quoted(s, scale->codes[scale->count - 1].name);
    say_sv(s, sv_format(view->context->document->arena, " (%zu spørgsmål): højest ved ", steps->count));
    say_tied(s, view, steps->items, ranking_ties(steps, 0));
    say(s, ", lavest ved ");
    say_tied(s, view, steps->items + steps->count - lowest, lowest);
    say(s, ".");
}

static void add_all_ends(const struct survey_view *view, struct section *section)
{
    struct list *list = NULL;
    const size_t scales = view->context->data->codes.count;
    for (uint16_t scale = 0; scale < scales && (!list || list->item_count < SURVEY_MOST_ITEMS); scale++) {
        const struct ranking steps = steps_on(view, scale);
        if (steps.count < 2 || ranking_ties(&steps, 0) == steps.count)
            continue;
        if (!list) {
            section_add_heading(view->context->document, section, 2,
                                sv_of("Hvor svarene ligger højest og lavest"));
            list = section_add_list(view->context->document, section);
        }
        add_ends(view, list, &steps, &view->context->data->codes.lists[scale]);
    }
}

/* ---- Enterprises and places ---- */

static struct ratio places_in_clusters(const struct survey_view *view)
{
    const struct data_set *data = view->context->data;
    struct ratio places = ratio_whole(0);
    for (size_t i = 0; i < view->survey.cluster_count; i++) {
        const struct sv name = names_text(&data->names[NAMES_CLUSTER], view->survey.clusters[i]);
        places = ratio_add(places, survey_value(view, survey_plain_key(view, FIGURE_CLUSTER_PLACES, name)));
    }
    return places;
}

/* The total of the places is also of municipalities outside the clusters. */
static void say_places(struct sentence s, const struct survey_view *view)
{
    const struct figure_key total = survey_plain_key(view, FIGURE_CLUSTER_PLACES, (struct sv){0});
    const struct ratio within = places_in_clusters(view);
    if (ratio_compare(within, survey_value(view, total)) == 0) {
        say(s, " I klyngerne er der ");
        say_count(s, total, NOUN_PLACE);
    } else {
        say(s, " Kommunerne oplyser ");
        say_count(s, total, NOUN_PLACE);
        say(s, ", heraf ");
        say_number(s, within, NOUN_NONE);
        say(s, " i klynger");
    }
    say(s, ".");
}

static void add_enterprises(const struct survey_view *view, struct section *section)
{
    const struct figure_key stated = survey_plain_key(view, FIGURE_MUNICIPAL_STATED, sv_of("virksomheder"));
    const struct figure_key total = survey_plain_key(view, FIGURE_MUNICIPAL_ENTERPRISES, (struct sv){0});
    const struct sentence s = sentence_in(view->context, section, PARAGRAPH_BODY);
    if (!survey_value(view, stated).num) {
        say(s, "Ingen kommune oplyser, hvor mange socialøkonomiske virksomheder der er.");
    } else {
        say_figure(s, stated, FORMAT_COUNT);
        say_sv(s,
               sv_format(view->context->document->arena, " af %zu kommuner oplyser", view->survey.all_count));
        say(s, ", hvor mange socialøkonomiske virksomheder de har: i alt ");
        say_figure(s, total, FORMAT_COUNT);
        say(s, ".");
    }
    if (view->survey.cluster_count)
        say_places(s, view);
}

/* ---- Measures ---- */

/* How many have a measure, of how many that said how far they are with it. */
struct measure_share {
    uint16_t measure;
    int64_t having;
    int64_t answered;
};

static struct measure_share share_of_measure(const struct survey_view *view, uint16_t measure)
{
    const struct code_list *statuses = code_list(&view->context->data->codes, CODES_MEASURE_STATUS);
    struct measure_share share = {.measure = measure};
    for (uint16_t status = 0; status < statuses->count; status++)
        share.answered +=
            survey_value(view, survey_measure_key(view, measure, code_text(statuses, status))).num;
    share.having = survey_value(view, survey_measure_key(view, measure, sv_of(SURVEY_MEASURE_HELD))).num;
    return share;
}

/* The measures that somebody answered, in the order of their list. */
static size_t list_answered_measures(const struct survey_view *view, struct measure_share *shares)
{
    const size_t measures = code_list(&view->context->data->codes, CODES_MEASURE)->count;
    size_t count = 0;
    for (uint16_t measure = 0; measure < measures; measure++) {
        const struct measure_share share = share_of_measure(view, measure);
        if (share.answered)
            shares[count++] = share;
    }
    return count;
}

/* "»Orlov« (8 af 20) og »Sparring« (8 af 19)": every measure that so many have. */
static void say_measures_with(struct sentence s, const struct survey_view *view,
                              const struct measure_share *shares, size_t count, int64_t having)
{
    const struct code_list *measures = code_list(&view->context->data->codes, CODES_MEASURE);
    size_t alike = 0;
    for (size_t i = 0; i < count; i++)
        alike += shares[i].having == having;
    for (size_t i = 0, said = 0; i < count; i++) {
        if (shares[i].having != having)
            continue;
        say_separator(s, said++, alike);
        say_quoted(s, code_name(measures, shares[i].measure));
        say(s, " (");
        say_figure(s, survey_measure_key(view, shares[i].measure, sv_of(SURVEY_MEASURE_HELD)), FORMAT_COUNT);
        say(s, " af ");
        say_value(s, ratio_whole(shares[i].answered), FORMAT_COUNT);
        say(s, ")");
    }
}

static void say_most_and_fewest(struct sentence s, const struct survey_view *view,
                                const struct measure_share *shares, size_t count)
{
    int64_t most = shares[0].having;
    int64_t fewest = shares[0].having;
    for (size_t i = 1; i < count; i++) {
        most = shares[i].having > most ? shares[i].having : most;
        fewest = shares[i].having < fewest ? shares[i].having : fewest;
    }
    if (most == fewest) {
        say(s, "Lige mange kommuner har hvert af de tiltag, der er svaret på: ");
        say_measures_with(s, view, shares, count, most);
    } else {
        say(s, "Flest kommuner har ");
        say_measures_with(s, view, shares, count, most);
        say(s, ", færrest har ");
        say_measures_with(s, view, shares, count, fewest);
    }
    say(s, ". I parentes står, hvor mange der har tiltaget, af de kommuner, der har svaret.");
}

static void add_measures(const struct survey_view *view, struct section *section)
{
    const struct code_lists *codes = &view->context->data->codes;
    const size_t measures = code_list(codes, CODES_MEASURE)->count;
    struct measure_share *shares = arena_array(view->context->document->arena, measures, sizeof *shares);
    if (!row_count(view->context->data, TABLE_MEASURES) ||
        code_of(codes, CODES_MEASURE_STATUS, SURVEY_MEASURE_HELD) == CODE_NONE)
        return;
    const size_t count = list_answered_measures(view, shares);
    if (count)
        say_most_and_fewest(sentence_in(view->context, section, PARAGRAPH_BODY), view, shares, count);
}

void section_survey_page(const struct section_context *context, struct section *section)
{
    const struct survey_view view = survey_view(context);
    section->one_page = true;
    add_extent(&view, section);
    add_gaps(&view, section);
    add_survey_movements(&view, section);
    add_all_ends(&view, section);
    section_add_heading(context->document, section, 2, sv_of("Virksomheder, pladser og tiltag"));
    add_enterprises(&view, section);
    add_measures(&view, section);
}
