/*
 * Reporting periods: a year or a half-year, both days included.
 */
#ifndef AARSRAPPORT_PERIOD_H
#define AARSRAPPORT_PERIOD_H

#include "day.h"
#include "sv.h"

#include <stdbool.h>
#include <stdint.h>

struct period {
    day_number first;
    day_number last;
    int year;
    int half;      /* 0 the whole year, 1 or 2 */
    char name[12]; /* "2024", "2024-1" */
};

struct period period_of(int year, int half);              /* year 1–9999 */
bool period_parse(struct sv text, struct period *period); /* "2024" or "2024-1", years 1900–2199 */
struct sv period_name(const struct period *period);       /* valid as long as *period */

/* A period as one number, 10 × year + half: 20240, 20241. Of the period that a cell of VALUE_PERIOD names. */
static inline int32_t period_number(int year, int half)
{
    return 10 * (int32_t)year + half;
}

struct period period_of_number(int32_t number);

bool period_holds(const struct period *period, day_number day); /* false for DAY_NONE */

#endif
