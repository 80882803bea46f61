/*
 * Text cleaned once, where it comes in: composed (NFC), trimmed, without control characters and without
 * characters that no document may hold. Valid UTF-8 is expected.
 */
#ifndef AARSRAPPORT_TEXT_CLEAN_H
#define AARSRAPPORT_TEXT_CLEAN_H

#include "sv.h"

#include <stdbool.h>

struct cleaned_text {
    struct sv text;       /* the same bytes when nothing had to change, else a copy in the arena */
    bool control_removed; /* control characters but TAB and LF (TAB becomes a blank), marks of direction,
                             U+200B */
    bool replaced;        /* U+FFFE, U+FFFF or U+FFFD stood there; U+FFFD stands there now */
};

struct cleaned_text text_clean(struct arena *arena, struct sv text);

/* The same without trimming: a piece of a longer text. */
struct cleaned_text text_clean_piece(struct arena *arena, struct sv text);

/* The value as a finding shows it: civil registration numbers masked as in prose, at most 120 bytes. */
struct sv text_for_finding(struct arena *arena, struct sv text);

#endif
