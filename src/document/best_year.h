/*
 * The best and the worst year of a series, as a sentence that follows another: " Det er det højeste antal i
 * årene 2021–2024; det laveste var 22 i 2021."
 */
#ifndef AARSRAPPORT_BEST_YEAR_H
#define AARSRAPPORT_BEST_YEAR_H

#include "goal_view.h"
#include "sentence.h"

/* Nothing is said of fewer than three years, or of a year that is not over or only half the report's. */
void say_best_year_of_figure(struct sentence s, enum figure_id id);
void say_best_year_of_goal(struct sentence s, const struct goal_view *goal);

#endif
