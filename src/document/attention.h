/*
 * What calls for attention in the report's period: goals that are behind or were not reached, and efforts and
 * agreements that are reported yellow or red (indsatser.csv, aftalestatus.csv).
 */
#ifndef AARSRAPPORT_ATTENTION_H
#define AARSRAPPORT_ATTENTION_H

#include "goal_view.h"
#include "sentence.h"

/* Whether there is anything of the kind. */
bool has_attention(const struct section_context *context, const struct goal_view *goals, size_t count);

/* By name: "Bagud er målet »…«. Indsatser, der ikke er grønne: boligområder (gul). " */
void say_attention(struct sentence s, const struct goal_view *goals, size_t count);

/* The same as a paragraph that says where the reasons stand. */
void add_attention_in_short(const struct section_context *context, struct section *section,
                            const struct goal_view *goals, size_t count);

/* The agreements alone, as a paragraph: "Aftaler, der ikke er grønne: SA-01 (gul). " Nothing without any. */
void add_agreements_in_short(const struct section_context *context, struct section *section);

/* Each under headings of level 2: goals with what is missing, agreements with their text; the efforts' texts
 * stand in a chapter of their own. */
void add_attention(const struct section_context *context, struct section *section,
                   const struct goal_view *goals, size_t count);

#endif
