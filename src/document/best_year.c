#include "best_year.h"

enum { YEARS_COMPARED = 24, YEARS_NEEDED = 3 };

struct year_values {
    enum figure_id figure;
    int years[YEARS_COMPARED];
    struct ratio values[YEARS_COMPARED];
    size_t count;
};

/* Years before the first with a count are before the data begin, or before the effort did. */
static void add_year(struct year_values *values, int year, struct ratio value)
{
    if (!ratio_has_value(value) || (values->count == 0 && value.num == 0) || values->count == YEARS_COMPARED)
        return;
    values->years[values->count] = year;
    values->values[values->count++] = value;
}

/* goal NULL: the figure itself. */
static struct year_values values_of(const struct section_context *context, enum figure_id id,
                                    const struct goal_view *goal)
{
    const struct figures *figures = context->figures;
    struct year_values values = {.figure = id};
    for (uint16_t i = 0; i < figures->period_count; i++) {
        const struct period *period = &figures->periods[i];
        if (period->half || period->year > figures->periods[figures->report].year)
            continue;
        add_year(&values, period->year,
                 goal ? goal_figure_in(context, goal, i)
                      : figures_value(figures, figure_key_in(figures, id, i)));
    }
    return values;
}

static bool year_is_whole(const struct figures *figures)
{
    return !figures->preliminary && figures->periods[figures->report].half != 1;
}

static struct ratio extreme(const struct year_values *values, int sign)
{
    struct ratio found = values->values[0];
    for (size_t i = 1; i < values->count; i++)
        if (ratio_compare(values->values[i], found) * sign > 0)
            found = values->values[i];
    return found;
}

static bool is_amount(const struct year_values *values)
{
    return figure_kind(values->figure)->unit == UNIT_AMOUNT;
}

/* "37", "ingen", "1,2 mio. kr." */
static void say_value_of_year(struct sentence s, const struct year_values *values, struct ratio value)
{
    if (is_amount(values) && value.num != 0)
        say_value(s, value, FORMAT_AMOUNT);
    else
        say_number(s, value, NOUN_NONE);
}

/* "37 i 2023", "ingen i 2021 og 2022" */
static void say_years_with(struct sentence s, const struct year_values *values, struct ratio value)
{
    struct arena *arena = s.context->document->arena;
    struct sv years[YEARS_COMPARED];
    size_t count = 0;
    for (size_t i = 0; i < values->count; i++)
        if (ratio_compare(values->values[i], value) == 0)
            years[count++] = sv_format(arena, "%d", values->years[i]);
    say_value_of_year(s, values, value);
    say(s, " i ");
    say_sv(s, text_joined(arena, years, count));
}

static bool is_only_last(const struct year_values *values, struct ratio value)
{
    for (size_t i = 0; i + 1 < values->count; i++)
        if (ratio_compare(values->values[i], value) == 0)
            return false;
    return ratio_compare(values->values[values->count - 1], value) == 0;
}

static void say_extremes(struct sentence s, const struct year_values *values)
{
    const struct ratio best = extreme(values, 1);
    const struct ratio worst = extreme(values, -1);
    const struct sv span =
        sv_format(s.context->document->arena, "%d–%d", values->years[0], values->years[values->count - 1]);
    const bool is_best = is_only_last(values, best);
    const char *const what = is_amount(values) ? "beløb" : "antal";
    if (is_best || is_only_last(values, worst)) {
        say(s, is_best ? " Det er det højeste " : " Det er det laveste ");
        say(s, what);
        say(s, " i årene ");
        say_sv(s, span);
        say(s, is_best ? "; det laveste var " : "; det højeste var ");
        say_years_with(s, values, is_best ? worst : best);
    } else {
        say(s, " I årene ");
        say_sv(s, span);
        say(s, " var det højeste ");
        say(s, what);
        say(s, " ");
        say_years_with(s, values, best);
        say(s, " og det laveste ");
        say_years_with(s, values, worst);
    }
    say(s, ".");
}

static void say_best_year(struct sentence s, const struct year_values *values)
{
    if (!year_is_whole(s.context->figures) || values->count < YEARS_NEEDED ||
        ratio_compare(extreme(values, 1), extreme(values, -1)) == 0)
        return;
    say_extremes(s, values);
}

/* The sentence before it speaks of the report's own period, which is no year in a half-yearly report. */
void say_best_year_of_figure(struct sentence s, enum figure_id id)
{
    if (s.context->figures->periods[s.context->figures->report].half)
        return;
    const struct year_values values = values_of(s.context, id, NULL);
    say_best_year(s, &values);
}

void say_best_year_of_goal(struct sentence s, const struct goal_view *goal)
{
    const struct year_values values = values_of(s.context, goal->figure, goal);
    say_best_year(s, &values);
}
