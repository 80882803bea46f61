#include "buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct buffer buffer_in(struct arena *arena)
{
    return (struct buffer){.arena = arena};
}

static char *make_room(struct buffer *buffer, size_t size)
{
    while (buffer->capacity - buffer->size < size)
        buffer->data = arena_grow(buffer->arena, buffer->data, buffer->capacity, &buffer->capacity, 1);
    return buffer->data + buffer->size;
}

void buffer_add(struct buffer *buffer, struct sv sv)
{
    if (!sv.size)
        return;
    memcpy(make_room(buffer, sv.size), sv.data, sv.size);
    buffer->size += sv.size;
}

void buffer_add_text(struct buffer *buffer, const char *text)
{
    buffer_add(buffer, sv_of(text));
}

void buffer_add_byte(struct buffer *buffer, char byte)
{
    *make_room(buffer, 1) = byte;
    buffer->size++;
}

static char continuation(uint32_t code_point, unsigned shift)
{
    return (char)(0x80 | ((code_point >> shift) & 0x3F));
}

void buffer_add_code_point(struct buffer *buffer, uint32_t code_point)
{
    if (code_point < 0x80) {
        buffer_add_byte(buffer, (char)code_point);
        return;
    }
    if (code_point < 0x800) {
        buffer_add_byte(buffer, (char)(0xC0 | (code_point >> 6)));
    } else {
        if (code_point < 0x10000) {
            buffer_add_byte(buffer, (char)(0xE0 | (code_point >> 12)));
        } else {
            buffer_add_byte(buffer, (char)(0xF0 | (code_point >> 18)));
            buffer_add_byte(buffer, continuation(code_point, 12));
        }
        buffer_add_byte(buffer, continuation(code_point, 6));
    }
    buffer_add_byte(buffer, continuation(code_point, 0));
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (size < 0)
        return;
    char *end = make_room(buffer, (size_t)size + 1);
    va_start(arguments, format);
    vsnprintf(end, (size_t)size + 1, format, arguments);
    va_end(arguments);
    buffer->size += (size_t)size;
}

struct sv buffer_view(const struct buffer *buffer)
{
    return (struct sv){buffer->data, buffer->size};
}
