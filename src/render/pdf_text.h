/*
 * Text broken into lines.
 *
 * Lines break at blanks, after hyphens and slashes between letters, at soft hyphens, and where the text says
 * so with a line break; a word wider than the line is cut. A line that ended at a blank is drawn with one
 * after it: who hears the text, or copies it, would else get the words joined. Everything lives in the arena;
 * the text itself is pointed at and must live as long.
 */
#ifndef AARSRAPPORT_PDF_TEXT_H
#define AARSRAPPORT_PDF_TEXT_H

#include "pdf_page.h"

struct text_link; /* of pdf_link.h; lines carry it along */

/* A piece of text in one type. */
struct text_span {
    struct sv text;
    const struct pdf_type *type;
    struct text_link *link; /* NULL: none */
};

struct text_run {
    struct sv text;
    const struct pdf_type *type;
    double x; /* points from the start of the line */
    struct text_link *link;
};

struct text_line {
    struct text_run *runs;
    size_t run_count;
    double width;
    bool blank_after; /* it broke at a blank, which neither its runs nor its width count */
};

struct text_block {
    struct text_line *lines;
    size_t line_count;
    double width; /* of the widest line */
};

/* Spans follow each other with nothing between. An empty text has no lines. */
struct text_block text_break(struct arena *arena, const struct text_span *spans, size_t count, double width);
struct text_block text_break_one(struct arena *arena, struct sv text, const struct pdf_type *type,
                                 double width);

double text_width(const struct pdf_type *type, struct sv text);       /* on one line */
double text_widest_word(const struct pdf_type *type, struct sv text); /* between possible breaks */
/* The text, or as much of its beginning as fits the width with "…" after it. */
struct sv text_shortened(struct arena *arena, struct sv text, const struct pdf_type *type, double width);
double text_cap_height(const struct pdf_type *type);

/* The base line begins at the point. */
void text_draw(struct pdf_ink *ink, const struct text_line *line, struct pdf_point at);

/* A text with a blank after it, which parts it from the next one with the same tag and shows nothing. */
void text_draw_word(struct pdf_ink *ink, struct sv text, const struct pdf_type *type, struct pdf_point at);

#endif
