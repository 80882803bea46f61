#include "outcome_groups.h"

#include "agreement_page.h"
#include "describe_chart.h"
#include "sections.h"

enum group_column { GROUP_NAME, GROUP_POSITIVE, GROUP_OTHER, GROUP_STOPPED, GROUP_ENDED, GROUP_COLUMNS };

static const struct table_column group_columns[GROUP_COLUMNS] = {
    [GROUP_NAME] = {.heading = SV("Aftale")},
    [GROUP_POSITIVE] = {.heading = SV("Positivt udfald"), .format = FORMAT_COUNT},
    [GROUP_OTHER] = {.heading = SV("Andet udfald"), .format = FORMAT_COUNT},
    [GROUP_STOPPED] = {.heading = SV("Stoppet"), .format = FORMAT_COUNT},
    [GROUP_ENDED] = {.heading = SV("Afsluttet"), .format = FORMAT_COUNT},
};

static struct figure_key key_of(const struct evaluation_view *view, enum figure_id id, uint32_t agreement)
{
    struct figure_key key = figure_key(view->context->figures, id);
    key.agreement = agreement;
    return key;
}

/* Which of the groups an outcome belongs to: what is positive is the agreement's to say. */
static enum group_column group_of(const struct evaluation_view *view, uint32_t agreement, struct sv code,
                                  uint16_t outcome)
{
    if (outcome_is_positive(view->context->data, agreement, outcome))
        return GROUP_POSITIVE;
    return sv_is(code, "stoppet") ? GROUP_STOPPED : GROUP_OTHER;
}

static void add_groups(const struct evaluation_view *view, struct table *table, uint32_t agreement)
{
    struct figures *figures = view->context->figures;
    const struct code_list *codes = code_list(&view->context->data->codes, CODES_OUTCOME);
    struct table_row *row = table_add_row(view->context->document, table, ROW_BODY);
    row->cells[GROUP_NAME] = cell_of_text(agreement_label(view->context, agreement));
    for (uint16_t i = GROUP_POSITIVE; i <= GROUP_STOPPED; i++)
        row->cells[i] = cell_of_value(ratio_whole(0), FORMAT_COUNT);
    for (uint16_t i = 0; i < codes->count; i++) {
        const struct sv code = codes->codes[i].code;
        const struct figure_key key = key_of(view, FIGURE_COURSES_OUTCOME_SO_FAR, agreement);
        const struct cell counted =
            cell_of_figure(figures, figure_key_code(figures, key, code), FORMAT_COUNT);
        struct cell *cell = &row->cells[group_of(view, agreement, code, i)];
        cell->value = ratio_add(cell->value, counted.value);
    }
    row->cells[GROUP_ENDED] =
        cell_of_figure(figures, key_of(view, FIGURE_COURSES_ENDED_SO_FAR, agreement), FORMAT_COUNT);
    row->cells[GROUP_ENDED].derivation =
        (struct derivation){DERIVED_SUM_COLUMNS, GROUP_POSITIVE, GROUP_STOPPED};
}

static void add_chart(const struct evaluation_view *view, struct section *section, const struct table *table)
{
    struct chart *chart =
        section_add_chart(view->context->document, section, "udfaldsgrupper_figur",
                          sv_of("Hvordan aftalernes forløb er endt"), CHART_STACKED_SHARES, table);
    chart->axis = sv_of("Andel af de afsluttede forløb");
    chart->total_column = GROUP_ENDED;
    chart->empty = sv_of("ingen afsluttede forløb");
    for (uint16_t i = GROUP_POSITIVE; i <= GROUP_STOPPED; i++)
        chart_draw_column(chart, i, SERIES_PLAIN);
    chart->alt = chart_description(view->context->document->arena, chart);
}

void add_outcome_groups(const struct evaluation_view *view, struct section *section)
{
    struct table *table = section_add_table(
        view->context->document, section, "udfaldsgrupper", "Udfald i grupper, aftalerne",
        sv_of("Udfald af alle aftalernes forløb i tre grupper"), group_columns, GROUP_COLUMNS);
    for (uint32_t i = 0; i < row_count(view->context->data, TABLE_AGREEMENTS); i++)
        if (evaluation_covers(view, i))
            add_groups(view, table, i);
    table->columns[GROUP_POSITIVE].note =
        table_add_note(table, sv_of("Efter aftalens egen definition; se tabellen over aftalens udfald."));
    table->source = source_of(view->context, 1u << TABLE_COURSES | 1u << TABLE_AGREEMENTS);
    if (column_has_numbers(table, GROUP_ENDED))
        add_chart(view, section, table);
}
