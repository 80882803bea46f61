#include "symbols.h"

#include <string.h>

enum { FIRST_SLOTS = 64 };

void symbols_init(struct symbols *symbols, struct arena *arena)
{
    *symbols = (struct symbols){.arena = arena};
}

static uint32_t tag_of(uint64_t hash)
{
    return (uint32_t)(hash >> 32);
}

/* The slot that holds `name`, or the empty one where it belongs. */
static size_t slot_for(const struct symbols *symbols, struct sv name, uint64_t hash)
{
    const size_t mask = symbols->slot_count - 1;
    size_t slot = (size_t)hash & mask;
    while (symbols->slots[slot]) {
        if (symbols->tags[slot] == tag_of(hash) && sv_equal(symbols->names[symbols->slots[slot] - 1], name))
            break;
        slot = (slot + 1) & mask;
    }
    return slot;
}

static void rebuild(struct symbols *symbols, size_t slot_count)
{
    symbols->slots = arena_array(symbols->arena, slot_count, sizeof *symbols->slots);
    symbols->tags = arena_array(symbols->arena, slot_count, sizeof *symbols->tags);
    symbols->slot_count = slot_count;
    for (size_t i = 0; i < symbols->count; i++) {
        const uint64_t hash = sv_hash(symbols->names[i]);
        const size_t slot = slot_for(symbols, symbols->names[i], hash);
        symbols->slots[slot] = (uint32_t)i + 1;
        symbols->tags[slot] = tag_of(hash);
    }
}

uint32_t symbols_intern(struct symbols *symbols, struct sv name)
{
    if (symbols->count * 4 >= symbols->slot_count * 3)
        rebuild(symbols, symbols->slot_count ? symbols->slot_count * 4 : FIRST_SLOTS);
    const uint64_t hash = sv_hash(name);
    const size_t slot = slot_for(symbols, name, hash);
    if (symbols->slots[slot])
        return symbols->slots[slot] - 1;
    symbols->names = arena_grow(symbols->arena, symbols->names, symbols->count, &symbols->capacity,
                                sizeof *symbols->names);
    symbols->names[symbols->count++] = sv_copy(symbols->arena, name);
    symbols->slots[slot] = (uint32_t)symbols->count;
    symbols->tags[slot] = tag_of(hash);
    return (uint32_t)symbols->count - 1;
}

uint32_t symbols_find(const struct symbols *symbols, struct sv name)
{
    if (!symbols->slot_count)
        return SYMBOL_NONE;
    const size_t slot = slot_for(symbols, name, sv_hash(name));
    return symbols->slots[slot] ? symbols->slots[slot] - 1 : SYMBOL_NONE;
}

struct sv symbols_name(const struct symbols *symbols, uint32_t symbol)
{
    return symbol < symbols->count ? symbols->names[symbol] : (struct sv){0};
}
