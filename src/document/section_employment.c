/*
 * Employment: jobs by type and year against the norm, the way through the year, and who got which jobs where.
 *
 * The norm counts the job types that its goal names; other types stand apart ("Tæller ikke med i årsnormen").
 */
#include "describe_chart.h"
#include "goal_running.h"
#include "goal_view.h"
#include "sections.h"
#include "sentence.h"
#include "series.h"
#include "text_da.h"

static const enum figure_id norm_figures[] = {FIGURE_JOBS_NEW};

/* The table of jobs by type: which code rows count towards the norm and which do not, and where they stand.
 */
struct type_columns {
    const struct goal_view *norm; /* NULL: no norm in the report's year */
    struct code_row *types;
    size_t type_count;
    bool counted[CODE_LIST_LONGEST]; /* by type: has a column of its own, left of the total */
    size_t counted_count;
    bool outside; /* there are jobs of other types: they share the last column */
    uint16_t total;
    uint16_t aim;  /* 0: no such column */
    uint16_t rest; /* 0: no such column */
    uint16_t count;
};

static const struct goal_view *job_norm(const struct section_context *context)
{
    struct goal_view *goals;
    const size_t count = goal_views(context, &goals);
    return goal_view_about(goals, count, GOAL_YEARLY, norm_figures, 1);
}

static struct cell type_cell(const struct section_context *context, const struct code_row *type,
                             uint16_t period)
{
    const struct figure_key key = figure_key_in(context->figures, FIGURE_JOBS_NEW, period);
    return code_row_cell(context, type, key, CODES_JOB_TYPE, BY_CODE);
}

static bool occurs(const struct section_context *context, const struct code_row *type,
                   const struct years *years)
{
    for (size_t i = 0; i < years->count; i++)
        if (type_cell(context, type, years->periods[i]).value.num != 0)
            return true;
    return false;
}

static void place_columns(struct type_columns *columns)
{
    columns->total = (uint16_t)(columns->counted_count + 1);
    columns->count = (uint16_t)(columns->total + 1);
    if (columns->norm && ratio_has_value(columns->norm->target))
        columns->aim = columns->count++;
    if (columns->outside)
        columns->rest = columns->count++;
}

static struct type_columns type_columns_of(const struct section_context *context, const struct years *years)
{
    struct type_columns columns = {.norm = job_norm(context)};
    columns.type_count = code_rows(context, CODES_JOB_TYPE, &columns.types);
    for (size_t i = 0; i < columns.type_count && i < CODE_LIST_LONGEST; i++) {
        const struct code_row *type = &columns.types[i];
        const bool counts = !columns.norm || goal_counts_code(context, columns.norm, type->codes[0]);
        const bool seen = occurs(context, type, years);
        columns.counted[i] = counts && seen;
        columns.counted_count += counts && seen;
        columns.outside = columns.outside || (!counts && seen);
    }
    place_columns(&columns);
    return columns;
}

static void write_headings(const struct type_columns *columns, struct table_column *headings)
{
    uint16_t at = 0;
    headings[at++] = (struct table_column){.heading = SV("År")};
    for (size_t i = 0; i < columns->type_count; i++)
        if (columns->counted[i])
            headings[at++] = (struct table_column){.heading = columns->types[i].name, .format = FORMAT_COUNT};
    headings[columns->total] = (struct table_column){
        .heading = sv_of(columns->norm ? "Job i årsnormen" : "I alt"), .format = FORMAT_COUNT};
    if (columns->aim)
        headings[columns->aim] = (struct table_column){.heading = SV("Årsnorm"), .format = FORMAT_COUNT};
    if (columns->rest)
        headings[columns->rest] =
            (struct table_column){.heading = SV("Tæller ikke med i årsnormen"), .format = FORMAT_COUNT};
}

/* The goal's result stands for its sum in the report's year, unless it is judged on an earlier day. */
static bool is_goal_value(const struct section_context *context, const struct goal_view *norm,
                          uint16_t period, struct ratio sum)
{
    return period == context->figures->report && ratio_has_value(norm->value) &&
           ratio_compare(norm->value, sum) == 0;
}

