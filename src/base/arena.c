#include "arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/*
 * A block is a header followed by its bytes. Large blocks hold one allocation each and sit in a doubly linked
 * list, so that a growing array can be resized in place. Those from MAPPED_FROM up are mapped, and the system
 * is asked for large pages: it gives memory page by page as it is first touched, and a large extract would
 * touch tens of thousands of pages of 4 KiB.
 */
struct arena_block {
    struct arena_block *next;
    struct arena_block *previous;
    size_t used;
    size_t size;
    alignas(max_align_t) char bytes[];
};

enum {
    FIRST_BLOCK = 256 * 1024,
    LAST_BLOCK = 8 * 1024 * 1024,
    LARGE_FROM = 32 * 1024,
    LARGE_PAGE = 2 * 1024 * 1024,
    MAPPED_FROM = 8 * 1024 * 1024
};

/* ---- memory that is nobody's ---- */

/* A build with the address sanitizer leaves a gap after each allocation, and stops at a touch of it, or of
 * what has not been given out. */
#ifdef AARSRAPPORT_SANITIZE
#include <sanitizer/asan_interface.h>
enum { GAP = alignof(max_align_t) };
static void forbid(void *bytes, size_t size)
{
    __asan_poison_memory_region(bytes, size);
}
static void allow(void *bytes, size_t size)
{
    __asan_unpoison_memory_region(bytes, size);
}
#else
enum { GAP = 0 };
static void forbid(void *bytes, size_t size)
{
    (void)bytes;
    (void)size;
}
static void allow(void *bytes, size_t size)
{
    (void)bytes;
    (void)size;
}
#endif

/* ---- blocks from the system; NULL when there is no memory ---- */

static bool is_mapped(size_t size)
{
    return size >= MAPPED_FROM;
}

static size_t mapped_size(size_t size)
{
    return (sizeof(struct arena_block) + size + LARGE_PAGE - 1) & ~(size_t)(LARGE_PAGE - 1);
}

