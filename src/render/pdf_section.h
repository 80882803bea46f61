/*
 * A section of the report on its pages: its heading and its blocks, each with what must stand beside it.
 *
 * A section whose last page holds but a few lines, or that is meant to stand on one page and takes two, can
 * be set tight, which often brings it in on the page before. Whether it did is only known once it is set: the
 * caller sets the report again.
 */
#ifndef AARSRAPPORT_PDF_SECTION_H
#define AARSRAPPORT_PDF_SECTION_H

#include "pdf_flow.h"

struct section_fit {
    bool tight;      /* how it is to be set */
    size_t pages;    /* found: pages it took */
    bool ends_short; /* found: a few lines stand alone on its last page, or it was to have one page alone */
};

void section_place(struct pdf_flow *flow, const struct section *section, struct section_fit *fit);

#endif
