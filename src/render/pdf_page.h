/*
 * A page, and the ink that draws on it.
 *
 * There is no way to draw outside the structure: the drawing functions take ink, and ink is only had by
 * saying which tag the marks belong to (pdf_page_tagged) or that they are decoration (pdf_page_artifact). Ink
 * is valid until ink is asked of the same page again. Drawing with one tag in several goes, or on several
 * pages, is fine: the pieces are read in the order they were drawn.
 *
 * All measures are points (1/72 inch) from the upper left corner of the page, y downwards.
 */
#ifndef AARSRAPPORT_PDF_PAGE_H
#define AARSRAPPORT_PDF_PAGE_H

#include "pdf_file.h"
#include "pdf_font.h"
#include "pdf_tags.h"
#include "picture.h"
#include "style.h"

struct pdf_ink;

struct pdf_point {
    double x, y;
};

struct pdf_type {
    struct pdf_font *font;
    double size; /* points */
    struct rgb colour;
};

struct pdf_stroke {
    double width; /* points */
    struct rgb colour;
    double dash; /* length of dashes and gaps in points, 0 for a solid line */
};

enum pdf_artifact { PDF_LAYOUT, PDF_HEADER, PDF_FOOTER, PDF_REPEATED };

struct pdf_page *pdf_file_add_page(struct pdf_file *file, double width, double height);
size_t pdf_file_page_count(const struct pdf_file *file);
struct pdf_page *pdf_file_page(struct pdf_file *file, size_t index);
size_t pdf_page_number(const struct pdf_page *page); /* from 1 */
double pdf_page_width(const struct pdf_page *page);
double pdf_page_height(const struct pdf_page *page);

/* Lays a standing page down and the other way round; only while nothing is drawn on it. */
bool pdf_page_turn(struct pdf_page *page);

struct pdf_ink *pdf_page_tagged(struct pdf_page *page, struct pdf_tag *tag);
struct pdf_ink *pdf_page_artifact(struct pdf_page *page, enum pdf_artifact kind);

/* The base line begins at the point. */
void pdf_ink_text(struct pdf_ink *ink, struct pdf_point at, const struct pdf_type *type, struct sv text);
void pdf_ink_line(struct pdf_ink *ink, struct pdf_point from, struct pdf_point to,
                  const struct pdf_stroke *stroke);
void pdf_ink_path(struct pdf_ink *ink, const struct pdf_point *points, size_t count,
                  const struct pdf_stroke *stroke);
void pdf_ink_fill(struct pdf_ink *ink, const struct pdf_point *points, size_t count, struct rgb colour);
void pdf_ink_fill_box(struct pdf_ink *ink, struct pdf_box box, struct rgb colour);
void pdf_ink_frame(struct pdf_ink *ink, struct pdf_box box, const struct pdf_stroke *stroke);
void pdf_ink_disc(struct pdf_ink *ink, struct pdf_point centre, double radius, struct rgb colour);
void pdf_ink_ring(struct pdf_ink *ink, struct pdf_point centre, double radius,
                  const struct pdf_stroke *stroke);

/* A picture fills the box; it is a PDF_FIGURE or decoration. */
void pdf_ink_picture(struct pdf_ink *ink, struct pdf_box box, const struct picture *picture);

/* An area to click on; `tag` is a PDF_LINK whose words are drawn besides. `description` is read aloud. */
void pdf_page_add_link(struct pdf_page *page, struct pdf_tag *tag, struct pdf_box box,
                       const struct pdf_anchor *target, struct sv description);
void pdf_page_add_web_link(struct pdf_page *page, struct pdf_tag *tag, struct pdf_box box, struct sv uri,
                           struct sv description);

#endif
