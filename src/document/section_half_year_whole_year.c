/*
 * The status of the whole year, in the report on the half-year that ends it (plan 2018, section 4). The
 * year's goals stand on the first page already: they are counted from 1 January.
 */
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

static void write_year(const struct section_context *context, struct section *section)
{
    add_key_figures(context, section, "noegletal_aar", "Nøgletal, hele året");
    section_add_heading(context->document, section, 2, sv_of("Året i sætninger"));
    add_sentences_of_year(context, section);
}

/* Sections tell of the store's own period: for this one it is the year. The store is as before afterwards. */
void section_half_year_whole_year(const struct section_context *context, struct section *section)
{
    struct figures *figures = context->figures;
    const uint16_t report = figures->report;
    const uint16_t previous = figures->previous;
    const int year = report_year(context);
    if (figures->periods[report].half != 2 || period_has_not_begun(figures, report))
        return;
    figures->report = period_index(figures, year, 0);
    figures->previous = period_index(figures, year - 1, 0);
    write_year(context, section);
    figures->report = report;
    figures->previous = previous;
}
