/*
 * Releasing a document: the only way from a document to something that can be rendered.
 *
 * Renderers take a released document and nothing else, so nothing unprotected can be written. The internal
 * edition shows everything and says INTERN on every page and sheet.
 */
#ifndef AARSRAPPORT_RELEASE_H
#define AARSRAPPORT_RELEASE_H

#include "model.h"

enum edition { EDITION_INTERNAL };

struct released_document;

const struct released_document *document_release(const struct document *document, enum edition edition,
                                                 struct arena *arena);
const struct document *released_content(const struct released_document *released);
struct sv released_mark(const struct released_document *released); /* "INTERN": on every page and sheet */

#endif
