#include "names.h"

#include "text_da.h"

void names_init(struct names *names, struct arena *arena)
{
    *names = (struct names){0};
    symbols_init(&names->folded, arena);
}

uint32_t names_intern(struct names *names, struct sv name)
{
    struct arena *arena = names->folded.arena;
    const size_t known = names->folded.count;
    const uint32_t symbol = symbols_intern(&names->folded, danish_fold(arena, name));
    if (symbol == known) {
        names->first = arena_grow(arena, names->first, known, &names->capacity, sizeof *names->first);
        names->first[symbol] = sv_copy(arena, name);
    }
    return symbol;
}

uint32_t names_find(const struct names *names, struct sv name)
{
    return symbols_find(&names->folded, danish_fold(names->folded.arena, name));
}

struct sv names_text(const struct names *names, uint32_t symbol)
{
    return symbol < names->folded.count ? names->first[symbol] : (struct sv){0};
}
