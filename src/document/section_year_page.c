/*
 * The year on one page: goals, what they say, and six key figures beside last year's.
 */
#include "sections.h"
#include "series.h"
#include "status_sentences.h"

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

static const unsigned all_sources = 1u << TABLE_COURSES | 1u << TABLE_JOBS | 1u << TABLE_FOLLOW_UPS |
                                    1u << TABLE_AGREEMENTS | 1u << TABLE_ENTERPRISES;

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

static void add_goals(const struct section_context *context, struct section *section,
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

/* ---- Key figures ---- */

enum card_columns { CARD_NAME, CARD_NOW, CARD_BEFORE, CARD_CHANGE, CARD_COLUMNS };

struct card {
    const char *name;
    enum figure_id figure;
    enum figure_id base; /* of a share; FIGURES for a count or a small base */
};

static const struct card cards[] = {
    {"Nye job, alle typer", FIGURE_JOBS_NEW, FIGURES},
    {"Borgere i forløb", FIGURE_COURSES_PERSONS, FIGURES},
    {"Afsluttede forløb", FIGURE_COURSES_ENDED, FIGURES},
    {"Effekt af afsluttede forløb", FIGURE_COURSES_EFFECT, FIGURE_COURSES_ENDED},
    {"Fastholdelse efter et halvt til et helt år", FIGURE_COURSES_RETENTION, FIGURES},
    {"Virksomheder og initiativer", FIGURE_ENTERPRISES_AT_END, FIGURES},
};

static struct cell card_cell(const struct section_context *context, const struct card *card, uint16_t period)
{
    struct figures *figures = context->figures;
    if (period == UINT16_MAX)
        return cell_of_value(ratio_none(), figure_format(card->figure));
    const struct figure_key key = figure_key_in(figures, card->figure, period);
    if (card->base != FIGURES)
        return cell_of_share(figures, key, figure_key_in(figures, card->base, period));
    return cell_of_figure(figures, key, figure_format(card->figure));
}

/* What there was, not what happened, is told with its day. */
static struct sv card_name(const struct section_context *context, const struct card *card)
{
    if (card->figure != FIGURE_ENTERPRISES_AT_END)
        return sv_of(card->name);
    return sv_format(context->document->arena, "%s %.*s", card->name, SV_ARG(at_end_text(context)));
}

static void add_card(const struct section_context *context, struct table *table, const struct card *card)
{
    const bool share = figure_kind(card->figure)->unit == UNIT_SHARE;
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[CARD_NAME] = cell_of_text(card_name(context, card));
    row->cells[CARD_NOW] = card_cell(context, card, context->figures->report);
    row->cells[CARD_BEFORE] = card_cell(context, card, context->figures->previous);
    row->cells[CARD_CHANGE] =
        cell_of_value(context->figures->preliminary
                          ? ratio_none()
                          : ratio_subtract(row->cells[CARD_NOW].value, row->cells[CARD_BEFORE].value),
                      share ? FORMAT_POINTS : FORMAT_CHANGE);
    row->cells[CARD_CHANGE].base = row->cells[CARD_NOW].base;
    if (ratio_has_value(row->cells[CARD_CHANGE].value))
        row->cells[CARD_CHANGE].derivation =
            (struct derivation){.kind = DERIVED_DIFFERENCE, .a = CARD_NOW, .b = CARD_BEFORE};
}

static struct sv year_before(const struct section_context *context)
{
    return sv_format(context->document->arena, "%d", report_year(context) - 1);
}

static void add_cards(const struct section_context *context, struct section *section)
{
    const struct table_column columns[CARD_COLUMNS] = {
        [CARD_NAME] = {.heading = SV("Nøgletal")},
        [CARD_NOW] = {.heading = period_label(context->figures, context->figures->report),
                      .format = FORMAT_COUNT},
        [CARD_BEFORE] = {.heading = year_before(context), .format = FORMAT_COUNT},
        [CARD_CHANGE] = {.heading = SV("Ændring"), .format = FORMAT_CHANGE},
    };
    struct table *table = section_add_table(context->document, section, "noegletal", "Nøgletal",
                                            table_title(context, "Seks nøgletal"), columns, CARD_COLUMNS);
    table->look = TABLE_CARDS;
    for (size_t i = 0; i < sizeof cards / sizeof *cards; i++)
        add_card(context, table, &cards[i]);
    if (!context->figures->preliminary)
        table->columns[CARD_CHANGE].note =
            table_add_note(table, sv_of("Ændringerne er regnet på de tal, der endnu ikke er afrundet."));
    table->source = source_of(context, all_sources);
}

static void add_reservation(const struct section_context *context, struct section *section)
{
    if (!context->figures->preliminary)
        return;
    const struct sentence s = sentence_in(context, section, PARAGRAPH_NOTE);
    say(s, "Rapporten er foreløbig: Data er trukket den ");
    say_value(s, ratio_whole(context->data->settings.extract_date), FORMAT_DATE);
    if (!is_part_of_year(context->figures)) {
        say(s, ", før året begyndte.");
        return;
    }
    say(s, ", før året var omme. Alt er talt og bedømt, som om året sluttede den dag, så tallene kan ikke "
           "holdes op mod hele året før.");
}

void section_year_page(const struct section_context *context, struct section *section)
{
    struct goal_view *goals;
    const size_t count = goal_views(context, &goals);
    add_reservation(context, section);
    add_goals(context, section, goals, count);
    section_add_heading(context->document, section, 2, sv_of("Det viser tallene"));
    add_status_sentences(context, section, goals, count);
    section_add_heading(context->document, section, 2, sv_of("Nøgletal"));
    add_cards(context, section);
}
