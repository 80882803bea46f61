#include "compose.h"

#include "figure_places.h"
#include "narrative_text.h"
#include "report_plan.h"
#include "sentence.h"
#include "survey.h"
#include "text_da.h"

const struct report_plan *report_plan_of(enum report_kind kind)
{
    switch (kind) {
    case REPORT_YEAR:
        return year_plan();
    case REPORT_HALF_YEAR:
        return half_year_plan();
    case REPORT_EVALUATION:
        return evaluation_plan();
    case REPORT_EFFECT:
        return effect_plan();
    case REPORT_SURVEY:
        return survey_plan();
    }
    return year_plan();
}

/* ---- The cover ---- */

static void add_line(struct cover *cover, struct sv line)
{
    if (line.size && cover->line_count < COVER_LINES)
        cover->lines[cover->line_count++] = line;
}

static struct sv line_with_day(struct arena *arena, const char *before, day_number day)
{
    struct buffer buffer = buffer_in(arena);
    buffer_add_text(&buffer, before);
    danish_date(&buffer, day);
    return buffer_view(&buffer);
}

bool report_is_for(const struct section_context *context, const struct committee *committee)
{
    const struct sv period = period_name(&context->figures->periods[context->figures->report]);
    return committee_hears(&context->data->settings, committee, period,
                           context->request->kind == REPORT_EVALUATION);
}

static void add_committees(struct cover *cover, const struct section_context *context)
{
    const struct settings *settings = &context->data->settings;
    struct arena *arena = context->document->arena;
    for (size_t i = 0; i < settings->committee_count; i++) {
        const struct committee *committee = &settings->committees[i];
        if (!report_is_for(context, committee))
            continue;
        const struct sv before = sv_format(arena, "%.*s, mødet den ", SV_ARG(committee->name));
        add_line(cover, committee->meeting == DAY_NONE
                            ? committee->name
                            : line_with_day(arena, sv_text(arena, before), committee->meeting));
    }
}

static void add_data_lines(struct cover *cover, const struct section_context *context)
{
    struct arena *arena = context->document->arena;
    const struct settings *settings = &context->data->settings;
    uint64_t left_out = 0;
    for (size_t i = 0; i < context->data->file_count; i++)
        left_out += context->data->files[i].left_out;
    if (report_is_cut_short(context->figures))
        add_line(cover, line_with_day(arena, "Foreløbig: opgjort pr. ", context->figures->judged_at));
    else if (context->request->kind == REPORT_EVALUATION)
        add_line(cover,
                 line_with_day(arena, "Effekt i alt er opgjort til og med ", context->figures->judged_at));
    else if (context->request->kind == REPORT_EFFECT && context->figures->judged_at != DAY_NONE)
        add_line(cover, line_with_day(arena, "Opgjort pr. ", context->figures->judged_at));
    if (settings->extract_date != DAY_NONE)
        add_line(cover, line_with_day(arena, "Data er trukket den ", settings->extract_date));
    if (left_out)
        add_line(cover, sv_format(arena, "%llu %s med fejl er udeladt", (unsigned long long)left_out,
                                  left_out == 1 ? "række" : "rækker"));
    if (settings->contact.size)
        add_line(cover, sv_format(arena, "Kontakt: %.*s", SV_ARG(settings->contact)));
}

/* "17 kommuner er spurgt" */
static struct sv survey_subtitle(const struct section_context *context)
{
    const struct survey survey = survey_of(context->data, context->document->arena);
    return sv_format(context->document->arena, "%zu %s er spurgt", survey.asked_count,
                     survey.asked_count == 1 ? "kommune" : "kommuner");
}

static struct sv subtitle(const struct section_context *context)
{
    if (context->figures->strategy)
        return context->figures->strategy->name;
    switch (context->request->kind) {
    case REPORT_YEAR:
        return sv_of("Året er opgjort uden mål, for ingen strategi dækker det");
    case REPORT_HALF_YEAR:
        return sv_of("Halvåret er opgjort uden mål, for ingen strategi dækker det");
    case REPORT_EVALUATION:
        return sv_of("Forårets evaluering");
    case REPORT_EFFECT:
        return sv_of("Simulering af betaling for resultater (payment by results)");
    case REPORT_SURVEY:
        return survey_subtitle(context);
    }
    return (struct sv){0};
}

