/*
 * What the municipalities state besides the answers: their social enterprises, and their places in clusters.
 */
#include "sections.h"
#include "sentence.h"
#include "survey_view.h"

static const struct {
    enum figure_id figure;
    const char *heading;
    const char *column; /* of kommuner.csv */
} STATED[] = {
    {FIGURE_MUNICIPAL_ENTERPRISES, "Virksomheder i alt", "virksomheder"},
    {FIGURE_MUNICIPAL_REGISTERED, "Heraf registrerede", "registrerede"},
    {FIGURE_MUNICIPAL_ESTABLISHED, "Nye i perioden", "nye"},
    {FIGURE_MUNICIPAL_COMING, "På vej", "paa_vej"},
};
enum { STATED_COLUMNS = sizeof STATED / sizeof *STATED };

/* A number that is not stated is no 0. */
static struct cell stated_cell(const struct survey_view *view, enum figure_id figure, struct sv code)
{
    const struct figures *figures = view->context->figures;
    const struct figure_key key = survey_plain_key(view, figure, code);
    return figures_find(figures, key) ? cell_of_figure(figures, key, FORMAT_COUNT)
                                      : cell_of_value(ratio_none(), FORMAT_COUNT);
}

static void add_municipality(const struct survey_view *view, struct table *table, uint32_t municipality)
{
    const struct sv name = survey_municipality_name(view, municipality);
    struct table_row *row = table_add_row(view->context->document, table, ROW_BODY);
    row->cells[0] = cell_of_text(name);
    for (size_t i = 0; i < STATED_COLUMNS; i++)
        row->cells[1 + i] = stated_cell(view, STATED[i].figure, name);
}

static void add_stated_total(const struct survey_view *view, struct table *table)
{
    struct table_row *row = table_add_row(view->context->document, table, ROW_TOTAL);
    row->cells[0] = cell_of_text(sv_of("I alt"));
    for (size_t i = 0; i < STATED_COLUMNS; i++) {
        row->cells[1 + i] = stated_cell(view, STATED[i].figure, (struct sv){0});
        if (ratio_has_value(row->cells[1 + i].value))
            row->cells[1 + i].derivation.kind = DERIVED_SUM_ABOVE;
    }
}

static int64_t stated_by(const struct survey_view *view, size_t column)
{
    return figures_value(view->context->figures,
                         survey_plain_key(view, FIGURE_MUNICIPAL_STATED, sv_of(STATED[column].column)))
        .num;
}

/* "2 af 17 oplyst" */
static void add_stated_counts(const struct survey_view *view, struct table *table)
{
    struct document *document = view->context->document;
    struct table_row *row = table_add_row(document, table, ROW_TOTAL);
    row->cells[0] = cell_of_text(sv_of("Oplyst"));
    for (size_t i = 0; i < STATED_COLUMNS; i++)
        row->cells[1 + i] = cell_of_text(sv_format(document->arena, "%lld af %zu oplyst",
                                                   (long long)stated_by(view, i), view->survey.all_count));
}

static void add_enterprises(const struct survey_view *view, struct section *section)
{
    struct table_column columns[1 + STATED_COLUMNS] = {{.heading = SV("Kommune")}};
    for (size_t i = 0; i < STATED_COLUMNS; i++)
        columns[1 + i] = (struct table_column){.heading = sv_of(STATED[i].heading), .format = FORMAT_COUNT};
    struct table *table =
        section_add_table(view->context->document, section, "kommuner", "Virksomheder",
                          sv_of("Socialøkonomiske virksomheder i kommunerne"), columns, 1 + STATED_COLUMNS);
    for (size_t i = 0; i < view->survey.all_count; i++)
        add_municipality(view, table, view->survey.all[i]);
    if (table->row_count) {
        add_stated_total(view, table);
        add_stated_counts(view, table);
    }
    table->title_note = table_add_note(table, sv_of("–: Kommunen oplyser det ikke."));
    table->empty = sv_of("Der er ingen kommuner i datamappen.");
    table->source = source_of(view->context, 1u << TABLE_MUNICIPALITIES);
}

