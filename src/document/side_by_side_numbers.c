#include "side_by_side_numbers.h"

#include "text_da.h"

#include <stdlib.h>

enum { PER_INHABITANTS = 10000, FEW = 20 };

static const struct measure yearly[] = {
    {"job", "Job", "Nye job pr. 10.000 indbyggere", FIGURE_JOBS_NEW, FIGURES, "Nye job", "Indbyggere",
     "Job pr. 10.000 indbyggere", "Flest nye job pr. 10.000 indbyggere har ", NULL},
    {"effekt", "Effekt", "Effekt af afsluttede forløb", FIGURE_COURSES_POSITIVE, FIGURE_COURSES_ENDED,
     "Positive udfald", "Afsluttede forløb", "Effekt", "Størst effekt har ",
     "Blandt kommuner med mindst 20 afsluttede forløb er effekten størst i "},
    {"virksomheder", "Virksomheder", "Virksomheder og initiativer pr. 10.000 indbyggere",
     FIGURE_ENTERPRISES_AT_END, FIGURES, "Virksomheder og initiativer", "Indbyggere",
     "Virksomheder pr. 10.000 indbyggere", "Flest virksomheder og initiativer pr. 10.000 indbyggere har ",
     NULL},
};

static const struct measure of_evaluation[] = {
    {"effekt", "Effekt i alt", "Effekt i alt til og med skæringsdagen", FIGURE_COURSES_POSITIVE_SO_FAR,
     FIGURE_COURSES_ENDED_SO_FAR, "Positive udfald i alt", "Afsluttede forløb i alt", "Effekt i alt",
     "Størst effekt i alt har ",
     "Blandt kommuner med mindst 20 afsluttede forløb er effekten i alt størst i "},
};

const struct measure *measures_of(enum report_kind kind, size_t *count)
{
    const bool evaluation = kind == REPORT_EVALUATION;
    *count = evaluation ? sizeof of_evaluation / sizeof *of_evaluation : sizeof yearly / sizeof *yearly;
    return evaluation ? of_evaluation : yearly;
}

static bool has_namesake(const struct comparison_view *view, const struct municipality_result *result)
{
    size_t alike = 0;
    for (size_t i = 0; i < view->request->count; i++)
        alike += sv_equal(view->request->results[i].name, result->name);
    return alike > 1;
}

/* "Slagelse Kommune"; with its folder when another bears the same name. */
struct sv municipality_name(const struct comparison_view *view, const struct municipality_result *result)
{
    struct arena *arena = view->document->arena;
    if (!result->name.size)
        return result->folder;
    const struct sv title = municipality_title(arena, result->name);
    if (!has_namesake(view, result))
        return title;
    return sv_format(arena, "%.*s (%.*s)", SV_ARG(title), SV_ARG(result->folder));
}

/* What the municipality's report printed for all agreements and groups, with that code. */
struct ratio municipality_printed(const struct comparison_view *view,
                                  const struct municipality_result *result, enum figure_id figure,
                                  struct sv code)
{
    const struct printed_figure key = {
        .name = sv_of(figure_kind(figure)->key),
        .period = period_name(&view->request->period),
        .code = code,
    };
    const struct printed_figure *row = printed_figures_find(result->figures, &key);
    decimal value = DECIMAL_NONE;
    if (!row || !row->value.size)
        return ratio_none();
    decimal_parse(row->value, &value);
    if (value == DECIMAL_NONE)
        return ratio_none();
    return value % DECIMAL_ONE ? ratio_decimal(value) : ratio_whole(value / DECIMAL_ONE);
}

/* The sum of what is printed for each agreement, of a figure that has no row for all of them. */
static struct ratio sum_of_agreements(const struct comparison_view *view,
                                      const struct municipality_result *result, enum figure_id figure)
{
    const struct sv name = sv_of(figure_kind(figure)->key);
    const struct sv period = period_name(&view->request->period);
    struct ratio sum = ratio_none();
    for (size_t i = 0; i < result->figures->count; i++) {
        const struct printed_figure *row = &result->figures->rows[i];
        decimal value;
        if (sv_equal(row->name, name) && sv_equal(row->period, period) && !row->target_group.size &&
            !row->code.size && decimal_parse(row->value, &value) == DECIMAL_OK)
            sum = ratio_add(ratio_has_value(sum) ? sum : ratio_whole(0), ratio_whole(value / DECIMAL_ONE));
    }
    return sum;
}

static struct ratio printed_count(const struct comparison_view *view,
                                  const struct municipality_result *result, enum figure_id figure)
{
    if (figure == FIGURE_COURSES_POSITIVE_SO_FAR || figure == FIGURE_COURSES_ENDED_SO_FAR)
        return sum_of_agreements(view, result, figure);
    return municipality_printed(view, result, figure, (struct sv){0});
}

bool measure_is_share(const struct measure *measure)
{
    return measure->whole != FIGURES;
}

struct ratio municipality_inhabitants(const struct municipality_result *result)
{
    return result->inhabitants == WHOLE_NONE ? ratio_none() : ratio_whole(result->inhabitants);
}

struct ratio measure_value(const struct measure *measure, struct ratio part, struct ratio whole)
{
    const struct ratio quotient = ratio_divide(part, whole);
    if (measure_is_share(measure) || !ratio_has_value(quotient))
        return quotient;
    return ratio_of(PER_INHABITANTS * quotient.num, quotient.den);
}

struct municipality_numbers municipality_standing(const struct comparison_view *view,
                                                  const struct measure *measure,
                                                  const struct municipality_result *result)
{
    struct municipality_numbers standing = {
        .result = result,
        .name = municipality_name(view, result),
        .part = printed_count(view, result, measure->part),
        .whole = measure_is_share(measure) ? printed_count(view, result, measure->whole)
                                           : municipality_inhabitants(result),
    };
    standing.value = measure_value(measure, standing.part, standing.whole);
    return standing;
}

static int by_value_then_name(const void *a, const void *b)
{
    const struct municipality_numbers *left = a;
    const struct municipality_numbers *right = b;
    const bool left_known = ratio_has_value(left->value);
    const bool right_known = ratio_has_value(right->value);
    if (left_known != right_known)
        return left_known ? -1 : 1;
    const int order = left_known ? ratio_compare(right->value, left->value) : 0;
    return order ? order : danish_order(left->name, right->name);
}

/* Every municipality's standing, the highest first, those without one last. */
struct municipality_numbers *municipalities_ranked(const struct comparison_view *view,
                                                   const struct measure *measure)
{
    struct municipality_numbers *standings =
        arena_array(view->document->arena, view->shown_count, sizeof *standings);
    for (size_t i = 0; i < view->shown_count; i++)
        standings[i] = municipality_standing(view, measure, &view->shown[i]);
    if (view->shown_count)
        qsort(standings, view->shown_count, sizeof *standings, by_value_then_name);
    return standings;
}

bool standing_is_of_few(const struct measure *measure, const struct municipality_numbers *standing)
{
    return measure_is_share(measure) && ratio_has_value(standing->whole) && standing->whole.num < FEW;
}
