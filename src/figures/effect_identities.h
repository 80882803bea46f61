/*
 * What must hold between the figures of payment by results, whatever the data: net is what it is made of, and
 * months, results and groups add up to the whole.
 */
#ifndef AARSRAPPORT_EFFECT_IDENTITIES_H
#define AARSRAPPORT_EFFECT_IDENTITIES_H

#include "figures.h"

/* False with a Danish sentence in *fault when something does not hold. The store is sorted. */
bool effect_figures_check(const struct figures *figures, struct sv *fault);

#endif