/* rapport.ini's title is the yearly report's: "Årsrapport for …" becomes "Halvårsrapport for …". */
static struct sv title_of_kind(struct arena *arena, const struct report_plan *plan, struct sv own)
{
    const struct sv yearly = sv_of(year_plan()->word);
    if (plan == year_plan())
        return own.size ? own : sv_of(plan->title);
    if (!sv_starts_with(own, yearly))
        return sv_of(plan->title);
    const struct sv rest = sv_slice(own, yearly.size, own.size);
    return sv_format(arena, "%s%.*s", plan->word, SV_ARG(rest));
}

/* "2024", "1. halvår 2024" */
struct sv title_period(struct arena *arena, const struct period *period)
{
    if (period->half)
        return sv_format(arena, "%d.\u00A0halvår\u00A0%d", period->half, period->year);
    return sv_format(arena, "%d", period->year);
}

struct sv report_title(const struct section_context *context, const struct report_plan *plan)
{
    struct arena *arena = context->document->arena;
    const struct sv title = title_of_kind(arena, plan, context->data->settings.title);
    if (context->figures->periods[context->figures->report].kind == PERIOD_NONE)
        return sv_of(plan->title);
    const struct sv period = title_period(arena, &context->figures->periods[context->figures->report]);
    return sv_format(arena, "%.*s %.*s", SV_ARG(title), SV_ARG(period));
}

struct sv version_line(const struct report_request *request, struct arena *arena)
{
    if (request->version < 2)
        return (struct sv){0};
    if (request->date == DAY_NONE) /* the data have no day either */
        return sv_format(arena, "Version %u, rettet", request->version);
    const struct sv before = sv_format(arena, "Version %u, rettet den ", request->version);
    return line_with_day(arena, sv_text(arena, before), request->date);
}

struct sv reason_line(const struct report_request *request, struct arena *arena)
{
    if (request->version < 2 || !request->reason.size)
        return (struct sv){0};
    return sv_format(arena, "Begrundelse: %.*s", SV_ARG(request->reason));
}

static void write_cover(const struct section_context *context, const struct report_plan *plan)
{
    const struct settings *settings = &context->data->settings;
    struct cover *cover = &context->document->cover;
    cover->municipality = municipality_title(context->document->arena, settings->municipality);
    cover->unit = settings->unit;
    cover->title = report_title(context, plan);
    cover->subtitle = subtitle(context);
    cover->preliminary = context->figures->preliminary;
    cover->logo = context->data->logo;
    cover->logo_alt = sv_format(context->document->arena, "Logo: %.*s", SV_ARG(cover->municipality));
    add_line(cover, version_line(context->request, context->document->arena));
    add_line(cover, reason_line(context->request, context->document->arena));
    add_committees(cover, context);
    add_data_lines(cover, context);
}

static void write_properties(const struct section_context *context, const struct report_plan *plan)
{
    struct document *document = context->document;
    const struct settings *settings = &context->data->settings;
    document->use = DOCUMENT_PUBLISHED;
    document->title = document->cover.title;
    document->subject = document->cover.subtitle;
    document->author = settings->author.size ? settings->author
                       : settings->unit.size ? settings->unit
                                             : sv_of("aarsrapport");
    document->keywords = sv_of(plan->keywords);
    document->date = context->request->date;
    document->colour = settings->colour;
}

/* ---- The sections ---- */

static void write_section(const struct section_context *context, const struct section_kind *kind)
{
    struct document *document = context->document;
    struct section *section = document_add_section(document, kind->id, sv_of(kind->title));
    section->starts_page = kind->starts_page;
    kind->write(context, section);
    if (section->block_count == 0)
        document->section_count--;
}

/* Numbers of the workbook lead to the rows behind them. */
static void lead_to_rows(const struct section_context *context)
{
    struct document *document = context->document;
    if (!context->request->data_book.size)
        return;
    struct figure_places *places = arena_alloc(document->arena, sizeof *places);
    *places = figure_places_of(context->figures, document->arena);
    document->data_book = context->request->data_book;
    document->places = places;
}

struct document *document_compose(const struct report_request *request, struct figures *figures,
                                  struct diag *diag, struct arena *arena)
{
    const struct report_plan *plan = report_plan_of(request->kind);
    const struct section_context context = {
        .document = document_create(arena, figures),
        .figures = figures,
        .data = figures->data,
        .diag = diag,
        .request = request,
    };
    write_cover(&context, plan);
    write_properties(&context, plan);
    for (size_t i = 0; i < plan->count; i++)
        write_section(&context, &plan->sections[i]);
    narrative_check_links(context.document, diag);
    lead_to_rows(&context);
    return context.document;
}
