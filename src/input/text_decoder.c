#include "text_decoder.h"

#include <stdint.h>
#include <string.h>

void text_decoder_init(struct text_decoder *decoder)
{
    *decoder = (struct text_decoder){.encoding = ENCODING_UTF8};
}

static bool is_continuation(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

size_t utf8_length(const unsigned char *bytes, size_t size)
{
    if (size < 2 || bytes[0] < 0xC2 || bytes[0] > 0xF4 || !is_continuation(bytes[1]))
        return size && bytes[0] < 0x80 ? 1 : 0;
    if (bytes[0] < 0xE0)
        return 2;
    if (size < 3 || !is_continuation(bytes[2]))
        return 0;
    if (bytes[0] < 0xF0) {
        const bool overlong = bytes[0] == 0xE0 && bytes[1] < 0xA0;
        const bool surrogate = bytes[0] == 0xED && bytes[1] >= 0xA0;
        return overlong || surrogate ? 0 : 3;
    }
    if (size < 4 || !is_continuation(bytes[3]))
        return 0;
    const bool overlong = bytes[0] == 0xF0 && bytes[1] < 0x90;
    const bool too_high = bytes[0] == 0xF4 && bytes[1] >= 0x90;
    return overlong || too_high ? 0 : 4;
}

/* Whether more bytes could turn this beginning into a valid character. */
static bool is_cut_character(const unsigned char *bytes, size_t size)
{
    static const unsigned char fillings[] = {0x80, 0x90, 0xA0, 0xBF};
    if (!size || size > 3 || bytes[0] < 0xC2)
        return false;
    for (size_t i = 0; i < sizeof fillings; i++) {
        unsigned char whole[4] = {bytes[0], fillings[i], fillings[i], fillings[i]};
        memcpy(whole, bytes, size);
        if (utf8_length(whole, sizeof whole) > size)
            return true;
    }
    return false;
}

/* Windows-1252 above 0x7F where it differs from Latin-1; 0: not defined. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

enum { REPLACEMENT = 0xFFFD };

static size_t put_code_point(char *out, uint32_t code_point)
{
    if (code_point < 0x80) {
        out[0] = (char)code_point;
        return 1;
    }
    if (code_point < 0x800) {
        out[0] = (char)(0xC0 | code_point >> 6);
        out[1] = (char)(0x80 | (code_point & 0x3F));
        return 2;
    }
    if (code_point < 0x10000) {
        out[0] = (char)(0xE0 | code_point >> 12);
        out[1] = (char)(0x80 | (code_point >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code_point & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | code_point >> 18);
    out[1] = (char)(0x80 | (code_point >> 12 & 0x3F));
    out[2] = (char)(0x80 | (code_point >> 6 & 0x3F));
    out[3] = (char)(0x80 | (code_point & 0x3F));
    return 4;
}

/* Bytes from the start that are ASCII, but neither NUL nor CR: eight at a time. */
static size_t plain_run(const unsigned char *bytes, size_t size)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    const uint64_t highs = ones << 7;
    size_t run = 0;
    for (; run + 8 <= size; run += 8) {
        uint64_t word;
        memcpy(&word, bytes + run, sizeof word);
        const uint64_t no_cr = word ^ ones * '\r';
        if ((word | (word - ones) | (no_cr - ones)) & highs)
            break;
    }
    while (run < size && bytes[run] < 0x80 && bytes[run] && bytes[run] != '\r')
        run++;
    return run;
}

static void mark_nul(struct text_decoder *decoder, struct decoder_marks *marks, size_t at)
{
    if (!decoder->seen_nul)
        marks->nul = at;
    decoder->seen_nul = true;
}

