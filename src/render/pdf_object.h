/*
 * PDF objects by libharu, with bodies that we write ourselves.
 *
 * libharu numbers the objects and compresses the streams; pdf_write.c packs them in a file. What stands
 * between << and >> is a text of ours, which takes a tenth of the memory of libharu's own dictionaries.
 * For use by the pdf_*.c files only.
 */
#ifndef AARSRAPPORT_PDF_OBJECT_H
#define AARSRAPPORT_PDF_OBJECT_H

#include "buffer.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

_Static_assert(HPDF_VERSION_ID == 20300, "the object layer of libharu is used as version 2.3.0 has it");

/* An indirect dictionary. Its body is given now or later, and lives until the file is saved. */
struct pdf_object {
    HPDF_Dict dict;
    struct sv body;
};

/* What libharu has just made; when it could not, memory has run out and the arena ends the run. */
void *pdf_made(struct arena *arena, void *object);

struct pdf_object *pdf_object_add(HPDF_Doc doc, struct arena *arena);
void pdf_object_set_body(struct pdf_object *object, struct arena *arena, const struct buffer *body);

/* A stream; `entries` stand in its dictionary beside Length and Filter. */
struct pdf_object *pdf_object_add_stream(HPDF_Doc doc, struct arena *arena, const char *entries,
                                         struct sv bytes, bool compressed);

void buffer_add_reference(struct buffer *buffer, const void *object); /* "12 0 R"; a libharu object */
void buffer_add_pdf_text(struct buffer *buffer, struct sv text);      /* a text string, UTF-16 in hex */
void buffer_add_pdf_ascii(struct buffer *buffer, struct sv text);     /* a byte string, escaped */
void buffer_add_number(struct buffer *buffer, double value);          /* at most three decimals */

/* Takes one character off the front. Bytes that are not UTF-8 give U+FFFD one by one. */
uint32_t utf8_take(struct sv *rest);

#endif