static struct cell total_cell(const struct section_context *context, const struct type_columns *columns,
                              const struct table_row *row, uint16_t period)
{
    struct ratio sum = ratio_whole(0);
    for (uint16_t i = 1; i < columns->total; i++)
        sum = ratio_add(sum, row->cells[i].value);
    struct cell cell = cell_of_value(sum, FORMAT_COUNT);
    cell.key = columns->norm ? goal_key(context, columns->norm, FIGURE_GOAL_VALUE)
                             : figure_key_in(context->figures, FIGURE_JOBS_NEW, period);
    cell.has_key = !columns->norm || is_goal_value(context, columns->norm, period, sum);
    if (columns->total > 1)
        cell.derivation =
            (struct derivation){.kind = DERIVED_SUM_COLUMNS, .a = 1, .b = (uint16_t)(columns->total - 1)};
    return cell;
}

static struct cell aim_cell(const struct section_context *context, const struct goal_view *norm, int year)
{
    if (year < norm->goal->from_year || year > norm->goal->to_year)
        return cell_of_value(ratio_none(), FORMAT_COUNT);
    return cell_of_figure(context->figures, goal_key(context, norm, FIGURE_GOAL_TARGET), FORMAT_COUNT);
}

static struct cell rest_cell(const struct section_context *context, const struct type_columns *columns,
                             uint16_t period)
{
    struct cell cell = {.kind = CELL_EMPTY};
    for (size_t i = 0; i < columns->type_count; i++) {
        if (goal_counts_code(context, columns->norm, columns->types[i].codes[0]))
            continue;
        const struct cell type = type_cell(context, &columns->types[i], period);
        const bool first = cell.kind == CELL_EMPTY;
        cell = first ? type : cell_of_value(ratio_add(cell.value, type.value), FORMAT_COUNT);
    }
    return cell;
}

static void add_year_row(const struct section_context *context, struct table *table,
                         const struct type_columns *columns, uint16_t period)
{
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    uint16_t at = 0;
    row->cells[at++] = cell_of_text(period_label(context->figures, period));
    for (size_t i = 0; i < columns->type_count; i++)
        if (columns->counted[i])
            row->cells[at++] = type_cell(context, &columns->types[i], period);
    row->cells[columns->total] = total_cell(context, columns, row, period);
    if (columns->aim)
        row->cells[columns->aim] = aim_cell(context, columns->norm, context->figures->periods[period].year);
    if (columns->rest)
        row->cells[columns->rest] = rest_cell(context, columns, period);
}

/* The types that the norm leaves out, by name. */
static struct sv outside_names(const struct section_context *context, const struct type_columns *columns)
{
    struct sv names[CODE_LIST_LONGEST];
    size_t count = 0;
    for (size_t i = 0; i < columns->type_count && count < CODE_LIST_LONGEST; i++)
        if (!goal_counts_code(context, columns->norm, columns->types[i].codes[0]))
            names[count++] = text_lowered(context->document->arena, columns->types[i].name);
    return text_joined(context->document->arena, names, count);
}

static void add_types_chart(const struct section_context *context, struct section *section,
                            const struct table *table, const struct type_columns *columns)
{
    if (columns->counted_count == 0 || table->row_count < 2)
        return;
    const bool stacked = columns->counted_count > 1 && columns->counted_count <= CHART_SERIES - 1;
    struct chart *chart = section_add_chart(
        context->document, section, "job_pr_aar_figur",
        chart_title_over_years(context, columns->norm ? "Nye job pr. år, der tæller med i årsnormen"
                                                      : "Nye job pr. år"),
        stacked ? CHART_STACKED_COLUMNS : CHART_COLUMNS, table);
    chart->axis = sv_of("Antal job");
    if (!stacked)
        chart_draw_column(chart, columns->total, SERIES_PLAIN);
    for (uint16_t i = 1; stacked && i < columns->total; i++)
        chart_draw_column(chart, i, SERIES_PLAIN);
    if (columns->aim)
        chart_draw_column(chart, columns->aim, SERIES_GOAL);
    chart->alt = chart_description(context->document->arena, chart);
}

static void add_jobs_by_type(const struct section_context *context, struct section *section)
{
    struct arena *arena = context->document->arena;
    const struct years years = series_years(context->figures);
    const struct type_columns columns = type_columns_of(context, &years);
    struct table_column *headings = arena_array(arena, columns.count, sizeof *headings);
    write_headings(&columns, headings);
    struct table *table = section_add_table(context->document, section, "job_pr_aar", "Job pr. år",
                                            table_title_over_years(context, "Nye job efter type og år"),
                                            headings, columns.count);
    for (size_t i = 0; i < years.count; i++)
        add_year_row(context, table, &columns, years.periods[i]);
    if (columns.rest)
        table->columns[columns.rest].note =
            table_add_note(table, sv_format(arena, "Årsnormen omfatter ikke %.*s.",
                                            SV_ARG(outside_names(context, &columns))));
    table->source = source_of(context, 1u << TABLE_JOBS | 1u << TABLE_GOALS);
    add_types_chart(context, section, table, &columns);
}

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
        row->cells[at++] = aim_cell(context, norm, report_year(context));
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

