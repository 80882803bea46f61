/*
 * Names that tables share and that match like codes: whatever their case, `æ` or `ae`, blank or hyphen. Each
 * distinct name is a symbol, in the order of first appearance, and is printed as it was written first.
 */
#ifndef AARSRAPPORT_NAMES_H
#define AARSRAPPORT_NAMES_H

#include "symbols.h"

enum name_kind { NAMES_MUNICIPALITY, NAMES_CLUSTER, NAME_KINDS };

struct names {
    struct symbols folded; /* what a cell is matched against, see danish_fold */
    struct sv *first;      /* by symbol: as first written */
    size_t capacity;
};

void names_init(struct names *names, struct arena *arena);
uint32_t names_intern(struct names *names, struct sv name);       /* copies the name when it is new */
uint32_t names_find(const struct names *names, struct sv name);   /* SYMBOL_NONE when unknown */
struct sv names_text(const struct names *names, uint32_t symbol); /* empty for SYMBOL_NONE */

#endif
