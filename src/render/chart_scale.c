#include "chart_scale.h"

#include <math.h>

/* The smallest of 1, 2, 5 times a power of ten that is not below `least`. */
static double round_step(double least)
{
    static const double factors[] = {1, 2, 5, 10};
    double power = pow(10, floor(log10(least)));
    for (size_t i = 0; i < sizeof factors / sizeof *factors; i++)
        if (factors[i] * power >= least * (1 - 1e-9))
            return factors[i] * power;
    return 10 * power;
}

struct chart_scale chart_scale_between(double low, double high, int whole)
{
    struct chart_scale scale = {0, 0, 1, 0};
    double span = high - low;
    if (!isfinite(span) || span <= 0)
        span = 1;
    scale.step = round_step(span / 5);
    if (whole && scale.step < 1)
        scale.step = 1;
    scale.bottom = floor(low / scale.step + 1e-9) * scale.step;
    scale.top = ceil(high / scale.step - 1e-9) * scale.step;
    if (scale.top <= scale.bottom)
        scale.top = scale.bottom + scale.step;
    scale.marks = (size_t)lround((scale.top - scale.bottom) / scale.step) + 1;
    return scale;
}

struct chart_scale chart_scale_of(double smallest, double largest, int whole)
{
    return chart_scale_between(smallest < 0 ? smallest : 0, largest > 0 ? largest : 0, whole);
}
