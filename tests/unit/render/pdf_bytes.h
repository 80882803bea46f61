/* A PDF file as a test looks into it: its bytes, and what is packed in its object streams. */
#ifndef AARSRAPPORT_PDF_BYTES_H
#define AARSRAPPORT_PDF_BYTES_H

#include "buffer.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

/* Where `part` stands for the first time from `from` on; SIZE_MAX: nowhere. */
static inline size_t bytes_find(struct sv bytes, size_t from, const char *part)
{
    const size_t size = strlen(part);
    for (size_t i = from; i + size <= bytes.size; i++)
        if (memcmp(bytes.data + i, part, size) == 0)
            return i;
    return SIZE_MAX;
}

/* The content of the compressed stream whose dictionary begins at `at`; empty when it is damaged. */
static inline struct sv stream_at(struct arena *arena, struct sv bytes, size_t at)
{
    enum { ROOM = 1 << 20 };
    const size_t length = bytes_find(bytes, at, "/Length ");
    const size_t start = bytes_find(bytes, at, "stream\r\n");
    unsigned long size = 0;
    uLongf room = ROOM;
    char *content = arena_alloc(arena, ROOM);
    if (length == SIZE_MAX || start == SIZE_MAX || sscanf(bytes.data + length, "/Length %lu", &size) != 1)
        return (struct sv){0};
    const Bytef *packed = (const Bytef *)bytes.data + start + strlen("stream\r\n");
    return uncompress((Bytef *)content, &room, packed, size) == Z_OK ? (struct sv){content, room}
                                                                     : (struct sv){0};
}

static inline struct sv pdf_unpacked(struct arena *arena, struct sv bytes)
{
    struct buffer all = buffer_in(arena);
    buffer_add(&all, bytes);
    for (size_t at = 0; (at = bytes_find(bytes, at, "/Type/ObjStm")) != SIZE_MAX; at++)
        buffer_add(&all, stream_at(arena, bytes, at));
    return buffer_view(&all);
}

#endif
