/*
 * What has moved between the rounds of the survey, the largest changes first: for the one page.
 */
#ifndef AARSRAPPORT_SURVEY_MOVED_H
#define AARSRAPPORT_SURVEY_MOVED_H

#include "survey_view.h"

void add_survey_movements(const struct survey_view *view, struct section *section);

#endif
