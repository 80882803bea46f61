/*
 * The one type that strings are built with: it grows in an arena and never fails.
 */
#ifndef AARSRAPPORT_BUFFER_H
#define AARSRAPPORT_BUFFER_H

#include "arena.h"
#include "sv.h"

struct buffer {
    struct arena *arena;
    char *data;
    size_t size;
    size_t capacity;
};

struct buffer buffer_in(struct arena *arena);
void buffer_add(struct buffer *buffer, struct sv sv);
void buffer_add_text(struct buffer *buffer, const char *text);
void buffer_add_byte(struct buffer *buffer, char byte);
void buffer_add_code_point(struct buffer *buffer, uint32_t code_point); /* as UTF-8 */
__attribute__((format(printf, 2, 3))) void buffer_format(struct buffer *buffer, const char *format, ...);
struct sv buffer_view(const struct buffer *buffer); /* valid until the next addition */

#endif
