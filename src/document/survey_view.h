/*
 * The survey as its documents read it: keys of its figures, names of rounds and steps, and where the answers
 * to a question lie on its list.
 */
#ifndef AARSRAPPORT_SURVEY_VIEW_H
#define AARSRAPPORT_SURVEY_VIEW_H

#include "compose.h"
#include "survey.h"

struct survey_view {
    const struct section_context *context;
    struct survey survey;
};

struct survey_view survey_view(const struct section_context *context);

const struct question *survey_question(const struct survey_view *view, uint32_t question);
struct sv survey_question_id(const struct survey_view *view, uint32_t question);
struct sv survey_round_name(const struct survey_view *view, size_t round); /* "Slut" */
struct sv survey_municipality_name(const struct survey_view *view, uint32_t municipality);

/* Whether the question is answered by one step of a list, which has an order. */
bool survey_is_scale(const struct survey_view *view, uint32_t question);

/* A figure of a question in a period of the store (survey_period, or the report's own: all rounds). */
struct figure_key survey_key(const struct survey_view *view, enum figure_id figure, uint32_t question,
                             uint16_t period);

/* The same of one of its answers: a code of its list, or CODE_NOT_ANSWERED. */
struct figure_key survey_code_key(const struct survey_view *view, enum figure_id figure, uint32_t question,
                                  struct sv code, uint16_t period);

/* The figure of anything else that has a code and no round. */
struct figure_key survey_plain_key(const struct survey_view *view, enum figure_id figure, struct sv code);

/* How many municipalities are so far with a measure: a code of the list tiltagsstatus, or CODE_NOT_ANSWERED.
 */
struct figure_key survey_measure_key(const struct survey_view *view, uint16_t measure, struct sv status);

/* How to print a number: as a count where it is whole, so that 6,96 is not 7; else as `fraction`. */
enum value_format survey_number_format(struct ratio value, enum value_format fraction);

/* The status of a municipality that has a measure; a replaced list may be without it. */
#define SURVEY_MEASURE_HELD "ja"

/* The number of the step that the answers lie on in a round, the lowest being 1, on average; no value when
 * nobody answered. */
struct ratio survey_mean_step(const struct survey_view *view, uint32_t question, size_t round);

#endif
