/*
 * String view: bytes that somebody else owns (the arena, mostly), not ended by a zero byte.
 * Text is UTF-8, cleaned once where files are read. An empty view may have a NULL pointer.
 */
#ifndef AARSRAPPORT_SV_H
#define AARSRAPPORT_SV_H

#include "arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sv {
    const char *data;
    size_t size;
};

/* For string literals in tables; functions take sv_of. */
#define SV(literal)                                                                                          \
    {                                                                                                        \
        (literal), sizeof(literal) - 1                                                                       \
    }

/* Prints a view with "%.*s". */
#define SV_ARG(view) (int)(view).size, sv_bytes(view)

/* Never NULL, which printf may not be given even for no bytes at all. */
static inline const char *sv_bytes(struct sv sv)
{
    return sv.data ? sv.data : "";
}

struct sv sv_of(const char *text);                    /* NULL gives the empty view */
struct sv sv_copy(struct arena *arena, struct sv sv); /* with a zero byte after it */
const char *sv_text(struct arena *arena, struct sv sv);
bool sv_equal(struct sv a, struct sv b);
bool sv_is(struct sv sv, const char *text);
int sv_compare(struct sv a, struct sv b);              /* bytewise, as memcmp; a prefix comes first */
int sv_compare_elements(const void *a, const void *b); /* the same, for qsort */
bool sv_starts_with(struct sv sv, struct sv prefix);
bool sv_ends_with(struct sv sv, struct sv suffix);
struct sv sv_slice(struct sv sv, size_t from, size_t size);       /* clipped to the view */
struct sv sv_trim(struct sv sv);                                  /* blanks, tabs, line breaks, U+00A0 */
struct sv sv_cut(struct arena *arena, struct sv sv, size_t size); /* longer text: so many bytes and "…" */
size_t sv_find(struct sv sv, char byte);                          /* SIZE_MAX when it is not there */
uint64_t sv_hash(struct sv sv);

/* Cuts the part before `separator` off the front of *rest; false when nothing is left. "a||b" gives a, "", b.
 */
bool sv_split(struct sv *rest, char separator, struct sv *part);

/* Formats into the arena. The format is checked by the compiler. */
__attribute__((format(printf, 2, 3))) struct sv sv_format(struct arena *arena, const char *format, ...);

#endif
