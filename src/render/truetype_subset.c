#include "truetype_subset.h"
#include "buffer.h"

#include <string.h>

enum {
    TABLE_COUNT = 10,
    GLYPH_LIMIT = 65535,
    /* flags of a part of a composite glyph, OpenType specification, table glyf */
    PART_WORDS = 0x0001,
    PART_SCALE = 0x0008,
    PART_MORE = 0x0020,
    PART_TWO_SCALES = 0x0040,
    PART_MATRIX = 0x0080,
};

struct glyph_list {
    struct arena *arena;
    uint16_t *old; /* the old number of every new glyph */
    size_t count;
    size_t capacity;
    uint16_t *renumbered; /* new number of every old glyph taken as a part; 0 when not yet taken */
};

struct table {
    const char *tag;
    struct byte_span bytes;
};

static void put_u16(struct buffer *out, unsigned value)
{
    buffer_add_byte(out, (char)(uint8_t)(value >> 8));
    buffer_add_byte(out, (char)(uint8_t)value);
}

static void put_u32(struct buffer *out, uint32_t value)
{
    put_u16(out, value >> 16);
    put_u16(out, value & 0xFFFF);
}

static void put_bytes(struct buffer *out, struct byte_span bytes)
{
    buffer_add(out, (struct sv){(const char *)bytes.data, bytes.size});
}

static void pad_to_four(struct buffer *out)
{
    while (out->size % 4 != 0)
        buffer_add_byte(out, 0);
}

static struct byte_span span_of(const struct buffer *buffer)
{
    return (struct byte_span){(const uint8_t *)buffer->data, buffer->size};
}

static void set_u16(struct buffer *out, size_t offset, unsigned value)
{
    out->data[offset] = (char)(uint8_t)(value >> 8);
    out->data[offset + 1] = (char)(uint8_t)value;
}

static size_t list_add(struct glyph_list *list, unsigned old)
{
    list->old = arena_grow(list->arena, list->old, list->count, &list->capacity, sizeof *list->old);
    list->old[list->count] = (uint16_t)old;
    return list->count++;
}

static unsigned part_number(struct glyph_list *list, unsigned old)
{
    if (list->renumbered[old] == 0 && list->count < GLYPH_LIMIT)
        list->renumbered[old] = (uint16_t)list_add(list, old);
    return list->renumbered[old];
}

static size_t part_size(unsigned flags)
{
    size_t size = 4 + (flags & PART_WORDS ? 4u : 2u);
    if (flags & PART_SCALE)
        return size + 2;
    if (flags & PART_TWO_SCALES)
        return size + 4;
    return size + (flags & PART_MATRIX ? 8u : 0u);
}

/* Gives the parts of the composite glyph that was just copied to `start` their new numbers. */
static void renumber_parts(struct glyph_list *list, unsigned glyph_count, struct buffer *glyf, size_t start)
{
    size_t at = start + 10;
    unsigned flags = PART_MORE;
    while (flags & PART_MORE && at + 4 <= glyf->size) {
        flags = span_u16(span_of(glyf), at);
        unsigned old = span_u16(span_of(glyf), at + 2);
        set_u16(glyf, at + 2, old < glyph_count ? part_number(list, old) : 0);
        at += part_size(flags);
    }
}

/* Copies the outlines; the list grows while parts are found. */
static void copy_outlines(const struct truetype *font, struct glyph_list *list, struct buffer *glyf,
                          struct buffer *loca, struct buffer *hmtx)
{
    for (size_t i = 0; i < list->count; i++) {
        struct byte_span outline = truetype_outline(font, list->old[i]);
        size_t start = glyf->size;
        put_u32(loca, (uint32_t)start);
        put_bytes(glyf, outline);
        if (outline.size >= 10 && span_i16(outline, 0) < 0)
            renumber_parts(list, font->glyph_count, glyf, start);
        pad_to_four(glyf);
        put_u16(hmtx, truetype_advance(font, list->old[i]));
        put_u16(hmtx, outline.size >= 10 ? span_u16(outline, 2) : 0); /* left side: the outline's left edge */
    }
    put_u32(loca, (uint32_t)glyf->size);
}

