/*
 * What must hold between the figures of a filled store, whatever the data: checked in every run.
 */
#ifndef AARSRAPPORT_CHECKS_H
#define AARSRAPPORT_CHECKS_H

#include "figures.h"

/*
 * For every key: in progress at the start + started − ended = in progress at the end; outcomes and directions
 * sum to ended, causes to stopped; types, bands, generations, models and departments sum to all; the five
 * answers to a question sum to all answers and give their mean; parts are not more than the whole. False with
 * a Danish sentence in *fault that names the first key where one is broken.
 */
bool figures_check(const struct figures *figures, struct sv *fault);

#endif
