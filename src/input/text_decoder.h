/*
 * Bytes of a text file → UTF-8 with LF line ends, piece by piece.
 *
 * The encoding is detected, never asked for: a byte order mark names UTF-8 or UTF-16; otherwise the text is
 * UTF-8 until the first byte that is not, and Windows-1252 from there on. What cannot be right is told as a
 * fault with its place in the output; the decoding goes on. CRLF and CR become LF, so that every physical
 * line ends with exactly one LF.
 */
#ifndef AARSRAPPORT_TEXT_DECODER_H
#define AARSRAPPORT_TEXT_DECODER_H

#include "data_set.h"

#include <stdbool.h>
#include <stddef.h>

/* Places in one piece's output; SIZE_MAX: nothing there. */
struct decoder_marks {
    size_t first_bad; /* the file's first byte that is not UTF-8 (no fault in pure Windows-1252) */
    size_t undefined; /* the file's first byte that Windows-1252 does not define */
    size_t nul;       /* the file's first NUL */
};

struct text_decoder {
    enum text_encoding encoding;
    bool begun;          /* the byte order mark is behind us */
    bool after_cr;       /* an LF that comes now belongs to the CR before it */
    bool seen_multibyte; /* valid UTF-8 beyond ASCII */
    bool seen_bad;       /* bytes that are not UTF-8 */
    bool seen_undefined;
    bool seen_nul;
    bool broken_utf16; /* the file ends in the middle of a character */
    unsigned char carried[4];
    size_t carried_count;
};

/* The most output that `size` bytes can give, what the decoder has carried over included. */
static inline size_t text_decoder_room(size_t size)
{
    return 3 * (size + 4) + 8;
}

void text_decoder_init(struct text_decoder *decoder);

/*
 * Decodes a piece into `out`, which has text_decoder_room(size) bytes; returns how many were written. A
 * character cut by the piece's end is carried over, unless `last` says that no more comes.
 */
size_t text_decode(struct text_decoder *decoder, const unsigned char *bytes, size_t size, bool last,
                   char *out, struct decoder_marks *marks);

/* Valid UTF-8 and bytes that are not in the same file. Known when all is decoded. */
static inline bool text_decoder_is_mixed(const struct text_decoder *decoder)
{
    return decoder->seen_multibyte && decoder->seen_bad;
}

/* How many bytes the valid UTF-8 character at the start has; 0: none is there (strict: RFC 3629). */
size_t utf8_length(const unsigned char *bytes, size_t size);

#endif
