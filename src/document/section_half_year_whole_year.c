/*
 * The status of the whole year and its recommendations, in the report on the half-year that ends it (plan
 * 2018, section 4). The year's goals stand on the first page already: they are counted from 1 January.
 */
#include "attention.h"
#include "effort_texts.h"
#include "key_figures.h"
#include "period_words.h"
#include "sections.h"
#include "status_sentences.h"

static void add_sentences_of_year(const struct section_context *context, struct section *section)
{
    static void (*const sentences[])(struct sentence) = {say_new_jobs, say_courses, say_effect, say_retention,
                                                         say_enterprises};
    struct list *list = section_add_list(context->document, section);
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        struct paragraph item = {.look = PARAGRAPH_BODY};
        sentences[i]((struct sentence){context, &item});
        if (item.span_count)
            *list_add_item(context->document, list) = item;
    }
}

/* In words of their own, where the half-year has words of its own too. */
static void add_statuses_of_year(const struct section_context *context, struct section *section)
{
    section_add_heading(context->document, section, 2, sv_of("Status for året"));
    add_effort_statuses(context, section, "indsatser_aar", "Indsatser, hele året");
    add_agreements_in_short(context, section);
}

static void write_year(const struct section_context *context, struct section *section)
{
    add_key_figures(context, section, "noegletal_aar", "Nøgletal, hele året", TABLE_PLAIN);
    section_add_heading(context->document, section, 2, sv_of("Året i sætninger"));
    add_sentences_of_year(context, section);
}

/* Sections tell of their figures' own period: these get the same figures as those of the year. */
static void write_of_year(const struct section_context *context, struct section *section,
                          section_writer *write)
{
    const int year = report_year(context);
    struct figures figures = *context->figures;
    struct section_context of_year = *context;
    figures.report = period_index(&figures, year, 0);
    figures.previous = period_index(&figures, year - 1, 0);
    of_year.figures = &figures;
    write(&of_year, section);
    context->figures->codes = figures.codes; /* with those that its keys have added */
}

static bool ends_the_year(const struct section_context *context)
{
    return context->figures->periods[context->figures->report].half == 2;
}

void section_half_year_whole_year(const struct section_context *context, struct section *section)
{
    if (!ends_the_year(context) || period_has_not_begun(context->figures, context->figures->report))
        return;
    write_of_year(context, section, write_year);
    if (has_effort_statuses_of_both(context))
        write_of_year(context, section, add_statuses_of_year);
}

/* The recommendations are the year's: they come with the half-year that ends it. */
void section_half_year_recommendations(const struct section_context *context, struct section *section)
{
    if (ends_the_year(context))
        write_of_year(context, section, section_recommendations);
    else if (has_effort_texts(context, EFFORT_RECOMMENDATION))
        add_effort_texts(context, section, EFFORT_RECOMMENDATION);
}
