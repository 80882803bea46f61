/*
 * The survey of the municipalities in the order in which it is read: who was asked, the questions, the rounds
 * they were asked in, and what each municipality answered. Counting and documents follow it; it changes
 * nothing and lives in the arena it was made in.
 */
#ifndef AARSRAPPORT_SURVEY_H
#define AARSRAPPORT_SURVEY_H

#include "data_set.h"

struct survey {
    const struct data_set *data;
    uint32_t *all; /* every municipality of kommuner.csv, in its order: symbols of NAMES_MUNICIPALITY */
    size_t all_count;
    uint32_t *asked; /* those without a row that says spurgt = nej */
    size_t asked_count;
    uint32_t *questions; /* rows, by raekkefoelge, then as the rows stand; those without it last */
    size_t question_count;
    uint32_t *clusters; /* symbols of NAMES_CLUSTER, by name */
    size_t cluster_count;
    size_t rounds; /* codes of the list runde, in its order */
    const struct answer **
        *answers;       /* by question's row and round, see survey_answer; NULL: not asked in it */
    uint32_t *place_of; /* by municipality: place in `asked`; UINT32_MAX: not asked */
};

struct survey survey_of(const struct data_set *data, struct arena *arena);

/* Whether svar.csv names the question and the round together; `question` is a row. */
bool survey_is_asked(const struct survey *survey, uint32_t question, size_t round);

/* In how many rounds, and the first and the last of them; ROUND_NONE: in none. */
#define ROUND_NONE SIZE_MAX
size_t survey_rounds_asked(const struct survey *survey, uint32_t question);
size_t survey_first_round(const struct survey *survey, uint32_t question);
size_t survey_last_round(const struct survey *survey, uint32_t question);

/* The answer of an asked municipality (a place in `asked`); NULL: not answered. */
const struct answer *survey_answer(const struct survey *survey, uint32_t question, size_t round,
                                   size_t municipality);

/* The list that the question is answered by; NULL: it is not answered by codes. */
const struct code_list *survey_scale(const struct survey *survey, uint32_t question);

/* The period of a round in the store; the report's own period is all rounds together. */
uint16_t survey_period(size_t round);

/* The measure's row of an asked municipality; NULL: not answered. */
const struct measure_status *survey_measure(const struct survey *survey, uint32_t municipality,
                                            uint16_t measure);

#endif
