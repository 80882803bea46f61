/*
 * How a cell's value is printed, the same in every renderer that prints text.
 */
#ifndef AARSRAPPORT_CELL_TEXT_H
#define AARSRAPPORT_CELL_TEXT_H

#include "model.h"

/* As in a table: short dates, whole kroner without "kr.", `–` for no value. */
void cell_text(struct buffer *buffer, const struct cell *cell);

/* As in a sentence: long dates, "kr." and "mio. kr.". */
void span_text(struct buffer *buffer, const struct cell *cell);

/* As few decimals as say all of a value, six at most. */
int places_needed(struct ratio value);

/* The same of kroner: none, or two for the øre and more only for less than that. */
int money_places(struct ratio kroner);

/* A paragraph's spans one after the other. */
struct sv paragraph_text(struct arena *arena, const struct paragraph *paragraph);

#endif
