/*
 * The codes of the survey's figures by their Danish names: "T05: I høj grad" for `T05:hoej_grad`.
 */
#ifndef AARSRAPPORT_SURVEY_CODES_H
#define AARSRAPPORT_SURVEY_CODES_H

#include "data_set.h"
#include "figure.h"

/* "Ikke besvaret": of municipalities that were asked and gave no answer. */
extern const char SURVEY_NOT_ANSWERED_NAME[];

/* False for a figure whose codes are not the survey's. */
bool survey_code_name(struct arena *arena, const struct data_set *data, enum figure_id figure, struct sv code,
                      struct sv *name);

#endif
