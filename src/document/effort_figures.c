#include "effort_figures.h"

#include "period_words.h"

void say_count_change(struct sentence s, struct figure_key key, enum said_when when)
{
    say_change(s, value_of(s, key), before(s, key), when);
}

void say_amount_change(struct sentence s, struct figure_key key)
{
    const struct figures *figures = s.context->figures;
    const struct ratio change = ratio_subtract(value_of(s, key), before(s, key));
    if (!ratio_has_value(change) || is_zero(before(s, key)))
        return;
    say(s, ", ");
    if (is_zero(change)) {
        say(s, "lige så meget som ");
    } else {
        say_value(s, change.num < 0 ? ratio_subtract(ratio_whole(0), change) : change, FORMAT_AMOUNT);
        say(s, change.num < 0 ? " mindre end " : " mere end ");
    }
    say_sv(s, period_compared(s.context->document->arena, &figures->periods[figures->previous], SAID_DURING));
}

void say_stop(struct sentence s)
{
    const struct cell *last = &s.paragraph->spans[s.paragraph->span_count - 1];
    if (last->kind == CELL_TEXT || last->format != FORMAT_AMOUNT)
        say(s, ".");
}
