#include "pdf_colour.h"

static const struct rgb white = {255, 255, 255};

static uint8_t channel_between(uint8_t from, uint8_t to, double part)
{
    return (uint8_t)(from + (to - from) * part + 0.5);
}

struct rgb colour_between(struct rgb from, struct rgb to, double part)
{
    double bounded = part > 1 ? 1 : part > 0 ? part : 0;
    return (struct rgb){channel_between(from.red, to.red, bounded),
                        channel_between(from.green, to.green, bounded),
                        channel_between(from.blue, to.blue, bounded)};
}

struct rgb colour_on(const struct style *style, struct rgb background)
{
    return colour_contrast(style->text, background) >= colour_contrast(white, background) ? style->text
                                                                                          : white;
}

struct rgb colour_of_series(const struct style *style, size_t index)
{
    struct rgb colour = style->series[index % STYLE_SERIES];
    return index < STYLE_SERIES ? colour : colour_between(colour, white, 0.55);
}
