#include "truetype.h"

unsigned span_u16(struct byte_span span, size_t offset)
{
    if (span.size < 2 || offset > span.size - 2)
        return 0;
    return (unsigned)span.data[offset] << 8 | span.data[offset + 1];
}

int span_i16(struct byte_span span, size_t offset)
{
    int value = (int)span_u16(span, offset);
    return value < 0x8000 ? value : value - 0x10000;
}

uint32_t span_u32(struct byte_span span, size_t offset)
{
    return (uint32_t)span_u16(span, offset) << 16 | span_u16(span, offset + 2);
}

struct byte_span span_cut(struct byte_span span, size_t offset, size_t size)
{
    if (offset > span.size || size > span.size - offset)
        return (struct byte_span){NULL, 0};
    return (struct byte_span){span.data + offset, size};
}

static struct byte_span find_table(struct byte_span file, const char tag[4])
{
    uint32_t wanted = (uint32_t)(uint8_t)tag[0] << 24 | (uint32_t)(uint8_t)tag[1] << 16 |
                      (uint32_t)(uint8_t)tag[2] << 8 | (uint8_t)tag[3];
    unsigned count = span_u16(file, 4);
    for (unsigned i = 0; i < count; i++) {
        size_t entry = 12 + 16 * (size_t)i;
        if (span_u32(file, entry) == wanted)
            return span_cut(file, span_u32(file, entry + 8), span_u32(file, entry + 12));
    }
    return (struct byte_span){NULL, 0};
}

/* The subtable for platform 3, encoding 1: Unicode, Basic Multilingual Plane. */
static struct byte_span find_characters(struct byte_span cmap)
{
    unsigned count = span_u16(cmap, 2);
    for (unsigned i = 0; i < count; i++) {
        size_t entry = 4 + 8 * (size_t)i;
        size_t offset = span_u32(cmap, entry + 4);
        bool unicode = span_u16(cmap, entry) == 3 && span_u16(cmap, entry + 2) == 1;
        if (unicode && span_u16(cmap, offset) == 4)
            return span_cut(cmap, offset, span_u16(cmap, offset + 2));
    }
    return (struct byte_span){NULL, 0};
}

/* Fonts without an OS/2 table of version 2 say no height of capitals; the top of H is its definition. */
static int find_cap_height(const struct truetype *font, struct byte_span os2)
{
    if (span_u16(os2, 0) >= 2 && os2.size >= 90)
        return span_i16(os2, 88);
    return span_i16(truetype_outline(font, truetype_glyph(font, 'H')), 8);
}

static void read_measures(struct truetype *font)
{
    font->units_per_em = span_u16(font->head, 18);
    for (size_t i = 0; i < 4; i++)
        font->box[i] = span_i16(font->head, 36 + 2 * i);
    font->ascent = span_i16(font->hhea, 4);
    font->descent = span_i16(font->hhea, 6);
    font->metric_count = span_u16(font->hhea, 34);
    font->glyph_count = span_u16(font->maxp, 4);
    font->italic_angle = (double)(int32_t)span_u32(find_table(font->file, "post"), 4) / 65536.0;
    font->cap_height = find_cap_height(font, find_table(font->file, "OS/2"));
}

bool truetype_open(struct truetype *font, const uint8_t *data, size_t size)
{
    *font = (struct truetype){.file = {data, size}};
    if (span_u32(font->file, 0) != 0x00010000)
        return false;
    font->head = find_table(font->file, "head");
    font->hhea = find_table(font->file, "hhea");
    font->maxp = find_table(font->file, "maxp");
    font->hmtx = find_table(font->file, "hmtx");
    font->loca = find_table(font->file, "loca");
    font->glyf = find_table(font->file, "glyf");
    font->cvt = find_table(font->file, "cvt ");
    font->fpgm = find_table(font->file, "fpgm");
    font->prep = find_table(font->file, "prep");
    font->kern = find_table(font->file, "kern");
    font->characters = find_characters(find_table(font->file, "cmap"));
    read_measures(font);
    return font->head.size >= 54 && font->hhea.size >= 36 && font->maxp.size >= 6 && font->units_per_em > 0 &&
           font->metric_count > 0 && font->glyph_count > 0 && font->glyf.size > 0 &&
           font->characters.size > 16;
}

/* The first segment of a format 4 table that ends at or after the code. */
static size_t find_segment(struct byte_span table, size_t segments, unsigned code)
{
    size_t low = 0;
    size_t high = segments;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (span_u16(table, 14 + 2 * middle) < code)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

unsigned truetype_glyph(const struct truetype *font, uint32_t code_point)
{
    struct byte_span table = font->characters;
    size_t segments = span_u16(table, 6) / 2;
    if (code_point > 0xFFFF)
        return 0;
    unsigned code = (unsigned)code_point;
    size_t segment = find_segment(table, segments, code);
    size_t starts = 16 + 2 * segments;
    size_t offset_at = starts + 4 * segments + 2 * segment;
    unsigned first = span_u16(table, starts + 2 * segment);
    unsigned delta = span_u16(table, starts + 2 * segments + 2 * segment);
    unsigned offset = span_u16(table, offset_at);
    if (segment >= segments || code < first)
        return 0;
    unsigned glyph = code;
    if (offset != 0) {
        glyph = span_u16(table, offset_at + offset + 2 * (size_t)(code - first));
        if (glyph == 0)
            return 0;
    }
    glyph = (glyph + delta) & 0xFFFF;
    return glyph < font->glyph_count ? glyph : 0;
}

unsigned truetype_advance(const struct truetype *font, unsigned glyph)
{
    unsigned last = font->metric_count - 1;
    return span_u16(font->hmtx, 4 * (size_t)(glyph < last ? glyph : last));
}

/* Pairs of the first subtable, when that is horizontal pairs in order (format 0); else none. */
static size_t pair_count(const struct truetype *font)
{
    return (span_u16(font->kern, 8) & 0xFF07) == 1 ? span_u16(font->kern, 10) : 0;
}

static uint32_t pair_at(const struct truetype *font, size_t index)
{
    return span_u32(font->kern, 18 + 6 * index);
}

/* The first pair that is not below the wanted one. */
static size_t find_pair(const struct truetype *font, uint32_t wanted)
{
    size_t low = 0, high = pair_count(font);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (pair_at(font, middle) < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool truetype_kerns(const struct truetype *font, unsigned left)
{
    size_t index = find_pair(font, (uint32_t)left << 16);
    return index < pair_count(font) && pair_at(font, index) >> 16 == left;
}

int truetype_kerning(const struct truetype *font, unsigned left, unsigned right)
{
    uint32_t wanted = (uint32_t)left << 16 | right;
    size_t index = find_pair(font, wanted);
    bool found = index < pair_count(font) && pair_at(font, index) == wanted;
    return found ? span_i16(font->kern, 18 + 6 * index + 4) : 0;
}

struct byte_span truetype_outline(const struct truetype *font, unsigned glyph)
{
    bool wide = span_u16(font->head, 50) != 0;
    size_t step = wide ? 4 : 2;
    size_t at = glyph * step;
    if (glyph >= font->glyph_count || at + 2 * step > font->loca.size)
        return (struct byte_span){NULL, 0};
    size_t from = wide ? span_u32(font->loca, at) : 2 * (size_t)span_u16(font->loca, at);
    size_t to = wide ? span_u32(font->loca, at + 4) : 2 * (size_t)span_u16(font->loca, at + 2);
    return to > from ? span_cut(font->glyf, from, to - from) : (struct byte_span){NULL, 0};
}
