#include "pdf_font.h"
#include "pdf_parts.h"
#include "truetype_subset.h"

#include <stdio.h>

static const char *const face_names[PDF_FACE_COUNT] = {
    [PDF_REGULAR] = "LiberationSans-Regular",
    [PDF_BOLD] = "LiberationSans-Bold",
    [PDF_ITALIC] = "LiberationSans-Italic",
    [PDF_BOLD_ITALIC] = "LiberationSans-BoldItalic",
};

enum { FILE_LIMIT = 16 * 1024 * 1024, SOFT_HYPHEN = 0x00AD, NO_BREAK_SPACE = 0x00A0 };

static struct byte_span read_all(FILE *stream, struct arena *arena)
{
    struct byte_span span = {NULL, 0};
    if (fseek(stream, 0, SEEK_END) != 0)
        return span;
    long size = ftell(stream);
    if (size <= 0 || size > FILE_LIMIT || fseek(stream, 0, SEEK_SET) != 0)
        return span;
    uint8_t *data = arena_alloc(arena, (size_t)size);
    if (fread(data, 1, (size_t)size, stream) == (size_t)size)
        span = (struct byte_span){data, (size_t)size};
    return span;
}

static void load(struct pdf_font *font)
{
    char path[400];
    snprintf(path, sizeof path, "%s/%s.ttf", AARSRAPPORT_FONT_FOLDER, face_names[font->face]);
    FILE *stream = fopen(path, "rb");
    if (!stream) {
        pdf_file_fail(font->file, "Skriften %s kan ikke åbnes. Installér pakken fonts-liberation2.", path);
        return;
    }
    struct byte_span bytes = read_all(stream, font->file->arena);
    fclose(stream);
    if (!truetype_open(&font->truetype, bytes.data, bytes.size)) {
        pdf_file_fail(font->file, "Skriften %s kan ikke læses. Installér pakken fonts-liberation2 igen.",
                      path);
        font->truetype = (struct truetype){0};
    }
}

struct pdf_font *pdf_file_font(struct pdf_file *file, enum pdf_face face)
{
    struct pdf_font *font = &file->fonts[face];
    if (!font->loaded) {
        font->loaded = true;
        font->file = file;
        font->face = face;
        font->object = pdf_object_add(file->doc, file->arena);
        load(font);
    }
    return font;
}

/* Characters that are not shown, and characters shown by another that looks the same. */
static uint32_t shown_as(uint32_t code_point)
{
    switch (code_point) {
    case '\t':
    case '\n':
    case '\r':
        return ' ';
    case 0x2010: /* hyphen */
    case 0x2011: /* no-break hyphen */
        return '-';
    case SOFT_HYPHEN:
    case 0x2060: /* word joiner */
    case 0xFEFF: /* zero-width no-break space */
        return 0;
    default:
        break;
    }
    if ((code_point >= 0x2000 && code_point <= 0x200A) || code_point == 0x202F)
        return NO_BREAK_SPACE; /* spaces of other widths */
    bool joiner = code_point >= 0x200B && code_point <= 0x200F;
    bool selector =
        (code_point >= 0xFE00 && code_point <= 0xFE0F) || (code_point >= 0x1F3FB && code_point <= 0x1F3FF);
    return joiner || selector || code_point < 0x20 ? 0 : code_point;
}

static void note_missing(struct pdf_file *file, uint32_t code_point)
{
    for (size_t i = 0; i < file->missing_count; i++)
        if (file->missing[i] == code_point)
            return;
    file->missing = arena_grow(file->arena, file->missing, file->missing_count, &file->missing_capacity,
                               sizeof *file->missing);
    file->missing[file->missing_count++] = code_point;
}

