/*
 * A native chart on a sheet of its own, after the sheet of the table that it is drawn from. It refers to the
 * table's cells and holds no number. The sheet says in words what the chart shows, as its alternative text
 * does.
 */
#ifndef AARSRAPPORT_XLSX_CHART_H
#define AARSRAPPORT_XLSX_CHART_H

#include "xlsx_plan.h"

/* The sheet of the chart's table must have been written before. */
void xlsx_write_chart(const struct xlsx_plan *plan, const struct xlsx_entry *entry);

#endif
