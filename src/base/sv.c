#include "sv.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct sv sv_of(const char *text)
{
    return (struct sv){text, text ? strlen(text) : 0};
}

struct sv sv_copy(struct arena *arena, struct sv sv)
{
    return (struct sv){arena_copy(arena, sv.data, sv.size), sv.size};
}

const char *sv_text(struct arena *arena, struct sv sv)
{
    return arena_copy(arena, sv.data, sv.size);
}

bool sv_equal(struct sv a, struct sv b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

bool sv_is(struct sv sv, const char *text)
{
    return sv_equal(sv, sv_of(text));
}

int sv_compare(struct sv a, struct sv b)
{
    const size_t shorter = a.size < b.size ? a.size : b.size;
    const int order = shorter ? memcmp(a.data, b.data, shorter) : 0;
    if (order != 0)
        return order;
    return (a.size > b.size) - (a.size < b.size);
}

int sv_compare_elements(const void *a, const void *b)
{
    return sv_compare(*(const struct sv *)a, *(const struct sv *)b);
}

bool sv_starts_with(struct sv sv, struct sv prefix)
{
    return sv.size >= prefix.size && sv_equal(sv_slice(sv, 0, prefix.size), prefix);
}

bool sv_ends_with(struct sv sv, struct sv suffix)
{
    return sv.size >= suffix.size && sv_equal(sv_slice(sv, sv.size - suffix.size, suffix.size), suffix);
}

struct sv sv_slice(struct sv sv, size_t from, size_t size)
{
    if (from >= sv.size)
        return (struct sv){0};
    const size_t left = sv.size - from;
    return (struct sv){sv.data + from, size < left ? size : left};
}

/* How many bytes of white space the view starts with at `i`: 0, 1, or 2 for a no-break space. */
static size_t blank_at(struct sv sv, size_t i)
{
    const char c = sv.data[i];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
        return 1;
    return c == '\xC2' && i + 1 < sv.size && sv.data[i + 1] == '\xA0' ? 2 : 0;
}

static size_t blank_before(struct sv sv)
{
    if (sv.size >= 2 && sv.data[sv.size - 1] == '\xA0')
        return blank_at(sv, sv.size - 2);
    return blank_at(sv, sv.size - 1);
}

struct sv sv_trim(struct sv sv)
{
    size_t blank;
    while (sv.size && (blank = blank_at(sv, 0)) != 0)
        sv = sv_slice(sv, blank, sv.size);
    while (sv.size && (blank = blank_before(sv)) != 0)
        sv.size -= blank;
    return sv;
}

/* Between characters. */
struct sv sv_cut(struct arena *arena, struct sv sv, size_t size)
{
    if (sv.size <= size)
        return sv;
    while (size && ((unsigned char)sv.data[size] & 0xC0) == 0x80)
        size--;
    return sv_format(arena, "%.*s…", (int)size, sv.data);
}

size_t sv_find(struct sv sv, char byte)
{
    const char *found = sv.size ? memchr(sv.data, byte, sv.size) : NULL;
    return found ? (size_t)(found - sv.data) : SIZE_MAX;
}

static uint64_t mix(uint64_t a, uint64_t b)
{
    a ^= b;
    a *= UINT64_C(0x9E3779B97F4A7C15);
    return a ^ (a >> 32);
}

/* The last one to seven bytes; the parts may overlap, as the size is hashed too. */
static uint64_t tail_word(const char *data, size_t size)
{
    uint32_t first;
    uint32_t last;
    if (size >= sizeof first) {
        memcpy(&first, data, sizeof first);
        memcpy(&last, data + size - sizeof last, sizeof last);
        return (uint64_t)first << 32 | last;
    }
    if (!size)
        return 0;
    return (uint64_t)(unsigned char)data[0] << 16 | (uint64_t)(unsigned char)data[size / 2] << 8 |
           (unsigned char)data[size - 1];
}

uint64_t sv_hash(struct sv sv)
{
    uint64_t hash = UINT64_C(0x2545F4914F6CDD1D) ^ sv.size;
    uint64_t word;
    while (sv.size >= sizeof word) {
        memcpy(&word, sv.data, sizeof word);
        hash = mix(hash, word);
        sv.data += sizeof word;
        sv.size -= sizeof word;
    }
    return mix(mix(hash, tail_word(sv.data, sv.size)), UINT64_C(0xD6E8FEB86659FD93));
}

bool sv_split(struct sv *rest, char separator, struct sv *part)
{
    if (!rest->data)
        return false;
    const size_t at = sv_find(*rest, separator);
    if (at == SIZE_MAX) {
        *part = *rest;
        *rest = (struct sv){0};
        return true;
    }
    *part = (struct sv){rest->data, at};
    *rest = (struct sv){rest->data + at + 1, rest->size - at - 1};
    return true;
}

struct sv sv_format(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (size < 0)
        return (struct sv){0};
    char *text = arena_alloc(arena, (size_t)size + 1);
    va_start(arguments, format);
    vsnprintf(text, (size_t)size + 1, format, arguments);
    va_end(arguments);
    return (struct sv){text, (size_t)size};
}
