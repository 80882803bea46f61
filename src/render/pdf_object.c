#include "pdf_object.h"

#include <math.h>
#include <stdlib.h>

enum { TEXT_LIMIT = 16000 }; /* UTF-16 units; PDF/A-2 allows strings of 32,767 bytes (ISO 19005-2, 6.1.13) */

static HPDF_STATUS write_body(HPDF_Dict dict, HPDF_Stream stream)
{
    const struct pdf_object *object = dict->attr;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)object->body.data, (HPDF_UINT)object->body.size);
}

void *pdf_made(struct arena *arena, void *object)
{
    if (object)
        return object;
    if (arena->exhausted)
        arena->exhausted();
    abort();
}

static struct pdf_object *adopt(HPDF_Dict dict, struct arena *arena)
{
    struct pdf_object *object = arena_alloc(arena, sizeof *object);
    object->dict = dict;
    object->body = sv_of("");
    dict->attr = object;
    dict->write_fn = write_body;
    return object;
}

struct pdf_object *pdf_object_add(HPDF_Doc doc, struct arena *arena)
{
    HPDF_Dict dict = pdf_made(arena, HPDF_Dict_New(doc->mmgr));
    bool listed = HPDF_Xref_Add(doc->xref, dict) == HPDF_OK;
    return adopt(pdf_made(arena, listed ? dict : NULL), arena);
}

void pdf_object_set_body(struct pdf_object *object, struct arena *arena, const struct buffer *body)
{
    object->body = sv_copy(arena, buffer_view(body));
}

struct pdf_object *pdf_object_add_stream(HPDF_Doc doc, struct arena *arena, const char *entries,
                                         struct sv bytes, bool compressed)
{
    HPDF_Dict dict = pdf_made(arena, HPDF_DictStream_New(doc->mmgr, doc->xref));
    struct pdf_object *object = adopt(dict, arena);
    object->body = sv_of(entries);
    dict->filter = compressed ? HPDF_STREAM_FILTER_FLATE_DECODE : HPDF_STREAM_FILTER_NONE;
    HPDF_Stream_Write(dict->stream, (const HPDF_BYTE *)bytes.data, (HPDF_UINT)bytes.size);
    return object;
}

static void add_unsigned(struct buffer *buffer, unsigned long value)
{
    char digits[24];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    buffer_add(buffer, (struct sv){digits + at, sizeof digits - at});
}

void buffer_add_reference(struct buffer *buffer, const void *object)
{
    const HPDF_Obj_Header *header = object;
    add_unsigned(buffer, header ? header->obj_id & 0x00FFFFFF : 0);
    buffer_add_text(buffer, " 0 R");
}

void buffer_add_number(struct buffer *buffer, double value)
{
    long thousandths = isfinite(value) && fabs(value) < 1e9 ? lround(value * 1000) : 0;
    if (thousandths < 0)
        buffer_add_byte(buffer, '-');
    unsigned long size = (unsigned long)labs(thousandths);
    add_unsigned(buffer, size / 1000);
    unsigned long rest = size % 1000;
    if (rest > 0) {
        char decimals[4] = {'.', (char)('0' + rest / 100), (char)('0' + rest / 10 % 10),
                            (char)('0' + rest % 10)};
        size_t length = decimals[3] != '0' ? 4 : decimals[2] != '0' ? 3 : 2;
        buffer_add(buffer, (struct sv){decimals, length});
    }
}

static void add_hex_unit(struct buffer *buffer, unsigned unit)
{
    static const char digits[] = "0123456789ABCDEF";
    char hex[4] = {digits[unit >> 12 & 15], digits[unit >> 8 & 15], digits[unit >> 4 & 15],
                   digits[unit & 15]};
    buffer_add(buffer, (struct sv){hex, 4});
}

void buffer_add_pdf_text(struct buffer *buffer, struct sv text)
{
    buffer_add_text(buffer, "<FEFF");
    for (size_t units = 0; text.size > 0 && units < TEXT_LIMIT; units++) {
        uint32_t code_point = utf8_take(&text);
        if (code_point > 0xFFFF) {
            add_hex_unit(buffer, 0xD800 + (unsigned)((code_point - 0x10000) >> 10));
            add_hex_unit(buffer, 0xDC00 + (unsigned)((code_point - 0x10000) & 0x3FF));
            units++;
        } else {
            add_hex_unit(buffer, code_point);
        }
    }
    buffer_add_byte(buffer, '>');
}

void buffer_add_pdf_ascii(struct buffer *buffer, struct sv text)
{
    buffer_add_byte(buffer, '(');
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '(' || text.data[i] == ')' || text.data[i] == '\\')
            buffer_add_byte(buffer, '\\');
        buffer_add_byte(buffer, text.data[i]);
    }
    buffer_add_byte(buffer, ')');
}

static unsigned sequence_length(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first < 0xE0)
        return 2;
    if (first >= 0xE0 && first < 0xF0)
        return 3;
    return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

/* shortest form, no surrogate, not past U+10FFFF. */
static bool well_formed(uint32_t code_point, unsigned length)
{
    static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
    return code_point >= least[length] && code_point <= 0x10FFFF &&
           (code_point < 0xD800 || code_point > 0xDFFF);
}

uint32_t utf8_take(struct sv *rest)
{
    const unsigned char *bytes = (const unsigned char *)rest->data;
    unsigned length = sequence_length(bytes[0]);
    uint32_t code_point = length == 1 ? bytes[0] : bytes[0] & (0x7Fu >> length);
    bool sound = length > 0 && length <= rest->size;
    for (unsigned i = 1; sound && i < length; i++) {
        sound = (bytes[i] & 0xC0) == 0x80;
        code_point = code_point << 6 | (bytes[i] & 0x3Fu);
    }
    if (!sound || !well_formed(code_point, length)) {
        *rest = sv_slice(*rest, 1, rest->size - 1);
        return 0xFFFD;
    }
    *rest = sv_slice(*rest, length, rest->size - length);
    return code_point;
}
