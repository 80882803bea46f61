/*
 * Releasing a document: the only way from a document to something that can be rendered.
 *
 * Renderers take a released document and nothing else, so nothing unprotected can be written. The internal
 * edition shows everything and says INTERN on every page and sheet; the partner's holds one agreement and
 * says whom it is for.
 */
#ifndef AARSRAPPORT_RELEASE_H
#define AARSRAPPORT_RELEASE_H

#include "model.h"

enum edition {
    EDITION_INTERNAL,
    EDITION_PARTNER /* of one agreement, for its partner alone */
};

struct released_document;

const struct released_document *document_release(const struct document *document, enum edition edition,
                                                 struct arena *arena);
const struct document *released_content(const struct released_document *released);

/* On every page and sheet: "INTERN", or "Fortroligt – kun til aftaleparten". */
struct sv released_mark(const struct released_document *released);

#endif