static void add_running_chart(const struct section_context *context, struct section *section,
                              const struct table *table, bool norm)
{
    if (!column_has_numbers(table, 1))
        return;
    struct chart *chart = section_add_chart(
        context->document, section, "job_gennem_aaret_figur",
        chart_title(context, norm ? "Job gennem året mod årsnormen" : "Nye job gennem året"), CHART_LINES,
        table);
    chart->axis = sv_of("Antal job fra 1. januar");
    chart_draw_column(chart, 1, SERIES_PLAIN);
    if (norm)
        chart_draw_column(chart, RUN_AIM, SERIES_GOAL);
    chart->alt = chart_description(context->document->arena, chart);
}

static void add_running_count(const struct section_context *context, struct section *section)
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
    struct table *table = section_add_table(context->document, section, "job_gennem_aaret", "Job gennem året",
                                            table_title(context, "Nye job lagt sammen måned for måned"),
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
    year_table_add_figure(&figures, "Borgerens første job", FIGURE_JOBS_FIRST, FORMAT_COUNT);
    year_table_add_figure(&figures, "Borgerens næste job", FIGURE_JOBS_NEXT, FORMAT_COUNT);
    year_table_add_note(&figures,
                        sv_of("Slagelse-modellen: Det første job giver stabilitet og progression og er "
                              "grundlaget for det næste, typisk i en anden virksomhed."));
    year_table_add_figure(&figures, "Heraf i en anden virksomhed", FIGURE_JOBS_NEXT_ELSEWHERE, FORMAT_COUNT);
    year_table_add_figure(&figures, "Virksomheder med nye job", FIGURE_JOBS_ENTERPRISES, FORMAT_COUNT);
    year_table_add_figure(&figures, "Job i in-house løsninger", FIGURE_JOBS_IN_HOUSE, FORMAT_COUNT);
    year_table_add_figure(&figures, "Job efter CSR-aftaler", FIGURE_JOBS_CSR, FORMAT_COUNT);
    year_table_add_figure(&figures, "Timer pr. uge i nye job", FIGURE_JOBS_HOURS, FORMAT_DECIMAL);
    year_table_add_figure(&figures, "Årsværk i nye job", FIGURE_JOBS_FULL_TIME, FORMAT_DECIMAL);
    year_table_add_note(&figures, sv_of("Et årsværk er 37 timer om ugen."));
    year_table_add_figure(&figures, "Job i gang ved årets udgang", FIGURE_JOBS_AT_END, FORMAT_COUNT);
    figures.table->source = source_of(context, 1u << TABLE_JOBS);
}

/* "De 32 nye job er på i alt 250 timer om ugen, det svarer til 6,8 årsværk." */
static void add_lead(const struct section_context *context, struct section *section)
{
    const struct figures *figures = context->figures;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_LEAD);
    const struct figure_key jobs = figure_key(figures, FIGURE_JOBS_NEW);
    if (figures_value(figures, jobs).num == 0) {
        say(s, "Der blev ikke skabt nogen job ");
        say_during(s);
        say(s, ".");
        return;
    }
    say_count(s, figure_key(figures, FIGURE_JOBS_PERSONS), NOUN_CITIZEN);
    say(s, " fik ");
    say(s, "tilsammen ");
    say_count(s, jobs, NOUN_JOB);
    say(s, " ");
    say_during(s);
    say(s, " i ");
    say_count(s, figure_key(figures, FIGURE_JOBS_ENTERPRISES), NOUN_ENTERPRISE);
    say(s, ". Jobbene er i alt på ");
    say_decimal(s, figure_key(figures, FIGURE_JOBS_HOURS));
    say(s, "\u00A0timer om ugen, hvad der svarer til ");
    say_decimal(s, figure_key(figures, FIGURE_JOBS_FULL_TIME));
    say(s, "\u00A0årsværk.");
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
}
