/*
 * Employment: jobs by type and year against the norm, the way through the year, and who got which jobs where.
 */
#include "describe_chart.h"
#include "effort_sentences.h"
#include "goal_running.h"
#include "goal_view.h"
#include "sections.h"
#include "sentence.h"
#include "series.h"
#include "text_da.h"

/* ---- The way through the year ---- */

enum running_columns { RUN_MONTH, RUN_COUNTED, RUN_AIM, RUN_ALL, RUN_COLUMNS };

static day_number month_end(int year, int month)
{
    return day_from_date(year, month, days_in_month(year, month));
}

static struct cell all_jobs_cell(const struct section_context *context, int month)
{
    char code[4] = {(char)('0' + month / 10), (char)('0' + month % 10), 0};
    const struct figure_key key = figure_key(context->figures, FIGURE_JOBS_CUMULATED);
    return cell_of_figure(context->figures, figure_key_code(context->figures, key, sv_of(code)),
                          FORMAT_COUNT);
}

/* A month that is not over has no value. */
static struct cell month_cell(bool over, struct cell cell)
{
    return over ? cell : cell_of_value(ratio_none(), FORMAT_COUNT);
}

/* `running` NULL: there is no norm. */
static void add_month(const struct section_context *context, struct table *table,
                      const struct goal_view *norm, const struct goal_running *running, int month)
{
    const bool over = month_end(report_year(context), month) <= context->figures->judged_at;
    const struct sv name = sv_of(danish_month(month));
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    uint16_t at = 0;
    row->cells[at++] = cell_of_text(text_raised(context->document->arena, name));
    if (running) {
        const struct ratio count = ratio_whole(running->jobs[month - 1]);
        row->cells[at++] = month_cell(over, cell_of_value(count, FORMAT_COUNT));
        row->cells[at++] = goal_target_in_year(context, norm, report_year(context));
    }
    row->cells[at] = month_cell(over, all_jobs_cell(context, month));
}

static void add_months(const struct section_context *context, struct table *table,
                       const struct goal_view *norm)
{
    struct goal_running running;
    if (norm)
        running = goal_jobs_running(context->data, norm->goal, report_year(context));
    for (int month = 1; month <= GOAL_MONTHS; month++)
        add_month(context, table, norm, norm ? &running : NULL, month);
}

/* What is counted from January on is the year's also in the report on its second half. */
static uint16_t period_from_january(const struct section_context *context)
{
    const uint16_t report = context->figures->report;
    const bool ends_year = context->figures->periods[report].half == 2;
    return ends_year ? period_index(context->figures, report_year(context), 0) : report;
}

static void add_running_chart(const struct section_context *context, struct section *section,
                              const struct table *table, bool norm)
{
    if (!column_has_numbers(table, 1))
        return;
    struct chart *chart = section_add_chart(
        context->document, section, "job_gennem_aaret_figur",
        chart_title_in(context, norm ? "Job gennem året mod årsnormen" : "Nye job gennem året",
                       period_from_january(context)),
        CHART_LINES, table);
    chart->axis = sv_of("Antal job fra 1. januar");
    chart_draw_column(chart, 1, SERIES_PLAIN);
    if (norm)
        chart_draw_column(chart, RUN_AIM, SERIES_GOAL);
    chart->alt = chart_description(context->document->arena, chart);
}

void add_running_count(const struct section_context *context, struct section *section)
{
    static const struct table_column with_norm[RUN_COLUMNS] = {
        [RUN_MONTH] = {.heading = SV("Til og med")},
        [RUN_COUNTED] = {.heading = SV("Job, der tæller med i årsnormen"), .format = FORMAT_COUNT},
        [RUN_AIM] = {.heading = SV("Årsnorm"), .format = FORMAT_COUNT},
        [RUN_ALL] = {.heading = SV("Nye job, alle typer"), .format = FORMAT_COUNT},
    };
    static const struct table_column without_norm[] = {
        {.heading = SV("Til og med")},
        {.heading = SV("Nye job, alle typer"), .format = FORMAT_COUNT},
    };
    const struct goal_view *norm = job_norm(context);
    if (norm && !ratio_has_value(norm->target))
        norm = NULL;
    struct table *table = section_add_table(
        context->document, section, "job_gennem_aaret", "Job gennem året",
        table_title_in(context, "Nye job lagt sammen måned for måned", period_from_january(context)),
        norm ? with_norm : without_norm, norm ? RUN_COLUMNS : 2);
    add_months(context, table, norm);
    table->source = source_of(context, 1u << TABLE_JOBS);
    add_running_chart(context, section, table, norm != NULL);
}