static struct byte_span copy_table(struct byte_span table, struct arena *arena, struct buffer *copy)
{
    *copy = buffer_in(arena);
    put_bytes(copy, table);
    return span_of(copy);
}

static struct byte_span make_post(struct arena *arena)
{
    struct buffer post = buffer_in(arena);
    put_u32(&post, 0x00030000); /* version 3: no glyph names */
    for (int i = 0; i < 7; i++)
        put_u32(&post, 0);
    return span_of(&post);
}

static uint32_t checksum(struct byte_span bytes)
{
    uint32_t sum = 0;
    for (size_t at = 0; at < bytes.size; at += 4) {
        for (size_t i = 0; i < 4; i++) {
            uint32_t byte = at + i < bytes.size ? bytes.data[at + i] : 0;
            sum += byte << (24 - 8 * i);
        }
    }
    return sum;
}

static void put_directory(struct buffer *out, const struct table *tables, unsigned count)
{
    unsigned log2 = 0;
    while (2u << log2 <= count)
        log2++;
    put_u32(out, 0x00010000);
    put_u16(out, count);
    put_u16(out, 16u << log2);
    put_u16(out, log2);
    put_u16(out, 16 * count - (16u << log2));
    uint32_t offset = 12 + 16 * count;
    for (unsigned i = 0; i < count; i++) {
        buffer_add(out, (struct sv){tables[i].tag, 4});
        put_u32(out, checksum(tables[i].bytes));
        put_u32(out, offset);
        put_u32(out, (uint32_t)tables[i].bytes.size);
        offset += (uint32_t)(tables[i].bytes.size + 3) / 4 * 4;
    }
}

/* `tables` in the order of their tags, which the format asks for. */
static struct byte_span assemble(const struct table *tables, unsigned count, struct arena *arena)
{
    struct buffer out = buffer_in(arena);
    size_t head_at = 0;
    put_directory(&out, tables, count);
    for (unsigned i = 0; i < count; i++) {
        if (memcmp(tables[i].tag, "head", 4) == 0)
            head_at = out.size;
        put_bytes(&out, tables[i].bytes);
        pad_to_four(&out);
    }
    uint32_t adjustment = 0xB1B0AFBA - checksum(span_of(&out));
    set_u16(&out, head_at + 8, adjustment >> 16);
    set_u16(&out, head_at + 10, adjustment & 0xFFFF);
    return span_of(&out);
}

struct byte_span truetype_subset(const struct truetype *font, const uint16_t *glyphs, size_t count,
                                 struct arena *arena)
{
    struct glyph_list list = {.arena = arena};
    struct buffer glyf = buffer_in(arena), loca = buffer_in(arena), hmtx = buffer_in(arena);
    struct buffer head, hhea, maxp;
    list.renumbered = arena_array(arena, font->glyph_count, sizeof *list.renumbered);
    list_add(&list, 0);
    for (size_t i = 0; i < count; i++)
        list_add(&list, glyphs[i]);
    copy_outlines(font, &list, &glyf, &loca, &hmtx);
    copy_table(font->head, arena, &head);
    copy_table(font->hhea, arena, &hhea);
    copy_table(font->maxp, arena, &maxp);
    set_u16(&head, 8, 0); /* check sum of the whole file, filled in at the end */
    set_u16(&head, 10, 0);
    set_u16(&head, 50, 1); /* long offsets in loca */
    set_u16(&hhea, 34, (unsigned)list.count);
    set_u16(&maxp, 4, (unsigned)list.count);
    const struct table tables[TABLE_COUNT] = {
        {"cvt ", font->cvt},      {"fpgm", font->fpgm},     {"glyf", span_of(&glyf)},
        {"head", span_of(&head)}, {"hhea", span_of(&hhea)}, {"hmtx", span_of(&hmtx)},
        {"loca", span_of(&loca)}, {"maxp", span_of(&maxp)}, {"post", make_post(arena)},
        {"prep", font->prep},
    };
    return assemble(tables, TABLE_COUNT, arena);
}
