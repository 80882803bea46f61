/*
 * Enterprises and initiatives: the way to the goal, number by type, marks such as three bottom lines and the
 * two generations, what opened, closed and is on the way, and the list.
 */
#include "describe_chart.h"
#include "goal_view.h"
#include "sections.h"
#include "sentence.h"
#include "series.h"

#include <stdlib.h>
#include <string.h>

static const enum figure_id goal_figures[] = {FIGURE_ENTERPRISES_THREE_LINES, FIGURE_ENTERPRISES_AT_END};

/* The goal at the end of the strategy: a number of enterprises. */
static const struct goal_view *enterprise_goal(const struct section_context *context)
{
    struct goal_view *goals;
    const size_t count = goal_views(context, &goals);
    const struct goal_view *goal = goal_view_about(goals, count, GOAL_FINAL, goal_figures, 2);
    return goal && ratio_has_value(goal->target) && !goal->goal->categories.size ? goal : NULL;
}

static struct sv span_title(const struct section_context *context, const char *title)
{
    const struct years years = series_years(context->figures);
    return sv_format(context->document->arena, "%s, %.*s", title,
                     SV_ARG(series_span(context->document->arena, context->figures, &years)));
}

/* ---- The way to the goal ---- */

enum way_columns { WAY_YEAR, WAY_NEW, WAY_CLOSED, WAY_OPEN, WAY_THREE_LINES, WAY_GOAL, WAY_COLUMNS };

static struct cell aim_cell(const struct section_context *context, const struct goal_view *goal, int year)
{
    if (year < goal->goal->from_year || year > goal->goal->to_year)
        return cell_of_value(ratio_none(), FORMAT_COUNT);
    return cell_of_figure(context->figures, goal_key(context, goal, FIGURE_GOAL_TARGET), FORMAT_COUNT);
}

static void add_way_row(const struct section_context *context, struct table *table,
                        const struct goal_view *goal, uint16_t period)
{
    static const enum figure_id figures[WAY_GOAL] = {
        [WAY_NEW] = FIGURE_ENTERPRISES_NEW,
        [WAY_CLOSED] = FIGURE_ENTERPRISES_CLOSED,
        [WAY_OPEN] = FIGURE_ENTERPRISES_AT_END,
        [WAY_THREE_LINES] = FIGURE_ENTERPRISES_THREE_LINES,
    };
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[WAY_YEAR] = cell_of_text(period_label(context->figures, period));
    for (uint16_t i = WAY_NEW; i < WAY_GOAL; i++)
        row->cells[i] = cell_of_figure(context->figures, figure_key_in(context->figures, figures[i], period),
                                       FORMAT_COUNT);
    if (goal)
        row->cells[WAY_GOAL] = aim_cell(context, goal, context->figures->periods[period].year);
}

static void add_way_chart(const struct section_context *context, struct section *section,
                          const struct table *table, const struct goal_view *goal)
{
    const bool three_lines = !goal || goal->figure == FIGURE_ENTERPRISES_THREE_LINES;
    if (table->row_count < 2 || !column_has_numbers(table, WAY_OPEN))
        return;
    struct chart *chart = section_add_chart(
        context->document, section, "virksomheder_figur",
        span_title(context, "Virksomheder og initiativer ved årets udgang"), CHART_LINES, table);
    chart->axis = sv_of("Antal virksomheder og initiativer");
    chart_draw_column(chart, WAY_OPEN, SERIES_PLAIN);
    if (three_lines)
        chart_draw_column(chart, WAY_THREE_LINES, SERIES_PLAIN);
    if (goal)
        chart_draw_column(chart, WAY_GOAL, SERIES_GOAL);
    chart->alt = chart_description(context->document->arena, chart);
}

