/*
 * Words that the sentences about the survey share: rounds, questions, and how many answered.
 */
#ifndef AARSRAPPORT_SURVEY_WORDS_H
#define AARSRAPPORT_SURVEY_WORDS_H

#include "sentence.h"
#include "survey_view.h"

/* Of a list on the one page: it is to be one page. */
enum { SURVEY_MOST_ITEMS = 4 };

struct ratio survey_value(const struct survey_view *view, struct figure_key key);

/* "»text«", "»Slut«", "»Hvor godt?«" */
void say_quoted(struct sentence s, struct sv text);
void say_survey_round(struct sentence s, const struct survey_view *view, size_t round);
void say_survey_question(struct sentence s, const struct survey_view *view, uint32_t question);

/* "17 kommuner": those that answered the question in the round. */
void say_survey_answered(struct sentence s, const struct survey_view *view, uint32_t question, size_t round);

/* A new item of the list, to be written. */
struct sentence survey_item(const struct survey_view *view, struct list *list);

#endif