/* ---- Clusters ---- */

static struct sv names_in_cluster(const struct survey_view *view, uint32_t cluster)
{
    const struct data_set *data = view->context->data;
    struct buffer names = buffer_in(view->context->document->arena);
    for (size_t i = 0; i < row_count(data, TABLE_MUNICIPALITIES); i++) {
        const struct municipality *row = &municipalities(data)[i];
        if (row->cluster != cluster)
            continue;
        if (names.size)
            buffer_add_text(&names, ", ");
        buffer_add(&names, survey_municipality_name(view, row->name));
        if (row->places != WHOLE_NONE)
            buffer_format(&names, " (%ld)", (long)row->places);
    }
    return buffer_view(&names);
}

enum cluster_column { CLUSTER_NAME, CLUSTER_WHO, CLUSTER_COUNT, CLUSTER_ROOM, CLUSTER_COLUMNS };

static void add_cluster(const struct survey_view *view, struct table *table, uint32_t cluster)
{
    const struct figures *figures = view->context->figures;
    const struct sv name = names_text(&view->context->data->names[NAMES_CLUSTER], cluster);
    struct table_row *row = table_add_row(view->context->document, table, ROW_BODY);
    row->cells[CLUSTER_NAME] = cell_of_text(name);
    row->cells[CLUSTER_WHO] = cell_of_text(names_in_cluster(view, cluster));
    row->cells[CLUSTER_COUNT] =
        cell_of_figure(figures, survey_plain_key(view, FIGURE_CLUSTER_MUNICIPALITIES, name), FORMAT_COUNT);
    row->cells[CLUSTER_ROOM] =
        cell_of_figure(figures, survey_plain_key(view, FIGURE_CLUSTER_PLACES, name), FORMAT_COUNT);
}

static bool has_places_outside(const struct survey_view *view)
{
    const struct data_set *data = view->context->data;
    for (size_t i = 0; i < row_count(data, TABLE_MUNICIPALITIES); i++)
        if (municipalities(data)[i].cluster == SYMBOL_NONE && municipalities(data)[i].places != WHOLE_NONE)
            return true;
    return false;
}

static void add_clusters(const struct survey_view *view, struct section *section)
{
    static const struct table_column columns[CLUSTER_COLUMNS] = {
        [CLUSTER_NAME] = {.heading = SV("Klynge")},
        [CLUSTER_WHO] = {.heading = SV("Kommuner og deres pladser")},
        [CLUSTER_COUNT] = {.heading = SV("Kommuner"), .format = FORMAT_COUNT},
        [CLUSTER_ROOM] = {.heading = SV("Pladser"), .format = FORMAT_COUNT},
    };
    struct table *table = section_add_table(view->context->document, section, "klynger", "Klynger",
                                            sv_of("Pladser i klyngerne"), columns, CLUSTER_COLUMNS);
    for (size_t i = 0; i < view->survey.cluster_count; i++)
        add_cluster(view, table, view->survey.clusters[i]);
    struct table_row *total = table_add_row(view->context->document, table, ROW_TOTAL);
    total->cells[CLUSTER_NAME] = cell_of_text(sv_of("I alt"));
    total->cells[CLUSTER_ROOM] = cell_of_figure(
        view->context->figures, survey_plain_key(view, FIGURE_CLUSTER_PLACES, (struct sv){0}), FORMAT_COUNT);
    if (has_places_outside(view))
        total->note = table_add_note(table, sv_of("Også pladser i kommuner, der ikke er i en klynge."));
    else
        total->cells[CLUSTER_ROOM].derivation.kind = DERIVED_SUM_ABOVE;
    table->columns[CLUSTER_COUNT].note =
        table_add_note(table, sv_of("En kommune i to klynger står i begge og er ikke lagt sammen i bunden."));
    table->source = source_of(view->context, 1u << TABLE_MUNICIPALITIES);
}

void section_survey_enterprises(const struct section_context *context, struct section *section)
{
    const struct survey_view view = survey_view(context);
    add_enterprises(&view, section);
    if (view.survey.cluster_count)
        add_clusters(&view, section);
}
