/*
 * The sentences on page one that follow from the figures: one for each goal, by what the goal is about and
 * how it stands, then the year's most important results.
 */
#ifndef AARSRAPPORT_STATUS_SENTENCES_H
#define AARSRAPPORT_STATUS_SENTENCES_H

#include "goal_view.h"
#include "sentence.h"

enum { STATUS_SENTENCES = 6, SENTENCES_OF_HALF_YEAR = 3 };

/* What one is about, the same in every version of a report: a goal's identifier, or a word with a blank
 * first, which no identifier has. */
struct status_sentence {
    struct sv about;
    struct paragraph text;
};

/*
 * At most STATUS_SENTENCES sentences, goals first. A half-yearly report's first page also says what
 * calls for attention: there goals that were reached in an earlier year are passed over, and results only
 * fill up to SENTENCES_OF_HALF_YEAR.
 */
size_t status_sentences(const struct section_context *context, const struct goal_view *goals,
                        size_t goal_count, struct status_sentence sentences[STATUS_SENTENCES]);

/* The same as a list. */
void add_status_sentences(const struct section_context *context, struct section *section,
                          const struct goal_view *goals, size_t goal_count);

/* The year's results. Each says nothing when there is nothing to say. */
void say_no_strategy(struct sentence s);
void say_new_jobs(struct sentence s);
void say_effect(struct sentence s);
void say_enterprises(struct sentence s);
void say_openings(struct sentence s);
void say_retention(struct sentence s);
void say_courses(struct sentence s);

/* "36 arbejdede med tre bundlinjer", and after it ", og 9 var registreret som …": of enterprises just
 * counted, of which there are some. */
void say_three_lines(struct sentence s);
void say_registered(struct sentence s);

#endif
