/*
 * A tagged PDF document, PDF/UA-1 and PDF/A-2a in one file, written through libharu's object layer.
 *
 * Life cycle: pdf_file_open, then pages (pdf_page.h) filled in any order and tagged (pdf_tags.h), then
 * pdf_file_save once, then pdf_file_close. Pages stay open for drawing until the save, so a table of contents
 * and "side 3 af 20" can be drawn last. Everything lives in the arena; libharu's own memory goes with
 * pdf_file_close. Errors are sticky: the first one is kept, later calls do nothing harmful, and pdf_file_save
 * reports it.
 *
 * libharu 2.3.0 serves as the writer of objects, streams and pages. Its fonts, its PDF/A helpers and its file
 * writers are not used: they produce files that break the two standards, are large, or lose data silently.
 * The same calls with the same arguments give the same bytes; no clock is read.
 */
#ifndef AARSRAPPORT_PDF_FILE_H
#define AARSRAPPORT_PDF_FILE_H

#include "arena.h"
#include "sv.h"

#include <stdint.h>

struct pdf_file;
struct pdf_page;
struct pdf_tag;

/* What the document says of itself. Title and language must not be empty. */
struct pdf_info {
    struct sv title;
    struct sv author;
    struct sv subject;
    struct sv keywords;
    struct sv creator;  /* the program that made it */
    struct sv language; /* BCP 47, "da-DK" */
    int64_t created;    /* seconds since 1970-01-01 in UTC */
    bool untagged;      /* for measuring what tags cost: the file keeps neither standard */
};

struct pdf_error {
    char text[400]; /* Danish, empty when all went well */
};

/* A place that links and bookmarks lead to. It may be filled in after the link was drawn, before the save. */
struct pdf_anchor {
    struct pdf_page *page;
    double y; /* points from the top of the page */
};

struct pdf_file *pdf_file_open(struct arena *arena, const struct pdf_info *info);

/* Gives libharu's memory back. The file's pages, tags and fonts must not be used afterwards. */
void pdf_file_close(struct pdf_file *file);

/* `level` is 1 for a chapter; a level may only be one deeper than the one before. */
void pdf_file_add_bookmark(struct pdf_file *file, int level, struct sv title, const struct pdf_anchor *target,
                           struct pdf_tag *heading);

/* Writes the document to `path`, flushed to the disk. False with `error` filled in when anything went wrong.
 */
bool pdf_file_save(struct pdf_file *file, const char *path, struct pdf_error *error);

/* The document as bytes in the arena; empty with `error` filled in when anything went wrong. */
struct sv pdf_file_finish(struct pdf_file *file, struct pdf_error *error);

/* Characters that no font had a glyph for, each once, in order of appearance; they were drawn as "?". */
size_t pdf_file_missing_count(const struct pdf_file *file);
uint32_t pdf_file_missing(const struct pdf_file *file, size_t index);

#endif
