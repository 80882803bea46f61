#include "colour.h"

#include <math.h>

static const double readable = 4.5;
static const struct rgb white = {255, 255, 255};

static double linear(uint8_t channel)
{
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(struct rgb colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

double colour_contrast(struct rgb a, struct rgb b)
{
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return one > other ? one / other : other / one;
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool colour_parse(struct sv text, struct rgb *colour)
{
    int digits[6];
    if (text.size != 7 || text.data[0] != '#')
        return false;
    for (size_t i = 0; i < 6; i++) {
        digits[i] = hex_digit(text.data[i + 1]);
        if (digits[i] < 0)
            return false;
    }
    *colour = (struct rgb){(uint8_t)(digits[0] * 16 + digits[1]), (uint8_t)(digits[2] * 16 + digits[3]),
                           (uint8_t)(digits[4] * 16 + digits[5])};
    return true;
}

bool colour_reads_on_white(struct rgb colour)
{
    return colour_contrast(colour, white) >= readable;
}

static uint8_t part_of(uint8_t channel, unsigned part, unsigned whole)
{
    return (uint8_t)((channel * part + whole / 2) / whole);
}

struct rgb colour_darkened(struct rgb colour)
{
    enum { STEPS = 255 };
    struct rgb shade = colour;
    for (unsigned part = STEPS; !colour_reads_on_white(shade); part--)
        shade = (struct rgb){part_of(colour.red, part, STEPS), part_of(colour.green, part, STEPS),
                             part_of(colour.blue, part, STEPS)};
    return shade;
}

static uint8_t channel_between(uint8_t from, uint8_t to, double part)
{
    return (uint8_t)(from + (to - from) * part + 0.5);
}

struct rgb colour_between(struct rgb from, struct rgb to, double part)
{
    const double bounded = part > 1 ? 1 : part > 0 ? part : 0;
    return (struct rgb){channel_between(from.red, to.red, bounded),
                        channel_between(from.green, to.green, bounded),
                        channel_between(from.blue, to.blue, bounded)};
}
