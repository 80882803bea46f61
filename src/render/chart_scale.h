/*
 * The scale of a chart's value axis: round marks from zero (or below) to above the largest value.
 */
#ifndef AARSRAPPORT_CHART_SCALE_H
#define AARSRAPPORT_CHART_SCALE_H

#include <stddef.h>

struct chart_scale {
    double bottom; /* 0 unless there are negative values */
    double top;
    double step; /* between marks: 1, 2 or 5 times a power of ten */
    size_t marks;
};

/* `whole`: the values are counts, so no mark stands between whole numbers. */
struct chart_scale chart_scale_of(double smallest, double largest, int whole);

/* The same without zero, where the marks do not start from it: from below the smallest value to above the
 * largest. */
struct chart_scale chart_scale_between(double low, double high, int whole);

#endif
