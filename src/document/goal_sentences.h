/*
 * The sentence about a goal, by what the goal is about and how it stands (strategy 2022–2025, section 4: what
 * is reached early is said so). A new kind of goal is a family and its row of sentences.
 */
#ifndef AARSRAPPORT_GOAL_SENTENCES_H
#define AARSRAPPORT_GOAL_SENTENCES_H

#include "goal_view.h"
#include "sentence.h"

void say_goal_status(struct sentence s, const struct goal_view *goal);

/* "»Mindst 30 job om året« er bagud: Der mangler 17, og det kræver 2,8 om måneden resten af året." */
void say_goal_shortfall(struct sentence s, const struct goal_view *goal);

/* What a goal's sentence has told already: the year's new jobs, the number of enterprises. */
bool goal_is_a_norm_of_jobs(const struct goal_view *goal);
bool goal_is_about_enterprises(const struct goal_view *goal);

#endif
