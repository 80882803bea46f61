#include "goals_table.h"

#include "sections.h"
#include "sentence.h"

static const unsigned all_sources = 1u << TABLE_COURSES | 1u << TABLE_JOBS | 1u << TABLE_FOLLOW_UPS |
                                    1u << TABLE_AGREEMENTS | 1u << TABLE_ENTERPRISES;

enum goal_column {
    GOAL_NAME,
    GOAL_RESULT,
    GOAL_AIM,
    GOAL_SHARE,
    GOAL_STANDING,
    GOAL_DAY,
    GOAL_OUTLOOK,
    GOAL_COLUMNS
};

static struct cell goal_cell(const struct section_context *context, const struct goal_view *goal,
                             enum figure_id id, enum value_format format)
{
    return cell_of_figure(context->figures, goal_key(context, goal, id), format);
}

/* "Årsnormen tæller fleksjob, deltidsjob og småjob.": which codes a goal's result is made of. */
static struct sv codes_note(const struct section_context *context, const struct goal_view *goal)
{
    const struct figure_kind *kind = figure_kind(goal->figure);
    const struct code_list *list = code_list(&context->data->codes, kind->list);
    struct sv names[CODE_LIST_LONGEST];
    size_t count = 0;
    for (uint16_t i = 0; i < list->count && count < CODE_LIST_LONGEST; i++)
        if (goal_counts_code(context, goal, i))
            names[count++] = text_lowered(context->document->arena, code_name(list, i));
    return sv_format(context->document->arena, "Her tæller %.*s med.",
                     SV_ARG(text_joined(context->document->arena, names, count)));
}

static bool has_codes_to_explain(const struct goal_view *goal)
{
    return goal->figure != FIGURES && goal->goal->categories.size &&
           figure_kind(goal->figure)->code_kind == FIGURE_BY_LIST &&
           sv_find(goal->goal->categories, '|') != SIZE_MAX;
}

/* The forecast stands only while the year is not over. */
static size_t goal_columns(const struct section_context *context)
{
    return context->figures->preliminary ? GOAL_COLUMNS : GOAL_OUTLOOK;
}

static void add_goal_row(const struct section_context *context, struct table *table,
                         const struct goal_view *goal)
{
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[GOAL_NAME] = cell_of_text(goal->goal->name);
    row->cells[GOAL_RESULT] = goal_cell(context, goal, FIGURE_GOAL_VALUE, goal->format);
    row->cells[GOAL_AIM] = goal_target_cell(context, goal);
    row->cells[GOAL_SHARE] = goal_cell(context, goal, FIGURE_GOAL_FULFILMENT, FORMAT_SHARE);
    if (row->cells[GOAL_AIM].kind == CELL_VALUE && ratio_has_value(row->cells[GOAL_SHARE].value))
        row->cells[GOAL_SHARE].derivation =
            (struct derivation){.kind = DERIVED_QUOTIENT, .a = GOAL_RESULT, .b = GOAL_AIM};
    row->cells[GOAL_STANDING] = goal_cell(context, goal, FIGURE_GOAL_STATUS, FORMAT_STATUS);
    row->cells[GOAL_DAY] = goal_cell(context, goal, FIGURE_GOAL_DATE, FORMAT_DATE);
    if (context->figures->preliminary)
        row->cells[GOAL_OUTLOOK] = goal_cell(context, goal, FIGURE_GOAL_FORECAST, goal->format);
    if (has_codes_to_explain(goal))
        row->note = table_add_note(table, codes_note(context, goal));
}

void add_goals_table(const struct section_context *context, struct section *section,
                     const struct goal_view *goals, size_t count)
{
    static const struct table_column columns[GOAL_COLUMNS] = {
        [GOAL_NAME] = {.heading = SV("Mål")},
        [GOAL_RESULT] = {.heading = SV("Resultat"), .format = FORMAT_COUNT},
        [GOAL_AIM] = {.heading = SV("Måltal"), .format = FORMAT_COUNT},
        [GOAL_SHARE] = {.heading = SV("Opfyldelse"), .format = FORMAT_SHARE, .look = COLUMN_BAR},
        [GOAL_STANDING] = {.heading = SV("Status"), .format = FORMAT_STATUS},
        [GOAL_DAY] = {.heading = SV("Nået den"), .format = FORMAT_DATE},
        [GOAL_OUTLOOK] = {.heading = SV("Prognose for året"), .format = FORMAT_COUNT},
    };
    if (!count)
        return;
    struct table *table =
        section_add_table(context->document, section, "maal", "Mål", table_title(context, "Strategiens mål"),
                          columns, goal_columns(context));
    for (size_t i = 0; i < count; i++)
        add_goal_row(context, table, &goals[i]);
    table->source = source_of(context, all_sources | 1u << TABLE_GOALS);
}

/* ---- How fast it goes ---- */

enum pace_column {
    PACE_NAME,
    PACE_RESULT,
    PACE_AIM,
    PACE_STANDING,
    PACE_SO_FAR,
    PACE_NEEDED,
    PACE_OUTLOOK,
    PACE_COLUMNS
};

static enum value_format pace_format(const struct goal_view *goal)
{
    return goal->format == FORMAT_AMOUNT ? FORMAT_AMOUNT : FORMAT_DECIMAL;
}

static void add_pace_row(const struct section_context *context, struct table *table,
                         const struct goal_view *goal)
{
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[PACE_NAME] = cell_of_text(goal->goal->name);
    row->cells[PACE_RESULT] = goal_cell(context, goal, FIGURE_GOAL_VALUE, goal->format);
    row->cells[PACE_AIM] = goal_target_cell(context, goal);
    row->cells[PACE_STANDING] = goal_cell(context, goal, FIGURE_GOAL_STATUS, FORMAT_STATUS);
    row->cells[PACE_SO_FAR] = cell_of_value(goal_pace(context, goal), pace_format(goal));
    row->cells[PACE_NEEDED] = cell_of_value(goal_pace_needed(context, goal), pace_format(goal));
    row->cells[PACE_OUTLOOK] = goal_cell(context, goal, FIGURE_GOAL_FORECAST, goal->format);
    if (has_codes_to_explain(goal))
        row->note = table_add_note(table, codes_note(context, goal));
}

void add_goals_pace(const struct section_context *context, struct section *section,
                    const struct goal_view *goals, size_t count)
{
    static const struct table_column columns[PACE_COLUMNS] = {
        [PACE_NAME] = {.heading = SV("Mål")},
        [PACE_RESULT] = {.heading = SV("Resultat"), .format = FORMAT_COUNT},
        [PACE_AIM] = {.heading = SV("Måltal"), .format = FORMAT_COUNT},
        [PACE_STANDING] = {.heading = SV("Status"), .format = FORMAT_STATUS},
        [PACE_SO_FAR] = {.heading = SV("Takt pr. måned"), .format = FORMAT_DECIMAL},
        [PACE_NEEDED] = {.heading = SV("Krav pr. måned"), .format = FORMAT_DECIMAL},
        [PACE_OUTLOOK] = {.heading = SV("Prognose for året"), .format = FORMAT_COUNT},
    };
    if (!count)
        return;
    struct table *table = section_add_table(context->document, section, "maal", "Mål",
                                            table_title(context, "Strategiens mål"), columns, PACE_COLUMNS);
    for (size_t i = 0; i < count; i++)
        add_pace_row(context, table, &goals[i]);
    table->source = source_of(context, all_sources | 1u << TABLE_GOALS);
}