static void add_way(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[WAY_COLUMNS] = {
        [WAY_YEAR] = {.heading = SV("År")},
        [WAY_NEW] = {.heading = SV("Åbnet"), .format = FORMAT_COUNT},
        [WAY_CLOSED] = {.heading = SV("Lukket"), .format = FORMAT_COUNT},
        [WAY_OPEN] = {.heading = SV("Ved årets udgang"), .format = FORMAT_COUNT},
        [WAY_THREE_LINES] = {.heading = SV("Heraf med tre bundlinjer"), .format = FORMAT_COUNT},
        [WAY_GOAL] = {.heading = SV("Mål"), .format = FORMAT_COUNT},
    };
    const struct goal_view *goal = enterprise_goal(context);
    const struct years years = series_years(context->figures);
    struct table *table =
        section_add_table(context->document, section, "virksomheder_aar", "Virksomheder pr. år",
                          span_title(context, "Virksomheder og initiativer, åbnet, lukket og i alt"), columns,
                          goal ? WAY_COLUMNS : WAY_GOAL);
    for (size_t i = 0; i < years.count; i++)
        add_way_row(context, table, goal, years.periods[i]);
    if (goal)
        table->columns[WAY_GOAL].note = table_add_note(
            table, sv_format(context->document->arena, "Målet, »%.*s«, gælder ved udgangen af %d.",
                             SV_ARG(goal->goal->name), (int)goal->goal->to_year));
    table->columns[WAY_THREE_LINES].note =
        table_add_note(table, sv_of("De tre bundlinjer er en social, en lokal og en økonomisk."));
    table->source = source_of(context, 1u << TABLE_ENTERPRISES | 1u << TABLE_GOALS);
    add_way_chart(context, section, table, goal);
}

/* ---- Types and marks ---- */

static void add_types(const struct section_context *context, struct section *section)
{
    struct year_table types = add_year_table(
        context, section, "virksomhed_type", "Virksomheder efter type",
        span_title(context, "Virksomheder og initiativer ved årets udgang efter type"), "Type");
    year_table_add_codes(&types, FIGURE_ENTERPRISES_AT_END, CODES_ENTERPRISE_TYPE, BY_CODE);
    year_table_add_total(&types, FIGURE_ENTERPRISES_AT_END);
    types.table->source = source_of(context, 1u << TABLE_ENTERPRISES);
    types.table->empty = sv_of("Der er ingen virksomheder eller initiativer i perioden.");
}

static struct sv generations_note(const struct section_context *context)
{
    const struct strategy *strategy = context->figures->strategy;
    const int year = strategy && strategy->second_generation_from != DAY_NONE
                         ? day_year(strategy->second_generation_from)
                         : 2022;
    return sv_format(context->document->arena,
                     "Første generation var med før %d; anden generation er startet i %d eller senere.", year,
                     year);
}

static void add_marks(const struct section_context *context, struct section *section)
{
    static const char *const generations[] = {"1", "2"};
    struct year_table marks = add_year_table(
        context, section, "virksomhed_kendetegn", "Virksomhedernes kendetegn",
        span_title(context, "Kendetegn ved virksomheder og initiativer ved årets udgang"), "Kendetegn");
    year_table_add_figure(&marks, "Arbejder med tre bundlinjer", FIGURE_ENTERPRISES_THREE_LINES,
                          FORMAT_COUNT);
    year_table_add_figure(&marks, "Registrerede socialøkonomiske virksomheder", FIGURE_ENTERPRISES_REGISTERED,
                          FORMAT_COUNT);
    year_table_add_given(&marks, FIGURE_ENTERPRISES_GENERATION, generations, 2);
    year_table_add_note(&marks, generations_note(context));
    year_table_add_figure(&marks, "Uden for kommunen", FIGURE_ENTERPRISES_OUTSIDE, FORMAT_COUNT);
    year_table_add_figure(&marks, "På vej", FIGURE_ENTERPRISES_COMING, FORMAT_COUNT);
    year_table_add_note(&marks,
                        sv_of("Følger den status, der står i data ved udtrækket, også for tidligere år."));
    marks.table->source = source_of(context, 1u << TABLE_ENTERPRISES);
}

/* ---- Who they are ---- */

static bool is_open(const struct section_context *context, const struct enterprise *enterprise)
{
    const day_number last = context->figures->periods[context->figures->report].last;
    return enterprise->start != DAY_NONE && enterprise->start <= last &&
           (enterprise->end == DAY_NONE || enterprise->end > last);
}

static bool is_opened(const struct section_context *context, const struct enterprise *enterprise)
{
    return period_holds(&context->figures->periods[context->figures->report], enterprise->start);
}

static bool is_closed(const struct section_context *context, const struct enterprise *enterprise)
{
    return period_holds(&context->figures->periods[context->figures->report], enterprise->end);
}

static bool is_coming(const struct section_context *context, const struct enterprise *enterprise)
{
    const uint16_t coming = code_of(&context->data->codes, CODES_ENTERPRISE_STATUS, "paa_vej");
    const day_number last = context->figures->periods[context->figures->report].last;
    return enterprise->status == coming && (enterprise->start == DAY_NONE || enterprise->start > last);
}