/* One byte that is not UTF-8, as Windows-1252. */
static size_t put_bad_byte(struct text_decoder *decoder, unsigned char byte, char *out, size_t at,
                           struct decoder_marks *marks)
{
    if (!decoder->seen_bad)
        marks->first_bad = at;
    decoder->seen_bad = true;
    if (decoder->encoding == ENCODING_UTF8)
        decoder->encoding = ENCODING_WINDOWS_1252;
    const uint32_t code_point = byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
    if (!code_point) {
        if (!decoder->seen_undefined)
            marks->undefined = at;
        decoder->seen_undefined = true;
    }
    return put_code_point(out + at, code_point ? code_point : REPLACEMENT);
}

/* What one step took from the input and gave to the output. */
struct step {
    size_t taken; /* 0: the character is cut by the end of the piece */
    size_t given;
};

static struct step step_over_cr(struct text_decoder *decoder, const unsigned char *bytes, size_t size,
                                char *out)
{
    out[0] = '\n';
    if (size == 1)
        decoder->after_cr = true;
    return (struct step){size > 1 && bytes[1] == '\n' ? 2 : 1, 1};
}

/* A byte that plain_run stopped at. */
static struct step step_utf8(struct text_decoder *decoder, const unsigned char *bytes, size_t size, bool last,
                             char *out, size_t at, struct decoder_marks *marks)
{
    if (bytes[0] == '\r')
        return step_over_cr(decoder, bytes, size, out + at);
    if (!bytes[0]) {
        mark_nul(decoder, marks, at);
        return (struct step){1, 0};
    }
    const size_t length = utf8_length(bytes, size);
    if (length) {
        decoder->seen_multibyte = true;
        memcpy(out + at, bytes, length);
        return (struct step){length, length};
    }
    if (!last && is_cut_character(bytes, size))
        return (struct step){0, 0};
    return (struct step){1, put_bad_byte(decoder, bytes[0], out, at, marks)};
}

static void carry(struct text_decoder *decoder, const unsigned char *bytes, size_t size)
{
    memcpy(decoder->carried, bytes, size);
    decoder->carried_count = size;
}

static size_t decode_utf8(struct text_decoder *decoder, const unsigned char *bytes, size_t size, bool last,
                          char *out, struct decoder_marks *marks)
{
    size_t at = 0;
    size_t i = 0;
    while (i < size) {
        const size_t run = plain_run(bytes + i, size - i);
        memcpy(out + at, bytes + i, run);
        at += run;
        i += run;
        if (i == size)
            break;
        const struct step step = step_utf8(decoder, bytes + i, size - i, last, out, at, marks);
        if (!step.taken) {
            carry(decoder, bytes + i, size - i);
            break;
        }
        i += step.taken;
        at += step.given;
    }
    return at;
}

static uint32_t utf16_unit(const struct text_decoder *decoder, const unsigned char *bytes)
{
    const bool little = decoder->encoding == ENCODING_UTF16_LE;
    return (uint32_t)(little ? bytes[0] | bytes[1] << 8 : bytes[1] | bytes[0] << 8);
}