/* ---- Who and where ---- */

static void add_hours(const struct section_context *context, struct section *section)
{
    static const char *const bands[] = {"0-5", "5-10", "10-20", "20-30", "30+"};
    struct year_table hours =
        add_year_table(context, section, "timer", "Timer pr. uge",
                       table_title_over_years(context, "Nye job efter timer pr. uge"), "Timer pr. uge");
    year_table_add_given(&hours, FIGURE_JOBS_HOURS_BAND, bands, sizeof bands / sizeof *bands);
    year_table_add_total(&hours, FIGURE_JOBS_NEW);
    hours.table->title_note = table_add_note(
        hours.table, sv_of("Den nedre grænse er med, den øvre ikke: Et job på 10 timer står under 10–20."));
    hours.table->source = source_of(context, 1u << TABLE_JOBS);
}

static void add_target_groups(const struct section_context *context, struct section *section)
{
    struct year_table groups =
        add_year_table(context, section, "job_maalgruppe", "Job efter målgruppe",
                       table_title_over_years(context, "Nye job efter borgerens målgruppe"), "Målgruppe");
    year_table_add_codes(&groups, FIGURE_JOBS_NEW, CODES_TARGET_GROUP, BY_TARGET_GROUP);
    year_table_add_total(&groups, FIGURE_JOBS_NEW);
    groups.table->source = source_of(context, 1u << TABLE_JOBS);
    groups.table->empty = sv_of("Der er ingen nye job i disse år.");
}

static void add_enterprise_types(const struct section_context *context, struct section *section)
{
    struct year_table types =
        add_year_table(context, section, "job_virksomhedstype", "Job efter virksomhedstype",
                       table_title_over_years(context, "Nye job efter virksomhedens type"), "Type");
    year_table_add_codes(&types, FIGURE_JOBS_ENTERPRISE_TYPE, CODES_ENTERPRISE_TYPE, BY_CODE);
    year_table_add_total(&types, FIGURE_JOBS_NEW);
    types.table->source = source_of(context, 1u << TABLE_JOBS | 1u << TABLE_ENTERPRISES);
    types.table->empty = sv_of("Der er ingen nye job i disse år.");
}

static void add_job_figures(const struct section_context *context, struct section *section)
{
    struct year_table figures =
        add_year_table(context, section, "job_tal", "Jobbene i tal",
                       table_title_over_years(context, "De nye job i tal"), "Nøgletal");
    year_table_add_figure(&figures, "Nye job, alle typer", FIGURE_JOBS_NEW, FORMAT_COUNT);
    year_table_add_figure(&figures, "Borgere i nye job", FIGURE_JOBS_PERSONS, FORMAT_COUNT);
    year_table_add_figure(&figures, "Virksomheder med nye job", FIGURE_JOBS_ENTERPRISES, FORMAT_COUNT);
    year_table_add_figure(&figures, "Job i in-house løsninger", FIGURE_JOBS_IN_HOUSE, FORMAT_COUNT);
    year_table_add_figure(&figures, "Job efter CSR-aftaler", FIGURE_JOBS_CSR, FORMAT_COUNT);
    year_table_add_figure(&figures, "Timer pr. uge i nye job", FIGURE_JOBS_HOURS, FORMAT_DECIMAL);
    year_table_add_figure(&figures, "Årsværk i nye job", FIGURE_JOBS_FULL_TIME, FORMAT_DECIMAL);
    year_table_add_note(&figures, sv_of("Et årsværk er 37 timer om ugen."));
    year_table_add_figure(&figures, "Job i gang ved årets udgang", FIGURE_JOBS_AT_END, FORMAT_COUNT);
    figures.table->source = source_of(context, 1u << TABLE_JOBS);
}

