/*
 * A small line of a figure over the years, without axes: it stands beside the figure's value, and its last
 * point is that value. The foot is 0, so that a small change looks small. Read aloud it is every value with
 * its year.
 */
#ifndef AARSRAPPORT_PDF_SPARK_H
#define AARSRAPPORT_PDF_SPARK_H

#include "pdf_flow.h"

enum { SPARK_POINTS = 12 };

struct spark;

/* The cells of a row in those columns, oldest first. NULL: fewer than three have a value, or one is below 0.
 */
struct spark *spark_measure(struct pdf_flow *flow, const struct table *table, const struct table_row *row,
                            const uint16_t *columns, size_t count);

/* As a figure under `parent`; the lowest line of the box holds the first and the last year. */
void spark_place(struct pdf_flow *flow, const struct spark *spark, struct pdf_tag *parent,
                 struct pdf_box box);

#endif
