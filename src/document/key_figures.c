#include "key_figures.h"

#include "goal_view.h"
#include "period_words.h"
#include "sections.h"
#include "series.h"

static const unsigned all_sources = 1u << TABLE_COURSES | 1u << TABLE_JOBS | 1u << TABLE_FOLLOW_UPS |
                                    1u << TABLE_AGREEMENTS | 1u << TABLE_ENTERPRISES;

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

/* The period before stands in the heading also where it was not counted. */
static struct sv label_before(const struct section_context *context)
{
    const struct figures *figures = context->figures;
    const struct period before = period_of(report_year(context) - 1, figures->periods[figures->report].half);
    return period_title(context->document->arena, &before);
}

void add_key_figures(const struct section_context *context, struct section *section, const char *id,
                     const char *sheet)
{
    const struct table_column columns[CARD_COLUMNS] = {
        [CARD_NAME] = {.heading = SV("Nøgletal")},
        [CARD_NOW] = {.heading = period_label(context->figures, context->figures->report),
                      .format = FORMAT_COUNT},
        [CARD_BEFORE] = {.heading = label_before(context), .format = FORMAT_COUNT},
        [CARD_CHANGE] = {.heading = SV("Ændring"), .format = FORMAT_CHANGE},
    };
    struct table *table = section_add_table(context->document, section, id, sheet,
                                            table_title(context, "Seks nøgletal"), columns, CARD_COLUMNS);
    table->look = TABLE_CARDS;
    for (size_t i = 0; i < sizeof cards / sizeof *cards; i++)
        add_card(context, table, &cards[i]);
    if (!context->figures->preliminary)
        table->columns[CARD_CHANGE].note =
            table_add_note(table, sv_of("Ændringerne er regnet på de tal, der endnu ikke er afrundet."));
    table->source = source_of(context, all_sources);
}
