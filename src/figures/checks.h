/*
 * What must hold between the figures of a filled store, whatever the data: checked in every run.
 */
#ifndef AARSRAPPORT_CHECKS_H
#define AARSRAPPORT_CHECKS_H

#include "figures.h"

/*
 * For every key: in progress at the start + started − ended = in progress at the end; outcomes and directions
 * sum to ended; types, bands and generations sum to all. False with a Danish sentence in *fault that names
 * the first key where one is broken.
 */
bool figures_check(const struct figures *figures, struct sv *fault);

#endif
