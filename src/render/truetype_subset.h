/*
 * Cuts a TrueType font down to the glyphs that a document draws.
 *
 * Glyphs are numbered anew: glyph 0 stays .notdef, glyph i + 1 is the i-th one asked for, and the parts that
 * composite glyphs are put together from follow. Parts of parts are included to any depth.
 */
#ifndef AARSRAPPORT_TRUETYPE_SUBSET_H
#define AARSRAPPORT_TRUETYPE_SUBSET_H

#include "arena.h"
#include "truetype.h"

/* A whole font file, tables aligned to four bytes and check sums right. It lives in the arena. */
struct byte_span truetype_subset(const struct truetype *font, const uint16_t *glyphs, size_t count,
                                 struct arena *arena);

#endif
