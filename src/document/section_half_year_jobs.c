/*
 * The half-year's jobs: by type beside earlier periods, the share of the norm, and the way through the year.
 */
#include "comparison.h"
#include "goal_view.h"
#include "narrative_text.h"
#include "sections.h"
#include "sentence.h"
#include "series.h"

static void say_jobs(struct sentence s)
{
    const struct figures *figures = s.context->figures;
    const struct figure_key jobs = figure_key(figures, FIGURE_JOBS_NEW);
    const struct ratio before =
        figures->previous == UINT16_MAX || figures->preliminary
            ? ratio_none()
            : figures_value(figures, figure_key_in(figures, FIGURE_JOBS_NEW, figures->previous));
    if (figures_value(figures, jobs).num == 0) {
        say(s, "Der blev ikke skabt nogen job ");
        say_during(s);
        say(s, ".");
        return;
    }
    say(s, "Der blev skabt ");
    say_count(s, jobs, NOUN_JOB);
    say(s, " ");
    say_during(s);
    say_change(s, figures_value(figures, jobs), before, SAID_DURING);
    say(s, ratio_compare(figures_value(figures, jobs), ratio_whole(1)) == 0 ? ". Jobbet gik til "
                                                                            : ". Jobbene gik til ");
    say_count(s, figure_key(figures, FIGURE_JOBS_PERSONS), NOUN_CITIZEN);
    say(s, " i ");
    say_count(s, figure_key(figures, FIGURE_JOBS_ENTERPRISES), NOUN_ENTERPRISE);
    say(s, ".");
}

static void say_norm(struct sentence s, const struct goal_view *norm)
{
    say(s, "årsnormen på ");
    paragraph_add(s.context->document, s.paragraph, goal_target_cell(s.context, norm));
    say(s, "\u00A0job");
}

/* "der er skabt 13, der tæller med" */
static void say_counted(struct sentence s, const struct goal_view *norm, const char *verb)
{
    say(s, verb);
    if (norm->value.num == 0) {
        say(s, " ikke skabt nogen, der tæller med");
        return;
    }
    say(s, " skabt ");
    say_count(s, goal_key(s.context, norm, FIGURE_GOAL_VALUE), NOUN_NONE);
    say(s, ", der tæller med");
}

/*
 * "Fordelt jævnt over året svarer årsnormen på 30 job til 14,9 ved halvårets udgang; der er skabt 13, der
 * tæller med." When the year is over there is nothing to share out.
 */
static void say_share_of_norm(struct sentence s, const struct goal_view *norm)
{
    const struct ratio expected = goal_expected(s.context, norm);
    if (!ratio_has_value(expected))
        return;
    if (ratio_compare(expected, norm->target) == 0) {
        say_year_text(s, " I hele ", report_year(s.context), " ");
        say_counted(s, norm, "blev der");
        say(s, " i ");
        say_norm(s, norm);
    } else {
        say(s, " Fordelt jævnt over året svarer ");
        say_norm(s, norm);
        say(s, " til ");
        say_decimal_value(s, expected);
        say(s, " ");
        say_at_end(s);
        say(s, "; ");
        say_counted(s, norm, "der er");
    }
    say(s, ".");
}

static void add_lead(const struct section_context *context, struct section *section)
{
    const struct sentence s = sentence_in(context, section, PARAGRAPH_LEAD);
    const struct goal_view *norm = job_norm(context);
    if (say_period_not_begun(s))
        return;
    say_jobs(s);
    if (norm)
        say_share_of_norm(s, norm);
}

static void add_types(const struct section_context *context, struct section *section)
{
    struct year_table types = add_year_table(context, section, "job_type", "Job efter type",
                                             table_title_over_years(context, "Nye job efter type"), "Type");
    year_table_add_codes(&types, FIGURE_JOBS_NEW, CODES_JOB_TYPE, BY_CODE);
    year_table_add_total(&types, FIGURE_JOBS_NEW);
    types.table->source = source_of(context, 1u << TABLE_JOBS);
    types.table->empty = sv_of("Der er ingen nye job i disse år.");
}

static void add_job_figures(const struct section_context *context, struct section *section)
{
    static const struct compared rows[] = {
        {"Borgere i nye job", FIGURE_JOBS_PERSONS, NULL, FIGURES, TABLE_JOBS},
        {"Borgerens første job", FIGURE_JOBS_FIRST, NULL, FIGURES, TABLE_JOBS},
        {"Borgerens næste job", FIGURE_JOBS_NEXT, NULL, FIGURES, TABLE_JOBS},
        {"Job i in-house løsninger", FIGURE_JOBS_IN_HOUSE, NULL, FIGURES, TABLE_JOBS},
        {"Job efter CSR-aftaler", FIGURE_JOBS_CSR, NULL, FIGURES, TABLE_JOBS},
        {"Timer pr. uge i nye job", FIGURE_JOBS_HOURS, NULL, FIGURES, TABLE_JOBS},
    };
    add_comparison(context, section, "job_tal", "Jobbene i tal", table_title(context, "De nye job i tal"),
                   rows, sizeof rows / sizeof *rows);
}

/* What comes after the first page begins a new one: the introduction, or this when there is none. */
void section_half_year_jobs(const struct section_context *context, struct section *section)
{
    section->starts_page = !has_narrative(context, "halvaar");
    add_lead(context, section);
    section_add_heading(context->document, section, 2, sv_of("Job efter type"));
    add_types(context, section);
    add_job_figures(context, section);
    section_add_heading(context->document, section, 2, sv_of("Gennem året"));
    add_running_count(context, section);
}