static struct character *find_character(struct pdf_font *font, uint32_t code)
{
    struct character **row = &font->characters[code >> 8];
    if (!*row)
        *row = arena_array(font->file->arena, 256, sizeof **row);
    struct character *character = &(*row)[code & 0xFF];
    if (!character->known) {
        character->known = true;
        /* the no-break space of some faces is a composite of nothing, which checkers dislike */
        uint32_t same = code == NO_BREAK_SPACE ? ' ' : code;
        character->glyph = (uint16_t)truetype_glyph(&font->truetype, same);
        if (font->truetype.metric_count > 0)
            character->advance = (uint16_t)truetype_advance(&font->truetype, character->glyph);
        character->kerns = truetype_kerns(&font->truetype, character->glyph);
    }
    return character;
}

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

/* Takes a character off the front: the code that shows it; 0: none. */
static uint32_t take_code(struct sv *rest, uint32_t *code_point)
{
    const unsigned char first = (unsigned char)*rest->data;
    if (first >= ' ' && first <= '~') { /* shown as they are, and most of what is written */
        *rest = (struct sv){rest->data + 1, rest->size - 1};
        return *code_point = first;
    }
    *code_point = utf8_take(rest);
    return *code_point == SOFT_HYPHEN && rest->size == 0 ? SOFT_HYPHEN : shown_as(*code_point);
}

/* The same pairs come again and again, and the font's own table is searched by halves. */
static int kerning_of(struct pdf_font *font, unsigned left, unsigned right)
{
    const uint32_t glyphs = (uint32_t)left << 16 | right;
    struct kerned_pair *pair = &font->pairs[(left * 31 + right) % PDF_KERNED_PAIRS];
    if (pair->glyphs != glyphs)
        *pair = (struct kerned_pair){glyphs, truetype_kerning(&font->truetype, left, right)};
    return pair->kerning;
}

static const struct character *shown_by(struct pdf_font *font, uint32_t *code, uint32_t code_point)
{
    const struct character *character = *code <= 0xFFFF ? find_character(font, *code) : NULL;
    if (character && character->glyph != 0)
        return character;
    note_missing(font->file, code_point);
    *code = '?';
    return find_character(font, *code);
}

bool pdf_font_next(struct pdf_font *font, struct sv *rest, struct shown_character *shown)
{
    const struct shown_character before = *shown;
    while (rest->size > 0) {
        uint32_t code_point;
        uint32_t code = take_code(rest, &code_point);
        if (code == 0)
            continue;
        const struct character *character = shown_by(font, &code, code_point);
        const bool kerned = before.kerns && !(is_digit(before.code) && is_digit(code));
        *shown = (struct shown_character){.code = code,
                                          .glyph = character->glyph,
                                          .advance = character->advance,
                                          .kerns = character->kerns,
                                          .kerning =
                                              kerned ? kerning_of(font, before.glyph, character->glyph) : 0};
        return character->glyph != 0;
    }
    return false;
}

void pdf_font_mark_drawn(struct pdf_font *font, uint32_t code)
{
    find_character(font, code)->drawn = true;
}

static double in_points(const struct pdf_font *font, long units, double size)
{
    return font->truetype.units_per_em > 0 ? (double)units * size / font->truetype.units_per_em : 0;
}

double pdf_font_width(struct pdf_font *font, double size, struct sv text)
{
    struct shown_character shown = {0};
    long units = 0;
    while (pdf_font_next(font, &text, &shown))
        units += shown.kerning + (long)shown.advance;
    return in_points(font, units, size);
}

double pdf_font_cap_height(const struct pdf_font *font, double size)
{
    return in_points(font, font->truetype.cap_height, size);
}

/* The characters drawn, in order of their codes. */
struct drawn_list {
    uint16_t *codes;
    uint16_t *glyphs;
    size_t count;
};

