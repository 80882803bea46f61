/*
 * Trial actions: how many over the years, by status, those of the period one by one, and the UN goals that
 * they contribute to.
 */
#include "effort_parts.h"
#include "effort_sentences.h"
#include "sections.h"
#include "series.h"

#include <stdlib.h>

static const unsigned source_tables = 1u << TABLE_TRIALS;

static const struct period *report_period(const struct section_context *context)
{
    return &context->figures->periods[context->figures->report];
}

static bool ran(const struct period *period, const struct trial *trial)
{
    return trial->start <= period->last && (trial->end == DAY_NONE || trial->end >= period->first);
}

/* ---- Over the years, and by status ---- */

static void add_years(const struct section_context *context, struct section *section)
{
    struct year_table years =
        add_year_table(context, section, "proevehandlinger_aar", "Prøvehandlinger pr. år",
                       table_title_over_years(context, "Prøvehandlinger"), "Nøgletal");
    year_table_add_figure(&years, "Sat i gang i året", FIGURE_TRIALS_STARTED, FORMAT_COUNT);
    year_table_add_figure(&years, "I gang i året, på tværs af sektorer", FIGURE_TRIALS_ACROSS_SECTORS,
                          FORMAT_COUNT);
    year_table_add_figure(&years, "I gang i året, med en lokal partner", FIGURE_TRIALS_LOCAL_PARTNER,
                          FORMAT_COUNT);
    years.table->source = source_of(context, source_tables);
}

static void add_statuses(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[] = {
        {.heading = SV("Status")},
        {.heading = SV("Prøvehandlinger"), .format = FORMAT_COUNT},
    };
    struct code_row *rows;
    const size_t count = code_rows(context, CODES_TRIAL_STATUS, &rows);
    const struct figure_key key = figure_key(context->figures, FIGURE_TRIALS_STATUS);
    struct table *table = section_add_table(
        context->document, section, "proevehandlinger_status", "Prøvehandlinger efter status",
        table_title(context, "Prøvehandlinger, der var i gang, efter status"), columns, 2);
    for (size_t i = 0; i < count; i++) {
        const struct cell cell = code_row_cell(context, &rows[i], key, CODES_TRIAL_STATUS, BY_CODE);
        if (cell.value.num == 0)
            continue;
        struct table_row *row = table_add_row(context->document, table, ROW_BODY);
        row->cells[0] = cell_of_text(rows[i].name);
        row->cells[1] = cell;
    }
    struct table_row *total = table_add_row(context->document, table, ROW_TOTAL);
    total->cells[0] = cell_of_text(sv_of("I alt"));
    total->cells[1] = cell_of_value(trials_running(context->figures), FORMAT_COUNT);
    total->cells[1].derivation.kind = DERIVED_SUM_ABOVE;
    table->title_note = table_add_note(table, sv_of("Den status, der stod i data ved udtrækket."));
    table->source = source_of(context, source_tables);
}

/* ---- One by one ---- */

enum list_columns {
    LIST_TITLE,
    LIST_START,
    LIST_STATUS,
    LIST_SECTORS,
    LIST_PARTNER,
    LIST_GOALS,
    LIST_COLUMNS
};

static struct cell sectors_cell(const struct section_context *context, uint64_t set)
{
    const struct code_list *sectors = code_list(&context->data->codes, CODES_SECTOR);
    struct arena *arena = context->document->arena;
    struct sv *names = arena_array(arena, sectors->count, sizeof *names);
    size_t count = 0;
    for (uint16_t i = 0; i < sectors->count && i < 64; i++)
        if (set & UINT64_C(1) << i)
            names[count++] = text_lowered(arena, code_name(sectors, i));
    return cell_of_text_or_none(text_joined(arena, names, count));
}

/* "4, 8, 17" */
static struct cell goals_cell(const struct section_context *context, uint64_t set)
{
    const struct code_list *un_goals = code_list(&context->data->codes, CODES_UN_GOAL);
    struct buffer buffer = buffer_in(context->document->arena);
    for (uint16_t i = 0; i < un_goals->count; i++) {
        if (!(set & UINT64_C(1) << i))
            continue;
        if (buffer.size)
            buffer_add_text(&buffer, ", ");
        buffer_add(&buffer, code_text(un_goals, i));
    }
    return cell_of_text_or_none(buffer_view(&buffer));
}

static struct cell yes_no_cell(uint8_t answer)
{
    static const char *const words[] = {[UNSTATED] = "uoplyst", [NO] = "nej", [YES] = "ja"};
    return cell_of_text(sv_of(words[answer]));
}

static void add_list_row(const struct section_context *context, struct table *table,
                         const struct trial *trial)
{
    const struct code_list *statuses = code_list(&context->data->codes, CODES_TRIAL_STATUS);
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[LIST_TITLE] = cell_of_text(trial->title);
    row->cells[LIST_START] = cell_of_value(ratio_whole(trial->start), FORMAT_DATE);
    row->cells[LIST_STATUS] =
        cell_of_text(text_lowered(context->document->arena, code_name(statuses, trial->status)));
    row->cells[LIST_SECTORS] = sectors_cell(context, trial->sectors);
    row->cells[LIST_PARTNER] = yes_no_cell(trial->local_partner);
    row->cells[LIST_GOALS] = goals_cell(context, trial->un_goals);
}

