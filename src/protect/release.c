#include "release.h"

struct released_document {
    const struct document *content;
    enum edition edition;
};

const struct released_document *document_release(const struct document *document, enum edition edition,
                                                 struct arena *arena)
{
    struct released_document *released = arena_alloc(arena, sizeof *released);
    *released = (struct released_document){.content = document, .edition = edition};
    return released;
}

const struct document *released_content(const struct released_document *released)
{
    return released->content;
}

struct sv released_mark(const struct released_document *released)
{
    static const struct sv marks[] = {
        [EDITION_INTERNAL] = SV("INTERN"),
        [EDITION_PARTNER] = SV("Fortroligt – kun til aftaleparten"),
    };
    return marks[released->edition];
}
