/*
 * A picture that documents show: pixels for the PDF and the same picture as a file for the workbook. Read by
 * input (logo.h), lives in the run's arena, is not changed afterwards.
 */
#ifndef AARSRAPPORT_PICTURE_H
#define AARSRAPPORT_PICTURE_H

#include "sv.h"

#include <stdint.h>

struct picture {
    uint32_t width; /* pixels, at least 1 */
    uint32_t height;
    const unsigned char *pixels; /* red, green, blue, in sRGB; rows from the top, nothing between them */
    struct sv png;
};

#endif
