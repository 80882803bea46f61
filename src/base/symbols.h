/*
 * Symbols: each distinct string gets a small number, in the order of first appearance from 0. Keys,
 * references and pseudonyms are symbols, so that a row is compared, counted and looked up by number.
 */
#ifndef AARSRAPPORT_SYMBOLS_H
#define AARSRAPPORT_SYMBOLS_H

#include "arena.h"
#include "sv.h"

#define SYMBOL_NONE UINT32_MAX

/* A place in the table. The high bits of the hash number the place it belongs to. */
struct symbol_slot {
    uint32_t hash;
    uint32_t symbol; /* plus 1; 0: free */
};

struct symbols {
    struct arena *arena;
    struct sv *names; /* by symbol */
    size_t count;
    size_t capacity;
    struct symbol_slot *slots; /* open addressing, linear probing */
    unsigned slot_bits;        /* there are 2^slot_bits slots; 0: none */
};

void symbols_init(struct symbols *symbols, struct arena *arena);
uint32_t symbols_intern(struct symbols *symbols, struct sv name);     /* copies the name when it is new */
uint32_t symbols_find(const struct symbols *symbols, struct sv name); /* SYMBOL_NONE when unknown */

/* Makes room for about `count` names at once, so that the table does not have to grow on the way to them. */
void symbols_reserve(struct symbols *symbols, size_t count);

/* Tells the processor that `name` will soon be interned: large tables are slow only because memory is. */
void symbols_prefetch(const struct symbols *symbols, struct sv name);

struct sv symbols_name(const struct symbols *symbols, uint32_t symbol); /* empty for SYMBOL_NONE */

#endif
