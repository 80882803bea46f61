/*
 * Sentences that are written from figures: numbers with their nouns, changes, days, and the words for "in the
 * period" and "at its end", which differ when a report is preliminary.
 *
 * A sentence is a place to write: each say_* function adds spans to its paragraph. Counts keep their figure's
 * key. Zero is written as a word ("ingen job"), so that a sentence reads as people speak.
 */
#ifndef AARSRAPPORT_SENTENCE_H
#define AARSRAPPORT_SENTENCE_H

#include "period_words.h"

struct sentence {
    const struct section_context *context;
    struct paragraph *paragraph;
};

/* What is counted, in one and in many. */
enum noun {
    NOUN_JOB,
    NOUN_COURSE,
    NOUN_CITIZEN,
    NOUN_ENTERPRISE, /* virksomhed eller initiativ */
    NOUN_AGREEMENT,
    NOUN_PLACE,
    NOUN_ROW,
    NOUN_FILE,
    NOUN_FULL_TIME,
    NOUN_DAY,
    NOUN_APPLICATION,
    NOUN_GRANT,
    NOUN_DONOR,
    NOUN_TRIAL,
    NOUN_PURCHASE,
    NOUN_PURCHASE_AGREEMENT,
    NOUN_CSR_AGREEMENT,
    NOUN_IN_HOUSE,
    NOUN_PARTICIPANT,
    NOUN_MONTH,
    NOUN_FOLLOW_UP,
    NOUN_MUNICIPALITY,
    NOUN_QUESTION,
    NOUN_NONE /* the number alone */
};

struct sentence sentence_in(const struct section_context *context, struct section *section,
                            enum paragraph_look look);

void say(struct sentence s, const char *text);
void say_sv(struct sentence s, struct sv text);
void say_year_text(struct sentence s, const char *before, int year, const char *after);
void say_figure(struct sentence s, struct figure_key key, enum value_format format);
void say_value(struct sentence s, struct ratio value, enum value_format format);
void say_share(struct sentence s, struct figure_key key, struct figure_key base);

/* A share of people: "ingen", "alle", "42 %". */
void say_share_of_all(struct sentence s, struct figure_key key);

/* With a decimal only when it is not whole: "343", "12,5". */
void say_decimal(struct sentence s, struct figure_key key);
void say_decimal_value(struct sentence s, struct ratio value);

/* "29 job", "1 borger", "ingen forløb". */
void say_count(struct sentence s, struct figure_key key, enum noun noun);
void say_number(struct sentence s, struct ratio value, enum noun noun);

/* "9 af 24 forløb", "ingen af 3 forløb", "alle 7 forløb", "begge forløb". */
void say_part(struct sentence s, struct figure_key part, struct figure_key whole, enum noun noun);

/* A cell that is already a count, with its noun. */
void say_cell(struct sentence s, struct cell cell, enum noun noun);

/*
 * ", 9 flere end i 2023", ", 3 færre end i 2023", ", lige så mange som i 2023"; nothing without both, or
 * when both are 0. `when` is SAID_DURING for what happened in a period, SAID_AT_END for what there was ("end
 * ved udgangen af 2023"). What is compared with is the period before the report's, or the one given.
 */
void say_change(struct sentence s, struct ratio now, struct ratio before, enum said_when when);
void say_change_from(struct sentence s, struct ratio now, struct ratio before, uint16_t period,
                     enum said_when when);
void say_compared(struct sentence s, uint16_t period, enum said_when when); /* "i 2023" */

/* ", 3 procentpoint højere end i 2023"; nothing without both. `base` decides the decimals. */
void say_points(struct sentence s, struct ratio now, struct ratio before, int64_t base);
void say_points_from(struct sentence s, struct ratio now, struct ratio before, int64_t base, uint16_t period);

void say_during(struct sentence s);         /* "i 2024", "i første halvår 2024"; see period_during */
void say_at_end(struct sentence s);         /* as at_end_text: "ved årets udgang"; "pr. 30. juni 2024" */
void say_opening_at_end(struct sentence s); /* "Ved årets udgang", at the beginning of a sentence */
void say_day(struct sentence s, struct figure_key key); /* "14. august", with the year when it is another */

/* Says so, and is true, when the data were drawn before the report's period began: then nothing else is told.
 */
bool say_period_not_begun(struct sentence s);

/* "fleksjob, deltidsjob og småjob": names[0…count) with their first letters as they are. */
struct sv text_joined(struct arena *arena, const struct sv *names, size_t count);

/* The text with its first letter in lower case, for names within a sentence. */
struct sv text_lowered(struct arena *arena, struct sv text);

/* The text with its first letter as a capital. */
struct sv text_raised(struct arena *arena, struct sv text);

/* Whether the report tells of its period up to the extract only: it is preliminary, and the period had begun.
 */
bool report_is_cut_short(const struct figures *figures);

#endif
