/*
 * Rules about the survey of the municipalities: questions that have the list they are answered by, answers
 * that are what their question asks for, municipalities that were asked. A row with an error is left out.
 */
#ifndef AARSRAPPORT_SURVEY_RULES_H
#define AARSRAPPORT_SURVEY_RULES_H

#include "table_rows.h"

/*
 * Checks the four tables, sets the questions' scales and reads the answers. True: kommuner.csv is not there,
 * so that the municipalities which others name could not be checked.
 */
bool check_survey(const struct rules *rules);

/* Leaves out answers and measures of municipalities of which every row is left out; true: there was one. */
bool spread_in_survey(const struct rules *rules);

#endif
