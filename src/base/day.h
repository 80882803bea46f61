/*
 * Calendar days in the proleptic Gregorian calendar, as a number of days since 1970-01-01.
 * Years 1 to 9999. DAY_NONE stands for "no date".
 */
#ifndef AARSRAPPORT_DAY_H
#define AARSRAPPORT_DAY_H

#include "sv.h"

#include <stdbool.h>
#include <stdint.h>

typedef int32_t day_number;

#define DAY_NONE INT32_MIN

struct calendar_date {
    int year;  /* 1–9999 */
    int month; /* 1–12 */
    int day;   /* 1–31 */
};

/* DAY_NONE when no calendar has that day. */
day_number day_from_date(int year, int month, int day);
struct calendar_date day_to_date(day_number day); /* `day` must not be DAY_NONE */
int day_year(day_number day);
int days_in_month(int year, int month);
int days_in_year(int year);

enum day_error { DAY_OK, DAY_FORM, DAY_TWO_DIGIT_YEAR, DAY_NOT_IN_CALENDAR };

/*
 * Reads `31-12-2024`, `31.12.2024`, `31/12/2024`, `1-2-2024` and `2024-12-31`, each perhaps followed by a
 * time of day, which is dropped. On an error *day is DAY_NONE.
 */
enum day_error day_parse(struct sv text, day_number *day);

#endif
