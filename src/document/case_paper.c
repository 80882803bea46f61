/*
 * The paper for the committee's agenda, under the headings that such a paper has in the municipality: filled
 * with what figures, goals and recommendations say, the rest marked for the person who writes the paper.
 *
 * One paper for all committees that hear the report. Headings, text and lists only, for it is pasted into the
 * case system.
 */
#include "case_paper.h"

#include "narrative_text.h"
#include "report_plan.h"
#include "sentence.h"
#include "text_da.h"

void add_to_write(const struct section_context *context, struct section *section, const char *wanted)
{
    const struct sentence s = sentence_in(context, section, PARAGRAPH_NOTE);
    say(s, "[Skrives af sagsbehandler: ");
    say(s, wanted);
    say(s, "]");
}

/* ---- Words for the report ---- */

/* "årsrapporten for 2024", "halvårsrapporten for første halvår 2024" */
static struct sv report_phrase(const struct section_context *context)
{
    static const char *const words[REPORT_KINDS] = {
        [REPORT_YEAR] = "årsrapporten for",
        [REPORT_HALF_YEAR] = "halvårsrapporten for",
        [REPORT_EVALUATION] = "forårets evaluering af samarbejdsaftalerne i",
        [REPORT_EFFECT] = "effektberegningen",
        [REPORT_SURVEY] = "erfaringsopsamlingen",
    };
    struct arena *arena = context->document->arena;
    const struct sv period = period_phrase(arena, &context->figures->periods[context->figures->report]);
    return sv_format(arena, "%s %.*s", words[context->request->kind], SV_ARG(period));
}

static bool is_for_decision(const struct section_context *context)
{
    return recommendations_to_decide(context) > 0;
}

/* ---- Committees ---- */

static size_t committees(const struct section_context *context, const struct committee **heard)
{
    const struct settings *settings = &context->data->settings;
    size_t count = 0;
    for (size_t i = 0; i < settings->committee_count; i++)
        if (report_is_for(context, &settings->committees[i]))
            heard[count++] = &settings->committees[i];
    return count;
}

static const struct committee **committees_in(const struct section_context *context, size_t *count)
{
    const size_t room = context->data->settings.committee_count;
    const struct committee **heard = arena_array(context->document->arena, room + 1, sizeof *heard);
    *count = committees(context, heard);
    return heard;
}

/* "i Social- og Beskæftigelsesudvalget den 3. marts 2025" */
static struct sv committee_with_day(const struct section_context *context, const struct committee *committee)
{
    struct buffer buffer = buffer_in(context->document->arena);
    buffer_add_text(&buffer, "i ");
    buffer_add(&buffer, committee->name);
    if (committee->meeting != DAY_NONE) {
        buffer_add_text(&buffer, " den ");
        danish_date(&buffer, committee->meeting);
    }
    return buffer_view(&buffer);
}

