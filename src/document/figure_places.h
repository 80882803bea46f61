/*
 * Where figures stand in the data behind a report (data_book.h), for what leads to them: which row of its
 * table of figures, and which row of its table of how figures are counted.
 *
 * A figure is listed in the report's period, or in the one before it where it has none in the report's: for
 * all, per agreement, and for all by code. Target groups, and codes within an agreement, can be filtered
 * among the rows.
 */
#ifndef AARSRAPPORT_FIGURE_PLACES_H
#define AARSRAPPORT_FIGURE_PLACES_H

#include "figures.h"

enum { NO_PERIOD = UINT16_MAX };

struct figure_places {
    const struct figures *figures;
    uint16_t period_of[FIGURES]; /* the period in which a figure is listed; NO_PERIOD: none */
    uint32_t *listed;      /* by the figure's index in the store: its row, from 1; 0: it is not listed */
    uint32_t how[FIGURES]; /* its row, from 1; 0: the report does not have it */
};

struct figure_places figure_places_of(const struct figures *figures, struct arena *arena);

/*
 * The row of the table of figures, from 1; of a target group that of all, and of a code in an agreement that
 * of the code for all, whose rows are to be filtered. 0: the figure is not listed in that period.
 */
uint32_t figure_place(const struct figure_places *places, struct figure_key key);

#endif
