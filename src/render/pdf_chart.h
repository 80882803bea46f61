/*
 * Charts, drawn as vectors from the body rows of their table.
 *
 * Columns stand on zero. Series are named where they end, beside the chart, rather than in a legend. Numbers
 * in the chart are the table's own cells; only the scale's marks are made here.
 */
#ifndef AARSRAPPORT_PDF_CHART_H
#define AARSRAPPORT_PDF_CHART_H

#include "pdf_flow.h"

struct chart_layout;

struct chart_layout *chart_measure(struct pdf_flow *flow, const struct chart *chart);

/* With its title; only long charts of bars are broken. */
void chart_add(struct pdf_flow *flow, struct piece_list *list, struct chart_layout *layout, double parting);

#endif
