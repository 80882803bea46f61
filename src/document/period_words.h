/*
 * Words for periods, in one place: in titles and headings ("1. halvår 2024"), in sentences ("i første halvår
 * 2024", "ved halvårets udgang", "end i første halvår 2023"), and what becomes of them when the extract cuts
 * the period short ("i 2024 til og med 30. juni", "pr. 30. juni 2024").
 *
 * A period is given by its index in figures.periods; the words for the report's own are in sections.h
 * (at_end_text, report_period_text) and sentence.h (say_during, say_at_end). Views live in the document's
 * arena.
 */
#ifndef AARSRAPPORT_PERIOD_WORDS_H
#define AARSRAPPORT_PERIOD_WORDS_H

#include "compose.h"

/* "2024", "1. halvår 2024" */
struct sv period_title(struct arena *arena, const struct period *period);

/* Within a sentence: "2024", "første halvår 2024". */
struct sv period_phrase(struct arena *arena, const struct period *period);

/* Whether the extract cuts the period short, or is older than its first day. */
bool period_is_cut(const struct figures *figures, uint16_t period);

/* Whether the extract is older than the period's first day, so that nothing of it is known. */
bool period_has_not_begun(const struct figures *figures, uint16_t period);

/* "2024", "1. halvår 2024"; "1. januar til 30. juni 2024" when cut short: for titles. */
struct sv period_span(const struct section_context *context, uint16_t period);

/* "i 2024", "i første halvår 2024"; with "til og med 31. marts" when cut short. */
struct sv period_during(const struct section_context *context, uint16_t period);

/*
 * "ved årets udgang", "ved halvårets udgang", "pr. 30. juni 2024" when cut short, "ved årets begyndelse" when
 * not begun: for the report's year, where the reader knows which year it is.
 */
struct sv period_at_end(const struct section_context *context, uint16_t period);

/* What something is compared with. SAID_DURING: "i 2023"; SAID_AT_END: "ved udgangen af 2023". */
enum said_when { SAID_DURING, SAID_AT_END };
struct sv period_compared(struct arena *arena, const struct period *period, enum said_when when);

/* "14. august" when the day lies in the report's year, else "14. august 2023". */
struct sv day_in_report(const struct section_context *context, day_number day);

/* "året", "halvåret": the report's own period. */
const char *report_period_noun(const struct section_context *context);

/* The period of the store with that year and half; UINT16_MAX when it was not counted. */
uint16_t period_index(const struct figures *figures, int year, int half);

#endif
