/*
 * Jobs by type and year against the norm. Types that the norm's goal names have a column each and add up to
 * the jobs of the norm; all others share one, "Tæller ikke med i årsnormen".
 */
#include "describe_chart.h"
#include "goal_view.h"
#include "sections.h"
#include "sentence.h"
#include "series.h"

/* With more types than this the table would be too wide and the chart unreadable: they get a table apart. */
enum { TYPES_SHOWN = 5 };

struct job_types {
    const struct section_context *context;
    const struct goal_view *norm; /* NULL: no norm in the report's year, and all types count */
    struct years years;
    struct code_row *counted; /* that occur in any of the years */
    size_t counted_count;
    struct code_row *others; /* all of them: the note names them */
    size_t other_count;
    bool others_occur;
    bool apart;     /* too many types for columns of their own */
    uint16_t total; /* places of the columns; 0: no such column */
    uint16_t aim;
    uint16_t rest;
    uint16_t column_count;
};

static struct cell type_cell(const struct job_types *jobs, const struct code_row *type, uint16_t period)
{
    const struct figure_key key = figure_key_in(jobs->context->figures, FIGURE_JOBS_NEW, period);
    return code_row_cell(jobs->context, type, key, CODES_JOB_TYPE, BY_CODE);
}

static struct ratio sum_of(const struct job_types *jobs, const struct code_row *types, size_t count,
                           uint16_t period)
{
    struct ratio sum = ratio_whole(0);
    for (size_t i = 0; i < count; i++)
        sum = ratio_add(sum, type_cell(jobs, &types[i], period).value);
    return sum;
}

static bool occurs(const struct job_types *jobs, const struct code_row *type)
{
    for (size_t i = 0; i < jobs->years.count; i++)
        if (type_cell(jobs, type, jobs->years.periods[i]).value.num != 0)
            return true;
    return false;
}

/* The codes of a row that the norm counts, or those that it does not; a group may hold both. */
static struct code_row part_of(const struct job_types *jobs, const struct code_row *row, bool counted)
{
    struct code_row part = {.name = row->name};
    for (size_t i = 0; i < row->count; i++)
        if (counted == (!jobs->norm || goal_counts_code(jobs->context, jobs->norm, row->codes[i])))
            part.codes[part.count++] = row->codes[i];
    return part;
}

static void sort_type(struct job_types *jobs, const struct code_row *row)
{
    const struct code_row counted = part_of(jobs, row, true);
    const struct code_row other = part_of(jobs, row, false);
    if (counted.count && occurs(jobs, &counted))
        jobs->counted[jobs->counted_count++] = counted;
    if (!other.count)
        return;
    jobs->others[jobs->other_count++] = other;
    jobs->others_occur = jobs->others_occur || occurs(jobs, &other);
}

static void place_columns(struct job_types *jobs)
{
    jobs->apart = jobs->counted_count > TYPES_SHOWN;
    jobs->total = (uint16_t)(jobs->apart ? 1 : jobs->counted_count + 1);
    jobs->column_count = (uint16_t)(jobs->total + 1);
    if (jobs->norm && ratio_has_value(jobs->norm->target))
        jobs->aim = jobs->column_count++;
    if (jobs->others_occur)
        jobs->rest = jobs->column_count++;
}

static struct job_types job_types_of(const struct section_context *context)
{
    struct arena *arena = context->document->arena;
    struct job_types jobs = {
        .context = context, .norm = job_norm(context), .years = series_years(context->figures)};
    struct code_row *rows;
    const size_t count = code_rows(context, CODES_JOB_TYPE, &rows);
    jobs.counted = arena_array(arena, count, sizeof *jobs.counted);
    jobs.others = arena_array(arena, count, sizeof *jobs.others);
    for (size_t i = 0; i < count; i++)
        sort_type(&jobs, &rows[i]);
    place_columns(&jobs);
    return jobs;
}

static void write_headings(const struct job_types *jobs, struct table_column *headings)
{
    headings[0] = (struct table_column){.heading = SV("År")};
    for (uint16_t i = 1; i < jobs->total; i++)
        headings[i] = (struct table_column){.heading = jobs->counted[i - 1].name, .format = FORMAT_COUNT};
    headings[jobs->total] = (struct table_column){.heading = sv_of(jobs->norm ? "Job i årsnormen" : "I alt"),
                                                  .format = FORMAT_COUNT};
    if (jobs->aim)
        headings[jobs->aim] = (struct table_column){.heading = SV("Årsnorm"), .format = FORMAT_COUNT};
    if (jobs->rest)
        headings[jobs->rest] =
            (struct table_column){.heading = SV("Tæller ikke med i årsnormen"), .format = FORMAT_COUNT};
}

/* The goal's result stands for its sum in the report's year, unless it is judged on an earlier day. */
static bool is_goal_value(const struct job_types *jobs, uint16_t period, struct ratio sum)
{
    return period == jobs->context->figures->report && ratio_has_value(jobs->norm->value) &&
           ratio_compare(jobs->norm->value, sum) == 0;
}

