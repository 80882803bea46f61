/*
 * The survey on one page: who was asked and who answered, what has moved between the rounds, where the
 * answers lie highest and lowest, and what the municipalities state besides.
 */
#include "sections.h"
#include "sentence.h"
#include "survey_codes.h"
#include "survey_view.h"

/* Of a list, and bytes of a question: the page is to be one page. */
enum { MOST_ITEMS = 4, LONGEST_QUESTION = 160 };

static struct ratio value_of(const struct survey_view *view, struct figure_key key)
{
    return figures_value(view->context->figures, key);
}

/* The name of a round within a sentence: "ved start". */
static void say_round(struct sentence s, const struct survey_view *view, size_t round)
{
    say(s, "»");
    say_sv(s, survey_round_name(view, round));
    say(s, "«");
}

static void say_quoted(struct sentence s, struct sv text)
{
    say(s, "»");
    say_sv(s, text);
    say(s, "«");
}

static void say_question(struct sentence s, const struct survey_view *view, uint32_t question)
{
    say_quoted(
        s, sv_cut(view->context->document->arena, survey_question(view, question)->text, LONGEST_QUESTION));
}

static struct sentence item_in(const struct survey_view *view, struct list *list)
{
    return (struct sentence){view->context, list_add_item(view->context->document, list)};
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

static size_t count_gaps(const struct survey_view *view)
{
    size_t gaps = 0;
    for (size_t i = 0; i < view->survey.question_count; i++)
        for (size_t round = 0; round < view->survey.rounds; round++) {
            const uint32_t question = view->survey.questions[i];
            gaps += survey_is_asked(&view->survey, question, round) &&
                    value_of(view, missing_key(view, question, round)).num > 0;
        }
    return gaps;
}

static void add_gap(const struct survey_view *view, struct list *list, uint32_t question, size_t round)
{
    const struct sentence s = item_in(view, list);
    say_count(s, missing_key(view, question, round), NOUN_MUNICIPALITY);
    say(s, " har ikke svaret på ");
    say_question(s, view, question);
    say(s, " i runden ");
    say_round(s, view, round);
    say(s, ".");
}

static void add_gaps(const struct survey_view *view, struct section *section)
{
    const size_t gaps = count_gaps(view);
    size_t told = 0;
    if (!view->survey.asked_count || !questions_asked(view))
        return;
    if (!gaps) {
        say(sentence_in(view->context, section, PARAGRAPH_BODY),
            "Alle spurgte kommuner har svaret på alle spørgsmål, de er stillet.");
        return;
    }
    struct list *list = section_add_list(view->context->document, section);
    for (size_t i = 0; i < view->survey.question_count; i++)
        for (size_t round = 0; round < view->survey.rounds && told < MOST_ITEMS; round++) {
            const uint32_t question = view->survey.questions[i];
            if (!survey_is_asked(&view->survey, question, round) ||
                !value_of(view, missing_key(view, question, round)).num)
                continue;
            add_gap(view, list, question, round);
            told++;
        }
    if (gaps > told)
        say(sentence_in(view->context, section, PARAGRAPH_BODY),
            "Tabellerne viser, hvor der ellers mangler svar.");
}

/* ---- What has moved ---- */

static struct figure_key change_key(const struct survey_view *view, uint32_t question, struct sv code)
{
    return survey_code_key(view, FIGURE_SURVEY_CHANGE, question, code, view->context->figures->report);
}

/* The answer that has grown most, or with `sign` −1 shrunk most; of several the first. */
static size_t most_changed(const struct survey_view *view, uint32_t question, int sign)
{
    const struct code_list *scale = survey_scale(&view->survey, question);
    size_t most = CODE_NONE;
    int64_t largest = 0;
    for (size_t code = 0; code < scale->count; code++) {
        const int64_t change = sign * value_of(view, change_key(view, question, scale->codes[code].code)).num;
        if (change > largest) {
            largest = change;
            most = code;
        }
    }
    return most;
}

/* "12 kommuner svarer »1-2 om måneden«, 4 flere end i runden »Start«" */
static void say_moved(struct sentence s, const struct survey_view *view, uint32_t question, size_t code)
{
    const struct sv answer = survey_scale(&view->survey, question)->codes[code].code;
    const size_t last = survey_last_round(&view->survey, question);
    const struct ratio change = value_of(view, change_key(view, question, answer));
    struct cell moved =
        cell_of_figure(view->context->figures, change_key(view, question, answer), FORMAT_COUNT);
    moved.value = ratio_whole(change.num < 0 ? -change.num : change.num);
    say_count(s, survey_code_key(view, FIGURE_SURVEY_COUNT, question, answer, survey_period(last)),
              NOUN_MUNICIPALITY);
    say(s, " svarer ");
    say_quoted(s, survey_scale(&view->survey, question)->codes[code].name);
    say(s, ", ");
    moved.has_key = false;
    say_cell(s, moved, NOUN_NONE);
    say(s, change.num < 0 ? " færre" : change.num == 1 ? " mere" : " flere");
}

static void add_moved(const struct survey_view *view, struct list *list, uint32_t question)
{
    const struct sentence s = item_in(view, list);
    const size_t up = most_changed(view, question, 1);
    const size_t down = most_changed(view, question, -1);
    say_question(s, view, question);
    say(s, " ");
    if (up == CODE_NONE && down == CODE_NONE) {
        say(s, "Hvert svar er givet af lige så mange kommuner i runden ");
        say_round(s, view, survey_last_round(&view->survey, question));
        say(s, " som i runden ");
        say_round(s, view, survey_first_round(&view->survey, question));
        say(s, ".");
        return;
    }
    say(s, "I runden ");
    say_round(s, view, survey_last_round(&view->survey, question));
    say(s, ": ");
    if (up != CODE_NONE)
        say_moved(s, view, question, up);
    say(s, up != CODE_NONE && down != CODE_NONE ? "; " : "");
    if (down != CODE_NONE)
        say_moved(s, view, question, down);
    say(s, " end i runden ");
    say_round(s, view, survey_first_round(&view->survey, question));
    say(s, ".");
}

static void add_moved_mean(const struct survey_view *view, struct list *list, uint32_t question)
{
    const struct sentence s = item_in(view, list);
    const size_t first = survey_first_round(&view->survey, question);
    const size_t last = survey_last_round(&view->survey, question);
    say_question(s, view, question);
    say(s, " Gennemsnittet af svarene var ");
    say_decimal(s, survey_key(view, FIGURE_SURVEY_MEAN, question, survey_period(first)));
    say(s, " i runden ");
    say_round(s, view, first);
    say(s, " og ");
    say_decimal(s, survey_key(view, FIGURE_SURVEY_MEAN, question, survey_period(last)));
    say(s, " i runden ");
    say_round(s, view, last);
    say(s, ".");
}

static bool can_move(const struct survey_view *view, uint32_t question)
{
    return survey_question(view, question)->type != ANSWERED_BY_TEXT &&
           survey_rounds_asked(&view->survey, question) > 1;
}

static size_t count_movable(const struct survey_view *view)
{
    size_t count = 0;
    for (size_t i = 0; i < view->survey.question_count; i++)
        count += can_move(view, view->survey.questions[i]);
    return count;
}

static void add_movements(const struct survey_view *view, struct section *section)
{
    const size_t movable = count_movable(view);
    size_t told = 0;
    section_add_heading(view->context->document, section, 2, sv_of("Hvad der har flyttet sig"));
    if (!movable) {
        say(sentence_in(view->context, section, PARAGRAPH_BODY),
            "Intet spørgsmål er stillet i mere end én runde, så svarene viser ikke, hvad der har flyttet "
            "sig.");
        return;
    }
    struct list *list = section_add_list(view->context->document, section);
    for (size_t i = 0; i < view->survey.question_count && told < MOST_ITEMS; i++) {
        const uint32_t question = view->survey.questions[i];
        if (!can_move(view, question))
            continue;
        if (survey_question(view, question)->type == ANSWERED_BY_NUMBER)
            add_moved_mean(view, list, question);
        else
            add_moved(view, list, question);
        told++;
    }
    if (movable > told)
        say(sentence_in(view->context, section, PARAGRAPH_BODY),
            "Ændringerne for de øvrige spørgsmål står i tabellerne.");
}

/* ---- Highest and lowest ---- */

/* The questions of a list with the highest and the lowest mean step in their last round. */
struct ends {
    uint32_t highest;
    uint32_t lowest;
    size_t count; /* questions of the list that somebody answered */
};

static struct ends ends_of(const struct survey_view *view, uint16_t scale)
{
    struct ends ends = {.count = 0};
    struct ratio high = ratio_none();
    struct ratio low = ratio_none();
    for (size_t i = 0; i < view->survey.question_count; i++) {
        const uint32_t question = view->survey.questions[i];
        const size_t last = survey_last_round(&view->survey, question);
        if (!survey_is_scale(view, question) || survey_question(view, question)->scale != scale ||
            last == ROUND_NONE)
            continue;
        const struct ratio mean = survey_mean_step(view, question, last);
        if (!ratio_has_value(mean))
            continue;
        if (!ends.count++ || ratio_compare(mean, high) > 0) {
            high = mean;
            ends.highest = question;
        }
        if (!ratio_has_value(low) || ratio_compare(mean, low) < 0) {
            low = mean;
            ends.lowest = question;
        }
    }
    return ends;
}

static void add_ends(const struct survey_view *view, struct list *list, const struct ends *ends,
                     const struct code_list *scale)
{
    const struct sentence s = item_in(view, list);
    say(s, "Fra ");
    say_quoted(s, scale->codes[0].name);
    say(s, " til ");
    say_quoted(s, scale->codes[scale->count - 1].name);
    say_sv(s, sv_format(view->context->document->arena, " (%zu spørgsmål): højest ved ", ends->count));
    say_question(s, view, ends->highest);
    say(s, ", lavest ved ");
    say_question(s, view, ends->lowest);
    say(s, ".");
}

static void add_all_ends(const struct survey_view *view, struct section *section)
{
    struct list *list = NULL;
    const size_t scales = view->context->data->codes.count;
    for (uint16_t scale = 0; scale < scales && (!list || list->item_count < MOST_ITEMS); scale++) {
        const struct ends ends = ends_of(view, scale);
        if (ends.count < 2 || ends.highest == ends.lowest)
            continue;
        if (!list) {
            section_add_heading(view->context->document, section, 2,
                                sv_of("Hvor svarene ligger højest og lavest"));
            list = section_add_list(view->context->document, section);
        }
        add_ends(view, list, &ends, &view->context->data->codes.lists[scale]);
    }
}

/* ---- Enterprises and places ---- */

static struct ratio places_in_clusters(const struct survey_view *view)
{
    const struct data_set *data = view->context->data;
    struct ratio places = ratio_whole(0);
    for (size_t i = 0; i < view->survey.cluster_count; i++) {
        const struct sv name = names_text(&data->names[NAMES_CLUSTER], view->survey.clusters[i]);
        places = ratio_add(places, value_of(view, survey_plain_key(view, FIGURE_CLUSTER_PLACES, name)));
    }
    return places;
}

/* The total of the places is also of municipalities outside the clusters. */
static void say_places(struct sentence s, const struct survey_view *view)
{
    const struct figure_key total = survey_plain_key(view, FIGURE_CLUSTER_PLACES, (struct sv){0});
    const struct ratio within = places_in_clusters(view);
    if (ratio_compare(within, value_of(view, total)) == 0) {
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
    if (!value_of(view, stated).num) {
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
        share.answered += value_of(view, survey_measure_key(view, measure, code_text(statuses, status))).num;
    share.having = value_of(view, survey_measure_key(view, measure, sv_of(SURVEY_MEASURE_HELD))).num;
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
    struct arena *arena = view->context->document->arena;
    const struct code_list *measures = code_list(&view->context->data->codes, CODES_MEASURE);
    struct sv *names = arena_array(arena, count, sizeof *names);
    size_t named = 0;
    for (size_t i = 0; i < count; i++)
        if (shares[i].having == having)
            names[named++] =
                sv_format(arena, "»%.*s« (%lld af %lld)", SV_ARG(code_name(measures, shares[i].measure)),
                          (long long)having, (long long)shares[i].answered);
    say_sv(s, text_joined(arena, names, named));
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
    add_movements(&view, section);
    add_all_ends(&view, section);
    section_add_heading(context->document, section, 2, sv_of("Virksomheder, pladser og tiltag"));
    add_enterprises(&view, section);
    add_measures(&view, section);
}
