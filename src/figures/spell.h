/*
 * Where a spell, from a first day to a last day or still going on, stands to a window of time. A spell is
 * still running on its last day within a window, but not at the end of it: someone who ends on 31 December
 * has ended in that year and is not in progress when it is over.
 */
#ifndef AARSRAPPORT_SPELL_H
#define AARSRAPPORT_SPELL_H

#include "period.h"

struct spell {
    day_number start; /* DAY_NONE: not begun */
    day_number end;   /* DAY_NONE: still going on */
};

/* In progress when `day` is over. */
static inline bool spell_runs_after(struct spell spell, day_number day)
{
    return spell.start != DAY_NONE && spell.start <= day && (spell.end == DAY_NONE || spell.end > day);
}

/* In progress at least a day of the window. */
static inline bool spell_touches(struct spell spell, const struct period *window)
{
    return spell.start != DAY_NONE && spell.start <= window->last &&
           (spell.end == DAY_NONE || spell.end >= window->first);
}

/* In progress when the window opened, its first day not among the spell's first. */
static inline bool spell_came_in(struct spell spell, const struct period *window)
{
    return spell_touches(spell, window) && spell.start < window->first;
}

/* The earlier of a day and an end, where no end is later than any day. */
static inline day_number earlier_end(day_number day, day_number end)
{
    return end == DAY_NONE || day < end ? day : end;
}

static inline day_number later_start(day_number a, day_number b)
{
    return a > b ? a : b;
}

/* Days that the spell shares with the window and with the other spell. */
static inline int64_t spell_shared_days(struct spell spell, struct spell other, const struct period *window)
{
    const day_number first = later_start(window->first, later_start(spell.start, other.start));
    const day_number last = earlier_end(earlier_end(window->last, spell.end), other.end);
    return last >= first ? last - first + 1 : 0;
}

#endif
