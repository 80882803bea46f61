/*
 * Citizens' pseudonyms in what people write: the reason for a new version, and the unit's texts.
 *
 * A pseudonym is seen as a word, in capital letters or small, and, when it is letters and then digits, also
 * with one hyphen or blank between the two, or without that of the data: B00106 is "b00106", "B-00106" and
 * "B 00106". One of letters alone is a word like others, and a short number a number: only pseudonyms with
 * letters and digits, or of six digits or more, are seen. "i 12" is never I12.
 */
#ifndef AARSRAPPORT_PSEUDONYM_H
#define AARSRAPPORT_PSEUDONYM_H

#include "data_set.h"

/* The first one in the text, as the data spell it; empty: none. */
struct sv pseudonym_in(const struct data_set *data, struct sv text);

#endif
