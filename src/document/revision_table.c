#include "revision_table.h"

#include "comparison.h"
#include "goal_view.h"
#include "key_figures.h"

/* A key figure in every version, the present one last. */
struct series_of_versions {
    struct figure_key key;
    enum value_format format;
    struct ratio values[REVISION_VERSIONS];
    size_t count;
};

/* The versions that have a column: the newest of the older ones. */
static size_t first_version(const struct correction *correction)
{
    enum { MOST = REVISION_VERSIONS - 1 };
    return correction->older_count > MOST ? correction->older_count - MOST : 0;
}

/* As the file has it: with six decimals. */
static struct ratio as_printed(struct ratio value)
{
    return ratio_has_value(value) ? ratio_decimal(ratio_round(value, DECIMAL_PLACES)) : value;
}

static struct ratio value_in(const struct older_version *version, const struct printed_figure *key,
                             enum value_format format)
{
    const struct printed_figure *row = printed_figures_find(&version->figures, key);
    return row ? value_of_printed(row->value, format) : ratio_none();
}

static struct series_of_versions series_of(const struct section_context *context, struct figure_key key)
{
    const struct correction *correction = context->request->correction;
    const struct printed_figure printed = figure_printed_key(context->figures, key, context->document->arena);
    struct series_of_versions series = {.key = key, .format = figure_key_format(context->figures, key)};
    for (size_t i = first_version(correction); i < correction->older_count; i++)
        series.values[series.count++] = value_in(&correction->older[i], &printed, series.format);
    series.values[series.count++] = as_printed(figures_value(context->figures, key));
    return series;
}

/* How often one version follows another in which the figure has a value too; and the sums of its revisions.
 */
struct revision {
    int64_t pairs;
    struct ratio sum, absolute;
};

static struct revision revision_of(const struct series_of_versions *series)
{
    struct revision revision = {.sum = ratio_whole(0), .absolute = ratio_whole(0)};
    for (size_t i = 1; i < series->count; i++) {
        const struct ratio moved = ratio_subtract(series->values[i], series->values[i - 1]);
        if (!ratio_has_value(moved))
            continue;
        revision.pairs++;
        revision.sum = ratio_add(revision.sum, moved);
        revision.absolute =
            ratio_add(revision.absolute, moved.num < 0 ? ratio_of(-moved.num, moved.den) : moved);
    }
    return revision;
}

static bool is_revised(const struct series_of_versions *series)
{
    return revision_of(series).absolute.num != 0;
}

/* ---- The key figures ---- */

static bool is_shown(const struct section_context *context, struct figure_key key)
{
    const bool whole =
        key.agreement == ALL_AGREEMENTS && key.target_group == ALL_TARGET_GROUPS && key.code == WITHOUT_CODE;
    return key.period == context->figures->report &&
           (key.goal == NO_GOAL
                ? whole && is_key_figure((enum figure_id)key.figure)
                : key.figure == FIGURE_GOAL_VALUE && figure_key_format(context->figures, key) != FORMAT_DATE);
}

/* In the order of the store: the figures of page one, then the goals. */
static size_t all_series(const struct section_context *context, struct series_of_versions **series)
{
    const struct figures *figures = context->figures;
    size_t capacity = 0;
    size_t count = 0;
    *series = NULL;
    for (size_t i = 0; i < figures->count; i++) {
        if (!is_shown(context, figures->rows[i].key))
            continue;
        *series = arena_grow(context->document->arena, *series, count, &capacity, sizeof **series);
        (*series)[count++] = series_of(context, figures->rows[i].key);
    }
    return count;
}

size_t revised_figures(const struct section_context *context)
{
    struct series_of_versions *series;
    const size_t count = all_series(context, &series);
    size_t revised = 0;
    for (size_t i = 0; i < count; i++)
        revised += is_revised(&series[i]);
    return revised;
}

/* ---- The table ---- */

enum { NAME, FIRST_VERSION };

/* Older ones may have been deleted, be left out, or be too many. */
static struct sv title(const struct section_context *context)
{
    const struct correction *correction = context->request->correction;
    const size_t shown = correction->older_count - first_version(correction) + 1;
    return sv_of(shown == context->request->version ? "Nøgletal i alle versioner af rapporten"
                                                    : "Nøgletal i de versioner af rapporten, der kan vises");
}

