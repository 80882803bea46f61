/*
 * Bars of the answers to scales: one bar a question and round, the steps in the order of the list. Questions
 * on the same list share a chart.
 */
#ifndef AARSRAPPORT_SURVEY_CHART_H
#define AARSRAPPORT_SURVEY_CHART_H

#include "survey_view.h"

/* Whether the question is the only scale on its list that was asked. */
bool survey_scale_is_alone(const struct survey_view *view, uint32_t question);

/* Of a matrix (survey_matrix.h) of scales, `about` a question or its scale; nothing when nobody answered or
 * the steps are too many. */
void add_survey_chart(const struct survey_view *view, struct section *section, const struct table *matrix,
                      uint32_t question, struct sv about);

#endif
