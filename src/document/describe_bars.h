/*
 * What a chart of bars shows, in words: a part of its alternative text (describe_chart.h). Bars stand for
 * anything, not only years, so each is told by its name.
 */
#ifndef AARSRAPPORT_DESCRIBE_BARS_H
#define AARSRAPPORT_DESCRIBE_BARS_H

#include "buffer.h"
#include "model.h"

/* CHART_BARS: "Højest Fleksjob (41), lavest Småjob (2)"; from a base, both ends of every bar. */
void describe_bars(struct buffer *buffer, const struct chart *chart);

/* CHART_STACKED_SHARES: "Er der en plan? (2024): flest »5« (7 af 12); …". */
void describe_shares(struct buffer *buffer, const struct chart *chart);

/* CHART_SMALL_COLUMNS: "SA-01 Gartneriet: fra 29 % i 2021 til 38 % i 2024; …". */
void describe_small_columns(struct buffer *buffer, const struct chart *chart);

#endif
