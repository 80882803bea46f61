/*
 * When two donors are the same: their names are equal but for capital letters and blanks.
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

#endif