static struct cell total_cell(const struct job_types *jobs, uint16_t period)
{
    const struct figures *figures = jobs->context->figures;
    struct cell cell = cell_of_value(sum_of(jobs, jobs->counted, jobs->counted_count, period), FORMAT_COUNT);
    cell.has_key = !jobs->norm || is_goal_value(jobs, period, cell.value);
    cell.key = jobs->norm ? goal_key(jobs->context, jobs->norm, FIGURE_GOAL_VALUE)
                          : figure_key_in(figures, FIGURE_JOBS_NEW, period);
    if (jobs->total > 1)
        cell.derivation =
            (struct derivation){.kind = DERIVED_SUM_COLUMNS, .a = 1, .b = (uint16_t)(jobs->total - 1)};
    return cell;
}

static struct cell rest_cell(const struct job_types *jobs, uint16_t period)
{
    if (jobs->other_count == 1)
        return type_cell(jobs, &jobs->others[0], period);
    return cell_of_value(sum_of(jobs, jobs->others, jobs->other_count, period), FORMAT_COUNT);
}

static void add_year_row(const struct job_types *jobs, struct table *table, uint16_t period)
{
    const struct figures *figures = jobs->context->figures;
    struct table_row *row = table_add_row(jobs->context->document, table, ROW_BODY);
    row->cells[0] = cell_of_text(period_label(figures, period));
    if (figures->preliminary && period == figures->report)
        row->note = table_add_note(table, preliminary_note(jobs->context));
    for (uint16_t i = 1; i < jobs->total; i++)
        row->cells[i] = type_cell(jobs, &jobs->counted[i - 1], period);
    row->cells[jobs->total] = total_cell(jobs, period);
    if (jobs->aim)
        row->cells[jobs->aim] = goal_target_in_year(jobs->context, jobs->norm, figures->periods[period].year);
    if (jobs->rest)
        row->cells[jobs->rest] = rest_cell(jobs, period);
}

/* "Årsnormen omfatter ikke ordinært job og løntilskud." */
static struct sv others_note(const struct job_types *jobs)
{
    struct arena *arena = jobs->context->document->arena;
    struct sv *names = arena_array(arena, jobs->other_count, sizeof *names);
    for (size_t i = 0; i < jobs->other_count; i++)
        names[i] = text_lowered(arena, jobs->others[i].name);
    return sv_format(arena, "Årsnormen omfatter ikke %.*s.",
                     SV_ARG(text_joined(arena, names, jobs->other_count)));
}

static void add_chart(const struct job_types *jobs, struct section *section, const struct table *table)
{
    const struct section_context *context = jobs->context;
    const bool stacked = jobs->total > 2;
    if (table->row_count < 2 || !column_has_numbers(table, jobs->total))
        return;
    struct chart *chart = section_add_chart(
        context->document, section, "job_pr_aar_figur",
        chart_title_over_years(context,
                               jobs->norm ? "Nye job pr. år, der tæller med i årsnormen" : "Nye job pr. år"),
        stacked ? CHART_STACKED_COLUMNS : CHART_COLUMNS, table);
    chart->axis = sv_of("Antal job");
    if (!stacked)
        chart_draw_column(chart, jobs->total, SERIES_PLAIN);
    for (uint16_t i = 1; stacked && i < jobs->total; i++)
        chart_draw_column(chart, i, SERIES_PLAIN);
    if (jobs->aim)
        chart_draw_column(chart, jobs->aim, SERIES_GOAL);
    chart->alt = chart_description(context->document->arena, chart);
}

/* All types down the side, counted or not. */
static void add_types_apart(const struct section_context *context, struct section *section)
{
    struct year_table types = add_year_table(context, section, "job_type", "Job efter type",
                                             table_title_over_years(context, "Nye job efter type"), "Type");
    year_table_add_codes(&types, FIGURE_JOBS_NEW, CODES_JOB_TYPE, BY_CODE);
    year_table_add_total(&types, FIGURE_JOBS_NEW);
    types.table->source = source_of(context, 1u << TABLE_JOBS);
}

void add_jobs_by_type(const struct section_context *context, struct section *section)
{
    const struct job_types jobs = job_types_of(context);
    struct table_column *headings =
        arena_array(context->document->arena, jobs.column_count, sizeof *headings);
    write_headings(&jobs, headings);
    struct table *table = section_add_table(context->document, section, "job_pr_aar", "Job pr. år",
                                            table_title_over_years(context, "Nye job efter type og år"),
                                            headings, jobs.column_count);
    for (size_t i = 0; i < jobs.years.count; i++)
        add_year_row(&jobs, table, jobs.years.periods[i]);
    if (jobs.rest)
        table->columns[jobs.rest].note = table_add_note(table, others_note(&jobs));
    table->source = source_of(context, 1u << TABLE_JOBS | (jobs.norm ? 1u << TABLE_GOALS : 0));
    add_chart(&jobs, section, table);
    if (jobs.apart)
        add_types_apart(context, section);
}