/* Where the system has no large pages it does without. */
static struct arena_block *map_block(size_t size)
{
    void *block = mmap(NULL, mapped_size(size), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (block == MAP_FAILED)
        return NULL;
    madvise(block, mapped_size(size), MADV_HUGEPAGE);
    return block;
}

/* Zeroed by the system where it can: large memory is often fresh, and zero already. */
static struct arena_block *new_block(size_t size)
{
    return is_mapped(size) ? map_block(size) : calloc(1, sizeof(struct arena_block) + size);
}

static void free_block(struct arena_block *block)
{
    allow(block->bytes, block->size);
    if (is_mapped(block->size))
        munmap(block, mapped_size(block->size));
    else
        free(block);
}

static struct arena_block *move_to_map(struct arena_block *block, size_t size)
{
    struct arena_block *moved = map_block(size);
    if (!moved)
        return NULL;
    memcpy(moved, block, sizeof *block + block->size);
    free(block);
    return moved;
}

static struct arena_block *remap_block(struct arena_block *block, size_t size)
{
    void *moved = mremap(block, mapped_size(block->size), mapped_size(size), MREMAP_MAYMOVE);
    return moved == MAP_FAILED ? NULL : moved;
}

/* What is added is not zeroed. */
static struct arena_block *enlarge_block(struct arena_block *block, size_t size)
{
    if (is_mapped(block->size))
        return remap_block(block, size);
    if (is_mapped(size))
        return move_to_map(block, size);
    return realloc(block, sizeof *block + size);
}

/* ---- the arena ---- */

static void exhaust(struct arena *arena)
{
    if (arena->exhausted)
        arena->exhausted();
    abort();
}

static size_t aligned(size_t size)
{
    const size_t unit = alignof(max_align_t);
    return (size + unit - 1) & ~(unit - 1);
}

void arena_init(struct arena *arena, void (*exhausted)(void))
{
    *arena = (struct arena){.block_size = FIRST_BLOCK, .exhausted = exhausted};
}

static void free_list(struct arena_block *block)
{
    while (block) {
        struct arena_block *next = block->next;
        free_block(block);
        block = next;
    }
}

void arena_free(struct arena *arena)
{
    free_list(arena->blocks);
    free_list(arena->large);
    arena->blocks = NULL;
    arena->large = NULL;
    arena->block_size = FIRST_BLOCK;
}

static struct arena_block *last_of(struct arena_block *block)
{
    while (block->next)
        block = block->next;
    return block;
}

void arena_join(struct arena *arena, struct arena *other)
{
    if (other->blocks) {
        last_of(other->blocks)->next = arena->blocks;
        arena->blocks = other->blocks;
    }
    if (other->large) {
        struct arena_block *last = last_of(other->large);
        last->next = arena->large;
        if (last->next)
            last->next->previous = last;
        arena->large = other->large;
    }
    arena_init(other, other->exhausted);
}

/* A new block, or the given one enlarged. */
static struct arena_block *block_of(struct arena *arena, struct arena_block *old, size_t size)
{
    struct arena_block *block = NULL;
    if (size <= SIZE_MAX / 2)
        block = old ? enlarge_block(old, size) : new_block(size);
    if (!block)
        exhaust(arena);
    else
        block->size = size;
    return block;
}

static void link_large(struct arena *arena, struct arena_block *block)
{
    block->previous = NULL;
    block->next = arena->large;
    if (block->next)
        block->next->previous = block;
    arena->large = block;
}

static void *alloc_large(struct arena *arena, size_t size)
{
    struct arena_block *block = block_of(arena, NULL, size);
    link_large(arena, block);
    return block->bytes;
}

static void *alloc_uncleared(struct arena *arena, size_t size)
{
    const size_t asked = size;
    size = aligned(size ? size : 1);
    if (size >= LARGE_FROM)
        return alloc_large(arena, size);
    struct arena_block *block = arena->blocks;
    if (!block || block->size - block->used < size + GAP) {
        block = block_of(arena, NULL, arena->block_size);
        if (arena->block_size < LAST_BLOCK)
            arena->block_size *= 2;
        block->used = 0;
        block->next = arena->blocks;
        arena->blocks = block;
        forbid(block->bytes, block->size);
    }
    void *memory = block->bytes + block->used;
    block->used += size + GAP;
    allow(memory, asked);
    return memory;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        exhaust(arena);
    if (aligned(size) >= LARGE_FROM)
        return alloc_large(arena, aligned(size));
    return memset(alloc_uncleared(arena, size), 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / 2 / size)
        exhaust(arena);
    return arena_alloc(arena, count * size);
}

static void *grow_large(struct arena *arena, void *array, size_t size)
{
    struct arena_block *block =
        (struct arena_block *)(void *)((char *)array - offsetof(struct arena_block, bytes));
    struct arena_block *resized = block_of(arena, block, size); /* the old one is the arena's until here */
    if (resized->previous)
        resized->previous->next = resized->next;
    else
        arena->large = resized->next;
    if (resized->next)
        resized->next->previous = resized->previous;
    link_large(arena, resized);
    return resized->bytes;
}

void *arena_grow(struct arena *arena, void *array, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return array;
    const size_t old_size = aligned(*capacity * size);
    const size_t wanted = *capacity ? *capacity * 2 : 16;
    if (wanted > SIZE_MAX / 2 / size)
        exhaust(arena);
    *capacity = wanted;
    if (array && old_size >= LARGE_FROM)
        return grow_large(arena, array, aligned(wanted * size));
    void *moved = alloc_uncleared(arena, wanted * size);
    if (array)
        memcpy(moved, array, count * size);
    return moved;
}

char *arena_copy(struct arena *arena, const char *data, size_t size)
{
    char *copy = alloc_uncleared(arena, size + 1);
    if (size)
        memcpy(copy, data, size);
    copy[size] = '\0';
    return copy;
}
