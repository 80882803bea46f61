/*
 * The alternative text of a chart, written from its data: what kind it is, what it shows, the highest and the
 * lowest value or the way from first to last, and the goal.
 */
#ifndef AARSRAPPORT_DESCRIBE_CHART_H
#define AARSRAPPORT_DESCRIBE_CHART_H

#include "model.h"

/* "Søjlediagram: Job pr. år 2018–2024. Højest 41 i 2019, lavest 23 i 2020; normen er 30." */
struct sv chart_description(struct arena *arena, const struct chart *chart);

#endif
