/*
 * How the net of the base scenario moves when one input is a fifth less or more, the widest movement first.
 */
#ifndef AARSRAPPORT_EFFECT_SENSITIVITY_H
#define AARSRAPPORT_EFFECT_SENSITIVITY_H

#include "effect_report.h"

/* "Mest betyder ydelsen: Er den en femtedel lavere eller højere, bliver netto …" */
void say_widest_change(struct sentence s);

/* The nine inputs, widest first; ties in the order of enum effect_input. */
void inputs_by_width(const struct section_context *context, enum effect_input inputs[EFFECT_INPUTS]);

#endif
