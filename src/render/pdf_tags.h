/*
 * The structure tree of a tagged PDF: what each piece of the pages is, in reading order.
 *
 * A tag is made under its parent, in reading order, and then filled by drawing with it (pdf_page.h) on one or
 * several pages. A tag in a place where PDF/UA-1 does not allow it is an error of the file. Tags live as long
 * as the file. Roles and nesting: ISO 32000-1, 14.8.4; ISO 14289-1, 7.
 */
#ifndef AARSRAPPORT_PDF_TAGS_H
#define AARSRAPPORT_PDF_TAGS_H

#include "pdf_file.h"

enum pdf_role {
    PDF_DOCUMENT,
    PDF_SECT,
    PDF_DIV,
    PDF_BLOCK_QUOTE,
    PDF_H1,
    PDF_H2,
    PDF_H3,
    PDF_P,
    PDF_L,
    PDF_LI,
    PDF_LBL,
    PDF_LBODY,
    PDF_TABLE,
    PDF_CAPTION,
    PDF_THEAD,
    PDF_TBODY,
    PDF_TR,
    PDF_TH,
    PDF_TD,
    PDF_FIGURE,
    PDF_TOC,
    PDF_TOCI,
    PDF_REFERENCE,
    PDF_LINK,
    PDF_NOTE,
    PDF_SPAN,
    PDF_ROLE_COUNT
};

enum pdf_scope { PDF_SCOPE_NONE, PDF_SCOPE_COLUMN, PDF_SCOPE_ROW };

struct pdf_box {
    double x, y; /* upper left corner, points from the upper left corner of the page */
    double width, height;
};

/* The tag that holds the whole document. */
struct pdf_tag *pdf_file_root(struct pdf_file *file);

/* A new last child of `parent`. */
struct pdf_tag *pdf_tag_add(struct pdf_tag *parent, enum pdf_role role);

/* Text views must live until the file is saved. */
void pdf_tag_set_alt(struct pdf_tag *tag, struct sv alt); /* what a figure shows, in words */
void pdf_tag_set_box(struct pdf_tag *tag, const struct pdf_page *page, struct pdf_box box); /* of a figure */
void pdf_tag_set_scope(struct pdf_tag *tag, enum pdf_scope scope);                          /* of a TH */
void pdf_tag_set_numbered(struct pdf_tag *tag, bool numbered);                              /* of an L */

#endif
