/*
 * Who has given: two donors are the same when their names are equal but for capital letters and blanks.
 */
#ifndef AARSRAPPORT_DONORS_H
#define AARSRAPPORT_DONORS_H

#include "data_set.h"

/* What donors are compared by: small letters, no blanks. */
struct sv donor_fold(struct arena *arena, struct sv name);

/* A grant (bevilling): decided, with an amount above 0. */
static inline bool application_is_granted(const struct application *application)
{
    return application->decided != DAY_NONE && application->granted != DECIMAL_NONE &&
           application->granted > 0;
}

struct donors {
    uint32_t *of_row;        /* the donor's number, by row of the applications */
    day_number *first_grant; /* by donor: the day of the earliest grant; DAY_NONE: none */
    size_t count;
};

struct donors donors_of(const struct data_set *data, struct arena *arena);

#endif
