/*
 * Reads a TrueType font file: which glyph shows a character, how wide it is, what its outline is.
 *
 * The font points into bytes that the caller keeps for as long as the font is used; nothing is copied. Every
 * offset in the file is checked against its size, so a damaged file gives "no glyph" and empty outlines,
 * never a read outside. Only `glyf` outlines and a Unicode `cmap` of format 4 are understood, which is what
 * the Liberation fonts have.
 */
#ifndef AARSRAPPORT_TRUETYPE_H
#define AARSRAPPORT_TRUETYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct byte_span {
    const uint8_t *data;
    size_t size;
};

struct truetype {
    struct byte_span file;
    struct byte_span head, hhea, maxp, hmtx, loca, glyf, cvt, fpgm, prep, kern;
    struct byte_span characters; /* the Unicode subtable of cmap */
    unsigned units_per_em;
    unsigned glyph_count;
    unsigned metric_count; /* glyphs with an advance of their own */
    int ascent, descent, cap_height;
    int box[4]; /* left, bottom, right, top of all glyphs */
    double italic_angle;
};

/* False when the bytes are not a font that this reader understands. Measures are in font units. */
bool truetype_open(struct truetype *font, const uint8_t *data, size_t size);

unsigned truetype_glyph(const struct truetype *font, uint32_t code_point); /* 0 when there is none */
unsigned truetype_advance(const struct truetype *font, unsigned glyph);
bool truetype_kerns(const struct truetype *font, unsigned left); /* whether any pair begins with the glyph */
int truetype_kerning(const struct truetype *font, unsigned left, unsigned right);
struct byte_span truetype_outline(const struct truetype *font, unsigned glyph); /* empty for a blank */

/* Big-endian numbers at an offset; 0 outside the span. */
unsigned span_u16(struct byte_span span, size_t offset);
int span_i16(struct byte_span span, size_t offset);
uint32_t span_u32(struct byte_span span, size_t offset);
struct byte_span span_cut(struct byte_span span, size_t offset, size_t size); /* empty when outside */

#endif
