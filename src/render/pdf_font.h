/*
 * The type of the report: Liberation Sans in four faces, embedded as subsets.
 *
 * A font is loaded from the system's font folder when it is first asked for, and remembers which characters
 * were drawn; only those are embedded. Character codes in the page content are the Unicode code points
 * themselves, so text can be searched and copied. Widths include kerning, except between digits, which keep
 * their common width so that columns of figures stand straight.
 */
#ifndef AARSRAPPORT_PDF_FONT_H
#define AARSRAPPORT_PDF_FONT_H

#include "pdf_file.h"

enum pdf_face { PDF_REGULAR, PDF_BOLD, PDF_ITALIC, PDF_BOLD_ITALIC, PDF_FACE_COUNT };

struct pdf_font;

/* A missing or damaged font file is an error of the file; the font returned can still be called. */
struct pdf_font *pdf_file_font(struct pdf_file *file, enum pdf_face face);

/* Points that `text` takes when set in `size` points. A soft hyphen takes none but at the very end, where a
 * line is broken at it: there it is drawn. */
double pdf_font_width(struct pdf_font *font, double size, struct sv text);

/* Points above the base line. */
double pdf_font_cap_height(const struct pdf_font *font, double size);

#endif
