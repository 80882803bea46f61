/*
 * Periods of figures: a year or a half-year, both days included. In reports without a period of time: none, a
 * round of a survey, or a month of a course's own clock.
 */
#ifndef AARSRAPPORT_PERIOD_H
#define AARSRAPPORT_PERIOD_H

#include "day.h"
#include "sv.h"

#include <stdbool.h>
#include <stdint.h>

enum period_kind {
    PERIOD_OF_TIME,
    PERIOD_NONE,  /* all there is */
    PERIOD_ROUND, /* of a survey */
    PERIOD_MONTH  /* of a course's own clock */
};

struct period {
    enum period_kind kind;
    day_number first; /* PERIOD_OF_TIME; DAY_NONE else */
    day_number last;
    int year;        /* PERIOD_OF_TIME; 0 else */
    int half;        /* 0 the whole year, 1 or 2 */
    int month;       /* PERIOD_MONTH: from 0 */
    struct sv round; /* PERIOD_ROUND: its code */
    char name[12];   /* "2024", "2024-1", "m007"; empty for none and for a round, whose code is its name */
};

struct period period_of(int year, int half); /* year 1–9999 */
struct period period_none(void);
struct period period_of_round(struct sv code);            /* the code must live as long as the period */
struct period period_of_month(int month);                 /* 0–999 */
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