static struct drawn_list list_drawn(const struct pdf_font *font)
{
    struct arena *arena = font->file->arena;
    struct drawn_list list = {.count = 0};
    size_t codes = 0, glyphs = 0;
    for (unsigned code = 0; code <= 0xFFFF; code++) {
        const struct character *row = font->characters[code >> 8];
        if (row && row[code & 0xFF].drawn) {
            list.codes = arena_grow(arena, list.codes, list.count, &codes, sizeof *list.codes);
            list.glyphs = arena_grow(arena, list.glyphs, list.count, &glyphs, sizeof *list.glyphs);
            list.codes[list.count] = (uint16_t)code;
            list.glyphs[list.count++] = row[code & 0xFF].glyph;
        }
    }
    return list;
}

/* Six capitals and a plus before the name say that the font is a subset; one tag a face. */
static void add_name(struct buffer *out, const struct pdf_font *font)
{
    buffer_format(out, "/AARSR%c+%s", 'A' + (int)font->face, face_names[font->face]);
}

/* Code to Unicode: every code is its own. At most 100 lines a block (ISO 32000-1, 9.10.3). */
static struct pdf_object *add_to_unicode(struct pdf_font *font, const struct drawn_list *drawn)
{
    struct buffer map = buffer_in(font->file->arena);
    buffer_add_text(&map, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                          "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                          "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                          "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    for (size_t from = 0; from < drawn->count; from += 100) {
        size_t to = from + 100 < drawn->count ? from + 100 : drawn->count;
        buffer_format(&map, "%zu beginbfchar\n", to - from);
        for (size_t i = from; i < to; i++)
            buffer_format(&map, "<%04X> <%04X>\n", (unsigned)drawn->codes[i], (unsigned)drawn->codes[i]);
        buffer_add_text(&map, "endbfchar\n");
    }
    buffer_add_text(&map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return pdf_object_add_stream(font->file->doc, font->file->arena, "", buffer_view(&map), true);
}

/* Code to glyph of the subset: two bytes a code, up to the last one drawn. */
static struct pdf_object *add_glyph_map(struct pdf_font *font, const struct drawn_list *drawn)
{
    size_t size = drawn->count > 0 ? 2 * ((size_t)drawn->codes[drawn->count - 1] + 1) : 2;
    char *map = arena_alloc(font->file->arena, size);
    for (size_t i = 0; i < drawn->count; i++) {
        map[2 * (size_t)drawn->codes[i]] = (char)(uint8_t)((i + 1) >> 8);
        map[2 * (size_t)drawn->codes[i] + 1] = (char)(uint8_t)(i + 1);
    }
    return pdf_object_add_stream(font->file->doc, font->file->arena, "", (struct sv){map, size}, true);
}

static struct pdf_object *add_font_file(struct pdf_font *font, const struct drawn_list *drawn)
{
    struct byte_span bytes = truetype_subset(&font->truetype, drawn->glyphs, drawn->count, font->file->arena);
    struct sv entries = sv_format(font->file->arena, "/Length1 %zu\n", bytes.size);
    return pdf_object_add_stream(font->file->doc, font->file->arena, entries.data,
                                 (struct sv){(const char *)bytes.data, bytes.size}, true);
}

static double thousandths(const struct pdf_font *font, long units)
{
    return in_points(font, units, 1000);
}

static struct pdf_object *add_descriptor(struct pdf_font *font, const struct drawn_list *drawn)
{
    enum { NOT_SYMBOLIC = 32, ITALIC = 64 };
    const struct truetype *truetype = &font->truetype;
    struct pdf_object *file = add_font_file(font, drawn);
    bool bold = font->face == PDF_BOLD || font->face == PDF_BOLD_ITALIC;
    bool italic = font->face == PDF_ITALIC || font->face == PDF_BOLD_ITALIC;
    struct buffer *out = pdf_file_scratch(font->file);
    buffer_add_text(out, "/Type /FontDescriptor /FontName ");
    add_name(out, font);
    buffer_format(out, " /Flags %d /StemV %d /ItalicAngle ", italic ? NOT_SYMBOLIC | ITALIC : NOT_SYMBOLIC,
                  bold ? 140 : 80);
    buffer_add_number(out, truetype->italic_angle);
    buffer_add_text(out, " /Ascent ");
    buffer_add_number(out, thousandths(font, truetype->ascent));
    buffer_add_text(out, " /Descent ");
    buffer_add_number(out, thousandths(font, truetype->descent));
    buffer_add_text(out, " /CapHeight ");
    buffer_add_number(out, thousandths(font, truetype->cap_height));
    buffer_add_text(out, " /FontBBox [");
    for (size_t i = 0; i < 4; i++) {
        buffer_add_number(out, thousandths(font, truetype->box[i]));
        buffer_add_byte(out, ' ');
    }
    buffer_add_text(out, "] /FontFile2 ");
    buffer_add_reference(out, file->dict);
    struct pdf_object *descriptor = pdf_object_add(font->file->doc, font->file->arena);
    pdf_object_set_text(font->file, descriptor, out);
    return descriptor;
}

/* Runs of neighbouring codes: "32 [278 278] 65 [667]". */
static void add_widths(struct buffer *out, struct pdf_font *font, const struct drawn_list *drawn)
{
    buffer_add_text(out, " /W [");
    for (size_t i = 0; i < drawn->count; i++) {
        bool begins = i == 0 || drawn->codes[i] != drawn->codes[i - 1] + 1;
        bool ends = i + 1 == drawn->count || drawn->codes[i + 1] != drawn->codes[i] + 1;
        if (begins)
            buffer_format(out, "%u [", (unsigned)drawn->codes[i]);
        buffer_add_number(out, thousandths(font, find_character(font, drawn->codes[i])->advance));
        buffer_add_text(out, ends ? "] " : " ");
    }
    buffer_add_byte(out, ']');
}

static struct pdf_object *add_descendant(struct pdf_font *font, const struct drawn_list *drawn)
{
    struct pdf_object *descriptor = add_descriptor(font, drawn);
    struct pdf_object *map = add_glyph_map(font, drawn);
    struct buffer *out = pdf_file_scratch(font->file);
    buffer_add_text(out, "/Type /Font /Subtype /CIDFontType2 /BaseFont ");
    add_name(out, font);
    buffer_add_text(out, " /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /DW 1000");
    buffer_add_text(out, " /FontDescriptor ");
    buffer_add_reference(out, descriptor->dict);
    buffer_add_text(out, " /CIDToGIDMap ");
    buffer_add_reference(out, map->dict);
    add_widths(out, font, drawn);
    struct pdf_object *descendant = pdf_object_add(font->file->doc, font->file->arena);
    pdf_object_set_text(font->file, descendant, out);
    return descendant;
}

static void embed(struct pdf_font *font)
{
    struct drawn_list drawn = list_drawn(font);
    struct pdf_object *to_unicode = add_to_unicode(font, &drawn);
    struct pdf_object *descendant = add_descendant(font, &drawn);
    struct buffer *out = pdf_file_scratch(font->file);
    buffer_add_text(out, "/Type /Font /Subtype /Type0 /Encoding /Identity-H /BaseFont ");
    add_name(out, font);
    buffer_add_text(out, " /DescendantFonts [");
    buffer_add_reference(out, descendant->dict);
    buffer_add_text(out, "] /ToUnicode ");
    buffer_add_reference(out, to_unicode->dict);
    pdf_object_set_text(font->file, font->object, out);
}

void pdf_fonts_embed(struct pdf_file *file)
{
    for (int face = 0; face < PDF_FACE_COUNT; face++)
        if (file->fonts[face].loaded && file->fonts[face].truetype.units_per_em > 0)
            embed(&file->fonts[face]);
    struct buffer *out = pdf_file_scratch(file);
    for (int face = 0; face < PDF_FACE_COUNT; face++) {
        if (file->fonts[face].loaded) {
            buffer_format(out, "/F%d ", face);
            buffer_add_reference(out, file->fonts[face].object->dict);
            buffer_add_byte(out, '\n');
        }
    }
    pdf_object_set_text(file, file->font_names, out);
}