static bool is_high_surrogate(uint32_t unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

static bool is_low_surrogate(uint32_t unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

static struct step step_utf16(struct text_decoder *decoder, const unsigned char *bytes, size_t size,
                              bool last, char *out, size_t at, struct decoder_marks *marks)
{
    const uint32_t unit = utf16_unit(decoder, bytes);
    const bool after_cr = decoder->after_cr;
    decoder->after_cr = unit == '\r';
    if (unit == '\n' && after_cr)
        return (struct step){2, 0};
    if (!unit) {
        mark_nul(decoder, marks, at);
        return (struct step){2, 0};
    }
    if (is_high_surrogate(unit) && size < 4 && !last)
        return (struct step){0, 0};
    if (is_high_surrogate(unit) && size >= 4) {
        const uint32_t next = utf16_unit(decoder, bytes + 2);
        const uint32_t code_point = 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00);
        if (is_low_surrogate(next))
            return (struct step){4, put_code_point(out + at, code_point)};
    }
    const bool lone = is_high_surrogate(unit) || is_low_surrogate(unit);
    const uint32_t code_point = unit == '\r' ? '\n' : lone ? REPLACEMENT : unit;
    return (struct step){2, put_code_point(out + at, code_point)};
}

static size_t decode_utf16(struct text_decoder *decoder, const unsigned char *bytes, size_t size, bool last,
                           char *out, struct decoder_marks *marks)
{
    size_t at = 0;
    size_t i = 0;
    while (i + 2 <= size) {
        const struct step step = step_utf16(decoder, bytes + i, size - i, last, out, at, marks);
        if (!step.taken)
            break;
        i += step.taken;
        at += step.given;
    }
    if (last)
        decoder->broken_utf16 = i < size;
    else
        carry(decoder, bytes + i, size - i);
    return at;
}

/* Looks for a byte order mark; returns its length. */
static size_t begin(struct text_decoder *decoder, const unsigned char *bytes, size_t size)
{
    decoder->begun = true;
    if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        decoder->encoding = ENCODING_UTF8_BOM;
        decoder->seen_multibyte = true;
        return 3;
    }
    if (size >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0) {
        decoder->encoding = ENCODING_UTF16_LE;
        return 2;
    }
    if (size >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0) {
        decoder->encoding = ENCODING_UTF16_BE;
        return 2;
    }
    return 0;
}

static bool is_utf16(const struct text_decoder *decoder)
{
    return decoder->encoding == ENCODING_UTF16_LE || decoder->encoding == ENCODING_UTF16_BE;
}

static size_t decode_bytes(struct text_decoder *decoder, const unsigned char *bytes, size_t size, bool last,
                           char *out, struct decoder_marks *marks)
{
    if (!decoder->begun) {
        if (size < 3 && !last) {
            carry(decoder, bytes, size);
            return 0;
        }
        const size_t mark = begin(decoder, bytes, size);
        bytes += mark;
        size -= mark;
    }
    if (is_utf16(decoder))
        return decode_utf16(decoder, bytes, size, last, out, marks);
    if (decoder->after_cr && size) {
        decoder->after_cr = false;
        const size_t skip = bytes[0] == '\n';
        bytes += skip;
        size -= skip;
    }
    return decode_utf8(decoder, bytes, size, last, out, marks);
}

static void shift_marks(struct decoder_marks *marks, const struct decoder_marks *later, size_t by)
{
    if (later->first_bad != SIZE_MAX)
        marks->first_bad = later->first_bad + by;
    if (later->undefined != SIZE_MAX)
        marks->undefined = later->undefined + by;
    if (later->nul != SIZE_MAX)
        marks->nul = later->nul + by;
}

size_t text_decode(struct text_decoder *decoder, const unsigned char *bytes, size_t size, bool last,
                   char *out, struct decoder_marks *marks)
{
    size_t written = 0;
    *marks = (struct decoder_marks){SIZE_MAX, SIZE_MAX, SIZE_MAX};
    /* What was carried over is completed byte by byte, until nothing is carried. */
    while (decoder->carried_count && (size || last)) {
        unsigned char joined[sizeof decoder->carried + 1];
        const size_t count = decoder->carried_count;
        const size_t taken = size ? 1 : 0;
        memcpy(joined, decoder->carried, count);
        if (taken)
            joined[count] = bytes[0];
        decoder->carried_count = 0;
        struct decoder_marks here = {SIZE_MAX, SIZE_MAX, SIZE_MAX};
        const bool ends = last && size == taken;
        const size_t given = decode_bytes(decoder, joined, count + taken, ends, out + written, &here);
        shift_marks(marks, &here, written);
        written += given;
        if (ends)
            return written;
        bytes += taken;
        size -= taken;
    }
    if (size || (last && !decoder->begun)) {
        struct decoder_marks here = {SIZE_MAX, SIZE_MAX, SIZE_MAX};
        const size_t given = decode_bytes(decoder, bytes, size, last, out + written, &here);
        shift_marks(marks, &here, written);
        written += given;
    }
    return written;
}
