#include "key_figures.h"

#include "comparison.h"
#include "sections.h"

static const unsigned all_sources = 1u << TABLE_COURSES | 1u << TABLE_JOBS | 1u << TABLE_FOLLOW_UPS |
                                    1u << TABLE_AGREEMENTS | 1u << TABLE_ENTERPRISES;

static const struct compared cards[] = {
    {"Nye job, alle typer", FIGURE_JOBS_NEW, NULL, FIGURES, TABLE_JOBS},
    {"Borgere i forløb", FIGURE_COURSES_PERSONS, NULL, FIGURES, TABLE_COURSES},
    {"Afsluttede forløb", FIGURE_COURSES_ENDED, NULL, FIGURES, TABLE_COURSES},
    {"Effekt af afsluttede forløb", FIGURE_COURSES_EFFECT, NULL, FIGURE_COURSES_ENDED, TABLE_COURSES},
    {"Fastholdelse efter et halvt til et helt år", FIGURE_COURSES_RETENTION, NULL, FIGURES, TABLE_FOLLOW_UPS},
    {"Virksomheder og initiativer", FIGURE_ENTERPRISES_AT_END, NULL, FIGURES, TABLE_ENTERPRISES},
};

/* What there was, not what happened, is told with its day. */
static struct sv card_name(const struct section_context *context, const struct compared *card)
{
    if (card->figure != FIGURE_ENTERPRISES_AT_END)
        return sv_of(card->name);
    return sv_format(context->document->arena, "%s %.*s", card->name, SV_ARG(at_end_text(context)));
}

void add_key_figures(const struct section_context *context, struct section *section, const char *id,
                     const char *sheet, enum table_look look)
{
    struct table *table = comparison_add_table(context, section, id, sheet,
                                               table_title(context, "Seks nøgletal"), COMPARE_YEARS_BACK);
    table->look = look;
    for (size_t i = 0; i < sizeof cards / sizeof *cards; i++)
        comparison_add_row(context, table, card_name(context, &cards[i]), &cards[i]);
    table->source = source_of(context, all_sources);
}

bool is_key_figure(enum figure_id id)
{
    for (size_t i = 0; i < sizeof cards / sizeof *cards; i++)
        if (cards[i].figure == id)
            return true;
    return false;
}
