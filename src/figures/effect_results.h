/*
 * Which results the courses and the enterprises reached, and in which month of their clocks: what
 * betalinger.csv pays for.
 */
#ifndef AARSRAPPORT_EFFECT_RESULTS_H
#define AARSRAPPORT_EFFECT_RESULTS_H

#include "effect_view.h"

/* Fills view->reached and view->enterprise_results; the rest of the view is there. */
void effect_find_results(struct effect_view *view, struct arena *arena);

/*
 * Jobs at the enterprise that began while it was in the accelerator and had run for at least 180 days by the
 * day.
 */
int64_t effect_jobs_kept(const struct data_set *data, const struct accelerator *enterprise, day_number day);

#endif
