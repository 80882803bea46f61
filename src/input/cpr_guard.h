/*
 * The CPR guard: no civil registration number goes further than the cell it stands in.
 *
 * `DDMMYY-XXXX` with a real day and month is a number, whatever kind of hyphen, dash or minus stands there.
 * Ten digits, also with blanks between the two parts, that begin with a real day and month are a number when
 * they pass modulus 11 (weights 4 3 2 7 6 5 4 3 2 1), else something like one: numbers issued since 2007 need
 * not pass, and P-numbers look alike. The six and the four digits must not touch other digits. Both are
 * masked.
 *
 * People write numbers in more ways than extracts do: in prose the day, the month and the year may have a
 * blank, a point, a stroke or a hyphen between them. Where it is more than a blank, it may be a date that a
 * number follows, which only counts when it has a hyphen before the four digits or passes modulus 11.
 */
#ifndef AARSRAPPORT_CPR_GUARD_H
#define AARSRAPPORT_CPR_GUARD_H

#include "sv.h"

enum cpr_verdict { CPR_NONE, CPR_LIKE, CPR_NUMBER };

/* The gravest verdict in the text. */
enum cpr_verdict cpr_find(struct sv text);
enum cpr_verdict cpr_find_in_prose(struct sv text);

/* A copy in the arena with every number, and all that is like one, as `******-****`; `text` if there is none.
 */
struct sv cpr_mask(struct arena *arena, struct sv text);
struct sv cpr_mask_in_prose(struct arena *arena, struct sv text);

#endif
