#include "period_words.h"

#include "text_da.h"

static const char *const halves[] = {"", "første halvår ", "andet halvår "};

struct sv period_title(struct arena *arena, const struct period *period)
{
    if (period->half)
        return sv_format(arena, "%d. halvår %d", period->half, period->year);
    return sv_format(arena, "%d", period->year);
}

struct sv period_phrase(struct arena *arena, const struct period *period)
{
    return sv_format(arena, "%s%d", halves[period->half], period->year);
}

/* A period that is cut short ends before its calendar does; one that has not begun, before its first day. */
bool period_is_cut(const struct figures *figures, uint16_t period)
{
    const struct period *counted = &figures->periods[period];
    const day_number last = period_of(counted->year, counted->half).last;
    return figures->preliminary && (counted->last < last || figures->judged_at < last);
}

bool period_has_not_begun(const struct figures *figures, uint16_t period)
{
    return figures->preliminary && figures->judged_at < figures->periods[period].first;
}

struct sv period_span(const struct section_context *context, uint16_t period)
{
    const struct figures *figures = context->figures;
    const struct period *counted = &figures->periods[period];
    struct buffer buffer = buffer_in(context->document->arena);
    if (!period_is_cut(figures, period) || period_has_not_begun(figures, period))
        return period_title(context->document->arena, counted);
    buffer_format(&buffer, "1.\u00A0%s til ", danish_month(counted->half == 2 ? 7 : 1));
    danish_date(&buffer, figures->judged_at);
    return buffer_view(&buffer);
}

struct sv day_in_report(const struct section_context *context, day_number day)
{
    const struct figures *figures = context->figures;
    struct buffer buffer = buffer_in(context->document->arena);
    const struct calendar_date date = day_to_date(day);
    if (date.year == figures->periods[figures->report].year)
        buffer_format(&buffer, "%d.\u00A0%s", date.day, danish_month(date.month));
    else
        danish_date(&buffer, day);
    return buffer_view(&buffer);
}

struct sv period_during(const struct section_context *context, uint16_t period)
{
    const struct figures *figures = context->figures;
    struct arena *arena = context->document->arena;
    const struct sv phrase = period_phrase(arena, &figures->periods[period]);
    if (!period_is_cut(figures, period) || period_has_not_begun(figures, period))
        return sv_format(arena, "i %.*s", SV_ARG(phrase));
    return sv_format(arena, "i %.*s til og med %.*s", SV_ARG(phrase),
                     SV_ARG(day_in_report(context, figures->judged_at)));
}

struct sv period_at_end(const struct section_context *context, uint16_t period)
{
    const struct figures *figures = context->figures;
    const int half = figures->periods[period].half;
    struct buffer buffer = buffer_in(context->document->arena);
    if (period_has_not_begun(figures, period))
        return sv_of(half ? "ved halvårets begyndelse" : "ved årets begyndelse");
    if (!period_is_cut(figures, period))
        return sv_of(half == 1 ? "ved halvårets udgang" : "ved årets udgang");
    buffer_add_text(&buffer, "pr. ");
    danish_date(&buffer, figures->judged_at);
    return buffer_view(&buffer);
}

struct sv period_compared(struct arena *arena, const struct period *period, enum said_when when)
{
    static const char *const prepositions[] = {[SAID_DURING] = "i", [SAID_AT_END] = "ved udgangen af"};
    const bool ends_the_year = when == SAID_AT_END && period->half == 2;
    const struct period year = period_of(period->year, 0);
    const struct sv phrase = period_phrase(arena, ends_the_year ? &year : period);
    return sv_format(arena, "%s %.*s", prepositions[when], SV_ARG(phrase));
}

const char *report_period_noun(const struct section_context *context)
{
    return context->figures->periods[context->figures->report].half ? "halvåret" : "året";
}

uint16_t period_index(const struct figures *figures, int year, int half)
{
    for (size_t i = 0; i < figures->period_count; i++)
        if (figures->periods[i].year == year && figures->periods[i].half == half)
            return (uint16_t)i;
    return UINT16_MAX;
}
