/*
 * Memory that lives as long as a run.
 *
 * An arena hands out memory that is given back all at once by arena_free. Nothing is released one by one, so
 * records, findings and documents may point at each other freely. When the system has no more memory the
 * arena calls the function given to arena_init, which must not return: no caller ever sees a null pointer.
 */
#ifndef AARSRAPPORT_ARENA_H
#define AARSRAPPORT_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *blocks; /* small allocations, newest block first */
    struct arena_block *large;  /* allocations with a block of their own */
    size_t block_size;          /* of the next block: they grow with what has been asked for */
    void (*exhausted)(void);    /* called when memory runs out; must not return */
};

/* `exhausted` may be NULL: then the program aborts. */
void arena_init(struct arena *arena, void (*exhausted)(void));

/* Gives everything back. The arena may be used again afterwards. */
void arena_free(struct arena *arena);

/* Hands all memory of `other` to the arena; `other` is empty then. */
void arena_join(struct arena *arena, struct arena *other);

/* Zeroed memory, aligned for any type. `size` may be 0. Never returns NULL. */
void *arena_alloc(struct arena *arena, size_t size);

/* Zeroed memory for `count` things of `size` bytes; overflow counts as exhaustion. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/*
 * Makes room for at least one more element in an array that came from the same arena (or is NULL with
 * *capacity 0): returns the array, perhaps moved, with *capacity doubled when `count` has reached it. New
 * elements are not zeroed.
 */
void *arena_grow(struct arena *arena, void *array, size_t count, size_t *capacity, size_t size);

/* A copy of `size` bytes with a zero byte after them. */
char *arena_copy(struct arena *arena, const char *data, size_t size);

#endif
