#include "symbols.h"

enum { FIRST_SLOT_BITS = 6, MOST_SLOT_BITS = 32 };

void symbols_init(struct symbols *symbols, struct arena *arena)
{
    *symbols = (struct symbols){.arena = arena};
}

static uint32_t hash_of(struct sv name)
{
    return (uint32_t)(sv_hash(name) >> 32);
}

static size_t slot_count(const struct symbols *symbols)
{
    return symbols->slot_bits ? (size_t)1 << symbols->slot_bits : 0;
}

static size_t home_of(const struct symbols *symbols, uint32_t hash)
{
    return (size_t)(hash >> (MOST_SLOT_BITS - symbols->slot_bits));
}

/* The slot that holds `name`, or the free one where it belongs. */
static struct symbol_slot *slot_for(const struct symbols *symbols, struct sv name, uint32_t hash)
{
    const size_t mask = slot_count(symbols) - 1;
    size_t at = home_of(symbols, hash);
    while (symbols->slots[at].symbol) {
        const struct symbol_slot *slot = &symbols->slots[at];
        if (slot->hash == hash && sv_equal(symbols->names[slot->symbol - 1], name))
            break;
        at = (at + 1) & mask;
    }
    return &symbols->slots[at];
}

/* The slots move in the order of their hashes, so old and new table are walked from front to back. */
static void rebuild(struct symbols *symbols, unsigned slot_bits)
{
    const struct symbol_slot *old = symbols->slots;
    const size_t old_count = slot_count(symbols);
    const size_t mask = ((size_t)1 << slot_bits) - 1;
    symbols->slots = arena_array(symbols->arena, mask + 1, sizeof *symbols->slots);
    symbols->slot_bits = slot_bits;
    for (size_t i = 0; i < old_count; i++) {
        if (!old[i].symbol)
            continue;
        size_t at = home_of(symbols, old[i].hash);
        while (symbols->slots[at].symbol)
            at = (at + 1) & mask;
        symbols->slots[at] = old[i];
    }
}

static bool is_full(const struct symbols *symbols, size_t count)
{
    return count * 4 >= slot_count(symbols) * 3;
}

void symbols_reserve(struct symbols *symbols, size_t count)
{
    unsigned bits = symbols->slot_bits ? symbols->slot_bits : FIRST_SLOT_BITS;
    while (bits < MOST_SLOT_BITS && count * 4 >= ((size_t)1 << bits) * 3)
        bits++;
    if (bits > symbols->slot_bits)
        rebuild(symbols, bits);
}

void symbols_prefetch(const struct symbols *symbols, struct sv name)
{
    if (symbols->slot_bits)
        __builtin_prefetch(&symbols->slots[home_of(symbols, hash_of(name))]);
}

uint32_t symbols_intern(struct symbols *symbols, struct sv name)
{
    if (is_full(symbols, symbols->count))
        symbols_reserve(symbols, symbols->count + 1);
    const uint32_t hash = hash_of(name);
    struct symbol_slot *slot = slot_for(symbols, name, hash);
    if (slot->symbol)
        return slot->symbol - 1;
    symbols->names = arena_grow(symbols->arena, symbols->names, symbols->count, &symbols->capacity,
                                sizeof *symbols->names);
    symbols->names[symbols->count++] = sv_copy(symbols->arena, name);
    *slot = (struct symbol_slot){hash, (uint32_t)symbols->count};
    return (uint32_t)symbols->count - 1;
}

uint32_t symbols_find(const struct symbols *symbols, struct sv name)
{
    if (!symbols->slot_bits)
        return SYMBOL_NONE;
    const struct symbol_slot *slot = slot_for(symbols, name, hash_of(name));
    return slot->symbol ? slot->symbol - 1 : SYMBOL_NONE;
}

struct sv symbols_name(const struct symbols *symbols, uint32_t symbol)
{
    return symbol < symbols->count ? symbols->names[symbol] : (struct sv){0};
}
