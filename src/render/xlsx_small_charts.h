/*
 * Small native charts, one for each row of a table and all on one scale, beside and below each other on the
 * chart's sheet.
 */
#ifndef AARSRAPPORT_XLSX_SMALL_CHARTS_H
#define AARSRAPPORT_XLSX_SMALL_CHARTS_H

#include "xlsx_plan.h"

/* From a row of the sheet on; the sheet of the chart's table must have been written before. */
void xlsx_add_small_charts(const struct xlsx_plan *plan, const struct xlsx_entry *entry,
                           const struct xlsx_entry *table, uint32_t row);

#endif
