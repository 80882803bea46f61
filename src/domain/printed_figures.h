/*
 * The figures that an earlier run printed: noegletal-<period>.csv of its folder, read back by input's
 * printed_figures_read. What it says, as it stands there; everything lives in the arena it was read into.
 */
#ifndef AARSRAPPORT_PRINTED_FIGURES_H
#define AARSRAPPORT_PRINTED_FIGURES_H

#include "sv.h"

#include <stddef.h>

/* The file's first line, its byte order mark before it. */
#define PRINTED_FIGURES_HEAD "\xEF\xBB\xBFnoegle;periode;aftale;maalgruppe;kode;vaerdi;enhed\r\n"

struct printed_figure {
    struct sv name, period, agreement, target_group, code; /* the key */
    struct sv value;                                       /* "0,421875", "2024-08-14", "naaet" or empty */
    struct sv unit;
};

struct printed_figures {
    struct printed_figure *rows; /* sorted as in the file: bytewise, column by column; no key twice */
    size_t count;
};

/* The order of the rows: by key only. */
int printed_figure_order(const struct printed_figure *a, const struct printed_figure *b);

/* The row with the key of `key`; NULL: none. */
const struct printed_figure *printed_figures_find(const struct printed_figures *figures,
                                                  const struct printed_figure *key);

#endif