static struct table *add_table(const struct section_context *context, struct section *section, const char *id,
                               const char *sheet)
{
    const struct correction *correction = context->request->correction;
    struct arena *arena = context->document->arena;
    struct table_column columns[FIRST_VERSION + REVISION_VERSIONS + 2];
    size_t count = 0;
    columns[count++] = (struct table_column){.heading = SV("Nøgletal")};
    for (size_t i = first_version(correction); i < correction->older_count; i++)
        columns[count++] = (struct table_column){
            .heading = sv_format(arena, "Version %u", correction->older[i].number), .format = FORMAT_COUNT};
    columns[count++] = (struct table_column){
        .heading = sv_format(arena, "Version %u", context->request->version), .format = FORMAT_COUNT};
    columns[count++] =
        (struct table_column){.heading = SV("Middelrevision"), .format = FORMAT_CHANGE_DECIMAL};
    columns[count++] =
        (struct table_column){.heading = SV("Gennemsnitlig absolut revision"), .format = FORMAT_DECIMAL};
    return section_add_table(context->document, section, id, sheet, title(context), columns, count);
}

/* Means of whole numbers have decimals. */
static enum value_format mean_format(enum value_format format)
{
    return format == FORMAT_SHARE || format == FORMAT_AMOUNT ? format : FORMAT_DECIMAL;
}

/* How far, not in which direction: without a sign. */
static struct cell in_points(struct ratio share)
{
    return cell_of_value(ratio_divide(share, ratio_of(1, 100)), FORMAT_DECIMAL);
}

static void add_means(struct table_row *row, size_t column, const struct series_of_versions *series)
{
    enum { BASE_WITH_DECIMALS = 100 };
    const struct revision revision = revision_of(series);
    const enum value_format format = mean_format(series->format);
    const struct ratio pairs = revision.pairs ? ratio_whole(revision.pairs) : ratio_none();
    row->cells[column] = cell_of_value(ratio_divide(revision.sum, pairs), change_format(format));
    const struct ratio absolute = ratio_divide(revision.absolute, pairs);
    row->cells[column + 1] = format == FORMAT_SHARE ? in_points(absolute) : cell_of_value(absolute, format);
    row->cells[column].base = BASE_WITH_DECIMALS;
}

static void add_series(const struct section_context *context, struct table *table,
                       const struct series_of_versions *series)
{
    struct arena *arena = context->document->arena;
    struct table_row *row = table_add_row(context->document, table, ROW_BODY);
    row->cells[NAME] = cell_of_text(told_figure_name(context->figures, series->key, arena));
    for (size_t i = 0; i + 1 < series->count; i++)
        row->cells[FIRST_VERSION + i] = cell_of_value(series->values[i], series->format);
    row->cells[FIRST_VERSION + series->count - 1] =
        cell_of_figure(context->figures, series->key, series->format);
    add_means(row, FIRST_VERSION + series->count, series);
}

static struct sv revision_note(const struct section_context *context)
{
    struct buffer text = buffer_in(context->document->arena);
    buffer_add_text(&text, "En revision er det, den senere version viser, minus det, den tidligere viste. "
                           "Middelrevisionen viser, om rettelserne trækker i én retning; den gennemsnitlige "
                           "absolutte revision, hvor meget et tal flytter sig, når det rettes; for andele i "
                           "procentpoint.");
    buffer_add(&text, versions_left_out_text(context->request->correction, context->document->arena));
    return buffer_view(&text);
}

struct table *add_revision_table(const struct section_context *context, struct section *section,
                                 const char *id, const char *sheet, bool only_revised)
{
    struct series_of_versions *series;
    const struct correction *correction = context->request->correction;
    const size_t count =
        correction->older_count || correction->left_out_count ? all_series(context, &series) : 0;
    struct table *table = NULL;
    for (size_t i = 0; i < count; i++) {
        if (only_revised && !is_revised(&series[i]))
            continue;
        if (!table)
            table = add_table(context, section, id, sheet);
        add_series(context, table, &series[i]);
    }
    if (table)
        table->title_note = table_add_note(table, revision_note(context));
    return table;
}