static void say_enterprise(struct sentence s, const struct enterprise *enterprise, const char *when,
                           day_number day, struct sv remark)
{
    const struct code_list *types = code_list(&s.context->data->codes, CODES_ENTERPRISE_TYPE);
    say_sv(s, enterprise->name);
    say(s, " (");
    say_sv(s, text_lowered(s.context->document->arena, code_name(types, enterprise->type)));
    if (enterprise->line_of_business.size) {
        say(s, ", ");
        say_sv(s, text_lowered(s.context->document->arena, enterprise->line_of_business));
    }
    say(s, ")");
    if (day != DAY_NONE) {
        say(s, when);
        say_value(s, ratio_whole(day), FORMAT_DATE);
    }
    if (remark.size) {
        say(s, ": ");
        say_sv(s, remark);
    }
}

enum change_kind { OPENED, CLOSED, COMING };

static bool belongs(const struct section_context *context, const struct enterprise *enterprise,
                    enum change_kind kind)
{
    switch (kind) {
    case OPENED:
        return is_opened(context, enterprise);
    case CLOSED:
        return is_closed(context, enterprise);
    case COMING:
        return is_coming(context, enterprise);
    }
    return false;
}

static void add_changes(const struct section_context *context, struct section *section, const char *heading,
                        enum change_kind kind)
{
    struct list *list = NULL;
    for (size_t i = 0; i < row_count(context->data, TABLE_ENTERPRISES); i++) {
        const struct enterprise *enterprise = &enterprises(context->data)[i];
        if (!belongs(context, enterprise, kind))
            continue;
        if (!list) {
            section_add_heading(context->document, section, 3, sv_of(heading));
            list = section_add_list(context->document, section);
        }
        const struct sentence s = {context, list_add_item(context->document, list)};
        say_enterprise(s, enterprise, kind == COMING ? ", ventes at begynde " : ", ",
                       kind == CLOSED ? enterprise->end : enterprise->start,
                       kind == CLOSED ? enterprise->closing_reason : (struct sv){0});
    }
}

/* ---- The list ---- */

enum list_columns { LIST_NAME, LIST_TYPE, LIST_TRADE, LIST_START, LIST_REGISTERED, LIST_LINES, LIST_COLUMNS };

/* Order of Danish letters: æ, ø, å after z, in that order; capitals as small letters. */
static int letter_order(const char *text, size_t *size)
{
    const unsigned char first = (unsigned char)text[0];
    *size = 1;
    if (first != 0xC3)
        return first >= 'A' && first <= 'Z' ? first - 'A' + 'a' : first;
    const unsigned char second = (unsigned char)text[1];
    *size = 2;
    if (second == 0x86 || second == 0xA6)
        return 'z' + 1;
    if (second == 0x98 || second == 0xB8)
        return 'z' + 2;
    if (second == 0x85 || second == 0xA5)
        return 'z' + 3;
    return 256 + second;
}

static int compare_danish(struct sv a, struct sv b)
{
    size_t i = 0, j = 0;
    while (i < a.size && j < b.size) {
        size_t size_a, size_b;
        const int order = letter_order(a.data + i, &size_a) - letter_order(b.data + j, &size_b);
        if (order)
            return order;
        i += size_a;
        j += size_b;
    }
    return (i < a.size) - (j < b.size);
}

static int by_name(const void *a, const void *b)
{
    const struct enterprise *const *x = a;
    const struct enterprise *const *y = b;
    const int order = compare_danish((*x)->name, (*y)->name);
    return order ? order : ((*x)->id > (*y)->id) - ((*x)->id < (*y)->id);
}

/* "social, lokal, økonomisk": the bottom lines that are stated as yes. */
static struct cell bottom_lines(const struct section_context *context, const struct enterprise *enterprise)
{
    struct sv lines[3];
    size_t count = 0;
    if (enterprise->bottom_line_social == YES)
        lines[count++] = sv_of("social");
    if (enterprise->bottom_line_local == YES)
        lines[count++] = sv_of("lokal");
    if (enterprise->bottom_line_economic == YES)
        lines[count++] = sv_of("økonomisk");
    if (!count)
        return cell_of_value(ratio_none(), FORMAT_TEXT);
    return cell_of_text(count == 3 ? sv_of("alle tre") : text_joined(context->document->arena, lines, count));
}