struct listed {
    const struct trial *trial;
};

/* By the day it began, then as in the file. */
static int by_start(const void *a, const void *b)
{
    const struct trial *x = ((const struct listed *)a)->trial;
    const struct trial *y = ((const struct listed *)b)->trial;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return (x > y) - (x < y);
}

static size_t find_listed(const struct section_context *context, struct listed *found)
{
    const struct trial *rows = trials(context->data);
    size_t count = 0;
    for (size_t i = 0; i < row_count(context->data, TABLE_TRIALS); i++)
        if (ran(report_period(context), &rows[i]))
            found[count++].trial = &rows[i];
    if (count)
        qsort(found, count, sizeof *found, by_start);
    return count;
}

static void add_list(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[LIST_COLUMNS] = {
        [LIST_TITLE] = {.heading = SV("Prøvehandling")},
        [LIST_START] = {.heading = SV("Begyndt"), .format = FORMAT_DATE},
        [LIST_STATUS] = {.heading = SV("Status")},
        [LIST_SECTORS] = {.heading = SV("Sektorer")},
        [LIST_PARTNER] = {.heading = SV("Lokal partner")},
        [LIST_GOALS] = {.heading = SV("Verdensmål")},
    };
    const size_t rows = row_count(context->data, TABLE_TRIALS);
    struct listed *found = arena_array(context->document->arena, rows, sizeof *found);
    const size_t count = find_listed(context, found);
    struct table *table =
        section_add_table(context->document, section, "proevehandlinger", "Prøvehandlinger",
                          table_title(context, "Prøvehandlinger, der var i gang"), columns, LIST_COLUMNS);
    for (size_t i = 0; i < count; i++)
        add_list_row(context, table, found[i].trial);
    table->source = source_of(context, source_tables);
}

bool has_trials(const struct section_context *context)
{
    return row_count(context->data, TABLE_TRIALS) > 0;
}

void add_trials(const struct section_context *context, struct section *section)
{
    static void (*const sentences[])(struct sentence) = {say_trials_started, say_trials_running};
    if (!has_trials(context))
        return;
    add_sentences(context, section, sentences, sizeof sentences / sizeof *sentences);
    add_years(context, section);
    if (trials_running(context->figures).num == 0)
        return;
    add_statuses(context, section);
    add_list(context, section);
}

/* ---- UN goals ---- */

static struct cell un_goal_cell(const struct section_context *context, uint16_t goal, uint16_t period)
{
    const struct code_list *un_goals = code_list(&context->data->codes, CODES_UN_GOAL);
    const struct figure_key key = figure_key_in(context->figures, FIGURE_TRIALS_UN_GOAL, period);
    return cell_of_figure(context->figures, figure_key_code(context->figures, key, code_text(un_goals, goal)),
                          FORMAT_COUNT);
}

static bool un_goal_occurs(const struct section_context *context, const struct years *years, uint16_t goal)
{
    for (size_t i = 0; i < years->count; i++)
        if (un_goal_cell(context, goal, years->periods[i]).value.num != 0)
            return true;
    return false;
}

/* "Mål 17: Partnerskaber for handling" */
static void add_un_goal_row(struct year_table *years, uint16_t goal)
{
    const struct section_context *context = years->context;
    const struct code_list *un_goals = code_list(&context->data->codes, CODES_UN_GOAL);
    struct table_row *row = table_add_row(context->document, years->table, ROW_BODY);
    row->cells[0] =
        cell_of_text(sv_format(context->document->arena, "Mål %.*s: %.*s", SV_ARG(code_text(un_goals, goal)),
                               SV_ARG(code_name(un_goals, goal))));
    for (size_t i = 0; i < years->years.count; i++)
        row->cells[i + 1] = un_goal_cell(context, goal, years->years.periods[i]);
}

static void add_un_goal_table(const struct section_context *context, struct section *section)
{
    const struct code_list *un_goals = code_list(&context->data->codes, CODES_UN_GOAL);
    struct year_table years = add_year_table(
        context, section, "verdensmaal", "Verdensmål",
        table_title_over_years(context, "Prøvehandlinger i gang efter verdensmål"), "Verdensmål");
    for (uint16_t i = 0; i < un_goals->count; i++)
        if (un_goal_occurs(context, &years.years, i))
            add_un_goal_row(&years, i);
    years.table->title_note =
        table_add_note(years.table, sv_of("En prøvehandling kan bidrage til flere verdensmål."));
    years.table->source = source_of(context, source_tables);
}

bool has_un_goals(const struct section_context *context)
{
    const struct years years = series_years(context->figures);
    for (uint16_t i = 0; i < code_list(&context->data->codes, CODES_UN_GOAL)->count; i++)
        if (un_goal_occurs(context, &years, i))
            return true;
    return false;
}

void add_un_goals(const struct section_context *context, struct section *section)
{
    static void (*const sentences[])(struct sentence) = {say_un_goals};
    add_sentences(context, section, sentences, 1);
    if (has_un_goals(context))
        add_un_goal_table(context, section);
}
