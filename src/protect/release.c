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
    switch (released->edition) {
    case EDITION_INTERNAL:
        return sv_of("INTERN");
    case EDITION_PARTNER:
        return sv_of("Fortroligt – kun til aftaleparten");
    }
    return (struct sv){0};
}
