/*
 * What the sections of the effect calculation share: keys and cells of a scenario's figures, and the words
 * for months and for what is left.
 */
#ifndef AARSRAPPORT_EFFECT_REPORT_H
#define AARSRAPPORT_EFFECT_REPORT_H

#include "effect_inputs.h"
#include "sections.h"
#include "sentence.h"

enum { BASE_SCENARIO = 0 }; /* row of scenarier */

/* The key of a figure in a scenario, for all. */
struct figure_key effect_key(const struct section_context *context, enum figure_id figure, size_t scenario);

/* The same in a month. */
struct figure_key effect_key_in_month(const struct section_context *context, enum figure_id figure,
                                      size_t scenario, int32_t month);

/* The key of the base scenario when an input is changed. */
struct figure_key effect_key_changed(const struct section_context *context, enum effect_input input,
                                     enum effect_change change);

/* "Netto pr. måned, Slagelse Kommune"; a title without a place where none is stated. */
struct sv effect_title(const struct section_context *context, const char *what);

/* The same about a scenario: "Netto pr. måned i scenariet Forventet, Slagelse Kommune". */
struct sv effect_title_of(const struct section_context *context, const char *what, size_t scenario);

size_t scenario_count(const struct section_context *context);
bool has_several_scenarios(const struct section_context *context);
bool has_effect_courses(const struct section_context *context);
bool has_enterprise_side(const struct section_context *context); /* accelerator.csv is there */

/* "ja" or "nej", by the net: savings pay for everything else. */
struct cell effect_self_financing(const struct section_context *context, struct figure_key net);

/* The first month from which the net so far stays at 0 or above; "ikke inden for horisonten". */
struct cell effect_repaid_cell(const struct section_context *context, struct figure_key repaid);

/* " overskud på 216.000 kr." or " underskud på 12.000 kr." */
void say_surplus(struct sentence s, struct figure_key net);

/* "tilbagebetalt i måned 20", "ikke tilbagebetalt inden for horisonten på 36 måneder". */
void say_repaid(struct sentence s, size_t scenario);

/* The number of the note to a sum of amounts that are printed in whole kroner and add up in øre. */
uint8_t note_on_rounding(struct table *table);

/* " Ikke alle rækker … bruger 18 af 19 forløb …": what is after the day of the settlement; else nothing. */
void say_rows_used(struct sentence s);

#endif