static void say_committees(struct sentence s, const struct committee *const *heard, size_t count)
{
    struct sv *names = arena_array(s.context->document->arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = committee_with_day(s.context, heard[i]);
    say_sv(s, text_joined(s.context->document->arena, names, count));
}

/* "Udvalget", "Udvalgene" when several hear the report. */
static const char *committee_word(const struct section_context *context)
{
    size_t count;
    committees_in(context, &count);
    return count > 1 ? "Udvalgene" : "Udvalget";
}

/* ---- The sections ---- */

static void write_competence(const struct section_context *context, struct section *section)
{
    size_t count;
    const struct committee **heard = committees_in(context, &count);
    if (count) {
        const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
        say(s, "Sagen behandles ");
        say_committees(s, heard, count);
        say(s, ".");
    } else {
        add_to_write(context, section, "hvilket udvalg der behandler sagen, og hvornår.");
    }
    if (is_for_decision(context))
        add_to_write(context, section, "hvem der efter kommunens regler om kompetence træffer beslutningen.");
}

static void write_theme(const struct section_context *context, struct section *section)
{
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say(s, committee_word(context));
    if (is_for_decision(context)) {
        say(s, " skal tage stilling til ");
        say(s, recommendations_to_decide(context) == 1 ? "anbefalingen" : "anbefalingerne");
        say(s, " i ");
        say_sv(s, report_phrase(context));
        say(s, ".");
        return;
    }
    say(s, " orienteres om ");
    say_sv(s, report_phrase(context));
    say(s, ".");
}

static void add_strategy(const struct section_context *context, struct section *section)
{
    const struct strategy *strategy = context->figures->strategy;
    if (!strategy)
        return;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say(s, "Der følges op på »");
    say_sv(s, strategy->name);
    say(s, "«.");
}

static void add_extract(const struct section_context *context, struct section *section)
{
    const day_number day = context->data->settings.extract_date;
    if (day == DAY_NONE)
        return;
    const bool early = context->figures->preliminary;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say(s, early ? "Tallene er foreløbige: Data er trukket den "
                 : "Tallene bygger på data, der er trukket den ");
    say_value(s, ratio_whole(day), FORMAT_DATE);
    say(s, early ? ", før perioden var omme." : ".");
}

/* That no strategy covers the year is said with the results. */
static void write_background(const struct section_context *context, struct section *section)
{
    if (!add_narrative(context, section, "sagsfremstilling"))
        add_to_write(
            context, section,
            "sagens forhistorie. Står den i tekster/sagsfremstilling.md, kommer den med af sig selv.");
    add_strategy(context, section);
    add_extract(context, section);
}

static void write_law(const struct section_context *context, struct section *section)
{
    add_law(context, section);
    add_to_write(context, section, "andre regler, som sagen hviler på, hvis der er nogen.");
}

static void write_options(const struct section_context *context, struct section *section)
{
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    if (!is_for_decision(context)) {
        say(s, "Sagen er til orientering og lægger ikke op til et valg.");
        return;
    }
    say(s, committee_word(context));
    say(s, recommendations_to_decide(context) == 1
               ? " kan følge anbefalingen, ændre den eller afvise den."
               : " kan følge anbefalingerne, ændre dem eller afvise dem, hver for sig.");
    add_to_write(context, section, "hvad der sker, hvis en anbefaling ændres eller afvises.");
}

static void write_judgement(const struct section_context *context, struct section *section)
{
    add_judgement(context, section);
    add_to_write(context, section, "forvaltningens samlede vurdering.");
}

static void write_economy(const struct section_context *context, struct section *section)
{
    add_economy(context, section);
    add_to_write(context, section,
                 is_for_decision(context)
                     ? "hvad anbefalingerne koster eller sparer, og om de kræver flere eller færre ansatte."
                     : "om sagen har følger for økonomi eller personale.");
}

static void write_other_committees(const struct section_context *context, struct section *section)
{
    size_t count;
    const struct committee **heard = committees_in(context, &count);
    if (count < 2) {
        add_to_write(context, section, "om sagen har konsekvenser for andre udvalg, og i så fald hvilke.");
        return;
    }
    struct sv *names = arena_array(context->document->arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = heard[i]->name;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say(s, "Sagen angår både ");
    say_sv(s, text_joined(context->document->arena, names, count));
    say(s, " og behandles i hvert udvalg.");
    add_to_write(context, section, "hvad sagen betyder for hvert af udvalgene, og om den angår andre.");
}

static void write_motion(const struct section_context *context, struct section *section)
{
    const struct sentence s = sentence_in(context, section, PARAGRAPH_BODY);
    say(s, "[Skrives af sagsbehandler: hvilken direktør] indstiller, at");
    struct list *list = section_add_list(context->document, section);
    list->ordered = true;
    list->first = 1;
    add_moved_recommendations(context, list);
    const struct sentence last = {context, list_add_item(context->document, list)};
    say_sv(last, is_for_decision(context) ? report_phrase(context) : sv_of("orienteringen"));
    say(last, " tages til efterretning.");
}

struct paper_section {
    const char *id;
    const char *title;
    void (*write)(const struct section_context *context, struct section *section);
};

/* The headings of a committee paper in Slagelse, in their order. */
static const struct paper_section paper_sections[] = {
    {"kompetence", "Kompetence", write_competence},
    {"beslutningstema", "Beslutningstema", write_theme},
    {"baggrund", "Baggrund", write_background},
    {"retsgrundlag", "Retligt grundlag", write_law},
    {"muligheder", "Handlemuligheder", write_options},
    {"vurdering", "Vurdering", write_judgement},
    {"oekonomi", "Økonomiske og personalemæssige konsekvenser", write_economy},
    {"udvalg", "Konsekvenser for andre udvalg", write_other_committees},
    {"indstilling", "Indstilling", write_motion},
};

/* "Årsrapport for socialøkonomi 2024 (B)": B for a decision, O for information. */
static struct sv paper_title(const struct section_context *context)
{
    const struct sv title = report_title(context, report_plan_of(context->request->kind));
    return sv_format(context->document->arena, "%.*s (%s)", SV_ARG(title),
                     is_for_decision(context) ? "B" : "O");
}

static void write_front(const struct section_context *context)
{
    struct document *document = context->document;
    const struct settings *settings = &context->data->settings;
    document->use = DOCUMENT_WORKING;
    document->title = paper_title(context);
    document->subject = sv_of("Udkast til sagsfremstilling – intern");
    document->author = settings->author.size ? settings->author : settings->unit;
    document->date = context->request->date;
    document->cover.title = document->title;
    document->cover.subtitle = document->subject;
    document->cover.municipality = municipality_title(document->arena, settings->municipality);
    document->cover.unit = settings->unit;
    document->cover.preliminary = context->figures->preliminary;
}

struct document *case_paper_compose(const struct report_request *request, struct figures *figures,
                                    struct diag *diag, struct arena *arena)
{
    const struct section_context context = {
        .document = document_create(arena, figures),
        .figures = figures,
        .data = figures->data,
        .diag = diag,
        .request = request,
    };
    write_front(&context);
    for (size_t i = 0; i < sizeof paper_sections / sizeof *paper_sections; i++) {
        const struct paper_section *part = &paper_sections[i];
        part->write(&context, document_add_section(context.document, part->id, sv_of(part->title)));
    }
    return context.document;
}
