/*
 * Symbols: each distinct string gets a small number, in the order of first appearance from 0. Keys,
 * references and pseudonyms are symbols, so that a row is compared, counted and looked up by number.
 */
#ifndef AARSRAPPORT_SYMBOLS_H
#define AARSRAPPORT_SYMBOLS_H

#include "arena.h"
#include "sv.h"

#define SYMBOL_NONE UINT32_MAX

struct symbols {
    struct arena *arena;
    struct sv *names; /* by symbol */
    size_t count;
    size_t capacity;
    uint32_t *slots;   /* open addressing: symbol + 1, or 0 */
    uint32_t *tags;    /* high hash bits of each slot, so most misses need no look at the name */
    size_t slot_count; /* a power of two */
};

void symbols_init(struct symbols *symbols, struct arena *arena);
uint32_t symbols_intern(struct symbols *symbols, struct sv name);       /* copies the name when it is new */
uint32_t symbols_find(const struct symbols *symbols, struct sv name);   /* SYMBOL_NONE when unknown */
struct sv symbols_name(const struct symbols *symbols, uint32_t symbol); /* empty for SYMBOL_NONE */

#endif
