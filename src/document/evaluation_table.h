/*
 * Tables of the spring evaluation: the questions of one agreement, and the agreements side by side. The scale
 * is explained under each.
 */
#ifndef AARSRAPPORT_EVALUATION_TABLE_H
#define AARSRAPPORT_EVALUATION_TABLE_H

#include "evaluation_view.h"

/*
 * The questions in full wording, an agreement's those that were answered this year or last, with the
 * distribution of answers, their number, mean and change.
 */
void add_question_table(const struct evaluation_view *view, struct section *section, uint32_t agreement);

/* The same without the distribution: number, mean, last year's mean, change. */
void add_question_means(const struct evaluation_view *view, struct section *section, uint32_t agreement);

/*
 * Means of every agreement that the evaluation covers, a row an agreement and a column a question, all
 * agreements last. With more than eight questions, a table for each eight.
 */
void add_means_side_by_side(const struct evaluation_view *view, struct section *section);

/* "2. Har deltageren en plan?" */
struct sv question_text(const struct evaluation_view *view, size_t question);

/* How many gave the answer, 1 to 5; `period` is view.now or view.before. */
struct cell answers_cell(const struct evaluation_view *view, uint16_t period, uint32_t agreement,
                         size_t question, int answer);

/* A question in a word, for a column: the eight of the 2018 plan, whatever their wording; else "Nr. 9". */
struct sv question_word(struct arena *arena, struct sv code, size_t number);

#endif