/* ---- The Slagelse model: a first job, then the next one, often elsewhere (plan 2018, section 2) ---- */

static void add_model_table(const struct section_context *context, struct section *section)
{
    struct year_table model =
        add_year_table(context, section, "slagelse_modellen", "Slagelse-modellen",
                       table_title_over_years(context, "Slagelse-modellen: første og næste job"), "Nye job");
    year_table_add_figure(&model, "Borgerens første job", FIGURE_JOBS_FIRST, FORMAT_COUNT);
    year_table_add_figure(&model, "Borgerens næste job", FIGURE_JOBS_NEXT, FORMAT_COUNT);
    year_table_add_figure(&model, "Heraf i en anden virksomhed", FIGURE_JOBS_NEXT_ELSEWHERE, FORMAT_COUNT);
    model.table->title_note = table_add_note(
        model.table, sv_of("Første job er borgerens første i data; alle senere er næste job."));
    model.table->source = source_of(context, 1u << TABLE_JOBS);
}

static bool has_jobs(const struct section_context *context)
{
    const struct years years = series_years(context->figures);
    for (size_t i = 0; i < years.count; i++)
        if (figures_value(context->figures,
                          figure_key_in(context->figures, FIGURE_JOBS_NEW, years.periods[i]))
                .num != 0)
            return true;
    return false;
}

static void add_model(const struct section_context *context, struct section *section)
{
    static void (*const write)(struct sentence) = say_slagelse_model;
    if (!has_jobs(context))
        return;
    section_add_heading(context->document, section, 2, sv_of("Slagelse-modellen"));
    add_sentences(context, section, &write, 1);
    add_model_table(context, section);
}

static bool is_one(const struct figures *figures, enum figure_id id)
{
    const struct ratio value = figures_value(figures, figure_key(figures, id));
    return ratio_has_value(value) && ratio_compare(value, ratio_whole(1)) == 0;
}

/* "De 32 nye job er på i alt 250 timer om ugen, det svarer til 6,8 årsværk." */
static void add_lead(const struct section_context *context, struct section *section)
{
    const struct figures *figures = context->figures;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_LEAD);
    const struct figure_key jobs = figure_key(figures, FIGURE_JOBS_NEW);
    if (say_period_not_begun(s))
        return;
    if (figures_value(figures, jobs).num == 0) {
        say(s, "Der blev ikke skabt nogen job ");
        say_during(s);
        say(s, ".");
        return;
    }
    say_count(s, figure_key(figures, FIGURE_JOBS_PERSONS), NOUN_CITIZEN);
    say(s, is_one(figures, FIGURE_JOBS_PERSONS) ? " fik " : " fik tilsammen ");
    say_count(s, jobs, NOUN_JOB);
    say(s, " ");
    say_during(s);
    say(s, " i ");
    say_count(s, figure_key(figures, FIGURE_JOBS_ENTERPRISES), NOUN_ENTERPRISE);
    say(s, is_one(figures, FIGURE_JOBS_NEW) ? ". Jobbet er på " : ". Jobbene er i alt på ");
    say_decimal(s, figure_key(figures, FIGURE_JOBS_HOURS));
    say(s, is_one(figures, FIGURE_JOBS_HOURS) ? "\u00A0time" : "\u00A0timer");
    say(s, " om ugen");
    if (ratio_round(figures_value(figures, figure_key(figures, FIGURE_JOBS_FULL_TIME)), 1) != 0) {
        say(s, ", hvad der svarer til ");
        say_decimal(s, figure_key(figures, FIGURE_JOBS_FULL_TIME));
        say(s, "\u00A0årsværk");
    }
    say(s, ".");
}

void section_employment(const struct section_context *context, struct section *section)
{
    add_lead(context, section);
    section_add_heading(context->document, section, 2, sv_of("Job pr. år"));
    add_jobs_by_type(context, section);
    section_add_heading(context->document, section, 2, sv_of("Gennem året"));
    add_running_count(context, section);
    section_add_heading(context->document, section, 2, sv_of("Hvem og hvor"));
    add_job_figures(context, section);
    add_hours(context, section);
    add_target_groups(context, section);
    add_enterprise_types(context, section);
    add_model(context, section);
}
