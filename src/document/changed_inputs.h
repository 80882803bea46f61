/*
 * The settings of rapport.ini and the codes of koder.csv that differ, in words and as a table of the workbook
 * of corrections.
 */
#ifndef AARSRAPPORT_CHANGED_INPUTS_H
#define AARSRAPPORT_CHANGED_INPUTS_H

#include "sentence.h"
#include "told_change.h"

/* How many there are of that cause, CAUSE_SETTINGS or CAUSE_CODES; `except`: a setting that is not counted.
 */
size_t count_changed_inputs(const struct changes *changes, enum change_cause cause, struct sv except);

/* ": strategi.fra var 2022 og er nu 2021 (linje 11); …"; of many " 12 steder; se
 * rettelser-2024.xlsx"; nothing when there are none. */
void say_changed_inputs(struct sentence s, const struct changes *changes, enum change_cause cause,
                        struct sv except, struct sv elsewhere);

/* All of them, one a line. */
void add_changed_inputs(const struct section_context *context, struct section *section);

#endif
