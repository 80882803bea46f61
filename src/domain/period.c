#include "period.h"

#include <stdio.h>

struct period period_of(int year, int half)
{
    struct period period = {.year = year, .half = half};
    period.first = day_from_date(year, half == 2 ? 7 : 1, 1);
    period.last = half == 1 ? day_from_date(year, 6, 30) : day_from_date(year, 12, 31);
    if (half)
        snprintf(period.name, sizeof period.name, "%d-%d", year, half);
    else
        snprintf(period.name, sizeof period.name, "%d", year);
    return period;
}

struct period period_none(void)
{
    return (struct period){.kind = PERIOD_NONE, .first = DAY_NONE, .last = DAY_NONE};
}

struct period period_of_round(struct sv code)
{
    return (struct period){.kind = PERIOD_ROUND, .first = DAY_NONE, .last = DAY_NONE, .round = code};
}

struct period period_of_month(int month)
{
    struct period period = {.kind = PERIOD_MONTH, .first = DAY_NONE, .last = DAY_NONE, .month = month};
    snprintf(period.name, sizeof period.name, "m%03d", month);
    return period;
}

struct period period_of_number(int32_t number)
{
    return period_of(number / 10, number % 10);
}

bool period_parse(struct sv text, struct period *period)
{
    enum { YEAR_DIGITS = 4, FIRST_YEAR = 1900, LAST_YEAR = 2199 };
    int year = 0;
    if (text.size != YEAR_DIGITS && text.size != YEAR_DIGITS + 2)
        return false;
    for (size_t i = 0; i < YEAR_DIGITS; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        year = year * 10 + (text.data[i] - '0');
    }
    if (year < FIRST_YEAR || year > LAST_YEAR)
        return false;
    int half = 0;
    if (text.size > YEAR_DIGITS) {
        half = text.data[YEAR_DIGITS + 1] - '0';
        if (text.data[YEAR_DIGITS] != '-' || half < 1 || half > 2)
            return false;
    }
    *period = period_of(year, half);
    return true;
}

struct sv period_name(const struct period *period)
{
    return period->kind == PERIOD_ROUND ? period->round : sv_of(period->name);
}

bool period_holds(const struct period *period, day_number day)
{
    return day != DAY_NONE && period->first <= day && day <= period->last;
}