static struct cell day_cell(day_number day)
{
    return cell_of_value(day == DAY_NONE ? ratio_none() : ratio_whole(day), FORMAT_DATE);
}

/* A date after the period's end is not yet known to the report. */
static day_number registered_by(const struct section_context *context, day_number day)
{
    return day != DAY_NONE && day <= context->figures->periods[context->figures->report].last ? day
                                                                                              : DAY_NONE;
}

static void add_list_row(const struct section_context *context, struct table *table,
                         const struct enterprise *enterprise)
{
    const struct code_list *types = code_list(&context->data->codes, CODES_ENTERPRISE_TYPE);
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[LIST_NAME] = cell_of_text(enterprise->name);
    row->cells[LIST_TYPE] = cell_of_text(code_name(types, enterprise->type));
    row->cells[LIST_TRADE] = enterprise->line_of_business.size ? cell_of_text(enterprise->line_of_business)
                                                               : cell_of_value(ratio_none(), FORMAT_TEXT);
    row->cells[LIST_START] = day_cell(enterprise->start);
    row->cells[LIST_REGISTERED] = day_cell(registered_by(context, enterprise->registered));
    row->cells[LIST_LINES] = bottom_lines(context, enterprise);
}

static void add_list(const struct section_context *context, struct section *section)
{
    static const struct table_column columns[LIST_COLUMNS] = {
        [LIST_NAME] = {.heading = SV("Navn")},
        [LIST_TYPE] = {.heading = SV("Type")},
        [LIST_TRADE] = {.heading = SV("Branche")},
        [LIST_START] = {.heading = SV("Begyndt"), .format = FORMAT_DATE},
        [LIST_REGISTERED] = {.heading = SV("Registreret"), .format = FORMAT_DATE},
        [LIST_LINES] = {.heading = SV("Bundlinjer")},
    };
    const size_t rows = row_count(context->data, TABLE_ENTERPRISES);
    const struct enterprise **open = arena_array(context->document->arena, rows, sizeof *open);
    size_t count = 0;
    for (size_t i = 0; i < rows; i++)
        if (is_open(context, &enterprises(context->data)[i]))
            open[count++] = &enterprises(context->data)[i];
    if (count)
        qsort(open, count, sizeof *open, by_name);
    struct table *table = section_add_table(
        context->document, section, "virksomheder", "Virksomhederne",
        titled(context, "Virksomheder og initiativer, der var åbne ved årets udgang"), columns, LIST_COLUMNS);
    for (size_t i = 0; i < count; i++)
        add_list_row(context, table, open[i]);
    if (count)
        table->columns[LIST_REGISTERED].note = table_add_note(
            table, sv_of("Dato for optagelse i registeret over socialøkonomiske virksomheder."));
    table->source = source_of(context, 1u << TABLE_ENTERPRISES);
    table->empty = sv_of("Ingen virksomheder eller initiativer var åbne ved årets udgang.");
}

static void add_lead(const struct section_context *context, struct section *section)
{
    const struct figures *figures = context->figures;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_LEAD);
    say_opening_at_end(s);
    say(s, " var der ");
    say_count(s, figure_key(figures, FIGURE_ENTERPRISES_AT_END), NOUN_ENTERPRISE);
    if (figures_value(figures, figure_key(figures, FIGURE_ENTERPRISES_AT_END)).num != 0) {
        say(s, "; ");
        say_count(s, figure_key(figures, FIGURE_ENTERPRISES_THREE_LINES), NOUN_NONE);
        say(s, " arbejdede med tre bundlinjer, og ");
        say_count(s, figure_key(figures, FIGURE_ENTERPRISES_REGISTERED), NOUN_NONE);
        say(s, " var registreret som socialøkonomisk virksomhed");
    }
    say(s, ".");
}

void section_enterprises(const struct section_context *context, struct section *section)
{
    add_lead(context, section);
    section_add_heading(context->document, section, 2, sv_of("Udviklingen"));
    add_way(context, section);
    add_types(context, section);
    add_marks(context, section);
    section_add_heading(context->document, section, 2, sv_of("Virksomhederne og initiativerne"));
    add_changes(context, section, "Åbnet i året", OPENED);
    add_changes(context, section, "Lukket i året", CLOSED);
    add_changes(context, section, "På vej", COMING);
    add_list(context, section);
}
